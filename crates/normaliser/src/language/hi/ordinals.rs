//! Places in an order: 5वीं, 12वाँ, 3रा.

use crate::customs::Customs;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::cardinal;

/// Endings behind figures, as they are written, as they are spelled, and with the vowel that they leave to stems.
const ENDINGS: &[(&str, &str, &str)] = &[
    ("वाँ", "वाँ", "ा"),
    ("वां", "वाँ", "ा"),
    ("वा", "वाँ", "ा"),
    ("वीं", "वीं", "ी"),
    ("वी", "वीं", "ी"),
    ("वें", "वें", "े"),
    ("वे", "वें", "े"),
    ("ला", "", "ा"),
    ("ली", "", "ी"),
    ("ले", "", "े"),
    ("रा", "", "ा"),
    ("री", "", "ी"),
    ("रे", "", "े"),
    ("था", "", "ा"),
    ("थी", "", "ी"),
    ("थे", "", "े"),
    ("ठा", "", "ा"),
    ("ठी", "", "ी"),
    ("ठे", "", "े"),
];

/// Numbers with a word of their own.
const STEMS: &[(u64, &str)] = &[(1, "पहल"), (2, "दूसर"), (3, "तीसर"), (4, "चौथ"), (6, "छठ")];

pub(super) fn ordinal(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, digits) = digits::run(text)?;
    let number: u64 = number.parse().ok().filter(|_| number.len() <= 6)?;
    let behind = text[digits..].strip_prefix('-').unwrap_or(&text[digits..]);
    let (written, spelled, vowel) = ENDINGS.iter().find(|(written, ..)| behind.starts_with(written))?;
    let length = text.len() - behind.len() + written.len();
    let ends = place.begins_word()
        && !text[length..].starts_with(|c: char| c.is_alphanumeric() || c == '\u{901}' || c == '\u{902}');
    let words = match STEMS.iter().find(|(of, _)| *of == number) {
        Some((_, stem)) => format!("{stem}{vowel}"),
        None if spelled.is_empty() => return None,
        None => format!("{}{spelled}", cardinal(number, customs)),
    };
    ends.then(|| Said::new(length, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    #[test]
    fn endings_and_stems_make_ordinals() {
        let read = |text| ordinal(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("7वीं कक्षा").as_deref(), Some("सातवीं"));
        assert_eq!(read("40वां").as_deref(), Some("चालीसवाँ"));
        assert_eq!((read("3री").as_deref(), read("6ठे").as_deref()), (Some("तीसरी"), Some("छठे")));
        assert_eq!((read("7लाख"), read("7 वीं")), (None, None));
    }
}
