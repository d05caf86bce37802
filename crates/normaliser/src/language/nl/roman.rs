//! Roman numerals: of rulers (`Willem III`), centuries (`XIXe`), chapters.

use super::numbers::cardinal;
use super::ordinals;
use crate::customs::Customs;
use crate::parse::roman::roman;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "roman numeral", starts: Starts::Letter, read: ordinal },
    Rule { name: "roman numeral", starts: Starts::Letter, read: numeral },
];

/// What is counted in Roman numerals.
const COUNTED: &[&str] = &[
    "hoofdstuk",
    "deel",
    "akte",
    "boek",
    "band",
    "artikel",
    "klasse",
    "groep",
    "type",
    "fase",
    "bijlage",
    "scène",
    "titel",
    "tabel",
    "figuur",
    "wereldoorlog",
    "niveau",
    "categorie",
    "paragraaf",
    "afdeling",
    "oorlog",
    "stap",
];

/// Clubs and ships that are called by a ruler's name: the number is none of an order, unless a title shows the ruler.
const CLUBS: &[(&str, u64)] = &[("Willem", 2)];

/// `XIXe`, `IIde`.
fn ordinal(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let end = rest.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(rest.len());
    let (value, length) = roman(&rest[..end]).filter(|(_, length)| *length == end && place.begins_word())?;
    let more = ordinals::ending(&rest[length..]).filter(|_| length > 1 && value < 100)?;
    Some(Said::new(length + more, ordinals::said(value, customs)?))
}

fn numeral(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (value, length) = roman(rest).filter(|_| place.begins_word())?;
    let before = place.previous_word();
    if place.before().ends_with(['-', '–', '/', '\'']) || rest[length..].starts_with(['-', '&', '/']) {
        return None;
    }
    if COUNTED.contains(&before.to_lowercase().as_str()) {
        return Some(Said::new(length, cardinal(value, customs)));
    }
    let is_name = before.chars().count() > 2
        && before.starts_with(char::is_uppercase)
        && before.chars().skip(1).all(char::is_lowercase);
    let single = length == 1 && !matches!(value, 1 | 5);
    if !is_name || single || value > 40 || NOUNS.contains(&before) {
        return None;
    }
    if CLUBS.contains(&(before, value)) && !has_title(place, before) {
        return Some(Said::new(length, cardinal(value, customs)));
    }
    Some(Said::new(length, format!("de {}", ordinals::said(value, customs)?)))
}

/// Words that open a sentence and are no names.
const NOUNS: &[&str] =
    &["Vitamine", "Plan", "Fase", "Type", "Mark", "Windows", "Model", "Lijn", "Punt", "Formule", "Versie"];

/// Whether a title stands before a name.
fn has_title(place: Place<'_>, name: &str) -> bool {
    const TITLES: &[&str] = &["koning", "prins", "graaf", "keizer", "stadhouder", "hertog", "paus"];
    let before = place.before().trim_end().strip_suffix(name).unwrap_or_default();
    TITLES.contains(&crate::place::last_word(before).to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn rulers_have_an_order_and_chapters_a_number() {
        assert_eq!(read("Karel V en Filips II"), "Karel de vijfde en Filips de tweede");
        assert_eq!(read("hoofdstuk XII van deel I"), "hoofdstuk twaalf van deel één");
        assert_eq!(read("De XVIIe eeuw"), "De zeventiende eeuw");
        assert_eq!(read("koning Willem II en Willem II"), "koning Willem de tweede en Willem twee");
    }
}
