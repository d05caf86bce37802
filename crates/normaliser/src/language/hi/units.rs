//! Amounts with symbols of units, and short forms of units without marks.

use crate::customs::Customs;
use crate::parse::{digits, measure as parse};
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{amount, sign};

const NAMES: &[(&str, &str)] = &[
    ("km/h", "किलोमीटर प्रति घंटा"),
    ("m/s", "मीटर प्रति सेकंड"),
    ("mph", "मील प्रति घंटा"),
    ("m²", "वर्ग मीटर"),
    ("km²", "वर्ग किलोमीटर"),
    ("cm²", "वर्ग सेंटीमीटर"),
    ("m³", "घन मीटर"),
    ("km", "किलोमीटर"),
    ("m", "मीटर"),
    ("cm", "सेंटीमीटर"),
    ("mm", "मिलीमीटर"),
    ("kg", "किलोग्राम"),
    ("g", "ग्राम"),
    ("mg", "मिलीग्राम"),
    ("t", "टन"),
    ("lb", "पाउंड"),
    ("oz", "औंस"),
    ("l", "लीटर"),
    ("ml", "मिलीलीटर"),
    ("ha", "हेक्टेयर"),
    ("°C", "डिग्री सेल्सियस"),
    ("°F", "डिग्री फ़ारेनहाइट"),
    ("°", "डिग्री"),
    ("h", "घंटे"),
    ("min", "मिनट"),
    ("s", "सेकंड"),
    ("ms", "मिलीसेकंड"),
    ("Hz", "हर्ट्ज़"),
    ("kHz", "किलोहर्ट्ज़"),
    ("MHz", "मेगाहर्ट्ज़"),
    ("GHz", "गीगाहर्ट्ज़"),
    ("W", "वॉट"),
    ("kW", "किलोवॉट"),
    ("MW", "मेगावॉट"),
    ("kWh", "किलोवॉट घंटे"),
    ("V", "वोल्ट"),
    ("kV", "किलोवोल्ट"),
    ("mAh", "मिलीएम्पियर घंटे"),
    ("kcal", "किलोकैलोरी"),
    ("cal", "कैलोरी"),
    ("dB", "डेसिबल"),
    ("kB", "किलोबाइट"),
    ("MB", "मेगाबाइट"),
    ("GB", "गीगाबाइट"),
    ("TB", "टेराबाइट"),
    ("px", "पिक्सेल"),
    ("ft", "फ़ीट"),
    ("in", "इंच"),
    ("mi", "मील"),
];

/// Short forms in Devanagari, the longer of two that begin alike first.
const SHORT: &[(&str, &str)] = &[
    ("किमी/घंटा", "किलोमीटर प्रति घंटा"),
    ("किमी/घंटे", "किलोमीटर प्रति घंटे"),
    ("किमी/घं", "किलोमीटर प्रति घंटा"),
    ("मी/से", "मीटर प्रति सेकंड"),
    ("किमी", "किलोमीटर"),
    ("किग्रा", "किलोग्राम"),
    ("सेमी", "सेंटीमीटर"),
    ("मिमी", "मिलीमीटर"),
    ("मिली", "मिलीलीटर"),
    ("मिग्रा", "मिलीग्राम"),
];

pub(super) fn unit(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let measure = parse::measure(place.rest(), customs)?;
    let (_, name) = NAMES.iter().find(|(unit, _)| *unit == measure.unit)?;
    let fits = !measure.amount.negative || place.begins_word();
    let amount = amount(&measure.amount, customs);
    fits.then(|| Said::new(measure.length, format!("{}{amount} {name}", sign(&measure.amount))))
}

/// `किमी` behind a number.
pub(super) fn written_short(place: Place<'_>, _: &Customs) -> Option<Said> {
    if !place.before().trim_end().ends_with(|c| digits::value(c).is_some()) {
        return None;
    }
    let (written, said) = SHORT.iter().find(|(written, _)| place.rest().starts_with(written))?;
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '\u{94D}' | '\u{93C}');
    (!place.rest()[written.len()..].starts_with(goes_on)).then(|| Said::new(written.len(), *said))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    #[test]
    fn units_have_names() {
        let read = |text| unit(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("12 km/h").as_deref(), Some("बारह किलोमीटर प्रति घंटा"));
        assert_eq!(read("-3°C").as_deref(), Some("माइनस तीन डिग्री सेल्सियस"));
    }

    #[test]
    fn short_forms_stand_behind_numbers() {
        let read = |text, at| written_short(Place::new(text, at, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("5 किमी दूर", 2).as_deref(), Some("किलोमीटर"));
        assert_eq!((read("मुझे मिली", 13), read("5 मिलीं", 2)), (None, None));
    }
}
