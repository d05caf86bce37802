//! Numbers that are read digit by digit because of the word before them, and postal codes.

use super::numbers::cardinal;
use crate::customs::Customs;
use crate::language::germanic::digits::{self, Asking};
use crate::parse::digits::run;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

pub(super) const RULES: &[Rule] = &[
    Rule { name: "postal code", starts: Starts::Digit, read: postal_code },
    Rule { name: "digits", starts: Starts::Digit, read: after_word },
    Rule { name: "digits", starts: Starts::Digit, read: leading_zero },
];

/// Words behind which digits are named one by one.
const BEFORE: &[&str] = &[
    "bel",
    "belt",
    "bellen",
    "belde",
    "tel",
    "telefoon",
    "telefoonnummer",
    "mobiel",
    "pincode",
    "pin",
    "code",
    "toegangscode",
    "inlogcode",
    "bevestigingscode",
    "verificatiecode",
    "postcode",
    "sms",
    "alarmnummer",
    "fax",
    "rekeningnummer",
    "klantnummer",
    "ordernummer",
    "bestelnummer",
    "kaartnummer",
    "serienummer",
    "wachtwoord",
    "dossiernummer",
    "burgerservicenummer",
    "toestel",
    "draai",
    "eindigt",
    "eindigend",
    "cijfers",
];

/// Words that may stand between: `de code is 4812`.
const BETWEEN: &[&str] =
    &["is", "nummer", "op", "naar", "luidt", "nr", "met", "het", "dan", "was", "wordt", "blijft"];

/// `bel 112`, `pincode is 0407`, `eindigt op 1881`.
fn after_word(place: Place<'_>, customs: &Customs) -> Option<Said> {
    digits::after_word(place, Asking { words: BEFORE, between: BETWEEN }, customs)
}

/// Zeros before a number, and more digits than a number has.
fn leading_zero(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (digits, length) = run(place.rest()).filter(|_| place.begins_word())?;
    let behind = &place.rest()[length..];
    let goes_on = behind
        .strip_prefix([',', '.', ':', '-', '/', '–'])
        .is_some_and(|rest| rest.starts_with(char::is_numeric));
    let fits = digits.len() > 1 && digits.starts_with('0') || digits.len() > 15;
    let time = crate::place::first_word(behind) == "uur";
    (fits && !goes_on && !time && place.may_end(length))
        .then(|| Said::new(length, spell::one_by_one(&digits, customs)))
}

/// `3511 LX`: four digits in pairs, two letters.
fn postal_code(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (digits, length) = run(rest).filter(|(digits, _)| digits.len() == 4 && place.begins_word())?;
    let behind = &rest[length..];
    let bare = behind.strip_prefix([' ', '\u{A0}']).unwrap_or(behind);
    let end = rest.len() - bare.len() + 2;
    let letters = bare.get(..2).filter(|letters| letters.bytes().all(|byte| byte.is_ascii_uppercase()))?;
    let unit = matches!(letters, "MB" | "GB" | "TB" | "KB" | "MW" | "GW" | "MP" | "HZ" | "PK");
    let fits = !digits.starts_with('0') && !unit && place.may_end(end);
    fits.then(|| Said::new(length, pairs(&digits, customs)).then(end, &spell::characters(letters, customs)))
}

fn pairs(digits: &str, customs: &Customs) -> String {
    let pair = |pair: &str| match pair.parse() {
        Ok(0) | Err(_) => "nul nul".to_owned(),
        Ok(number @ 1..10) => format!("nul {}", cardinal(number, customs)),
        Ok(number) => cardinal(number, customs),
    };
    match digits.strip_suffix("000").and_then(|thousands| thousands.parse::<u64>().ok()) {
        Some(thousands) => cardinal(1_000 * thousands, customs),
        None => format!("{} {}", pair(&digits[..2]), pair(&digits[2..])),
    }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn words_before_ask_for_digits() {
        assert_eq!(read("Uw code is 4812."), "Uw code is vier acht één twee.");
        assert_eq!(read("kaart eindigt op 9917"), "kaart eindigt op negen negen één zeven");
        assert_eq!(read("Bel 101 keer"), "Bel één nul één keer");
        assert_eq!(read("Kies 007"), "Kies nul nul zeven");
    }

    #[test]
    fn postal_codes_are_pairs() {
        assert_eq!(read("1012 AB Amsterdam"), "tien twaalf a b Amsterdam");
        assert_eq!(read("9001 XS"), "negentig nul één x es");
    }
}
