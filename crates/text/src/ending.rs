//! How waiting text ends, kept up while it grows.

use crate::mark::{Terminal, enclosure, is_trailer, terminal};
use crate::segmenter::PendingEnd;
use crate::sound::sounds;
use crate::word::{Before, Behind};

/// Whether a text says anything, and whether it ends as sentences do.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Ending {
    speakable: bool,
    behind: Behind,
    marks: Marks,
}

/// The terminal marks since the last character that is neither a space nor hangs on to marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Marks {
    #[default]
    None,
    /// One full stop, behind something that has its own full stop.
    Doubtful,
    Strong,
}

impl Ending {
    /// Goes through what has come to `text` since the last call.
    pub(crate) fn read(&mut self, text: &str) {
        for c in text[self.behind.end()..].chars() {
            self.speakable = self.speakable || sounds(c);
            match terminal(c) {
                Some(mark) => self.note_mark(text, mark),
                None if c.is_whitespace() || enclosure(c).is_some() || is_trailer(c) => {}
                None => self.marks = Marks::None,
            }
            self.behind.pass(c);
        }
    }

    fn note_mark(&mut self, text: &str, mark: Terminal) {
        self.marks = match (self.marks, mark) {
            (Marks::None, Terminal::Dot) => match self.behind.words(text).word(text) {
                Before::Word | Before::Dotted => Marks::Strong,
                Before::Abbreviation(_) | Before::Initials | Before::Number | Before::ListMarker => {
                    Marks::Doubtful
                }
            },
            (Marks::None | Marks::Doubtful | Marks::Strong, _) => Marks::Strong,
        };
    }

    /// How the text ends.
    pub(crate) fn get(&self) -> PendingEnd {
        match self.marks {
            _ if !self.speakable => PendingEnd::Empty,
            Marks::Strong => PendingEnd::Strong,
            Marks::None | Marks::Doubtful => PendingEnd::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends_strongly(text: &str) -> bool {
        let mut ending = Ending::default();
        ending.read(text);
        ending.marks == Marks::Strong
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
        let mut ending = Ending::default();
        let text = "Hi (so.) ";
        for end in 1..=text.len() {
            ending.read(&text[..end]);
        }
        assert_eq!(ending.get(), PendingEnd::Strong);
    }
}
