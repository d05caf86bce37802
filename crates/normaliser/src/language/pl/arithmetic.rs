//! Signs of arithmetic, where somebody said that there is some.

use crate::customs::Customs;
use crate::language::pl::ordinal::{self, ordinal};
use crate::language::pl::tongue::Polish;
use crate::language::slavic::arithmetic::term;
use crate::language::slavic::grammar::{Case, Gender};
use crate::parse::digits;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::arithmetic::{Operators, sign};

pub(super) const MATHEMATICS: &[Rule] = &[
    Rule {
        name: "arithmetic",
        starts: Starts::Digit,
        read: |place, customs| term::<Polish>(place, OPERATORS, customs),
    },
    Rule { name: "arithmetic", starts: Starts::Mark, read: power },
    Rule { name: "arithmetic", starts: Starts::Any, read: |place, _| sign(place, OPERATORS) },
];

const OPERATORS: &Operators = &[
    ("<=", "mniejsze lub równe"),
    (">=", "większe lub równe"),
    ("≤", "mniejsze lub równe"),
    ("≥", "większe lub równe"),
    ("≠", "nie równa się"),
    ("-", "minus"),
    ("−", "minus"),
    ("–", "minus"),
    ("+", "plus"),
    ("*", "razy"),
    ("·", "razy"),
    ("×", "razy"),
    ("x", "razy"),
    ("/", "podzielone przez"),
    (":", "podzielone przez"),
    ("÷", "podzielone przez"),
    ("^", "do potęgi"),
    ("=", "równa się"),
    ("<", "mniejsze niż"),
    (">", "większe niż"),
];

/// `^8`: powers are counted in their order.
fn power(place: Place<'_>, _: &Customs) -> Option<Said> {
    let said = sign(place, OPERATORS).filter(|_| place.rest().starts_with('^'))?;
    let behind = &place.rest()[said.length..];
    let (number, length) = digits::small(behind, 1..=99)?;
    let more = behind[length..].starts_with(|c: char| c.is_alphanumeric());
    let order = ordinal(u64::from(number), ordinal::Place::new(Case::Genitive, Gender::Feminine))?;
    (!more).then(|| Said::new(said.length + length, format!("{} {order}", said.words)))
}
