//! Fractions: the denominator first.

use crate::customs::Customs;
use crate::parse::{digits, fraction as parse};
use crate::place::Place;
use crate::rule::Said;

use super::dates::month_and_day;
use super::numbers::{chinese, particle};

/// From this denominator on, a fraction that could be a date is one.
const UNLIKELY: u64 = 11;

pub(super) fn fraction(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let Some(fraction) = parse::fraction(place.rest()) else { return day(place, customs) };
    let is_day = fraction.whole.is_none()
        && fraction.numerator <= 12
        && (UNLIKELY..=31).contains(&fraction.denominator);
    if is_day {
        let words = month_and_day(fraction.numerator as u32, fraction.denominator as u32, customs);
        return Some(Said::new(fraction.length, words));
    }
    let whole = fraction.whole.map(|whole| chinese(whole, customs));
    let whole = whole.map(|whole| format!("{whole}{} ", particle(&whole, ["과", "와"]))).unwrap_or_default();
    let of = chinese(fraction.denominator, customs);
    Some(Said::new(fraction.length, format!("{whole}{of}분의 {}", chinese(fraction.numerator, customs))))
}

/// `5/1`, which is no fraction less than one, but may be a day.
fn day(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let (month, length) = digits::small(text, 1..=12)?;
    let (day, more) = digits::small(text[length..].strip_prefix('/')?, 1..=31)?;
    let length = length + 1 + more;
    let ends = place.may_end(length) && !text[length..].starts_with(['/', '.', ':', '-', '%']);
    ends.then(|| Said::new(length, month_and_day(month, day, customs)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ko::CUSTOMS;

    #[test]
    fn the_denominator_comes_first() {
        let read = |text| fraction(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2/3").as_deref(), Some("삼분의 이"));
        assert_eq!(read("3½컵").as_deref(), Some("삼과 이분의 일"));
        assert_eq!(read("2 1/3").as_deref(), Some("이와 삼분의 일"));
        assert_eq!(read("5/1").as_deref(), Some("오월 일 일"));
        assert_eq!(read("4/23").as_deref(), Some("사월 이십삼 일"));
    }
}
