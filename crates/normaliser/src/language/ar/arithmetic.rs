//! Signs of arithmetic, where it is plain or somebody said that there is some.

use crate::customs::Customs;
use crate::language::ar::grammar::Agreement;
use crate::language::ar::numbers;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::arithmetic::{self, Operators};

pub(super) const MATHEMATICS: &[Rule] = &[
    Rule { name: "arithmetic", starts: Starts::Digit, read: term },
    Rule { name: "arithmetic", starts: Starts::Any, read: |place, _| arithmetic::sign(place, OPERATORS) },
];

const OPERATORS: &Operators = &[
    ("-", "ناقص"),
    ("−", "ناقص"),
    ("–", "ناقص"),
    ("+", "زائد"),
    ("*", "في"),
    ("·", "في"),
    ("×", "في"),
    ("x", "في"),
    ("X", "في"),
    ("/", "على"),
    (":", "على"),
    ("÷", "على"),
    ("=", "يساوي"),
    ("<", "أصغر من"),
    (">", "أكبر من"),
];

fn term(place: Place<'_>, customs: &Customs) -> Option<Said> {
    arithmetic::term(place, OPERATORS, customs, |number| Some(numbers::amount(number, Agreement::ALONE)))
}
