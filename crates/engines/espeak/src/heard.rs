//! Where the voice begins to sound, and where it has ceased.
//!
//! Everything passes; positions count the library's samples. Samples come in any division, and what is known of them
//! depends on their sequence only. Read [`Heard`] first.

use engine::{AUDIBLE, ONSET};

use crate::voices::RATE;

/// [`AUDIBLE`] in the library's numbers.
const AUDIBLE_STEPS: u16 = (AUDIBLE * 32_768.0) as u16;
/// [`ONSET`] in samples.
const ONSET_SAMPLES: u64 = ONSET.as_millis() as u64 * RATE.hz() as u64 / 1_000;

/// What was heard of the voice so far.
#[derive(Default)]
pub(crate) struct Heard {
    /// How many samples.
    heard: u64,
    /// How many of them, at the end, are silent.
    quiet: u64,
    /// Where what is to be heard begins, once anything audible has come.
    begins: Option<u64>,
}

impl Heard {
    /// Where what is to be heard begins: an onset before the first audible sample. `None` until that has come.
    pub(crate) fn begins(&self) -> Option<u64> {
        self.begins
    }

    /// How many samples were heard.
    pub(crate) fn heard(&self) -> u64 {
        self.heard
    }

    /// Where the silence begins that there is now.
    pub(crate) fn silent_since(&self) -> u64 {
        self.heard - self.quiet
    }

    /// Listens.
    pub(crate) fn hear(&mut self, samples: &[i16]) {
        let before = self.heard;
        self.heard += samples.len() as u64;
        let is_audible = |sample: &i16| sample.unsigned_abs() >= AUDIBLE_STEPS;
        let Some(last) = samples.iter().rposition(is_audible) else {
            self.quiet += samples.len() as u64;
            return;
        };
        self.quiet = (samples.len() - last - 1) as u64;
        let first = || samples.iter().position(is_audible).unwrap_or(last) as u64;
        self.begins.get_or_insert_with(|| (before + first()).saturating_sub(ONSET_SAMPLES));
    }

    /// Where a position of the library's is: never before what is to be heard begins.
    pub(crate) fn place(&self, sample: u64) -> u64 {
        sample.max(self.begins.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound() -> Vec<i16> {
        [vec![3; 700], vec![5_000; 900], vec![0; 2_000], vec![-5_000; 400], vec![0; 9_000]].concat()
    }

    #[test]
    fn knows_where_the_voice_sounds_however_it_was_divided() {
        for step in [1, 7, 441, 100_000] {
            let mut voice = Heard::default();
            sound().chunks(step).for_each(|chunk| voice.hear(chunk));
            assert_eq!((voice.heard(), voice.begins()), (13_000, Some(656)), "in steps of {step}");
            assert_eq!(voice.silent_since(), 4_000, "in steps of {step}");
        }
    }

    #[test]
    fn nothing_is_placed_before_the_beginning() {
        let mut voice = Heard::default();
        voice.hear(&sound());
        assert_eq!([0, 700, 2_000].map(|sample| voice.place(sample)), [656, 700, 2_000]);
    }

    #[test]
    fn silence_alone_begins_nothing() {
        let mut voice = Heard::default();
        voice.hear(&[99; 5_000]);
        assert_eq!((voice.begins(), voice.silent_since()), (None, 0));
    }
}
