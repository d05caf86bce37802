//! From one number to another: `10–12`, `−5 bis −2`, `3–8 °C`, `2026–2028`.

use super::numbers::{self, cardinal};
use super::years;
use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "range", starts: Starts::Digit, read: range },
    Rule { name: "range", starts: Starts::Letter, read: letters },
];

/// Two numbers with a dash between; what follows the second (a unit, a currency) is read with that alone.
fn range(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let first =
        number::unsigned(rest, customs).filter(|first| place.begins_word() && !first.has_leading_zero())?;
    let behind = &rest[first.length..];
    let apart = behind.trim_start_matches([' ', '\u{A0}']);
    let spaced = apart.len() < behind.len();
    let dash = apart.chars().next().filter(|c| matches!(c, '–' | '—') || *c == '-' && !spaced)?;
    let second_text = apart[dash.len_utf8()..].trim_start_matches([' ', '\u{A0}']);
    let second = number::unsigned(second_text, customs).filter(|second| grows(&first, second))?;
    let after = &second_text[second.length..];
    let more =
        after.strip_prefix(['-', '–', '/', ':']).is_some_and(|rest| rest.starts_with(char::is_numeric));
    if more || after.starts_with(char::is_alphabetic) {
        return None;
    }
    let length = rest.len() - second_text.len();
    let is_years =
        |number: &Number| !number.grouped && number.count().is_some_and(|year| (1200..2200).contains(&year));
    let words = if is_years(&first) && is_years(&second) {
        let whole = [&first, &second].map(|number| years::said(number.count().unwrap_or(0), customs));
        return Some(
            Said::new(first.length, whole[0].as_str())
                .then(length, "bis")
                .then(length + second.length, &whole[1]),
        );
    } else {
        first.count().map_or_else(|| numbers::said(&first, customs), |count| cardinal(count, customs))
    };
    Some(Said::new(first.length, words).then(length, "bis"))
}

/// A range goes up; `2024–28` shortens the second year.
fn grows(first: &Number, second: &Number) -> bool {
    let value = |number: &Number| {
        format!("{}.{}", number.whole, number.fraction.as_deref().unwrap_or("0"))
            .parse::<f64>()
            .unwrap_or(0.0)
    };
    value(first) < value(second) || first.whole.len() == 4 && second.whole.len() == 2
}

/// `A–Z`: single capitals.
fn letters(place: Place<'_>, _: &Customs) -> Option<Said> {
    let mut characters = place.rest().chars();
    let (first, dash, last) = (characters.next()?, characters.next()?, characters.next()?);
    let single = first.is_uppercase() && last.is_uppercase() && matches!(dash, '–' | '-');
    let length = first.len_utf8() + dash.len_utf8();
    let fits = single
        && place.begins_word()
        && place.may_end(length + last.len_utf8())
        && first < last
        && dash == '–';
    fits.then(|| Said::new(first.len_utf8(), first.to_string()).then(length, "bis"))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn dashes_between_numbers_are_said() {
        assert_eq!(read("für 4–6 Leute"), "für vier bis sechs Leute");
        assert_eq!(read("1995–1999"), "neunzehnhundert fünfundneunzig bis neunzehnhundert neunundneunzig");
        assert_eq!(read("von A–K"), "von A bis K");
    }

    #[test]
    fn a_chain_of_numbers_is_no_range() {
        assert!(!read("Code 11–13–17").contains("elf bis"));
        assert!(!read("1991–2002–2006").is_empty());
    }
}
