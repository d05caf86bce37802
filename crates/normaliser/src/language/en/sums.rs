//! Signs between the terms of sums, where somebody said that there are some: `5 x 3`, `10 / 2`, `7-4`.

use crate::customs::Customs;
use crate::language::en::math::OPERATORS;
use crate::language::en::words;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::arithmetic::{self, Operators};

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "math", starts: Starts::Digit, read: term },
    Rule { name: "math", starts: Starts::Any, read: sign },
];

/// Signs that are arithmetic nowhere else.
const FURTHER: &Operators =
    &[("/", "divided by"), ("–", "minus"), ("^", "to the power of"), ("x", "times"), ("X", "times")];

/// A number before a sign: no range, date or fraction. A power of digits is read as everywhere.
fn term(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let said = |operators| {
        arithmetic::term(place, operators, customs, |number| Some(words::unsigned(number, customs)))
    };
    let term = said(OPERATORS).or_else(|| said(FURTHER))?;
    let is_base = place.rest()[term.length..].trim_start_matches(' ').starts_with('^');
    (!is_base).then_some(term)
}

/// A sign between two terms.
fn sign(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    arithmetic::sign(place, OPERATORS).or_else(|| arithmetic::sign(place, FURTHER))
}

#[cfg(test)]
mod tests {
    use speech::Language;

    use crate::{Mathematics, Normaliser, Reading};

    fn said(text: &str) -> String {
        let reading = Reading { mathematics: Mathematics::Always, ..Reading::of(Language::new("en-us")) };
        Normaliser::for_reading(&reading).read(text).text.as_str().to_owned()
    }

    #[test]
    fn signs_are_operators_between_terms() {
        assert_eq!(said("6 x 4 = 24"), "six times four equals twenty-four");
        assert_eq!(said("6*4, 12 / 3, 9-2"), "six times four, twelve divided by three, nine minus two");
        assert_eq!(said("8 - 3 < 7 > 2"), "eight minus three is less than seven is greater than two");
        assert_eq!(said("2^5"), "two to the power of five");
        assert_eq!(said("2^n - 1"), "two to the power of n minus one");
    }

    #[test]
    fn words_with_marks_stay() {
        assert_eq!(said("a well-known and/or plain-text box"), "a well-known and or plain-text box");
    }
}
