//! Italian numbers, ordinals, fractions and times, by CLDR's rule sets.

use crate::customs::Customs;
use crate::language::romance::{Count, Form, Gender, Shape, Tongue};

/// A whole number: only one itself has a gender.
pub(super) fn spell(customs: &Customs, number: u64, form: Form) -> Option<String> {
    match (form, number) {
        (Form::Before(Gender::Feminine), 1) => Some("una".to_owned()),
        (Form::Before(Gender::Masculine), 1) => Some("un".to_owned()),
        // CLDR has `ventunmila`, which is rarer.
        _ => Some(customs.spell("spellout-numbering", number)?.replace("unmila", "unomila")),
    }
}

/// `uno zaino`, `un'ora`: the first letters of the noun decide.
pub(super) fn one_before(noun: &str, gender: Gender) -> Option<&'static str> {
    const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'h'];
    let noun = noun.to_lowercase();
    let impure = ["z", "gn", "ps", "pn", "x", "y"].iter().any(|start| noun.starts_with(start))
        || noun.strip_prefix('s').is_some_and(|rest| !rest.starts_with(VOWELS));
    match gender {
        Gender::Masculine => impure.then_some("uno"),
        Gender::Feminine => noun.starts_with(VOWELS).then_some("un'"),
    }
}

pub(super) fn order(customs: &Customs, number: u64, shape: Shape) -> Option<String> {
    let set = match (shape.gender, shape.count) {
        (Gender::Masculine, Count::Several) => "spellout-ordinal-masculine-plural",
        (Gender::Feminine, Count::Several) => "spellout-ordinal-feminine-plural",
        (Gender::Masculine, _) => "spellout-ordinal-masculine",
        (Gender::Feminine, _) => "spellout-ordinal-feminine",
    };
    customs.spell(set, number)
}

/// What one of so many equal parts is called.
pub(super) fn part(tongue: &Tongue, whole: u64) -> Option<String> {
    match whole {
        2 => Some("mezzo".to_owned()),
        _ => tongue.ordinal(whole, Shape::MASCULINE),
    }
}

/// Several of them.
pub(super) fn several(part: String) -> String {
    format!("{}i", part.trim_end_matches('o'))
}

/// `quindici e trenta`, `una e cinque`.
pub(super) fn clock(tongue: &Tongue, hour: u32, minute: u32) -> Option<String> {
    let hours = tongue.cardinal(u64::from(hour), Form::Before(Gender::Feminine))?;
    if minute == 0 {
        return Some(hours);
    }
    Some(format!("{hours} e {}", tongue.cardinal(u64::from(minute), Form::Alone)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_depends_on_the_noun() {
        let one = |noun, gender| one_before(noun, gender);
        assert_eq!(one("zaino", Gender::Masculine), Some("uno"));
        assert_eq!(one("studente", Gender::Masculine), Some("uno"));
        assert_eq!(one("sole", Gender::Masculine), None);
        assert_eq!(one("ora", Gender::Feminine), Some("un'"));
    }
}
