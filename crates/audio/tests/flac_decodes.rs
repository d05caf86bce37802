//! FLAC as a decoder that is not ours understands it: every sample as it was, wherever the stream was settled.
#![cfg(feature = "flac")]

mod sound;

use std::io::Cursor;
use std::ops::RangeInclusive;

use audio::{AudioStream, ChunkPlan, FlacLength, flac_header};
use proptest::prelude::*;
use sound::{Told, chunk, form, from_s16le, open, rate, speech_like};
use speech::{CodecId, ContainerId, SampleCount};
use symphonia::core::audio::SampleBuffer;
use symphonia::core::codecs::{Decoder, DecoderOptions};
use symphonia::core::formats::{FormatOptions, FormatReader};
use symphonia::core::io::MediaSourceStream;
use symphonia::default::codecs::FlacDecoder;
use symphonia::default::formats::FlacReader;

/// With short codes for the frame header, with long ones, and with none but the number itself.
const RATES: [u32; 9] = [8_000, 11_025, 12_000, 16_000, 17_321, 22_050, 24_000, 44_100, 48_000];

/// What is in a FLAC stream: its frames' lengths and its samples. The reader checks the checksum of each frame.
fn decode(flac: &[u8], hz: u32) -> (Vec<usize>, Vec<i16>) {
    try_decode(flac, hz).expect("our FLAC is valid")
}

fn try_decode(flac: &[u8], hz: u32) -> symphonia::core::errors::Result<(Vec<usize>, Vec<i16>)> {
    let source = MediaSourceStream::new(Box::new(Cursor::new(flac.to_vec())), Default::default());
    let mut reader = FlacReader::try_new(source, &FormatOptions::default())?;
    let parameters = reader.tracks()[0].codec_params.clone();
    assert_eq!((parameters.sample_rate, parameters.bits_per_sample), (Some(hz), Some(16)));
    let mut decoder = FlacDecoder::try_new(&parameters, &DecoderOptions::default())?;
    let (mut lengths, mut samples) = (Vec::new(), Vec::new());
    // The end of the source is an error to this reader.
    while let Ok(packet) = reader.next_packet() {
        assert_eq!(packet.ts(), samples.len() as u64, "a frame says where it begins");
        let frame = decoder.decode(&packet)?;
        lengths.push(frame.frames());
        let mut buffer = SampleBuffer::<i16>::new(frame.capacity() as u64, *frame.spec());
        buffer.copy_interleaved_ref(frame);
        samples.extend_from_slice(buffer.samples());
    }
    Ok((lengths, samples))
}

/// What the same calls say as plain samples.
fn plainly(hz: u32, say: impl Fn(&mut AudioStream, &mut Vec<u8>)) -> Vec<i16> {
    let (mut stream, mut bytes) = (open(CodecId::PCM_S16LE, hz), Vec::new());
    say(&mut stream, &mut bytes);
    stream.finish_into(&mut bytes);
    from_s16le(&bytes)
}

fn coded(hz: u32, say: impl Fn(&mut AudioStream, &mut Vec<u8>)) -> Vec<u8> {
    let (mut stream, mut bytes) = (open(CodecId::FLAC, hz), Vec::new());
    say(&mut stream, &mut bytes);
    stream.finish_into(&mut bytes);
    bytes
}

#[test]
fn every_sample_comes_back_at_every_rate() {
    for hz in RATES {
        let say = |stream: &mut AudioStream, bytes: &mut Vec<u8>| {
            for len in [22_050, 700, 60, 9_000] {
                stream.push_into(&chunk(22_050, &speech_like(22_050, len)), bytes);
                stream.settle_into(bytes);
            }
        };
        let (lengths, samples) = decode(&coded(hz, say), hz);
        assert!(samples == plainly(hz, say), "{hz} Hz");
        let told = blocks_in_head(hz);
        assert!(lengths.iter().all(|len| told.contains(len)), "{hz} Hz: {lengths:?}");
    }
}

/// The lengths of blocks that the head of a stream promises.
fn blocks_in_head(hz: u32) -> RangeInclusive<usize> {
    let head = flac_header(&form(CodecId::FLAC, ContainerId::FLAC, hz), None);
    let number = |at: usize| usize::from(u16::from_be_bytes([head[at], head[at + 1]]));
    number(8)..=number(10)
}

#[test]
fn a_settle_makes_all_that_was_pushed_decodable() {
    let (mut stream, mut bytes) = (open(CodecId::FLAC, 24_000), Vec::new());
    let mut pushed = 0;
    for len in [1, 5_000, 336, 337, 351, 352, 960, 975, 976, 12, 16, 15, 40_000] {
        stream.push_into(&chunk(24_000, &speech_like(24_000, len)), &mut bytes);
        let padding = stream.settle_into(&mut bytes);
        let shortest = *blocks_in_head(24_000).start();
        assert_eq!(padding.0 as usize, shortest.saturating_sub(len), "{len}");
        pushed += len + padding.0 as usize;
        assert_eq!(decode(&bytes, 24_000).1.len(), pushed);
    }
}

#[test]
fn the_end_needs_no_padding() {
    for len in [1, 15, 16, 17, 1_000] {
        let samples = speech_like(24_000, len);
        let bytes = coded(24_000, |stream, bytes| stream.push_into(&chunk(24_000, &samples), bytes));
        assert_eq!(decode(&bytes, 24_000).1, samples);
    }
}

#[test]
fn after_a_clear_what_was_not_heard_yet_is_never_heard() {
    let (mut stream, mut bytes) = (open(CodecId::FLAC, 24_000), Vec::new());
    stream.push_into(&chunk(24_000, &speech_like(24_000, 5_000)), &mut bytes);
    let heard = decode(&bytes, 24_000).1.len();
    let length = bytes.len();
    assert_eq!(stream.clear_into(&mut bytes), SampleCount::ZERO);
    assert_eq!(bytes.len(), length);
    let later: Vec<i16> = (0..3_000).collect();
    stream.push_into(&chunk(24_000, &later), &mut bytes);
    stream.finish_into(&mut bytes);
    assert_eq!(decode(&bytes, 24_000).1[heard..], later);
}

#[test]
fn each_chunk_of_a_generation_brings_nearly_all_of_its_sound() {
    for hz in RATES {
        let (mut stream, mut bytes) = (open(CodecId::FLAC, hz), Vec::new());
        let mut position = SampleCount::ZERO;
        for _ in 0..9 {
            let len = ChunkPlan::next_len(position, rate(22_050));
            position += len;
            stream.push_into(&chunk(22_050, &speech_like(22_050, len.0 as usize)), &mut bytes);
            let heard_ms = decode(&bytes, hz).1.len() as u64 * 1000 / u64::from(hz);
            let pushed_ms = position.0 * 1000 / 22_050;
            assert!(pushed_ms - heard_ms <= 9, "{hz} Hz: {heard_ms} of {pushed_ms} ms");
        }
    }
}

#[test]
fn a_stream_without_sound_is_its_head() {
    let form = form(CodecId::FLAC, ContainerId::FLAC, 48_000);
    let bytes = coded(48_000, |stream, bytes| {
        stream.settle_into(bytes);
        assert!(bytes.is_empty());
    });
    assert_eq!(bytes, flac_header(&form, None));
}

#[test]
fn the_head_of_a_file_says_how_long_it_is() {
    let samples = speech_like(22_050, 5_000);
    let mut bytes = coded(22_050, |stream, bytes| stream.push_into(&chunk(22_050, &samples), bytes));
    let form = form(CodecId::FLAC, ContainerId::FLAC, 22_050);
    let head = flac_header(&form, Some(SampleCount(5_000)));
    bytes[..head.len()].copy_from_slice(&head);
    let source = MediaSourceStream::new(Box::new(Cursor::new(bytes.clone())), Default::default());
    let reader = FlacReader::try_new(source, &FormatOptions::default()).unwrap();
    assert_eq!(reader.tracks()[0].codec_params.n_frames, Some(5_000));
    assert_eq!(decode(&bytes, 22_050).1, samples);
    assert_eq!(flac_header(&form, Some(SampleCount(1 << 36))), flac_header(&form, None));
}

#[test]
fn messages_tell_how_long_the_stream_is() {
    for hz in RATES {
        let (mut stream, mut length, mut bytes) =
            (open(CodecId::FLAC, hz), FlacLength::default(), Vec::new());
        for len in [9_000, 1, 60_000, 50, 2_000] {
            let mut message = Vec::new();
            stream.push_into(&chunk(22_050, &speech_like(22_050, len)), &mut message);
            length.hear(&message);
            bytes.extend(message);
        }
        stream.finish();
        let mut last = Vec::new();
        stream.message(&mut last);
        length.hear(&last);
        bytes.extend(last);
        assert_eq!(length.samples().0 as usize, decode(&bytes, hz).1.len(), "{hz} Hz");
    }
}

/// Sounds that no voice makes.
fn odd_sound() -> impl Strategy<Value = Vec<i16>> {
    let piece = prop_oneof![
        (any::<i16>(), 1..2_000usize).prop_map(|(sample, len)| vec![sample; len]),
        prop::collection::vec(any::<i16>(), 1..2_000),
        prop::collection::vec(-1..=1i16, 1..2_000),
        (1..200usize, 1..2_000usize).prop_map(|(half, len)| {
            (0..len).map(|n| if n / half % 2 == 0 { i16::MAX } else { i16::MIN }).collect()
        }),
        (1..2_000usize, any::<i16>(), any::<i16>()).prop_map(|(len, first, step)| (0..len as i16)
            .map(|n| first.wrapping_add(n.wrapping_mul(step)))
            .collect()),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_samples_come_back(samples in odd_sound(), hz in prop::sample::select(&RATES[..])) {
        let bytes = coded(hz, |stream, bytes| stream.push_into(&chunk(hz, &samples), bytes));
        prop_assert!(decode(&bytes, hz).1 == samples);
    }
}
