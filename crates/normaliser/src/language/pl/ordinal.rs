//! Polish ordinals in all cases, which CLDR lacks. Tens and units are ordinals, what stands before them is a cardinal:
//! `tysiąc dziewięćset czterdziesty piąty`.

use crate::language::pl::cardinal::cardinal;
use crate::language::slavic::grammar::{Agreement, Case, Gender, Plurality};

/// The stems of the first twenty, from one on.
const FIRST: [&str; 19] = [
    "pierwsz",
    "drug",
    "trzec",
    "czwart",
    "piąt",
    "szóst",
    "siódm",
    "ósm",
    "dziewiąt",
    "dziesiąt",
    "jedenast",
    "dwunast",
    "trzynast",
    "czternast",
    "piętnast",
    "szesnast",
    "siedemnast",
    "osiemnast",
    "dziewiętnast",
];
const TENS: [&str; 9] = [
    "dziesiąt",
    "dwudziest",
    "trzydziest",
    "czterdziest",
    "pięćdziesiąt",
    "sześćdziesiąt",
    "siedemdziesiąt",
    "osiemdziesiąt",
    "dziewięćdziesiąt",
];
const HUNDREDS: [&str; 9] = [
    "setn",
    "dwusetn",
    "trzechsetn",
    "czterechsetn",
    "pięćsetn",
    "sześćsetn",
    "siedemsetn",
    "osiemsetn",
    "dziewięćsetn",
];
const THOUSANDS: [&str; 9] = [
    "tysięczn",
    "dwutysięczn",
    "trzytysięczn",
    "czterotysięczn",
    "pięciotysięczn",
    "sześciotysięczn",
    "siedmiotysięczn",
    "ośmiotysięczn",
    "dziewięciotysięczn",
];

/// In which form an ordinal stands. The plural is that of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) case: Case,
    pub(super) gender: Gender,
    pub(super) plurality: Plurality,
}

impl Place {
    pub(super) fn new(case: Case, gender: Gender) -> Self {
        Self { case, gender, plurality: Plurality::Singular }
    }

    pub(super) fn plural(case: Case) -> Self {
        Self { case, gender: Gender::Masculine, plurality: Plurality::Plural }
    }
}

/// The words of an ordinal; `None` for zero and for round numbers beyond the thousands.
pub(super) fn ordinal(number: u64, place: Place) -> Option<String> {
    let tail = number % 100;
    let (head, stems) = match tail {
        0 if number.is_multiple_of(1_000) => {
            (number / 10_000 * 10_000, vec![pick(&THOUSANDS, number / 1_000 % 10)?])
        }
        0 => (number / 1_000 * 1_000, vec![pick(&HUNDREDS, number / 100 % 10)?]),
        1..=19 => (number - tail, vec![pick(&FIRST, tail)?]),
        _ if tail.is_multiple_of(10) => (number - tail, vec![pick(&TENS, tail / 10)?]),
        _ => (number - tail, vec![pick(&TENS, tail / 10)?, pick(&FIRST, tail % 10)?]),
    };
    let mut words = Vec::new();
    if head > 0 {
        words.push(cardinal(head, Agreement::plain(Case::Nominative))?);
    }
    words.extend(stems.into_iter().map(|stem| format!("{stem}{}", ending(stem, place))));
    Some(words.join(" "))
}

fn pick(table: &[&'static str], index: u64) -> Option<&'static str> {
    table.get(usize::try_from(index).ok()?.checked_sub(1)?).copied()
}

/// The ending; `drugi` and `trzeci` are soft.
fn ending(stem: &str, place: Place) -> &'static str {
    let hard = match (place.plurality, place.gender) {
        (Plurality::Plural, _) => ["e", "ych", "ym", "e", "ymi", "ych"],
        (_, Gender::Masculine) => ["y", "ego", "emu", "y", "ym", "ym"],
        (_, Gender::Feminine) => ["a", "ej", "ej", "ą", "ą", "ej"],
        (_, Gender::Neuter) => ["e", "ego", "emu", "e", "ym", "ym"],
    }[place.case as usize];
    match (stem, hard) {
        ("drug", "a" | "ą") => hard,
        ("drug" | "trzec", _) => softened(hard),
        _ => hard,
    }
}

fn softened(ending: &'static str) -> &'static str {
    match ending {
        "y" => "i",
        "ego" => "iego",
        "emu" => "iemu",
        "ym" => "im",
        "a" => "ia",
        "ej" => "iej",
        "ą" => "ią",
        "e" => "ie",
        "ych" => "ich",
        "ymi" => "imi",
        _ => ending,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tens_and_units_are_ordinals() {
        let masculine = |number, case| ordinal(number, Place::new(case, Gender::Masculine)).unwrap();
        assert_eq!(masculine(1945, Case::Locative), "tysiąc dziewięćset czterdziestym piątym");
        assert_eq!(masculine(2000, Case::Nominative), "dwutysięczny");
        assert_eq!(masculine(1900, Case::Genitive), "tysiąc dziewięćsetnego");
        assert_eq!(masculine(2012, Case::Nominative), "dwa tysiące dwunasty");
        assert_eq!(
            ordinal(23, Place::new(Case::Accusative, Gender::Feminine)).unwrap(),
            "dwudziestą trzecią"
        );
        assert_eq!(ordinal(2, Place::new(Case::Nominative, Gender::Feminine)).unwrap(), "druga");
        assert_eq!(ordinal(90, Place::plural(Case::Genitive)).unwrap(), "dziewięćdziesiątych");
    }
}
