//! Dates in figures, and months: the sixth and tenth lose a consonant.

use crate::customs::Customs;
use crate::parse::{date as parse, digits};
use crate::place::Place;
use crate::rule::Said;

use super::numbers::chinese;

pub(super) fn date(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let (year, month, day, length) = match parse::year_first(text) {
        Some(date) => (date.year?.number, date.month, date.day?, date.length),
        None => spaced(text)?,
    };
    let words = format!("{} 년 {}", chinese(year.into(), customs), month_and_day(month, day, customs));
    // The last full stop belongs to the date if the text goes on behind it, the first 일 to the day.
    let behind = &text[length..];
    let stop = behind.strip_prefix('.').filter(|rest| rest.starts_with(char::is_alphabetic));
    let more = stop.map_or(0, |_| 1) + behind.strip_prefix('일').map_or(0, |_| '일'.len_utf8());
    Some(Said::new(length + more, words))
}

/// `2026. 3. 15`, with the year, month, day and length.
fn spaced(text: &str) -> Option<(u32, u32, u32, usize)> {
    let (year, mut length) = parse::year(text).filter(|(year, _)| year.digits == 4)?;
    let mut next = |range| {
        let rest = text[length..].strip_prefix(". ")?;
        let (number, more) = digits::small(rest, range)?;
        length += 2 + more;
        Some(number)
    };
    let month = next(1..=12)?;
    let day = next(1..=31)?;
    Some((year.number, month, day, length))
}

pub(super) fn month_and_day(month: u32, day: u32, customs: &Customs) -> String {
    format!("{} {} 일", month_name(month, customs), chinese(day.into(), customs))
}

fn month_name(month: u32, customs: &Customs) -> String {
    match month {
        6 => "유월".into(),
        10 => "시월".into(),
        month => format!("{}월", chinese(month.into(), customs)),
    }
}

/// `6월`, also the first of two: `6~7월`.
pub(super) fn month(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let (month, length) = digits::small(text, 1..=12)?;
    let behind = text[length..].strip_prefix(' ').unwrap_or(&text[length..]).strip_prefix('월')?;
    Some(Said::new(text.len() - behind.len(), month_name(month, customs)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ko::CUSTOMS;

    #[test]
    fn dates_come_with_several_marks() {
        let read = |text| date(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2021-10-02").as_deref(), Some("이천이십일 년 시월 이 일"));
        assert_eq!(read("2021. 6. 30.까지").as_deref(), Some("이천이십일 년 유월 삼십 일"));
        assert_eq!(read("2021. 그리고"), None);
    }

    #[test]
    fn two_months_lose_a_consonant() {
        let read = |text| month(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(
            (read("6월"), read("10월"), read("12월")),
            (Some("유월".into()), Some("시월".into()), Some("십이월".into()))
        );
        assert_eq!(read("6개월"), None);
    }
}
