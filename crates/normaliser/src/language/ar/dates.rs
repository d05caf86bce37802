//! Days, months and years: the day is an ordinal.

use crate::customs::Customs;
use crate::parse::{date as parse, digits, range};
use crate::place::{Place, last_word};
use crate::rule::Said;

use super::grammar::{Agreement, Gender, bare_before, word_before};
use super::numbers::cardinal;
use super::ordinals::ordinal;

const MONTHS: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

/// Months as they are called elsewhere, and those of the lunar year.
const MONTHS_TOO: &[&str] = &[
    "ابريل",
    "إبريل",
    "اغسطس",
    "اكتوبر",
    "كانون الثاني",
    "كانون الأول",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "جانفي",
    "فيفري",
    "أفريل",
    "ماي",
    "جوان",
    "جويلية",
    "أوت",
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "ربيع الثاني",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذي القعدة",
    "ذو القعدة",
    "ذي الحجة",
    "ذو الحجة",
];

/// In figures alone.
pub(super) fn date(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let date = parse::year_first(text).or_else(|| parse::with_year(text, &['/', '-', '.'], customs.dates))?;
    let day = ordinal(date.day?.into(), Gender::Masculine);
    let month = MONTHS.get(date.month as usize - 1)?;
    let year = cardinal(date.year?.number.into(), Agreement::ALONE);
    Some(Said::new(date.length, format!("{day} من {month} {year}")))
}

/// A day before its month, or before another day with its month.
pub(super) fn day(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (day, length) = digits::small(text, 1..=31)?;
    let said = |of: &str| Said::new(length, format!("{}{of}", ordinal(day.into(), Gender::Masculine)));
    let behind = text[length..].strip_prefix([' ', '\u{A0}']);
    if behind.is_some_and(begins_with_month) {
        return Some(said(" من"));
    }
    let of_month = behind.and_then(|rest| rest.strip_prefix("من ").or_else(|| rest.strip_prefix("شهر ")));
    (of_month.is_some_and(begins_with_month) || second_day(&text[length..])).then(|| said(""))
}

/// `إلى 9 أغسطس`, `-9 أغسطس`.
fn second_day(text: &str) -> bool {
    let text = text.trim_start();
    let words = ["إلى ", "الى ", "حتى ", "و"].iter().find_map(|word| text.strip_prefix(word));
    let rest = words.or_else(|| text.strip_prefix(range::is_mark)).unwrap_or_default().trim_start();
    digits::small(rest, 1..=31)
        .and_then(|(_, length)| rest[length..].strip_prefix(' '))
        .is_some_and(|rest| begins_with_month(rest.strip_prefix("من ").unwrap_or(rest)))
}

fn begins_with_month(text: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(char::is_alphabetic);
    MONTHS.iter().chain(MONTHS_TOO).any(|month| text.strip_prefix(month).is_some_and(ends))
}

/// Behind a month or a word for years.
pub(super) fn year(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (year, length) = digits::run(place.rest()).filter(|(digits, _)| digits.len() == 4)?;
    let word = word_before(place);
    let before = bare_before(place).trim_end().trim_end_matches(['،', ',']);
    let gender = match word {
        "سنة" | "السنة" => Gender::Feminine,
        "عام" | "العام" | "لعام" | "بعام" => Gender::Masculine,
        _ if MONTHS.contains(&last_word(before))
            || MONTHS_TOO.iter().any(|month| before.ends_with(month)) =>
        {
            Gender::Masculine
        }
        _ => return None,
    };
    let year = year.parse().ok()?;
    let following = &place.rest()[length..];
    let goes_on =
        following.starts_with(['.', ',', '/']) && following[1..].starts_with(|c| digits::value(c).is_some());
    (!goes_on).then(|| Said::new(length, cardinal(year, Agreement { gender, ..Agreement::ALONE })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    fn read(rule: fn(Place<'_>, &Customs) -> Option<Said>, text: &str) -> Option<String> {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        rule(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn the_day_is_an_ordinal() {
        assert_eq!(read(day, "يوم 21 أيلول").as_deref(), Some("الحادي والعشرين من"));
        assert_eq!(read(day, "يوم 21 من مايو").as_deref(), Some("الحادي والعشرين"));
        assert_eq!(read(day, "من 3 حتى 5 رجب").as_deref(), Some("الثالث"));
        assert_eq!((read(day, "5 كتب"), read(day, "5 مايوهات")), (None, None));
        assert_eq!(read(date, "5/8/2021").as_deref(), Some("الخامس من أغسطس ألفين وواحد وعشرين"));
    }

    #[test]
    fn years_stand_behind_words_that_say_so() {
        assert_eq!(read(year, "عام 1973").as_deref(), Some("ألف وتسعمئة وثلاثة وسبعين"));
        assert_eq!(read(year, "سنة 1973").as_deref(), Some("ألف وتسعمئة وثلاث وسبعين"));
        assert_eq!(read(year, "مايو 1973").as_deref(), Some("ألف وتسعمئة وثلاثة وسبعين"));
        assert_eq!(read(year, "رأيت 1973"), None);
    }
}
