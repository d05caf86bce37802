//! Symbols that are words between numbers and names, and codes.

use crate::customs::Customs;
use crate::language::ru::tongue::Russian;
use crate::language::slavic::grammar::{Agreement, Case};
use crate::language::slavic::number::spelled;
use crate::language::slavic::symbols::Names;
use crate::language::slavic::tongue::Tongue;
use crate::parse::digits;
use crate::place::{Place, last_word};
use crate::rule::Said;

/// What symbols are called.
pub(super) const NAMES: Names = Names {
    signs: &[
        ('№', "номер"),
        ('§', "параграф"),
        ('&', "и"),
        ('±', "плюс-минус"),
        ('≈', "примерно"),
        ('~', "примерно"),
        ('×', "на"),
        ('+', "плюс"),
        ('=', "равно"),
        ('−', "минус"),
        ('–', "минус"),
        ('<', "меньше"),
        ('>', "больше"),
        ('≤', "меньше или равно"),
        ('≥', "больше или равно"),
        ('÷', "разделить на"),
    ],
    sections: "параграфы",
};

/// Digits behind a word for a code, or with a zero at their head, one by one.
pub(super) fn code(place: Place<'_>, _: &Customs) -> Option<Said> {
    const CODES: &[&str] =
        &["пин", "пин-код", "код", "кода", "коду", "пароль", "pin", "cvv", "инн", "снилс", "индекс"];
    let (digits, length) = digits::run(place.rest())?;
    let before = last_word(place.before().trim_end_matches([' ', ':'])).to_lowercase();
    let decimal = place.rest()[length..].starts_with(',')
        && place.rest()[length + 1..].starts_with(|c: char| c.is_ascii_digit());
    let leading = digits.len() > 1 && digits.starts_with('0') && !decimal;
    let named = digits.len() > 2 && CODES.contains(&before.as_str());
    (leading || named).then(|| Some(Said::new(length, spelled::<Russian>(digits.chars())?)))?
}

/// `8 800 200-00-00`, `8 (495) 123-45-67`: the eleven digits of a telephone number, group by group.
pub(super) fn telephone(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let mut words = vec![cardinal_of("8").filter(|_| text.starts_with('8') && place.begins_word())?];
    let mut length = 1;
    for wanted in [3, 3, 2, 2] {
        let gap =
            text[length..].len() - text[length..].trim_start_matches([' ', '-', '(', ')', '\u{A0}']).len();
        let (digits, more) =
            digits::run(&text[length + gap..]).filter(|(digits, _)| digits.len() == wanted)?;
        (1..=3).contains(&gap).then_some(())?;
        words.push(group(&digits)?);
        length += gap + more;
    }
    place.may_end(length).then(|| Said::new(length, words.join(" ")))
}

/// A group of a telephone number: a number, or its digits if a zero is at its head.
fn group(digits: &str) -> Option<String> {
    if digits.starts_with('0') { spelled::<Russian>(digits.chars()) } else { cardinal_of(digits) }
}

fn cardinal_of(digits: &str) -> Option<String> {
    Russian::cardinal(digits.parse().ok()?, Agreement::plain(Case::Nominative))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("ru")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn symbols_are_words() {
        assert_eq!(said("дом № 7"), "дом номер семь");
        assert_eq!(said("2 + 3 = 5"), "два плюс три равно пять");
    }

    #[test]
    fn codes_are_digits() {
        assert_eq!(said("код 4071"), "код четыре ноль семь один");
        assert_eq!(said("8 800 200-05-00"), "восемь восемьсот двести ноль пять ноль ноль");
        assert_eq!(said("агент 007"), "агент ноль ноль семь");
    }
}
