//! Numbers that are read digit by digit because of the word before them, and postal codes.

use super::numbers::cardinal;
use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::phone;
use crate::place::{Place, last_word};
use crate::rule::{Rule, Said, Starts};
use crate::shared::{self, spell};

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
];

/// Words that may stand between: `de code is 4812`.
const BETWEEN: &[&str] =
    &["is", "nummer", "op", "naar", "luidt", "nr", "met", "het", "dan", "was", "wordt", "blijft"];

/// `bel 112`, `pincode is 0407`, `eindigt op 1881`.
fn after_word(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let phone = phone::phone(place.rest()).filter(|_| place.begins_word())?;
    let before = place.before().trim_end().trim_end_matches([':', '.', '-']);
    let short = phone.groups.len() == 1 && phone.digits() < 3;
    let marked = phone.mark.is_some_and(|mark| matches!(mark, '.' | '/'));
    let goes_on = place.rest()[phone.length..]
        .strip_prefix([',', ':'])
        .is_some_and(|rest| rest.starts_with(char::is_numeric));
    let asked = is_asked(before);
    let grouped = phone.groups.len() > 1 && !(is_phone(&phone) && asked);
    if short || marked || goes_on || grouped || !asked {
        return None;
    }
    Some(Said::new(phone.length, shared::phone::groups(&phone.groups, customs)))
}

fn is_phone(phone: &phone::Phone) -> bool {
    phone.digits() >= 6 && phone.mark != Some('.')
}

fn is_asked(before: &str) -> bool {
    let mut rest = before;
    for _ in 0..3 {
        let word = last_word(rest);
        let small = word.to_lowercase();
        if BEFORE.contains(&small.as_str()) || matches!(small.as_str(), "eindigt" | "eindigend" | "cijfers") {
            return true;
        }
        if !BETWEEN.contains(&small.as_str()) {
            return false;
        }
        rest = rest.trim_end().strip_suffix(word).unwrap_or_default();
    }
    false
}

/// Zeros before a number, and more digits than a number has.
fn leading_zero(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (digits, length) = digits::run(place.rest()).filter(|_| place.begins_word())?;
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
    let (digits, length) =
        digits::run(rest).filter(|(digits, _)| digits.len() == 4 && place.begins_word())?;
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
