//! Why a text was cut where it was, for people who wonder.

use crate::boundary::Rank;
use crate::ending::Why;
use crate::mark::Terminal;
use crate::tail::Marks;

/// The rule behind a cut, read off why it was made and the marks that stand before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A full stop that belongs to no abbreviation, number or name.
    FullStop,
    /// A full stop behind an abbreviation, a number or a letter, where what follows shows that it ends the sentence too.
    DoubtfulStop,
    /// Dots that trail off, with a new sentence behind them.
    Ellipsis,
    /// A question or exclamation mark.
    LoudMark,
    /// A mark that only ends sentences, such as `。` or `।`.
    SentenceMark,
    /// A line that stands by itself: a paragraph, a heading, an item of a list.
    Line,
    /// A comma, or another mark within a sentence, behind enough words for a first segment.
    ClauseMark,
    /// A line that ends, or a space in a script that has them between phrases only, behind enough words for a first segment.
    ClauseSpace,
    /// A word that opens a phrase, where the first sound is wanted at any price.
    Phrase,
    /// A mark asks for silence there, or for another voice or manner.
    Markup,
    /// The segment may be no longer.
    Bound,
    /// Nothing more was there, and all that waited was asked for.
    Release,
}

impl Reason {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::FullStop,
        Self::DoubtfulStop,
        Self::Ellipsis,
        Self::LoudMark,
        Self::SentenceMark,
        Self::Line,
        Self::ClauseMark,
        Self::ClauseSpace,
        Self::Phrase,
        Self::Markup,
        Self::Bound,
        Self::Release,
    ];

    /// Of the cut behind a segment that has these marks at its end.
    pub(crate) fn of(why: Why, marks: Marks) -> Self {
        match (why, marks) {
            (Why::Bound, _) => Self::Bound,
            (Why::Change | Why::Break, _) => Self::Markup,
            (Why::Release, _) => Self::Release,
            (Why::Border(Rank::Sentence), marks) => Self::of_sentence(marks),
            (Why::Border(Rank::Phrase), _) => Self::Phrase,
            (Why::Border(Rank::Clause), Marks::None) => Self::ClauseSpace,
            (Why::Border(Rank::Clause), _) => Self::ClauseMark,
        }
    }

    fn of_sentence(marks: Marks) -> Self {
        match marks {
            Marks::None | Marks::Clause | Marks::Part => Self::Line,
            Marks::Doubtful(_) => Self::DoubtfulStop,
            Marks::TwoDots | Marks::Terminal(Terminal::Dot) => Self::FullStop,
            Marks::Terminal(Terminal::Ellipsis) => Self::Ellipsis,
            Marks::Terminal(Terminal::Loud) => Self::LoudMark,
            Marks::Terminal(Terminal::Certain) => Self::SentenceMark,
        }
    }

    /// Its name, which stays.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FullStop => "full-stop",
            Self::DoubtfulStop => "doubtful-stop",
            Self::Ellipsis => "ellipsis",
            Self::LoudMark => "loud-mark",
            Self::SentenceMark => "sentence-mark",
            Self::Line => "line",
            Self::ClauseMark => "clause-mark",
            Self::ClauseSpace => "clause-space",
            Self::Phrase => "phrase",
            Self::Markup => "markup",
            Self::Bound => "bound",
            Self::Release => "release",
        }
    }

    /// In words.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::FullStop => "a full stop that belongs to no abbreviation, number or name ends a sentence",
            Self::DoubtfulStop => {
                "a full stop behind an abbreviation, number or letter ends a sentence too, by what follows it"
            }
            Self::Ellipsis => "dots trail off, and a new sentence begins behind them",
            Self::LoudMark => "a question or exclamation mark ends a sentence",
            Self::SentenceMark => "a mark that only ends sentences stands there",
            Self::Line => "a line stands by itself: a paragraph, a heading, an item of a list",
            Self::ClauseMark => "a mark within a sentence stands there, which is enough for a first segment",
            Self::ClauseSpace => {
                "a line ends, or a space between phrases stands there, which is enough for a first segment"
            }
            Self::Phrase => "a phrase begins there, which is enough for a first segment at any price",
            Self::Markup => "markup asks for silence there, or for another voice or manner",
            Self::Bound => "a segment may be no longer",
            Self::Release => "nothing more was there, and what waited was asked for",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::{SegmentBounds, SegmentPolicy, Segmenter};

    fn reasons(text: &str, policy: SegmentPolicy) -> Vec<Reason> {
        let mut segmenter =
            Segmenter::new(policy, SegmentBounds { characters: 40, ..SegmentBounds::default() });
        segmenter.push(text);
        segmenter.release();
        std::iter::from_fn(|| segmenter.next_segment()).map(|segment| segment.reason).collect()
    }

    #[test]
    fn each_cut_has_its_reason() {
        for (text, reason) in [
            ("He left. She stayed", Reason::FullStop),
            ("He left at 5 p.m. She stayed", Reason::DoubtfulStop),
            ("He left in 1999. She stayed", Reason::DoubtfulStop),
            ("He left? She stayed", Reason::LoudMark),
            ("彼は行った。彼女はいた", Reason::SentenceMark),
            ("Well... She stayed", Reason::Ellipsis),
            ("A title\n\nShe stayed", Reason::Line),
            ("Never a mark and no end to it anywhere near", Reason::Bound),
        ] {
            assert_eq!(reasons(text, SegmentPolicy::Sentences), [reason, Reason::Release], "{text}");
        }
    }

    #[test]
    fn a_first_clause_has_one_too() {
        let text = "When they had all gone home, he left.";
        assert_eq!(reasons(text, SegmentPolicy::Clauses), [Reason::ClauseMark, Reason::Release]);
    }

    #[test]
    fn every_reason_has_a_name_and_words_of_its_own() {
        let names: HashSet<_> = Reason::ALL.iter().map(|reason| (reason.name(), reason.describe())).collect();
        assert_eq!(names.len(), Reason::ALL.len());
    }
}
