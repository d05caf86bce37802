//! Signs between the terms of sums, where somebody said that there are some: `5 x 3`, `10 / 2`, `7-4`.

use crate::customs::Customs;
use crate::language::en::math::OPERATORS;
use crate::language::en::words;
use crate::parse::number;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "math", starts: Starts::Digit, read: term },
    Rule { name: "math", starts: Starts::Any, read: sign },
];

/// Signs that are arithmetic nowhere else.
const FURTHER: &[(&str, &str)] = &[("/", "divided by"), ("–", "minus"), ("^", "to the power of")];

/// A number before a sign: no range, date or fraction. A power of digits is read as everywhere.
fn term(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let sign = place.rest().get(number.length..)?.trim_start_matches(' ');
    let spaces = place.rest().len() - number.length - sign.len();
    let reckons = !sign.starts_with('^') && sign_at(place.further(number.length + spaces)).is_some();
    reckons.then(|| Said::new(number.length, words::unsigned(&number, customs)))
}

/// A sign between two terms.
fn sign(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    sign_at(place).map(|(length, words)| Said::new(length, words))
}

/// The sign at the place, its length in bytes, and how it is said, if terms stand on both sides and one is a number.
fn sign_at(place: Place<'_>) -> Option<(usize, &'static str)> {
    let rest = place.rest();
    let (before, multiplies) = (place.before().trim_end_matches(' '), rest.starts_with(['x', 'X']));
    let (sign, words) = match multiplies {
        true => (1, "times"),
        false => {
            let all = OPERATORS.iter().chain(FURTHER);
            all.filter(|(sign, _)| rest.starts_with(sign)).map(|(sign, words)| (sign.len(), *words)).next()?
        }
    };
    let after = rest[sign..].trim_start_matches(' ');
    let digits = (ends_in_digit(before), after.trim_start_matches(['-', '−', '(']).starts_with(is_digit));
    let terms = (digits.0 || ends_term(before)) && (digits.1 || begins_term(after));
    let numbers = if multiplies { digits.0 && digits.1 } else { digits.0 || digits.1 };
    (terms && numbers).then_some((sign, words))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn ends_in_digit(before: &str) -> bool {
    before.trim_end_matches(')').ends_with(is_digit)
}

/// Whether a variable, bracket or power ends here.
fn ends_term(before: &str) -> bool {
    let mut last = before.chars().rev();
    let (c, previous) = (last.next(), last.next());
    c.is_some_and(|c| matches!(c, ')' | ']' | '²' | '³' | '%'))
        || (c.is_some_and(char::is_alphabetic) && !previous.is_some_and(char::is_alphabetic))
}

/// Whether a variable, bracket or root begins here.
fn begins_term(after: &str) -> bool {
    let mut first = after.chars();
    let (c, next) = (first.next(), first.next());
    c.is_some_and(|c| matches!(c, '(' | '[' | '√' | 'π'))
        || (c.is_some_and(char::is_alphabetic) && !next.is_some_and(char::is_alphabetic))
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
