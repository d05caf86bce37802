//! Amounts with symbols of units, and short forms of units without marks.

use crate::customs::Customs;
use crate::parse::unit::{Names, Unit};
use crate::parse::{digits, measure as parse};
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{amount, sign};

const NAMES: Names<&str> = Names::new(
    &[
        (Unit::KilometrePerHour, "किलोमीटर प्रति घंटा"),
        (Unit::MetrePerSecond, "मीटर प्रति सेकंड"),
        (Unit::MilePerHour, "मील प्रति घंटा"),
        (Unit::SquareMetre, "वर्ग मीटर"),
        (Unit::SquareKilometre, "वर्ग किलोमीटर"),
        (Unit::SquareCentimetre, "वर्ग सेंटीमीटर"),
        (Unit::CubicMetre, "घन मीटर"),
        (Unit::Kilometre, "किलोमीटर"),
        (Unit::Metre, "मीटर"),
        (Unit::Centimetre, "सेंटीमीटर"),
        (Unit::Millimetre, "मिलीमीटर"),
        (Unit::Kilogram, "किलोग्राम"),
        (Unit::Gram, "ग्राम"),
        (Unit::Milligram, "मिलीग्राम"),
        (Unit::Tonne, "टन"),
        (Unit::Pound, "पाउंड"),
        (Unit::Ounce, "औंस"),
        (Unit::Litre, "लीटर"),
        (Unit::Millilitre, "मिलीलीटर"),
        (Unit::Hectare, "हेक्टेयर"),
        (Unit::Celsius, "डिग्री सेल्सियस"),
        (Unit::Fahrenheit, "डिग्री फ़ारेनहाइट"),
        (Unit::Degree, "डिग्री"),
        (Unit::Hour, "घंटे"),
        (Unit::Minute, "मिनट"),
        (Unit::Second, "सेकंड"),
        (Unit::Millisecond, "मिलीसेकंड"),
        (Unit::Hertz, "हर्ट्ज़"),
        (Unit::Kilohertz, "किलोहर्ट्ज़"),
        (Unit::Megahertz, "मेगाहर्ट्ज़"),
        (Unit::Gigahertz, "गीगाहर्ट्ज़"),
        (Unit::Watt, "वॉट"),
        (Unit::Kilowatt, "किलोवॉट"),
        (Unit::Megawatt, "मेगावॉट"),
        (Unit::KilowattHour, "किलोवॉट घंटे"),
        (Unit::Volt, "वोल्ट"),
        (Unit::Kilovolt, "किलोवोल्ट"),
        (Unit::MilliampereHour, "मिलीएम्पियर घंटे"),
        (Unit::Kilocalorie, "किलोकैलोरी"),
        (Unit::Calorie, "कैलोरी"),
        (Unit::Decibel, "डेसिबल"),
        (Unit::Kilobyte, "किलोबाइट"),
        (Unit::Megabyte, "मेगाबाइट"),
        (Unit::Gigabyte, "गीगाबाइट"),
        (Unit::Terabyte, "टेराबाइट"),
        (Unit::Pixel, "पिक्सेल"),
        (Unit::Foot, "फ़ीट"),
        (Unit::Inch, "इंच"),
        (Unit::Mile, "मील"),
        (Unit::KilometrePerSecond, "किलोमीटर प्रति सेकंड"),
        (Unit::MetrePerSecondSquared, "मीटर प्रति सेकंड वर्ग"),
        (Unit::GramPerLitre, "ग्राम प्रति लीटर"),
        (Unit::MilligramPerLitre, "मिलीग्राम प्रति लीटर"),
        (Unit::MilligramPerDecilitre, "मिलीग्राम प्रति डेसीलीटर"),
        (Unit::KilogramPerCubicMetre, "किलोग्राम प्रति घन मीटर"),
        (Unit::CubicCentimetre, "घन सेंटीमीटर"),
        (Unit::Micrometre, "माइक्रोमीटर"),
        (Unit::Nanometre, "नैनोमीटर"),
        (Unit::Microgram, "माइक्रोग्राम"),
        (Unit::Gigawatt, "गीगावॉट"),
        (Unit::MegawattHour, "मेगावॉट घंटे"),
        (Unit::WattHour, "वॉट घंटे"),
        (Unit::Kilojoule, "किलोजूल"),
        (Unit::GramPerKilometre, "ग्राम प्रति किलोमीटर"),
    ],
    &[
        Unit::Microfarad,
        Unit::Nanofarad,
        Unit::Picofarad,
        Unit::GigawattHour,
        Unit::AmpereHour,
        Unit::Electronvolt,
        Unit::Millisievert,
        Unit::KilovoltAmpere,
        Unit::Millihenry,
        Unit::GramPerCubicCentimetre,
        Unit::Decimetre,
        Unit::Decilitre,
        Unit::Centilitre,
        Unit::Kelvin,
        Unit::Microsecond,
        Unit::Nanosecond,
        Unit::Millivolt,
        Unit::Ampere,
        Unit::Milliampere,
        Unit::Ohm,
        Unit::Kiloohm,
        Unit::Joule,
        Unit::Newton,
        Unit::NewtonMetre,
        Unit::Pascal,
        Unit::Hectopascal,
        Unit::Kilopascal,
        Unit::Bar,
        Unit::Millibar,
        Unit::Bit,
        Unit::Kilobit,
        Unit::Megabit,
        Unit::Kibibyte,
        Unit::Mebibyte,
        Unit::Gibibyte,
        Unit::KilobitPerSecond,
        Unit::MegabitPerSecond,
        Unit::GigabitPerSecond,
        Unit::MegabytePerSecond,
        Unit::GigabytePerSecond,
        Unit::Megapixel,
        Unit::FramePerSecond,
        Unit::DotPerInch,
        Unit::TurnPerMinute,
        Unit::Yard,
        Unit::Gallon,
        Unit::LitrePerHundredKilometres,
        Unit::MillimolePerLitre,
        Unit::PartPerMillion,
        Unit::Horsepower,
        Unit::Lumen,
        Unit::Lux,
        Unit::Mole,
        Unit::Microlitre,
        Unit::Hectolitre,
    ],
);

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
    let name = NAMES.get(measure.unit)?;
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
