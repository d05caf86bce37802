//! A whole stream: what its bytes depend on, how long they play, and what settle, clear and finish do to them.

mod sound;

use audio::{AudioStream, CODECS, CodecCard};
use proptest::prelude::*;
use sound::{Told, chunk, divide, form, from_s16le, open, plain, speech_like};
use speech::{CodecId, ContainerId, SampleCount};

const RATES: [u32; 5] = [8_000, 16_000, 22_050, 24_000, 44_100];

/// What a client sees who is sent `pieces` with a settle after each.
fn settled(stream: &mut AudioStream, hz: u32, pieces: &[&[i16]]) -> (Vec<u8>, Vec<SampleCount>) {
    let mut out = Vec::new();
    let mut paddings = Vec::new();
    for piece in pieces {
        stream.push(&chunk(hz, piece));
        paddings.push(stream.settle_into(&mut out));
    }
    stream.finish_into(&mut out);
    (out, paddings)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn bytes_do_not_depend_on_the_chunks(
        codec in prop::sample::select(CODECS.iter().map(|card| card.id).collect::<Vec<_>>()),
        from in prop::sample::select(&RATES[..]),
        to in prop::sample::select(&RATES[..]),
        cuts in prop::collection::vec(any::<usize>(), 0..10),
        settle_at in 0..9_000usize,
    ) {
        let samples = speech_like(from, 9_000);
        let (before, after) = samples.split_at(settle_at);
        let (wanted, _) = settled(&mut open(codec, to), from, &[before, after]);

        let mut stream = open(codec, to);
        let mut out = Vec::new();
        for half in [before, after] {
            for piece in divide(half, &cuts) {
                // No message of its own: containers of packets show where messages end.
                stream.push(&chunk(from, piece));
            }
            stream.settle_into(&mut out);
        }
        stream.finish_into(&mut out);
        prop_assert!(out == wanted, "{} bytes against {}", out.len(), wanted.len());
    }
}

#[test]
fn pcm_at_the_engines_rate_is_bit_exact() {
    let samples: Vec<i16> = (i16::MIN..=i16::MAX).collect();
    let (bytes, _) = settled(&mut open(CodecId::PCM_S16LE, 22_050), 22_050, &[&samples]);
    assert_eq!(from_s16le(&bytes), samples);

    let (bytes, _) = settled(&mut open(CodecId::PCM_S16BE, 22_050), 22_050, &[&samples]);
    let back: Vec<i16> = bytes.chunks_exact(2).map(|pair| i16::from_be_bytes([pair[0], pair[1]])).collect();
    assert_eq!(back, samples);

    let (bytes, _) = settled(&mut open(CodecId::PCM_F32LE, 22_050), 22_050, &[&samples]);
    let floats = bytes.chunks_exact(4).map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]));
    assert!(floats.zip(&samples).all(|(float, &sample)| float * 32_768.0 == f32::from(sample)));
}

/// Codecs that turn each sample alone into bytes. FLAC's bytes say where they belong; it has tests of its own.
fn sample_by_sample() -> impl Iterator<Item = &'static CodecCard> {
    CODECS.iter().filter(|card| !card.has_memory && card.id != CodecId::FLAC)
}

#[test]
fn codecs_without_memory_give_exactly_what_was_said() {
    for card in sample_by_sample() {
        let samples = speech_like(22_050, 22_050);
        let (bytes, paddings) =
            settled(&mut open(card.id, 8_000), 22_050, &[&samples[..7_000], &samples[7_000..]]);
        let bytes_per_sample = bytes.len() / 8_000;
        assert_eq!(bytes.len(), bytes_per_sample * 8_000, "{}", card.id.0);
        assert_eq!(paddings, [SampleCount::ZERO; 2]);
        assert_eq!(open(card.id, 8_000).delay(), SampleCount::ZERO);
    }
}

#[test]
fn loud_sound_saturates_instead_of_wrapping_round() {
    let square: Vec<i16> = (0..4_000).map(|n| if n / 20 % 2 == 0 { i16::MAX } else { i16::MIN }).collect();
    let (bytes, _) = settled(&mut open(CodecId::PCM_S16LE, 24_000), 22_050, &[&square]);
    let samples = from_s16le(&bytes);
    assert!(samples.contains(&i16::MAX) && samples.contains(&i16::MIN));
    // Where it wrapped round, it would jump over nearly the whole range from one sample to the next and back.
    let jumps = samples.windows(3).filter(|w| w[0] > 30_000 && w[1] < -30_000 && w[2] > 30_000).count();
    assert_eq!(jumps, 0);
}

#[test]
fn after_a_clear_nothing_older_is_heard() {
    for card in sample_by_sample() {
        let mut stream = open(card.id, 24_000);
        let mut out = Vec::new();
        stream.push_into(&chunk(22_050, &speech_like(22_050, 5_000)), &mut out);
        let heard = out.len();
        stream.clear_into(&mut out);
        assert_eq!(out.len(), heard, "{}", card.id.0);

        let later = speech_like(22_050, 3_000);
        stream.push_into(&chunk(22_050, &later), &mut out);
        stream.settle_into(&mut out);
        let (alone, _) = settled(&mut open(card.id, 24_000), 22_050, &[&later]);
        assert!(out[heard..] == alone[..], "{}", card.id.0);
    }
}

#[test]
fn another_input_rate_in_mid_stream_loses_nothing() {
    let mut stream = open(CodecId::PCM_S16LE, 8_000);
    let mut out = Vec::new();
    stream.push_into(&chunk(22_050, &speech_like(22_050, 22_050)), &mut out);
    stream.push_into(&chunk(16_000, &speech_like(16_000, 16_000)), &mut out);
    stream.push_into(&chunk(8_000, &speech_like(8_000, 8_000)), &mut out);
    assert_eq!(out.len(), 3 * 8_000 * 2);
}

#[test]
fn finish_is_the_last_word() {
    for card in CODECS {
        let mut stream = open(card.id, 16_000);
        let mut out = Vec::new();
        stream.push_into(&chunk(22_050, &speech_like(22_050, 2_000)), &mut out);
        stream.finish_into(&mut out);
        let whole = out.clone();
        stream.finish_into(&mut out);
        stream.settle_into(&mut out);
        stream.clear_into(&mut out);
        stream.push_into(&chunk(22_050, &[1; 2_000]), &mut out);
        assert!(out == whole, "{}", card.id.0);
    }
}

#[test]
fn a_settled_stream_has_nothing_left_to_finish() {
    for card in CODECS.iter().filter(|card| plain(card.id, 24_000).container == ContainerId::RAW) {
        let mut stream = open(card.id, 24_000);
        let mut out = Vec::new();
        stream.push_into(&chunk(22_050, &speech_like(22_050, 2_000)), &mut out);
        stream.settle_into(&mut out);
        let whole = out.len();
        assert_eq!(stream.settle_into(&mut out), SampleCount::ZERO, "{}", card.id.0);
        stream.finish_into(&mut out);
        assert_eq!(out.len(), whole, "{}", card.id.0);
    }
}

#[test]
fn a_wav_stream_has_one_header_even_when_nothing_was_said() {
    let mut stream = AudioStream::open(form(CodecId::PCM_S16LE, ContainerId::WAV, 24_000)).unwrap();
    let mut out = Vec::new();
    stream.settle_into(&mut out);
    stream.clear_into(&mut out);
    assert!(out.is_empty());
    stream.finish_into(&mut out);
    assert_eq!(out.len(), audio::WAV_PCM_HEADER_LEN);

    let mut stream = AudioStream::open(form(CodecId::PCM_S16LE, ContainerId::WAV, 24_000)).unwrap();
    let (out, _) = settled(&mut stream, 24_000, &[&[1; 100], &[2; 100]]);
    assert_eq!(out.len(), audio::WAV_PCM_HEADER_LEN + 400);
}

#[test]
fn a_stream_without_sound_is_no_bytes_in_every_raw_codec() {
    for card in CODECS.iter().filter(|card| plain(card.id, 24_000).container == ContainerId::RAW) {
        let mut stream = open(card.id, 24_000);
        let mut out = Vec::new();
        stream.push_into(&chunk(22_050, &[]), &mut out);
        assert_eq!(stream.settle_into(&mut out), SampleCount::ZERO, "{}", card.id.0);
        assert_eq!(stream.clear_into(&mut out), SampleCount::ZERO, "{}", card.id.0);
        stream.finish_into(&mut out);
        assert!(out.is_empty(), "{}: {} bytes", card.id.0, out.len());
    }
}

/// What a connection does with a stream.
#[derive(Debug, Clone, Copy)]
enum Call {
    Push(usize),
    PushNothing,
    Settle,
    Clear,
}

fn calls() -> impl Strategy<Value = Vec<Call>> {
    let call = prop_oneof![
        3 => (1..1_500usize).prop_map(Call::Push),
        1 => Just(Call::PushNothing),
        2 => Just(Call::Settle),
        1 => Just(Call::Clear),
    ];
    prop::collection::vec(call, 0..16)
}

/// Makes one call at 22 050 Hz; returns the padding.
fn make(call: Call, stream: &mut AudioStream, out: &mut Vec<u8>) -> SampleCount {
    match call {
        Call::Push(len) => stream.push_into(&chunk(22_050, &speech_like(22_050, len)), out),
        Call::PushNothing => stream.push_into(&chunk(48_000, &[]), out),
        Call::Settle => return stream.settle_into(out),
        Call::Clear => return stream.clear_into(out),
    }
    SampleCount::ZERO
}

fn bytes_of(codec: CodecId, calls: impl Iterator<Item = Call>) -> Vec<u8> {
    let (mut stream, mut out) = (open(codec, 24_000), Vec::new());
    for call in calls {
        make(call, &mut stream, &mut out);
    }
    stream.finish_into(&mut out);
    out
}

fn any_codec() -> impl Strategy<Value = CodecId> {
    prop::sample::select(CODECS.iter().map(|card| card.id).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn settle_and_clear_say_nothing_when_nothing_is_new(codec in any_codec(), calls in calls()) {
        let (mut stream, mut out) = (open(codec, 24_000), Vec::new());
        let mut sounded = false;
        for call in calls {
            let before = out.len();
            let padding = make(call, &mut stream, &mut out);
            match call {
                Call::Push(_) => sounded = true,
                Call::PushNothing => prop_assert_eq!(out.len(), before),
                Call::Settle | Call::Clear if !sounded => {
                    prop_assert_eq!((out.len(), padding), (before, SampleCount::ZERO));
                }
                Call::Settle | Call::Clear => sounded = false,
            }
        }
    }

    #[test]
    fn empty_pushes_and_repeated_settles_leave_no_trace(codec in any_codec(), calls in calls()) {
        let plain = calls.iter().copied().filter(|call| !matches!(call, Call::PushNothing));
        let adorned = calls.iter().flat_map(|&call| {
            let again = matches!(call, Call::Settle | Call::Clear).then_some(Call::Settle);
            [Some(Call::PushNothing), Some(call), again].into_iter().flatten()
        });
        prop_assert!(bytes_of(codec, plain) == bytes_of(codec, adorned));
    }

    #[test]
    fn lengths_are_exact_between_clears(calls in calls()) {
        let (mut stream, mut out) = (open(CodecId::MULAW, 24_000), Vec::new());
        let (mut cleared_at, mut pushed) = (0, 0u64);
        for call in calls {
            make(call, &mut stream, &mut out);
            match call {
                Call::Push(len) => pushed += len as u64,
                Call::PushNothing => {}
                Call::Clear => (cleared_at, pushed) = (out.len(), 0),
                Call::Settle => {
                    let due = (pushed * 24_000).div_ceil(22_050);
                    prop_assert_eq!((out.len() - cleared_at) as u64, due);
                }
            }
        }
    }
}

#[test]
fn streams_may_move_between_threads() {
    fn assert_send<T: Send>() {}
    assert_send::<AudioStream>();
}
