//! Russian ordinals in all cases. Only the last word of a number is one: `тысяча девятьсот сорок пятый`.

use crate::language::ru::cardinal::cardinal;
use crate::language::slavic::grammar::{Agreement, Case, Gender, Plurality};

/// The stems of the first twenty, from one on; `трет` is irregular.
const FIRST: [&str; 19] = [
    "перв",
    "втор",
    "трет",
    "четвёрт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
];
const TENS: [&str; 9] = [
    "десят",
    "двадцат",
    "тридцат",
    "сороков",
    "пятидесят",
    "шестидесят",
    "семидесят",
    "восьмидесят",
    "девяност",
];
const HUNDREDS: [&str; 9] =
    ["сот", "двухсот", "трёхсот", "четырёхсот", "пятисот", "шестисот", "семисот", "восьмисот", "девятисот"];

/// In which form an ordinal stands. The plural has no gender.
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

/// The words of an ordinal.
pub(super) fn ordinal(number: u64, place: Place) -> Option<String> {
    let (head, stem) = parts(number)?;
    let last = format!("{stem}{}", ending(&stem, place));
    match head {
        0 => Some(last),
        head => Some(format!("{} {last}", cardinal(head, Agreement::plain(Case::Nominative))?)),
    }
}

/// What stays a cardinal, and the stem of the last word.
fn parts(number: u64) -> Option<(u64, String)> {
    let pick = |table: &[&'static str], index: u64| {
        let index = usize::try_from(index).ok()?.checked_sub(1)?;
        table.get(index).map(|stem| (*stem).to_owned())
    };
    let tail = number % 100;
    let (part, stem) = match tail {
        0 if number == 0 => (0, "нулев".to_owned()),
        0 if number.is_multiple_of(1_000_000) => (number, round(number / 1_000_000, "миллионн")?),
        0 if number.is_multiple_of(1_000) => {
            (number % 1_000_000, round(number % 1_000_000 / 1_000, "тысячн")?)
        }
        0 => (number % 1_000, pick(&HUNDREDS, number % 1_000 / 100)?),
        1..=19 => (tail, pick(&FIRST, tail)?),
        _ if tail.is_multiple_of(10) => (tail, pick(&TENS, tail / 10)?),
        _ => (tail % 10, pick(&FIRST, tail % 10)?),
    };
    Some((number - part, stem))
}

/// `двухтысячн`: so many thousands or millions in one word.
fn round(count: u64, unit: &str) -> Option<String> {
    Some(if count == 1 { unit.to_owned() } else { format!("{}{unit}", compound(count)?) })
}

/// A number as the first part of a word: `пяти`, `сто`, `двадцатипяти`.
pub(super) fn compound(number: u64) -> Option<String> {
    let words = cardinal(number, Agreement::plain(Case::Genitive))?;
    let parts = words.split(' ').map(|word| match word {
        "одного" => "одно",
        "ста" => "сто",
        "девяноста" => "девяносто",
        "тысячи" => "тысяче",
        _ => word,
    });
    Some(parts.collect())
}

fn ending(stem: &str, place: Place) -> &'static str {
    let index = place.case as usize;
    let (hard, soft) = match (place.plurality, place.gender) {
        (Plurality::Plural, _) => {
            (["ые", "ых", "ым", "ые", "ыми", "ых"], ["ьи", "ьих", "ьим", "ьи", "ьими", "ьих"])
        }
        (_, Gender::Feminine) => {
            (["ая", "ой", "ой", "ую", "ой", "ой"], ["ья", "ьей", "ьей", "ью", "ьей", "ьей"])
        }
        (_, Gender::Neuter) => {
            (["ое", "ого", "ому", "ое", "ым", "ом"], ["ье", "ьего", "ьему", "ье", "ьим", "ьем"])
        }
        (_, Gender::Masculine) => {
            (["ый", "ого", "ому", "ый", "ым", "ом"], ["ий", "ьего", "ьему", "ий", "ьим", "ьем"])
        }
    };
    let stressed = matches!(stem, "втор" | "шест" | "седьм" | "восьм" | "сороков" | "нулев");
    match if stem == "трет" { soft[index] } else { hard[index] } {
        "ый" if stressed => "ой",
        ending => ending,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masculine(number: u64, case: Case) -> String {
        ordinal(number, Place::new(case, Gender::Masculine)).unwrap()
    }

    #[test]
    fn only_the_last_word_is_an_ordinal() {
        assert_eq!(masculine(1945, Case::Locative), "тысяча девятьсот сорок пятом");
        assert_eq!(masculine(1900, Case::Nominative), "тысяча девятисотый");
        assert_eq!(masculine(2000, Case::Genitive), "двухтысячного");
        assert_eq!(masculine(2013, Case::Nominative), "две тысячи тринадцатый");
        assert_eq!(masculine(25_000, Case::Nominative), "двадцатипятитысячный");
        assert_eq!(masculine(46, Case::Nominative), "сорок шестой");
    }

    #[test]
    fn the_third_is_irregular() {
        assert_eq!(masculine(3, Case::Locative), "третьем");
        assert_eq!(ordinal(23, Place::new(Case::Accusative, Gender::Feminine)).unwrap(), "двадцать третью");
        assert_eq!(ordinal(90, Place::plural(Case::Genitive)).unwrap(), "девяностых");
    }

    #[test]
    fn compounds_are_one_word() {
        assert_eq!(compound(25).unwrap(), "двадцатипяти");
        assert_eq!(compound(100).unwrap(), "сто");
        assert_eq!(compound(3).unwrap(), "трёх");
    }
}
