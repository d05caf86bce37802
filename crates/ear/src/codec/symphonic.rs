//! What the decoders of symphonia have in common.

use speech::SampleRate;
use symphonia::core::audio::SampleBuffer;
use symphonia::core::codecs::{CodecParameters, Decoder, DecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::{FormatOptions, FormatReader};
use symphonia::core::io::{MediaSourceStream, ReadOnlySource};

use crate::hear::{Heard, Wrong};

/// A decoder by its parameters.
type Open<D> = fn(&CodecParameters, &DecoderOptions) -> symphonia::core::errors::Result<D>;

/// Decodes all packets of a stream, leaving nothing out.
pub(super) fn decode<R: FormatReader, D: Decoder>(stream: &[u8], open: Open<D>) -> Result<Heard, Wrong> {
    let refused = |error: Error| Wrong::invalid(format!("the decoder says: {error}"));
    let source = ReadOnlySource::new(std::io::Cursor::new(stream.to_vec()));
    let source = MediaSourceStream::new(Box::new(source), Default::default());
    let options = FormatOptions { enable_gapless: false, ..Default::default() };
    let mut reader = R::try_new(source, &options).map_err(refused)?;
    let parameters = reader.tracks()[0].codec_params.clone();
    let mut decoder = open(&parameters, &DecoderOptions::default()).map_err(refused)?;
    let hz = parameters.sample_rate.ok_or(Wrong::invalid("the stream has no sample rate"))?;
    let rate = SampleRate::new(hz.into()).map_err(|error| Wrong::invalid(error.to_string()))?;
    let mut samples = Vec::new();
    loop {
        let packet = match reader.next_packet() {
            Ok(packet) => packet,
            // The end of the source is an error to these readers.
            Err(Error::IoError(error)) if error.kind() == std::io::ErrorKind::UnexpectedEof => break,
            Err(error) => return Err(refused(error)),
        };
        let sound = decoder.decode(&packet).map_err(refused)?;
        if sound.spec().channels.count() != 1 || sound.spec().rate != rate.hz() {
            return Err(Wrong::invalid("the form changes within the stream"));
        }
        let mut buffer = SampleBuffer::<f32>::new(sound.capacity() as u64, *sound.spec());
        buffer.copy_interleaved_ref(sound);
        samples.extend_from_slice(buffer.samples());
    }
    Ok(Heard { rate, samples })
}
