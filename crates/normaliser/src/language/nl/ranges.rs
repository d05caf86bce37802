//! From one number to another: `10–12`, `3–8 °C`, `2026–2028`, `4 t/m 7`.

use super::{numbers, years};
use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "range", starts: Starts::Digit, read: range }];

/// Two numbers with a dash between; what follows the second (a unit, a currency) is read with that alone.
fn range(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let fits = |first: &Number| place.begins_word() && !first.has_leading_zero();
    let first = number::unsigned(rest, customs).filter(fits)?;
    let behind = &rest[first.length..];
    let apart = behind.trim_start_matches([' ', '\u{A0}']);
    let spaced = apart.len() < behind.len();
    let dash = apart.chars().next().filter(|c| matches!(c, '–' | '—') || *c == '-' && !spaced)?;
    let second_text = apart[dash.len_utf8()..].trim_start_matches([' ', '\u{A0}']);
    let second = number::unsigned(second_text, customs).filter(|second| grows(&first, second))?;
    let after = &second_text[second.length..];
    let more =
        after.strip_prefix(['-', '–', '/', ':']).is_some_and(|rest| rest.starts_with(char::is_numeric));
    if more || after.starts_with(|c: char| c.is_alphabetic() && !matches!(c, 'e')) && is_word(after) {
        return None;
    }
    let length = rest.len() - second_text.len();
    if is_year(&first) && is_year(&second) {
        let [from, to] = [&first, &second].map(|number| years::said(number.count().unwrap_or(0), customs));
        return Some(Said::new(first.length, from).then(length, "tot").then(length + second.length, &to));
    }
    Some(Said::new(first.length, numbers::said(&first, customs)).then(length, "tot"))
}

/// Whether letters follow a number directly that are no unit: a code.
fn is_word(after: &str) -> bool {
    crate::parse::unit::find(after).is_none()
}

fn is_year(number: &Number) -> bool {
    !number.grouped
        && number.whole.len() == 4
        && number.count().is_some_and(|year| (1200..2200).contains(&year))
}

/// A range goes up; `2024–28` shortens the second year.
fn grows(first: &Number, second: &Number) -> bool {
    let value = |number: &Number| {
        let fraction = number.fraction.as_deref().unwrap_or("0");
        format!("{}.{fraction}", number.whole).parse::<f64>().unwrap_or(0.0)
    };
    value(first) < value(second) || first.whole.len() == 4 && second.whole.len() == 2
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn dashes_between_numbers_are_said() {
        assert_eq!(read("voor 4–6 mensen"), "voor vier tot zes mensen");
        assert_eq!(read("2-3 km verder"), "twee tot drie kilometer verder");
        assert_eq!(read("in 1995–1999"), "in negentien vijfennegentig tot negentien negenennegentig");
    }
}
