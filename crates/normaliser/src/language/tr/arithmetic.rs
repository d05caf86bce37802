//! Signs of arithmetic, where somebody said that there is some.

use crate::customs::Customs;
use crate::language::tr::words;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::arithmetic::{self, Operators};

pub(super) const MATHEMATICS: &[Rule] = &[
    Rule { name: "arithmetic", starts: Starts::Digit, read: term },
    Rule { name: "arithmetic", starts: Starts::Any, read: |place, _| arithmetic::sign(place, OPERATORS) },
];

const OPERATORS: &Operators = &[
    ("<=", "küçük eşit"),
    (">=", "büyük eşit"),
    ("≤", "küçük eşit"),
    ("≥", "büyük eşit"),
    ("≠", "eşit değildir"),
    ("-", "eksi"),
    ("−", "eksi"),
    ("–", "eksi"),
    ("+", "artı"),
    ("*", "çarpı"),
    ("·", "çarpı"),
    ("×", "çarpı"),
    ("x", "çarpı"),
    ("/", "bölü"),
    (":", "bölü"),
    ("÷", "bölü"),
    ("^", "üzeri"),
    ("=", "eşittir"),
    ("<", "küçüktür"),
    (">", "büyüktür"),
];

fn term(place: Place<'_>, customs: &Customs) -> Option<Said> {
    arithmetic::term(place, OPERATORS, customs, words::number)
}
