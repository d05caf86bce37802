//! Cardinals and decimals.

use crate::customs::Customs;
use crate::language::germanic::{self, Magnitudes};
use crate::parse::digits;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

pub(super) const RULES: &[Rule] = &[
    Rule { name: "number", starts: Starts::Digit, read: dotted },
    Rule { name: "number", starts: Starts::DigitOrMark, read: plain },
    Rule { name: "number", starts: Starts::Letter, read: in_words },
];

const MAGNITUDES: Magnitudes = Magnitudes {
    hundred: "honderd",
    apart: &[],
    thousand: "duizend",
    millions: [("één miljoen", "miljoen"), ("één miljard", "miljard"), ("één biljoen", "biljoen")],
    one: "één",
    small: |number, customs| customs.spell(customs.numbering, number),
};

/// A whole number in words.
pub(super) fn cardinal(number: u64, customs: &Customs) -> String {
    germanic::cardinal(number, &MAGNITUDES, customs).unwrap_or_else(|| number.to_string())
}

/// `tweehonderdvier` in the text.
fn in_words(place: Place<'_>, customs: &Customs) -> Option<Said> {
    germanic::number_word(place, &MAGNITUDES, customs)
}

/// A number with its sign and fraction: `min drie komma nul vijf`.
pub(super) fn said(number: &Number, customs: &Customs) -> String {
    let sign = if number.negative { "min " } else { "" };
    let whole = number.value().filter(|_| !number.has_leading_zero());
    let whole =
        whole.map_or_else(|| spell::one_by_one(&number.whole, customs), |whole| cardinal(whole, customs));
    let fraction = number.fraction.as_deref().map(|digits| format!(" komma {}", decimals(digits, customs)));
    format!("{sign}{whole}{}", fraction.unwrap_or_default())
}

/// Two decimals are a number, any others are said one by one.
fn decimals(digits: &str, customs: &Customs) -> String {
    match digits.parse() {
        Ok(number) if digits.len() == 2 && !digits.starts_with('0') => cardinal(number, customs),
        _ => spell::one_by_one(digits, customs),
    }
}

/// A run of digits in a name or a code.
pub(super) fn figures(run: &str, customs: &Customs) -> String {
    match run.parse() {
        Ok(number) if run.len() <= 3 && !(run.len() > 1 && run.starts_with('0')) => cardinal(number, customs),
        _ => spell::one_by_one(run, customs),
    }
}

fn plain(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::signed(place.rest(), customs)?;
    let fits = if number.negative { may_be_negative(place) } else { !continues_number(place) };
    fits.then(|| Said::new(number.length, said(&number, customs)))
}

/// Numbers with full stops between that group no thousands: a version, a decimal of other languages.
fn dotted(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let whole = number::unsigned(rest, customs).filter(|_| place.begins_word())?;
    let behind =
        rest[whole.length..].strip_prefix('.').filter(|_| !whole.grouped && whole.fraction.is_none())?;
    let (fraction, more) = digits::run(behind)?;
    let length = whole.length + 1 + more;
    let parts = [figures(&whole.whole, customs), figures(&fraction, customs)];
    place.may_end(length).then(|| Said::new(length, parts.join(" punt ")))
}

/// A minus stands behind a space or an opening mark.
pub(super) fn may_be_negative(place: Place<'_>) -> bool {
    place
        .previous()
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '„' | '"' | '‘' | '\''))
}

fn continues_number(place: Place<'_>) -> bool {
    place.previous().is_some_and(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn one_is_no_article() {
        assert_eq!(read("Ik zie 1 kat en 22 muizen."), "Ik zie één kat en tweeëntwintig muizen.");
    }

    #[test]
    fn large_numbers_are_said_in_parts() {
        assert_eq!(read("1.234 van de 1000"), "duizend tweehonderd vierendertig van de duizend");
        assert_eq!(read("45.001.217 stuks"), "vijfenveertig miljoen duizend tweehonderd zeventien stuks");
        assert_eq!(read("zeshonderddrie honderden"), "zeshonderd drie honderden");
        assert_eq!(read("201.000 of 0"), "tweehonderd één duizend of nul");
    }

    #[test]
    fn decimals_are_said_as_people_do() {
        assert_eq!(read("3,05 of -7,25"), "drie komma nul vijf of min zeven komma vijfentwintig");
        assert_eq!(read("Python 3.11"), "Python drie punt elf");
    }
}
