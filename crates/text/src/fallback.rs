//! Where to cut a segment that has outgrown its bounds.

use unicode_segmentation::UnicodeSegmentation;

use crate::boundary::Rank;
use crate::effort::spend;
use crate::ending::Why;

/// The best places seen so far in the open segment, as bytes from its start.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fallback {
    sentence: Option<usize>,
    clause: Option<usize>,
    space: Option<usize>,
}

/// A clause border is worth a cut only behind this part of the segment, so that cuts always make progress.
const SHORTEST_PART: usize = 3;

impl Fallback {
    pub(crate) fn note_border(&mut self, at: usize, rank: Rank) {
        match rank {
            Rank::Sentence => self.sentence = Some(at),
            Rank::Clause => self.clause = Some(at),
            Rank::Phrase => {}
        }
    }

    /// Notes that a space ends at byte `at`.
    pub(crate) fn note_space(&mut self, at: usize) {
        self.space = Some(at);
    }

    /// Where to cut `text`, of which only the first `limit` bytes fit: the last sentence, else the last clause, unless that
    /// would leave a stump; else the last space; else between two characters as people see them. And why there.
    pub(crate) fn cut(self, text: &str, limit: usize) -> (usize, Why) {
        let long_enough = |at: &usize| at * SHORTEST_PART >= limit;
        let with = |rank| move |at: usize| (at.min(limit), Why::Border(rank));
        let sentence = self.sentence.filter(long_enough).map(with(Rank::Sentence));
        let border = sentence.or_else(|| self.clause.filter(long_enough).map(with(Rank::Clause)));
        let word = || match text[limit..].chars().next() {
            Some(c) if c.is_whitespace() => Some(limit),
            _ => self.space,
        };
        border.unwrap_or_else(|| {
            let at = word().map_or_else(|| last_grapheme(text, limit), |at| at.min(limit));
            (at, Why::Bound)
        })
    }
}

/// The last border between user-perceived characters at or before `limit`; `limit` if one of them fills it all.
fn last_grapheme(text: &str, limit: usize) -> usize {
    spend(limit);
    let starts = text.grapheme_indices(true).map(|(at, _)| at);
    starts.take_while(|&at| at <= limit).last().filter(|&at| at > 0).unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_clause_is_better_than_a_space_and_an_early_one_is_not() {
        let text = "aaaa, bbbb cccc";
        let mut fallback = Fallback::default();
        fallback.note_space(11);
        assert_eq!(fallback.cut(text, 14), (11, Why::Bound));
        fallback.note_border(6, Rank::Clause);
        assert_eq!(fallback.cut(text, 14), (6, Why::Border(Rank::Clause)));
        fallback.note_border(2, Rank::Clause);
        assert_eq!(fallback.cut(text, 14), (11, Why::Bound));
    }

    #[test]
    fn an_emoji_stays_whole() {
        let text = "aa👩‍💻b";
        assert_eq!(Fallback::default().cut(text, 6).0, 2);
        assert_eq!(Fallback::default().cut("👩‍💻b", 4).0, 4);
    }
}
