//! Signs with a name: `&`, `§`, `+`, `=`, and which of them are silent.

use super::numbers;
use super::numbers::may_be_negative;
use crate::customs::Customs;
use crate::place::{Place, last_word};
use crate::rule::{Rule, Said, Starts};
use crate::shared::arithmetic::{self, Operators};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "symbol", starts: Starts::Mark, read: minus },
    Rule { name: "symbol", starts: Starts::Mark, read: named },
    Rule { name: "symbol", starts: Starts::Mark, read: before_number },
    Rule { name: "symbol", starts: Starts::Mark, read: star },
];

/// For texts of which somebody said that they hold arithmetic.
pub(super) const MATHEMATICS: &[Rule] = &[
    Rule { name: "arithmetic", starts: Starts::Digit, read: term },
    Rule { name: "arithmetic", starts: Starts::Any, read: sign },
];

const OPERATORS: &Operators = &[
    ("<=", "kleiner oder gleich"),
    (">=", "größer oder gleich"),
    ("-", "minus"),
    ("−", "minus"),
    ("–", "minus"),
    ("+", "plus"),
    ("*", "mal"),
    ("·", "mal"),
    ("×", "mal"),
    ("x", "mal"),
    ("/", "geteilt durch"),
    (":", "geteilt durch"),
    ("÷", "geteilt durch"),
    ("^", "hoch"),
    ("=", "ist gleich"),
    ("<", "kleiner als"),
    (">", "größer als"),
];

fn term(place: Place<'_>, customs: &Customs) -> Option<Said> {
    arithmetic::term(place, OPERATORS, customs, |number| Some(numbers::said(number, customs)))
}

fn sign(place: Place<'_>, _: &Customs) -> Option<Said> {
    arithmetic::sign(place, OPERATORS)
}

/// `*` as a key or a sign of its own: `*-Taste`, `auf * drücken`.
fn star(place: Place<'_>, _: &Customs) -> Option<Said> {
    let behind = place.rest().strip_prefix('*')?;
    let alone = place.previous().is_some_and(char::is_whitespace) && behind.starts_with([' ', ',', '.', '-']);
    alone.then(|| Said::new(1, "Stern"))
}

const NAMES: &[(&str, &str)] = &[
    ("§§", "Paragrafen"),
    ("§", "Paragraf"),
    ("&", "und"),
    ("±", "plus minus"),
    ("≈", "ungefähr"),
    ("≤", "kleiner oder gleich"),
    ("≥", "größer oder gleich"),
    ("≠", "ungleich"),
    ("=", "ist gleich"),
    ("+", "plus"),
    ("×", "mal"),
    ("÷", "geteilt durch"),
    ("→", "Pfeil"),
    ("#", "Hashtag"),
    ("<", "kleiner als"),
    (">", "größer als"),
    ("√", "Wurzel aus"),
    ("∞", "unendlich"),
    ("π", "Pi"),
    ("°", "Grad"),
    ("%", "Prozent"),
    ("‰", "Promille"),
    ("€", "Euro"),
    ("$", "Dollar"),
    ("£", "Pfund"),
    ("¥", "Yen"),
    ("Ø", "Durchschnitt"),
    ("№", "Nummer"),
];

fn named(place: Place<'_>, _: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (sign, name) = NAMES.iter().find(|(sign, _)| rest.starts_with(sign))?;
    let behind = &rest[sign.len()..];
    if *sign == "#" && behind.starts_with(|c: char| c.is_numeric()) {
        return Some(Said::new(1, "Nummer"));
    }
    Some(Said::new(sign.len(), *name))
}

/// Between numbers with spaces around a minus is said; before a number as well.
fn minus(place: Place<'_>, _: &Customs) -> Option<Said> {
    let sign = place.rest().chars().next().filter(|c| matches!(c, '−' | '-' | '–'))?;
    let behind = &place.rest()[sign.len_utf8()..];
    let before = place.before().trim_end();
    let sum = place.before().ends_with(' ') && behind.starts_with(' ') && before.ends_with(char::is_numeric);
    let second = behind.trim_start().starts_with(char::is_numeric);
    if sum && second && is_listed(before) {
        return Some(Said::new(sign.len_utf8(), "bis"));
    }
    let said = second && (sum && sign != '–' || sign == '−' && may_be_negative(place));
    said.then(|| Said::new(sign.len_utf8(), "minus"))
}

/// Whether a number is that of a page or the like, from which a dash goes on: `Seite 3 - 5`.
fn is_listed(before: &str) -> bool {
    const WORDS: &[&str] = &[
        "Seite",
        "Seiten",
        "S",
        "Kapitel",
        "Kap",
        "Nr",
        "Nummer",
        "Nummern",
        "Zeile",
        "Zeilen",
        "Abschnitt",
        "Artikel",
        "Art",
        "Absatz",
        "Abs",
        "Band",
        "Folge",
        "Folgen",
        "Aufgabe",
        "Aufgaben",
        "Punkt",
    ];
    let name = before.trim_end_matches(char::is_numeric);
    WORDS.contains(&last_word(name.trim_end().trim_end_matches('.')))
}

/// `~ 20`.
fn before_number(place: Place<'_>, _: &Customs) -> Option<Said> {
    let behind = place.rest().strip_prefix('~')?;
    let number = behind.trim_start().starts_with(char::is_numeric);
    number.then(|| Said::new(1, "ungefähr"))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn arithmetic_where_it_is_said_to_be() {
        use crate::{Mathematics, Reading};
        let reading = Reading { mathematics: Mathematics::Always, ..Reading::of(Language::new("de")) };
        let normaliser = Normaliser::for_reading(&reading);
        let said = |text| normaliser.read(text).text.as_str().to_owned();
        assert_eq!(said("4-1=3"), "vier minus eins ist gleich drei");
        assert_eq!(said("5 x 3, 10/2 und 2^8"), "fünf mal drei, zehn geteilt durch zwei und zwei hoch acht");
    }

    #[test]
    fn signs_are_named() {
        assert_eq!(read("die *-Taste"), "die Stern-Taste");
        assert_eq!(read("Kunz & Co. nach § 3"), "Kunz und Co. nach Paragraf drei");
        assert_eq!(read("7 - 2 = 5"), "sieben minus zwei ist gleich fünf");
        assert_eq!(
            read("Lies Seite 4 - 9 und S. 6 - 7."),
            "Lies Seite vier bis neun und Seite sechs bis sieben."
        );
        assert_eq!(read("~ 30 Gäste"), "ungefähr dreißig Gäste");
    }
}
