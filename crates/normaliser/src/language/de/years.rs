//! Years, decades, and what shows that a number is one.

use super::numbers::cardinal;
use crate::customs::Customs;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "decade", starts: Starts::Digit, read: decade },
    Rule { name: "year", starts: Starts::Digit, read: year },
];

/// A year in words: `neunzehnhundert neunundachtzig`, `zweitausend fünf`.
pub(super) fn said(year: u64, customs: &Customs) -> String {
    let hundreds = matches!(year, 1100..=1999).then(|| centuries(year, customs)).flatten();
    hundreds.unwrap_or_else(|| cardinal(year, customs))
}

fn centuries(year: u64, customs: &Customs) -> Option<String> {
    let spell = |number| customs.spell("spellout-numbering", number);
    let rest = if year.is_multiple_of(100) { String::new() } else { format!(" {}", spell(year % 100)?) };
    Some(format!("{}hundert{rest}", spell(year / 100)?))
}

/// `1980er`, `90ern`, `'68er`.
fn decade(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (digits, length) = digits::run(place.rest()).filter(|(digits, _)| matches!(digits.len(), 2 | 4))?;
    let behind = &place.rest()[length..];
    let ending = ["ern", "er"].into_iter().find(|ending| {
        behind.strip_prefix(ending).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })?;
    let year = digits.parse().ok().filter(|_| place.begins_word())?;
    let words = if digits.len() == 4 { said(year, customs) } else { cardinal(year, customs) };
    Some(Said::new(length + ending.len(), format!("{words}{ending}")))
}

/// Words before a year, in small letters.
const BEFORE: &[&str] = &[
    "jahr",
    "jahre",
    "jahres",
    "seit",
    "von",
    "bis",
    "ab",
    "um",
    "anno",
    "sommer",
    "winter",
    "herbst",
    "frühjahr",
    "frühling",
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "ende",
    "anfang",
    "mitte",
    "zwischen",
    "vor",
    "nach",
    "und",
    "gegründet",
    "geboren",
    "endete",
    "begann",
    "erschien",
    "starb",
    "sich",
    "wahl",
    "im",
    "wurde",
    "war",
    "erst",
    "schon",
    "noch",
    "bereits",
    "olympia",
    "wm",
    "em",
    "copyright",
    "stand",
    "oder",
];
/// Verbs and other words that follow a year which opens a sentence.
const AFTER: &[&str] = &[
    "war",
    "waren",
    "wurde",
    "wurden",
    "kam",
    "kamen",
    "fiel",
    "begann",
    "endete",
    "starb",
    "ging",
    "gab",
    "hatte",
    "hatten",
    "ist",
    "wird",
    "erschien",
    "gründete",
    "zog",
    "n",
    "v",
    "gewann",
    "verlor",
    "baute",
    "entstand",
    "stand",
    "lebte",
    "lebten",
    "wieder",
    "gegründet",
    "geboren",
    "gesperrt",
];

/// Four digits without a mark that are no amount of something.
fn year(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (digits, length) = digits::run(place.rest()).filter(|(digits, _)| digits.len() == 4)?;
    let year = digits.parse().ok().filter(|year| (1000..=2199).contains(year) && place.begins_word())?;
    let behind = &place.rest()[length..];
    let goes_on = behind
        .strip_prefix(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | ':' | '/' | '%'))
        .is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let counts = !super::numbers::noun_behind(behind).is_empty() && !is_time_word(behind);
    let before = place.previous_word().to_lowercase();
    let next = crate::place::first_word(behind).to_lowercase();
    let apart = place.before().ends_with(['(', '–', '/', '©']);
    let shown =
        BEFORE.contains(&before.as_str()) || AFTER.contains(&next.as_str()) || apart || is_list(behind);
    (shown && !goes_on && !counts).then(|| Said::new(length, said(year, customs)))
}

/// A name may follow a year (`1989 fiel die Mauer`), an amount is followed by what it counts.
fn is_time_word(behind: &str) -> bool {
    let next = crate::place::first_word(behind);
    !next.starts_with(char::is_uppercase)
}

/// `1999/2000`, `2024–2026`.
fn is_list(behind: &str) -> bool {
    let other = behind.strip_prefix(['–', '-', '/']);
    other.and_then(digits::run).is_some_and(|(digits, _)| matches!(digits.len(), 2 | 4))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn years_are_told_from_amounts() {
        assert_eq!(read("Seit 1997 ist Ruhe."), "Seit neunzehnhundert siebenundneunzig ist Ruhe.");
        assert_eq!(read("1997 Gäste kamen."), "tausend neunhundert siebenundneunzig Gäste kamen.");
        assert_eq!(read("in den 1970er Jahren"), "in den neunzehnhundert siebziger Jahren");
        assert!(read("Seit 2019年 und 1985ä.").starts_with("Seit"));
    }
}
