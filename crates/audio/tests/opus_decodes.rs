//! Opus as libopus' own decoder understands it: all that was pushed is there, at the declared delay.
#![cfg(feature = "opus")]

mod sound;

use std::io::Cursor;

use audio::AudioStream;
use ogg::PacketReader;
use opus::{Channels, Decoder};
use sound::{Told, chunk, form, level, open, rate, sine, snr_db, speech_like, to_i16};
use speech::{CodecId, ContainerId, OutputForm};

/// Rates at which nothing is resampled.
const RATES: [u32; 5] = [8_000, 12_000, 16_000, 24_000, 48_000];

/// All that the Opus packets of an Ogg stream, or of the beginning of one, decode to at `hz`.
fn decode(ogg: &[u8], hz: u32) -> Vec<f32> {
    let mut decoder = Decoder::new(hz, Channels::Mono).expect("a rate of Opus");
    let mut samples = Vec::new();
    let mut frame = vec![0.0; hz as usize / 50];
    for packet in packets(ogg).iter().skip(2) {
        let len = decoder.decode_float(packet, &mut frame, false).expect("a whole packet");
        samples.extend_from_slice(&frame[..len]);
    }
    samples
}

fn packets(ogg: &[u8]) -> Vec<Vec<u8>> {
    let mut reader = PacketReader::new(Cursor::new(ogg));
    std::iter::from_fn(|| reader.read_packet().expect("whole pages")).map(|packet| packet.data).collect()
}

fn at(hz: u32, bit_rate: u32) -> AudioStream {
    let form = form(CodecId::OPUS, ContainerId::OGG, hz);
    AudioStream::open(OutputForm { bit_rate: Some(bit_rate), ..form }).expect("a form that is on offer")
}

/// By how much Opus is late in samples at `hz`, which the first packet says.
fn delay(ogg: &[u8], hz: u32) -> usize {
    let head = &packets(ogg)[0];
    usize::from(u16::from_le_bytes([head[10], head[11]])) * hz as usize / 48_000
}

/// Pushes and settles; returns the padding.
fn say(stream: &mut AudioStream, hz: u32, samples: &[i16], out: &mut Vec<u8>) -> usize {
    stream.push_into(&chunk(hz, samples), out);
    stream.settle_into(out).0 as usize
}

fn floats(samples: &[i16]) -> Vec<f32> {
    samples.iter().copied().map(audio::pcm::to_f32).collect()
}

#[test]
fn after_each_settle_everything_can_be_decoded_where_it_belongs() {
    for hz in RATES {
        let mut stream = at(hz, 96_000);
        let (mut out, mut pushed) = (Vec::new(), 0);
        let mut said = Vec::new();
        for len in [hz as usize / 3, 1, hz as usize / 10, hz as usize / 7 + 11] {
            let tone = sine(440.0, hz, len);
            let start = pushed;
            pushed += len + say(&mut stream, hz, &to_i16(&tone), &mut out);
            said.push((start, tone));
            let (decoded, delay) = (decode(&out, hz), delay(&out, hz));
            for (start, tone) in said.iter().filter(|(_, tone)| tone.len() > 100) {
                let heard = &decoded[start + delay..][..tone.len()];
                let snr = snr_db(tone, heard);
                assert!(snr > 20.0, "{hz} Hz, {start}: {snr:.1} dB");
                let last = tone.len() - hz as usize / 200;
                let end = snr_db(&tone[last..], &heard[last..]);
                assert!(end > 6.0, "{hz} Hz, {start}: only {end:.1} dB at its end");
            }
        }
    }
}

#[test]
fn the_delay_is_exactly_what_is_declared() {
    // The speech codec of the lower bit rates resamples inside, to a tenth of a millisecond.
    let cases = |hz: u32| [(hz, 24_000, hz as usize / 10_000 + 1), (hz, 64_000, 0)];
    for (hz, bit_rate, tolerance) in RATES.into_iter().flat_map(cases) {
        let samples = speech_like(hz, hz as usize);
        let (mut stream, mut out) = (at(hz, bit_rate), Vec::new());
        say(&mut stream, hz, &samples, &mut out);
        let (decoded, delay) = (decode(&out, hz), delay(&out, hz));
        assert_eq!(delay, hz as usize * 7 / 1_000);
        let wanted = &floats(&samples)[1_000..7_000];
        let likeness = |late: usize| -> f32 {
            wanted.iter().zip(&decoded[late + 1_000..]).map(|(wanted, heard)| wanted * heard).sum()
        };
        let best = (0..2 * delay).max_by(|&a, &b| likeness(a).total_cmp(&likeness(b))).unwrap();
        assert!(best.abs_diff(delay) <= tolerance, "{hz} Hz at {bit_rate} bit/s: {best}");
    }
}

#[test]
fn nothing_is_lost_at_the_end() {
    for hz in [8_000, 24_000, 48_000] {
        let (len, burst) = (hz as usize / 5 + 33, hz as usize / 200);
        let mut samples = vec![0i16; len - burst];
        samples.extend(to_i16(&sine(1_000.0, hz, burst)));
        let (mut stream, mut out) = (at(hz, 64_000), Vec::new());
        stream.push_into(&chunk(hz, &samples), &mut out);
        stream.finish_into(&mut out);
        let heard = &decode(&out, hz)[delay(&out, hz)..][..len];
        let (before, sounding) = (level(&heard[..len / 2]), level(&heard[len - burst..]));
        assert!(sounding > 0.3 && before < 0.001, "{hz} Hz: {sounding:.3} after {before:.4}");
    }
}

#[test]
fn after_a_clear_the_stream_is_whole_and_what_follows_is_in_place() {
    let hz = 24_000;
    let (mut stream, mut out) = (at(hz, 96_000), Vec::new());
    let whole_frames = 240 + 10 * 480;
    stream.push_into(&chunk(hz, &to_i16(&sine(440.0, hz, whole_frames + 400))), &mut out);
    stream.clear_into(&mut out);
    let told = decode(&out, hz).len();
    let later = sine(300.0, hz, 6_000);
    say(&mut stream, hz, &to_i16(&later), &mut out);
    // libopus looks ahead 6.5 ms.
    let lookahead = 156;
    let heard = decode(&out, hz);
    let snr = snr_db(&later, &heard[told + lookahead..][..later.len()]);
    assert!(snr > 20.0, "{snr:.1} dB");
    let (last, after) = (whole_frames + lookahead - 200, whole_frames + lookahead + 100);
    assert!(level(&heard[last..][..100]) > 0.2, "what was in frames is heard");
    assert!(level(&heard[after..][..100]) < 0.01, "what was not is not");
}

#[test]
fn the_first_chunk_of_a_generation_is_a_packet() {
    for engine in [16_000, 22_050, 24_000, 48_000] {
        for hz in [8_000, 22_050, 24_000, 48_000] {
            let (mut stream, mut out) = (open(CodecId::OPUS, hz), Vec::new());
            for generation in 0..3 {
                let before = out.len();
                stream.push_into(&chunk(engine, &speech_like(engine, engine as usize / 50)), &mut out);
                assert!(out.len() > before, "{engine} Hz to {hz} Hz, generation {generation}");
                stream.settle_into(&mut out);
            }
        }
    }
}

#[test]
fn the_bit_rate_is_about_the_one_asked_for() {
    for (hz, bit_rate) in [(24_000, 32_000), (24_000, 64_000), (48_000, 96_000), (16_000, 16_000)] {
        let (mut stream, mut out) = (at(hz, bit_rate), Vec::new());
        let seconds = 4;
        say(&mut stream, hz, &speech_like(hz, seconds * hz as usize), &mut out);
        let bits = packets(&out).iter().skip(2).map(Vec::len).sum::<usize>() * 8;
        let got = bits as f64 / seconds as f64 / f64::from(bit_rate);
        assert!((0.7..1.15).contains(&got), "{hz} Hz at {bit_rate} bit/s: {got:.2} of it");
    }
}

#[test]
fn two_streams_of_the_same_are_the_same_bytes() {
    let bytes = || {
        let (mut stream, mut out) = (open(CodecId::OPUS, 22_050), Vec::new());
        say(&mut stream, 22_050, &speech_like(22_050, 30_000), &mut out);
        stream.finish_into(&mut out);
        out
    };
    assert!(bytes() == bytes());
}

#[test]
fn what_is_beyond_full_scale_saturates() {
    let square: Vec<i16> = (0..24_000).map(|n| if n / 40 % 2 == 0 { i16::MAX } else { i16::MIN }).collect();
    // The resampler overshoots.
    let (mut stream, mut out) = (at(24_000, 96_000), Vec::new());
    say(&mut stream, 22_050, &square, &mut out);
    assert_eq!(stream.coding_rate(), rate(24_000));
    let heard = decode(&out, 24_000);
    assert!(level(&heard) > 0.8 && heard.iter().all(|sample| sample.abs() < 1.6));
}
