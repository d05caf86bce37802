//! Fractions: the denominator first.

use crate::customs::Customs;
use crate::parse::fraction as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::cardinal;

pub(super) fn fraction(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let fraction = parse::fraction(place.rest())?;
    let whole = fraction.whole.map(|whole| format!("{}と", cardinal(whole, customs))).unwrap_or_default();
    let of = cardinal(fraction.denominator, customs);
    Some(Said::new(fraction.length, format!("{whole}{of}分の{}", cardinal(fraction.numerator, customs))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ja::CUSTOMS;

    #[test]
    fn the_denominator_comes_first() {
        let read = |text| fraction(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2/3").as_deref(), Some("三分の二"));
        assert_eq!(read("1½").as_deref(), Some("一と二分の一"));
    }
}
