//! The shapes of words before a full stop, as far as they tell what it means, and the word before a word.

use crate::abbreviation::{Abbreviation, is_roman, is_without_vowels};
use crate::effort::spend;
use crate::language::{Customs, Script};

/// Whether a single letter may be the first of a name: not in scripts where it is a syllable or word.
pub(crate) fn is_initial(word: &str) -> bool {
    word.chars().all(|c| c.is_uppercase() || c.is_lowercase() || matches!(c, '\u{0620}'..='\u{064A}'))
}

/// Whether a word ends with one Latin capital directly behind a letter of a script without capitals: `著者はA`.
pub(crate) fn is_glued_initial(word: &str) -> bool {
    let mut letters = word.chars().rev();
    let is_capital = letters.next().is_some_and(|c| c.is_ascii_uppercase());
    is_capital && letters.next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
}

pub(crate) fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Whether a letter behind `word` is a unit: `300 m`, `XIX w.`
pub(crate) fn is_measure(word: &str) -> bool {
    word.ends_with(|c: char| c.is_numeric() || matches!(c, '°' | '′' | '″')) || is_roman(word)
}

/// What stands before the spaces before byte `at`, back to another space: the word before a word, with its marks. Empty
/// if it is too far away to belong to it.
pub(crate) fn previous(text: &str, at: usize) -> &str {
    const SPACES: usize = 2;
    const LONGEST: usize = 24;
    let head = &text[..at];
    let spaces = head.chars().rev().take(SPACES).take_while(|c| c.is_whitespace());
    let head = &head[..head.len() - spaces.map(char::len_utf8).sum::<usize>()];
    let token = head.char_indices().rev().take(LONGEST).take_while(|(_, c)| !c.is_whitespace());
    let start = token.last().map_or(head.len(), |(at, _)| at);
    spend(head[start..].len());
    &head[start..]
}

/// Whether nothing joins what follows `before` to it.
pub(crate) fn is_apart(before: &str) -> bool {
    before.is_empty() || before.ends_with(char::is_whitespace)
}

/// Whether `word` may be the name of a street.
pub(crate) fn is_name(word: &str, customs: &Customs) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some()
        && letters.all(char::is_lowercase)
        && !customs.opens(word)
}

/// Bytes of the longest word that is looked at as a unit.
pub(crate) const LONGEST_UNIT: usize = 24;

/// The unit at the end of a word that begins with a number: `300m`, `3.49/gal`.
pub(crate) fn unit_of(word: &str) -> &str {
    let unit = word.trim_start_matches(|c: char| !c.is_alphabetic());
    unit.rsplit('/').next().unwrap_or(unit)
}

/// What a word ends with behind an apostrophe: all of it where it has none.
pub(crate) fn behind_apostrophe(word: &str) -> &str {
    word.rsplit(['\'', '’']).next().unwrap_or(word)
}

/// What a word ends with behind an apostrophe, or in Latin letters behind those of another script.
pub(crate) fn last_part<'a>(word: &'a str, customs: &Customs) -> &'a str {
    let part = behind_apostrophe(word);
    match customs.script {
        Script::Latin => part,
        Script::Other => part.rsplit(|c: char| !c.is_ascii()).next().unwrap_or(part),
    }
}

/// What a word abbreviates that is in no list but has the shape of those that are.
pub(crate) fn unlisted(word: &str, customs: &Customs) -> Option<Abbreviation> {
    if word.len() > LONGEST_UNIT || is_letter(word) || word.is_empty() {
        return None;
    }
    spend(word.len());
    if is_without_vowels(word) || customs.endings.iter().any(|ending| word.ends_with(ending)) {
        return Some(Abbreviation::MayBeLast);
    }
    customs.begins_abbreviation(word).then_some(Abbreviation::Name)
}

/// One small letter, or a small Roman numeral.
pub(crate) fn is_list_letter(word: &str) -> bool {
    let is_numeral = || word.len() <= 4 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    is_letter(word) && word.chars().all(char::is_lowercase) || !word.is_empty() && is_numeral()
}
