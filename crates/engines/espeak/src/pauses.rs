//! Where the voice is silent, so that it is known when a word ends.
//!
//! Everything passes; positions count the library's samples. Samples come in any division, and what is known of them
//! depends on their sequence only. Read [`Pauses`] first.

use engine::{AUDIBLE, ONSET};
use speech::Speed;

use crate::voices::RATE;

/// [`AUDIBLE`] in the library's numbers.
const AUDIBLE_STEPS: u16 = (AUDIBLE * 32_768.0) as u16;
/// [`ONSET`] in samples.
const ONSET_SAMPLES: u64 = ONSET.as_millis() as u64 * RATE.hz() as u64 / 1_000;
/// At the usual pace a silence of this length, 60 ms, is a pause between words and not a closed mouth within one.
const PAUSE: f64 = 1_323.0;

/// What was heard of the voice so far.
pub(crate) struct Pauses {
    /// How many samples.
    heard: u64,
    /// How many of them, at the end, are silent.
    quiet: u64,
    /// Where what is to be heard begins, once anything audible has come.
    begins: Option<u64>,
    /// How long a silence is that counts as a pause.
    shortest: u64,
    pauses: Vec<Pause>,
}

#[derive(Clone, Copy)]
struct Pause {
    start: u64,
    end: u64,
}

impl Pauses {
    /// Of a voice at this pace: all of its silences follow it.
    pub(crate) fn new(speed: Speed) -> Self {
        let shortest = (PAUSE / f64::from(speed.factor())).round() as u64;
        Self { heard: 0, quiet: 0, begins: None, shortest, pauses: Vec::new() }
    }

    /// Where what is to be heard begins: an onset before the first audible sample. `None` until that has come.
    pub(crate) fn begins(&self) -> Option<u64> {
        self.begins
    }

    /// How many samples were heard.
    pub(crate) fn heard(&self) -> u64 {
        self.heard
    }

    /// Listens.
    pub(crate) fn hear(&mut self, samples: &[i16]) {
        for &sample in samples {
            if sample.unsigned_abs() >= AUDIBLE_STEPS {
                self.speak();
            } else {
                self.quiet += 1;
            }
            self.heard += 1;
        }
    }

    fn speak(&mut self) {
        match self.begins {
            None => self.begins = Some(self.heard.saturating_sub(ONSET_SAMPLES)),
            Some(_) if self.quiet >= self.shortest => {
                self.pauses.push(Pause { start: self.heard - self.quiet, end: self.heard });
            }
            Some(_) => {}
        }
        self.quiet = 0;
    }

    /// Where a position of the library's is: never before what is to be heard begins.
    pub(crate) fn place(&self, sample: u64) -> u64 {
        sample.max(self.begins.unwrap_or_default())
    }

    /// Where the voice falls silent before `position`, if there is a pause just before it.
    pub(crate) fn pause_before(&self, position: u64) -> Option<u64> {
        let open = Pause { start: self.heard - self.quiet, end: self.heard };
        let last = self.pauses.iter().rev().chain([&open]).find(|pause| {
            // The word after a pause may begin with a closed mouth, and events lie on a coarser grid than samples.
            pause.start < position
                && position <= pause.end + self.shortest
                && pause.end - pause.start >= self.shortest
        });
        last.map(|pause| pause.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound() -> Vec<i16> {
        [vec![3; 700], vec![5_000; 900], vec![0; 2_000], vec![-5_000; 400], vec![0; 9_000]].concat()
    }

    #[test]
    fn knows_where_the_voice_fell_silent_however_it_was_divided() {
        for step in [1, 7, 441, 100_000] {
            let mut pauses = Pauses::new(Speed::NORMAL);
            sound().chunks(step).for_each(|chunk| pauses.hear(chunk));
            assert_eq!((pauses.heard(), pauses.begins()), (13_000, Some(656)));
            assert_eq!(pauses.pause_before(3_600), Some(1_600), "in steps of {step}");
            assert_eq!(pauses.pause_before(1_500), None);
            assert_eq!(pauses.pause_before(pauses.heard()), Some(4_000));
        }
    }

    #[test]
    fn a_fast_voice_pauses_for_less() {
        let sound = [vec![5_000; 900], vec![0; 400], vec![-5_000; 400]].concat();
        let before = |speed| {
            let mut pauses = Pauses::new(Speed::new(speed).unwrap());
            pauses.hear(&sound);
            pauses.pause_before(1_300)
        };
        assert_eq!([0.5, 1.0, 3.0, 4.0].map(before), [None, None, None, Some(900)]);
    }

    #[test]
    fn nothing_is_placed_before_the_beginning() {
        let mut pauses = Pauses::new(Speed::NORMAL);
        pauses.hear(&sound());
        assert_eq!([0, 700, 2_000].map(|sample| pauses.place(sample)), [656, 700, 2_000]);
    }

    #[test]
    fn silence_alone_begins_nothing() {
        let mut pauses = Pauses::new(Speed::NORMAL);
        pauses.hear(&[99; 5_000]);
        assert_eq!(pauses.begins(), None);
    }
}
