//! The words of one segment: from an engine's report to a tiling of the caller's text.
//!
//! An engine may report words before or after the sound they belong to, may skip some, and is not trusted: spans that do
//! not fit the text or run backwards are dropped. A word goes out with the sound in which it begins, and the first and
//! last one take the gaps at the segment's ends with them ([`speech::WordTime`] says how). It knows no times, only
//! samples; `clock` turns them into times. Start with [`SegmentWords`].

use std::collections::VecDeque;
use std::sync::Arc;

use speech::{ByteSpan, SampleCount, SegmentText, SpokenText, SpokenWord};

/// No sample of a segment lies beyond this (a year at 48 kHz is more): it keeps an absurd report from overflowing.
const FARTHEST: SampleCount = SampleCount(1 << 40);

/// One segment's words.
#[derive(Debug)]
pub(crate) struct SegmentWords {
    text: Arc<SegmentText>,
    /// The last unit that is spoken: with it the tail goes out.
    last: Option<ByteSpan>,
    /// How far the source is covered by words that are known.
    known: usize,
    /// How far the source is covered by words that went out.
    told: usize,
    /// Known words whose sound has not gone out.
    waiting: VecDeque<SpokenWord>,
}

/// A word with the gaps around it, in samples of its segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TiledWord {
    pub(crate) span: ByteSpan,
    pub(crate) lead_start: usize,
    pub(crate) tail_end: usize,
    pub(crate) start: SampleCount,
    pub(crate) end: SampleCount,
}

impl SegmentWords {
    pub(crate) fn new(text: Arc<SegmentText>, spoken: &SpokenText) -> Self {
        let last = spoken.words.last().map(|unit| unit.source);
        Self { text, last, known: 0, told: 0, waiting: VecDeque::new() }
    }

    /// Takes in what an engine reports.
    pub(crate) fn learn(&mut self, words: Vec<SpokenWord>) {
        for word in words {
            self.learn_one(word);
        }
    }

    fn learn_one(&mut self, word: SpokenWord) {
        let source = ByteSpan::new(word.source.start.max(self.known), word.source.end);
        if source.start >= source.end || self.text.text.get(source.range()).is_none() {
            return;
        }
        self.known = source.end;
        let start = word.start.min(FARTHEST);
        let end = word.end.clamp(start, FARTHEST);
        self.waiting.push_back(SpokenWord { source, start, end });
    }

    /// The words that begin within the segment's first `sounded` samples and have not gone out.
    pub(crate) fn begun(&mut self, sounded: SampleCount) -> Vec<TiledWord> {
        let begun = self.waiting.iter().take_while(|word| word.start < sounded).count();
        let words: Vec<_> = self.waiting.drain(..begun).collect();
        words.into_iter().map(|word| self.tile(&word)).collect()
    }

    /// All that is left when the segment has ended after `sounded` samples. If the engine timed some words but not the
    /// last, the last one is given the segment's end, so that the tiling is whole.
    pub(crate) fn rest(&mut self, sounded: SampleCount) -> Vec<TiledWord> {
        if let Some(missing) = self.last.filter(|last| self.known > 0 && last.end > self.known) {
            self.learn_one(SpokenWord { source: missing, start: sounded, end: sounded });
        }
        let words: Vec<_> = self.waiting.drain(..).collect();
        let clamp = |word: SpokenWord| {
            let (start, end) = (word.start.min(sounded), word.end.min(sounded));
            SpokenWord { source: word.source, start, end }
        };
        words.into_iter().map(|word| self.tile(&clamp(word))).collect()
    }

    fn tile(&mut self, word: &SpokenWord) -> TiledWord {
        let lead_start = std::mem::replace(&mut self.told, word.source.end);
        let is_last = self.last.is_some_and(|last| word.source.end >= last.end);
        let tail_end = if is_last { self.text.text.len() } else { word.source.end };
        TiledWord { span: word.source, lead_start, tail_end, start: word.start, end: word.end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use speech::{TextPosition, WordSource};

    const TEXT: &str = " One, (two) three! ";

    fn words_of(units: &[&str]) -> SegmentWords {
        let segment = Arc::new(SegmentText {
            text: TEXT.into(),
            ending: speech::Ending::Sentence,
            shown: speech::Shown::default(),
            style: None,
            start: TextPosition::default(),
        });
        let words = units.iter().map(|unit| WordSource { spoken: span(unit), source: span(unit) }).collect();
        SegmentWords::new(segment, &SpokenText { text: TEXT.into(), words, pronounced: Vec::new() })
    }

    fn span(word: &str) -> ByteSpan {
        let start = TEXT.find(word).unwrap();
        ByteSpan::new(start, start + word.len())
    }

    fn said(word: &str, start: u64, end: u64) -> SpokenWord {
        SpokenWord { source: span(word), start: SampleCount(start), end: SampleCount(end) }
    }

    fn joined(words: &[TiledWord]) -> String {
        words.iter().map(|word| &TEXT[word.lead_start..word.tail_end]).collect()
    }

    #[test]
    fn words_and_gaps_join_to_the_segment() {
        let mut words = words_of(&["One", "two", "three"]);
        words.learn(vec![said("One", 0, 5), said("two", 5, 9), said("three", 9, 20)]);
        let told = words.begun(SampleCount(10));
        assert_eq!(told.len(), 3);
        assert_eq!(joined(&told), TEXT);
        assert!(words.rest(SampleCount(20)).is_empty());
    }

    #[test]
    fn a_word_waits_for_its_sound() {
        let mut words = words_of(&["One", "two", "three"]);
        words.learn(vec![said("One", 0, 5), said("two", 5, 9)]);
        assert!(words.begun(SampleCount(0)).is_empty());
        assert_eq!(words.begun(SampleCount(5)).len(), 1);
        assert_eq!(words.begun(SampleCount(6)).len(), 1);
    }

    #[test]
    fn words_that_the_engine_skips_still_belong_to_the_tiling() {
        let mut words = words_of(&["One", "two", "three"]);
        words.learn(vec![said("One", 0, 5)]);
        let mut told = words.begun(SampleCount(20));
        told.extend(words.rest(SampleCount(20)));
        assert_eq!(joined(&told), TEXT);
        assert_eq!(told[1].span, span("three"));
        assert_eq!((told[1].start, told[1].end), (SampleCount(20), SampleCount(20)));
    }

    #[test]
    fn an_engine_without_word_times_gives_no_words() {
        assert!(words_of(&["One", "two"]).rest(SampleCount(20)).is_empty());
    }

    #[test]
    fn nonsense_is_dropped_and_times_stay_inside_the_sound() {
        let mut words = words_of(&["One", "two", "three"]);
        words.learn(vec![
            said("two", 5, 9),
            said("One", 1, 2),
            said("two", 6, 7),
            SpokenWord { source: ByteSpan::new(12, 999), start: SampleCount(1), end: SampleCount(2) },
            said("three", u64::MAX, 0),
        ]);
        let told = words.rest(SampleCount(20));
        assert_eq!(told.iter().map(|word| word.span).collect::<Vec<_>>(), [span("two"), span("three")]);
        assert_eq!((told[1].start, told[1].end), (SampleCount(20), SampleCount(20)));
        assert_eq!(joined(&told), TEXT);
    }
}
