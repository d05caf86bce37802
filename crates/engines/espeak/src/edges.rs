//! Trims the silence at a segment's edges.
//!
//! eSpeak NG begins with a short silence, which would cost a listener's time, and ends with a pause, which is kept but
//! bounded. What is silent in between passes. Samples come in any division; what goes out depends on their sequence
//! only. Read [`Edges`] first.

/// About −50 dB of full scale: below it nobody hears anything.
const AUDIBLE: u16 = 100;
/// 2 ms at 22 050 Hz, kept before the first audible sample so that its onset is whole.
const ONSET: usize = 44;
/// A silence of this length, about 60 ms, is a pause between words and not a closed mouth within one.
const PAUSE: u64 = 1_323;

/// The way of the samples from the library to the listener. Positions count what goes out.
pub(crate) struct Edges {
    state: State,
    /// How many samples at the beginning were left out.
    cut: u64,
    /// How many have gone out or are held back.
    length: u64,
    /// Silent samples that go out once something audible follows.
    held: Vec<i16>,
    pauses: Vec<Pause>,
}

enum State {
    /// Nothing audible yet; `held` has the last few samples.
    Silent,
    Speaking,
}

#[derive(Clone, Copy)]
struct Pause {
    start: u64,
    end: u64,
}

impl Edges {
    pub(crate) fn new() -> Self {
        Self { state: State::Silent, cut: 0, length: 0, held: Vec::new(), pauses: Vec::new() }
    }

    /// Whether anything audible has come.
    pub(crate) fn has_begun(&self) -> bool {
        matches!(self.state, State::Speaking)
    }

    /// Takes samples in and appends what may go out.
    pub(crate) fn push(&mut self, samples: &[i16], out: &mut Vec<f32>) {
        for &sample in samples {
            if sample.unsigned_abs() >= AUDIBLE {
                self.speak(sample, out);
            } else {
                self.held.push(sample);
                self.length += 1;
            }
        }
        if !self.has_begun() {
            let surplus = self.held.len().saturating_sub(ONSET);
            self.held.drain(..surplus);
            self.cut += surplus as u64;
            self.length -= surplus as u64;
        }
    }

    fn speak(&mut self, sample: i16, out: &mut Vec<f32>) {
        if !self.has_begun() {
            self.state = State::Speaking;
            let surplus = self.held.len().saturating_sub(ONSET);
            self.held.drain(..surplus);
            self.cut += surplus as u64;
            self.length -= surplus as u64;
        } else if self.held.len() as u64 >= PAUSE {
            self.pauses.push(Pause { start: self.released(), end: self.length });
        }
        out.extend(self.held.drain(..).chain([sample]).map(full_scale));
        self.length += 1;
    }

    /// Ends: appends at most `pause` samples of the last silence.
    pub(crate) fn finish(&mut self, pause: usize, out: &mut Vec<f32>) {
        if !self.has_begun() {
            return;
        }
        let spoken = self.released();
        if self.held.len() as u64 >= PAUSE {
            self.pauses.push(Pause { start: spoken, end: self.length });
        }
        let keep = pause.min(self.held.len());
        out.extend(self.held.drain(..keep).map(full_scale));
        self.held.clear();
        self.length = spoken + keep as u64;
    }

    /// Where a position of the library's is in what goes out.
    pub(crate) fn place(&self, sample: u64) -> u64 {
        sample.saturating_sub(self.cut)
    }

    /// How many samples have gone out.
    pub(crate) fn released(&self) -> u64 {
        self.length - self.held.len() as u64
    }

    /// Where the voice falls silent before `position`, if there is a pause just before it.
    pub(crate) fn pause_before(&self, position: u64) -> Option<u64> {
        let open = Pause { start: self.released(), end: self.length };
        let last = self.pauses.iter().rev().chain([&open]).find(|pause| {
            // The word after a pause may begin with a closed mouth, and events lie on a coarser grid than samples.
            pause.start < position && position <= pause.end + PAUSE && pause.end - pause.start >= PAUSE
        });
        last.map(|pause| pause.start)
    }
}

fn full_scale(sample: i16) -> f32 {
    f32::from(sample) / 32_768.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trimmed(samples: &[i16], step: usize, pause: usize) -> Vec<f32> {
        let (mut edges, mut out) = (Edges::new(), Vec::new());
        samples.chunks(step).for_each(|chunk| edges.push(chunk, &mut out));
        edges.finish(pause, &mut out);
        assert_eq!(edges.released(), out.len() as u64);
        out
    }

    fn sound() -> Vec<i16> {
        [vec![3; 700], vec![5_000; 900], vec![0; 2_000], vec![-5_000; 400], vec![0; 9_000]].concat()
    }

    #[test]
    fn the_beginning_is_cut_to_its_onset_and_the_end_to_a_pause() {
        let out = trimmed(&sound(), 100_000, 4_000);
        assert_eq!(out.len(), ONSET + 900 + 2_000 + 400 + 4_000);
        assert!(out[ONSET - 1].abs() < 0.001 && out[ONSET] > 0.1);
    }

    #[test]
    fn the_division_makes_no_difference() {
        let whole = trimmed(&sound(), 100_000, 4_000);
        for step in [1, 7, 441, 1_323] {
            assert_eq!(trimmed(&sound(), step, 4_000), whole, "in steps of {step}");
        }
    }

    #[test]
    fn a_short_end_is_not_lengthened_and_silence_stays_nothing() {
        assert_eq!(trimmed(&[500, 0, 0], 1, 4_000).len(), 3);
        assert!(trimmed(&[0; 5_000], 100, 4_000).is_empty());
    }

    #[test]
    fn knows_where_the_voice_fell_silent() {
        let (mut edges, mut out) = (Edges::new(), Vec::new());
        edges.push(&sound(), &mut out);
        let cut = 700 - ONSET as u64;
        assert_eq!(edges.place(700), ONSET as u64);
        assert_eq!(edges.pause_before(3_600 - cut), Some(1_600 - cut));
        assert_eq!(edges.pause_before(1_500 - cut), None);
        edges.finish(4_000, &mut out);
        assert_eq!(edges.pause_before(edges.released()), Some(4_000 - cut));
    }
}
