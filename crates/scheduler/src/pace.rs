//! How fast an engine really is, and how long people talk with it, by what happened of late.
//!
//! Speed is measured on whole segments: a segment's first step may cost the most and give the least, its last may give
//! no sound at all, and in a burst many steps of one kind come in a row. What is remembered is sums of slot time and of
//! sound, so that a segment counts by its sound, and it is forgotten by the sound that followed it. Until enough segments
//! have ended, single steps stand in for them, those with enough sound to tell something, and before those the guess.
//!
//! Slot time is wall time, which now and then holds a pause that was not the engine's doing. So nothing counts as much
//! slower than was to be expected; only many such segments in a row make an engine slow.

use std::time::Duration;

use speech::AudioTime;

/// The sound that the measured speed rests on, in seconds: about a minute.
const MEMORY: f64 = 60.0;
/// What single steps, or the guess, count for beside that, in the beginning.
const STEPS_WORTH: f64 = 6.0;
/// The sound that the speed of single steps rests on.
const STEPS_MEMORY: f64 = 10.0;
/// What the guess counts for beside that, in the beginning.
const GUESS_WORTH: f64 = 1.0;
/// A step with so much sound tells something of the whole segment's speed; what it costs is not mainly its beginning.
const TELLING_STEP: f64 = 0.25;
/// Nothing seen counts as more than so many times what was expected.
const MOST_SURPRISE: f64 = 4.0;
/// How much one more step moves an average: about the last sixty decide.
const STEP_WEIGHT: f64 = 1.0 / 64.0;
/// The same for what happens once a job, or once a talk.
const JOB_WEIGHT: f64 = 1.0 / 16.0;
/// What a step is taken to give before any was seen, in seconds of audio.
const STEP_GUESS: f64 = 0.25;
/// Slower than this nothing counts as, so that no quotient overflows; in audio seconds per slot second.
const SLOWEST: f64 = 1e-3;
/// Nor faster than this, so that an engine without cost does not become infinitely surprising; in the same unit.
const FASTEST: f64 = 1e6;

/// Averages of one engine, all in seconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    segments: Cost,
    steps: Cost,
    /// What `steps` counts for beside `segments`, in seconds of sound.
    steps_worth: f64,
    step_busy: f64,
    begin_busy: f64,
    talk: f64,
    /// From 1 to 0: how little is known of `talk`.
    doubt: f64,
}

/// What sound costs.
#[derive(Debug, Clone, Copy)]
struct Cost {
    /// Sound that is remembered, and the slot time that it took.
    audio: f64,
    busy: f64,
}

impl Cost {
    const NONE: Self = Self { audio: 0.0, busy: 0.0 };

    fn ratio(&self) -> f64 {
        self.busy / self.audio
    }

    /// However long the new is, it counts as `memory` at most: its own beginning is forgotten, too.
    fn saw(&mut self, audio: f64, ratio: f64, memory: f64) {
        let kept = (-audio / memory).exp();
        let new = memory * (1.0 - kept);
        self.audio = self.audio * kept + new;
        self.busy = self.busy * kept + new * ratio;
    }
}

impl Pace {
    pub(crate) fn guess(speed: f32) -> Self {
        let speed = f64::from(speed).clamp(SLOWEST, FASTEST);
        let step_busy = STEP_GUESS / speed;
        Self {
            segments: Cost::NONE,
            steps: Cost { audio: GUESS_WORTH, busy: GUESS_WORTH / speed },
            steps_worth: STEPS_WORTH,
            step_busy,
            begin_busy: step_busy,
            talk: 0.0,
            doubt: 1.0,
        }
    }

    pub(crate) fn saw_step(&mut self, audio: AudioTime, busy: Duration) {
        blend(&mut self.step_busy, busy.as_secs_f64(), STEP_WEIGHT);
        let audio = audio.as_seconds();
        if audio >= TELLING_STEP {
            let ratio = (busy.as_secs_f64() / audio).min(self.steps.ratio() * MOST_SURPRISE);
            self.steps.saw(audio, ratio.max(1.0 / FASTEST), STEPS_MEMORY);
        }
    }

    pub(crate) fn saw_begin(&mut self, busy: Duration) {
        let busy = busy.as_secs_f64().min(self.begin_busy * MOST_SURPRISE).max(1.0 / FASTEST);
        blend(&mut self.begin_busy, busy, JOB_WEIGHT);
    }

    /// So much slot time is what a whole segment took. From one without sound there is nothing to learn.
    pub(crate) fn saw_segment(&mut self, audio: AudioTime, busy: Duration) {
        let audio = audio.as_seconds();
        if audio > 0.0 {
            let ratio = (busy.as_secs_f64() / audio).min(self.share() * MOST_SURPRISE);
            self.segments.saw(audio, ratio, MEMORY);
            self.steps_worth *= (-audio / MEMORY).exp();
        }
    }

    pub(crate) fn saw_talk(&mut self, length: Duration) {
        blend(&mut self.talk, length.as_secs_f64(), JOB_WEIGHT);
        blend(&mut self.doubt, 0.0, JOB_WEIGHT);
    }

    /// Slots that one second of its audio takes for a second: the share that a live stream reserves.
    pub(crate) fn share(&self) -> f64 {
        let busy = self.segments.busy + self.steps.ratio() * self.steps_worth;
        let share = busy / (self.segments.audio + self.steps_worth);
        share.clamp(1.0 / FASTEST, 1.0 / SLOWEST)
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

    /// How little that says: 1 until a talk has ended, 0 when many have.
    pub(crate) const fn doubt(&self) -> f64 {
        self.doubt
    }
}

fn blend(average: &mut f64, seen: f64, weight: f64) {
    *average += (seen - *average) * weight;
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: AudioTime = AudioTime::from_millis(1_000);

    fn after(mut pace: Pace, segments: usize, audio: AudioTime, busy: Duration) -> Pace {
        (0..segments).for_each(|_| pace.saw_segment(audio, busy));
        pace
    }

    #[test]
    fn measurement_replaces_the_guess() {
        for guess in [0.1, 5.0, 1_000.0, 1e9] {
            let pace = after(Pace::guess(guess), 500, SECOND, Duration::from_millis(200));
            assert!((pace.share() - 0.2).abs() < 0.01, "five seconds of audio a second: {}", pace.share());
        }
    }

    #[test]
    fn one_long_segment_is_enough_where_the_guess_was_near() {
        let pace = after(Pace::guess(15.0), 1, AudioTime::from_millis(20_000), Duration::from_secs(4));
        assert!((pace.share() - 0.2).abs() < 0.05, "{}", pace.share());
    }

    #[test]
    fn until_a_segment_has_ended_its_steps_tell() {
        let mut pace = Pace::guess(15.0);
        (0..4).for_each(|_| pace.saw_step(AudioTime::from_millis(500), Duration::from_millis(100)));
        assert!(pace.share() > 0.14, "{}", pace.share());
    }

    #[test]
    fn beginnings_and_ends_in_a_row_tell_nothing() {
        let mut pace = Pace::guess(1_000.0);
        (0..500).for_each(|_| pace.saw_step(AudioTime::from_millis(40), Duration::from_millis(1)));
        (0..500).for_each(|_| pace.saw_step(AudioTime::ZERO, Duration::from_millis(1)));
        assert!((pace.share() - 0.001).abs() < 1e-9, "{}", pace.share());
    }

    #[test]
    fn one_pause_of_the_machine_changes_little() {
        let mut pace = after(Pace::guess(1_000.0), 100, SECOND, Duration::from_millis(1));
        (0..100).for_each(|_| pace.saw_begin(Duration::from_millis(1)));
        pace.saw_segment(SECOND, Duration::from_secs(5));
        pace.saw_begin(Duration::from_secs(5));
        assert!(pace.share() < 0.001_1 && pace.begin() < 0.001_3, "{pace:?}");
    }

    #[test]
    fn segments_without_sound_teach_nothing() {
        let pace = after(Pace::guess(1_000.0), 100_000, AudioTime::ZERO, Duration::from_secs(1));
        assert!((pace.share() - 0.001).abs() < 1e-9);
    }

    #[test]
    fn no_share_is_beyond_reason() {
        assert!(Pace::guess(0.0).share().is_finite());
        let free = after(Pace::guess(1.0), 100_000, SECOND, Duration::ZERO);
        let dear = after(free, 1_000, SECOND, Duration::from_secs(u64::MAX));
        assert!(free.share() > 0.0 && dear.share().is_finite());
    }
}
