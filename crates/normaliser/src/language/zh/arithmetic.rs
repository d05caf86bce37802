//! Signs of arithmetic, where it is plain or somebody said that there is some.

use crate::customs::Customs;
use crate::language::zh::numbers::{self, Two};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::arithmetic::{self, Operators};

pub(super) const MATHEMATICS: &[Rule] = &[
    Rule { name: "arithmetic", starts: Starts::Digit, read: term },
    Rule { name: "arithmetic", starts: Starts::Any, read: |place, _| arithmetic::sign(place, OPERATORS) },
];

const OPERATORS: &Operators = &[
    ("<=", "小于等于"),
    ("≤", "小于等于"),
    (">=", "大于等于"),
    ("≥", "大于等于"),
    ("≠", "不等于"),
    ("≈", "约等于"),
    ("-", "减"),
    ("−", "减"),
    ("–", "减"),
    ("－", "减"),
    ("+", "加"),
    ("＋", "加"),
    ("*", "乘"),
    ("·", "乘"),
    ("×", "乘"),
    ("x", "乘"),
    ("X", "乘"),
    ("/", "除以"),
    (":", "除以"),
    ("÷", "除以"),
    ("=", "等于"),
    ("＝", "等于"),
    ("<", "小于"),
    (">", "大于"),
];

fn term(place: Place<'_>, customs: &Customs) -> Option<Said> {
    arithmetic::term(place, OPERATORS, customs, |number| Some(numbers::amount(number, Two::Numbers)))
}
