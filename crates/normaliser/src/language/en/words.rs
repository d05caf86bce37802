//! Numbers in English words: cardinals, ordinals, years, and figures as they are said in names and codes.

use crate::customs::Customs;
use crate::parse::number::Number;
use crate::shared::spell;

/// Whether numbers and dates are read as in Britain.
pub(super) fn is_british(customs: &Customs) -> bool {
    customs.tag == "en-gb"
}

/// `one hundred twenty-one`; in Britain `one hundred and twenty-one`.
pub(super) fn cardinal(number: u64, customs: &Customs) -> String {
    let set = if is_british(customs) { "spellout-cardinal-verbose" } else { "spellout-cardinal" };
    let words = customs.spell(set, number).unwrap_or_else(|| spell::one_by_one(&number.to_string(), customs));
    words.replace(',', "")
}

/// `twenty-first`.
pub(super) fn ordinal(number: u64, customs: &Customs) -> String {
    let set = if is_british(customs) { "spellout-ordinal-verbose" } else { "spellout-ordinal" };
    customs.spell(set, number).unwrap_or_else(|| format!("{number}th")).replace(',', "")
}

/// `nineteen oh five`, `two thousand three`, `twenty twelve`; before the year 1000 as figures.
pub(super) fn year(number: u64, customs: &Customs) -> String {
    match number {
        0..1000 => figures(&number.to_string(), customs),
        2001..2010 => cardinal(number, customs),
        _ => pairs(number, customs),
    }
}

/// `eighteen forty`, `nineteen hundred`, `twelve oh seven`; a whole thousand as such.
fn pairs(number: u64, customs: &Customs) -> String {
    let (first, last) = (number / 100, number % 100);
    match last {
        _ if number.is_multiple_of(1000) => cardinal(number, customs),
        0 => format!("{} hundred", cardinal(first, customs)),
        1..10 if first.is_multiple_of(10) => cardinal(number, customs),
        1..10 => format!("{} oh {}", cardinal(first, customs), cardinal(last, customs)),
        _ => format!("{} {}", cardinal(first, customs), cardinal(last, customs)),
    }
}

/// A run of digits in a name or code: `three oh five`, `seven forty-seven`, `eighty eighty`; one by one if it begins
/// with a zero or is long.
pub(super) fn figures(run: &str, customs: &Customs) -> String {
    let number: u64 = run.parse().unwrap_or_default();
    match run.len() {
        _ if run.starts_with('0') => spell::one_by_one(run, customs),
        1 | 2 => cardinal(number, customs),
        3 | 4 => pairs_or_hundreds(number, customs),
        _ => spell::one_by_one(run, customs),
    }
}

fn pairs_or_hundreds(number: u64, customs: &Customs) -> String {
    let (first, last) = (number / 100, number % 100);
    match last {
        0 if number.is_multiple_of(1000) => cardinal(number, customs),
        0 => format!("{} hundred", cardinal(first, customs)),
        1..10 => format!("{} oh {}", cardinal(first, customs), cardinal(last, customs)),
        _ => format!("{} {}", cardinal(first, customs), cardinal(last, customs)),
    }
}

/// A number with its sign and fraction: `minus zero point seven five`.
pub(super) fn number(number: &Number, customs: &Customs) -> String {
    let sign = if number.negative { "minus" } else { "" };
    spell::join([sign, &unsigned(number, customs)])
}

/// A number without its sign.
pub(super) fn unsigned(number: &Number, customs: &Customs) -> String {
    let whole = match number.value() {
        Some(value) if !number.has_leading_zero() => cardinal(value, customs),
        _ => spell::one_by_one(&number.whole, customs),
    };
    match &number.fraction {
        Some(digits) => format!("{whole} point {}", spell::one_by_one(digits, customs)),
        None => whole,
    }
}

/// The plural of a number's words: `twenties`, `sixes`, `hundreds`.
pub(super) fn plural(words: &str) -> String {
    if let Some(stem) = words.strip_suffix('y') {
        return format!("{stem}ies");
    }
    let hissing = words.ends_with('x');
    format!("{words}{}", if hissing { "es" } else { "s" })
}

/// Whether an amount is just one, so that its unit is in the singular.
pub(super) fn is_one(number: &Number) -> bool {
    number.whole == "1" && number.fraction.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::{GB, US};

    #[test]
    fn britain_says_and() {
        assert_eq!(
            (cardinal(1001, &US), cardinal(75_405, &GB)),
            ("one thousand one".into(), "seventy-five thousand four hundred and five".into())
        );
        assert_eq!(
            (ordinal(103, &US), ordinal(101, &GB)),
            ("one hundred third".into(), "one hundred and first".into())
        );
    }

    #[test]
    fn years_are_said_in_pairs() {
        let said = [1066, 1500, 1905, 2000, 2003, 2012, 899].map(|number| year(number, &US));
        assert_eq!(
            said,
            [
                "ten sixty-six",
                "fifteen hundred",
                "nineteen oh five",
                "two thousand",
                "two thousand three",
                "twenty twelve",
                "eight ninety-nine"
            ]
        );
    }

    #[test]
    fn figures_in_names_are_said_in_pairs() {
        let said = ["305", "500", "747", "8080", "007", "38477"].map(|run| figures(run, &US));
        assert_eq!(
            said,
            [
                "three oh five",
                "five hundred",
                "seven forty-seven",
                "eighty eighty",
                "zero zero seven",
                "three eight four seven seven"
            ]
        );
    }

    #[test]
    fn plurals_of_numbers() {
        assert_eq!(["twenty", "six", "one"].map(plural), ["twenties", "sixes", "ones"]);
    }
}
