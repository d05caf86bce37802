//! MPEG audio layer III through LAME 3.100, which `mp3lame-encoder` bundles and builds. LAME is LGPL.
//!
//! Constant bit rate, mono, no Info or Xing frame (a stream has no length to put there), and no bit reservoir: so every
//! frame stands alone, and a frame that was returned can be decoded at once.
//!
//! Read [`Mp3Encoder`] first. Source of the bit rates: ISO/IEC 11172-3 and 13818-3, as LAME offers them; of the delays:
//! `encoder.h` and `lame.c` of LAME 3.100, and a decoder in the tests.

use mp3lame_encoder::{Bitrate, BuildError, Builder, Mode, MonoPcm, Quality, max_required_buffer_size};
use speech::{CodecId, OutputForm, SampleCount, SampleRate};

use crate::coded::Coded;
use crate::encoder::{CodecCard, Encoder, Rates};
use crate::form::FormError;

/// The registry line.
pub const CARD: CodecCard = CodecCard {
    id: CodecId::MP3,
    media_type: |_| "audio/mpeg".to_owned(),
    rates: Rates::Only(&[8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]),
    coding_rate: |rate| rate,
    has_memory: true,
    default_bit_rate: Some(DEFAULT_BIT_RATE),
    open: |form| Ok(Box::new(Mp3Encoder::open(form)?)),
};

/// Transparent for speech at any rate; in bits per second.
const DEFAULT_BIT_RATE: u32 = 96_000;

/// By how many samples a decoder's output is late: 576 of LAME's (`ENCDELAY`), 528 + 1 of every decoder's filter bank.
pub const DELAY: u64 = 576 + 528 + 1;

/// How many samples LAME keeps back after it has returned a frame, because its psychoacoustic model looks ahead
/// (`BLKSIZE - FFTOFFSET`), less the silence that it begins with (`ENCDELAY - MDCTDELAY`).
pub const LOOKAHEAD: u64 = (1024 - 272) - (576 - 48);

/// One MP3 stream.
pub struct Mp3Encoder {
    lame: mp3lame_encoder::Encoder,
    /// Samples in a frame: 1152, or 576 below 32 kHz.
    frame: u64,
    /// All samples that LAME was given, silence included.
    pushed: u64,
    /// What `pushed` was after the last settle.
    settled: u64,
}

impl Mp3Encoder {
    /// Opens a stream at the nearest bit rate to the form's that its sample rate allows.
    ///
    /// # Errors
    /// [`FormError::Unavailable`] if LAME gets no memory.
    pub fn open(form: &OutputForm) -> Result<Self, FormError> {
        let unavailable =
            |error: BuildError| FormError::Unavailable { codec: CodecId::MP3, reason: error.to_string() };
        let lame = build(form).map_err(unavailable)?;
        Ok(Self { lame, frame: frame_len(form.rate), pushed: 0, settled: 0 })
    }
}

impl Encoder for Mp3Encoder {
    fn push(&mut self, samples: &[f32], out: &mut Coded) {
        out.bytes.reserve(max_required_buffer_size(samples.len()));
        self.lame.encode_to_vec(MonoPcm(samples), &mut out.bytes).expect(
            "the encoder is initialised and the buffer has the size that LAME documents as its worst case",
        );
        self.pushed += samples.len() as u64;
    }

    fn settle(&mut self, out: &mut Coded) -> SampleCount {
        if self.pushed == self.settled {
            return SampleCount::ZERO;
        }
        // The last frame has to reach as far as the last sample comes out of a decoder, and LAME returns it only when
        // it has seen its lookahead too.
        let padded = (self.pushed + DELAY).next_multiple_of(self.frame) + LOOKAHEAD;
        let padding = padded - self.pushed;
        self.push(&vec![0.0; padding as usize], out);
        self.settled = self.pushed;
        SampleCount(padding)
    }

    fn delay(&self) -> SampleCount {
        SampleCount(DELAY)
    }
}

fn build(form: &OutputForm) -> Result<mp3lame_encoder::Encoder, BuildError> {
    let hz = form.rate.hz();
    let mut builder = Builder::new().ok_or(BuildError::NoMem)?;
    builder.set_num_channels(1)?;
    builder.set_mode(Mode::Mono)?;
    builder.set_sample_rate(hz)?;
    // Said aloud, because LAME resamples by itself when it finds the bit rate low.
    builder.set_output_sample_rate(std::num::NonZeroU32::new(hz))?;
    builder.set_brate(nearest_bit_rate(form.bit_rate.unwrap_or(DEFAULT_BIT_RATE), form.rate))?;
    builder.set_quality(Quality::Ok)?;
    builder.set_to_write_vbr_tag(false)?;
    disable_reservoir(&mut builder)?;
    builder.build()
}

#[expect(unsafe_code, reason = "the safe wrapper has no call for this one setting of LAME")]
fn disable_reservoir(builder: &mut Builder) -> Result<(), BuildError> {
    // SAFETY: the pointer comes from a live `Builder`, which is exclusively borrowed here and owns what it points to;
    // LAME only stores the number and keeps no reference.
    let code = unsafe { mp3lame_encoder::ffi::lame_set_disable_reservoir(builder.as_ptr(), 1) };
    if code < 0 { Err(BuildError::Other(code)) } else { Ok(()) }
}

/// MPEG-1 from 32 kHz up has two granules of 576 samples in a frame; MPEG-2 and 2.5 have one.
fn frame_len(rate: SampleRate) -> u64 {
    if rate.hz() >= 32_000 { 1152 } else { 576 }
}

/// The bit rates of LAME that MPEG-1 and MPEG-2 both know or that lie at the ends of one of them, rising.
const BIT_RATES: [Bitrate; 16] = [
    Bitrate::Kbps8,
    Bitrate::Kbps16,
    Bitrate::Kbps24,
    Bitrate::Kbps32,
    Bitrate::Kbps40,
    Bitrate::Kbps48,
    Bitrate::Kbps64,
    Bitrate::Kbps80,
    Bitrate::Kbps96,
    Bitrate::Kbps112,
    Bitrate::Kbps128,
    Bitrate::Kbps160,
    Bitrate::Kbps192,
    Bitrate::Kbps224,
    Bitrate::Kbps256,
    Bitrate::Kbps320,
];

fn nearest_bit_rate(wish: u32, rate: SampleRate) -> Bitrate {
    let kbps = match rate.hz() {
        32_000.. => 32..=320,
        16_000.. => 8..=160,
        _ => 8..=64,
    };
    let distance = |candidate: &Bitrate| (*candidate as u32 * 1000).abs_diff(wish);
    BIT_RATES
        .into_iter()
        .filter(|&candidate| kbps.contains(&(candidate as u32)))
        .min_by_key(distance)
        .expect("every range holds some of the bit rates")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(wish: u32, hz: u32) -> u32 {
        nearest_bit_rate(wish, SampleRate::known(hz)) as u32
    }

    #[test]
    fn a_bit_rate_is_the_nearest_that_the_sample_rate_allows() {
        assert_eq!(chosen(96_000, 24_000), 96);
        assert_eq!(chosen(96_000, 8_000), 64);
        assert_eq!(chosen(320_000, 24_000), 160);
        assert_eq!(chosen(1_000, 48_000), 32);
        assert_eq!(chosen(120_000, 48_000), 112);
        assert_eq!(chosen(u32::MAX, 48_000), 320);
    }
}
