//! Sounds to test with, and ways to compare them.

#![allow(dead_code, reason = "each test file uses its own part of this")]

use audio::{AudioStream, CONTAINERS, FormError};
use speech::{CodecId, ContainerId, OutputForm, PcmChunk, SampleCount, SampleRate, Scope};

pub(crate) fn rate(hz: u32) -> SampleRate {
    SampleRate::known(hz)
}

pub(crate) fn form(codec: CodecId, container: ContainerId, hz: u32) -> OutputForm {
    OutputForm { codec, container, rate: rate(hz), bit_rate: None, scope: Scope::Context }
}

/// A codec in the plainest container that holds it.
pub(crate) fn plain(codec: CodecId, hz: u32) -> OutputForm {
    let holder = CONTAINERS.iter().find(|card| (card.holds)(codec)).expect("every codec goes somewhere");
    form(codec, holder.id, hz)
}

pub(crate) fn open(codec: CodecId, hz: u32) -> AudioStream {
    AudioStream::open(plain(codec, hz)).expect("a form that is on offer")
}

pub(crate) fn reason(form: OutputForm) -> Option<FormError> {
    AudioStream::open(form).err()
}

pub(crate) fn chunk(hz: u32, samples: &[i16]) -> PcmChunk {
    PcmChunk { rate: rate(hz), samples: samples.to_vec() }
}

/// A stream that makes one message of every call.
pub(crate) trait Told {
    fn push_into(&mut self, pcm: &PcmChunk, out: &mut Vec<u8>);
    fn settle_into(&mut self, out: &mut Vec<u8>) -> SampleCount;
    fn clear_into(&mut self, out: &mut Vec<u8>) -> SampleCount;
    fn finish_into(&mut self, out: &mut Vec<u8>);
}

impl Told for AudioStream {
    fn push_into(&mut self, pcm: &PcmChunk, out: &mut Vec<u8>) {
        self.push(pcm);
        self.message(out);
    }

    fn settle_into(&mut self, out: &mut Vec<u8>) -> SampleCount {
        let settled = self.settle();
        self.message(out);
        settled
    }

    fn clear_into(&mut self, out: &mut Vec<u8>) -> SampleCount {
        let cleared = self.clear();
        self.message(out);
        cleared.padding
    }

    fn finish_into(&mut self, out: &mut Vec<u8>) {
        self.finish();
        self.message(out);
    }
}

/// A sine at half of full scale.
pub(crate) fn sine(frequency: f64, hz: u32, len: usize) -> Vec<f32> {
    let step = frequency / f64::from(hz) * std::f64::consts::TAU;
    (0..len).map(|n| (0.5 * (n as f64 * step).sin()) as f32).collect()
}

pub(crate) fn to_i16(samples: &[f32]) -> Vec<i16> {
    samples.iter().map(|&sample| audio::pcm::to_i16(sample)).collect()
}

pub(crate) fn from_s16le(bytes: &[u8]) -> Vec<i16> {
    bytes.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect()
}

/// Something between vowel and hiss: harmonics of 120 Hz with a slowly changing level, and some noise. No silence.
pub(crate) fn speech_like(hz: u32, len: usize) -> Vec<i16> {
    let mut noise = 0x2545_F491u32;
    let sample = |n: usize| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let time = n as f64 / f64::from(hz) * std::f64::consts::TAU;
        let voiced: f64 = (1..20).map(|k| (time * 120.0 * f64::from(k)).sin() / f64::from(k)).sum();
        let level = 0.6 + 0.4 * (time * 4.0).sin();
        (voiced * level * 9_000.0 + f64::from(noise >> 16) / 64.0 - 512.0) as i16
    };
    (0..len).map(sample).collect()
}

/// Cuts `samples` at places made of `cuts`, which may be any numbers.
pub(crate) fn divide<'a, T>(samples: &'a [T], cuts: &[usize]) -> Vec<&'a [T]> {
    let mut places: Vec<usize> = cuts.iter().map(|cut| cut % (samples.len() + 1)).collect();
    places.extend([0, samples.len()]);
    places.sort_unstable();
    places.windows(2).map(|pair| &samples[pair[0]..pair[1]]).collect()
}

/// How far the difference lies below `wanted`, in dB.
pub(crate) fn snr_db(wanted: &[f32], got: &[f32]) -> f64 {
    assert_eq!(wanted.len(), got.len());
    let energy = |samples: &mut dyn Iterator<Item = f32>| samples.map(|s| f64::from(s).powi(2)).sum::<f64>();
    let signal = energy(&mut wanted.iter().copied());
    let error = energy(&mut wanted.iter().zip(got).map(|(a, b)| a - b));
    10.0 * (signal / error.max(1e-30)).log10()
}

/// Root of the mean square.
pub(crate) fn level(samples: &[f32]) -> f64 {
    (samples.iter().map(|&s| f64::from(s).powi(2)).sum::<f64>() / samples.len() as f64).sqrt()
}

/// The sizes of the steps from each sample to the next, rising.
pub(crate) fn steps(samples: &[f32]) -> Vec<f32> {
    let mut steps: Vec<f32> = samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    steps.sort_by(f32::total_cmp);
    steps
}

/// The largest of [`steps`].
pub(crate) fn largest(steps: &[f32]) -> f32 {
    steps.last().copied().unwrap_or(0.0)
}
