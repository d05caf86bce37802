//! Fractions: `2/3`, `½`, `1½`, and what they are parts of.

use crate::customs::Customs;
use crate::language::slavic::measure;
use crate::language::slavic::tongue::Tongue;
use crate::parse::fraction::{self, JOINING};
use crate::place::Place;
use crate::rule::Said;

pub(crate) fn fraction<T: Tongue>(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let found = fraction::fraction(text).filter(|found| found.denominator < 100)?;
    let (numerator, denominator) = (found.numerator, found.denominator);
    let words = || match found.whole {
        Some(whole) => T::mixed(whole, numerator, denominator),
        None => T::parts(numerator, denominator, T::case_at(place, found.length)),
    };
    let said = || Some(measure::of_unit::<T>(text, Said::new(found.length, words()?)));
    place.begins_free(JOINING).then(said)?
}
