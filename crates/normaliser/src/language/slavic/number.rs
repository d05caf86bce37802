//! Numbers that nothing more special was known of: they agree with the noun behind them.

use crate::customs::Customs;
use crate::language::slavic::grammar::{Agreement, Case};
use crate::language::slavic::tongue::{Tongue, signed, words};
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::Said;

/// `22 парты`, `-12`, `3,14`, `1 234 567`.
pub(crate) fn number<T: Tongue>(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = if place.begins_word() && !follows_number(place) {
        number::signed(place.rest(), customs)?
    } else {
        number::unsigned(place.rest(), customs)?
    };
    said::<T>(place, &number).or_else(|| one_by_one::<T>(&number))
}

/// Whether a dash here stands between two numbers, or is no sign for another reason.
fn follows_number(place: Place<'_>) -> bool {
    let before = place.before();
    let bare = before.trim_end();
    bare.ends_with(|c: char| c.is_ascii_digit())
        || (bare.len() == before.len() && !bare.is_empty() && !bare.ends_with(['(', '«', '„', '"', '=', ':']))
}

fn said<T: Tongue>(place: Place<'_>, number: &Number) -> Option<Said> {
    if number.has_leading_zero() {
        return None;
    }
    let words = match number.fraction {
        Some(_) => words::<T>(number, Agreement::plain(T::case_at(place, number.length)))?,
        None => signed::<T>(number, T::counted(place, number.length, number.value()?)?),
    };
    Some(Said::new(number.length, words))
}

/// Digits that are no amount: a code, or more than there are words for.
fn one_by_one<T: Tongue>(number: &Number) -> Option<Said> {
    let digits = number.whole.chars().chain(number.fraction.iter().flat_map(|digits| digits.chars()));
    Some(Said::new(number.length, spelled::<T>(digits)?))
}

/// The names of digits, one by one.
pub(crate) fn spelled<T: Tongue>(digits: impl Iterator<Item = char>) -> Option<String> {
    let plain = Agreement::plain(Case::Nominative);
    let words = digits.filter_map(|c| c.to_digit(10)).map(|digit| T::cardinal(u64::from(digit), plain));
    Some(words.collect::<Option<Vec<_>>>()?.join(" "))
}
