//! Fractions.

use crate::customs::Customs;
use crate::parse::fraction as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::cardinal;

pub(super) fn fraction(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let fraction = parse::fraction(place.rest()).filter(|_| place.begins_word())?;
    if let Some(words) = fraction.whole.and_then(|whole| with_part(whole, &fraction, customs)) {
        return Some(Said::new(fraction.length, words));
    }
    let whole = fraction.whole.map(|whole| format!("{} सही ", cardinal(whole, customs))).unwrap_or_default();
    let (numerator, denominator) =
        (cardinal(fraction.numerator, customs), cardinal(fraction.denominator, customs));
    Some(Said::new(fraction.length, format!("{whole}{numerator} बटा {denominator}")))
}

/// Halves and quarters beyond a whole number, which have words of their own.
fn with_part(whole: u64, part: &parse::Fraction, customs: &Customs) -> Option<String> {
    let words = |number| cardinal(number, customs);
    Some(match (whole, part.numerator, part.denominator) {
        (1, 1, 2) => "डेढ़".to_owned(),
        (2, 1, 2) => "ढाई".to_owned(),
        (3.., 1, 2) => format!("साढ़े {}", words(whole)),
        (1, 1, 4) => "सवा".to_owned(),
        (2.., 1, 4) => format!("सवा {}", words(whole)),
        (1.., 3, 4) => format!("पौने {}", words(whole + 1)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    #[test]
    fn fractions_are_divided() {
        let read = |text| fraction(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2/3").as_deref(), Some("दो बटा तीन"));
        assert_eq!(read("1½").as_deref(), Some("डेढ़"));
        assert_eq!(read("2 1/2").as_deref(), Some("ढाई"));
        assert_eq!(read("5½").as_deref(), Some("साढ़े पाँच"));
        assert_eq!(read("2 1/3").as_deref(), Some("दो सही एक बटा तीन"));
    }
}
