//! Dates and times in figures: `15.06.2026`, `2026-06-15`, `7.45'te`, `20:30`.

use crate::customs::Customs;
use crate::language::tr::numbers::{ended, pair};
use crate::language::tr::words::cardinal;
use crate::parse::{date, time};
use crate::place::{Place, last_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const DATES: &[Rule] = &[Rule { name: "date", starts: Starts::Digit, read: numeric }];
pub(super) const TIMES: &[Rule] = &[Rule { name: "time", starts: Starts::Digit, read: time_of_day }];

const MONTHS: [&str; 12] = [
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım",
    "Aralık",
];

fn numeric(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let date = date::year_first(text)
        .or_else(|| date::with_year(text, &['.', '/', '-'], customs.dates))
        .filter(|_| place.begins_word())?;
    let (day, year) = (date.day?, date.year?);
    let month = MONTHS.get(usize::try_from(date.month).ok()?.checked_sub(1)?)?;
    let mut number = u64::from(year.number);
    if year.digits == 2 {
        number += if number < 50 { 2000 } else { 1900 };
    }
    let words = format!("{} {month} {}", cardinal(u64::from(day))?, cardinal(number)?);
    Some(ended(text, date.length, &words))
}

/// A time with a colon, or with a full stop where it is likely one.
fn time_of_day(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    if !place.begins_word() || place.before().ends_with([':', '.', ',']) {
        return None;
    }
    let time = time::with_minutes(text, &[':']).or_else(|| with_stop(place))?;
    place.may_end(time.length).then_some(())?;
    let mut words = cardinal(u64::from(time.hour))?;
    let minute = time.minute?;
    if minute > 0 || time.second.is_some() {
        words = format!("{words} {}", pair(&format!("{minute:02}"))?);
    }
    if let Some(second) = time.second {
        words = format!("{words} {}", pair(&format!("{second:02}"))?);
    }
    Some(ended(text, time.length, &words))
}

fn with_stop(place: Place<'_>) -> Option<time::Time> {
    let text = place.rest();
    let time = time::with_minutes(text, &['.']).filter(|time| time.second.is_none())?;
    let word = last_word(place.before().trim_end_matches([':', ' '])).to_lowercase();
    let said = word.starts_with("saat");
    let behind = &text[time.length..];
    let ended = behind.starts_with(['\'', '’']);
    let of_day =
        behind.trim_start().starts_with(['-', '–']) || place.before().trim_end().ends_with(['-', '–']);
    let round = text.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
        && time.minute.is_some_and(|minute| minute % 5 == 0);
    let goes_on = behind.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let version = word.starts_with("sürüm") || word.starts_with("madde") || word.starts_with("bölüm");
    ((said || ended || of_day || round) && !goes_on && !version).then_some(time)
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("tr")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn dates() {
        assert_eq!(said("30.08.1922'de"), "otuz Ağustos bin dokuz yüz yirmi ikide");
        assert_eq!(said("2021-01-05"), "beş Ocak iki bin yirmi bir");
    }

    #[test]
    fn times() {
        assert_eq!(said("saat 9.05'te"), "saat dokuz sıfır beşte");
        assert_eq!(said("19:30'da buluşalım"), "on dokuz otuzda buluşalım");
        assert_eq!(said("08.00-17.30"), "sekiz-on yedi otuz");
    }
}
