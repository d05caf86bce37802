//! What somebody said that a stretch is, where the rules for it serve as they are.

use crate::customs::Customs;
use crate::language::slavic::grammar::{Agreement, Case};
use crate::language::slavic::tongue::{Tongue, words};
use crate::parse::number;

/// A cardinal, in the nominative.
pub(crate) fn cardinal<T: Tongue>(text: &str, customs: &Customs) -> Option<String> {
    let number = number::signed(text.trim(), customs).filter(|number| number.length == text.trim().len())?;
    words::<T>(&number, Agreement::plain(Case::Nominative))
}
