//! Abbreviations: where one may stand, how it is written, and where its full stop is also that of its sentence.

use crate::place::Place;

/// The length of an abbreviation of `length` bytes with its full stop, if it has one that ends no sentence: the stop of a
/// sentence must still reach the engine, which pauses there.
pub(crate) fn with_stop(text: &str, length: usize) -> usize {
    let Some(behind) = text[length..].strip_prefix('.') else { return length };
    let next = behind.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '»' | '”' | '"'));
    let ends =
        next.is_empty() || (behind.starts_with(char::is_whitespace) && next.starts_with(char::is_uppercase));
    if ends { length } else { length + 1 }
}

/// The longest of `spellings` (without a full stop at its end) with which the text begins as a whole word; with its value
/// and its length, a full stop included that ends no sentence.
pub(crate) fn find<V: Copy>(text: &str, spellings: &[(&str, V)]) -> Option<(V, usize)> {
    let fits = |spelling: &str| text.strip_prefix(spelling).is_some_and(|rest| !goes_on(rest));
    let (spelling, value) =
        spellings.iter().filter(|(spelling, _)| fits(spelling)).max_by_key(|(spelling, _)| spelling.len())?;
    Some((*value, with_stop(text, spelling.len())))
}

/// Whether what stands before `rest` is only the beginning of a word.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '²' | '³'))
}

/// Where an abbreviation may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    Anywhere,
    /// Before a number: `д. 5`.
    BeforeNumber,
    /// Before a name: `г. Тула`.
    BeforeName,
    /// Only with other words before it: `и т. д.` closes a list.
    Closing,
}

/// An abbreviation as it is written, with a full stop behind each part; where it may stand; and what it stands for.
pub(crate) type Listed<V> = (&'static str, Where, V);

/// The longest abbreviation of a table that stands at the place, with its length.
pub(crate) fn at<V: Copy>(place: Place<'_>, table: &[Listed<V>]) -> Option<(V, usize)> {
    let found = |(short, at, value): &Listed<V>| Some((*value, fits(place, short, *at)?));
    table.iter().filter_map(found).max_by_key(|(_, length)| *length)
}

/// The length of the abbreviation at the place, if it stands there, with any spaces between its parts.
fn fits(place: Place<'_>, short: &str, at: Where) -> Option<usize> {
    let text = place.rest();
    let bare = short.strip_suffix('.').unwrap_or(short);
    let length = spelled(text, bare)?;
    let dotted = short.ends_with('.');
    if !place.begins_word() || (dotted && !text[length..].starts_with('.')) || !place.may_end(length) {
        return None;
    }
    let end = if dotted { length + 1 } else { length };
    let next = text[end..].trim_start().chars().next();
    let stands = match at {
        Where::Anywhere => next.is_some(),
        Where::BeforeNumber => next.is_some_and(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | '№')),
        Where::BeforeName => next.is_some_and(|c| c.is_uppercase() || c == '«'),
        Where::Closing => true,
    };
    let length = if at == Where::Closing { with_stop(text, length) } else { end };
    stands.then_some(length)
}

/// How much of the text is this abbreviation, with or without spaces; its first letter of either size, unless it is its only one:
/// that would be somebody's initial.
fn spelled(text: &str, short: &str) -> Option<usize> {
    let single = short.chars().count() == 1;
    let mut rest = text;
    for (index, wanted) in short.chars().enumerate() {
        if wanted == ' ' {
            rest = rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
            continue;
        }
        let found = rest.chars().next()?;
        let alike = found == wanted || (index == 0 && !single && found.to_lowercase().eq([wanted]));
        alike.then_some(())?;
        rest = &rest[found.len_utf8()..];
    }
    Some(text.len() - rest.len())
}

/// The words with a capital where the text has one.
pub(crate) fn capital_as(text: &str, words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if text.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stop_of_a_sentence_stays() {
        assert_eq!(with_stop("шт. в день", 4), 5);
        assert_eq!(with_stop("шт.", 4), 4);
        assert_eq!(with_stop("шт. Мало", 4), 4);
        assert_eq!(with_stop("шт в день", 4), 4);
    }

    #[test]
    fn whole_words_only() {
        let table = [("м", 1), ("мин", 2)];
        assert_eq!(find("мин. назад", &table), Some((2, 7)));
        assert_eq!((find("минут", &table), find("м²", &table)), (None, None));
    }
}
