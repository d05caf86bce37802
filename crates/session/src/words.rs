//! The words of one segment: from an engine's report to a tiling of the caller's text.
//!
//! An engine may report words before or after the sound they belong to, may skip some, and is not trusted: spans that do
//! not fit the text or run backwards are dropped. A word goes out with the sound in which it begins, and the first and
//! last one take the gaps at the segment's ends with them ([`speech::WordTime`] says how). It knows no times, only
//! samples; `clock` turns them into times. Start with [`SegmentWords`].

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use speech::{
    ByteSpan, Phoneme, SampleCount, SegmentText, SpokenForm, SpokenText, SpokenWord, UserText, WordSource,
    Wording,
};

use crate::WordTimes;

/// No sample of a segment lies beyond this (a year at 48 kHz is more): it keeps an absurd report from overflowing.
const FARTHEST: SampleCount = SampleCount(1 << 40);

/// So many phonemes of a segment may wait for their words: more than any segment has.
const MOST_PHONEMES: usize = 4_096;

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
    /// What is said for each unit from `told` on; none if nobody wants to know.
    said: VecDeque<WordSource>,
    spoken: UserText,
    /// Known phonemes of words that have not gone out, in order; none if nobody wants to know.
    phonemes: VecDeque<Phoneme>,
    wanted: WordTimes,
}

/// A word with the gaps around it, in samples of its segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TiledWord {
    pub(crate) span: ByteSpan,
    pub(crate) lead_start: usize,
    pub(crate) tail_end: usize,
    pub(crate) start: SampleCount,
    pub(crate) end: SampleCount,
    pub(crate) spoken: SpokenForm,
    pub(crate) phonemes: Vec<Phoneme>,
}

impl SegmentWords {
    pub(crate) fn new(text: Arc<SegmentText>, spoken: &SpokenText, wanted: WordTimes) -> Self {
        let last = spoken.words.last().map(|unit| unit.source);
        let said = match wanted {
            WordTimes::Off => VecDeque::new(),
            WordTimes::On | WordTimes::WithPhonemes => spoken.words.iter().copied().collect(),
        };
        let (waiting, phonemes, spoken) = (VecDeque::new(), VecDeque::new(), spoken.text.clone());
        Self { text, last, known: 0, told: 0, waiting, said, spoken, phonemes, wanted }
    }

    /// Takes in what an engine reports.
    pub(crate) fn learn(&mut self, words: Vec<SpokenWord>, phonemes: Vec<Phoneme>) {
        for word in words {
            self.learn_one(word);
        }
        if self.wanted == WordTimes::WithPhonemes {
            let room = MOST_PHONEMES.saturating_sub(self.phonemes.len());
            self.phonemes.extend(phonemes.into_iter().take(room));
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
        let SpokenWord { source: span, start, end } = *word;
        let spoken = SpokenForm { text: self.spoken.clone(), span: self.said_for(span) };
        TiledWord { span, lead_start, tail_end, start, end, spoken, phonemes: self.phonemes_of(start..end) }
    }

    /// What is said for a stretch of the source. Looks at each unit once, and at one that is told in parts once a part.
    fn said_for(&mut self, source: ByteSpan) -> ByteSpan {
        let mut said: Option<ByteSpan> = None;
        while let Some(unit) = self.said.front_mut().filter(|unit| unit.source.start < source.end) {
            let part = unit.spoken.start + source.end - unit.source.start;
            if unit.source.end > source.end && unit.wording == Wording::AsWritten {
                let start = said.map_or(unit.spoken.start, |said| said.start);
                (unit.spoken.start, unit.source.start) = (part, source.end);
                return ByteSpan::new(start, part);
            }
            let is_its_own = unit.source.end > source.start;
            let start = said.map_or(unit.spoken.start, |said| said.start);
            said = if is_its_own { Some(ByteSpan::new(start, unit.spoken.end)) } else { None };
            self.said.pop_front();
        }
        said.unwrap_or_default()
    }

    /// The phonemes that begin within a word's time. Looks at each phoneme once.
    fn phonemes_of(&mut self, word: Range<SampleCount>) -> Vec<Phoneme> {
        let before = self.phonemes.iter().take_while(|phoneme| phoneme.start < word.start).count();
        self.phonemes.drain(..before);
        let own = self.phonemes.iter().take_while(|phoneme| phoneme.start < word.end).count();
        self.phonemes.drain(..own).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use speech::TextPosition;

    const TEXT: &str = " One, (two) three! ";

    fn words_of(units: &[&str]) -> SegmentWords {
        let segment = Arc::new(SegmentText {
            text: TEXT.into(),
            ending: speech::Ending::Sentence,
            shown: speech::Shown::default(),
            style: None,
            start: TextPosition::default(),
        });
        let words = units.iter().map(|unit| WordSource {
            spoken: span(unit),
            source: span(unit),
            wording: Wording::AsWritten,
        });
        let words = words.collect();
        let spoken = SpokenText { text: TEXT.into(), words, ..SpokenText::default() };
        SegmentWords::new(segment, &spoken, WordTimes::WithPhonemes)
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
        words.learn(vec![said("One", 0, 5), said("two", 5, 9), said("three", 9, 20)], Vec::new());
        let told = words.begun(SampleCount(10));
        assert_eq!(told.len(), 3);
        assert_eq!(joined(&told), TEXT);
        assert!(words.rest(SampleCount(20)).is_empty());
    }

    #[test]
    fn a_word_waits_for_its_sound() {
        let mut words = words_of(&["One", "two", "three"]);
        words.learn(vec![said("One", 0, 5), said("two", 5, 9)], Vec::new());
        assert!(words.begun(SampleCount(0)).is_empty());
        assert_eq!(words.begun(SampleCount(5)).len(), 1);
        assert_eq!(words.begun(SampleCount(6)).len(), 1);
    }

    #[test]
    fn words_that_the_engine_skips_still_belong_to_the_tiling() {
        let mut words = words_of(&["One", "two", "three"]);
        words.learn(vec![said("One", 0, 5)], Vec::new());
        let mut told = words.begun(SampleCount(20));
        told.extend(words.rest(SampleCount(20)));
        assert_eq!(joined(&told), TEXT);
        assert_eq!(told[1].span, span("three"));
        assert_eq!((told[1].start, told[1].end), (SampleCount(20), SampleCount(20)));
    }

    #[test]
    fn parts_of_a_unit_are_each_said_as_they_are_written() {
        let mut words = words_of(&["One, (two)", "three"]);
        words.learn(vec![said("One, ", 0, 5), said("(two)", 5, 9), said("three", 9, 20)], Vec::new());
        let told = words.begun(SampleCount(10));
        let spoken: Vec<_> = told.iter().map(|word| &TEXT[word.spoken.span.range()]).collect();
        assert_eq!(spoken, ["One, ", "(two)", "three"]);
        assert_eq!(joined(&told), TEXT);
    }

    #[test]
    fn a_word_knows_what_is_said_for_it_and_its_phonemes() {
        let segment = SegmentText {
            text: "$9, ok".into(),
            ending: speech::Ending::Sentence,
            shown: speech::Shown::default(),
            style: None,
            start: TextPosition::default(),
        };
        let unit = |spoken: (usize, usize), source: (usize, usize)| WordSource {
            spoken: ByteSpan::new(spoken.0, spoken.1),
            source: ByteSpan::new(source.0, source.1),
            wording: Wording::Otherwise,
        };
        let spoken = SpokenText {
            text: "nine dollars, ok".into(),
            words: vec![unit((0, 4), (0, 2)), unit((5, 12), (0, 2)), unit((14, 16), (4, 6))],
            ..SpokenText::default()
        };
        let mut words = SegmentWords::new(Arc::new(segment), &spoken, WordTimes::WithPhonemes);
        let word = |source, start, end| SpokenWord {
            source: ByteSpan::new(source, source + 2),
            start: SampleCount(start),
            end: SampleCount(end),
        };
        let phonemes = [("n", 10), ("ˈaɪ", 20), ("s", 80), ("?", 100), ("ˈoʊ", 120), ("eɪ", 140)];
        let phonemes = phonemes.map(|(ipa, at)| Phoneme { ipa: ipa.into(), start: SampleCount(at) });
        words.learn(vec![word(0, 10, 90), word(4, 120, 150)], phonemes.to_vec());
        let told = words.rest(SampleCount(200));
        let said: Vec<_> = told.iter().map(|word| &word.spoken.text[word.spoken.span.range()]).collect();
        assert_eq!(said, ["nine dollars", "ok"]);
        let sounds = |word: &TiledWord| word.phonemes.iter().map(|phoneme| phoneme.ipa.to_string()).collect();
        assert_eq!(told.iter().map(sounds).collect::<Vec<String>>(), ["nˈaɪs", "ˈoʊeɪ"]);
    }

    #[test]
    fn what_is_said_otherwise_is_said_as_a_whole_however_long_both_are() {
        let segment = SegmentText {
            text: "100000个".into(),
            ending: speech::Ending::Sentence,
            shown: speech::Shown::default(),
            style: None,
            start: TextPosition::default(),
        };
        let number = ByteSpan::new(0, 6);
        let spoken = SpokenText {
            text: "十万个".into(),
            words: vec![
                WordSource { spoken: number, source: number, wording: Wording::Otherwise },
                WordSource {
                    spoken: ByteSpan::new(6, 9),
                    source: ByteSpan::new(6, 9),
                    wording: Wording::AsWritten,
                },
            ],
            ..SpokenText::default()
        };
        let mut words = SegmentWords::new(Arc::new(segment), &spoken, WordTimes::On);
        let word = |start, end| SpokenWord {
            source: ByteSpan::new(start, end),
            start: SampleCount(start as u64),
            end: SampleCount(end as u64),
        };
        words.learn(vec![word(0, 3), word(6, 9)], Vec::new());
        let told = words.rest(SampleCount(20));
        let said: Vec<_> = told.iter().map(|word| &word.spoken.text[word.spoken.span.range()]).collect();
        assert_eq!(said, ["十万", "个"]);
    }

    #[test]
    fn an_engine_without_word_times_gives_no_words() {
        assert!(words_of(&["One", "two"]).rest(SampleCount(20)).is_empty());
    }

    #[test]
    fn nonsense_is_dropped_and_times_stay_inside_the_sound() {
        let mut words = words_of(&["One", "two", "three"]);
        words.learn(
            vec![
                said("two", 5, 9),
                said("One", 1, 2),
                said("two", 6, 7),
                SpokenWord { source: ByteSpan::new(12, 999), start: SampleCount(1), end: SampleCount(2) },
                said("three", u64::MAX, 0),
            ],
            Vec::new(),
        );
        let told = words.rest(SampleCount(20));
        assert_eq!(told.iter().map(|word| word.span).collect::<Vec<_>>(), [span("two"), span("three")]);
        assert_eq!((told[1].start, told[1].end), (SampleCount(20), SampleCount(20)));
        assert_eq!(joined(&told), TEXT);
    }
}
