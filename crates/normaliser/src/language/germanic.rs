//! What German and Dutch have in common: how large numbers are put together. Read [`Magnitudes`] first.
//!
//! Both write `217` as one word, but a voice says the parts better apart, each as it says them alone.

pub(super) mod digits;

use crate::customs::Customs;
use crate::place::{Place, first_word};
use crate::rule::Said;

/// The words that large numbers are made of.
#[derive(Debug)]
pub(super) struct Magnitudes {
    /// `hundert`, and the digits before it that are said apart from it.
    pub(super) hundred: &'static str,
    pub(super) apart: &'static [u64],
    pub(super) thousand: &'static str,
    /// 10⁶, 10⁹ and 10¹²: one of it, and the name of many.
    pub(super) millions: [(&'static str, &'static str); 3],
    /// A one before what it counts.
    pub(super) one: &'static str,
    /// Says a number below 100.
    pub(super) small: fn(u64, &Customs) -> Option<String>,
}

/// Up to how many thousands are one word with `tausend`.
const ONE_WORD: u64 = 12;

/// A whole number in words, those from 100 on in several; `None` beyond 10¹⁵.
pub(super) fn cardinal(number: u64, words: &Magnitudes, customs: &Customs) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for (power, (one, many)) in [4, 3, 2].into_iter().zip(words.millions.iter().rev()) {
        match number / 1_000_u64.pow(power) % 1_000 {
            0 => {}
            1 => parts.push((*one).to_owned()),
            count => parts.extend([below_thousand(count, words, customs)?, (*many).to_owned()]),
        }
    }
    parts.extend(thousands(number / 1_000 % 1_000, words, customs)?);
    if !number.is_multiple_of(1_000) || number == 0 {
        parts.push(below_thousand(number % 1_000, words, customs)?);
    }
    (number < 1_000_u64.pow(5)).then(|| parts.join(" "))
}

fn thousands(count: u64, words: &Magnitudes, customs: &Customs) -> Option<Option<String>> {
    Some(match count {
        0 => None,
        1 => Some(words.thousand.to_owned()),
        2..=ONE_WORD => Some((words.small)(count, customs)? + words.thousand),
        _ if count % 100 == 1 => {
            Some(format!("{} {} {}", below_thousand(count - 1, words, customs)?, words.one, words.thousand))
        }
        _ => Some(format!("{} {}", below_thousand(count, words, customs)?, words.thousand)),
    })
}

fn below_thousand(number: u64, words: &Magnitudes, customs: &Customs) -> Option<String> {
    let hundreds = match number / 100 {
        0 => return (words.small)(number, customs),
        1 => words.hundred.to_owned(),
        digit => {
            let space = if words.apart.contains(&digit) { " " } else { "" };
            format!("{}{space}{}", (words.small)(digit, customs)?, words.hundred)
        }
    };
    match number % 100 {
        0 => Some(hundreds),
        rest => Some(format!("{hundreds} {}", (words.small)(rest, customs)?)),
    }
}

/// A number that is written out as one word, divided as [`cardinal`] divides its own.
pub(super) fn number_word(place: Place<'_>, words: &Magnitudes, customs: &Customs) -> Option<Said> {
    let word = Some(first_word(place.rest())).filter(|word| (LEAST..MOST).contains(&word.len()))?;
    let (small, fits) = (word.to_lowercase(), place.begins_word() && place.rest().starts_with(word));
    if !fits || !(small.contains(words.hundred) || small.contains(words.thousand)) {
        return None;
    }
    let parts = divided(&small, words, customs)?;
    let is_new = parts.contains(' ');
    let said = if word.starts_with(char::is_uppercase) { with_capital(&parts) } else { parts };
    is_new.then(|| Said::new(word.len(), said))
}

/// Words of fewer and more bytes are no compounds of numbers.
const LEAST: usize = 8;
const MOST: usize = 90;

/// Runs of small numbers, each but the last before `hundert` or `tausend`; `None` if anything else is there.
fn divided(word: &str, words: &Magnitudes, customs: &Customs) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        let next =
            [words.hundred, words.thousand].iter().filter_map(|name| Some((rest.find(name)?, *name))).min();
        let (end, name) = next.unwrap_or((rest.len(), ""));
        let number = if end == 0 { None } else { Some(value(&rest[..end], words, customs)?) };
        let apart = number.is_some_and(|number| match name == words.hundred {
            true => words.apart.contains(&number),
            false => number > ONE_WORD,
        });
        let space = if apart && !name.is_empty() { " " } else { "" };
        parts.push(format!("{}{space}{name}", &rest[..end]));
        rest = &rest[end + name.len()..];
    }
    Some(parts.join(" "))
}

/// The number below 100 of which these are the words.
fn value(text: &str, words: &Magnitudes, customs: &Customs) -> Option<u64> {
    let plain = text.replace('é', "e");
    if plain == words.one.replace('é', "e") {
        return Some(1);
    }
    (1..100)
        .find(|number| (words.small)(*number, customs).is_some_and(|said| said.replace('é', "e") == plain))
}

fn with_capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
