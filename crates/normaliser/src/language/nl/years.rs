//! Years and decades, and what shows that a number is one.

use super::numbers::cardinal;
use crate::customs::Customs;
use crate::parse::digits;
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "decade", starts: Starts::Mark, read: short },
    Rule { name: "year", starts: Starts::Digit, read: year },
];

/// A year in words: `negentien drieënvijftig`, `zestienhonderd`, `tweeduizend vijf`.
pub(super) fn said(year: u64, customs: &Customs) -> String {
    let (hundreds, rest) = (year / 100, year % 100);
    match (hundreds, rest) {
        (20, 0) => "tweeduizend".to_owned(),
        (20, rest) => format!("tweeduizend {}", cardinal(rest, customs)),
        (11..=19, 0) => format!("{}honderd", cardinal(hundreds, customs)),
        (11..=19, 1..10) => format!("{}honderd {}", cardinal(hundreds, customs), cardinal(rest, customs)),
        (11..=19 | 21, 1..) => format!("{} {}", cardinal(hundreds, customs), cardinal(rest, customs)),
        _ => cardinal(year, customs),
    }
}

/// Words before a year, in small letters.
const BEFORE: &[&str] = &[
    "in",
    "sinds",
    "jaar",
    "jaren",
    "rond",
    "omstreeks",
    "circa",
    "vanaf",
    "tot",
    "van",
    "uit",
    "na",
    "voor",
    "vóór",
    "eind",
    "begin",
    "medio",
    "anno",
    "zomer",
    "winter",
    "herfst",
    "najaar",
    "voorjaar",
    "lente",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "en",
    "of",
    "tussen",
    "geboren",
    "gestorven",
    "opgericht",
    "gebouwd",
    "seizoen",
    "editie",
    "wk",
    "ek",
    "copyright",
    "per",
    "sedert",
    "tegen",
    "tijdens",
    "spelen",
    "verkiezingen",
];

/// Verbs that follow a year at the beginning of a sentence.
const AFTER: &[&str] = &[
    "was", "werd", "is", "wordt", "begon", "eindigde", "kwam", "bracht", "gaf", "stond", "ging", "brak",
    "stierf",
];

/// Four digits without a mark that are no amount of something.
fn year(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (digits, length) = digits::run(place.rest()).filter(|(digits, _)| digits.len() == 4)?;
    let year = digits.parse().ok().filter(|year| (1100..=2199).contains(year) && place.begins_word())?;
    let behind = &place.rest()[length..];
    let goes_on =
        behind.strip_prefix([',', '.', ':', '/']).is_some_and(|rest| rest.starts_with(char::is_numeric))
            || behind.starts_with(char::is_alphanumeric);
    let before = place.previous_word().to_lowercase();
    let shown = BEFORE.contains(&before.as_str())
        || AFTER.contains(&first_word(behind))
        || place.before().ends_with(['(', '–', '/', '©', '\'', '’'])
        || is_list(behind);
    (shown && !goes_on && !is_counted(behind)).then(|| Said::new(length, said(year, customs)))
}

/// Whether plainly many things follow: `in 1600 huizen`.
fn is_counted(behind: &str) -> bool {
    const NONE: &[&str] =
        &["waren", "werden", "kwamen", "hadden", "gingen", "woonden", "toen", "worden", "zijn", "leven"];
    let next = if behind.starts_with([' ', '\u{A0}']) { first_word(behind) } else { "" };
    let plural = ["en", "s"].iter().any(|ending| next.ends_with(ending));
    let known =
        matches!(next, "euro" | "meter" | "kilometer" | "man" | "dollar" | "uur" | "jaar" | "kilo" | "keer");
    let verb = NONE.contains(&next) || AFTER.contains(&next) || is_past(next);
    known || plural && next.chars().count() > 4 && !verb
}

/// Verbs of many people in the past: `stonden`, `werkten`.
fn is_past(word: &str) -> bool {
    ["den", "ten"].iter().any(|ending| word.ends_with(ending))
        && !matches!(
            word,
            "klanten" | "studenten" | "planten" | "soorten" | "kaarten" | "leden" | "eenheden" | "patiënten"
        )
}

/// `1999/2000`, `2024–2026`.
fn is_list(behind: &str) -> bool {
    let other = behind.strip_prefix(['–', '-', '/']);
    other.and_then(digits::run).is_some_and(|(digits, _)| matches!(digits.len(), 2 | 4))
}

/// `'90`, `’68`.
fn short(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let behind = rest.strip_prefix(['\'', '’', '‘'])?;
    let (digits, more) = digits::run(behind).filter(|(digits, _)| digits.len() == 2)?;
    let length = rest.len() - behind.len() + more;
    let fits = place.begins_word() && place.may_end(length) && !behind[more..].starts_with(['\'', '’']);
    let zero = if digits.starts_with('0') { "nul " } else { "" };
    let year = digits.parse().ok().filter(|_| fits)?;
    Some(Said::new(length, format!("{zero}{}", cardinal(year, customs))))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn years_are_told_from_amounts() {
        assert_eq!(read("Sinds 1997 is het stil."), "Sinds negentien zevenennegentig is het stil.");
        assert_eq!(read("tot 2011 en in 1904"), "tot tweeduizend elf en in negentienhonderd vier");
        assert_eq!(read("Er kwamen 1997 gasten."), "Er kwamen duizend negenhonderd zevenennegentig gasten.");
        assert_eq!(read("in de jaren '60"), "in de jaren zestig");
    }
}
