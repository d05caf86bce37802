//! What stands before a full stop, as far as the full stop's meaning depends on it.

use crate::abbreviation::{Abbreviation, abbreviation};
use crate::effort::spend;
use crate::mark::is_line_end;
use crate::name::{Address, ends_as_name};

/// The word before a full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// An ordinary word, or none.
    Word,
    /// A word with dots inside: `example.com`, `Node.js`.
    Dotted,
    /// A known abbreviation.
    Abbreviation(Abbreviation),
    /// A single letter of a script with capitals, or a chain of single letters: `J`, `U.S`, `a.m`.
    Initials,
    /// Something that ends in a digit.
    Number,
    /// A number or letter that opens a line or segment: `3. Open the door`.
    ListMarker,
}

/// What was passed, as far as it may matter to a mark. Words are looked into only at marks, and each character once.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Behind {
    end: usize,
    /// Byte where the token begins: the text without spaces that ends here.
    token: usize,
    words: Words,
}

impl Behind {
    /// The byte of the place.
    pub(crate) fn end(&self) -> usize {
        self.end
    }

    /// Moves behind `c`, which stands at the place.
    pub(crate) fn pass(&mut self, c: char) {
        self.end += c.len_utf8();
        if c.is_whitespace() {
            self.token = self.end;
        }
    }

    /// The words before the place. `text` holds all that was passed.
    pub(crate) fn words(&mut self, text: &str) -> Words {
        if self.words.end < self.token {
            self.words = Words { token: self.token, end: self.token, ..Words::default() };
        }
        for c in text[self.words.end..self.end].chars() {
            self.words.take(c);
        }
        self.words
    }
}

/// The token that ends at a place, and the word at its end.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Words {
    token: usize,
    end: usize,
    address: Address,
    /// Byte where the word begins: the end of the token that consists of letters, digits and what stands inside words
    /// and abbreviations.
    word: Option<usize>,
    /// Whether a dot stands in the word.
    dotted: bool,
    initials: Initials,
}

/// What words are made of. Looked up once for each character, because it costs more than all else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Letter,
    Number,
    Other,
}

impl Sort {
    pub(crate) fn of(c: char) -> Self {
        match c {
            _ if c.is_alphabetic() => Self::Letter,
            _ if c.is_numeric() => Self::Number,
            _ => Self::Other,
        }
    }
}

/// Whether a word is a chain of single letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Initials {
    /// It is not, nor will be.
    #[default]
    No,
    /// So far, with a letter at the end.
    Letter,
    /// So far, with a dot at the end.
    Dot,
}

impl Words {
    /// The byte of the place.
    pub(crate) fn end(&self) -> usize {
        self.end
    }

    /// Moves behind `c`, which is no space.
    fn take(&mut self, c: char) {
        spend(1);
        let at = self.end;
        self.end += c.len_utf8();
        let sort = Sort::of(c);
        self.address.pass(at, c, sort);
        match (self.word, sort) {
            (None, Sort::Letter) => (self.word, self.initials) = (Some(at), Initials::Letter),
            (None, Sort::Number) => self.word = Some(at),
            (Some(_), Sort::Other) if !may_stand_inside(c) => {
                (self.word, self.dotted, self.initials) = (None, false, Initials::No);
            }
            (None, Sort::Other) => {}
            (Some(_), _) => {
                self.dotted |= c == '.';
                self.initials = self.initials.then(c, sort);
            }
        }
    }

    /// What stands before a full stop at the place in `text`.
    pub(crate) fn word(&self, text: &str) -> Before {
        let start = self.word.unwrap_or(self.end);
        let word = &text[start..self.end];
        if is_list_marker(word) && opens_line(&text[..start]) {
            return Before::ListMarker;
        }
        if word.ends_with(char::is_numeric) {
            return Before::Number;
        }
        if let Some(known) = abbreviation(word) {
            return Before::Abbreviation(known);
        }
        if self.initials == Initials::Letter && (self.dotted || is_cased(word)) {
            return Before::Initials;
        }
        if self.dotted || self.is_address(text) { Before::Dotted } else { Before::Word }
    }

    /// Whether a dot stands in the word before the place.
    pub(crate) fn is_dotted(&self) -> bool {
        self.dotted
    }

    /// Whether the text before the place, back to a space, is an address.
    pub(crate) fn is_address(&self, text: &str) -> bool {
        self.address.is_complete(&text[..self.end])
    }

    /// Whether the text before the place ends as names do.
    pub(crate) fn ends_as_name(&self, text: &str) -> bool {
        ends_as_name(&text[self.token..self.end])
    }
}

impl Initials {
    fn then(self, c: char, sort: Sort) -> Self {
        match self {
            Self::Letter if c == '.' => Self::Dot,
            Self::Dot if sort == Sort::Letter => Self::Letter,
            Self::No | Self::Letter | Self::Dot => Self::No,
        }
    }
}

/// Whether `c`, which is neither letter nor digit, may stand in a word.
fn may_stand_inside(c: char) -> bool {
    matches!(c, '.' | '\'' | '’' | '&' | '/' | '\u{0300}'..='\u{036F}') || is_virama(c)
}

fn is_cased(word: &str) -> bool {
    word.chars().all(|c| c.is_uppercase() || c.is_lowercase())
}

/// The signs of Indian scripts that silence a vowel, which Unicode does not count as letters.
fn is_virama(c: char) -> bool {
    matches!(
        c,
        '\u{094D}' | '\u{09CD}' | '\u{0A4D}' | '\u{0ACD}' | '\u{0BCD}' | '\u{0C4D}' | '\u{0CCD}' | '\u{0D4D}'
    )
}

/// Up to three digits, or one small letter.
fn is_list_marker(word: &str) -> bool {
    let length = word.chars().take(4).count();
    (1..=3).contains(&length) && word.chars().all(char::is_numeric)
        || length == 1 && word.chars().all(char::is_lowercase)
}

fn opens_line(before: &str) -> bool {
    let margin = |c: char| c.is_whitespace() && !is_line_end(c) || matches!(c, '(' | '-' | '*' | '#' | '>');
    let length = before.len();
    let before = before.trim_end_matches(margin);
    spend(length - before.len());
    before.is_empty() || before.ends_with(is_line_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(text: &str) -> Before {
        let mut behind = Behind::default();
        text.chars().for_each(|c| behind.pass(c));
        behind.words(text).word(text)
    }

    #[test]
    fn words_are_told_apart() {
        assert_eq!(before("Hello there"), Before::Word);
        assert_eq!(before("see (Node.js"), Before::Dotted);
        assert_eq!(before("at 5 p.m"), Before::Initials);
        assert_eq!(before("by J"), Before::Initials);
        assert_eq!(before("in 1999"), Before::Number);
        assert_eq!(before("Well, Dr"), Before::Abbreviation(Abbreviation::NeverLast));
        assert_eq!(before(""), Before::Word);
    }

    #[test]
    fn a_number_that_opens_a_line_is_a_list_marker() {
        assert_eq!(before("3"), Before::ListMarker);
        assert_eq!(before("Steps:\n 12"), Before::ListMarker);
        assert_eq!(before("b"), Before::ListMarker);
        assert_eq!(before("It costs 3"), Before::Number);
        assert_eq!(before("1999"), Before::Number);
    }

    #[test]
    fn a_single_letter_is_an_initial_where_there_are_capitals() {
        assert_eq!(before("es ist z"), Before::Initials);
        assert_eq!(before("vitamin C"), Before::Initials);
        assert_eq!(before("I don't"), Before::Word);
        assert_eq!(before("some Q&A"), Before::Word);
        assert_eq!(before("我"), Before::Word);
    }
}
