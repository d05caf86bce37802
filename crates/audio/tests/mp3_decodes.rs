//! MP3 as a decoder that is not LAME's understands it: all that was pushed is there, at the declared delay.
#![cfg(feature = "mp3")]

mod sound;

use audio::AudioStream;
use audio::mp3::{DELAY, LOOKAHEAD};
use sound::{Told, chunk, form, largest, open, sine, snr_db, steps, to_i16};
use speech::{CodecId, ContainerId};

const RATES: [u32; 9] = [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];

fn decode(mp3: &[u8], hz: u32) -> Vec<f32> {
    let form = form(CodecId::MP3, ContainerId::RAW, hz);
    let heard = ear::hear(&form, &[mp3.to_vec()]).expect("our MP3 is valid");
    assert_eq!(heard.rate, form.rate);
    heard.samples
}

/// Pushes without resampling and settles; returns the padding.
fn say(stream: &mut AudioStream, hz: u32, samples: &[f32], out: &mut Vec<u8>) -> usize {
    stream.push_into(&chunk(hz, &to_i16(samples)), out);
    stream.settle_into(out).0 as usize
}

#[test]
fn after_each_settle_everything_can_be_decoded_where_it_belongs() {
    for hz in RATES {
        let mut stream = open(CodecId::MP3, hz);
        let (mut out, mut pushed) = (Vec::new(), 0);
        let mut said = Vec::new();
        for len in [hz as usize / 3, 1, 2_000, hz as usize / 7 + 11] {
            let tone = sine(440.0, hz, len);
            let start = pushed;
            pushed += len + say(&mut stream, hz, &tone, &mut out);
            said.push((start, tone));
            let decoded = decode(&out, hz);
            assert_eq!(decoded.len() as u64 + LOOKAHEAD, pushed as u64, "{hz} Hz");
            for (start, tone) in said.iter().filter(|(_, tone)| tone.len() > 1_000) {
                let heard = &decoded[start + DELAY as usize..][..tone.len()];
                let snr = snr_db(tone, heard);
                assert!(snr > 17.0, "{hz} Hz, {start}: {snr:.1} dB");
                let end = snr_db(&tone[tone.len() - 400..], &heard[tone.len() - 400..]);
                assert!(end > 9.0, "{hz} Hz, {start}: only {end:.1} dB at its end");
            }
        }
        assert_eq!(stream.delay().0, DELAY);
    }
}

#[test]
fn after_a_clear_the_stream_is_whole_and_what_follows_is_in_place() {
    let hz = 24_000;
    let mut stream = open(CodecId::MP3, hz);
    let mut out = Vec::new();
    stream.push_into(&chunk(hz, &to_i16(&sine(440.0, hz, 5_001))), &mut out);
    let start = 5_001 + stream.clear_into(&mut out).0 as usize;
    assert_eq!(decode(&out, hz).len() as u64 + LOOKAHEAD, start as u64);
    let later = sine(300.0, hz, 6_000);
    say(&mut stream, hz, &later, &mut out);
    let snr = snr_db(&later, &decode(&out, hz)[start + DELAY as usize..][..later.len()]);
    assert!(snr > 17.0, "{snr:.1} dB");
}

#[test]
fn finish_alone_loses_nothing_either() {
    for hz in RATES {
        let tone = sine(300.0, hz, hz as usize / 2);
        let mut stream = open(CodecId::MP3, hz);
        let mut out = Vec::new();
        stream.push_into(&chunk(hz, &to_i16(&tone)), &mut out);
        stream.finish_into(&mut out);
        let decoded = decode(&out, hz);
        let snr = snr_db(&tone, &decoded[DELAY as usize..][..tone.len()]);
        assert!(snr > 17.0, "{hz} Hz: {snr:.1} dB");
    }
}

#[test]
fn a_tone_in_many_chunks_has_no_step_at_their_borders() {
    let hz = 24_000;
    let tone = to_i16(&sine(440.0, hz, 2 * hz as usize));
    let mut stream = open(CodecId::MP3, hz);
    let mut out = Vec::new();
    for piece in tone.chunks(480) {
        stream.push_into(&chunk(hz, piece), &mut out);
    }
    stream.finish_into(&mut out);
    let decoded = decode(&out, hz);
    let steady = &decoded[DELAY as usize + 2_000..DELAY as usize + tone.len() - 2_000];
    let heard = largest(&steps(steady));
    let own = largest(&steps(&sine(440.0, hz, 2_000)));
    assert!(heard < own * 1.1, "{heard} against {own}");
}

#[test]
fn every_frame_stands_alone() {
    // Without a reservoir the field `main_data_begin`, which opens the side information after the four bytes of the
    // header, is zero in every frame: eight bits of it in MPEG-2, nine in MPEG-1.
    for (hz, frame_bytes) in [(24_000, 288), (48_000, 288), (32_000, 432)] {
        let mut stream = open(CodecId::MP3, hz);
        let mut out = Vec::new();
        say(&mut stream, hz, &sine(700.0, hz, hz as usize), &mut out);
        assert_eq!(out.len() % frame_bytes, 0);
        for frame in out.chunks(frame_bytes) {
            assert_eq!((frame[0], frame[1] & 0xE0, frame[4]), (0xFF, 0xE0, 0), "{hz} Hz");
        }
    }
}

#[test]
fn the_bit_rate_is_the_one_asked_for() {
    for (hz, wish, kbps) in
        [(24_000, Some(32_000), 32), (24_000, None, 96), (44_100, Some(128_000), 128), (8_000, None, 64)]
    {
        let wished = speech::OutputForm { bit_rate: wish, ..form(CodecId::MP3, ContainerId::RAW, hz) };
        let mut stream = AudioStream::open(wished).unwrap();
        let mut out = Vec::new();
        let seconds = 4;
        say(&mut stream, hz, &sine(500.0, hz, seconds * hz as usize), &mut out);
        let samples = decode(&out, hz).len();
        let got = out.len() as f64 * 8.0 / (samples as f64 / f64::from(hz)) / 1_000.0;
        assert!((got - f64::from(kbps)).abs() < 1.0, "{hz} Hz: {got:.1} kbit/s instead of {kbps}");
    }
}
