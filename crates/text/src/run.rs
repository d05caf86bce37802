//! Reads marks that belong together: `?!`, `."`, `…)`, `.**`, `,"`.

use crate::boundary::{Haste, Rules};
use crate::language::Customs;
use crate::mark::{ClauseMark, Terminal, clause_mark, is_emoji, is_line_end, is_trailer, terminal};
use crate::past::Past;
use crate::place::{Manner, Place};
use crate::word::{Before, Words};

/// Marks and what closes behind them, as far as they have been read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    /// What it may end.
    pub(crate) kind: Kind,
    /// What the terminal marks together amount to.
    pub(crate) mark: Terminal,
    /// What follows the marks inside the run.
    pub(crate) closed: Closed,
    /// What stands before the first mark.
    words: Words,
    /// The word there, once somebody asked.
    before: Option<Before>,
    /// Of the text before it.
    past: Past,
    /// How many characters of a footnote's mark have been read.
    note: u8,
    progress: Progress,
}

/// What the marks of a run may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Sentence,
    /// A clause, by marks that are all of this sort.
    Clause(ClauseMark),
}

/// Whether a sentence's marks stand inside a quotation or bracket that ends with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closed {
    /// Nothing closes here.
    Nothing,
    /// A quotation or bracket does, so the sentence around it may go on: `"Really?" she asked.`
    Enclosure,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// The first mark has not been read.
    Begun,
    Reading,
    /// It has ended.
    Read,
}

/// The most characters of the mark of a footnote, such as `[12]`.
const LONGEST_NOTE: u8 = 8;

fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

impl Run {
    /// The run of which the first mark follows `words`, in a text with this past.
    pub(crate) fn begin(kind: Kind, words: Words, past: Past) -> Self {
        Self {
            kind,
            mark: Terminal::Dot,
            closed: Closed::Nothing,
            words,
            before: None,
            past,
            note: 0,
            progress: Progress::Begun,
        }
    }

    /// Reads on from `place`, which moves to the end of what is sure to belong to the run. Returns the character
    /// behind the run once all of it has been read.
    pub(crate) fn read(&mut self, place: &mut Place, text: &str, rules: Rules) -> Option<char> {
        loop {
            let c = place.next(text)?;
            if self.progress == Progress::Read || !self.takes(place, text, c, rules)? {
                self.progress = Progress::Read;
                return Some(c);
            }
            self.progress = Progress::Reading;
            place.pass(c);
        }
    }

    /// Whether `c`, at `place`, belongs to it.
    fn takes(&mut self, place: &Place, text: &str, c: char, rules: Rules) -> Option<bool> {
        if self.note > 0 || self.takes_mark(c) {
            self.note = if self.note > 0 && self.note < LONGEST_NOTE && c != ']' { self.note + 1 } else { 0 };
            return Some(true);
        }
        if place.closes(text, c)? {
            self.closed = Closed::Enclosure;
            return Some(true);
        }
        if is_trailer(c) {
            return Some(true);
        }
        if self.kind != Kind::Sentence {
            return Some(false);
        }
        self.takes_behind(place, text, c, rules)
    }

    /// Whether `c` belongs to what may stand behind the end of a sentence: the space before a closing mark or an emoji, or
    /// the mark of a footnote.
    fn takes_behind(&mut self, place: &Place, text: &str, c: char, rules: Rules) -> Option<bool> {
        if c == '[' && self.mark == Terminal::Dot {
            let is_note = place.after(text, c)?;
            self.note = u8::from(is_note.is_ascii_digit() || is_note == '^');
            return Some(self.note > 0);
        }
        if is_superscript(c) {
            return Some(true);
        }
        if !c.is_whitespace() || is_line_end(c) {
            return Some(false);
        }
        let waits =
            rules.haste == Haste::None || self.mark == Terminal::Ellipsis || self.closed == Closed::Enclosure;
        Some(
            place.is_space_before_guillemet(text, c, rules.customs)?
                || waits && place.after(text, c).map(is_emoji)?,
        )
    }

    fn takes_mark(&mut self, c: char) -> bool {
        let first = self.progress == Progress::Begun;
        match self.kind {
            Kind::Clause(mark) => clause_mark(c) == Some(mark),
            // A first character that is no terminal mark elsewhere is a Greek question mark typed as a semicolon.
            Kind::Sentence => match terminal(c).or(first.then_some(Terminal::Loud)) {
                Some(Terminal::Dot) if !first => {
                    self.mark = self.mark.max(Terminal::Ellipsis);
                    true
                }
                Some(mark) => {
                    self.mark = self.mark.max(mark);
                    true
                }
                None => false,
            },
        }
    }

    /// What stands before the first mark.
    pub(crate) fn before(&mut self, text: &str, customs: &Customs) -> Before {
        *self.before.get_or_insert_with(|| self.words.word(text, customs))
    }

    /// How the text before it is written.
    pub(crate) fn manner(&self) -> Manner {
        self.past.manner
    }

    /// The word before it, if it joins that to a small letter and so to a name: `obj` of `obj.method`.
    pub(crate) fn names<'a>(&self, text: &'a str, after: &str, customs: &Customs) -> Option<&'a str> {
        let joins = self.mark == Terminal::Dot && self.closed == Closed::Nothing;
        let word = self.word(text);
        let is_name = joins && after.starts_with(char::is_lowercase) && !self.is_dotted();
        (is_name && word.chars().nth(2).is_some() && !customs.is_small_word(word)).then_some(word)
    }

    /// Whether the word before it is such a name.
    pub(crate) fn is_behind_name(&self, text: &str) -> bool {
        self.past.names.has(self.word(text))
    }

    /// Whether it does not stand at a word: behind a space or a digit.
    pub(crate) fn is_detached(&self, text: &str) -> bool {
        let before = text[..self.words.end()].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || c.is_numeric())
    }

    /// Whether it is no sentence's mark but that of a product, as in `4! is 24`.
    pub(crate) fn is_factorial(&self, text: &str) -> bool {
        self.mark == Terminal::Loud && text[..self.words.end()].ends_with(char::is_numeric)
    }

    /// Whether the word before it has dots of its own.
    pub(crate) fn is_dotted(&self) -> bool {
        self.words.is_dotted()
    }

    /// Whether the word before it is all of the sentence.
    pub(crate) fn is_answer(&self, text: &str) -> bool {
        text[..self.words.start()].len() <= 4 && text[..self.words.start()].trim().is_empty()
    }

    /// The word before it.
    pub(crate) fn word<'a>(&self, text: &'a str) -> &'a str {
        &text[self.words.start()..self.words.end()]
    }

    /// The text before it.
    pub(crate) fn head<'a>(&self, text: &'a str) -> &'a str {
        &text[..self.words.end()]
    }

    /// Whether the word before it is the last part of a name with hyphens.
    pub(crate) fn is_last_part(&self, text: &str) -> bool {
        self.words.start() < self.words.end() && text[..self.words.start()].ends_with('-')
    }

    /// Whether `mark` stands before it, with nothing but a space between.
    pub(crate) fn follows(&self, text: &str, mark: char) -> bool {
        let before = &text[..self.words.end()];
        before.strip_suffix(char::is_whitespace).unwrap_or(before).ends_with(mark)
    }

    /// Whether the number before it may be one of a date: four digits at most.
    pub(crate) fn may_be_day(&self, text: &str) -> bool {
        (1..=4).contains(&self.words.digits(text))
    }

    /// The number of the item of a list that it stands behind.
    pub(crate) fn item(&self, text: &str) -> Option<u16> {
        self.before.filter(|before| *before == Before::ListMarker).and_then(|_| self.words.item(text))
    }

    /// The words before the first mark.
    pub(crate) fn words(&self) -> Words {
        self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the first run of `text` ends and what it is; `None` while that is open.
    fn read(text: &str) -> Option<(usize, Terminal, Closed)> {
        let mut place = Place::default();
        place.pass_bytes(text, text.find(|c| terminal(c).is_some()).unwrap());
        let words = place.words(text);
        let mut run = Run::begin(Kind::Sentence, words, Past::default());
        let rules = Rules {
            customs: Customs::default_for_all(),
            haste: Haste::AtTheSpace,
            phrases: crate::boundary::Phrases::Pass,
        };
        run.read(&mut place, text, rules).map(|_| (place.at(), run.mark, run.closed))
    }

    #[test]
    fn marks_add_up_and_dots_become_an_ellipsis() {
        assert_eq!(read("no. x"), Some((3, Terminal::Dot, Closed::Nothing)));
        assert_eq!(read("no... x"), Some((5, Terminal::Ellipsis, Closed::Nothing)));
        assert_eq!(read("no?!. x"), Some((5, Terminal::Loud, Closed::Nothing)));
    }

    #[test]
    fn a_straight_quote_closes_what_it_opened() {
        assert_eq!(read("\"no.\"x"), Some((5, Terminal::Dot, Closed::Enclosure)));
        assert_eq!(read("no.\"x"), Some((3, Terminal::Dot, Closed::Nothing)));
        assert_eq!(read("no.\" x"), Some((4, Terminal::Dot, Closed::Enclosure)));
        assert_eq!(read("no.\""), None);
    }

    #[test]
    fn a_french_quotation_closes_behind_a_space() {
        assert_eq!(read("« Oui. "), None);
        assert_eq!(read("« Oui. » Non"), Some(("« Oui. »".len(), Terminal::Dot, Closed::Enclosure)));
        assert_eq!(read("« Oui. N"), Some(("« Oui.".len(), Terminal::Dot, Closed::Nothing)));
    }

    #[test]
    fn emoji_and_emphasis_hang_on() {
        assert_eq!(read("no!** x").map(|run| run.0), Some(5));
        assert_eq!(read("no!👩‍💻x").map(|run| run.0), Some("no!👩‍💻".len()));
    }
}
