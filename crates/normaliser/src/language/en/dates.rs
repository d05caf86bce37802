//! Dates: `March 5, 2024`, `Sat 1 June`, `3/4/2021`, `2024-07-09`, `Dec. '08`, `June 3–9`.

use crate::customs::Customs;
use crate::language::en::calendar::{self, MONTHS};
use crate::language::en::context::{follows_any, is_noun, is_plural, with_stop};
use crate::language::en::numbers::ordinal_at;
use crate::language::en::words::{self, is_british};
use crate::language::en::years;
use crate::parse::date::{self, Date};
use crate::parse::digits;
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};
use speech::DateOrder;

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "date", starts: Starts::Digit, read: in_figures },
    Rule { name: "date", starts: Starts::Digit, read: without_year },
    Rule { name: "date", starts: Starts::Digit, read: day_first },
    Rule { name: "date", starts: Starts::Letter, read: month_first },
];

/// Words before a day and month in figures.
const BEFORE: &[&str] = &[
    "on", "ends", "end", "by", "until", "till", "since", "from", "due", "before", "after", "starting",
    "through", "dated", "is", "was", "to", "between", "and",
];

/// Words of what has a date.
const DATED: &[&str] = &["deadline", "meeting", "appointment", "birthday", "scheduled", "postponed"];

/// A date in figures with its year.
fn in_figures(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let date = date::year_first(rest).or_else(|| date::with_year(rest, &['/', '-', '.'], customs.dates))?;
    let free = place.begins_free(&['-', '/', '.']);
    let dotted = rest[..date.length].contains('.') && date.year.is_some_and(|year| year.digits == 2);
    (free && !dotted && place.may_end(date.length)).then(|| Said::new(date.length, said(&date, customs)))
}

/// A date in words, in the order of the region.
pub(super) fn said(date: &Date, customs: &Customs) -> String {
    let month = MONTHS[date.month as usize - 1];
    let day = date.day.map(|day| day_and_month(u64::from(day), month, customs));
    let year = date.year.map(|year| full_year(year.number, year.digits));
    let day = day.unwrap_or_else(|| month.to_owned());
    year.map_or(day.clone(), |year| format!("{day} {}", words::year(year, customs)))
}

/// `march fifth`, `the fifth of march`.
fn day_and_month(day: u64, month: &str, customs: &Customs) -> String {
    let day = words::ordinal(day, customs);
    if is_british(customs) { format!("the {day} of {month}") } else { format!("{month} {day}") }
}

/// All digits of a year of which perhaps only two were written: the last that may be meant.
fn full_year(number: u32, digits: usize) -> u64 {
    const FIRST_OF_LAST_CENTURY: u32 = 36;
    let number = match digits {
        2 if number >= FIRST_OF_LAST_CENTURY => 1900 + number,
        2 => 2000 + number,
        _ => number,
    };
    u64::from(number)
}

/// `5/31`, where the words around tell that it is a date.
fn without_year(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (first, length) = digits::small(rest, 1..=31)?;
    let (second, more) = digits::small(rest[length..].strip_prefix('/')?, 1..=31)?;
    let length = length + 1 + more;
    let (day, month) = date::day_and_month(first, second, customs.dates)?;
    let next = place.next_word(length);
    let told =
        BEFORE.contains(&place.previous_word().to_lowercase().as_str()) && next != "of" && !is_noun(next);
    let weekday = calendar::weekday(place.previous_word()).is_some();
    let ends = !rest[length..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
    let date = Date { year: None, month, day: Some(day), length };
    let likely = weekday
        || matches!(
            place.previous_word().to_lowercase().as_str(),
            "on" | "ends" | "by" | "until" | "due" | "since"
        )
        || day > 12
        || is_near_month(&rest[length..])
        || follows_any(place, DATED);
    ((told || weekday) && likely && ends && place.begins_word())
        .then(|| Said::new(length, said(&date, customs)))
}

/// Whether a month is named soon behind, in the same clause: `from 9/5 to September 19`.
fn is_near_month(behind: &str) -> bool {
    const MOST: usize = 4;
    let clause = behind.split([',', ';', '?', '!']).next().unwrap_or_default();
    clause.split_whitespace().take(MOST).any(|word| word.len() > 2 && is_month(word))
}

fn is_month(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    calendar::month(bare).is_some_and(|(_, length)| length == bare.len())
}

/// `5 November 1955`, `12th of Aug.`, `23–27 October`.
fn day_first(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (day, mut length) = day(rest).filter(|_| place.begins_word())?;
    let last = until(&rest[length..]).filter(|(last, _)| *last > day);
    length += last.map_or(0, |(_, more)| more);
    let gap = [" of ", " "].into_iter().find(|gap| rest[length..].starts_with(gap))?;
    let (month, more) = month(place, length + gap.len())?;
    let free = !place.previous().is_some_and(|c| matches!(c, '.' | ',' | ':' | '-' | '/' | '$'));
    let the = if place.previous_word().eq_ignore_ascii_case("the") { "" } else { "the " };
    let end = last.map(|(last, _)| format!(" to the {}", words::ordinal(last, customs))).unwrap_or_default();
    let days = format!("{the}{}{end} of", words::ordinal(day, customs));
    let start = length + gap.len();
    let said = Said::new(length, days).then(start + more, month);
    free.then(|| with_year(place, said, customs))
}

/// `March 5, 2024`, `Jan. 2`, `July 4th, 1776`, `June 3–9`, `Oct. 2019`, `Dec. '08`.
fn month_first(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (month, length) = month(place, 0).filter(|_| place.begins_word())?;
    let behind = rest[length..].strip_prefix([' ', '\u{A0}'])?;
    let start = rest.len() - behind.len();
    let Some((first, more)) =
        day(behind).filter(|(_, more)| is_day(behind, *more) && !is_count(place, behind, *more))
    else {
        let said = with_year(place, Said::new(length, month), customs);
        return (said.length > length).then_some(said);
    };
    let the = if is_british(customs) { "the " } else { "" };
    let said =
        Said::new(length, month).then(start + more, &format!("{the}{}", words::ordinal(first, customs)));
    let said = match until(&rest[start + more..]).filter(|(last, _)| *last > first) {
        Some((last, further)) => {
            said.then(start + more + further, &format!("to {the}{}", words::ordinal(last, customs)))
        }
        None => said,
    };
    Some(with_year(place, said, customs))
}

/// Whether the number behind a month counts what follows: `In April 12 students left`, where no day stands behind `in`.
fn is_count(place: Place<'_>, behind: &str, length: usize) -> bool {
    let within = matches!(
        place.previous_word().to_lowercase().as_str(),
        "in" | "during" | "last" | "this" | "next" | "every" | "each" | "late" | "early"
    );
    let digits = behind[..length].ends_with(|c: char| c.is_ascii_digit());
    within && digits && behind[length..].starts_with(' ') && is_plural(first_word(&behind[length..]))
}

/// Whether what follows a day and `more` bytes does not show that it was none: `May 5 percent`, `March 10:30`, `May 1.5`.
fn is_day(text: &str, more: usize) -> bool {
    let behind = &text[more..];
    let decimal = behind
        .strip_prefix(['.', ':', ',', '/'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    !decimal && !behind.starts_with(['%', '°', '$']) && !behind.trim_start().starts_with("percent")
}

/// The day with which `text` begins, with or without its ending.
fn day(text: &str) -> Option<(u64, usize)> {
    let (day, length) = digits::small(text, 1..=31)?;
    let suffix = ["st", "nd", "rd", "th"].into_iter().find(|suffix| text[length..].starts_with(suffix));
    let length = length + suffix.map_or(0, str::len);
    let ends = !text[length..].starts_with(char::is_alphanumeric);
    ends.then_some((u64::from(day), length))
}

/// `–9`: the last day of some, and the length with the dash.
fn until(text: &str) -> Option<(u64, usize)> {
    let rest = text.strip_prefix(['-', '–', '—'])?;
    let dash = text.len() - rest.len();
    day(rest).map(|(day, length)| (day, dash + length))
}

/// The month `at` bytes behind the place, and its length, with its full stop.
fn month(place: Place<'_>, at: usize) -> Option<(&'static str, usize)> {
    let (month, length) = calendar::month(place.rest().get(at..)?)?;
    let end = with_stop(place, at + length);
    Some((month, end - at))
}

/// The same with the year that follows, if one does.
fn with_year(place: Place<'_>, said: Said, customs: &Customs) -> Said {
    let behind = &place.rest()[said.length..];
    let bare = behind.strip_prefix(", ").or_else(|| behind.strip_prefix(' ')).unwrap_or(behind);
    let start = said.length + behind.len() - bare.len();
    let short = bare.strip_prefix(['\'', '’']).and_then(digits::run).filter(|(run, _)| run.len() == 2);
    if let Some((run, length)) = short {
        let mark = bare.chars().next().map_or(0, char::len_utf8);
        return said.then(start + mark + length, &years::two_digits(&run, customs));
    }
    match date::year(bare).filter(|(year, length)| year.digits == 4 && is_year(bare, *length, year.number)) {
        Some((year, length)) if bare.len() < behind.len() => {
            said.then(start + length, &words::year(u64::from(year.number), customs))
        }
        _ => said,
    }
}

fn is_year(text: &str, length: usize, number: u32) -> bool {
    let goes_on =
        text[length..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '°' | '-' | ':'));
    let grouped = text[length..]
        .strip_prefix([',', '.'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (1000..2200).contains(&number) && !goes_on && !grouped
}

/// Reads `text` as a date of this order, as somebody asked.
pub(super) fn as_asked(text: &str, order: DateOrder, customs: &Customs) -> Option<String> {
    let date = date::year_first(text).or_else(|| date::with_year(text, &['/', '-', '.', ' '], order))?;
    (date.length == text.len()).then(|| said(&date, customs))
}

/// The ordinal `text` is, as somebody asked.
pub(super) fn ordinal_as_asked(text: &str, customs: &Customs) -> Option<String> {
    let whole = |length: usize| length == text.len();
    if let Some((length, words)) = ordinal_at(text, customs) {
        return whole(length).then_some(words);
    }
    let number: u64 = text.replace(',', "").parse().ok()?;
    Some(words::ordinal(number, customs))
}

/// Whether a clause is about a day, so that a weekday without a full stop is one.
pub(super) fn is_about_days(place: Place<'_>) -> bool {
    follows_any(
        place,
        &["on", "every", "open", "closed", "until", "till", "by", "next", "last", "this", "each"],
    )
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn the_month_stands_first_in_america() {
        assert_eq!(american("On March 5, 2024, it rained."), "On march fifth twenty twenty-four, it rained.");
        assert_eq!(
            american("due 8/30; on 2023-01-02"),
            "due august thirtieth; on january second twenty twenty-three"
        );
        assert_eq!(
            american("moved from 6/4 to July 2; 6/4 of it"),
            "moved from june fourth to july second; six quarters of it"
        );
        assert_eq!(american("May 1–4 or Nov. 2018"), "may first to fourth or november twenty eighteen");
    }

    #[test]
    fn the_day_stands_first_in_britain() {
        assert_eq!(british("on 5/3/2024"), "on the fifth of march twenty twenty-four");
        assert_eq!(
            british("from 3–7 May until the 9th of June"),
            "from the third to the seventh of may until the ninth of june"
        );
        assert_eq!(british("October 3"), "october the third");
    }

    #[test]
    fn a_number_behind_a_month_may_count() {
        assert_eq!(american("In June 9 pupils moved."), "In June nine pupils moved.");
        assert_eq!(american("On June 9 pupils moved."), "On june ninth pupils moved.");
    }

    #[test]
    fn not_every_number_is_a_day() {
        assert_eq!(american("In May 5.5 inches fell."), "In May five point five inches fell.");
        assert_eq!(american("It may 1"), "It may one");
    }
}
