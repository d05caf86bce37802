//! Amounts with a unit, and the numbers of a size (`21 × 30 см`).

use crate::customs::Customs;
use crate::language::abbreviation;
use crate::language::slavic::gap::space;
use crate::language::slavic::grammar::{Case, Form, Noun, Plurality};
use crate::language::slavic::tongue::{Tongue, counted};
use crate::parse::number;
use crate::parse::unit::{self, Names, Unit};
use crate::place::Place;
use crate::rule::Said;

/// `42 км`, `-5 °C`, `300 шт.`
pub(crate) fn measure<T: Tongue>(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if place.previous().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let text = place.rest();
    let amount = number::signed(text, customs)?;
    let start = amount.length + space(&text[amount.length..]);
    let (unit, more) = T::unit(&text[start..])?;
    let length = start + more;
    let (number, unit) = counted::<T>(&amount, unit, T::case_at(place, length))?;
    Some(Said::new(amount.length, number).then(length, &unit))
}

/// The unit with which the text begins, the longest there is: by a symbol of all languages, by a spelling that only this one
/// has, or by an abbreviation of what else is counted.
pub(crate) fn unit(
    text: &str,
    names: &'static Names<Noun>,
    spellings: &[(&str, Unit)],
    short: &[(&str, &'static Noun)],
) -> Option<(&'static Noun, usize)> {
    let symbol = unit::find(text).map(|(unit, length)| (unit, abbreviation::with_stop(text, length)));
    let spelled = abbreviation::find(text, spellings);
    let named = spelled.into_iter().chain(symbol);
    let named = named.filter_map(|(unit, length)| Some((names.get(unit)?, length)));
    abbreviation::find(text, short).into_iter().chain(named).max_by_key(|(_, length)| *length)
}

/// What was said for a fraction of a unit, with the unit behind it in the genitive, if there is one.
pub(crate) fn of_unit<T: Tongue>(text: &str, said: Said) -> Said {
    let start = said.length + space(&text[said.length..]);
    match T::unit(&text[start..]) {
        Some((unit, more)) => {
            said.then(start + more, &unit.said(Form::both(Plurality::Singular, Case::Genitive)))
        }
        None => said,
    }
}

/// A unit by itself behind a word that asks for one of it (`за кг`, `na km`), in the accusative, which is what such words
/// govern.
pub(crate) fn one_unit<T: Tongue>(place: Place<'_>, words: &[&str]) -> Option<Said> {
    let previous = place.previous_word().to_lowercase();
    let asked = words.contains(&previous.as_str()) && place.previous().is_some_and(char::is_whitespace);
    let (unit, length) = T::unit(place.rest()).filter(|_| asked)?;
    Some(Said::new(length, unit.said(Form::both(Plurality::Singular, Case::Accusative))))
}
