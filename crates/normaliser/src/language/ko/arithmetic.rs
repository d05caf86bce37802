//! Signs of arithmetic, where it is plain or somebody said that there is some.

use crate::customs::Customs;
use crate::language::ko::numbers;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::arithmetic::{self, Operators};

pub(super) const MATHEMATICS: &[Rule] = &[
    Rule { name: "arithmetic", starts: Starts::Digit, read: term },
    Rule { name: "arithmetic", starts: Starts::Any, read: sign },
];

const OPERATORS: &Operators = &[
    ("-", "빼기"),
    ("−", "빼기"),
    ("–", "빼기"),
    ("－", "빼기"),
    ("+", "더하기"),
    ("＋", "더하기"),
    ("*", "곱하기"),
    ("·", "곱하기"),
    ("×", "곱하기"),
    ("x", "곱하기"),
    ("X", "곱하기"),
    ("/", "나누기"),
    (":", "나누기"),
    ("÷", "나누기"),
];

/// Signs behind which nothing is said: the number before them has a particle.
const EQUALS: &[char] = &['=', '＝'];

/// A number before a sign. The one before `=` is what the sentence is about, and says so.
fn term(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let words = |number: &Number| Some(numbers::amount(number, customs));
    if let Some(said) = arithmetic::term(place, OPERATORS, customs, words) {
        return Some(said);
    }
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let behind = place.rest()[number.length..].trim_start_matches(' ').strip_prefix(EQUALS)?;
    let words = numbers::amount(&number, customs);
    let length = place.rest().len() - behind.len();
    let space = if behind.starts_with(' ') { "" } else { " " };
    Some(Said::new(length, format!("{words}{}{space}", numbers::particle(&words, ["은", "는"]))))
}

/// A sign between two terms, with a space on either side where none is written.
fn sign(place: Place<'_>, _: &Customs) -> Option<Said> {
    let said = arithmetic::sign(place, OPERATORS)?;
    let before = if place.before().ends_with(' ') { "" } else { " " };
    let behind = if place.rest()[said.length..].starts_with(' ') { "" } else { " " };
    Some(Said::new(said.length, format!("{before}{}{behind}", said.words)))
}
