//! What stands before a full stop, as far as the full stop's meaning depends on it.

use crate::abbreviation::{Abbreviation, is_roman};
use crate::effort::spend;
use crate::language::{Customs, holds};
use crate::mark::is_line_end;
use crate::name::{Address, ends_as_name};
use crate::shape::{
    LONGEST_UNIT, behind_apostrophe, is_apart, is_initial, is_letter, is_list_letter, is_measure, is_name,
    last_part, previous, unit_of, unlisted,
};

/// The word before a full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// An ordinary word.
    Word,
    /// A space, or the start of the segment.
    None,
    /// A word with dots inside: `example.com`, `Node.js`.
    Dotted,
    /// A known abbreviation.
    Abbreviation(Abbreviation),
    /// A single letter of a script with capitals, or a chain of single letters: `J`, `U.S`, `a.m`.
    Initials,
    /// Something that ends in a digit.
    Number,
    /// A number in Roman numerals.
    Roman,
    /// A unit behind a number, or a letter behind what it is one of: `300 m`, `plan B`.
    Unit,
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
    /// The last number that was an item's in a list.
    item: u16,
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
        Words { item: self.item, ..self.words }
    }

    /// Notes that a list has come to this item.
    pub(crate) fn note_item(&mut self, item: u16) {
        self.item = item;
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
    item: u16,
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
    /// A chain may begin, behind what ends with an apostrophe: `L'U.E.`
    Elided,
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
                self.initials = self.initials.then(c);
            }
        }
    }

    /// Byte where the word begins.
    pub(crate) fn start(&self) -> usize {
        self.word.unwrap_or(self.end)
    }

    /// How many characters of the word are digits, up to ten; none if it has others.
    pub(crate) fn digits(&self, text: &str) -> usize {
        let word = text[self.start()..self.end].chars().take(10);
        let digits = word.clone().filter(|c| c.is_numeric()).count();
        if digits == word.count() { digits } else { 0 }
    }

    /// What stands before a full stop at the place in `text`.
    pub(crate) fn word(&self, text: &str, customs: &Customs) -> Before {
        let start = self.start();
        let word = &text[start..self.end];
        if word.is_empty() && is_apart(&text[..start]) {
            return Before::None;
        }
        if self.item(text).is_some() || is_list_letter(word) && opens_line(&text[..start]) {
            return Before::ListMarker;
        }
        if word.ends_with(char::is_numeric) {
            return Before::Number;
        }
        if text[..start].ends_with(['°', '′', '″']) {
            return Before::Word;
        }
        if self.is_unit(text, customs) {
            return Before::Unit;
        }
        if let Some(known) = self.abbreviation(text, customs) {
            return Before::Abbreviation(known);
        }
        if is_roman(word) {
            return Before::Roman;
        }
        if self.initials == Initials::Letter && (self.dotted || is_initial(behind_apostrophe(word))) {
            return if !self.dotted && holds(customs.letters, word) {
                Before::Word
            } else {
                Before::Initials
            };
        }
        if self.dotted || self.is_address(text) { Before::Dotted } else { Before::Word }
    }

    /// The number of the item of a list that begins here: at the start of a line, behind a colon, or one more than the last.
    pub(crate) fn item(&self, text: &str) -> Option<u16> {
        let (before, word) = (&text[..self.start()], &text[self.start()..self.end]);
        if word.is_empty() || word.len() > 3 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let number = word.parse().ok()?;
        let begins = number == 1 && is_apart(before) && previous(text, self.start()).ends_with([':', '：']);
        let goes_on = self.item > 0 && number == self.item + 1;
        let likely = number <= LIKELY_ITEM || !is_blank(before);
        (begins || goes_on || likely && opens_line(before)).then_some(number)
    }

    /// What the word abbreviates, by itself or with what its token or the token before it adds to it.
    fn abbreviation(&self, text: &str, customs: &Customs) -> Option<Abbreviation> {
        let (start, word) = (self.start(), &text[self.start()..self.end]);
        let before = if is_apart(&text[..start]) { previous(text, start) } else { "" };
        if before.ends_with('.') {
            let whole = format!("{}{word}", before.trim_start_matches(|c: char| !c.is_alphanumeric()));
            if let Some(known) = customs.abbreviation(&whole) {
                return Some(known);
            }
        }
        let token = text[self.token..self.end].trim_start_matches(|c: char| !c.is_alphanumeric());
        let parts = [token, word, unit_of(word), last_part(word, customs)];
        let known = parts.into_iter().find_map(|word| customs.abbreviation(word));
        if known == Some(Abbreviation::Title) && holds(customs.streets, word) && is_name(before, customs) {
            return Some(Abbreviation::Street);
        }
        known.or_else(|| unlisted(unit_of(word), customs))
    }

    /// Whether the word is a unit behind a number, or a letter behind what it is one of.
    fn is_unit(&self, text: &str, customs: &Customs) -> bool {
        let (start, word) = (self.start(), &text[self.start()..self.end]);
        let unit = if word.len() > LONGEST_UNIT { "" } else { unit_of(word) };
        if unit.is_empty() || !is_apart(&text[..start]) {
            return false;
        }
        let before = previous(text, start);
        if unit.len() == word.len() && is_letter(word) && holds(customs.labels, &before.to_lowercase()) {
            return true;
        }
        let is_small = unit.chars().all(char::is_lowercase) && !unit.is_empty();
        let listed = || is_letter(unit) || unit == "in" || holds(customs.last, unit);
        (unit.len() < word.len() || is_measure(before)) && is_small && listed()
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
    fn then(self, c: char) -> Self {
        match self {
            _ if matches!(c, '\'' | '’') => Self::Elided,
            Self::Letter if c == '.' => Self::Dot,
            Self::Dot if c.is_alphabetic() => Self::Letter,
            Self::Elided if c.is_uppercase() => Self::Letter,
            Self::No | Self::Letter | Self::Dot | Self::Elided => Self::No,
        }
    }
}

/// Whether `c`, which is neither letter nor digit, may stand in a word.
fn may_stand_inside(c: char) -> bool {
    matches!(c, '.' | '\'' | '’' | '&' | '/' | '\u{0300}'..='\u{036F}') || is_virama(c)
}

fn is_blank(before: &str) -> bool {
    before.len() <= MARGIN && before.trim().is_empty()
}

/// The widest margin of a list, in bytes.
const MARGIN: usize = 32;

/// A number that begins a segment and is no larger is taken for that of an item.
const LIKELY_ITEM: u16 = 30;

/// The signs of Indian scripts that silence a vowel, which Unicode does not count as letters.
fn is_virama(c: char) -> bool {
    matches!(
        c,
        '\u{094D}' | '\u{09CD}' | '\u{0A4D}' | '\u{0ACD}' | '\u{0BCD}' | '\u{0C4D}' | '\u{0CCD}' | '\u{0D4D}'
    )
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
        behind.words(text).word(text, Customs::default_for_all())
    }

    #[test]
    fn words_are_told_apart() {
        assert_eq!(before("Hello there"), Before::Word);
        assert_eq!(before("see (Node.js"), Before::Dotted);
        assert_eq!(before("in the U.N.H"), Before::Initials);
        assert_eq!(before("at 5 p.m"), Before::Abbreviation(Abbreviation::MayBeLast));
        assert_eq!(before("by J"), Before::Initials);
        assert_eq!(before("in 1999"), Before::Number);
        assert_eq!(before("Well, Dr"), Before::Abbreviation(Abbreviation::Title));
        assert_eq!(before(""), Before::None);
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
        assert_eq!(before("vitamin C"), Before::Unit);
        assert_eq!(before("I don't"), Before::Word);
        assert_eq!(before("some Q&A"), Before::Word);
        assert_eq!(before("我"), Before::Word);
    }
}
