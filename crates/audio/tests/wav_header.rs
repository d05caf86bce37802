//! WAV headers as a reader that is not ours understands them.

mod sound;

use std::io::Cursor;

use audio::{WAV_PCM_HEADER_LEN, wav_header};
use hound::{SampleFormat, WavReader};
use sound::form;
use speech::{CodecId, ContainerId};

fn file(codec: CodecId, data: &[u8]) -> Vec<u8> {
    let mut file =
        wav_header(&form(codec, ContainerId::WAV, 22_050), Some(data.len() as u32)).expect("WAV holds it");
    file.extend_from_slice(data);
    file
}

/// The 16-bit little-endian number at `place`.
fn u16_at(bytes: &[u8], place: usize) -> u16 {
    u16::from_le_bytes([bytes[place], bytes[place + 1]])
}

fn u32_at(bytes: &[u8], place: usize) -> u32 {
    u32::from(u16_at(bytes, place)) | u32::from(u16_at(bytes, place + 2)) << 16
}

#[test]
fn hound_reads_a_file_of_16_bit_samples() {
    let samples = [0i16, 1, -1, i16::MAX, i16::MIN];
    let data: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
    let mut reader = WavReader::new(Cursor::new(file(CodecId::PCM_S16LE, &data))).unwrap();
    let spec = reader.spec();
    assert_eq!((spec.channels, spec.sample_rate, spec.bits_per_sample), (1, 22_050, 16));
    assert_eq!(spec.sample_format, SampleFormat::Int);
    assert_eq!(reader.samples::<i16>().map(Result::unwrap).collect::<Vec<_>>(), samples);
}

#[test]
fn hound_reads_a_file_of_floats() {
    let samples = [0.0f32, 0.5, -1.0];
    let data: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
    let mut reader = WavReader::new(Cursor::new(file(CodecId::PCM_F32LE, &data))).unwrap();
    assert_eq!(reader.spec().sample_format, SampleFormat::Float);
    assert_eq!(reader.samples::<f32>().map(Result::unwrap).collect::<Vec<_>>(), samples);
}

#[test]
fn the_laws_have_their_tags_and_lengths() {
    for (codec, tag) in [(CodecId::ALAW, 6), (CodecId::MULAW, 7)] {
        let data = [0x55; 1_000];
        let file = file(codec, &data);
        assert_eq!(u32_at(&file, 4) as usize, file.len() - 8);
        assert_eq!(u16_at(&file, 20), tag);
        assert_eq!((u32_at(&file, 24), u32_at(&file, 28)), (22_050, 22_050));
        assert_eq!((u16_at(&file, 32), u16_at(&file, 34), u16_at(&file, 36)), (1, 8, 0));
        assert_eq!((&file[38..42], u32_at(&file, 46)), (&b"fact"[..], 1_000));
        assert_eq!((&file[50..54], u32_at(&file, 54)), (&b"data"[..], 1_000));
    }
}

#[test]
fn a_stream_says_that_it_knows_no_length() {
    for codec in [CodecId::PCM_S16LE, CodecId::PCM_F32LE, CodecId::ALAW, CodecId::MULAW] {
        let form = form(codec, ContainerId::WAV, 8_000);
        let stream = wav_header(&form, None).unwrap();
        assert_eq!(u32_at(&stream, 4), u32::MAX);
        assert_eq!(u32_at(&stream, stream.len() - 4), u32::MAX);
        assert_eq!(stream.len(), wav_header(&form, Some(12)).unwrap().len());
    }
}

#[test]
fn the_length_of_the_plain_header_is_the_constant() {
    let header = wav_header(&form(CodecId::PCM_S16LE, ContainerId::WAV, 8_000), None).unwrap();
    assert_eq!(header.len(), WAV_PCM_HEADER_LEN);
}
