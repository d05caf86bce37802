//! Numbers as written, in words: signs, fractions, thousands, and what is counted. Start with [`words`].

use crate::language::romance::grammar::{Form, Noun, Singular};
use crate::language::romance::tongue::Tongue;
use crate::parse::number::Number;

/// Fractions with more digits than this are read digit by digit.
const LONGEST_FRACTION: usize = 4;

/// The words of a number; with a fraction it agrees with nothing.
pub(super) fn words(tongue: &Tongue, number: &Number, form: Form) -> Option<String> {
    let sign = if number.negative { format!("{} ", tongue.numbers.minus) } else { String::new() };
    let Some(fraction) = &number.fraction else {
        return Some(sign + &tongue.number_or_digits(&number.whole, form)?);
    };
    let whole = tongue.number_or_digits(&number.whole, Form::Alone)?;
    Some(format!("{sign}{whole} {} {}", tongue.numbers.comma, self::fraction(tongue, fraction)?))
}

/// The digits behind a decimal mark: zeros first, then the rest as a number.
fn fraction(tongue: &Tongue, digits: &str) -> Option<String> {
    let rest = digits.trim_start_matches('0');
    if digits.len() > LONGEST_FRACTION || rest.is_empty() {
        return tongue.digits(digits);
    }
    let mut words = vec![tongue.cardinal(0, Form::Alone)?; digits.len() - rest.len()];
    words.push(tongue.cardinal(rest.parse().ok()?, Form::Alone)?);
    Some(words.join(" "))
}

/// The words of a number with what it counts.
pub(super) fn counted(tongue: &Tongue, number: &Number, noun: &Noun) -> Option<String> {
    if number.count() == Some(1) && !number.has_leading_zero() {
        return tongue.one(noun);
    }
    let words = words(tongue, number, Form::Before(noun.gender))?;
    Some(format!("{words} {}", name(tongue, number, noun)))
}

/// The noun as it is behind this number.
pub(super) fn name(tongue: &Tongue, number: &Number, noun: &Noun) -> &'static str {
    let below_two = tongue.grammar.singular == Singular::BelowTwo;
    let one = match number.value() {
        Some(1) => number.fraction.is_none() || below_two,
        Some(0) => below_two,
        _ => false,
    };
    if one { noun.one } else { noun.many }
}

/// How many bytes of one space of any width `text` begins with.
pub(super) fn space(text: &str) -> usize {
    let first = text.chars().next().filter(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}'));
    first.map_or(0, char::len_utf8)
}
