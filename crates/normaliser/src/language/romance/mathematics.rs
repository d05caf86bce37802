//! Signs between the terms of arithmetic, where somebody said that there is some: `4-1`, `3*x`, `2^8`.

use crate::language::romance::grammar::Form;
use crate::language::romance::quantity;
use crate::language::romance::tongue::Tongue;
use crate::parse::{digits, number};
use crate::place::Place;
use crate::rule::Said;

/// Other signs for what the language has a word for.
const SAME: &[(&str, &str)] = &[
    ("-", "−"),
    ("–", "−"),
    ("*", "×"),
    ("/", "÷"),
    (": ", "÷"),
    ("·", "×"),
    ("<=", "≤"),
    (">=", "≥"),
    ("x ", "×"),
];

/// A number before a sign: no range or fraction.
pub(super) fn term(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let number = number::unsigned(rest, tongue.customs)?;
    let behind = rest[number.length..].trim_start();
    let (length, _) = operator(behind, tongue)?;
    let fits = is_term(&behind[length..]) && place.begins_word();
    fits.then(|| quantity::words(tongue, &number, Form::Alone))?.map(|words| Said::new(number.length, words))
}

/// A sign between two terms.
pub(super) fn sign(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let (length, words) = operator(rest, tongue)?;
    let divides =
        !rest.starts_with(':') || place.before().trim_end().ends_with(|c| digits::value(c).is_some());
    (divides && is_term_end(place.before()) && is_term(&rest[length..])).then(|| Said::new(length, words))
}

/// The sign with which `text` begins, its length, and how it is said.
fn operator(text: &str, tongue: &Tongue) -> Option<(usize, &'static str)> {
    if text.starts_with('^') {
        return Some((1, tongue.numbers.power));
    }
    if text.strip_prefix('x').is_some_and(|behind| digits::run(behind).is_some()) {
        return Some((1, tongue.numbers.multiplied));
    }
    let same = SAME.iter().filter(|(sign, _)| text.starts_with(sign)).max_by_key(|(sign, _)| sign.len());
    let (length, sign) = match same {
        Some((written, sign)) => (written.len(), *sign),
        None => (text.chars().next()?.len_utf8(), text),
    };
    let known = tongue.signs.iter().find(|known| is_operator(known.mark) && sign.starts_with(known.mark))?;
    Some((length, if known.mark == "×" { tongue.numbers.multiplied } else { known.words }))
}

fn is_operator(mark: &str) -> bool {
    matches!(mark, "+" | "−" | "×" | "÷" | "=" | "≠" | "<" | ">" | "≤" | "≥" | "±")
}

fn is_term_end(before: &str) -> bool {
    before.trim_end().ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '²' | '³' | '%'))
}

fn is_term(behind: &str) -> bool {
    behind
        .trim_start()
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '[' | '√' | '-' | '−' | '±'))
}

#[cfg(test)]
mod tests {
    use speech::Language;

    use crate::{Mathematics, Normaliser, Reading};

    #[test]
    fn signs_are_operators_between_terms() {
        let said = |tag: &str, text: &str| {
            let reading = Reading { mathematics: Mathematics::Always, ..Reading::of(Language::new(tag)) };
            Normaliser::for_reading(&reading).read(text).text.as_str().to_owned()
        };
        assert_eq!(said("fr", "4-1=3"), "quatre moins un égale trois");
        assert_eq!(said("es", "2*3"), "dos por tres");
        assert_eq!(said("pt", "5 x 3"), "cinco vezes três");
        assert_eq!(said("it", "2^8"), "due elevato a otto");
    }
}
