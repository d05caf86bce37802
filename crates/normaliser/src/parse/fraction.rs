//! Fractions: `1/2`, `½`, `2 3/4`, `3½`.

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
    ('⅛', 1, 8),
    ('⅜', 3, 8),
    ('⅝', 5, 8),
    ('⅞', 7, 8),
];

/// The fraction with which `text` begins: less than one but for the whole number before it.
pub(crate) fn fraction(text: &str) -> Option<Fraction> {
    if let Some(proper) = proper(text) {
        return Some(proper);
    }
    let (whole, length) = digits::run(text)?;
    let whole = whole.parse().ok().filter(|_| whole.len() <= 4)?;
    let rest = &text[length..];
    let bare = rest.strip_prefix(' ').unwrap_or(rest);
    let proper = proper(bare).filter(|_| bare.len() < rest.len() || bare.starts_with(is_sign))?;
    Some(Fraction { whole: Some(whole), length: text.len() - bare.len() + proper.length, ..proper })
}

fn is_sign(c: char) -> bool {
    SIGNS.iter().any(|(sign, ..)| *sign == c)
}

fn proper(text: &str) -> Option<Fraction> {
    let first = text.chars().next()?;
    if let Some((_, numerator, denominator)) = SIGNS.iter().find(|(sign, ..)| *sign == first) {
        let (numerator, denominator) = (*numerator, *denominator);
        return Some(Fraction { whole: None, numerator, denominator, length: first.len_utf8() });
    }
    let (numerator, length) = digits::small(text, 1..=99)?;
    let rest = text[length..].strip_prefix(['/', '⁄', '／'])?;
    let mark = text.len() - length - rest.len();
    let (digits, more) = digits::run(rest)?;
    let denominator = digits.parse().ok().filter(|_| digits.len() <= 4)?;
    let numerator = u64::from(numerator);
    let ends = !rest[more..]
        .starts_with(|c: char| matches!(c, '/' | '-' | ':' | '.') || c.is_ascii_alphabetic())
        || rest[more..].starts_with(". ")
        || &rest[more..] == ".";
    let length = length + mark + more;
    (ends && numerator < denominator).then_some(Fraction { whole: None, numerator, denominator, length })
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
    }

    #[test]
    fn dates_paths_and_the_like_are_none() {
        for text in ["5/3", "1/2/2024", "24/7", "1/2x", "x", "3 4"] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
