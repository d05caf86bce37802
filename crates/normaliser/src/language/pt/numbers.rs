//! Portuguese numbers, ordinals, fractions and times, by CLDR's rule sets.

use crate::customs::Customs;
use crate::language::romance::{Form, Gender, Shape, Tongue};

/// A whole number.
pub(super) fn spell(customs: &Customs, number: u64, form: Form) -> Option<String> {
    let set = match form {
        Form::Before(Gender::Feminine) => "spellout-cardinal-feminine",
        _ => "spellout-cardinal-masculine",
    };
    customs.spell(set, number)
}

pub(super) fn order(customs: &Customs, number: u64, shape: Shape) -> Option<String> {
    let set = match shape.gender {
        Gender::Masculine => "spellout-ordinal-masculine",
        Gender::Feminine => "spellout-ordinal-feminine",
    };
    customs.spell(set, number)
}

/// What one of so many equal parts is called: `terço`, `quinto`, `doze avos`.
pub(super) fn part(tongue: &Tongue, whole: u64) -> Option<String> {
    match whole {
        2 => Some("meio".to_owned()),
        3 => Some("terço".to_owned()),
        4..=10 | 100 => tongue.ordinal(whole, Shape::MASCULINE),
        _ => Some(format!("{} avo", tongue.cardinal(whole, Form::Alone)?)),
    }
}

/// Several of them.
pub(super) fn several(part: String) -> String {
    part + "s"
}

/// `quinze e trinta`, `uma e quinze`, `vinte e duas horas`.
pub(super) fn clock(tongue: &Tongue, hour: u32, minute: u32) -> Option<String> {
    if minute == 0 {
        return tongue.times.counted(tongue, hour, tongue.times.hour);
    }
    let hours = tongue.cardinal(u64::from(hour), Form::Before(Gender::Feminine))?;
    Some(format!("{hours} e {}", tongue.cardinal(u64::from(minute), Form::Alone)?))
}
