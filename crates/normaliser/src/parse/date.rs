//! Dates in figures: `2024-03-05`, `3/5/2024`, `5.3.`, `5.3.24`.

use crate::parse::digits;
use speech::DateOrder;

/// A date as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date {
    /// All its digits; two of them alone are the last of some century.
    pub(crate) year: Option<Year>,
    pub(crate) month: u32,
    pub(crate) day: Option<u32>,
    /// In bytes.
    pub(crate) length: usize,
}

/// A year, and with how many digits it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Year {
    pub(crate) number: u32,
    pub(crate) digits: usize,
}

/// `2024-03-05`, `2024/3/5`, `2024.03.05`.
pub(crate) fn year_first(text: &str) -> Option<Date> {
    let (year, mut length) = year(text).filter(|(year, _)| year.digits == 4)?;
    let mark = text[length..].chars().next().filter(|c| matches!(c, '-' | '/' | '.' | '‑'))?;
    let (month, more) = after(mark, &text[length..], 1..=12)?;
    length += more;
    let (day, more) = after(mark, &text[length..], 1..=31)?;
    length += more;
    ends(text, length).then_some(Date { year: Some(year), month, day: Some(day), length })
}

/// `5/3/2024` and the like with one of `marks`, in this order of day and month; the other order where only that is a
/// date. The year is needed.
pub(crate) fn with_year(text: &str, marks: &[char], order: DateOrder) -> Option<Date> {
    let (first, mut length) = digits::small(text, 1..=31)?;
    let mark = text[length..].chars().next().filter(|c| marks.contains(c))?;
    let (second, more) = after(mark, &text[length..], 1..=31)?;
    length += more;
    let rest = text[length..].strip_prefix(mark)?;
    let (year, more) = year(rest.strip_prefix(' ').unwrap_or(rest))?;
    length += text[length..].len() - rest.len()
        + (rest.len() - rest.strip_prefix(' ').unwrap_or(rest).len())
        + more;
    let (day, month) = day_and_month(first, second, order)?;
    ends(text, length).then_some(Date { year: Some(year), month, day: Some(day), length })
}

/// Which of two numbers is the day, and which the month.
pub(crate) fn day_and_month(first: u32, second: u32, order: DateOrder) -> Option<(u32, u32)> {
    let (day, month) = if order == DateOrder::MonthFirst { (second, first) } else { (first, second) };
    match (day, month) {
        (1..=31, 1..=12) => Some((day, month)),
        (1..=12, 13..=31) => Some((month, day)),
        _ => None,
    }
}

/// A year of two or four digits.
pub(crate) fn year(text: &str) -> Option<(Year, usize)> {
    let (digits, length) = digits::run(text)?;
    let number = digits.parse().ok().filter(|_| matches!(digits.len(), 2 | 4))?;
    Some((Year { number, digits: digits.len() }, length))
}

/// `mark` and a small number.
fn after(mark: char, text: &str, range: std::ops::RangeInclusive<u32>) -> Option<(u32, usize)> {
    let (number, length) = digits::small(text.strip_prefix(mark)?, range)?;
    Some((number, mark.len_utf8() + length))
}

/// Whether nothing goes on behind a date of this length.
fn ends(text: &str, length: usize) -> bool {
    !text[length..].starts_with(|c: char| c.is_numeric() || matches!(c, '-' | '/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(date: Option<Date>) -> Option<(u32, u32, u32, usize)> {
        date.map(|date| {
            (date.year.map_or(0, |year| year.number), date.month, date.day.unwrap_or(0), date.length)
        })
    }

    #[test]
    fn the_year_first_shows_the_order() {
        assert_eq!(shown(year_first("2024-03-05, noon")), Some((2024, 3, 5, 10)));
        assert_eq!(shown(year_first("2024-13-05")), None);
        assert_eq!(shown(year_first("2024-03-05-1")), None);
    }

    #[test]
    fn customs_tell_day_from_month_where_both_are_possible() {
        let with = |text, order| shown(with_year(text, &['/', '.'], order));
        assert_eq!(with("5/3/2024", DateOrder::MonthFirst), Some((2024, 5, 3, 8)));
        assert_eq!(with("5/3/2024", DateOrder::DayFirst), Some((2024, 3, 5, 8)));
        assert_eq!(with("25/3/24", DateOrder::MonthFirst), Some((24, 3, 25, 7)));
        assert_eq!(with("5. 3", DateOrder::DayFirst), None);
        assert_eq!(with("5.3. 2024", DateOrder::DayFirst), Some((2024, 3, 5, 9)));
        assert_eq!(with("31/31/2024", DateOrder::DayFirst), None);
    }
}
