//! Fractions: `1/2`, `½`, `2 3/4`, `3½`. Read [`Fraction`] first; languages with more to ask put it together from
//! [`sign`] and [`stroke`].

use crate::parse::digits;

/// A fraction as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fraction {
    /// The whole number before it, if there is one.
    pub(crate) whole: Option<u64>,
    pub(crate) numerator: u64,
    pub(crate) denominator: u64,
    /// In bytes.
    pub(crate) length: usize,
}

/// All fractions that Unicode has as one sign, with numerator and denominator; but for the numerator one
/// without a denominator.
const SIGNS: &[(char, u64, u64)] = &[
    ('½', 1, 2),
    ('⅓', 1, 3),
    ('⅔', 2, 3),
    ('¼', 1, 4),
    ('¾', 3, 4),
    ('⅕', 1, 5),
    ('⅖', 2, 5),
    ('⅗', 3, 5),
    ('⅘', 4, 5),
    ('⅙', 1, 6),
    ('⅚', 5, 6),
    ('⅐', 1, 7),
    ('⅛', 1, 8),
    ('⅜', 3, 8),
    ('⅝', 5, 8),
    ('⅞', 7, 8),
    ('⅑', 1, 9),
    ('⅒', 1, 10),
    ('↉', 0, 3),
];

/// Marks before figures that make of them no fraction but the end of something else.
pub(crate) const JOINING: &[char] = &['/', '.', ','];

/// The fraction with which `text` begins: less than one but for the whole number before it, which is short where a space
/// is between, for a long one is more likely a year.
pub(crate) fn fraction(text: &str) -> Option<Fraction> {
    if let Some(proper) = proper(text) {
        return Some(proper);
    }
    let (whole, length) = digits::run(text)?;
    let rest = &text[length..];
    let bare = rest.strip_prefix([' ', '\u{A0}', '\u{202F}']).unwrap_or(rest);
    let apart = bare.len() < rest.len();
    let proper = proper(bare).filter(|_| apart || bare.starts_with(is_sign))?;
    let whole = whole.parse().ok().filter(|_| whole.len() <= if apart { 3 } else { 9 })?;
    Some(Fraction { whole: Some(whole), length: text.len() - bare.len() + proper.length, ..proper })
}

pub(crate) fn is_sign(c: char) -> bool {
    SIGNS.iter().any(|(sign, ..)| *sign == c)
}

/// The fraction that is the first character of `text`.
pub(crate) fn sign(text: &str) -> Option<Fraction> {
    let (sign, numerator, denominator) = SIGNS.iter().find(|(sign, ..)| text.starts_with(*sign))?;
    let (numerator, denominator) = (*numerator, *denominator);
    Some(Fraction { whole: None, numerator, denominator, length: sign.len_utf8() })
}

/// Two numbers of at most four digits with a stroke between, with which `text` begins, whatever follows. The second begins
/// with no zero, as those of dates do.
pub(crate) fn stroke(text: &str) -> Option<Fraction> {
    let (numerator, first) = number(text)?;
    let behind = text[first..].strip_prefix(['/', '⁄', '／']).filter(|behind| !behind.starts_with('0'))?;
    let (denominator, second) = number(behind)?;
    Some(Fraction { whole: None, numerator, denominator, length: text.len() - behind.len() + second })
}

fn number(text: &str) -> Option<(u64, usize)> {
    let (digits, length) = digits::run(text).filter(|(digits, _)| digits.len() <= 4)?;
    Some((digits.parse().ok()?, length))
}

fn proper(text: &str) -> Option<Fraction> {
    let less_than_one =
        |found: &Fraction| (1..100).contains(&found.numerator) && found.numerator < found.denominator;
    sign(text).or_else(|| stroke(text).filter(|found| less_than_one(found) && ends(&text[found.length..])))
}

/// Whether a fraction with a stroke ends where `behind` follows: neither a date, a path nor a word goes on. From Hebrew on,
/// scripts may have words directly behind figures.
fn ends(behind: &str) -> bool {
    let mut next = behind.chars();
    match (next.next(), next.next()) {
        (Some('/' | '-'), _) => false,
        (Some('.' | ',' | ':'), Some(c)) => digits::value(c).is_none(),
        (Some(c), _) => !(c < '\u{0590}' && c.is_alphanumeric()),
        (None, _) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(Option<u64>, u64, u64, usize)> {
        fraction(text).map(|found| (found.whole, found.numerator, found.denominator, found.length))
    }

    #[test]
    fn fractions_are_less_than_one_or_behind_a_whole_number() {
        assert_eq!(parts("1/2 杯"), Some((None, 1, 2, 3)));
        assert_eq!(parts("½"), Some((None, 1, 2, "½".len())));
        assert_eq!(parts("2 3/4."), Some((Some(2), 3, 4, 5)));
        assert_eq!(parts("3½"), Some((Some(3), 1, 2, 1 + "½".len())));
        assert_eq!(parts("9⁄10: so"), Some((None, 9, 10, "9⁄10".len())));
    }

    #[test]
    fn dates_paths_and_the_like_are_none() {
        for text in ["5/3", "1/2/2024", "24/7", "1/2x", "1/2.5", "01/02", "2024 1/2", "x", "3 4"] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
