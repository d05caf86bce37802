//! Days and months: `22 lipca`, `z 7 na 8 stycznia`, `15.06.2026`. The day is masculine and stands in the case of its
//! sentence; without any it says when, in the genitive.

use crate::customs::Customs;
use crate::language::abbreviation::with_stop;
use crate::language::pl::governors;
use crate::language::pl::ordinal::{self, ordinal};
use crate::language::slavic::gap::{space, word_at};
use crate::language::slavic::grammar::{Case, Gender};
use crate::parse::{date, digits, roman};
use crate::place::{Place, first_word};
use crate::rule::Said;

const MONTHS: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
const SHORT_MONTHS: [&str; 12] =
    ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"];

/// `22 lipca`, `3 maja 1999 r.`, `3 V 1999`.
pub(super) fn day_and_month(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (day, length) = day(text, place)?;
    let length = length + usize::from(text[length..].starts_with(". "));
    let start = length + space(&text[length..]);
    let (month, end) = month(text, start)?;
    let said = Said::new(length, said_day(day, case(place))?).then(end, month);
    Some(with_year(said, text))
}

/// `z 7 na 8 stycznia`, `1–3 maja`: a day whose month is said with the next one.
pub(super) fn listed_day(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, length) = day(text, place)?;
    let mut rest = text[length..].trim_start();
    for _ in 0..3 {
        let link = ["na ", "i ", "lub ", "albo ", "oraz ", "do ", "a ", "–", "-", "—", ","]
            .iter()
            .find_map(|link| rest.strip_prefix(link))?
            .trim_start();
        let (_, more) = digits::small(link, 1..=31)?;
        rest = link[more..].trim_start();
        if full_month(first_word(rest)).is_some() {
            return Some(Said::new(length, said_day(number, case(place))?));
        }
    }
    None
}

/// `po 27`: a number that can only be a day, for it is no hour.
pub(super) fn bare_day(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, length) = day(text, place)?;
    let says_when = matches!(governors::word(place)?.as_str(), "po" | "przed");
    let alone = !text[length..].starts_with(['.', ',', ':', '/', '%', '-', '–'])
        || text[length..].trim_matches(['.', ' ', ',', '!', '?']).is_empty();
    let next = place.next_word(length);
    let free = next.is_empty() || matches!(next, "też" | "także" | "nie" | "już" | "będzie" | "to" | "i");
    let counted = text[length..]
        .trim_start()
        .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '%' | '°' | '€' | '$'));
    (says_when && alone && free && !counted && number > 24).then_some(())?;
    Some(Said::new(length, said_day(number, case(place))?))
}

/// `15.06.2026 r.`, `2026-06-15`.
pub(super) fn numeric(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if !place.begins_word() {
        return None;
    }
    let text = place.rest();
    let date = date::year_first(text).or_else(|| date::with_year(text, &['.', '/', '-'], customs.dates))?;
    let (day, year) = (date.day?, date.year?);
    let month = MONTHS.get(usize::try_from(date.month).ok()?.checked_sub(1)?)?;
    let mut number = u64::from(year.number);
    if year.digits == 2 {
        number += if number < 50 { 2000 } else { 1900 };
    }
    let year = ordinal(number, ordinal::Place::new(Case::Genitive, Gender::Masculine))?;
    let length = date.length + year_word(&text[date.length..]);
    Some(Said::new(length, format!("{} {month} {year} roku", said_day(u64::from(day), case(place))?)))
}

/// `15.06`, behind a word that makes it a day.
pub(super) fn numeric_day(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (day, length) = digits::small(text, 1..=31).filter(|(_, length)| *length == 2)?;
    let rest = text[length..].strip_prefix('.')?;
    let (month, more) = digits::small(rest, 1..=12).filter(|(_, length)| *length == 2)?;
    let is_date = matches!(governors::word(place)?.as_str(), "od" | "do" | "z" | "dnia" | "dniu" | "data");
    (is_date && place.begins_word() && !rest[more..].starts_with(|c: char| c.is_numeric())).then_some(())?;
    let month = MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
    Some(Said::new(length + 1 + more, format!("{} {month}", said_day(u64::from(day), case(place))?)))
}

fn day(text: &str, place: Place<'_>) -> Option<(u64, usize)> {
    let (day, length) = digits::small(text, 1..=31)?;
    place.begins_word().then_some((u64::from(day), length))
}

fn said_day(day: u64, case: Case) -> Option<String> {
    ordinal(day, ordinal::Place::new(case, Gender::Masculine))
}

/// The month at a place of the text, as it is said behind a day, and where it ends.
fn month(text: &str, start: usize) -> Option<(&'static str, usize)> {
    let word = word_at(&text[start..]);
    if let Some(month) = full_month(word) {
        return Some((month, start + word.len()));
    }
    let lower = word.to_lowercase();
    if let Some(index) = SHORT_MONTHS.iter().position(|month| *month == lower) {
        return Some((MONTHS[index], with_stop(text, start + word.len())));
    }
    let (number, length) = roman::roman(&text[start..])?;
    let year = text[start + length..].trim_start().starts_with(['1', '2']);
    let month = MONTHS.get(usize::try_from(number).ok()?.checked_sub(1)?).filter(|_| year)?;
    Some((month, start + length))
}

fn full_month(word: &str) -> Option<&'static str> {
    MONTHS.iter().copied().find(|month| *month == word.to_lowercase())
}

/// In which case a day stands.
fn case(place: Place<'_>) -> Case {
    match governors::word(place).as_deref() {
        Some("na" | "za" | "w" | "ponad") => Case::Accusative,
        Some("po" | "o") => Case::Locative,
        Some("przed" | "między" | "pomiędzy" | "nad") => Case::Instrumental,
        Some("jest" | "był" | "będzie" | "mamy") => Case::Nominative,
        _ => Case::Genitive,
    }
}

/// A date with the year that may follow it, which always stands in the genitive.
fn with_year(said: Said, text: &str) -> Said {
    let start = said.length + space(&text[said.length..]);
    let year = digits::run(&text[start..]).filter(|(digits, _)| digits.len() == 4 && start > said.length);
    let Some((digits, length)) = year else { return said };
    let genitive = ordinal::Place::new(Case::Genitive, Gender::Masculine);
    let Some(year) = digits.parse().ok().and_then(|year| ordinal(year, genitive)) else { return said };
    if text[start + length..].starts_with(|c: char| c.is_alphanumeric()) {
        return said;
    }
    let said = said.then(start + length, &year);
    match year_word(&text[said.length..]) {
        0 => said,
        more => {
            let length = said.length + more;
            said.then(length, "roku")
        }
    }
}

/// The length of ` roku` or ` r.` with which the text begins, 0 if it does not.
fn year_word(text: &str) -> usize {
    let start = space(text);
    match word_at(&text[start..]) {
        "r" => with_stop(text, start + 1),
        "roku" => start + 4,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("pl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn the_day_stands_in_the_case_of_its_sentence() {
        assert_eq!(said("Wracam 3 kwietnia."), "Wracam trzeciego kwietnia.");
        assert_eq!(said("od 2 do 14 czerwca"), "od drugiego do czternastego czerwca");
        assert_eq!(said("po 5 maja"), "po piątym maja");
        assert_eq!(
            said("dnia 11 XI 1918 r. rano"),
            "dnia jedenastego listopada tysiąc dziewięćset osiemnastego roku rano"
        );
    }

    #[test]
    fn dates_in_figures() {
        assert_eq!(said("do 01.12.2023."), "do pierwszego grudnia dwa tysiące dwudziestego trzeciego roku.");
        assert_eq!(said("2019-03-05"), "piątego marca dwa tysiące dziewiętnastego roku");
    }
}
