//! Signs of arithmetic, where it is plain or somebody said that there is some.

use crate::customs::Customs;
use crate::language::ja::numbers;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::arithmetic::{self, Operators};

pub(super) const MATHEMATICS: &[Rule] = &[
    Rule { name: "arithmetic", starts: Starts::Digit, read: term },
    Rule { name: "arithmetic", starts: Starts::Any, read: |place, _| arithmetic::sign(place, OPERATORS) },
];

const OPERATORS: &Operators = &[
    ("<=", "小なりイコール"),
    ("≤", "小なりイコール"),
    (">=", "大なりイコール"),
    ("≥", "大なりイコール"),
    ("≠", "ノットイコール"),
    ("≈", "ニアリーイコール"),
    ("≒", "ニアリーイコール"),
    ("-", "引く"),
    ("−", "引く"),
    ("–", "引く"),
    ("－", "引く"),
    ("+", "足す"),
    ("＋", "足す"),
    ("*", "かける"),
    ("·", "かける"),
    ("×", "かける"),
    ("x", "かける"),
    ("X", "かける"),
    ("/", "割る"),
    (":", "割る"),
    ("÷", "割る"),
    ("=", "イコール"),
    ("＝", "イコール"),
    ("<", "小なり"),
    (">", "大なり"),
];

fn term(place: Place<'_>, customs: &Customs) -> Option<Said> {
    arithmetic::term(place, OPERATORS, customs, |number| Some(numbers::amount(number, customs)))
}
