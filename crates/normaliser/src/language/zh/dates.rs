//! Dates and years: years figure by figure, spans of years as numbers.

use crate::customs::Customs;
use crate::parse::{date as parse, digits, range};
use crate::place::Place;
use crate::rule::Said;
use speech::DateOrder;

use super::numbers::{Two, cardinal, figures};

pub(super) fn date(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let date = parse::year_first(text).or_else(|| {
        parse::with_year(text, &['/'], DateOrder::MonthFirst).filter(|date| has_full_year(*date))
    })?;
    let year = date.year.map(|year| year.number)?;
    let words = format!("{}年{}", figures(&year.to_string()), month_and_day(date.month, date.day?));
    let length = date.length
        + text[date.length..]
            .strip_prefix(['日', '号', '號'])
            .map_or(0, |rest| text.len() - date.length - rest.len());
    Some(Said::new(length, words))
}

fn has_full_year(date: parse::Date) -> bool {
    date.year.is_some_and(|year| year.digits == 4)
}

/// 三月五日.
pub(super) fn month_and_day(month: u32, day: u32) -> String {
    let word = |number: u32| cardinal(number.into(), Two::Numbers);
    format!("{}月{}日", word(month), word(day))
}

/// Years, with a word that says so behind them or behind the second of two.
pub(super) fn year(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (year, length) = digits::run(text).filter(|(year, _)| is_year(year))?;
    let is_year = of_year(&text[length..], &year)
        || second_year(&text[length..])
        || (place.previous().is_some_and(|c| matches!(c, '于' | '於' | '自'))
            && !text[length..].starts_with(text::is_ideograph));
    is_year.then(|| Said::new(length, figures(&year)))
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.parse().is_ok_and(|year: u32| (1000..2200).contains(&year))
}

/// Whether `text` goes on as behind a year, and not as behind a span of so many years.
fn of_year(text: &str, year: &str) -> bool {
    let text = text.strip_prefix(' ').unwrap_or(text);
    if ["款", "届", "级新生", "财年", "財年", "学年"].iter().any(|word| text.starts_with(word)) {
        return true;
    }
    let Some(behind) = text.strip_prefix('年') else { return false };
    let span = ["历史", "歷史", "的历史", "的歷史", "前的", "以前", "之前", "之久", "来的", "的时间", "间"];
    let long_ago = behind.starts_with('前') && !behind.starts_with("前后");
    !(year.ends_with("00") && (long_ago || span.iter().any(|word| behind.starts_with(word))))
}

/// Whether a range goes on to another year.
fn second_year(text: &str) -> bool {
    let mark = text.chars().next().filter(|c| range::is_mark(*c) || matches!(c, '到' | '至'));
    let Some((year, length)) = mark.and_then(|mark| digits::run(&text[mark.len_utf8()..])) else {
        return false;
    };
    let end = mark.map_or(0, char::len_utf8) + length;
    is_year(&year) && text[end..].strip_prefix(['学', '财']).unwrap_or(&text[end..]).starts_with('年')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::zh::CUSTOMS;

    fn read(rule: fn(Place<'_>, &Customs) -> Option<Said>, text: &str) -> Option<String> {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        rule(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn dates_come_in_several_orders() {
        assert_eq!(read(date, "2021/12/02").as_deref(), Some("二零二一年十二月二日"));
        assert_eq!(read(date, "2021-12-02日").as_deref(), Some("二零二一年十二月二日"));
        assert_eq!(read(date, "3/15/2021").as_deref(), Some("二零二一年三月十五日"));
        assert_eq!(read(date, "3/15"), None);
    }

    #[test]
    fn a_span_of_years_is_no_year() {
        assert_eq!(read(year, "在2012年").as_deref(), Some("二零一二"));
        assert_eq!(read(year, "2012-2013年").as_deref(), Some("二零一二"));
        assert_eq!(read(year, "生于1987。").as_deref(), Some("一九八七"));
        for span in ["3000年", "1500年历史", "1500年前", "1987人"] {
            assert_eq!(read(year, span), None, "{span}");
        }
    }
}
