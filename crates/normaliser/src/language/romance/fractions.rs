//! Fractions: `2/3`, `½`, `1 ½`. Read [`FractionWords`] first.

use crate::language::romance::grammar::{Form, Gender, Noun};
use crate::language::romance::quantity::{self, space};
use crate::language::romance::tongue::Tongue;
use crate::language::romance::units;
use crate::parse::digits;
use crate::parse::fraction::{self, Fraction};
use crate::parse::number::Number;
use crate::place::{Place, first_word, last_word};
use crate::rule::Said;

/// How fractions are said.
#[derive(Debug)]
pub(crate) struct FractionWords {
    /// Half of a masculine and of a feminine thing, with the article if there must be one: `medio`, `media`; `un demi`.
    pub(crate) half: [&'static str; 2],
    /// The same behind "and".
    pub(crate) and_half: [&'static str; 2],
    /// Between a whole number and a fraction.
    pub(crate) and: &'static str,
    /// The name of a part, by how many make the whole.
    pub(crate) part: fn(&Tongue, u64) -> Option<String>,
    /// The ending of several parts.
    pub(crate) several: fn(String) -> String,
    /// Nouns of measure and time, one and many, behind which a part is said.
    pub(crate) measured: &'static [(&'static str, &'static str)],
}

/// What may be the denominator of a fraction that is written with a stroke; others are more often something else, such as
/// marks out of twenty.
const DENOMINATORS: &[u64] = &[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 25, 32, 50, 64, 100, 1000];

/// A fraction, or a whole number and one.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    if let Some((above, below, length)) = fraction(rest) {
        if let Some(half) = half_of_counted(place, tongue).filter(|_| (above, below) == (1, 2)) {
            return Some(Said::new(length, half));
        }
        return of_unit(tongue, (above, below), &rest[length..])
            .map(|(more, words)| Said::new(length + more, words))
            .or_else(|| Some(Said::new(length, words(tongue, above, below, first_word(&rest[length..]))?)));
    }
    let (whole, start) = digits::run(rest)?;
    let start = start + space(&rest[start..]);
    let (above, below, length) = fraction(&rest[start..])?;
    let end = start + length;
    if let Some((words, more)) = measured(tongue, &whole, (above, below), &rest[end..]) {
        return Some(Said::new(end + more, words));
    }
    let noun = first_word(&rest[end..]);
    let form = if noun.is_empty() { Form::Alone } else { Form::Before(tongue.grammar.gender(noun)) };
    let whole = tongue.cardinal(whole.parse().ok()?, form)?;
    let part = match (above, below) {
        (1, 2) => of_gender(&tongue.fractions.and_half, tongue.grammar.gender(noun)).to_owned(),
        _ => words(tongue, above, below, "")?,
    };
    Some(Said::new(end, format!("{whole} {} {part}", tongue.fractions.and)))
}

/// `2 ½ heures`: a whole number and a part of what `behind` measures with, the part last; with how much of it says so.
fn measured(tongue: &Tongue, whole: &str, part: (u64, u64), behind: &str) -> Option<(String, usize)> {
    let start = space(behind);
    let (counted, gender, length) = match units::find(tongue, &behind[start..]) {
        Some((unit, length)) => (amount(tongue, whole, unit.noun)?, unit.noun.gender, length),
        None => {
            let noun = first_word(&behind[start..]);
            let mut known = tongue.fractions.measured.iter().filter(|_| start > 0);
            let (one, _) = known.find(|(one, many)| *one == noun || *many == noun)?;
            let gender = tongue.grammar.gender(noun);
            let count = tongue.cardinal(whole.parse().ok()?, Form::Before(gender))?;
            (format!("{count} {}", if whole == "1" { one } else { noun }), gender, noun.len())
        }
    };
    let part = match part {
        (1, 2) => of_gender(&tongue.fractions.and_half, gender).to_owned(),
        (above, below) => words(tongue, above, below, "")?,
    };
    Some((format!("{counted} {} {part}", tongue.fractions.and), start + length))
}

fn amount(tongue: &Tongue, whole: &str, noun: &Noun) -> Option<String> {
    let whole = whole.to_owned();
    let number = Number { negative: false, whole, fraction: None, grouped: false, length: 0 };
    quantity::counted(tongue, &number, noun)
}

/// `3 ans ½`, `2 ore e ½`: a half behind what is counted, with "and" unless it is written.
fn half_of_counted(place: Place<'_>, tongue: &Tongue) -> Option<String> {
    let and = tongue.fractions.and;
    let written = place.before().trim_end();
    let joined = written.strip_suffix(and).filter(|before| before.ends_with(' ')).map(str::trim_end);
    let before = joined.unwrap_or(written);
    let noun = last_word(before);
    let figures = before.strip_suffix(noun)?.trim_end();
    let counted = noun.chars().count() > 2 && figures.ends_with(|c| digits::value(c).is_some());
    let half = of_gender(&tongue.fractions.and_half, tongue.grammar.gender(noun));
    counted.then(|| if joined.is_some() { half.to_owned() } else { format!("{and} {half}") })
}

/// `3/4 l`: a part of a unit, with how much of `behind` is that unit.
fn of_unit(tongue: &Tongue, (above, below): (u64, u64), behind: &str) -> Option<(usize, String)> {
    let start = space(behind);
    let (unit, length) = units::find(tongue, &behind[start..])?;
    let noun = unit.noun.one;
    let words = match (above, below) {
        (1, 2) => format!("{} {noun}", of_gender(&tongue.fractions.half, unit.noun.gender)),
        _ => {
            let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u', 'h']);
            let of = tongue.money.of[usize::from(vowel)];
            format!("{} {of}{noun}", words(tongue, above, below, "")?)
        }
    };
    Some((start + length, words))
}

/// "and a half" of a thing of this gender if `text` goes on so, with the length of what says it.
pub(super) fn half_behind(tongue: &Tongue, text: &str, gender: Gender) -> (String, usize) {
    let start = space(text);
    match text[start..].strip_prefix('½') {
        Some(_) => {
            let half = of_gender(&tongue.fractions.and_half, gender);
            (format!(" {} {half}", tongue.fractions.and), start + '½'.len_utf8())
        }
        None => (String::new(), 0),
    }
}

/// The fraction with which `text` begins, and its length.
fn fraction(text: &str) -> Option<(u64, u64, usize)> {
    let fits = |found: &Fraction| {
        let ends = !text[found.length..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
        ends && (1..found.denominator).contains(&found.numerator) && DENOMINATORS.contains(&found.denominator)
    };
    let found = fraction::sign(text).or_else(|| fraction::stroke(text).filter(fits))?;
    Some((found.numerator, found.denominator, found.length))
}

fn words(tongue: &Tongue, above: u64, below: u64, noun: &str) -> Option<String> {
    if (above, below) == (1, 2) {
        return Some(of_gender(&tongue.fractions.half, tongue.grammar.gender(noun)).to_owned());
    }
    let part = (tongue.fractions.part)(tongue, below)?;
    let count = tongue.cardinal(above, Form::Before(Gender::Masculine))?;
    let part = if above == 1 { part } else { (tongue.fractions.several)(part) };
    Some(format!("{count} {part}"))
}

fn of_gender(words: &[&'static str; 2], gender: Gender) -> &'static str {
    Tongue::of_gender(gender, words[0], words[1])
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn fractions_name_their_parts() {
        check(
            "fr",
            &[
                ("les 2/3 et 1/4", "les deux tiers et un quart"),
                ("3/4 l d'eau", "trois quarts de litre d'eau"),
                ("15/20", "quinze sur vingt"),
                ("2 ans ½", "deux ans et demi"),
            ],
        );
        check(
            "es",
            &[
                ("½ hora y ½ kilo", "media hora y medio kilo"),
                ("1 ½ horas", "una hora y media"),
                ("3/16", "tres dieciseisavos"),
            ],
        );
        check("it", &[("5/8", "cinque ottavi"), ("3 ore e ½", "tre ore e mezza")]);
        check("pt", &[("7/12", "sete doze avos")]);
    }

    #[test]
    fn a_part_is_said_behind_what_is_measured() {
        check("fr", &[("1 1/2 heure", "une heure et demie"), ("2½ heures", "deux heures et demie")]);
        check("fr", &[("2 1/2 ans", "deux ans et demi"), ("1 ½ kg", "un kilo et demi")]);
        check("es", &[("2½ litros", "dos litros y medio"), ("1 ½ kg", "un kilo y medio")]);
        check("it", &[("2½ litri", "due litri e mezzo"), ("2½ tazze", "due tazze e mezza")]);
        check("pt-br", &[("2½ horas", "duas horas e meia")]);
    }
}
