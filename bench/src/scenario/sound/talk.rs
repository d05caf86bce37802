//! What is said: generations of segments, as the session knows them, before any form.

use audio::to_i16;
use speech::SampleRate;

use crate::bare::Bare;
use crate::failure::Failure;
use crate::replies::{SEVENTY_SIX_WORDS, TEN_SEGMENTS, TWELVE_WORDS, segments};

/// The rate of the embedded voice.
const VOICE: SampleRate = SampleRate::known(22_050);
/// A generation of a tone fades in and out in so many seconds.
const FADE: f64 = 0.02;
/// And ends in so many of silence: less than the embedded voice's, which the page tells.
const SILENCE: f64 = 0.05;
/// How long the segments of a tone's generations are, in samples: whole turns of the tone in none of them.
const TONE_SEGMENTS: [&[usize]; 3] = [&[41_011, 27_777, 50_003], &[33_331], &[22_229, 44_449]];
/// A quarter of full scale is as loud as speech.
const TONE_LEVEL: f64 = 0.25;

/// What is said in one stream.
pub(super) struct Talk {
    /// Of all samples.
    pub(super) rate: SampleRate,
    /// Generations of segments of samples.
    pub(super) generations: Vec<Vec<Vec<i16>>>,
}

impl Talk {
    /// The embedded voice in three turns: ten short sentences, a long reply, one sentence.
    pub(super) fn spoken(bare: &Bare) -> Result<Self, Failure> {
        let speak = |text: &str| -> Result<Vec<Vec<i16>>, Failure> {
            segments(text).iter().map(|segment| pcm(bare, segment)).collect()
        };
        let generations = [TEN_SEGMENTS, SEVENTY_SIX_WORDS, TWELVE_WORDS].into_iter().map(speak);
        Ok(Self { rate: VOICE, generations: generations.collect::<Result<_, _>>()? })
    }

    /// A steady tone, which goes on from segment to segment and fades at both ends of a generation.
    pub(super) fn tone(frequency: f64) -> Self {
        let generation = |lengths: &&[usize]| {
            let whole = faded(frequency, lengths.iter().sum());
            let mut rest = whole.as_slice();
            let segment = |len: &usize| rest.split_off(..*len).unwrap_or_default().to_vec();
            lengths.iter().map(segment).collect()
        };
        Self { rate: VOICE, generations: TONE_SEGMENTS.iter().map(generation).collect() }
    }

    /// For how long each generation has been silent when it ends, in ms.
    pub(super) fn silent_ends(&self) -> Vec<f64> {
        /// −60 dB of full scale.
        const AUDIBLE: u16 = 32;
        let silent = |generation: &Vec<Vec<i16>>| {
            let samples = generation.concat();
            let last = samples.iter().rposition(|sample| sample.unsigned_abs() > AUDIBLE);
            samples.len() - last.map_or(0, |last| last + 1)
        };
        self.generations.iter().map(|all| silent(all) as f64 * 1e3 / f64::from(self.rate.hz())).collect()
    }

    /// How long it all is, in seconds.
    pub(super) fn seconds(&self) -> f64 {
        let samples: usize = self.generations.iter().flatten().map(Vec::len).sum();
        samples as f64 / f64::from(self.rate.hz())
    }
}

fn pcm(bare: &Bare, text: &str) -> Result<Vec<i16>, Failure> {
    let mut samples = Vec::new();
    to_i16(&bare.hosted_sound(text)?, &mut samples);
    Ok(samples)
}

fn faded(frequency: f64, len: usize) -> Vec<i16> {
    let hz = f64::from(VOICE.hz());
    let sounding = len - (SILENCE * hz) as usize;
    let sample = |n: usize| {
        let from_edge = n.min(sounding.saturating_sub(n));
        let edge = (from_edge as f64 / hz / FADE).min(1.0);
        let level = TONE_LEVEL * (0.5 - 0.5 * (edge * std::f64::consts::PI).cos());
        (level * (n as f64 / hz * frequency * std::f64::consts::TAU).sin()) as f32
    };
    let floats: Vec<f32> = (0..len).map(sample).collect();
    let mut samples = Vec::new();
    to_i16(&floats, &mut samples);
    samples
}
