//! From the library's phoneme events to phonemes that each have a time.
//!
//! The library says some phonemes within the one before, such as the `l` of `cool`, and tells of them when they have
//! ended. These get the second half of that one's time. So a phoneme waits for the next event. Read [`Phonemes`] first.

use speech::{Ipa, Phoneme, SampleCount};

/// The last phoneme of one segment.
#[derive(Default)]
pub(crate) struct Phonemes {
    last: Option<(Ipa, u64)>,
    /// Where the one before it begins, if that is of the same word.
    before: Option<u64>,
}

impl Phonemes {
    /// A phoneme begins here; [`Self::pass`] was told so.
    pub(crate) fn begin(&mut self, ipa: Ipa, sample: u64) {
        self.last = Some((ipa, sample));
    }

    /// A word begins here; [`Self::pass`] was told so.
    pub(crate) fn begin_word(&mut self) {
        self.before = None;
    }

    /// Something begins here. Gives the phoneme before it.
    pub(crate) fn pass(&mut self, sample: u64) -> Option<Phoneme> {
        let (ipa, own) = self.last.take()?;
        let before = self.before.filter(|before| own >= sample && *before < own);
        let start = before.map_or(own, |before| before + (own - before) / 2);
        self.before = Some(start);
        Some(Phoneme { ipa, start: SampleCount(start) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Events in the order of their samples: a phoneme, `#` for a word, `_` for a pause.
    fn told(events: &[(&str, u64)]) -> Vec<(String, u64)> {
        let mut phonemes = Phonemes::default();
        let mut told = Vec::new();
        for (event, sample) in events {
            told.extend(phonemes.pass(*sample));
            match *event {
                "#" => phonemes.begin_word(),
                "_" => {}
                ipa => phonemes.begin(ipa.into(), *sample),
            }
        }
        told.extend(phonemes.pass(u64::MAX));
        told.into_iter().map(|phoneme| (phoneme.ipa.to_string(), phoneme.start.0)).collect()
    }

    #[test]
    fn a_phoneme_without_time_gets_half_of_the_one_before() {
        let cool = [("#", 90), ("k", 100), ("uː", 200), ("l", 400), ("_", 400), ("#", 500), ("b", 510)];
        let expected = [("k", 100), ("uː", 200), ("l", 300), ("b", 510)];
        assert_eq!(told(&cool), expected.map(|(ipa, start)| (ipa.to_owned(), start)));
    }

    #[test]
    fn none_takes_time_of_another_word() {
        let events = [("#", 0), ("a", 0), ("#", 400), ("l", 400), ("o", 400), ("_", 600)];
        let expected = [("a", 0), ("l", 400), ("o", 400)];
        assert_eq!(told(&events), expected.map(|(ipa, start)| (ipa.to_owned(), start)));
    }
}
