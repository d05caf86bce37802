//! French numbers, ordinals, fractions and times, by CLDR's rule sets.

use crate::customs::Customs;
use crate::language::romance::{Count, Form, Gender, Shape, Tongue};

/// A whole number: only one and what ends in it has a gender.
pub(super) fn spell(customs: &Customs, number: u64, form: Form) -> Option<String> {
    let set = match form {
        Form::Before(Gender::Feminine) => "spellout-cardinal-feminine",
        _ => "spellout-cardinal-masculine",
    };
    customs.spell(set, number)
}

pub(super) fn order(customs: &Customs, number: u64, shape: Shape) -> Option<String> {
    let set = match (shape.gender, shape.count) {
        (Gender::Masculine, Count::Several) => "spellout-ordinal-masculine-plural",
        (Gender::Feminine, Count::Several) => "spellout-ordinal-feminine-plural",
        (Gender::Masculine, Count::Other) if number == 2 => return Some("second".to_owned()),
        (Gender::Feminine, Count::Other) if number == 2 => return Some("seconde".to_owned()),
        (Gender::Masculine, _) => "spellout-ordinal-masculine",
        (Gender::Feminine, _) => "spellout-ordinal-feminine",
    };
    customs.spell(set, number)
}

/// What one of so many equal parts is called.
pub(super) fn part(tongue: &Tongue, whole: u64) -> Option<String> {
    match whole {
        2 => Some("demi".to_owned()),
        3 => Some("tiers".to_owned()),
        4 => Some("quart".to_owned()),
        _ => tongue.ordinal(whole, Shape::MASCULINE),
    }
}

/// Several of them.
pub(super) fn several(part: String) -> String {
    if part.ends_with('s') { part } else { part + "s" }
}

/// `vingt heures quinze`, `une heure une`.
pub(super) fn clock(tongue: &Tongue, hour: u32, minute: u32) -> Option<String> {
    let hours = tongue.times.counted(tongue, hour, tongue.times.hour)?;
    if minute == 0 {
        return Some(hours);
    }
    Some(format!("{hours} {}", tongue.cardinal(u64::from(minute), Form::Before(Gender::Feminine))?))
}
