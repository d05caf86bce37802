//! Signs of arithmetic, where it is plain or somebody said that there is some.

use crate::customs::Customs;
use crate::language::hi::numbers;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::arithmetic::{self, Operators};

pub(super) const MATHEMATICS: &[Rule] = &[
    Rule { name: "arithmetic", starts: Starts::Digit, read: term },
    Rule { name: "arithmetic", starts: Starts::Any, read: |place, _| arithmetic::sign(place, OPERATORS) },
];

const OPERATORS: &Operators = &[
    ("-", "माइनस"),
    ("−", "माइनस"),
    ("–", "माइनस"),
    ("+", "प्लस"),
    ("*", "गुणा"),
    ("·", "गुणा"),
    ("×", "गुणा"),
    ("x", "गुणा"),
    ("X", "गुणा"),
    ("/", "भाग"),
    (":", "भाग"),
    ("÷", "भाग"),
    ("=", "बराबर"),
    ("<", "से कम"),
    (">", "से ज़्यादा"),
];

fn term(place: Place<'_>, customs: &Customs) -> Option<Said> {
    arithmetic::term(place, OPERATORS, customs, |number| Some(numbers::amount(number, customs)))
}
