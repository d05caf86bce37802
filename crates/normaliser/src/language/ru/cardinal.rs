//! Russian cardinals and decimals in all cases. CLDR's words, with four things mended: the letter ё, which CLDR leaves
//! out and a voice needs; `тысяча` without `одна` before it; the animate accusative; the locative of twenty and thirty.

use numerals::Numerals;

use crate::language::slavic::grammar::{Agreement, Case, Form, Gender, Inflection, Life, Plurality};

/// The words of a whole number.
pub(super) fn cardinal(number: u64, agreement: Agreement) -> Option<String> {
    let Agreement { case, gender, life } = agreement;
    let animate = case == Case::Accusative && life != Life::Thing && gender == Gender::Masculine;
    if animate && matches!(number, 1..=4) {
        return spell(number, Case::Genitive, gender);
    }
    let words = spell(number, case, gender)?;
    Some(match words.strip_suffix("один") {
        Some(head) if animate => format!("{head}одного"),
        _ => words,
    })
}

fn spell(number: u64, case: Case, gender: Gender) -> Option<String> {
    let gender = match gender {
        Gender::Masculine => "masculine",
        Gender::Feminine => "feminine",
        Gender::Neuter => "neuter",
    };
    let name = match case {
        Case::Nominative => "",
        Case::Genitive => "-genitive",
        Case::Dative => "-dative",
        Case::Accusative => "-accusative",
        Case::Instrumental => "-instrumental",
        Case::Locative => "-prepositional",
    };
    let words = Numerals::of("ru")?.spell(&format!("spellout-cardinal-{gender}{name}"), number)?;
    let words: Vec<String> = words.split(' ').map(|word| mended(word, case)).collect();
    let first = usize::from((1_000..2_000).contains(&number));
    Some(words[first..].join(" "))
}

/// A word with the ё that CLDR writes as е, and with the locative ending that it forgets in two tens.
fn mended(word: &str, case: Case) -> String {
    match (word, case) {
        ("двадцать" | "тридцать", Case::Locative) => return word.replace('ь', "и"),
        ("нулем", _) => return "нулём".to_owned(),
        _ => {}
    }
    for (stem, mended) in [("четыре", "четырё"), ("тре", "трё")] {
        let ending = word.strip_prefix(stem).unwrap_or_default();
        if matches!(ending, "х" | "м" | "хсот" | "мстам" | "хстах") {
            return format!("{mended}{ending}");
        }
    }
    word.to_owned()
}

/// The form of what a whole number counts.
pub(super) fn form(number: u64, case: Case) -> Form {
    let direct = matches!(case, Case::Nominative | Case::Accusative);
    let is_plain_thousand = number >= 1_000 && number.is_multiple_of(1_000);
    match class(number) {
        Class::One => Form::both(Plurality::Singular, case),
        Class::Few if direct => Form {
            noun: Inflection(Plurality::Singular, Case::Genitive),
            attribute: Inflection(Plurality::Plural, Case::Genitive),
        },
        Class::Many if direct || is_plain_thousand => Form::both(Plurality::Plural, Case::Genitive),
        Class::Few | Class::Many => Form::both(Plurality::Plural, case),
    }
}

/// What kind of form a number asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// 1, 21, 101.
    One,
    /// 2 to 4, 22.
    Few,
    /// All others.
    Many,
}

pub(super) fn class(number: u64) -> Class {
    match (number % 10, number % 100) {
        (1, tail) if tail != 11 => Class::One,
        (2..=4, tail) if !(12..=14).contains(&tail) => Class::Few,
        _ => Class::Many,
    }
}

/// The stems of the parts that `number` is divided into: tenths and so on.
const PARTS: &[&str] = &["десят", "сот", "тысячн", "десятитысячн", "стотысячн", "миллионн"];

/// `3,14`: три целых четырнадцать сотых. A longer fraction is read digit by digit.
pub(super) fn decimal(whole: u64, fraction: &str, agreement: Agreement) -> Option<String> {
    let case = agreement.case;
    let Some(stem) = PARTS.get(fraction.len().wrapping_sub(1)) else { return digits(whole, fraction) };
    let parts: u64 = fraction.parse().ok()?;
    let feminine = Agreement::new(case, Gender::Feminine);
    let whole_words = format!("{} цел{}", cardinal(whole, feminine)?, part_ending(whole, case));
    let part_words = format!("{} {stem}{}", cardinal(parts, feminine)?, part_ending(parts, case));
    Some(format!("{whole_words} {part_words}"))
}

fn digits(whole: u64, fraction: &str) -> Option<String> {
    let plain = Agreement::plain(Case::Nominative);
    let mut words = format!("{} запятая", cardinal(whole, plain)?);
    for digit in fraction.chars().filter_map(|c| c.to_digit(10)) {
        words.push(' ');
        words.push_str(&cardinal(u64::from(digit), plain)?);
    }
    Some(words)
}

/// The ending of `целая` and `десятая` behind a number.
fn part_ending(number: u64, case: Case) -> &'static str {
    let one = class(number) == Class::One;
    match case {
        Case::Nominative if one => "ая",
        Case::Accusative if one => "ую",
        Case::Genitive | Case::Dative | Case::Instrumental | Case::Locative if one => "ой",
        Case::Dative => "ым",
        Case::Instrumental => "ыми",
        Case::Nominative | Case::Accusative | Case::Genitive | Case::Locative => "ых",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree() {
        let said = |number, case, gender| cardinal(number, Agreement::new(case, gender)).unwrap();
        assert_eq!(said(22, Case::Nominative, Gender::Feminine), "двадцать две");
        assert_eq!(said(1_903, Case::Genitive, Gender::Masculine), "тысячи девятисот трёх");
        assert_eq!(said(304, Case::Locative, Gender::Masculine), "трёхстах четырёх");
        assert_eq!(said(30, Case::Locative, Gender::Masculine), "тридцати");
        let person = Agreement { life: Life::Person, ..Agreement::plain(Case::Accusative) };
        assert_eq!(cardinal(21, person).unwrap(), "двадцать одного");
        assert_eq!(cardinal(2, person).unwrap(), "двух");
    }

    #[test]
    fn fractions_are_feminine() {
        let said = |whole, fraction, case| decimal(whole, fraction, Agreement::plain(case)).unwrap();
        assert_eq!(said(1, "5", Case::Nominative), "одна целая пять десятых");
        assert_eq!(said(4, "21", Case::Genitive), "четырёх целых двадцати одной сотой");
        assert_eq!(said(0, "001", Case::Accusative), "ноль целых одну тысячную");
        assert_eq!(
            said(3, "1415926", Case::Nominative),
            "три запятая один четыре один пять девять два шесть"
        );
    }
}
