//! Amounts with a unit: `5 km`, `-3.5°C`, `120 km/h`, `16GB`.

use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::parse::unit::{self, Unit};

/// An amount as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Measure {
    pub(crate) unit: Unit,
    pub(crate) amount: Number,
    /// In bytes, the unit included.
    pub(crate) length: usize,
}

/// The amount with which `text` begins; its unit directly behind it or behind one space.
pub(crate) fn measure(text: &str, customs: &Customs) -> Option<Measure> {
    let amount = number::signed(text, customs)?;
    let behind = &text[amount.length..];
    let space = behind.chars().next().filter(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}'));
    let space = space.map_or(0, char::len_utf8);
    let (unit, more) = unit::find(&behind[space..])?;
    let length = amount.length + space + more;
    Some(Measure { unit, amount, length })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::{COMMA_GROUPS, DOT_GROUPS};

    fn found<'a>(text: &'a str, customs: &Customs) -> Option<(Unit, String, &'a str)> {
        let measure = measure(text, customs)?;
        Some((measure.unit, measure.amount.whole, &text[measure.length..]))
    }

    #[test]
    fn the_longest_unit_counts() {
        assert_eq!(found("120 km/h.", &COMMA_GROUPS), Some((Unit::KilometrePerHour, "120".into(), ".")));
        assert_eq!(found("16GB RAM", &COMMA_GROUPS), Some((Unit::Gigabyte, "16".into(), " RAM")));
        assert_eq!(found("-3,5\u{A0}°C", &DOT_GROUPS), Some((Unit::Celsius, "3".into(), "")));
        assert_eq!(found("80 m2", &COMMA_GROUPS), Some((Unit::SquareMetre, "80".into(), "")));
        assert_eq!(found("5 кг", &DOT_GROUPS), Some((Unit::Kilogram, "5".into(), "")));
        assert_eq!(found("5km로", &DOT_GROUPS), Some((Unit::Kilometre, "5".into(), "로")));
    }

    #[test]
    fn a_word_is_no_unit() {
        assert_eq!(found("5 men", &COMMA_GROUPS), None);
        assert_eq!(found("5 Meter", &COMMA_GROUPS), None);
        assert_eq!(found("5", &COMMA_GROUPS), None);
    }
}
