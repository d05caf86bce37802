//! Fractions: `2/3`, `½`, `1½ Stunden`, `3/4-Takt`.

use super::numbers::cardinal;
use crate::customs::Customs;
use crate::parse::digits;
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "fraction", starts: Starts::Digit, read: fraction }];

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
    if !place.begins_word() {
        return None;
    }
    let rest = place.rest();
    let whole = digits::run(rest).and_then(|(digits, length)| Some((digits.parse::<u64>().ok()?, length)));
    let (number, start) = whole.map_or((None, 0), |(number, length)| (Some(number), length));
    if let Some((above, below, length)) = sign(&rest[start..]) {
        let after = &rest[start + length..];
        return Some(Said::new(start + length, mixed(number, (above, below), after, customs)?));
    }
    let (above, below, length) = slashed(rest)?;
    let after = &rest[length..];
    if after.strip_prefix("-Takt").is_some() {
        return Some(Said::new(
            length + "-Takt".len(),
            format!("{}takt", said(above, below, customs)?.replace(' ', "").to_lowercase()),
        ));
    }
    let ends = !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
    ends.then(|| Some(Said::new(length, said(above, below, customs)?)))?
}

fn sign(text: &str) -> Option<(u64, u64, usize)> {
    let c = text.chars().next()?;
    SIGNS.iter().find(|(sign, ..)| *sign == c).map(|(sign, above, below)| (*above, *below, sign.len_utf8()))
}

/// `2/3`: the first smaller than the second, and no date.
fn slashed(text: &str) -> Option<(u64, u64, usize)> {
    let (above, first) = digits::run(text)?;
    let (below, second) = digits::run(text[first..].strip_prefix('/')?)?;
    let (above, below) = (above.parse().ok()?, below.parse().ok()?);
    (above < below && (2..=100).contains(&below) && above > 0).then_some((above, below, first + 1 + second))
}

/// `zwei Drittel`.
fn said(above: u64, below: u64, customs: &Customs) -> Option<String> {
    let above = if above == 1 { "ein".to_owned() } else { cardinal(above, customs) };
    Some(match below {
        2 => format!("{above} halb"),
        3 => format!("{above} Drittel"),
        7 => format!("{above} Siebtel"),
        8 => format!("{above} Achtel"),
        16 => format!("{above} Sechzehntel"),
        17 => format!("{above} Siebzehntel"),
        4..20 => format!("{above} {}tel", capital(&customs.spell("spellout-cardinal-masculine", below)?)),
        _ => format!(
            "{above} {}stel",
            capital(&customs.spell("spellout-cardinal-masculine", below)?.replace("einhundert", "hundert"))
        ),
    })
}

fn capital(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// `eineinhalb`, `drei drei Viertel`; a half alone agrees with its noun.
fn mixed(whole: Option<u64>, (above, below): (u64, u64), after: &str, customs: &Customs) -> Option<String> {
    match (whole, (above, below)) {
        (Some(1), (1, 2)) => Some("eineinhalb".to_owned()),
        (Some(whole), (1, 2)) => {
            Some(format!("{}einhalb", customs.spell("spellout-cardinal-masculine", whole)?))
        }
        (Some(whole), (above, below)) => {
            Some(format!("{} {}", cardinal(whole, customs), said(above, below, customs)?))
        }
        (None, (1, 2)) => Some(half(first_word(after)).to_owned()),
        (None, (above, below)) => said(above, below, customs),
    }
}

fn half(noun: &str) -> &'static str {
    use super::nouns::{Gender, gender};
    match gender(noun) {
        Some(Gender::Feminine) => "eine halbe",
        Some(Gender::Neuter) => "ein halbes",
        Some(Gender::Masculine) => "ein halber",
        None => "ein halb",
    }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn fractions_in_figures_and_signs() {
        assert_eq!(read("etwa 3/5 davon"), "etwa drei Fünftel davon");
        assert_eq!(read("3½ Tage, ½ Tasse"), "dreieinhalb Tage, eine halbe Tasse");
        assert_eq!(read("¼ davon, im 6/8-Takt"), "ein Viertel davon, im sechsachteltakt");
    }
}
