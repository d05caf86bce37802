//! Symbols that are words between numbers and names, ranges, fractions and codes.

use crate::customs::Customs;
use crate::language::ru::cardinal::{Class, class};
use crate::language::ru::governors;
use crate::language::ru::ordinal::{self, ordinal};
use crate::language::ru::tongue::Russian;
use crate::language::slavic::grammar::{Agreement, Case, Gender};
use crate::language::slavic::measure;
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

/// `2/3`, `½`, `1½`.
pub(super) fn fraction(place: Place<'_>, _: &Customs) -> Option<Said> {
    if !place.begins_word() || place.before().ends_with(['/', '.', ',']) {
        return None;
    }
    let text = place.rest();
    if let Some((words, length)) = vulgar(text) {
        return Some(measure::of_unit::<Russian>(text, Said::new(length, words)));
    }
    let (top, length) = digits::small(text, 1..=99)?;
    let (bottom, more) = digits::small(text[length..].strip_prefix(['/', '⁄'])?, 2..=99)?;
    let end = length + text[length..].chars().next()?.len_utf8() + more;
    let ends = !text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.'))
        || text[end..].trim() == ".";
    (ends && top < bottom).then_some(())?;
    let said = Said::new(end, parts(u64::from(top), u64::from(bottom), governors::case_at(place, end))?);
    Some(measure::of_unit::<Russian>(text, said))
}

/// So many parts: `две третьих`.
fn parts(top: u64, bottom: u64, case: Case) -> Option<String> {
    let direct = matches!(case, Case::Nominative | Case::Accusative);
    if (top, bottom) == (1, 2) && direct {
        return Some("половина".to_owned());
    }
    let number = Russian::cardinal(top, Agreement::new(case, Gender::Feminine))?;
    let one = class(top) == Class::One;
    let feminine = ordinal::Place::new(case, Gender::Feminine);
    let special = match (bottom, one, case) {
        (3, true, Case::Nominative | Case::Accusative) => Some("треть"),
        (4, true, Case::Nominative | Case::Accusative) => Some("четверть"),
        (4, false, Case::Nominative | Case::Accusative) => Some("четверти"),
        _ => None,
    };
    let form = match case {
        _ if one => feminine,
        Case::Nominative | Case::Accusative | Case::Genitive => ordinal::Place::plural(Case::Genitive),
        case => ordinal::Place::plural(case),
    };
    let part = special.map_or_else(|| ordinal(bottom, form), |word| Some(word.to_owned()))?;
    Some(format!("{number} {part}"))
}

/// A fraction of one character, perhaps behind a whole number.
fn vulgar(text: &str) -> Option<(String, usize)> {
    const SIGNS: &[(char, u64, u64)] = &[
        ('½', 1, 2),
        ('⅓', 1, 3),
        ('⅔', 2, 3),
        ('¼', 1, 4),
        ('¾', 3, 4),
        ('⅕', 1, 5),
        ('⅛', 1, 8),
        ('⅜', 3, 8),
    ];
    let (whole, start) = digits::run(text).unwrap_or_default();
    let sign = text[start..].chars().next()?;
    let (_, top, bottom) = SIGNS.iter().find(|(known, ..)| *known == sign)?;
    let length = start + sign.len_utf8();
    let whole =
        whole.parse().ok().and_then(|whole| Russian::cardinal(whole, Agreement::plain(Case::Nominative)));
    Some(match (whole, bottom) {
        (Some(whole), 2) => (format!("{whole} с половиной"), length),
        (Some(whole), _) => (format!("{whole} и {}", parts(*top, *bottom, Case::Nominative)?), length),
        (None, _) => (parts(*top, *bottom, Case::Nominative)?, length),
    })
}

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
    fn fractions_are_parts() {
        assert_eq!(said("2/3 класса"), "две третьих класса");
        assert_eq!(said("3/4 литра"), "три четверти литра");
        assert_eq!(said("1½ часа"), "один с половиной часа");
    }

    #[test]
    fn codes_are_digits() {
        assert_eq!(said("код 4071"), "код четыре ноль семь один");
        assert_eq!(said("8 800 200-05-00"), "восемь восемьсот двести ноль пять ноль ноль");
        assert_eq!(said("агент 007"), "агент ноль ноль семь");
    }
}
