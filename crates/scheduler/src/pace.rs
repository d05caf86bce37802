//! How fast an engine really is, and how long people talk with it: moving averages over what happened of late.

use std::time::Duration;

use speech::AudioTime;

/// How much one more step moves an average: about the last sixty decide.
const STEP_WEIGHT: f64 = 1.0 / 64.0;
/// The same for what happens once a job, or once a talk.
const JOB_WEIGHT: f64 = 1.0 / 16.0;
/// What a step is taken to give before any was seen, in seconds of audio.
const STEP_GUESS: f64 = 0.25;
/// Slower than this nothing counts as, so that no quotient overflows; in audio seconds per slot second.
const SLOWEST: f64 = 1e-3;

/// Averages of one engine, all in seconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    step_audio: f64,
    step_busy: f64,
    begin_busy: f64,
    talk: f64,
}

impl Pace {
    pub(crate) fn guess(speed: f32) -> Self {
        let speed = f64::from(speed).max(SLOWEST);
        let step_busy = STEP_GUESS / speed;
        Self { step_audio: STEP_GUESS, step_busy, begin_busy: step_busy, talk: 0.0 }
    }

    pub(crate) fn saw_step(&mut self, audio: AudioTime, busy: Duration) {
        blend(&mut self.step_audio, audio.as_seconds(), STEP_WEIGHT);
        blend(&mut self.step_busy, busy.as_secs_f64(), STEP_WEIGHT);
    }

    pub(crate) fn saw_begin(&mut self, busy: Duration) {
        blend(&mut self.begin_busy, busy.as_secs_f64(), JOB_WEIGHT);
    }

    pub(crate) fn saw_talk(&mut self, length: Duration) {
        blend(&mut self.talk, length.as_secs_f64(), JOB_WEIGHT);
    }

    /// Slots that one second of its audio takes for a second: the share that a live stream reserves.
    pub(crate) fn share(&self) -> f64 {
        (self.step_busy / self.step_audio.max(f64::MIN_POSITIVE)).min(1.0 / SLOWEST)
    }

    /// Slot seconds of a usual step.
    pub(crate) const fn step(&self) -> f64 {
        self.step_busy
    }

    /// Slot seconds of a usual first step.
    pub(crate) const fn begin(&self) -> f64 {
        self.begin_busy
    }

    /// Seconds of audio in a usual talk; nothing until some have ended.
    pub(crate) const fn talk(&self) -> f64 {
        self.talk
    }
}

fn blend(average: &mut f64, seen: f64, weight: f64) {
    *average += (seen - *average) * weight;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measurement_replaces_the_guess() {
        let mut pace = Pace::guess(1_000.0);
        for _ in 0..500 {
            pace.saw_step(AudioTime::from_millis(500), Duration::from_millis(100));
        }
        assert!((pace.share() - 0.2).abs() < 0.01, "five seconds of audio a second: {}", pace.share());
    }

    #[test]
    fn an_engine_that_gives_no_sound_has_a_finite_share() {
        let mut pace = Pace::guess(0.0);
        for _ in 0..100_000 {
            pace.saw_step(AudioTime::ZERO, Duration::from_secs(1));
        }
        assert!(pace.share().is_finite());
    }
}
