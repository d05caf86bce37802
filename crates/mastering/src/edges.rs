//! The silence before and after a segment.
//!
//! What is silent at the beginning is cut to an onset. What is silent later waits: if something audible follows it was a
//! pause of the text's and passes, if nothing does it was the end, and becomes as long as the text asks for. Samples come
//! in any division; what goes out depends on their sequence only. Read [`Edges`] first.

use std::time::Duration;

use engine::{AUDIBLE, ONSET};
use speech::{AudioTime, SampleCount, SampleRate};

/// The way of the samples through the silences of one segment.
pub(crate) struct Edges {
    state: State,
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
    Speaking,
}

impl Edges {
    pub(crate) fn new(rate: SampleRate, pause: Duration) -> Self {
        let samples =
            |time: Duration| SampleCount::in_time(AudioTime::from_nanos(time.as_nanos() as u64), rate).0;
        Self {
            state: State::Silent,
            onset: samples(ONSET) as usize,
            pause: samples(pause) as usize,
            held: Vec::new(),
            cut: 0,
            released: 0,
        }
    }

    /// Whether anything audible has come.
    pub(crate) fn has_begun(&self) -> bool {
        self.state == State::Speaking
    }

    /// Takes samples in and gives what may go out.
    pub(crate) fn push(&mut self, samples: Vec<f32>) -> Vec<f32> {
        match self.state {
            State::Silent => self.listen(samples),
            State::Speaking => self.pass(samples),
        }
    }

    /// Waits for the first audible sample.
    fn listen(&mut self, samples: Vec<f32>) -> Vec<f32> {
        let first = samples.iter().position(is_audible);
        let silent = self.held.len() + first.unwrap_or(samples.len());
        self.held.extend(samples);
        let surplus = silent.saturating_sub(self.onset);
        self.held.drain(..surplus);
        self.cut += surplus as u64;
        if first.is_none() {
            return Vec::new();
        }
        self.state = State::Speaking;
        let begun = std::mem::take(&mut self.held);
        self.pass(begun)
    }

    /// Lets out what is audible and what lies before it.
    fn pass(&mut self, mut samples: Vec<f32>) -> Vec<f32> {
        let Some(last) = samples.iter().rposition(is_audible) else {
            self.held.append(&mut samples);
            return samples;
        };
        let silent = samples.split_off(last + 1);
        let mut out = std::mem::replace(&mut self.held, silent);
        if out.is_empty() {
            out = samples;
        } else {
            out.append(&mut samples);
        }
        self.released += out.len() as u64;
        out
    }

    /// Ends: gives the pause, made of what silence there was and of nothing at all. Without a sound there is none.
    pub(crate) fn finish(&mut self) -> Vec<f32> {
        if !self.has_begun() {
            return Vec::new();
        }
        self.held.resize(self.pause, 0.0);
        self.released += self.held.len() as u64;
        std::mem::take(&mut self.held)
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

fn is_audible(sample: &f32) -> bool {
    sample.abs() >= AUDIBLE
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: SampleRate = SampleRate::known(22_050);
    const ONSET_SAMPLES: usize = 44;

    fn trimmed(samples: &[f32], step: usize, pause: u64) -> Vec<f32> {
        let mut edges = Edges::new(RATE, Duration::from_millis(pause));
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
    fn positions_move_with_the_sound() {
        let mut edges = Edges::new(RATE, Duration::ZERO);
        edges.push(sound());
        assert_eq!([0, 656, 700].map(|at| edges.place(SampleCount(at)).0), [0, 0, 44]);
    }
}
