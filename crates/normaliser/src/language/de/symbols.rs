//! Signs with a name: `&`, `§`, `+`, `=`, and which of them are silent.

use super::numbers::may_be_negative;
use crate::customs::Customs;
use crate::place::{Place, last_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "symbol", starts: Starts::Mark, read: minus },
    Rule { name: "symbol", starts: Starts::Mark, read: named },
    Rule { name: "symbol", starts: Starts::Mark, read: before_number },
];

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
    number.then(|| Said::new(1, "circa"))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn signs_are_named() {
        assert_eq!(read("Kunz & Co. nach § 3"), "Kunz und Co. nach Paragraf drei");
        assert_eq!(read("7 - 2 = 5"), "sieben minus zwei ist gleich fünf");
        assert_eq!(
            read("Lies Seite 4 - 9 und S. 6 - 7."),
            "Lies Seite vier bis neun und Seite sechs bis sieben."
        );
        assert_eq!(read("~ 30 Gäste"), "circa dreißig Gäste");
    }
}
