//! Spanish numbers, ordinals, fractions and times, by CLDR's rule sets.

use crate::customs::Customs;
use crate::language::romance::{Count, Form, Gender, Shape, Tongue};

/// A whole number. The thousands of a feminine noun are feminine too, which CLDR leaves out: `doscientas mil casas`.
pub(super) fn spell(customs: &Customs, number: u64, form: Form) -> Option<String> {
    const FEMININE: Form = Form::Before(Gender::Feminine);
    match (form, number) {
        (FEMININE, 2_000..1_000_000) => {
            let thousands = spell(customs, number / 1_000, FEMININE)?;
            let rest = number % 1_000;
            let rest = if rest > 0 { format!(" {}", spell(customs, rest, FEMININE)?) } else { String::new() };
            Some(format!("{thousands} mil{rest}"))
        }
        (FEMININE, 1_000_000..) if !number.is_multiple_of(1_000_000) => {
            let millions = customs.spell("spellout-cardinal-masculine", number - number % 1_000_000)?;
            Some(format!("{millions} {}", spell(customs, number % 1_000_000, FEMININE)?))
        }
        (FEMININE, _) => customs.spell("spellout-cardinal-feminine", number),
        (Form::Before(Gender::Masculine), _) => customs.spell("spellout-cardinal-masculine", number),
        (Form::Alone, _) => customs.spell("spellout-numbering", number),
    }
}

pub(super) fn order(customs: &Customs, number: u64, shape: Shape) -> Option<String> {
    let set = match (shape.gender, shape.count) {
        (Gender::Masculine, Count::Short) => "spellout-ordinal-masculine-adjective",
        (Gender::Masculine, Count::Several) => "spellout-ordinal-masculine-plural",
        (Gender::Feminine, Count::Several) => "spellout-ordinal-feminine-plural",
        (Gender::Masculine, _) => "spellout-ordinal-masculine",
        (Gender::Feminine, _) => "spellout-ordinal-feminine",
    };
    customs.spell(set, number)
}

/// What one of so many equal parts is called: `tercio`, `quinto`, `dieciseisavo`.
pub(super) fn part(tongue: &Tongue, whole: u64) -> Option<String> {
    match whole {
        2 => Some("medio".to_owned()),
        3 => Some("tercio".to_owned()),
        4..=10 => tongue.ordinal(whole, Shape::MASCULINE),
        100 => Some("centésimo".to_owned()),
        _ => Some(avo(&tongue.cardinal(whole, Form::Alone)?)),
    }
}

/// The name of a part is one word, without the accent of the number in it.
fn avo(number: &str) -> String {
    let joined = number.replace(" y ", "i").replace(['é', 'ó'], "e").replace(' ', "");
    let stem = joined.strip_suffix('a').or(joined.strip_suffix('o')).unwrap_or(&joined);
    format!("{stem}avo")
}

/// Several of them.
pub(super) fn several(part: String) -> String {
    part + "s"
}

/// `quince treinta`, `una y cinco`, `veintiuna horas`.
pub(super) fn clock(tongue: &Tongue, hour: u32, minute: u32) -> Option<String> {
    let hours = tongue.cardinal(u64::from(hour), Form::Before(Gender::Feminine))?;
    match minute {
        0 if (1..=12).contains(&hour) => Some(hours),
        0 => tongue.times.counted(tongue, hour, tongue.times.hour),
        1..=9 => Some(format!("{hours} y {}", tongue.cardinal(u64::from(minute), Form::Alone)?)),
        _ => Some(format!("{hours} {}", tongue.cardinal(u64::from(minute), Form::Alone)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_one_word() {
        assert_eq!(avo("dieciséis"), "dieciseisavo");
        assert_eq!(avo("treinta y dos"), "treintaidosavo");
        assert_eq!(avo("doce"), "doceavo");
        assert_eq!(avo("veinte"), "veinteavo");
    }
}
