//! The silence before and after a segment.
//!
//! What is silent at the beginning is cut to an onset. Silence later goes out as far as the pause reaches that is due at
//! the end. More of it waits: if something audible follows it was a pause of the text's and passes, if nothing does it is
//! left out. Samples come in any division; what goes out depends on their sequence only. Read [`Edges`] first.

use std::time::Duration;

use engine::ONSET;
use speech::{AudioTime, SampleCount, SampleRate};

/// The way of the samples through the silences of one segment.
pub(crate) struct Edges {
    state: State,
    /// From what level on a sample is heard.
    audible: f32,
    onset: usize,
    /// How long the silence after the last sound shall be.
    pause: usize,
    /// Silent samples that go out once something audible follows. No more than an engine computes of one segment.
    held: Vec<f32>,
    /// How many samples at the beginning were left out.
    cut: u64,
    /// How many have gone out.
    released: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing audible yet; `held` has the last few samples.
    Silent,
    Speaking {
        /// How many silent samples have gone out since the last sound: as many as the pause has, at most.
        quiet: usize,
    },
}

impl Edges {
    /// `audible` is the least level that is heard, and `pause` the silence after the last sound.
    pub(crate) fn new(rate: SampleRate, audible: f32, pause: Duration) -> Self {
        let samples =
            |time: Duration| SampleCount::in_time(AudioTime::from_nanos(time.as_nanos() as u64), rate).0;
        Self {
            state: State::Silent,
            audible,
            onset: samples(ONSET) as usize,
            pause: samples(pause) as usize,
            held: Vec::new(),
            cut: 0,
            released: 0,
        }
    }

    /// Whether anything audible has come.
    pub(crate) fn has_begun(&self) -> bool {
        self.state != State::Silent
    }

    /// Takes samples in and gives what may go out.
    pub(crate) fn push(&mut self, samples: Vec<f32>) -> Vec<f32> {
        let out = match self.state {
            State::Silent => self.listen(samples),
            State::Speaking { quiet } => self.pass(samples, quiet),
        };
        self.released += out.len() as u64;
        out
    }

    /// Waits for the first audible sample.
    fn listen(&mut self, samples: Vec<f32>) -> Vec<f32> {
        let first = samples.iter().position(|sample| self.is_audible(*sample));
        let silent = self.held.len() + first.unwrap_or(samples.len());
        self.held.extend(samples);
        let surplus = silent.saturating_sub(self.onset);
        self.held.drain(..surplus);
        self.cut += surplus as u64;
        if first.is_none() {
            return Vec::new();
        }
        let begun = std::mem::take(&mut self.held);
        self.pass(begun, 0)
    }

    /// Lets out what is audible, what lies before it, and of the silence after it as much as the pause has, of which
    /// `quiet` samples are out.
    fn pass(&mut self, samples: Vec<f32>, quiet: usize) -> Vec<f32> {
        let last = samples.iter().rposition(|sample| self.is_audible(*sample));
        let (voiced, quiet) = last.map_or((0, quiet), |last| (last + 1, 0));
        let silence = (samples.len() - voiced).min(self.pause - quiet);
        self.state = State::Speaking { quiet: quiet + silence };
        if self.held.is_empty() && voiced + silence == samples.len() {
            return samples;
        }
        let mut out = if last.is_some() { std::mem::take(&mut self.held) } else { Vec::new() };
        let (certain, rest) = samples.split_at(voiced + silence);
        out.extend(certain);
        self.held.extend(rest);
        out
    }

    fn is_audible(&self, sample: f32) -> bool {
        sample.abs() >= self.audible
    }

    /// Ends: gives what the pause lacks. Without a sound there is none.
    pub(crate) fn finish(&mut self) -> Vec<f32> {
        let State::Speaking { quiet } = self.state else { return Vec::new() };
        self.held = Vec::new();
        let rest = vec![0.0; self.pause - quiet];
        self.released += rest.len() as u64;
        rest
    }

    /// Where a position of the engine's is in what goes out, once anything audible has come.
    pub(crate) fn place(&self, at: SampleCount) -> SampleCount {
        SampleCount(at.0.saturating_sub(self.cut))
    }

    /// How many samples have gone out.
    pub(crate) fn released(&self) -> SampleCount {
        SampleCount(self.released)
    }
}

#[cfg(test)]
mod tests {
    use engine::AUDIBLE;

    use super::*;

    const RATE: SampleRate = SampleRate::known(22_050);
    const ONSET_SAMPLES: usize = 44;

    fn trimmed(samples: &[f32], step: usize, pause: u64) -> Vec<f32> {
        let mut edges = Edges::new(RATE, AUDIBLE, Duration::from_millis(pause));
        let mut out: Vec<f32> = samples.chunks(step).flat_map(|chunk| edges.push(chunk.to_vec())).collect();
        out.extend(edges.finish());
        assert_eq!(edges.released().0, out.len() as u64);
        out
    }

    fn sound() -> Vec<f32> {
        [vec![0.0001; 700], vec![0.2; 900], vec![0.0; 2_000], vec![-0.2; 400], vec![0.001; 9_000]].concat()
    }

    #[test]
    fn the_beginning_is_cut_to_its_onset_and_the_end_is_the_pause() {
        let out = trimmed(&sound(), 100_000, 200);
        assert_eq!(out.len(), ONSET_SAMPLES + 900 + 2_000 + 400 + 4_410);
        assert_eq!((out[ONSET_SAMPLES - 1], out[ONSET_SAMPLES]), (0.0001, 0.2));
    }

    #[test]
    fn the_division_makes_no_difference() {
        let whole = trimmed(&sound(), 100_000, 200);
        for step in [1, 7, 441, 1_323] {
            assert_eq!(trimmed(&sound(), step, 200), whole, "in steps of {step}");
        }
    }

    #[test]
    fn a_short_end_is_lengthened_and_silence_stays_nothing() {
        assert_eq!(trimmed(&[0.5, 0.0, 0.0], 1, 100).len(), 1 + 2_205);
        assert!(trimmed(&[0.0; 5_000], 100, 100).is_empty());
    }

    #[test]
    fn silence_goes_out_as_far_as_the_pause_reaches() {
        let mut edges = Edges::new(RATE, AUDIBLE, Duration::from_millis(100));
        assert_eq!(edges.push([vec![0.5; 300], vec![0.0; 700]].concat()).len(), 1_000);
        assert_eq!(edges.push(vec![0.0; 2_000]).len(), 1_505);
        assert_eq!(edges.push(vec![0.0; 2_000]).len(), 0);
        assert_eq!(edges.push(vec![0.5; 1]).len(), 2_496);
        assert_eq!(edges.push(vec![0.0; 5]).len() + edges.finish().len(), 2_205);
    }

    #[test]
    fn a_sample_is_heard_from_the_level_on_that_is_audible() {
        for (level, heard) in [(AUDIBLE, 1), (-AUDIBLE, 1), (AUDIBLE.next_down(), 0)] {
            assert_eq!(trimmed(&[0.0, level], 1, 0).len().min(1), heard, "{level}");
        }
        // And at the end: what is just below is of the silence.
        assert_eq!(trimmed(&[0.5, AUDIBLE, AUDIBLE.next_down()], 1, 0).len(), 2);
    }

    #[test]
    fn positions_move_with_the_sound() {
        let mut edges = Edges::new(RATE, AUDIBLE, Duration::ZERO);
        edges.push(sound());
        assert_eq!([0, 656, 700].map(|at| edges.place(SampleCount(at)).0), [0, 0, 44]);
    }
}
