//! Fractions: `2/3`, `½`, `1½ Stunden`, `3/4-Takt`.

use super::nouns::{Gender, gender};
use super::numbers::cardinal;
use super::units;
use crate::customs::Customs;
use crate::parse::fraction::{self, Fraction, JOINING};
use crate::parse::unit::Unit;
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "fraction", starts: Starts::Digit, read }];

fn read(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let free = place.begins_free(JOINING);
    if let Some(time) = fraction::stroke(rest).filter(|time| free && rest[time.length..].starts_with("-Takt"))
    {
        let words = said(time.numerator, time.denominator, customs)?.replace(' ', "").to_lowercase();
        return Some(Said::new(time.length + "-Takt".len(), format!("{words}takt")));
    }
    let found = fraction::fraction(rest).filter(|found| free && found.denominator <= 100)?;
    let behind = &rest[found.length..];
    if let Some((_, name, more)) = units::unit_behind(behind).filter(|(unit, ..)| *unit != Some(Unit::Kelvin))
    {
        let said = Said::new(found.length, mixed(found, Some(name.0), customs)?);
        return Some(said.then(found.length + more, if found.whole.is_some() { name.2 } else { name.1 }));
    }
    Some(Said::new(found.length, mixed(found, gender(first_word(behind)), customs)?))
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
fn mixed(found: Fraction, noun: Option<Gender>, customs: &Customs) -> Option<String> {
    let part = said(found.numerator, found.denominator, customs)?;
    let is_half = found.denominator == 2;
    Some(match found.whole {
        Some(1) if is_half => "eineinhalb".to_owned(),
        Some(whole) if is_half => format!("{}einhalb", customs.spell("spellout-cardinal-masculine", whole)?),
        Some(1) => format!("ein{}", part.replace(' ', "").to_lowercase()),
        Some(whole) => format!("{} {part}", cardinal(whole, customs)),
        None if is_half => half(noun).to_owned(),
        None => part,
    })
}

fn half(noun: Option<Gender>) -> &'static str {
    match noun {
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
        assert_eq!(read("2 1/2 Tage, ⅐ Liter"), "zweieinhalb Tage, ein Siebtel Liter");
        assert_eq!(read("3/4 l und ½ TL"), "drei Viertel Liter und ein halber Teelöffel");
        assert_eq!(
            read("½ Std. lang, 1 ½ kg, 1 1/4 h"),
            "eine halbe Stunde lang, eineinhalb Kilogramm, eineinviertel Stunden"
        );
        assert_eq!(read("¼ davon, im 6/8-Takt"), "ein Viertel davon, im sechsachteltakt");
    }
}
