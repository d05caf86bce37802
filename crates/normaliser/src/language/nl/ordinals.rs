//! `1e`, `2de`, `100ste`.

use crate::customs::Customs;
use crate::parse::number;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "ordinal", starts: Starts::Digit, read: ordinal }];

/// What is written behind the figures, the longer first.
const ENDINGS: &[&str] = &["ste", "de", "e", "ᵉ"];

/// The words for a place in an order.
pub(super) fn said(number: u64, customs: &Customs) -> Option<String> {
    customs.spell("spellout-ordinal", number)
}

/// The length of the ending of an ordinal behind its figures; `None` if there is none.
pub(super) fn ending(behind: &str) -> Option<usize> {
    let ends = |text: &str| !text.starts_with(char::is_alphanumeric);
    ENDINGS.iter().find(|ending| behind.strip_prefix(**ending).is_some_and(ends)).map(|ending| ending.len())
}

fn ordinal(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let number = number::unsigned(rest, customs).filter(|_| place.begins_word())?;
    let more = ending(&rest[number.length..])?;
    Some(Said::new(number.length + more, said(number.count()?, customs)?))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn endings_make_ordinals() {
        assert_eq!(read("de 1e, 2de en 28ste keer"), "de eerste, tweede en achtentwintigste keer");
        assert_eq!(read("de 1.000ste gast"), "de duizendste gast");
        assert_eq!(read("een 3d-bril"), "een drie d-bril");
    }
}
