//! What stands at the end of a text, kept up while it grows. Read [`Tail`] first.

use crate::abbreviation::Abbreviation;
use crate::language::Customs;
use crate::mark::{
    ClauseMark, Terminal, clause_mark, enclosure, ends_in_greek, is_part, is_trailer, terminal,
};
use crate::segmenter::PendingEnd;
use crate::sound::sounds;
use crate::word::{Before, Behind, Words};

/// Whether a text says anything, and whether it ends as sentences do.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tail {
    speakable: bool,
    behind: Behind,
    marks: Marks,
}

/// What the marks amount to that stand behind the last character that is neither a space nor hangs on to marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Marks {
    #[default]
    None,
    /// One full stop, behind something that has its own full stop.
    Doubtful(Doubt),
    /// What a sentence ends with, the full stop included where nothing speaks against it. Only a third dot trails off.
    Terminal(Terminal),
    TwoDots,
    /// What a comma ends.
    Clause,
    /// What could stand by itself.
    Part,
}

/// Of a full stop behind something that has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// It ends no sentence as a rule: `Dr.`, `J.`, `3.` before an item.
    BelongsToWord,
    /// It may: `1999.`, `etc.`, `p.m.`, `No.`
    MayEnd,
}

impl Tail {
    /// That of a whole text.
    pub(crate) fn of(text: &str, customs: &Customs) -> Self {
        let mut tail = Self::default();
        tail.read(text, customs);
        tail
    }

    /// Goes through what has come to `text` since the last call.
    pub(crate) fn read(&mut self, text: &str, customs: &Customs) {
        for c in text[self.behind.end()..].chars() {
            self.speakable = self.speakable || sounds(c);
            self.marks = self.marks_with(text, c, customs);
            self.behind.pass(c);
        }
    }

    /// What the marks are once `c` has followed.
    fn marks_with(&mut self, text: &str, c: char, customs: &Customs) -> Marks {
        let before = &text[..self.behind.end()];
        if let Some(mark) = terminal(c) {
            return self.with_terminal(text, mark, customs);
        }
        match clause_mark(c) {
            Some(_) if c == ';' && ends_in_greek(before) => self.with_terminal(text, Terminal::Loud, customs),
            Some(mark) if !self.is_separate(before, mark) => Marks::None,
            Some(_) if is_part(c) => Marks::Part,
            Some(_) => Marks::Clause,
            None if c.is_whitespace() || enclosure(c).is_some() || is_trailer(c) => self.marks,
            None => Marks::None,
        }
    }

    /// Whether a clause mark behind `before` is none of a word's own.
    fn is_separate(&self, before: &str, mark: ClauseMark) -> bool {
        match mark {
            ClauseMark::Anywhere | ClauseMark::BeforeSpace => true,
            ClauseMark::BetweenSpaces => {
                let goes_on = |c| clause_mark(c) == Some(mark);
                before.ends_with(char::is_whitespace)
                    || self.marks != Marks::None && before.ends_with(goes_on)
            }
        }
    }

    fn with_terminal(&mut self, text: &str, mark: Terminal, customs: &Customs) -> Marks {
        match (self.marks, mark) {
            (Marks::Doubtful(_) | Marks::Terminal(Terminal::Dot), Terminal::Dot) => Marks::TwoDots,
            (Marks::TwoDots, Terminal::Dot) => Marks::Terminal(Terminal::Ellipsis),
            (Marks::Terminal(other), _) => Marks::Terminal(other.max(mark)),
            (Marks::None | Marks::Clause | Marks::Part, Terminal::Dot) => {
                of_full_stop(self.behind.words(text), text, customs)
            }
            (Marks::None | Marks::Clause | Marks::Part | Marks::Doubtful(_) | Marks::TwoDots, _) => {
                Marks::Terminal(mark)
            }
        }
    }

    pub(crate) fn marks(&self) -> Marks {
        self.marks
    }

    /// How the text ends.
    pub(crate) fn end(&self) -> PendingEnd {
        match self.marks {
            _ if !self.speakable => PendingEnd::Empty,
            Marks::Terminal(_) | Marks::TwoDots => PendingEnd::Strong,
            Marks::None | Marks::Doubtful(_) | Marks::Clause | Marks::Part => PendingEnd::Open,
        }
    }
}

fn of_full_stop(words: Words, text: &str, customs: &Customs) -> Marks {
    match words.word(text, customs) {
        Before::Word | Before::None | Before::Dotted => Marks::Terminal(Terminal::Dot),
        Before::Initials if words.is_dotted() => Marks::Doubtful(Doubt::MayEnd),
        Before::Initials
        | Before::ListMarker
        | Before::Abbreviation(Abbreviation::NeverLast | Abbreviation::Title) => {
            Marks::Doubtful(Doubt::BelongsToWord)
        }
        Before::Number
        | Before::Roman
        | Before::Unit
        | Before::Abbreviation(
            Abbreviation::BeforeNumber | Abbreviation::MayBeLast | Abbreviation::Name | Abbreviation::Street,
        ) => Marks::Doubtful(Doubt::MayEnd),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends_strongly(text: &str) -> bool {
        Tail::of(text, Customs::default_for_all()).end() == PendingEnd::Strong
    }

    #[test]
    fn a_strong_end_is_no_digit_initial_or_abbreviation() {
        for strong in ["Hello.", "Why?\" ", "是。", "So...", "Done!) ", "क्या।", "example.com."] {
            assert!(ends_strongly(strong), "{strong}");
        }
        for open in ["Hello", "3.", "in 1999.", "by J.", "Dr. ", "etc.", "Hello,", ""] {
            assert!(!ends_strongly(open), "{open}");
        }
    }

    #[test]
    fn pieces_add_up() {
        let mut tail = Tail::default();
        let text = "Hi (so.) ";
        for end in 1..=text.len() {
            tail.read(&text[..end], Customs::default_for_all());
        }
        assert_eq!(tail.end(), PendingEnd::Strong);
    }
}
