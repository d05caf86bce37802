//! Terms of arithmetic where somebody said that there is some. The signs are the language's own.

use crate::customs::Customs;
use crate::language::slavic::grammar::{Agreement, Case};
use crate::language::slavic::tongue::{Tongue, words};
use crate::place::Place;
use crate::rule::Said;
use crate::shared::arithmetic::{self, Operators};

/// A number before a sign: it counts nothing.
pub(crate) fn term<T: Tongue>(place: Place<'_>, operators: &Operators, customs: &Customs) -> Option<Said> {
    let plain = Agreement::plain(Case::Nominative);
    arithmetic::term(place, operators, customs, |number| words::<T>(number, plain))
}
