//! Numbers that are read digit by digit: behind words that ask for it, and extensions of telephone numbers.

use super::numbers::spelled;
use crate::customs::Customs;
use crate::language::germanic::digits::{self, Asking};
use crate::parse::digits::run;
use crate::parse::phone;
use crate::place::{Place, last_word};
use crate::rule::{Rule, Said, Starts};
use crate::shared;

pub(super) const RULES: &[Rule] = &[
    Rule { name: "phone", starts: Starts::DigitOrMark, read: with_extension },
    Rule { name: "phone", starts: Starts::Mark, read: extension },
    Rule { name: "digits", starts: Starts::Digit, read: after_word },
];

const BEFORE: &[&str] = &[
    "tel",
    "telefon",
    "telefonnummer",
    "handy",
    "mobil",
    "fax",
    "durchwahl",
    "rufnummer",
    "notruf",
    "pin",
    "geheimzahl",
    "code",
    "zugangscode",
    "bestätigungscode",
    "sicherheitscode",
    "tan",
    "endziffern",
    "endend",
    "endet",
    "kundennummer",
    "bestellnummer",
    "auftragsnummer",
    "rechnungsnummer",
    "kontonummer",
    "kartennummer",
    "seriennummer",
    "kennwort",
    "passwort",
    "wähle",
    "wählen",
    "wählt",
    "rufe",
    "rufen",
    "ziffern",
    "aktenzeichen",
    "vorgangsnummer",
    "blz",
    "bankleitzahl",
];

const BETWEEN: &[&str] =
    &["ist", "lautet", "nummer", "die", "auf", "unter", "der", "sie", "nr", "den", "war", "an", "mit"];

/// `Code 4812`, `PIN lautet 0407`, `Tel. 4711`.
fn after_word(place: Place<'_>, customs: &Customs) -> Option<Said> {
    digits::after_word(place, Asking { words: BEFORE, between: BETWEEN }, customs)
}

/// `+49 30 1234-56`: the last digits are a desk's.
fn with_extension(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let phone = phone::phone(rest).filter(|phone| phone.is_sure() && place.begins_word())?;
    let behind = rest[phone.length..].strip_prefix('-')?;
    let (digits, more) = run(behind).filter(|(digits, _)| (1..=5).contains(&digits.len()))?;
    let length = phone.length + 1 + more;
    let plus = if phone.plus { "plus " } else { "" };
    let said = format!("{plus}{}, {}", shared::phone::groups(&phone.groups, customs), spelled(&digits));
    place.may_end(length).then(|| Said::new(length, said))
}

/// `unter -679`, `Durchwahl -12`.
fn extension(place: Place<'_>, _: &Customs) -> Option<Said> {
    let behind = place.rest().strip_prefix('-')?;
    let (digits, more) = run(behind).filter(|(digits, _)| (2..=5).contains(&digits.len()))?;
    let before = last_word(place.before());
    let asked = matches!(before, "unter" | "Unter" | "Durchwahl" | "Apparat" | "App" | "DW");
    let unit = behind[more..].trim_start().starts_with(['°', '%', '€'])
        || behind[more..].trim_start().starts_with("Grad");
    let goes_on = behind[more..].starts_with(',') && behind[more + 1..].starts_with(char::is_numeric);
    (asked && !unit && !goes_on && place.may_end(1 + more)).then(|| Said::new(1 + more, spelled(&digits)))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn words_before_ask_for_digits() {
        assert_eq!(read("Der Code lautet 481203."), "Der Code lautet vier acht eins zwei null drei.");
        assert_eq!(read("Tel. 5566"), "Telefon fünf fünf sechs sechs");
        assert_eq!(read("Mit 112 Gästen"), "Mit hundert zwölf Gästen");
    }

    #[test]
    fn extensions_belong_to_the_number() {
        assert_eq!(read("040 55512-34"), "null vier null, fünf fünf fünf eins zwei, drei vier");
        assert_eq!(
            read("unter -77 oder unter -12 °C"),
            "unter sieben sieben oder unter minus zwölf Grad Celsius"
        );
    }
}
