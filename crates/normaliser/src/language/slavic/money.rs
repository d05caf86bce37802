//! Amounts of money with their hundredths, and with `млн` and the like.

use crate::customs::Customs;
use crate::language::slavic::gap::space;
use crate::language::slavic::grammar::{Agreement, Case, Form, Noun, Plurality};
use crate::language::slavic::tongue::{Tongue, counted, words};
use crate::parse::money;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::Said;

/// `46 ₽`, `€120`, `4,40 zł`, `1299,90 руб.`, `$3 млн`.
pub(crate) fn money<T: Tongue>(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if place.previous().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let found = find::<T>(place.rest(), customs)?;
    said::<T>(place, &found).map(|said| per_unit::<T>(place.rest(), said))
}

fn said<T: Tongue>(place: Place<'_>, found: &Found) -> Option<Said> {
    let case = T::case_at(place, found.length);
    let (main, cents) = T::currency(found.currency)?;
    match (found.magnitude, found.amount.fraction.as_deref(), cents) {
        (Some(magnitude), ..) => {
            let (amount, magnitude) = counted::<T>(&found.amount, magnitude, case)?;
            let noun = main.said(Form::both(Plurality::Plural, Case::Genitive));
            Some(Said::new(found.length, format!("{amount} {magnitude} {noun}")))
        }
        (None, Some(digits), Some(cents)) if digits.len() == 2 => {
            let words = with_cents::<T>(&found.amount, (main, cents), case)?;
            Some(Said::new(found.length, words))
        }
        _ => {
            let (amount, noun) = counted::<T>(&found.amount, main, case)?;
            Some(in_order(found, amount, &noun))
        }
    }
}

/// An amount with the unit that it is the price of: `5 zł/kg`.
fn per_unit<T: Tongue>(text: &str, said: Said) -> Said {
    let unit = text[said.length..].strip_prefix('/').and_then(T::unit);
    let Some((unit, length)) = unit else { return said };
    let one = unit.said(Form::both(Plurality::Singular, Case::Accusative));
    let length = said.length + 1 + length;
    said.then(length, &format!("{} {one}", T::PER))
}

/// An amount as it stands in the text.
struct Found {
    currency: &'static str,
    amount: Number,
    magnitude: Option<&'static Noun>,
    /// Where the amount ends, if the currency stands behind it.
    amount_end: Option<usize>,
    length: usize,
}

fn find<T: Tongue>(text: &str, customs: &Customs) -> Option<Found> {
    behind::<T>(text, customs).or_else(|| before::<T>(text, customs))
}

/// `3 млн ₽`, `5 руб.`
fn behind<T: Tongue>(text: &str, customs: &Customs) -> Option<Found> {
    let amount = number::signed(text, customs)?;
    let (magnitude, end) = magnitude::<T>(text, amount.length);
    let start = end + space(&text[end..]);
    let (currency, more) = T::short_currency(&text[start..]).or_else(|| money::currency(&text[start..]))?;
    let length = start + more;
    let ends = !text[length..].starts_with(char::is_alphanumeric);
    ends.then_some(Found { currency, magnitude, amount_end: Some(end), amount, length })
}

/// `$5`, `USD 20`, `€3 млн`.
fn before<T: Tongue>(text: &str, customs: &Customs) -> Option<Found> {
    let money = money::money(text, customs)?;
    let (magnitude, length) = magnitude::<T>(text, money.length);
    Some(Found { currency: money.currency, amount: money.amount, magnitude, amount_end: None, length })
}

fn magnitude<T: Tongue>(text: &str, at: usize) -> (Option<&'static Noun>, usize) {
    let start = at + space(&text[at..]);
    match T::magnitude(&text[start..]) {
        Some((noun, length)) => (Some(noun), start + length),
        None => (None, at),
    }
}

fn in_order(found: &Found, amount: String, noun: &str) -> Said {
    match found.amount_end {
        Some(end) => Said::new(end, amount).then(found.length, noun),
        None => Said::new(found.length, format!("{amount} {noun}")),
    }
}

fn with_cents<T: Tongue>(amount: &Number, (main, cents): (&Noun, &Noun), case: Case) -> Option<String> {
    let whole = Number { fraction: None, ..amount.clone() };
    let (number, noun) = counted::<T>(&whole, main, case)?;
    let count: u64 = amount.fraction.as_deref()?.parse().ok()?;
    if count == 0 {
        return Some(format!("{number} {noun}"));
    }
    let cents_said = format!(
        "{} {}",
        T::cardinal(count, Agreement::new(case, cents.gender))?,
        cents.said(T::form(count, case))
    );
    let only_cents = whole.value() == Some(0) && !whole.negative;
    Some(if only_cents { cents_said } else { format!("{number} {noun} {cents_said}") })
}

/// `3 млн`, `40 тыс.`, whatever is counted behind it.
pub(crate) fn magnitudes<T: Tongue>(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if place.previous().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let text = place.rest();
    let amount = number::signed(text, customs)?;
    let (noun, length) = magnitude::<T>(text, amount.length);
    let case = T::case_at(place, length);
    let (number, noun) = counted::<T>(&amount, noun?, case)?;
    let said = Said::new(amount.length, number).then(length, &noun);
    let start = length + space(&text[length..]);
    match T::unit(&text[start..]) {
        Some((unit, more)) => {
            Some(said.then(start + more, &unit.said(Form::both(Plurality::Plural, Case::Genitive))))
        }
        None => Some(said),
    }
}

/// `4%`, `12,5 %`.
pub(crate) fn percent<T: Tongue>(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if place.previous().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let text = place.rest();
    let amount = number::signed(text, customs)?;
    let start = amount.length + space(&text[amount.length..]);
    let length = start + text[start..].starts_with('%').then_some(1)?;
    let case = T::case_at(place, length);
    let (_, noun) = counted::<T>(&amount, T::PERCENT, case)?;
    let number = words::<T>(&amount, Agreement::new(case, T::PERCENT.gender))?;
    Some(Said::new(amount.length, number).then(length, &noun))
}
