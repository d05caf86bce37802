//! Symbols that are words between numbers and names, fractions and codes.

use crate::customs::Customs;
use crate::language::pl::cardinal::cardinal;
use crate::language::pl::governors;
use crate::language::pl::ordinal::{self, ordinal};
use crate::language::pl::tongue::Polish;
use crate::language::slavic::grammar::{Agreement, Case, Gender};
use crate::language::slavic::measure;
use crate::language::slavic::number::spelled;
use crate::language::slavic::symbols::Names;
use crate::parse::digits;
use crate::place::{Place, last_word};
use crate::rule::Said;

/// What symbols are called.
pub(super) const NAMES: Names = Names {
    signs: &[
        ('№', "numer"),
        ('§', "paragraf"),
        ('&', "i"),
        ('±', "plus minus"),
        ('≈', "około"),
        ('~', "około"),
        ('×', "na"),
        ('+', "plus"),
        ('=', "równa się"),
        ('−', "minus"),
        ('–', "minus"),
        ('<', "mniejsze niż"),
        ('>', "większe niż"),
        ('≤', "mniejsze lub równe"),
        ('≥', "większe lub równe"),
        ('÷', "podzielone przez"),
    ],
    sections: "paragrafy",
};

/// `2/3`, `½`, `1½`.
pub(super) fn fraction(place: Place<'_>, _: &Customs) -> Option<Said> {
    if !place.begins_word() || place.before().ends_with(['/', '.', ',']) {
        return None;
    }
    let text = place.rest();
    if let Some((words, length)) = vulgar(text) {
        return Some(measure::of_unit::<Polish>(text, Said::new(length, words)));
    }
    let (top, length) = digits::small(text, 1..=99)?;
    let (bottom, more) = digits::small(text[length..].strip_prefix(['/', '⁄'])?, 2..=99)?;
    let end = length + text[length..].chars().next()?.len_utf8() + more;
    let ends = !text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
    (ends && top < bottom).then_some(())?;
    let said = Said::new(end, parts(u64::from(top), u64::from(bottom), governors::case_at(place, end))?);
    Some(measure::of_unit::<Polish>(text, said))
}

/// So many parts: `dwie trzecie`, `pięć ósmych`.
fn parts(top: u64, bottom: u64, case: Case) -> Option<String> {
    let number = cardinal(top, Agreement::new(case, Gender::Feminine))?;
    let direct = matches!(case, Case::Nominative | Case::Accusative);
    match (top, bottom) {
        (1, 2) if direct => return Some("pół".to_owned()),
        (1, 4) if direct => return Some("ćwierć".to_owned()),
        (3, 4) if direct => return Some("trzy czwarte".to_owned()),
        _ => {}
    }
    let few = matches!(top % 10, 2..=4) && !matches!(top % 100, 12..=14);
    let form = match () {
        () if top == 1 => ordinal::Place::new(case, Gender::Feminine),
        () if few && direct => ordinal::Place::plural(Case::Nominative),
        () if direct => ordinal::Place::plural(Case::Genitive),
        () => ordinal::Place::plural(case),
    };
    Some(format!("{number} {}", ordinal(bottom, form)?))
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
    let part = parts(*top, *bottom, Case::Nominative)?;
    let whole = whole.parse().ok().and_then(|whole| cardinal(whole, Agreement::plain(Case::Nominative)));
    Some((whole.map_or_else(|| part.clone(), |whole| format!("{whole} i {part}")), length))
}

/// Digits behind a word for a code, with a zero at their head, or grouped as those of a telephone, one by one.
pub(super) fn code(place: Place<'_>, _: &Customs) -> Option<Said> {
    const CODES: &[&str] = &["pin", "kod", "kodu", "hasło", "pesel", "cvv", "nip", "regon"];
    let text = place.rest();
    let (digits, length) = digits::run(text)?;
    if let Some(length) = telephone(place) {
        return Some(Said::new(length, spelled::<Polish>(text[..length].chars())?));
    }
    let before = last_word(place.before().trim_end_matches([' ', ':'])).to_lowercase();
    let decimal =
        text[length..].starts_with(',') && text[length + 1..].starts_with(|c: char| c.is_ascii_digit());
    let leading = digits.len() > 1 && digits.starts_with('0') && !decimal;
    let named = digits.len() > 2 && CODES.contains(&before.as_str());
    (leading || named).then(|| Some(Said::new(length, spelled::<Polish>(digits.chars())?)))?
}

/// The length of nine digits in groups of three, behind a word for a telephone.
fn telephone(place: Place<'_>) -> Option<usize> {
    const STEMS: &[&str] =
        &["tel", "numer", "infolini", "dzwo", "zadzwo", "komór", "kontakt", "faks", "fax", "sms"];
    let before = place.before().to_lowercase();
    let called = before
        .split(|c: char| !c.is_alphabetic())
        .rev()
        .filter(|word| !word.is_empty())
        .take(4)
        .any(|word| STEMS.iter().any(|stem| word.starts_with(stem)));
    let text = place.rest();
    let mut length = 0;
    for group in 0..3 {
        let start = if group > 0 {
            length + text[length..].starts_with([' ', '-', '\u{A0}']).then_some(1)?
        } else {
            0
        };
        let (_, more) = digits::run(text.get(start..)?).filter(|(digits, _)| digits.len() == 3)?;
        length = start + more;
    }
    (called && place.begins_word() && place.may_end(length)).then_some(length)
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("pl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn symbols_and_fractions_are_words() {
        assert_eq!(said("2 + 3 = 5"), "dwa plus trzy równa się pięć");
        assert_eq!(said("2/3 klasy"), "dwie trzecie klasy");
        assert_eq!(said("zajęła 1/3 pola"), "zajęła jedną trzecią pola");
        assert_eq!(said("minęła 1/3 dnia"), "minęła jedna trzecia dnia");
        assert_eq!(said("5/8 cala"), "pięć ósmych cala");
        assert_eq!(said("½ litra"), "pół litra");
    }

    #[test]
    fn codes_are_digits() {
        assert_eq!(said("kod 4071"), "kod cztery zero siedem jeden");
        assert_eq!(said("zadzwoń 600 100 200"), "zadzwoń sześć zero zero jeden zero zero dwa zero zero");
        assert_eq!(said("mamy 600 100 złotych"), "mamy sześćset tysięcy sto złotych");
    }
}
