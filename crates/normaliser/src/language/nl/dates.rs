//! Dates: `31-12-2025`, `5 t/m 9 aug. 2024`, `2024-02-29`. Days are plain numbers.

use super::numbers::cardinal;
use super::{ordinals, years};
use crate::customs::Customs;
use crate::parse::date::{self, Date};
use crate::parse::digits;
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "date", starts: Starts::Digit, read: in_figures },
    Rule { name: "date", starts: Starts::Digit, read: with_month },
    Rule { name: "date", starts: Starts::Letter, read: month_and_year },
];

const MONTHS: [&str; 12] = [
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
];

/// Short forms, without their full stop.
const SHORT_MONTHS: &[(&str, usize)] = &[
    ("jan", 1),
    ("feb", 2),
    ("febr", 2),
    ("mrt", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("okt", 10),
    ("nov", 11),
    ("dec", 12),
];

/// `31-12-2025`, `31/12/2025`, `31.12.2025`, `2025-12-31`.
fn in_figures(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let date = date::year_first(rest).or_else(|| date::with_year(rest, &['-', '/', '.'], customs.dates))?;
    place.begins_word().then(|| Some(Said::new(date.length, said(&date, customs)?)))?
}

/// A date in figures in words.
pub(super) fn said(date: &Date, customs: &Customs) -> Option<String> {
    let mut words =
        vec![cardinal(date.day?.into(), customs), (*MONTHS.get(date.month as usize - 1)?).to_owned()];
    if let Some(year) = date.year {
        let zero = if year.digits == 2 && year.number < 10 { "nul " } else { "" };
        words.push(format!("{zero}{}", years::said(year.number.into(), customs)));
    }
    Some(words.join(" "))
}

/// `1 okt.`, `15 maart 2024`, `de 3e januari`.
fn with_month(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (day, figures) = digits::small(rest, 1..=31).filter(|_| place.begins_word())?;
    let ending = ordinals::ending(&rest[figures..]);
    let first = figures + ending.unwrap_or(0);
    let behind = rest[first..].strip_prefix([' ', '\u{A0}', '-'])?;
    let (name, more) = month(behind)?;
    let end = rest.len() - behind.len() + more;
    let day = match ending {
        Some(_) => ordinals::said(day.into(), customs)?,
        None => cardinal(day.into(), customs),
    };
    Some(and_year(Said::new(first, day).then(end, name), rest, customs))
}

/// `okt. 2024`, `aug.`
fn month_and_year(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (name, length) = month(rest).filter(|_| place.begins_word())?;
    let short = first_word(rest) != name;
    let dotted = rest[..length].ends_with('.');
    if year(&rest[length..]).is_none() && !(short && dotted && !matches!(name, "januari" | "augustus")) {
        return None;
    }
    Some(and_year(Said::new(length, name), rest, customs))
}

/// With the year behind it, if there is one.
fn and_year(said: Said, rest: &str, customs: &Customs) -> Said {
    let length = said.length;
    match year(&rest[length..]) {
        Some((number, more)) => said.then(length + more, &years::said(number, customs)),
        None => said,
    }
}

/// A month's name and the length of what stands for it; the full stop that ends the text stays.
fn month(text: &str) -> Option<(&'static str, usize)> {
    let word = first_word(text);
    if !text.starts_with(word) {
        return None;
    }
    let small = word.to_lowercase();
    if let Some(name) = MONTHS.iter().find(|name| **name == small) {
        return Some((name, word.len()));
    }
    let number = SHORT_MONTHS.iter().find(|(short, _)| *short == small)?.1;
    let stop = text[word.len()..].strip_prefix('.').is_some_and(|behind| !behind.trim().is_empty());
    Some((MONTHS[number - 1], word.len() + usize::from(stop)))
}

/// A year of four digits behind a space or hyphen.
fn year(text: &str) -> Option<(u64, usize)> {
    let bare = text.strip_prefix([' ', '\u{A0}', '-'])?;
    let (digits, length) = digits::run(bare).filter(|(digits, _)| digits.len() == 4)?;
    let behind = &bare[length..];
    let goes_on = behind.starts_with(char::is_alphabetic)
        || behind.strip_prefix([',', '.', ':']).is_some_and(|rest| rest.starts_with(char::is_numeric));
    (!goes_on).then(|| Some((digits.parse().ok()?, 1 + length + text.len() - bare.len() - 1)))?
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn dates_in_figures() {
        assert_eq!(read("op 5-6-2023"), "op vijf juni tweeduizend drieëntwintig");
        assert_eq!(read("2025-01-09"), "negen januari tweeduizend vijfentwintig");
    }

    #[test]
    fn short_months_are_written_out() {
        assert_eq!(
            read("van 7 sept. tot 9 dec. 1987"),
            "van zeven september tot negen december negentien zevenentachtig"
        );
        assert_eq!(read("de 2e maart"), "de tweede maart");
        assert_eq!(read("Het was in nov. 2020."), "Het was in november tweeduizend twintig.");
    }
}
