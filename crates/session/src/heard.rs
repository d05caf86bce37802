//! Which word began when, for as long as it may be asked.
//!
//! What is sent only grows, and a question is only ever about the last word that began before it. So of the words that
//! are sent the last is enough; besides it only those are kept whose sound is still on its way. Segment and span are
//! kept: the place in all that was said is worked out when somebody asks.

use std::collections::VecDeque;
use std::sync::Arc;

use speech::{AudioTime, ByteSpan, SegmentText};

use crate::HeardWord;

/// A context's memory of its words, in the order in which they begin.
#[derive(Debug, Default)]
pub(crate) struct HeardMemory {
    words: VecDeque<RememberedWord>,
}

/// One word and where it began.
#[derive(Debug)]
pub(crate) struct RememberedWord {
    /// Since the context began.
    pub(crate) at: AudioTime,
    /// Since its generation began.
    pub(crate) start: AudioTime,
    pub(crate) segment: Arc<SegmentText>,
    pub(crate) span: ByteSpan,
}

impl HeardMemory {
    pub(crate) fn record(&mut self, word: RememberedWord) {
        self.words.push_back(word);
    }

    /// Forgets the words before the last that began before `sent`.
    pub(crate) fn forget(&mut self, sent: AudioTime) {
        while self.words.get(1).is_some_and(|next| next.at < sent) {
            self.words.pop_front();
        }
    }

    /// Gives back room that a silent context does not need.
    pub(crate) fn shrink(&mut self) {
        self.words.shrink_to_fit();
    }

    /// Forgets what will never be heard.
    pub(crate) fn cut(&mut self, sent: AudioTime) {
        while self.words.back().is_some_and(|word| word.at >= sent) {
            self.words.pop_back();
        }
    }

    /// The last word that began before `sent`, unless that is longer than `memory` ago.
    pub(crate) fn last_before(&self, sent: AudioTime, memory: AudioTime) -> Option<HeardWord> {
        let heard = self.words.partition_point(|word| word.at < sent);
        let word = self.words.get(heard.checked_sub(1)?)?;
        if word.at < sent.saturating_sub(memory) {
            return None;
        }
        Some(HeardWord { place: word.segment.locate(word.span), start: word.start })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use speech::TextPosition;

    fn memory(starts: &[u64]) -> HeardMemory {
        let segment = Arc::new(SegmentText {
            text: "a b c d".into(),
            ending: speech::Ending::Sentence,
            shown: speech::Shown::default(),
            style: None,
            start: TextPosition::default(),
        });
        let mut memory = HeardMemory::default();
        for (i, ms) in starts.iter().enumerate() {
            let at = AudioTime::from_millis(*ms);
            let span = ByteSpan::new(2 * i, 2 * i + 1);
            memory.record(RememberedWord { at, start: at, segment: Arc::clone(&segment), span });
        }
        memory
    }

    fn last(memory: &HeardMemory, ms: u64) -> Option<u64> {
        memory
            .last_before(AudioTime::from_millis(ms), AudioTime::from_millis(10_000))
            .map(|word| word.place.start.bytes)
    }

    #[test]
    fn a_word_is_heard_once_it_has_begun() {
        let memory = memory(&[0, 100, 100, 200]);
        assert_eq!(last(&memory, 0), None);
        assert_eq!(last(&memory, 1), Some(0));
        assert_eq!(last(&memory, 100), Some(0));
        assert_eq!(last(&memory, 101), Some(4));
        assert_eq!(last(&memory, 9_000), Some(6));
    }

    #[test]
    fn of_the_words_that_are_sent_only_the_last_is_kept() {
        let mut memory = memory(&[0, 100, 200, 300]);
        memory.forget(AudioTime::from_millis(250));
        assert_eq!(memory.words.len(), 2);
        assert_eq!(last(&memory, 250), Some(4));
        assert_eq!(last(&memory, 301), Some(6));
    }

    #[test]
    fn what_is_cut_was_never_heard() {
        let mut memory = memory(&[0, 100, 200, 300]);
        memory.cut(AudioTime::from_millis(250));
        assert_eq!(last(&memory, 9_000), Some(4));
    }

    #[test]
    fn what_began_too_long_ago_is_not_named() {
        let (sent, memory) = (AudioTime::from_millis(10_101), memory(&[0, 100]));
        assert!(memory.last_before(sent, AudioTime::from_millis(10_001)).is_some());
        assert!(memory.last_before(sent, AudioTime::from_millis(10_000)).is_none());
    }
}
