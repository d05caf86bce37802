//! Signs with a name, and arithmetic.

use super::numbers;
use crate::customs::Customs;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared;
use crate::shared::arithmetic::{self, Operators};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "symbol", starts: Starts::Mark, read: minus },
    Rule { name: "symbol", starts: Starts::Mark, read: before_number },
    Rule { name: "symbol", starts: Starts::Mark, read: alone },
    Rule { name: "letter", starts: Starts::Letter, read: letter },
    shared::SYMBOLS[0],
];

/// For texts of which somebody said that they hold arithmetic.
pub(super) const MATHEMATICS: &[Rule] = &[
    Rule { name: "arithmetic", starts: Starts::Digit, read: term },
    Rule { name: "arithmetic", starts: Starts::Any, read: sign },
];

pub(super) const NAMES: &[(&str, &str)] = &[
    ("§§", "paragrafen"),
    ("§", "paragraaf"),
    ("&", "en"),
    ("±", "plus minus"),
    ("≈", "ongeveer"),
    ("≤", "kleiner dan of gelijk aan"),
    ("≥", "groter dan of gelijk aan"),
    ("≠", "is niet gelijk aan"),
    ("<=", "kleiner dan of gelijk aan"),
    (">=", "groter dan of gelijk aan"),
    ("=", "is"),
    ("+", "plus"),
    ("×", "keer"),
    ("÷", "gedeeld door"),
    ("→", "pijl"),
    ("<", "kleiner dan"),
    (">", "groter dan"),
    ("√", "wortel"),
    ("∞", "oneindig"),
    ("π", "pi"),
    ("°", "graden"),
    ("%", "procent"),
    ("‰", "promille"),
    ("€", "euro"),
    ("$", "dollar"),
    ("£", "pond"),
    ("¥", "yen"),
    ("Ø", "diameter"),
    ("№", "nummer"),
    ("²", "kwadraat"),
    ("³", "tot de derde"),
    ("©", "copyright"),
    ("†", "overleden"),
];

const OPERATORS: &Operators = &[
    ("<=", "kleiner dan of gelijk aan"),
    (">=", "groter dan of gelijk aan"),
    ("-", "min"),
    ("−", "min"),
    ("–", "min"),
    ("+", "plus"),
    ("*", "keer"),
    ("·", "keer"),
    ("×", "keer"),
    ("x", "keer"),
    ("/", "gedeeld door"),
    (":", "gedeeld door"),
    ("÷", "gedeeld door"),
    ("^", "tot de macht"),
    ("=", "is"),
    ("<", "kleiner dan"),
    (">", "groter dan"),
];

fn term(place: Place<'_>, customs: &Customs) -> Option<Said> {
    arithmetic::term(place, OPERATORS, customs, |number| Some(numbers::said(number, customs)))
}

fn sign(place: Place<'_>, _: &Customs) -> Option<Said> {
    arithmetic::sign(place, OPERATORS)
}

/// Between numbers with spaces around, and where nothing but a minus can be meant.
fn minus(place: Place<'_>, _: &Customs) -> Option<Said> {
    let sign = place.rest().chars().next().filter(|c| matches!(c, '−' | '-'))?;
    let behind = &place.rest()[sign.len_utf8()..];
    let before = place.before();
    let between =
        before.ends_with(' ') && behind.starts_with(' ') && before.trim_end().ends_with(char::is_numeric);
    let second = behind.trim_start().starts_with(char::is_numeric);
    if between && second && is_listed(before.trim_end()) {
        return Some(Said::new(sign.len_utf8(), "tot"));
    }
    let said = second && (between || sign == '−');
    said.then(|| Said::new(sign.len_utf8(), "min"))
}

/// Whether a number is that of a page or the like, from which a dash goes on: `blz. 3 - 5`.
fn is_listed(before: &str) -> bool {
    const WORDS: &[&str] = &[
        "blz",
        "bladzijde",
        "bladzijden",
        "pagina",
        "p",
        "pp",
        "hoofdstuk",
        "nr",
        "nummer",
        "nummers",
        "regel",
        "regels",
        "artikel",
        "art",
        "paragraaf",
        "deel",
        "vraag",
        "vragen",
        "opgave",
        "opgaven",
        "aflevering",
    ];
    let name = before.trim_end_matches(char::is_numeric).trim_end().trim_end_matches('.');
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    WORDS.contains(&crate::place::last_word(name).to_lowercase().as_str())
}

/// `~ 20`, `# 3`, `+5`.
fn before_number(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (sign, name) =
        [('~', "ongeveer"), ('#', "nummer")].into_iter().find(|(sign, _)| place.rest().starts_with(*sign))?;
    let number = place.rest()[sign.len_utf8()..].trim_start().starts_with(char::is_numeric);
    number.then(|| Said::new(sign.len_utf8(), name))
}

/// `*` and `#` as keys: not at the edge of a word.
fn alone(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (sign, name) =
        [('*', "sterretje"), ('#', "hekje")].into_iter().find(|(sign, _)| place.rest().starts_with(*sign))?;
    let before = place.previous().is_some_and(char::is_whitespace);
    let behind = &place.rest()[sign.len_utf8()..];
    let within =
        before && !behind.is_empty() && !behind.starts_with(|c: char| c == sign || c.is_alphanumeric());
    within.then(|| Said::new(sign.len_utf8(), name))
}

/// A letter alone, which a voice would not name: `de letter s`, but not `'s`.
fn letter(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let letter = place.rest().chars().next()?;
    let (_, name) = customs.letters.iter().find(|(known, _)| letter.eq_ignore_ascii_case(known))?;
    let between =
        |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '!' | '?'));
    let alone = between(place.previous()) && between(place.rest().chars().nth(1));
    alone.then(|| Said::new(letter.len_utf8(), *name))
}

#[cfg(test)]
mod tests {
    use crate::{Mathematics, Normaliser, Reading};
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn signs_are_named() {
        assert_eq!(read("Kuiper & Co. volgens § 3"), "Kuiper en Co. volgens paragraaf drie");
        assert_eq!(read("7 - 2 = 5"), "zeven min twee is vijf");
        assert!(read("Lees pagina 4 - 9.").contains("pagina vier tot negen"));
        assert!(read("Zie blz. 6 - 7.").contains("zes tot zeven"));
        assert_eq!(read("druk op # of *, ~ 30 keer"), "druk op hekje of sterretje, ongeveer dertig keer");
    }

    #[test]
    fn a_letter_alone_is_named() {
        assert_eq!(read("De n s en 's avonds"), "De n es en 's avonds");
    }

    #[test]
    fn arithmetic_where_it_is_said_to_be() {
        let reading = Reading { mathematics: Mathematics::Always, ..Reading::of(Language::new("nl")) };
        let normaliser = Normaliser::for_reading(&reading);
        let said = |text| normaliser.read(text).text.as_str().to_owned();
        assert_eq!(said("4-1=3"), "vier min één is drie");
        assert_eq!(
            said("5 x 3, 10/2 en 2^8"),
            "vijf keer drie, tien gedeeld door twee en twee tot de macht acht"
        );
    }
}
