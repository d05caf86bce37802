//! Amounts with a unit: `5 km`, `-3.5°C`, `120 km/h`, `16GB`.

use crate::customs::Customs;
use crate::parse;
use crate::parse::number::{self, Number};

/// An amount as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Measure {
    /// The unit's symbol, as [`SYMBOLS`] has it.
    pub(crate) unit: &'static str,
    pub(crate) amount: Number,
    /// In bytes, the unit included.
    pub(crate) length: usize,
}

/// Symbols that mean the same in all languages (SI, ISO 80000 and trades), and other spellings of each behind it.
/// Those that are also words or need more knowledge (`in`, `m`, `h`, `'`) stand here too: a rule that takes them looks
/// at what is around.
const SYMBOLS: &[(&str, &[&str])] = &[
    ("km/h", &["kmh", "км/ч", "km/sa"]),
    ("m/s", &["м/с"]),
    ("mph", &[]),
    ("m²", &["m2", "м²", "㎡"]),
    ("km²", &["km2", "км²", "㎢"]),
    ("cm²", &["cm2"]),
    ("m³", &["m3", "м³", "㎥"]),
    ("cm³", &["cm3"]),
    ("km", &["км", "㎞"]),
    ("m", &["м"]),
    ("dm", &[]),
    ("cm", &["см", "㎝"]),
    ("mm", &["мм", "㎜"]),
    ("µm", &["μm"]),
    ("nm", &[]),
    ("kg", &["кг", "㎏"]),
    ("g", &["г"]),
    ("mg", &["мг", "㎎"]),
    ("µg", &["μg"]),
    ("t", &["т"]),
    ("lb", &["lbs"]),
    ("oz", &[]),
    ("l", &["L", "л", "ℓ"]),
    ("dl", &["dL"]),
    ("cl", &["cL"]),
    ("ml", &["mL", "мл", "㎖"]),
    ("ha", &["га"]),
    ("°C", &["℃", "º C", "ºC", "° C"]),
    ("°F", &["℉", "° F"]),
    ("K", &[]),
    ("°", &["º"]),
    ("h", &["ч"]),
    ("min", &["мин"]),
    ("s", &["с"]),
    ("ms", &["мс"]),
    ("µs", &["μs"]),
    ("ns", &[]),
    ("Hz", &["Гц"]),
    ("kHz", &["кГц"]),
    ("MHz", &["МГц"]),
    ("GHz", &["ГГц"]),
    ("W", &["Вт"]),
    ("kW", &["кВт"]),
    ("MW", &["МВт"]),
    ("GW", &["ГВт"]),
    ("kWh", &["кВт·ч", "кВтч"]),
    ("MWh", &[]),
    ("Wh", &[]),
    ("V", &["В"]),
    ("kV", &["кВ"]),
    ("mV", &[]),
    ("A", &[]),
    ("mA", &[]),
    ("mAh", &["мА·ч"]),
    ("Ω", &["Ω"]),
    ("kΩ", &[]),
    ("J", &[]),
    ("kJ", &[]),
    ("kcal", &["ккал"]),
    ("cal", &[]),
    ("N", &[]),
    ("Nm", &[]),
    ("Pa", &["Па"]),
    ("hPa", &["гПа"]),
    ("kPa", &["кПа"]),
    ("bar", &["бар"]),
    ("mbar", &[]),
    ("psi", &[]),
    ("dB", &["дБ"]),
    ("bit", &[]),
    ("kB", &["KB", "КБ"]),
    ("MB", &["МБ"]),
    ("GB", &["ГБ"]),
    ("TB", &["ТБ"]),
    ("KiB", &[]),
    ("MiB", &[]),
    ("GiB", &[]),
    ("kbit/s", &["kbps", "Kbps"]),
    ("Mbit/s", &["Mbps", "Мбит/с"]),
    ("Gbit/s", &["Gbps", "Гбит/с"]),
    ("MB/s", &[]),
    ("GB/s", &[]),
    ("px", &[]),
    ("MP", &[]),
    ("fps", &[]),
    ("dpi", &[]),
    ("rpm", &[]),
    ("ft", &[]),
    ("in", &[]),
    ("yd", &[]),
    ("mi", &[]),
    ("gal", &[]),
    ("g/km", &[]),
    ("l/100 km", &["l/100km", "L/100 km"]),
    ("mg/dl", &["mg/dL"]),
    ("mmol/l", &["mmol/L"]),
    ("ppm", &[]),
    ("pH", &[]),
    ("hp", &["bhp"]),
    ("PS", &[]),
    ("CV", &[]),
    ("lm", &[]),
    ("lx", &[]),
    ("mol", &[]),
    ("kg/m³", &["kg/m3"]),
    ("N/m²", &[]),
    ("µl", &["μl"]),
];

/// The amount with which `text` begins; its unit directly behind it or behind one space.
pub(crate) fn measure(text: &str, customs: &Customs) -> Option<Measure> {
    let amount = number::signed(text, customs)?;
    let behind = &text[amount.length..];
    let space = behind.chars().next().filter(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}'));
    let space = space.map_or(0, char::len_utf8);
    let (unit, more) = unit(&behind[space..])?;
    let length = amount.length + space + more;
    Some(Measure { unit, amount, length })
}

/// The unit with which `text` begins, the longest that is no part of a word, and the length in bytes as it is written.
pub(crate) fn unit(text: &str) -> Option<(&'static str, usize)> {
    let spellings = SYMBOLS.iter().flat_map(|(unit, others)| {
        std::iter::once(unit).chain(others.iter()).map(move |spelling| (*unit, *spelling))
    });
    let fits = |spelling: &str| {
        let behind = text.strip_prefix(spelling)?;
        let ends = !parse::goes_on(behind) && !behind.starts_with(['²', '³']);
        (ends || !spelling.ends_with(char::is_alphanumeric)).then_some(spelling.len())
    };
    spellings.filter_map(|(unit, spelling)| Some((unit, fits(spelling)?))).max_by_key(|(_, length)| *length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::{COMMA_GROUPS, DOT_GROUPS};

    fn found<'a>(text: &'a str, customs: &Customs) -> Option<(&'static str, String, &'a str)> {
        let measure = measure(text, customs)?;
        Some((measure.unit, measure.amount.whole, &text[measure.length..]))
    }

    #[test]
    fn the_longest_unit_counts() {
        assert_eq!(found("120 km/h.", &COMMA_GROUPS), Some(("km/h", "120".into(), ".")));
        assert_eq!(found("16GB RAM", &COMMA_GROUPS), Some(("GB", "16".into(), " RAM")));
        assert_eq!(found("-3,5\u{A0}°C", &DOT_GROUPS), Some(("°C", "3".into(), "")));
        assert_eq!(found("80 m2", &COMMA_GROUPS), Some(("m²", "80".into(), "")));
        assert_eq!(found("5 кг", &DOT_GROUPS), Some(("kg", "5".into(), "")));
        assert_eq!(found("5km로", &DOT_GROUPS), Some(("km", "5".into(), "로")));
    }

    #[test]
    fn a_word_is_no_unit() {
        assert_eq!(found("5 men", &COMMA_GROUPS), None);
        assert_eq!(found("5 Meter", &COMMA_GROUPS), None);
        assert_eq!(found("5", &COMMA_GROUPS), None);
    }
}
