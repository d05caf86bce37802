//! Ordinal numbers in figures: `1er`, `2ª`, `3.º`, `17e`. Read [`OrdinalWords`] first.

use crate::language::romance::grammar::Gender;
use crate::language::romance::tongue::Tongue;
use crate::parse::digits;
use crate::place::{Place, first_word};
use crate::rule::Said;

/// How ordinals are written.
#[derive(Debug)]
pub(crate) struct OrdinalWords {
    /// What may stand behind the figures, the longer first where one begins with another.
    pub(crate) suffixes: &'static [Suffix],
    /// Words before the number that say that `°` means degrees.
    pub(crate) degrees: &'static [&'static str],
}

/// An ending behind figures, and what it says.
#[derive(Debug)]
pub(crate) struct Suffix {
    pub(crate) written: &'static str,
    pub(crate) shape: Shape,
    /// The numbers that it goes with, by their last digit; empty if all.
    pub(crate) last_digits: &'static [u64],
}

/// Which form of an ordinal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) gender: Gender,
    pub(crate) count: Count,
}

/// One or several; or one directly before a masculine noun, where Spanish says `primer`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    One,
    Several,
    Short,
    /// The other word for second, if the language has two.
    Other,
}

impl Shape {
    pub(crate) const MASCULINE: Self = Self { gender: Gender::Masculine, count: Count::One };
    pub(crate) const FEMININE: Self = Self { gender: Gender::Feminine, count: Count::One };
}

impl Suffix {
    pub(crate) const fn new(written: &'static str, shape: Shape) -> Self {
        Self { written, shape, last_digits: &[] }
    }

    pub(crate) const fn behind(self, last_digits: &'static [u64]) -> Self {
        Self { last_digits, ..self }
    }
}

/// An ordinal in figures.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let (digits, length) = digits::run(rest).filter(|(digits, _)| digits.len() <= 6)?;
    let number: u64 = digits.parse().ok().filter(|number| *number > 0)?;
    let suffix = tongue.ordinals.suffixes.iter().find(|suffix| {
        let whole = length + suffix.written.len();
        rest[length..].starts_with(suffix.written)
            && place.may_end(whole)
            && (suffix.last_digits.is_empty() || suffix.last_digits.contains(&(number % 10)))
    })?;
    let length = length + suffix.written.len();
    if !place.begins_word() || (suffix.written.ends_with(['°', 'º']) && means_degrees(place, tongue, length))
    {
        return None;
    }
    let shape = shape(tongue, suffix.shape, &rest[length..]);
    Some(Said::new(length, tongue.ordinal(number, shape)?))
}

/// Whether the round mark behind a number is that of degrees rather than of ordinals, which look alike.
fn means_degrees(place: Place<'_>, tongue: &Tongue, length: usize) -> bool {
    let behind = place.rest()[length..].trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let scale = behind.strip_prefix(['C', 'F']).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let before = place.previous_word().to_lowercase();
    let noun = first_word(behind).to_lowercase();
    let counts_nothing = noun.is_empty() || tongue.grammar.no_nouns.contains(&noun.as_str());
    let round = place.rest()[..length].ends_with('°');
    let warm =
        round && counts_nothing && digits::run(place.rest()).is_some_and(|(digits, _)| digits.len() > 1);
    scale
        || warm
        || place.previous().is_some_and(|c| matches!(c, '-' | '−'))
        || round && tongue.ordinals.degrees.contains(&before.as_str())
}

/// The form before what follows: a masculine noun makes some of them short.
fn shape(tongue: &Tongue, shape: Shape, behind: &str) -> Shape {
    let spaced = behind.strip_prefix([' ', '\u{A0}', '\u{202F}']).unwrap_or_default();
    let noun = first_word(spaced);
    let abbreviated = spaced.trim_start()[noun.len()..].starts_with('.');
    let is_noun =
        noun.chars().count() > 1 && !tongue.grammar.no_nouns.contains(&noun.to_lowercase().as_str());
    match shape {
        Shape::MASCULINE if is_noun && !abbreviated => Shape { count: Count::Short, ..shape },
        _ => shape,
    }
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn endings_make_ordinals() {
        check(
            "fr",
            &[
                ("le 1er, la 1re, la 42e", "le premier, la première, la quarante-deuxième"),
                ("la 2nde", "la seconde"),
            ],
        );
        check(
            "es",
            &[
                ("el 3.º día, el 3.º", "el tercer día, el tercero"),
                ("la 4ta", "la cuarta"),
                ("hace 4°", "hace cuatro grados"),
            ],
        );
        check("it", &[("il 6° posto, a 6°", "il sesto posto, a sei gradi")]);
        check("pt", &[("a 5a vez, o 12º", "a quinta vez, o décimo segundo")]);
    }
}
