//! From the library's events to the times of the caller's words.
//!
//! The library tells at which character of the spoken text a word begins, and when each phoneme and pause does. Its words
//! are not the caller's: it may speak one in several parts, several as one, and some without an event. Here every unit
//! of the source that has letters or digits, or that is heard (an emoji's name), gets its times: it begins with its first
//! phoneme and ends with its last, and units that the library speaks as one share their time, each beginning with a
//! phoneme. Where a language is written without spaces a unit is several words, and is divided where the library begins
//! one. Read [`WordTimes`] first.

use std::collections::VecDeque;

use kana::is_unspaced;
use speech::{ByteSpan, SampleCount, SpokenText, SpokenWord, UserText, Wording};

/// Of so many phonemes since the last word began it is known where they begin: more than any word has.
const MOST_PHONEMES: usize = 256;

/// One unit of the source, in characters of the spoken text.
#[derive(Clone, Copy)]
struct Unit {
    start: u32,
    end: u32,
    /// Its first byte in the spoken text.
    byte: usize,
    wording: Wording,
    /// Its share where several units share a time.
    weight: u64,
    source: ByteSpan,
    /// It has letters or digits, or is heard.
    is_word: bool,
}

/// The units of one segment, and how far the voice has come in them.
pub(crate) struct WordTimes {
    /// What is spoken.
    text: UserText,
    /// Those without final times.
    units: VecDeque<Unit>,
    /// How many were before them.
    told: usize,
    /// Where its time begins; times before are told.
    since: u64,
    /// The unit that is spoken. The first that is open, if there is one.
    spoken: Option<usize>,
    /// The unit that begins with the next phoneme.
    next: Option<usize>,
    /// Where the phonemes of the open units begin.
    phonemes: Vec<u64>,
    /// Where the last phoneme has ended, if it has.
    ended: Option<u64>,
}

impl WordTimes {
    pub(crate) fn new(text: &SpokenText) -> Self {
        let mut counted = (0, 0);
        let units = text.words.iter().map(|word| {
            let own = text.text.get(word.spoken.range()).unwrap_or_default();
            // From the last place counted to, so that a long text is walked through once.
            let between = text.text.get(counted.0..word.spoken.end).unwrap_or_default();
            counted = (word.spoken.end, counted.1 + between.chars().count() as u32);
            let characters = own.chars().count();
            Unit {
                wording: word.wording,
                start: counted.1.saturating_sub(characters as u32),
                end: counted.1,
                byte: word.spoken.start,
                weight: characters.max(1) as u64,
                source: word.source,
                is_word: own.chars().any(char::is_alphanumeric),
            }
        });
        let units = units.collect();
        let text = text.text.clone();
        Self { text, units, told: 0, since: 0, spoken: None, next: None, phonemes: Vec::new(), ended: None }
    }

    /// The word at this character (from 0) begins with the next phoneme; what was before it has ended by now.
    pub(crate) fn begin(&mut self, character: u32, sample: u64) {
        self.pause(sample);
        // What is told is not looked at again, so that all events together look at each unit a few times.
        let unit = self.units.iter().position(|unit| character < unit.end);
        let unit = unit.map(|unit| self.told + self.divide(unit, character));
        let is_new = |unit: &usize| self.spoken.is_none_or(|spoken| *unit > spoken);
        self.next = unit.filter(is_new).or(self.next);
    }

    /// Divides a unit before this character if words stand side by side there without a space, in the text and in the
    /// source; gives the unit that the character is in.
    fn divide(&mut self, index: usize, character: u32) -> usize {
        let unit = self.units[index];
        let characters = character.saturating_sub(unit.start);
        let rest = self.text.get(unit.byte..).unwrap_or_default();
        let bytes = rest.chars().take(characters as usize).map(char::len_utf8).sum();
        let (own, behind) = rest.split_at(bytes);
        let is_border = own.chars().any(is_unspaced) && behind.starts_with(is_unspaced);
        if !is_border || unit.wording == Wording::Otherwise {
            return index;
        }
        let border = unit.source.start + bytes;
        let weight = u64::from(characters);
        let left = Unit {
            end: character,
            weight,
            source: ByteSpan::new(unit.source.start, border),
            is_word: own.chars().any(char::is_alphanumeric),
            ..unit
        };
        let right = Unit {
            start: character,
            byte: unit.byte + bytes,
            weight: unit.weight.saturating_sub(weight).max(1),
            source: ByteSpan::new(border, unit.source.end),
            ..unit
        };
        self.units[index] = left;
        self.units.insert(index + 1, right);
        index + 1
    }

    /// A pause begins at this sample.
    pub(crate) fn pause(&mut self, sample: u64) {
        self.ended.get_or_insert(sample);
    }

    /// A phoneme begins at this sample. Gives the words whose times are final now.
    pub(crate) fn sound(&mut self, sample: u64) -> Vec<SpokenWord> {
        let sample = sample.max(self.since);
        let words = match self.next.take() {
            Some(unit) => {
                self.spoken = Some(unit);
                if let Some(begun) = self.units.get_mut(unit - self.told) {
                    begun.is_word = true;
                }
                self.close(unit - self.told, sample)
            }
            None => Vec::new(),
        };
        self.ended = None;
        if self.phonemes.len() < MOST_PHONEMES {
            self.phonemes.push(sample);
        }
        words
    }

    /// The audio ends at this sample. Gives the other words.
    pub(crate) fn finish(&mut self, sample: u64) -> Vec<SpokenWord> {
        self.close(self.units.len(), sample.max(self.since))
    }

    /// Shares the time up to the last phoneme's end, and no longer than up to `end`, among the first units.
    fn close(&mut self, count: usize, end: u64) -> Vec<SpokenWord> {
        let units: Vec<Unit> = self.units.drain(..count).collect();
        self.told += count;
        let voiced_end = self.ended.filter(|ended| *ended > self.since).map_or(end, |ended| ended.min(end));
        let whole: u64 = units.iter().filter(|unit| unit.is_word).map(|unit| unit.weight).sum();
        let (mut before, mut start) = (0, self.since);
        let words = units.iter().filter(|unit| unit.is_word).map(|unit| {
            before += unit.weight;
            let end = self.border(start, voiced_end, self.since + (voiced_end - self.since) * before / whole);
            let begun = std::mem::replace(&mut start, end);
            SpokenWord { source: unit.source, start: SampleCount(begun), end: SampleCount(end) }
        });
        let words = words.collect();
        self.since = end;
        self.phonemes.clear();
        words
    }

    /// The beginning of the phoneme between these that is nearest to `sample`; that itself if there is none, and the end
    /// at the end.
    fn border(&self, after: u64, end: u64, sample: u64) -> u64 {
        let between = self.phonemes.iter().copied().filter(|start| (after + 1..end).contains(start));
        let near = between.min_by_key(|start| start.abs_diff(sample));
        near.filter(|_| sample < end).unwrap_or(sample).max(after)
    }
}

#[cfg(test)]
mod tests {
    use speech::{UserText, WordSource};

    use super::*;

    /// A text whose units are its parts between spaces.
    fn spoken(text: &str) -> SpokenText {
        let mut at = 0;
        let words = text.split(' ').map(|word| {
            let span = ByteSpan::new(at, at + word.len());
            at = span.end + 1;
            WordSource { spoken: span, source: span, wording: Wording::AsWritten }
        });
        SpokenText { words: words.collect(), text: UserText::from(text), ..SpokenText::default() }
    }

    fn times(words: &[SpokenWord]) -> Vec<(usize, u64, u64)> {
        words.iter().map(|word| (word.source.start, word.start.0, word.end.0)).collect()
    }

    /// A word begins, and its first phoneme so much later.
    fn begin(words: &mut WordTimes, character: u32, sample: u64, later: u64) -> Vec<(usize, u64, u64)> {
        words.begin(character, sample);
        times(&words.sound(sample + later))
    }

    #[test]
    fn a_word_begins_with_its_first_phoneme_and_ends_with_its_last() {
        let mut words = WordTimes::new(&spoken("größer, als ich"));
        assert!(begin(&mut words, 0, 0, 20).is_empty());
        words.sound(400);
        words.pause(700);
        words.pause(800);
        assert_eq!(begin(&mut words, 8, 900, 30), [(0, 20, 700)]);
        assert_eq!(begin(&mut words, 12, 1_200, 10), [(10, 930, 1_200)]);
        words.pause(1_500);
        assert_eq!(times(&words.finish(2_000)), [(14, 1_210, 1_500)]);
    }

    #[test]
    fn parts_of_a_unit_are_one_word_and_a_pause_between_them_is_its_own() {
        let mut words = WordTimes::new(&spoken("one-two three"));
        begin(&mut words, 0, 0, 0);
        words.pause(450);
        assert!(begin(&mut words, 4, 500, 0).is_empty());
        assert_eq!(begin(&mut words, 8, 900, 0), [(0, 0, 900)]);
    }

    #[test]
    fn a_word_without_an_event_begins_with_a_phoneme_before_the_next() {
        let mut words = WordTimes::new(&spoken("of the — cat sat"));
        begin(&mut words, 0, 100, 0);
        words.sound(330);
        words.sound(500);
        assert_eq!(begin(&mut words, 9, 600, 0), [(0, 100, 330), (3, 330, 600)]);
        assert_eq!(times(&words.finish(1_200)), [(11, 600, 900), (15, 900, 1_200)]);
    }

    #[test]
    fn a_word_that_makes_no_sound_is_of_the_time_before() {
        let mut words = WordTimes::new(&spoken("a b c"));
        begin(&mut words, 0, 100, 0);
        words.begin(2, 500);
        assert_eq!(begin(&mut words, 4, 600, 50), [(0, 100, 300), (2, 300, 500)]);
    }

    #[test]
    fn words_that_are_said_as_one_each_have_a_phoneme() {
        let mut words = WordTimes::new(&spoken("I am absolutely"));
        begin(&mut words, 0, 100, 0);
        for sample in [150, 180, 400, 700] {
            words.sound(sample);
        }
        assert_eq!(times(&words.finish(900)), [(0, 100, 150), (2, 150, 180), (5, 180, 900)]);
    }

    #[test]
    fn a_unit_of_several_words_is_divided_where_they_begin() {
        let mut words = WordTimes::new(&spoken("「会議は」三時に始まる one-two"));
        begin(&mut words, 1, 0, 0);
        words.pause(450);
        assert_eq!(begin(&mut words, 5, 500, 0), [(0, 0, 450)]);
        assert_eq!(begin(&mut words, 8, 900, 0), [(15, 500, 900)]);
        assert_eq!(begin(&mut words, 12, 1_200, 0), [(24, 900, 1_200)]);
        assert!(begin(&mut words, 16, 1_300, 0).is_empty());
        assert_eq!(times(&words.finish(1_400)), [(34, 1_200, 1_400)]);
    }

    #[test]
    fn half_width_kana_and_rare_characters_are_divided_too() {
        let mut words = WordTimes::new(&spoken("ﾃｽﾄは𠮷野で"));
        begin(&mut words, 0, 0, 0);
        assert_eq!(begin(&mut words, 2, 300, 0), [(0, 0, 300)]);
        assert_eq!(begin(&mut words, 4, 500, 0), [(6, 300, 500)]);
        assert_eq!(times(&words.finish(900)), [(12, 500, 900)]);
    }

    #[test]
    fn what_has_no_letters_is_a_word_if_it_is_heard() {
        let mut words = WordTimes::new(&spoken("so 🙂 — ok"));
        begin(&mut words, 0, 0, 0);
        assert_eq!(begin(&mut words, 3, 400, 0), [(0, 0, 400)]);
        assert_eq!(begin(&mut words, 7, 900, 0), [(3, 400, 900)]);
    }

    #[test]
    fn events_that_go_back_or_lie_outside_do_no_harm() {
        let mut words = WordTimes::new(&spoken("a b c"));
        begin(&mut words, 2, 500, 0);
        assert!(begin(&mut words, 0, 700, 0).is_empty());
        assert!(begin(&mut words, 99, 800, 0).is_empty());
        assert_eq!(begin(&mut words, 4, 300, 0), [(2, 500, 500)]);
        assert_eq!(times(&words.finish(400)), [(4, 500, 500)]);
    }
}
