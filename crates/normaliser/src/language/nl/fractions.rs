//! Fractions: `2/3`, `½`, `1½ uur`.

use super::numbers::cardinal;
use super::ordinals;
use crate::customs::Customs;
use crate::parse::digits;
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "fraction", starts: Starts::Any, read: fraction }];

const SIGNS: &[(char, u64, u64)] = &[
    ('½', 1, 2),
    ('⅓', 1, 3),
    ('⅔', 2, 3),
    ('¼', 1, 4),
    ('¾', 3, 4),
    ('⅕', 1, 5),
    ('⅖', 2, 5),
    ('⅗', 3, 5),
    ('⅘', 4, 5),
    ('⅙', 1, 6),
    ('⅚', 5, 6),
    ('⅛', 1, 8),
    ('⅜', 3, 8),
    ('⅝', 5, 8),
    ('⅞', 7, 8),
    ('⅒', 1, 10),
];

fn fraction(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if !place.begins_word() || place.previous() == Some('/') {
        return None;
    }
    let rest = place.rest();
    let whole = digits::run(rest).and_then(|(digits, length)| Some((digits.parse::<u64>().ok()?, length)));
    let start = whole.map_or(0, |(_, length)| length);
    if let Some((above, below, more)) = sign(&rest[start..]) {
        let length = start + more;
        let words = mixed(whole.map(|(number, _)| number), (above, below), &rest[length..], customs)?;
        return Some(Said::new(length, words));
    }
    let (number, start) = whole
        .filter(|(_, length)| rest[*length..].starts_with(' '))
        .filter(|(_, length)| slashed(&rest[length + 1..]).is_some())
        .map_or((None, 0), |(number, length)| (Some(number), length + 1));
    let (above, below, more) = slashed(&rest[start..])?;
    let length = start + more;
    let ends = !rest[length..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
    ends.then(|| Some(Said::new(length, mixed(number, (above, below), &rest[length..], customs)?)))?
}

fn sign(text: &str) -> Option<(u64, u64, usize)> {
    let c = text.chars().next()?;
    SIGNS.iter().find(|(sign, ..)| *sign == c).map(|(sign, above, below)| (*above, *below, sign.len_utf8()))
}

/// `2/3`: the first smaller than the second.
fn slashed(text: &str) -> Option<(u64, u64, usize)> {
    let (above, first) = digits::run(text)?;
    let behind = text[first..].strip_prefix(['/', '⁄'])?;
    let (below, second) = digits::run(behind)?;
    let length = text.len() - behind.len() + second;
    let (above, below) = (above.parse().ok()?, below.parse().ok()?);
    (above > 0 && above < below && (2..=100).contains(&below)).then_some((above, below, length))
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

/// `anderhalf`, `tweeënhalf`, `drie een kwart`; a half agrees with its noun.
fn mixed(whole: Option<u64>, (above, below): (u64, u64), after: &str, customs: &Customs) -> Option<String> {
    let noun = if after.starts_with([' ', '\u{A0}']) { first_word(after) } else { "" };
    let half = if is_common(noun) { "halve" } else { "half" };
    match (whole, (above, below)) {
        (None, (1, 2)) => Some(format!("een {half}")),
        (Some(1), (1, 2)) => Some(format!("ander{half}")),
        (Some(whole), (1, 2)) => {
            let whole = cardinal(whole, customs);
            let link = if whole.ends_with('e') { "ën" } else { "en" };
            Some(format!("{whole}{link}{half}"))
        }
        (None, (above, below)) => said(above, below, customs),
        (Some(whole), (above, below)) => {
            Some(format!("{} {}", cardinal(whole, customs), said(above, below, customs)?))
        }
    }
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
    }
}
