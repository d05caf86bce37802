//! Reads marks that belong together: `?!`, `."`, `…)`, `.**`, `,"`.

use crate::mark::{ClauseMark, Terminal, clause_mark, is_trailer, terminal};
use crate::place::Place;
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

impl Run {
    /// The run of which the first mark follows `words`.
    pub(crate) fn begin(kind: Kind, words: Words) -> Self {
        Self {
            kind,
            mark: Terminal::Dot,
            closed: Closed::Nothing,
            words,
            before: None,
            progress: Progress::Begun,
        }
    }

    /// Reads on from `place`, which moves to the end of what is sure to belong to the run. Returns the character
    /// behind the run once all of it has been read.
    pub(crate) fn read(&mut self, place: &mut Place, text: &str) -> Option<char> {
        loop {
            let c = place.next(text)?;
            if self.progress == Progress::Read || !self.takes(place, text, c)? {
                self.progress = Progress::Read;
                return Some(c);
            }
            self.progress = Progress::Reading;
            place.pass(c);
        }
    }

    /// Whether `c`, at `place`, belongs to it.
    fn takes(&mut self, place: &Place, text: &str, c: char) -> Option<bool> {
        if self.takes_mark(c) {
            return Some(true);
        }
        if place.closes(text, c)? {
            self.closed = Closed::Enclosure;
            return Some(true);
        }
        let may_close = self.kind == Kind::Sentence;
        Some(is_trailer(c) || may_close && place.is_space_before_guillemet(text, c)?)
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
    pub(crate) fn before(&mut self, text: &str) -> Before {
        *self.before.get_or_insert_with(|| self.words.word(text))
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
        let mut run = Run::begin(Kind::Sentence, words);
        run.read(&mut place, text).map(|_| (place.at(), run.mark, run.closed))
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
