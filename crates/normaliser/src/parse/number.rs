//! Numbers: signs, thousands, fractions.

use crate::customs::Customs;
use crate::parse::digits;
use crate::place::Place;

/// A number as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// A minus before it.
    pub(crate) negative: bool,
    /// The digits before the fraction, European and without what groups them.
    pub(crate) whole: String,
    /// The digits behind the decimal mark, likewise.
    pub(crate) fraction: Option<String>,
    /// Whether its thousands were grouped.
    pub(crate) grouped: bool,
    /// In bytes.
    pub(crate) length: usize,
}

/// More digits than this are read one by one.
const MOST_DIGITS: usize = 15;

impl Number {
    /// Its whole part, if that can be spelled as one number.
    pub(crate) fn value(&self) -> Option<u64> {
        (self.whole.len() <= MOST_DIGITS).then(|| self.whole.parse().ok()).flatten()
    }

    /// Its value, if it has neither sign nor fraction.
    pub(crate) fn count(&self) -> Option<u64> {
        self.value().filter(|_| !self.negative && self.fraction.is_none())
    }

    /// Whether it begins with a zero that counts for nothing: `007`.
    pub(crate) fn has_leading_zero(&self) -> bool {
        self.whole.len() > 1 && self.whole.starts_with('0')
    }
}

/// The number with which `text` begins, a minus included: `-1,234.5`, `.5`, `1 000`.
pub(crate) fn signed(text: &str, customs: &Customs) -> Option<Number> {
    let sign = text.chars().next().filter(|c| matches!(c, '-' | '−' | '–')).map_or(0, char::len_utf8);
    let mut number = unsigned(&text[sign..], customs)?;
    number.negative = sign > 0;
    number.length += sign;
    Some(number)
}

/// The number at a place, where a minus is no hyphen and a decimal mark before all digits no full stop.
pub(crate) fn at(place: Place<'_>, customs: &Customs) -> Option<Number> {
    let number = signed(place.rest(), customs)?;
    let is_digit = |c| digits::value(c).is_some();
    let previous = place.previous();
    let minus = !number.negative
        || (place.begins_word() && !previous.is_some_and(|c| is_digit(c) || matches!(c, '%' | '％' | '٪')));
    let bare = place.rest().strip_prefix(['-', '−', '–']).unwrap_or(place.rest());
    let whole =
        bare.starts_with(is_digit) || previous.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '（'));
    (minus && whole).then_some(number)
}

/// The number with which `text` begins, which is no sign.
pub(crate) fn unsigned(text: &str, customs: &Customs) -> Option<Number> {
    let Some((mut whole, mut length)) = digits::run(text) else {
        let (fraction, length) = fraction(text, customs)?;
        return Some(Number {
            negative: false,
            whole: "0".into(),
            fraction: Some(fraction),
            grouped: false,
            length,
        });
    };
    let ungrouped = length;
    if whole.len() <= 3 && whole != "0" {
        length += groups(&text[length..], customs, &mut whole);
    }
    let grouped = length > ungrouped;
    let fraction = fraction(&text[length..], customs).map(|(digits, more)| {
        length += more;
        digits
    });
    Some(Number { negative: false, whole, fraction, grouped, length })
}

/// A decimal mark and the digits behind it, with the length of both; `None` if more such marks follow (`1.2.3`).
fn fraction(text: &str, customs: &Customs) -> Option<(String, usize)> {
    let mark = text.chars().next().filter(|c| customs.decimal.contains(c))?;
    let (digits, length) = digits::run(&text[mark.len_utf8()..])?;
    let length = mark.len_utf8() + length;
    let goes_on = text[length..].strip_prefix(mark).is_some_and(|rest| digits::run(rest).is_some());
    (!goes_on).then_some((digits, length))
}

/// Adds the groups of three digits (in India of two, but for the last) to `whole`; their length, 0 if there are none.
fn groups(text: &str, customs: &Customs, whole: &mut String) -> usize {
    let Some(mark) = group_mark(text, customs) else { return 0 };
    let may_be_pairs = mark == ',' && whole.len() <= 2;
    let (mut found, mut length) = (String::new(), 0);
    let (mut first, mut last) = (0, 0);
    while let Some((group, more)) = text[length..].strip_prefix(mark).and_then(digits::run) {
        if !matches!(group.len(), 2 | 3) || (last > 0 && last != first) {
            return 0;
        }
        last = group.len();
        first = if length == 0 { last } else { first };
        length += mark.len_utf8() + more;
        found.push_str(&group);
    }
    if last != 3 || !(first == 3 || may_be_pairs) {
        return 0;
    }
    whole.push_str(&found);
    length
}

/// The mark that may group thousands at the beginning of `text`. A full-width comma does so between full-width figures
/// only (`１，０００`): elsewhere it is the comma of a clause.
fn group_mark(text: &str, customs: &Customs) -> Option<char> {
    let mark = text.chars().next().filter(|c| customs.group.contains(c))?;
    let fits = mark != '，' || text[mark.len_utf8()..].starts_with(|c| matches!(c, '０'..='９'));
    fits.then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::{COMMA_GROUPS, DOT_GROUPS};

    /// Sign and digits, and what is left.
    fn read<'a>(text: &'a str, customs: &Customs) -> Option<(String, &'a str)> {
        let number = signed(text, customs)?;
        let sign = if number.negative { "-" } else { "" };
        let fraction = number.fraction.map(|digits| format!(".{digits}")).unwrap_or_default();
        Some((format!("{sign}{}{fraction}", number.whole), &text[number.length..]))
    }

    #[test]
    fn thousands_and_fractions_follow_the_customs() {
        let found = |text, customs| read(text, customs).map(|(number, _)| number);
        assert_eq!(found("1,234.50", &COMMA_GROUPS).as_deref(), Some("1234.50"));
        assert_eq!(found("1.234,50", &DOT_GROUPS).as_deref(), Some("1234.50"));
        assert_eq!(found("−12\u{A0}345", &DOT_GROUPS).as_deref(), Some("-12345"));
        assert_eq!(found("1,23,456", &COMMA_GROUPS).as_deref(), Some("123456"));
        assert_eq!(found(".5", &COMMA_GROUPS).as_deref(), Some("0.5"));
    }

    #[test]
    fn a_full_width_comma_groups_full_width_figures_only() {
        let wide = Customs { group: &[',', '，'], ..COMMA_GROUPS };
        assert_eq!(read("300，300元", &wide), Some(("300".into(), "，300元")));
        assert_eq!(read("１，０００円", &wide), Some(("1000".into(), "円")));
        assert_eq!(read("３００，３００", &COMMA_GROUPS), Some(("300".into(), "，３００")));
    }

    #[test]
    fn what_stands_before_tells_a_sign_from_a_mark() {
        let found =
            |text: &str, start| at(Place::new(text, start, 99), &COMMA_GROUPS).map(|number| number.length);
        assert_eq!(
            (found("-5", 0), found("是-5", 3), found("x-5", 1), found("5-5", 1)),
            (Some(2), Some(2), None, None)
        );
        assert_eq!((found(" .5", 1), found("ver.5", 3), found("号.5", 3)), (Some(2), None, None));
    }

    #[test]
    fn what_is_no_group_is_left() {
        for mixed in ["1,23,45 x", "1,234,56,789", "1,2345,678", "123,45,678"] {
            let whole = mixed.find(',').unwrap();
            assert_eq!(read(mixed, &COMMA_GROUPS), Some((mixed[..whole].into(), &mixed[whole..])));
        }
        assert_eq!(read("1,23 x", &COMMA_GROUPS), Some(("1".into(), ",23 x")));
        assert_eq!(read("3.14.15", &COMMA_GROUPS), Some(("3".into(), ".14.15")));
        assert_eq!(read("5.", &COMMA_GROUPS), Some(("5".into(), ".")));
        assert_eq!(read("0,125", &DOT_GROUPS), Some(("0.125".into(), "")));
        assert_eq!(read("x", &COMMA_GROUPS), None);
    }
}
