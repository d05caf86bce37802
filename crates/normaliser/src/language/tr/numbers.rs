//! Numbers with what is written behind them: endings, ordinals, codes, fractions, versions.

use crate::customs::Customs;
use crate::language::tr::words::{
    cardinal, ending, number as say, one_by_one, ordinal, with_ending, with_fitted_ending,
};
use crate::parse::fraction::{self, Fraction, JOINING};
use crate::parse::{digits, number, roman};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

/// Grouped thousands, which would else be taken for versions.
pub(super) const GROUPED: &[Rule] = &[Rule { name: "number", starts: Starts::Digit, read: grouped }];

pub(super) const RULES: &[Rule] = &[
    Rule { name: "roman", starts: Starts::Letter, read: roman_ordinal },
    Rule { name: "fraction", starts: Starts::Digit, read: fraction },
    Rule { name: "code", starts: Starts::Digit, read: code },
    Rule { name: "ordinal", starts: Starts::Digit, read: figures_ordinal },
    Rule { name: "version", starts: Starts::Digit, read: pointed },
    Rule { name: "number", starts: Starts::DigitOrMark, read: plain },
];

/// The words of a number with the ending behind it, for so many bytes of the text.
pub(super) fn ended(text: &str, length: usize, words: &str) -> Said {
    match ending(&text[length..]).or_else(|| bare_ending(&text[length..])) {
        Some((ending, more)) => Said::new(length + more, with_ending(words, ending)),
        None => Said::new(length, words),
    }
}

/// `90lı`, `3üncü`: an ending that should have an apostrophe, if it can be nothing else.
fn bare_ending(text: &str) -> Option<(&str, usize)> {
    const ENDINGS: &[&str] = &[
        "lı", "li", "lu", "lü", "lık", "lik", "luk", "lük", "inci", "ıncı", "uncu", "üncü", "nci", "ncı",
        "şar", "şer", "er", "ar",
    ];
    let word = first_word(text);
    let fits = text.starts_with(word)
        && (ENDINGS.contains(&word) || word.starts_with("inc") || word.starts_with("ınc"));
    (fits && !word.is_empty()).then_some((word, word.len()))
}

/// `1.234.567`, with what is behind its comma.
fn grouped(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number =
        number::unsigned(place.rest(), customs).filter(|number| number.grouped && place.begins_word())?;
    place.may_end(number.length).then(|| Some(ended(place.rest(), number.length, &say(&number)?)))?
}

/// Any number that nothing more special was known of.
fn plain(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let before = place.before();
    let signed =
        before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“'));
    let listed = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let parse = if signed && !listed { number::signed } else { number::unsigned };
    let number = parse(text, customs)?;
    if number.has_leading_zero() || number.value().is_none() {
        let words = one_by_one(&number.whole)?;
        return Some(ended(text, number.length, &words));
    }
    Some(ended(text, number.length, &say(&number)?))
}

/// Names and nouns with a capital that a number with a full stop stands before.
const NUMBERED: &[&str] = &[
    "Dünya",
    "Lig",
    "Bölge",
    "Ulusal",
    "Uluslararası",
    "Geleneksel",
    "Cadde",
    "Sokak",
    "Kat",
    "Noter",
    "Ağır",
    "Asliye",
    "Sulh",
    "Yüzyıl",
    "Ordu",
    "Kolordu",
    "Levent",
    "Murat",
    "Mehmet",
    "Mehmed",
    "Mahmut",
    "Selim",
    "Abdülhamid",
    "Abdülhamit",
    "Ahmet",
    "Ahmed",
    "Mustafa",
    "Osman",
    "Bayezid",
    "Dönem",
    "Sınıf",
    "Haçlı",
    "Meşrutiyet",
];

/// `3. katta`, `1. Dünya Savaşı`: a full stop that is no end.
fn figures_ordinal(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (digits, length) = digits::run(text).filter(|(digits, _)| digits.len() <= 4)?;
    let behind = text[length..].strip_prefix('.')?;
    let word = first_word(behind);
    let stands = behind.starts_with([' ', '\u{A0}', '\u{202F}'])
        && (word.starts_with(char::is_lowercase) || NUMBERED.contains(&word));
    (stands && place.begins_free(&['.', ',', ':', '/']))
        .then(|| Some(Said::new(length + 1, ordinal(digits.parse().ok()?)?)))?
}

/// `II. Mahmut`, `XX. yüzyıl`; `Bölüm IV`.
fn roman_ordinal(place: Place<'_>, _: &Customs) -> Option<Said> {
    const NUMBERED: &[&str] = &["bölüm", "cilt", "kısım", "madde", "ek", "tip", "sahne", "perde"];
    let text = place.rest();
    let (number, length) =
        roman::roman(text).filter(|_| place.begins_word() && place.previous() != Some('.'))?;
    if NUMBERED.contains(&place.previous_word().to_lowercase().as_str()) {
        return Some(ended(text, length, &cardinal(number)?));
    }
    let behind = text[length..].strip_prefix('.')?;
    let word = first_word(behind);
    let initials = behind.trim_start()[word.len()..].starts_with('.') && word.chars().count() == 1;
    let likely = length > 1 || matches!(&text[..length], "I" | "V" | "X");
    let follows = behind.starts_with([' ', '\u{A0}']) && !word.is_empty() && !initials;
    (follows && likely).then(|| Some(Said::new(length + 1, ordinal(number)?)))?
}

/// `3/4`: dörtte üç; `½`: yarım; `1½`: bir buçuk.
fn fraction(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let found = fraction::fraction(text).filter(|found| found.denominator <= 100)?;
    place.begins_free(JOINING).then(|| Some(ended(text, found.length, &fraction_words(found)?)))?
}

fn fraction_words(found: Fraction) -> Option<String> {
    let part = || {
        let of = with_fitted_ending(&cardinal(found.denominator)?, "de");
        Some(format!("{of} {}", cardinal(found.numerator)?))
    };
    Some(match (found.whole, found.denominator) {
        (Some(whole), 2) => format!("{} buçuk", cardinal(whole)?),
        (Some(whole), _) => format!("{} tam {}", cardinal(whole)?, part()?),
        (None, 2) => "yarım".to_owned(),
        (None, _) => part()?,
    })
}

/// Digits behind a word for a code, one by one.
fn code(place: Place<'_>, _: &Customs) -> Option<Said> {
    const STEMS: &[&str] = &["kod", "şifre", "pin", "parola", "cvv"];
    let text = place.rest();
    let (digits, length) = digits::run(text).filter(|(digits, _)| digits.len() > 2 && place.begins_word())?;
    let before = place.before().trim_end_matches([' ', ':']);
    let word = crate::place::last_word(before).to_lowercase();
    STEMS
        .iter()
        .any(|stem| word.starts_with(stem))
        .then(|| Some(ended(text, length, &one_by_one(&digits)?)))?
}

/// `3.12`: what is no group of thousands, as of a version or chapter.
fn pointed(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (first, length) = digits::run(text).filter(|(digits, _)| digits.len() <= 3 && place.begins_word())?;
    let behind = text[length..].strip_prefix('.')?;
    let (second, more) = digits::run(behind).filter(|(digits, _)| digits.len() <= 2)?;
    let end = length + 1 + more;
    let goes_on = text[end..].strip_prefix('.').is_some_and(|rest| digits::run(rest).is_some());
    (!goes_on).then_some(())?;
    let words = format!("{} nokta {}", cardinal(first.parse().ok()?)?, pair(&second)?);
    Some(ended(text, end, &words))
}

/// Two digits, a zero at their head said.
pub(super) fn pair(digits: &str) -> Option<String> {
    if digits.starts_with('0') { one_by_one(digits) } else { cardinal(digits.parse().ok()?) }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("tr")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn endings_are_part_of_the_number() {
        assert_eq!(said("8'i geldi, 4'ü gitti"), "sekizi geldi, dördü gitti");
        assert_eq!(said("15.000'den fazla"), "on beş binden fazla");
        assert_eq!(said("80'li yıllar"), "seksenli yıllar");
        assert_eq!(said("-3,5 oldu"), "eksi üç virgül beş oldu");
    }

    #[test]
    fn ordinals_have_a_full_stop() {
        assert_eq!(said("5. sırada, 2. olan"), "beşinci sırada, ikinci olan");
        assert_eq!(said("Yaşı 25."), "Yaşı yirmi beş.");
        assert_eq!(said("IV. Murat, XIX. yüzyıl"), "dördüncü Murat, on dokuzuncu yüzyıl");
    }

    #[test]
    fn fractions_and_versions() {
        assert_eq!(said("halkın 3/4'ü"), "halkın dörtte üçü");
        assert_eq!(said("sürüm 3.12"), "sürüm üç nokta on iki");
        assert_eq!(said("1½ saat"), "bir buçuk saat");
    }
}
