//! Fractions.

use crate::customs::Customs;
use crate::parse::fraction as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::cardinal;

pub(super) fn fraction(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let fraction = parse::fraction(place.rest()).filter(|_| place.begins_word())?;
    let whole = fraction.whole.map(|whole| format!("{} सही ", cardinal(whole, customs))).unwrap_or_default();
    let (numerator, denominator) =
        (cardinal(fraction.numerator, customs), cardinal(fraction.denominator, customs));
    Some(Said::new(fraction.length, format!("{whole}{numerator} बटा {denominator}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    #[test]
    fn fractions_are_divided() {
        let read = |text| fraction(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2/3").as_deref(), Some("दो बटा तीन"));
        assert_eq!(read("1½").as_deref(), Some("एक सही एक बटा दो"));
    }
}
