//! Cardinals and decimals.

use super::grammar::{case_in_list, one};
use super::nouns::gender;
use crate::customs::Customs;
use crate::language::germanic::{self, Magnitudes};
use crate::parse::digits;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "digits", starts: Starts::Digit, read: one_by_one },
    Rule { name: "number", starts: Starts::DigitOrMark, read: plain },
    Rule { name: "number", starts: Starts::Letter, read: in_words },
];

pub(super) const MAGNITUDES: Magnitudes = Magnitudes {
    hundred: "hundert",
    // Voices lose the h of `achthundert`.
    apart: &[8],
    thousand: "tausend",
    millions: [
        ("eine Million", "Millionen"),
        ("eine Milliarde", "Milliarden"),
        ("eine Billion", "Billionen"),
    ],
    one: "ein",
    small: |number, customs| customs.spell(customs.numbering, number),
};

/// A whole number in words.
pub(super) fn cardinal(number: u64, customs: &Customs) -> String {
    germanic::cardinal(number, &MAGNITUDES, customs).unwrap_or_else(|| number.to_string())
}

/// A run of digits in a name or a code.
pub(super) fn figures(run: &str, customs: &Customs) -> String {
    match run.parse() {
        Ok(number) if run.len() <= 3 && !(run.len() > 1 && run.starts_with('0')) => cardinal(number, customs),
        _ => spelled(run),
    }
}

/// `zweihundertvier` in the text.
fn in_words(place: Place<'_>, customs: &Customs) -> Option<Said> {
    germanic::number_word(place, &MAGNITUDES, customs)
}

/// Digits by their names.
pub(super) fn spelled(digits: &str) -> String {
    const NAMES: [&str; 10] =
        ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
    let names = digits.bytes().filter_map(|digit| NAMES.get(usize::from(digit.wrapping_sub(b'0'))).copied());
    names.collect::<Vec<_>>().join(" ")
}

/// A number without a noun: `minus drei Komma eins vier`.
pub(super) fn said(number: &Number, customs: &Customs) -> String {
    let sign = if number.negative { "minus " } else { "" };
    let whole = number.value().filter(|_| !number.has_leading_zero());
    let whole = whole.map_or_else(|| spelled(&number.whole), |whole| cardinal(whole, customs));
    match &number.fraction {
        Some(fraction) => format!("{sign}{whole} Komma {}", spelled(fraction)),
        None => format!("{sign}{whole}"),
    }
}

/// A number before a noun: `1 Hund` is `ein Hund`.
pub(super) fn counting(place: Place<'_>, number: &Number, noun: &str, customs: &Customs) -> String {
    match (number.count(), gender(noun)) {
        (Some(1), Some(gender)) if !number.has_leading_zero() => one(gender, case_in_list(place)).to_owned(),
        _ => said(number, customs),
    }
}

/// Zeros before a number, and more digits than a number has.
fn one_by_one(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs)?;
    let digits = number.has_leading_zero() || number.value().is_none();
    let plain = digits && number.fraction.is_none() && place.begins_word();
    plain.then(|| Said::new(number.length, spelled(&number.whole)))
}

fn plain(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::signed(place.rest(), customs)?;
    if number.negative && !may_be_negative(place) || !number.negative && !begins_number(place) {
        return None;
    }
    let behind = &place.rest()[number.length..];
    // `3.12` is no decimal in German: its parts are said with their mark.
    if behind.starts_with('.') && digits::run(&behind[1..]).is_some() {
        return dotted(place, customs);
    }
    let noun = if behind.starts_with([' ', '\u{A0}']) { noun_behind(behind) } else { "" };
    Some(Said::new(number.length, counting(place, &number, noun, customs)))
}

/// Numbers with dots between: a version, an address, a decimal of other languages.
fn dotted(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let mut words: Vec<String> = Vec::new();
    let mut length = 0;
    let rest = place.rest();
    while let Some((digits, more)) = digits::run(&rest[length..]) {
        words.push(if digits.len() > 1 && digits.starts_with('0') {
            spelled(&digits)
        } else {
            digits.parse().map_or_else(|_| spelled(&digits), |number| cardinal(number, customs))
        });
        length += more;
        let goes_on = rest[length..].strip_prefix('.').is_some_and(|rest| digits::run(rest).is_some());
        if !goes_on {
            break;
        }
        length += 1;
    }
    (words.len() > 1).then(|| Said::new(length, words.join(" Punkt ")))
}

/// The noun that a number counts: an adjective may stand between.
pub(super) fn noun_behind(behind: &str) -> &str {
    let first = crate::place::first_word(behind);
    if first.starts_with(char::is_uppercase) {
        return first;
    }
    let rest = behind.trim_start();
    let second = crate::place::first_word(rest.get(first.len()..).unwrap_or_default());
    if second.starts_with(char::is_uppercase) { second } else { "" }
}

/// A minus stands behind a space and at a number, and no number before it.
pub(super) fn may_be_negative(place: Place<'_>) -> bool {
    let before = place.before();
    before.is_empty() || before.ends_with([' ', '\u{A0}', '(', '[', '„', '"'])
}

fn begins_number(place: Place<'_>) -> bool {
    !place.previous().is_some_and(|c| c.is_numeric())
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn one_is_said_for_its_noun() {
        assert_eq!(read("Wir haben 1 Katze und 1 Hund."), "Wir haben eine Katze und einen Hund.");
        assert_eq!(read("Es ist 1."), "Es ist eins.");
    }

    #[test]
    fn large_numbers_are_said_in_parts() {
        assert_eq!(read("1.234 und 21"), "tausend zweihundert vierunddreißig und einundzwanzig");
        assert_eq!(read("23.401.001"), "dreiundzwanzig Millionen vierhundert ein tausend eins");
        assert_eq!(
            read("Sechshundertdrei oder eintausendachthundert"),
            "Sechshundert drei oder eintausend acht hundert"
        );
        assert_eq!(read("Jahrhundert, tausendfach"), "Jahrhundert, tausendfach");
        assert_eq!(read("3,05 oder -7"), "drei Komma null fünf oder minus sieben");
    }

    #[test]
    fn leading_zeros_and_dots_are_said() {
        assert_eq!(read("Agent 007"), "Agent null null sieben");
        assert_eq!(read("Python 3.12"), "Python drei Punkt zwölf");
    }
}
