//! Dates in figures.

use crate::customs::Customs;
use crate::parse::date as parse;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::cardinal;

pub(super) fn date(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let (words, length) = match parse::year_first(text) {
        Some(date) => {
            let year = cardinal(date.year?.number.into(), customs);
            (format!("{year}年{}", day_of_month(date.month, date.day?, customs)), date.length)
        }
        None => year_and_month(text, customs)?,
    };
    let behind = text[length..].strip_prefix('日').map_or(0, |_| '日'.len_utf8());
    Some(Said::new(length + behind, words))
}

/// `2026/6`.
fn year_and_month(text: &str, customs: &Customs) -> Option<(String, usize)> {
    let (year, length) = digits::run(text).filter(|(digits, _)| digits.len() == 4)?;
    let year: u64 = year.parse().ok().filter(|year| (1900..2100).contains(year))?;
    let rest = text[length..].strip_prefix('/')?;
    let (month, more) = digits::small(rest, 1..=12)?;
    let ends = !rest[more..].starts_with(|c: char| c == '/' || digits::value(c).is_some());
    let words = || format!("{}年{}月", cardinal(year, customs), cardinal(month.into(), customs));
    ends.then(|| (words(), length + 1 + more))
}

fn day_of_month(month: u32, day: u32, customs: &Customs) -> String {
    format!("{}月{}日", cardinal(month.into(), customs), cardinal(day.into(), customs))
}

/// `5/3`, which may also be a fraction: that it is where it is small, unless the text goes on as behind a day.
pub(super) fn month_and_day(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let (month, length) = digits::small(text, 1..=12)?;
    let rest = text[length..].strip_prefix(['/', '／'])?;
    let (day, more) = digits::small(rest, 1..=31)?;
    let end = text.len() - rest.len() + more;
    let behind = &text[end..];
    let ends = !behind.starts_with(|c: char| c == '/' || c.is_ascii_alphanumeric()) && place.begins_word();
    let small = month < day && day <= 10;
    let is_date = ends && (!small || goes_on_as_a_day(behind));
    is_date.then(|| Said::new(end, day_of_month(month, day, customs)))
}

/// Whether the words behind speak of a day: its weekday in brackets, from it, until it, on it.
fn goes_on_as_a_day(text: &str) -> bool {
    let weekday = text
        .strip_prefix(['(', '（'])
        .is_some_and(|rest| rest.starts_with(['月', '火', '水', '木', '金', '土', '日', '祝']));
    weekday
        || ["から", "まで", "付", "締", "発売", "開催", "開始", "〜", "～", "現在", "時点"]
            .iter()
            .any(|word| text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ja::CUSTOMS;

    #[test]
    fn dates_have_their_words() {
        let read = |text| date(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2021-12-02").as_deref(), Some("二千二十一年十二月二日"));
        assert_eq!(read("2021/4。").as_deref(), Some("二千二十一年四月"));
        assert_eq!(read("2021"), None);
    }

    #[test]
    fn a_day_is_told_from_a_fraction() {
        let read = |text| month_and_day(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("11/23は").as_deref(), Some("十一月二十三日"));
        assert_eq!(read("4/8(土)").as_deref(), Some("四月八日"));
        assert_eq!((read("2/3の人"), read("24/7")), (None, None));
    }
}
