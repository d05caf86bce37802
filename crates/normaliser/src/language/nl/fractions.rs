//! Fractions: `2/3`, `½`, `1½ uur`.

use super::numbers::cardinal;
use super::ordinals;
use crate::customs::Customs;
use crate::parse::fraction::{self, Fraction, JOINING};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "fraction", starts: Starts::Any, read }];

fn read(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let found = fraction::fraction(rest).filter(|found| found.denominator <= 100)?;
    let words = || mixed(found, &rest[found.length..], customs);
    place.begins_free(JOINING).then(|| Some(Said::new(found.length, words()?)))?
}

/// `twee derde`, `een kwart`.
fn said(above: u64, below: u64, customs: &Customs) -> Option<String> {
    Some(match (above, below) {
        (1, 2) => "een half".to_owned(),
        (1, 4) => "een kwart".to_owned(),
        (3, 4) => "driekwart".to_owned(),
        _ => format!("{} {}", cardinal(above, customs), ordinals::said(below, customs)?),
    })
}

/// `anderhalf`, `tweeënhalf`, `drie en een kwart`; a half agrees with its noun.
fn mixed(found: Fraction, after: &str, customs: &Customs) -> Option<String> {
    let noun = if after.starts_with([' ', '\u{A0}']) { first_word(after) } else { "" };
    let half = if is_common(noun) { "halve" } else { "half" };
    let is_half = found.denominator == 2;
    let part = said(found.numerator, found.denominator, customs)?;
    let Some(whole) = found.whole else { return Some(if is_half { format!("een {half}") } else { part }) };
    let words = cardinal(whole, customs);
    Some(match whole {
        1 if is_half => format!("ander{half}"),
        _ if is_half => format!("{words}{}{half}", if words.ends_with('e') { "ën" } else { "en" }),
        _ => format!("{words} en {part}"),
    })
}

/// Whether a word behind a half is a noun with `de`; diminutives and these have `het`.
fn is_common(word: &str) -> bool {
    const NEUTER: &[&str] = &[
        "uur", "jaar", "kwartier", "brood", "ei", "pond", "ons", "glas", "blik", "pak", "miljoen", "miljard",
        "procent", "punt", "deel", "bord", "blad", "pint", "dozijn", "etmaal", "boek", "werk", "rondje",
        "stuk", "vat", "dorp",
    ];
    const NONE: &[&str] = &[
        "van", "en", "of", "is", "per", "in", "op", "keer", "maal", "tot", "meer", "zo", "dan", "als", "was",
    ];
    let common = !NEUTER.contains(&word) && !word.ends_with("je") && !NONE.contains(&word);
    common && word.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn fractions_in_figures_and_signs() {
        assert_eq!(read("zo'n 3/5 daarvan"), "zo'n drie vijfde daarvan");
        assert_eq!(read("3½ jaar, ½ tas, 1½ meter"), "drieënhalf jaar, een halve tas, anderhalve meter");
        assert_eq!(read("¼ ervan, 4 1/2 uur"), "een kwart ervan, vierenhalf uur");
        assert_eq!(read("1 1/4 uur"), "één en een kwart uur");
    }
}
