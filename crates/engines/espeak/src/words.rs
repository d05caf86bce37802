//! From the library's word events to the caller's words.
//!
//! The library tells at which character of the spoken text a word begins. Its words are not the caller's: it may speak
//! one in several parts, several as one, and some without an event. Here every unit of the source that has letters or
//! digits gets its times: from its own event where there is one, else by sharing the time of the unit before it. Read
//! [`WordTimes`] first.

use speech::{ByteSpan, SampleCount, SpokenText, SpokenWord};

/// One unit of the source, in characters of the spoken text.
struct Unit {
    end: u32,
    /// Its share where several units share a time.
    weight: u64,
    source: ByteSpan,
    is_word: bool,
}

/// The units of one segment, and how far the voice has come in them.
pub(crate) struct WordTimes {
    units: Vec<Unit>,
    /// The first unit without final times.
    open: usize,
    /// Where its time begins; times before are told.
    since: u64,
    /// The unit that the last event belonged to.
    spoken: Option<usize>,
}

impl WordTimes {
    pub(crate) fn new(text: &SpokenText) -> Self {
        let mut counted = (0, 0);
        let units = text.words.iter().map(|word| {
            let own = text.text.get(word.spoken.range()).unwrap_or_default();
            // From the last place counted to, so that a long text is walked through once.
            let between = text.text.get(counted.0..word.spoken.end).unwrap_or_default();
            counted = (word.spoken.end, counted.1 + between.chars().count() as u32);
            Unit {
                end: counted.1,
                weight: own.chars().count().max(1) as u64,
                source: word.source,
                is_word: own.chars().any(char::is_alphanumeric),
            }
        });
        Self { units: units.collect(), open: 0, since: 0, spoken: None }
    }

    /// A word begins at this character (from 0) and sample. `silent_since` tells since when the voice pauses, if it
    /// does just before. Gives the words whose times are final now.
    pub(crate) fn begin(
        &mut self,
        character: u32,
        sample: u64,
        silent_since: Option<u64>,
    ) -> Vec<SpokenWord> {
        let Some(unit) = self.units.iter().position(|unit| character < unit.end) else { return Vec::new() };
        if self.spoken.is_some_and(|spoken| unit <= spoken) {
            return Vec::new();
        }
        let sample = sample.max(self.since);
        let words = self.close(unit, sample, silent_since);
        self.spoken = Some(unit);
        words
    }

    /// The audio ends at this sample. Gives the other words.
    pub(crate) fn finish(&mut self, sample: u64, silent_since: Option<u64>) -> Vec<SpokenWord> {
        self.close(self.units.len(), sample.max(self.since), silent_since)
    }

    /// Shares the time up to `end` among the units before `next`.
    fn close(&mut self, next: usize, end: u64, silent_since: Option<u64>) -> Vec<SpokenWord> {
        let units = &self.units[self.open..next];
        // A pause that began before these words is not theirs: they are short, and it has just ended.
        let voiced_end =
            silent_since.filter(|silent| *silent > self.since).map_or(end, |silent| silent.min(end));
        let whole: u64 = units.iter().filter(|unit| unit.is_word).map(|unit| unit.weight).sum();
        let time = voiced_end - self.since;
        let mut before = 0;
        let at = |weight: u64| SampleCount(self.since + time * weight / whole.max(1));
        let words = units.iter().filter(|unit| unit.is_word).map(|unit| {
            let start = at(before);
            before += unit.weight;
            SpokenWord { source: unit.source, start, end: at(before) }
        });
        let words = words.collect();
        (self.open, self.since) = (next, end);
        words
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
            WordSource { spoken: span, source: span }
        });
        SpokenText { words: words.collect(), text: UserText::from(text), pronounced: Vec::new() }
    }

    fn times(words: &[SpokenWord]) -> Vec<(usize, u64, u64)> {
        words.iter().map(|word| (word.source.start, word.start.0, word.end.0)).collect()
    }

    #[test]
    fn a_word_ends_where_the_next_begins_or_the_voice_pauses() {
        let mut words = WordTimes::new(&spoken("größer, als ich"));
        assert!(words.begin(0, 0, None).is_empty());
        assert_eq!(times(&words.begin(8, 900, Some(700))), [(0, 0, 700)]);
        assert_eq!(times(&words.begin(12, 1_200, None)), [(10, 900, 1_200)]);
        assert_eq!(times(&words.finish(2_000, Some(1_500))), [(14, 1_200, 1_500)]);
    }

    #[test]
    fn a_short_word_after_a_pause_keeps_its_length() {
        let mut words = WordTimes::new(&spoken("погода, и мы"));
        words.begin(0, 0, None);
        words.begin(8, 900, Some(600));
        assert_eq!(times(&words.begin(10, 950, Some(600))), [(14, 900, 950)]);
    }

    #[test]
    fn parts_of_a_unit_are_one_word() {
        let mut words = WordTimes::new(&spoken("one-two three"));
        words.begin(0, 0, None);
        assert!(words.begin(4, 500, None).is_empty());
        assert_eq!(times(&words.begin(8, 900, None)), [(0, 0, 900)]);
    }

    #[test]
    fn a_word_without_an_event_shares_the_time_before_the_next() {
        let mut words = WordTimes::new(&spoken("of the — cat sat"));
        words.begin(0, 100, None);
        assert_eq!(times(&words.begin(9, 600, None)), [(0, 100, 300), (3, 300, 600)]);
        assert_eq!(times(&words.finish(1_200, None)), [(11, 600, 900), (15, 900, 1_200)]);
    }

    #[test]
    fn events_that_go_back_or_lie_outside_do_no_harm() {
        let mut words = WordTimes::new(&spoken("a b c"));
        words.begin(2, 500, None);
        assert!(words.begin(0, 700, None).is_empty());
        assert!(words.begin(99, 800, None).is_empty());
        let rest = words.begin(4, 300, None);
        assert_eq!(times(&rest), [(2, 500, 500)]);
        assert_eq!(times(&words.finish(400, Some(100))), [(4, 500, 500)]);
    }
}
