//! What stands before a full stop, as far as the full stop's meaning depends on it.

use crate::abbreviation::{Abbreviation, abbreviation};
use crate::mark::is_line_end;
use crate::name::is_address;

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

/// The run of text without spaces that ends at byte `end`.
pub(crate) fn token_before(text: &str, end: usize) -> &str {
    let head = &text[..end];
    let start =
        head.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    &head[start..]
}

/// What stands before the full stop at byte `end`.
pub(crate) fn word_before(text: &str, end: usize) -> Before {
    let token = token_before(text, end);
    let word = last_word(token);
    if is_list_marker(word) && opens_line(&text[..end - word.len()]) {
        return Before::ListMarker;
    }
    if word.ends_with(char::is_numeric) {
        return Before::Number;
    }
    if let Some(known) = abbreviation(word) {
        return Before::Abbreviation(known);
    }
    if is_initials(word) {
        return Before::Initials;
    }
    if word.contains('.') || is_address(token) { Before::Dotted } else { Before::Word }
}

/// The end of `token` that consists of letters, digits and what stands inside words and abbreviations.
fn last_word(token: &str) -> &str {
    let inside =
        |c: char| matches!(c, '.' | '\'' | '’' | '&' | '/' | '\u{0300}'..='\u{036F}') || is_virama(c);
    let part = |c: char| c.is_alphanumeric() || inside(c);
    let start = token.char_indices().rev().find(|&(_, c)| !part(c)).map_or(0, |(at, c)| at + c.len_utf8());
    token[start..].trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The signs of Indian scripts that silence a vowel, which Unicode does not count as letters.
fn is_virama(c: char) -> bool {
    matches!(
        c,
        '\u{094D}' | '\u{09CD}' | '\u{0A4D}' | '\u{0ACD}' | '\u{0BCD}' | '\u{0C4D}' | '\u{0CCD}' | '\u{0D4D}'
    )
}

fn is_initials(word: &str) -> bool {
    let mut labels = word.split('.');
    let single = labels.all(|label| {
        let mut letters = label.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    });
    single && (word.contains('.') || word.chars().all(|c| c.is_uppercase() || c.is_lowercase()))
}

/// Up to three digits, or one small letter.
fn is_list_marker(word: &str) -> bool {
    let length = word.chars().count();
    (1..=3).contains(&length) && word.chars().all(char::is_numeric)
        || length == 1 && word.chars().all(char::is_lowercase)
}

fn opens_line(before: &str) -> bool {
    let margin = |c: char| c.is_whitespace() && !is_line_end(c) || matches!(c, '(' | '-' | '*' | '#' | '>');
    let before = before.trim_end_matches(margin);
    before.is_empty() || before.ends_with(is_line_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(text: &str) -> Before {
        word_before(text, text.len())
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
