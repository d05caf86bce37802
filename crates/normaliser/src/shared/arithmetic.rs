//! Signs between the terms of arithmetic, where somebody said that there is some: `5 x 3`, `10 / 2`, `7-4`, `2^n`.

use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::Said;

/// Signs: how each is written, and said. Of two that begin alike the longer stands first; one that is a letter stands
/// between numbers only.
pub(crate) type Operators = [(&'static str, &'static str)];

/// A number before a sign, which then makes no range, fraction, score or date.
pub(crate) fn term(
    place: Place<'_>,
    operators: &Operators,
    customs: &Customs,
    said: impl FnOnce(&Number) -> Option<String>,
) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let behind = place.rest().get(number.length..)?;
    let spaces = behind.len() - behind.trim_start_matches(' ').len();
    sign(place.further(number.length + spaces), operators)?;
    Some(Said::new(number.length, said(&number)?))
}

/// A sign, if terms stand on both sides of it and one is a number.
pub(crate) fn sign(place: Place<'_>, operators: &Operators) -> Option<Said> {
    let (before, rest) = (place.before().trim_end_matches(' '), place.rest());
    let (sign, words) = operators.iter().find(|(sign, _)| rest.starts_with(sign))?;
    let after = rest[sign.len()..].trim_start_matches(' ');
    let digits = (ends_in_digit(before), begins_with_digit(after));
    let terms = (digits.0 || ends_term(before)) && (digits.1 || begins_term(after));
    let is_letter = sign.starts_with(char::is_alphabetic);
    let numbers = if is_letter { digits.0 && digits.1 } else { digits.0 || digits.1 };
    (terms && numbers).then(|| Said::new(sign.len(), *words))
}

fn ends_in_digit(before: &str) -> bool {
    before.trim_end_matches(')').ends_with(|c| digits::value(c).is_some())
}

fn begins_with_digit(after: &str) -> bool {
    after.trim_start_matches(['-', '−', '(']).starts_with(|c| digits::value(c).is_some())
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

    /// What is said where somebody said that there is arithmetic, and else.
    fn said(tag: &str, text: &str) -> [String; 2] {
        [Mathematics::Always, Mathematics::Plain].map(|mathematics| {
            let reading = Reading { mathematics, ..Reading::of(Language::new(tag)) };
            Normaliser::for_reading(&reading).read(text).text.as_str().to_owned()
        })
    }

    #[test]
    fn signs_are_operators_between_terms() {
        for (tag, text, words) in [
            ("pl", "4-1 i 2", "cztery minus jeden i dwa"),
            ("pl", "5 x 3 i 10/2", "pięć razy trzy i dziesięć podzielone przez dwa"),
            ("pl", "2^8, 2^n", "dwa do potęgi ósmej, dwa do potęgi n"),
            ("ru", "4-1 и 2", "четыре минус один и два"),
            ("ru", "5 х 3 и 10/2", "пять умножить на три и десять разделить на два"),
            ("ru", "2^8", "два в степени восемь"),
            ("tr", "4-1, 2", "dört eksi bir, iki"),
            ("tr", "5 x 3, 10/2", "beş çarpı üç, on bölü iki"),
            ("tr", "2^8", "iki üzeri sekiz"),
        ] {
            let [always, plain] = said(tag, text);
            assert_eq!(always, words, "{tag}");
            assert_ne!(plain, words, "{tag}: {text}");
        }
    }

    #[test]
    fn marks_between_words_are_none() {
        for (tag, text) in [
            ("pl", "biało-czerwony, czyli: e-mail"),
            ("ru", "кто-то, а именно: кое-кто"),
            ("tr", "mavi-beyaz, yani: e-posta"),
            ("de", "blau-weiß, und zwar: E-Mail"),
            ("nl", "blauw-wit, namelijk: e-mail"),
        ] {
            let [always, plain] = said(tag, text);
            assert_eq!(always, plain, "{tag}");
        }
    }
}
