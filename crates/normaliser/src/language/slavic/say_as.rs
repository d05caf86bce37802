//! What somebody said that a stretch is, where the rules for it serve as they are.

use crate::customs::Customs;
use crate::language::slavic::grammar::{Agreement, Case};
use crate::language::slavic::tongue::{Tongue, words};
use crate::parse::number;
use crate::place::Place;
use crate::rule::{Rule, Said};

/// A cardinal, in the nominative.
pub(crate) fn cardinal<T: Tongue>(text: &str, customs: &Customs) -> Option<String> {
    let number = number::signed(text.trim(), customs).filter(|number| number.length == text.trim().len())?;
    words::<T>(&number, Agreement::plain(Case::Nominative))
}

/// What the first of `rules` says that knows the whole of the text.
pub(crate) fn whole(text: &str, rules: &[Rule], customs: &Customs) -> Option<String> {
    let text = text.trim();
    let place = Place::new(text, 0, text.len());
    let said = rules.iter().filter_map(|rule| (rule.read)(place, customs));
    said.into_iter().find(|said: &Said| said.length == text.len()).map(|said| said.words)
}
