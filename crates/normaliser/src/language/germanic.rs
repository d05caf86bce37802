//! What German and Dutch have in common: how large numbers are put together, and arithmetic. Read [`Magnitudes`] first.
//!
//! Both write `217` as one word, but a voice says the parts better apart, each as it says them alone.

use crate::customs::Customs;
use crate::parse::number;
use crate::place::Place;
use crate::rule::{Rule, Said};

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

/// Signs of arithmetic: how each is written, and said.
pub(super) type Operators = [(&'static str, &'static str)];

/// A number before a sign, which then makes no range, fraction or date.
pub(super) fn term(
    place: Place<'_>,
    operators: &Operators,
    said: fn(&number::Number, &Customs) -> String,
    customs: &Customs,
) -> Option<Said> {
    let rest = place.rest();
    let number = number::unsigned(rest, customs).filter(|_| place.begins_word())?;
    let behind = rest[number.length..].trim_start();
    let (sign, _) = operator(behind, operators)?;
    begins_term(&behind[sign.len()..]).then(|| Said::new(number.length, said(&number, customs)))
}

/// A sign between two terms.
pub(super) fn sign(place: Place<'_>, operators: &Operators) -> Option<Said> {
    let rest = place.rest();
    let (sign, said) = operator(rest, operators)?;
    let behind_term = place
        .before()
        .trim_end()
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '²' | '³' | '%'));
    (behind_term && begins_term(&rest[sign.len()..])).then(|| Said::new(sign.len(), said))
}

/// The sign with which a text begins. A letter is one before a space or number only.
fn operator(text: &str, operators: &Operators) -> Option<(&'static str, &'static str)> {
    let fits = |sign: &str| {
        text.strip_prefix(sign).is_some_and(|behind| {
            !sign.ends_with(char::is_alphabetic) || behind.starts_with(|c: char| c == ' ' || c.is_numeric())
        })
    };
    operators.iter().find(|(sign, _)| fits(sign)).copied()
}

fn begins_term(behind: &str) -> bool {
    behind
        .trim_start()
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '[' | '√' | '-' | '−' | '±'))
}

/// What the tables say to the whole of `text`; `None` if they know only a part of it.
pub(super) fn whole(text: &str, tables: &[&[Rule]], customs: &Customs) -> Option<String> {
    let text = text.trim();
    let place = Place::new(text, 0, text.len());
    let rules = tables.iter().flat_map(|table| table.iter());
    rules
        .filter_map(|rule| (rule.read)(place, customs))
        .find(|said| said.length == text.len())
        .map(|said| said.words)
}
