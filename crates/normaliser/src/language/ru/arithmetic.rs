//! Signs of arithmetic, where somebody said that there is some.

use crate::language::ru::tongue::Russian;
use crate::language::slavic::arithmetic::term;
use crate::rule::{Rule, Starts};
use crate::shared::arithmetic::{Operators, sign};

pub(super) const MATHEMATICS: &[Rule] = &[
    Rule {
        name: "arithmetic",
        starts: Starts::Digit,
        read: |place, customs| term::<Russian>(place, OPERATORS, customs),
    },
    Rule { name: "arithmetic", starts: Starts::Any, read: |place, _| sign(place, OPERATORS) },
];

/// With the Latin letter for multiplication and the Russian one that looks like it.
const OPERATORS: &Operators = &[
    ("<=", "меньше или равно"),
    (">=", "больше или равно"),
    ("≤", "меньше или равно"),
    ("≥", "больше или равно"),
    ("≠", "не равно"),
    ("-", "минус"),
    ("−", "минус"),
    ("–", "минус"),
    ("+", "плюс"),
    ("*", "умножить на"),
    ("·", "умножить на"),
    ("×", "умножить на"),
    ("x", "умножить на"),
    ("х", "умножить на"),
    ("/", "разделить на"),
    (":", "разделить на"),
    ("÷", "разделить на"),
    ("^", "в степени"),
    ("=", "равно"),
    ("<", "меньше"),
    (">", "больше"),
];
