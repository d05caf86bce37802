//! Days and months: `22 июля`, `с 7 на 8 января`, `15.06.2026`. The day is neuter, for the day of the month is a number
//! (число), and stands in the case of its sentence; without any it says when, in the genitive.

use crate::customs::Customs;
use crate::language::ru::governors;
use crate::language::ru::ordinal::{self, ordinal};
use crate::language::slavic::gap::{space, word_at};
use crate::language::slavic::grammar::{Case, Gender};
use crate::parse::{date, digits};
use crate::place::{Place, first_word};
use crate::rule::Said;

const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const SHORT_MONTHS: [&str; 12] =
    ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

/// Words behind which the day is the nominative: it is the day that the sentence is about.
const PRESENT: &[&str] = &[
    "сегодня",
    "завтра",
    "вчера",
    "послезавтра",
    "позавчера",
    "это",
    "наступило",
    "наступает",
    "сейчас",
    "будет",
    "было",
    "был",
];

/// `22 июля`, `3 мая 1999 г.`
pub(super) fn day_and_month(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (day, length) = day(text, place)?;
    let start = length + space(&text[length..]);
    let month = word_at(&text[start..]);
    let spoken = month_name(month)?;
    let end = text[start..].find(month)? + start + month.len();
    let end = if month == spoken { end } else { crate::language::abbreviation::with_stop(text, end) };
    let said = Said::new(length, said_day(day, case(place))?).then(end, spoken);
    Some(with_year(said, text))
}

/// `с 7 на 8 января`, `1–3 мая`: a day whose month is said with the next one.
pub(super) fn listed_day(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, length) = day(text, place)?;
    let mut rest = text[length..].trim_start();
    for _ in 0..3 {
        let link = ["на ", "и ", "или ", "по ", "до ", "–", "-", "—", ","]
            .iter()
            .find_map(|link| rest.strip_prefix(link))?;
        let link = link.trim_start();
        let (_, more) = digits::small(link, 1..=31)?;
        rest = link[more..].trim_start();
        if month_name(first_word(rest)).is_some() {
            return Some(Said::new(length, said_day(number, case(place))?));
        }
    }
    None
}

/// `Завтра 23.`: a day without its month, at the end of what says when.
pub(super) fn bare_day(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (number, length) = day(place.rest(), place)?;
    let today = PRESENT[..5].contains(&place.previous_word().to_lowercase().as_str());
    let ends = !place.rest()[length..]
        .trim_start()
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ':' | '%' | '-' | '+' | '°'));
    let ends =
        ends && !place.rest()[length..].starts_with(['.', ':']) || place.rest()[length..].trim() == ".";
    (today && ends).then_some(())?;
    Some(Said::new(length, said_day(number, Case::Nominative)?))
}

/// `15.06.2026`, `2026-06-15`.
pub(super) fn numeric(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if !place.begins_word() {
        return None;
    }
    let text = place.rest();
    let date = date::year_first(text).or_else(|| date::with_year(text, &['.', '/', '-'], customs.dates))?;
    let (day, year) = (date.day?, date.year?);
    let month = MONTHS[usize::try_from(date.month).ok()?.checked_sub(1)?];
    let mut number = u64::from(year.number);
    if year.digits == 2 {
        number += if number < 50 { 2000 } else { 1900 };
    }
    let year = ordinal(number, ordinal::Place::new(Case::Genitive, Gender::Masculine))?;
    let length = date.length + year_word(&text[date.length..]);
    Some(Said::new(length, format!("{} {month} {year} года", said_day(u64::from(day), case(place))?)))
}

/// `15.06`, behind a word that makes it a day.
pub(super) fn numeric_day(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (day, length) = digits::small(text, 1..=31).filter(|(_, length)| *length == 2)?;
    let rest = text[length..].strip_prefix('.')?;
    let (month, more) = digits::small(rest, 1..=12).filter(|(_, length)| *length == 2)?;
    let governor = governors::word(place)?;
    let is_date = matches!(governor.as_str(), "с" | "по" | "до" | "от" | "к" | "после" | "дата");
    (is_date && place.begins_word() && !rest[more..].starts_with(|c: char| c.is_numeric())).then_some(())?;
    let month = MONTHS[usize::try_from(month).ok()?.checked_sub(1)?];
    Some(Said::new(length + 1 + more, format!("{} {month}", said_day(u64::from(day), case(place))?)))
}

fn day(text: &str, place: Place<'_>) -> Option<(u64, usize)> {
    let (day, length) = digits::small(text, 1..=31)?;
    place.begins_word().then_some((u64::from(day), length))
}

fn said_day(day: u64, case: Case) -> Option<String> {
    ordinal(day, ordinal::Place::new(case, Gender::Neuter))
}

/// The month as it is said behind a day, also of its abbreviation.
fn month_name(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    if let Some(month) = MONTHS.iter().find(|month| **month == lower) {
        return Some(month);
    }
    let short = lower.trim_end_matches('т');
    let index = SHORT_MONTHS.iter().position(|month| *month == lower || *month == short)?;
    Some(MONTHS[index])
}

/// In which case a day stands.
fn case(place: Place<'_>) -> Case {
    let Some(word) = governors::word(place) else { return Case::Genitive };
    match word.as_str() {
        word if PRESENT.contains(&word) => Case::Nominative,
        "на" | "по" | "за" | "под" | "через" | "в" => Case::Accusative,
        "к" | "ко" => Case::Dative,
        "перед" | "между" | "над" => Case::Instrumental,
        "о" | "об" => Case::Locative,
        _ => Case::Genitive,
    }
}

/// A date with the year that may follow it, which always stands in the genitive.
fn with_year(said: Said, text: &str) -> Said {
    let start = said.length + space(&text[said.length..]);
    let Some((digits, length)) =
        digits::run(&text[start..]).filter(|(digits, _)| digits.len() == 4 && start > said.length)
    else {
        return said;
    };
    let number = digits.parse().ok();
    let Some(year) =
        number.and_then(|year| ordinal(year, ordinal::Place::new(Case::Genitive, Gender::Masculine)))
    else {
        return said;
    };
    if text[start + length..].starts_with(|c: char| c.is_alphanumeric()) {
        return said;
    }
    let said = said.then(start + length, &year);
    match year_word(&text[said.length..]) {
        0 => said,
        more => {
            let length = said.length + more;
            said.then(length, "года")
        }
    }
}

/// The length of ` года` or ` г.` with which the text begins, 0 if it does not.
fn year_word(text: &str) -> usize {
    let start = space(text);
    match word_at(&text[start..]) {
        "г" => crate::language::abbreviation::with_stop(text, start + "г".len()),
        "года" => start + "года".len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("ru")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn the_day_stands_in_the_case_of_its_sentence() {
        assert_eq!(said("Ждём к 3 апреля."), "Ждём к третьему апреля.");
        assert_eq!(said("Отпуск с 2 по 14 июня"), "Отпуск с второго по четырнадцатое июня");
        assert_eq!(said("Вчера было жарко, 5 мая тоже"), "Вчера было жарко, пятого мая тоже");
        assert_eq!(said("Вчера 5 мая"), "Вчера пятое мая");
    }

    #[test]
    fn dates_in_figures() {
        assert_eq!(
            said("Сдать до 01.12.2023."),
            "Сдать до первого декабря две тысячи двадцать третьего года."
        );
        assert_eq!(said("от 2019-03-05"), "от пятого марта две тысячи девятнадцатого года");
        assert_eq!(
            said("умер 7 окт. 1952 г."),
            "умер седьмого октября тысяча девятьсот пятьдесят второго года."
        );
    }
}
