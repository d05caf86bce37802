//! Symbols that are words between numbers and names, and codes.

use crate::customs::Customs;
use crate::language::pl::tongue::Polish;
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
    fn symbols_are_words() {
        assert_eq!(said("2 + 3 = 5"), "dwa plus trzy równa się pięć");
    }

    #[test]
    fn codes_are_digits() {
        assert_eq!(said("kod 4071"), "kod cztery zero siedem jeden");
        assert_eq!(said("zadzwoń 600 100 200"), "zadzwoń sześć zero zero jeden zero zero dwa zero zero");
        assert_eq!(said("mamy 600 100 złotych"), "mamy sześćset tysięcy sto złotych");
    }
}
