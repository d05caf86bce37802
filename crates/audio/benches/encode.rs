//! Encode time over audio time. Every case encodes one second of audio, so a result of 1 ms is a thousandth of real time.
//! It reports and judges nothing. The rubato cases are why we have a resampler of our own
//! (`cargo bench -p audio`).
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "the person who runs a bench reads what it says"
)]

use audio::{AudioStream, CONTAINERS, Resampler, prepare};
use audioadapter_buffers::direct::InterleavedSlice;
use divan::{Bencher, black_box};
use rubato::{
    Async, Fft, FixedAsync, FixedSync, Resampler as _, SincInterpolationParameters, SincInterpolationType,
    WindowFunction,
};
use speech::{CodecId, OutputForm, PcmChunk, SampleRate, Scope};

fn main() {
    divan::main();
}

/// The rate of eSpeak NG's voices.
const ENGINE: SampleRate = SampleRate::known(22_050);
/// What the later chunks of a generation are long: 200 ms.
const CHUNK: usize = 4_410;

const FORMS: [(CodecId, u32); 11] = [
    (CodecId::PCM_S16LE, 22_050),
    (CodecId::PCM_S16LE, 24_000),
    (CodecId::PCM_S16LE, 47_999),
    (CodecId::MULAW, 8_000),
    (CodecId::MP3, 24_000),
    (CodecId::MP3, 44_100),
    (CodecId::FLAC, 22_050),
    (CodecId::FLAC, 24_000),
    (CodecId::OPUS, 8_000),
    (CodecId::OPUS, 24_000),
    (CodecId::OPUS, 48_000),
];

fn one_second() -> Vec<i16> {
    let sample = |n: usize| (9_000.0 * (n as f64 * 0.05).sin() + 4_000.0 * (n as f64 * 0.61).sin()) as i16;
    (0..ENGINE.hz() as usize).map(sample).collect()
}

#[divan::bench(args = FORMS)]
fn stream(bencher: Bencher<'_, '_>, (codec, hz): (CodecId, u32)) {
    let container = CONTAINERS.iter().find(|card| (card.holds)(codec)).unwrap().id;
    let form = OutputForm {
        codec,
        container,
        rate: SampleRate::known(hz),
        bit_rate: None,
        scope: Scope::Connection,
    };
    let chunks: Vec<PcmChunk> = one_second()
        .chunks(CHUNK)
        .map(|samples| PcmChunk { rate: ENGINE, samples: samples.to_vec() })
        .collect();
    let mut stream = AudioStream::open(form).unwrap();
    let mut out = Vec::new();
    bencher.bench_local(|| {
        out.clear();
        for chunk in &chunks {
            stream.push(black_box(chunk));
            stream.message(&mut out);
        }
        black_box(out.len())
    });
}

#[divan::bench(args = [(22_050, 24_000), (22_050, 8_000), (22_050, 16_000), (24_000, 8_000), (24_000, 48_000)])]
fn ours(bencher: Bencher<'_, '_>, (from, to): (u32, u32)) {
    let mut resampler = Resampler::new(SampleRate::known(from), SampleRate::known(to));
    let input: Vec<f32> = (0..from / 5).map(|n| (n as f32 * 0.05).sin()).collect();
    bencher.bench_local(|| (0..5).map(|_| resampler.push(black_box(input.clone())).len()).sum::<usize>());
}

/// A second of floats to 16 bits, as they come from an engine.
#[divan::bench]
fn sixteen_bits(bencher: Bencher<'_, '_>) {
    let mut input = Vec::new();
    audio::to_f32(&one_second(), &mut input);
    bencher.bench_local(|| {
        let mut out = Vec::with_capacity(input.len());
        audio::to_i16(black_box(&input), &mut out);
        out
    });
}

#[divan::bench(args = [(22_050, 24_000), (22_050, 8_000)])]
fn open(bencher: Bencher<'_, '_>, (from, to): (u32, u32)) {
    bencher.bench_local(|| Resampler::new(SampleRate::known(from), SampleRate::known(to)));
}

/// The first stream of a pair of rates, whose filter has to be computed.
#[divan::bench(
    args = [(22_050, 24_000), (22_050, 8_000), (22_050, 47_999), (22_050, 8_009), (48_000, 8_009), (48_000, 8_176)],
    sample_count = 20,
    sample_size = 1
)]
fn open_first(bencher: Bencher<'_, '_>, (from, to): (u32, u32)) {
    bencher
        .with_inputs(forget_filters)
        .bench_local_values(|()| Resampler::new(SampleRate::known(from), SampleRate::known(to)));
}

/// A hundred pairs that nobody has, one after another.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn open_a_hundred_odd(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| (0..100).for_each(|n| prepare(ENGINE, SampleRate::known(8_009 + 2 * n))));
}

/// Asks for so many other filters that none of a bench is kept.
fn forget_filters() {
    (0..60).for_each(|n| prepare(SampleRate::known(11_003), SampleRate::known(8_001 + 2 * n)));
}

#[divan::bench(args = [(22_050, 24_000), (22_050, 8_000)])]
fn rubato_fft(bencher: Bencher<'_, '_>, (from, to): (usize, usize)) {
    let resampler = Fft::<f32>::new(from, to, 256, 1, FixedSync::Input).unwrap();
    let delay_ms = (resampler.output_delay() * 1000) as f64 / to as f64;
    let block_ms = (resampler.input_frames_max() * 1000) as f64 / from as f64;
    println!("  rubato fft {from}→{to}: delay {delay_ms:.1} ms, block {block_ms:.1} ms");
    rubato(bencher, from, resampler);
}

#[divan::bench(args = [(22_050, 24_000), (22_050, 8_000)])]
fn rubato_sinc(bencher: Bencher<'_, '_>, (from, to): (usize, usize)) {
    let parameters = SincInterpolationParameters {
        sinc_len: if to < from { 136 } else { 48 },
        f_cutoff: None,
        interpolation: SincInterpolationType::Linear,
        oversampling_factor: 256,
        window: WindowFunction::BlackmanHarris2,
    };
    let ratio = to as f64 / from as f64;
    let resampler = Async::<f32>::new_sinc(ratio, 1.1, &parameters, 64, 1, FixedAsync::Input).unwrap();
    let delay_ms = (resampler.output_delay() * 1000) as f64 / to as f64;
    println!("  rubato sinc {from}→{to}: delay {delay_ms:.1} ms, block {:.1} ms", 64_000.0 / from as f64);
    rubato(bencher, from, resampler);
}

fn rubato(bencher: Bencher<'_, '_>, from: usize, mut resampler: impl rubato::Resampler<f32>) {
    let block = resampler.input_frames_max();
    let input = vec![0.1f32; block];
    let mut output = vec![0.0f32; resampler.output_frames_max()];
    let frames_out = output.len();
    bencher.bench_local(|| {
        for _ in 0..from / block {
            let input = InterleavedSlice::new(black_box(&input), 1, block).unwrap();
            let mut output = InterleavedSlice::new_mut(&mut output, 1, frames_out).unwrap();
            resampler.process_into_buffer(&input, &mut output, None).unwrap();
        }
    });
}
