//! Fractions: the denominator first.

use crate::customs::Customs;
use crate::parse::fraction as parse;
use crate::place::Place;
use crate::rule::Said;

use super::dates::month_and_day;
use super::numbers::chinese;

/// From this denominator on, a fraction that could be a date is one.
const UNLIKELY: u64 = 11;

pub(super) fn fraction(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let fraction = parse::fraction(place.rest())?;
    let is_day = fraction.whole.is_none()
        && fraction.numerator <= 12
        && (UNLIKELY..=31).contains(&fraction.denominator);
    if is_day {
        let words = month_and_day(fraction.numerator as u32, fraction.denominator as u32, customs);
        return Some(Said::new(fraction.length, words));
    }
    let whole = fraction.whole.map(|whole| format!("{}와 ", chinese(whole, customs))).unwrap_or_default();
    let of = chinese(fraction.denominator, customs);
    Some(Said::new(fraction.length, format!("{whole}{of}분의 {}", chinese(fraction.numerator, customs))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ko::CUSTOMS;

    #[test]
    fn the_denominator_comes_first() {
        let read = |text| fraction(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2/3").as_deref(), Some("삼분의 이"));
        assert_eq!(read("4/23").as_deref(), Some("사월 이십삼 일"));
    }
}
