//! The level that all voices share.
//!
//! One factor for a whole segment, from what was once measured of the voice: a gain that listened to what is being said
//! would be heard to move.

use speech::{Loudness, SampleRate, Volume};

use crate::limiter::Limiter;

/// How loud every voice is that was measured. Its reasons are in `docs/adr/0013-mastering.md`.
pub const TARGET: Loudness = Loudness::from_hundredths(-2_000);

/// What brings a voice to that level; one if nobody has measured it.
pub(crate) fn voice_gain(loudness: Option<Loudness>) -> f32 {
    loudness.map_or(1.0, |loudness| loudness.gain_to(TARGET))
}

/// A factor, and what becomes too loud by it.
pub(crate) struct Level {
    gain: f32,
    limiter: Limiter,
}

impl Level {
    /// Of a voice and a request; `None` if nothing is to be changed: nobody has measured the voice, and nobody asks for
    /// another volume.
    pub(crate) fn new(loudness: Option<Loudness>, volume: Volume, rate: SampleRate) -> Option<Self> {
        if loudness.is_none() && volume == Volume::NORMAL {
            return None;
        }
        let gain = voice_gain(loudness) * volume.factor();
        Some(Self { gain, limiter: Limiter::new(rate) })
    }

    /// Takes samples in and gives what is certain.
    pub(crate) fn push(&mut self, mut samples: Vec<f32>) -> Vec<f32> {
        samples.iter_mut().for_each(|sample| *sample *= self.gain);
        self.limiter.push(&samples)
    }

    /// Ends: gives the rest.
    pub(crate) fn finish(&mut self) -> Vec<f32> {
        self.limiter.finish()
    }
}
