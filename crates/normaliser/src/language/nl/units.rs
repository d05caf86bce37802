//! Amounts with units, per cent, and words of magnitude. Most units stay singular behind a number.

use super::numbers::{self, cardinal, may_be_negative};
use crate::customs::Customs;
use crate::parse::measure;
use crate::parse::number::{self, Number};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "unit", starts: Starts::Digit, read: metres },
    Rule { name: "dimensions", starts: Starts::Digit, read: dimensions },
    Rule { name: "unit", starts: Starts::DigitOrMark, read: amount },
    Rule { name: "magnitude", starts: Starts::DigitOrMark, read: large },
];

/// A unit's symbol, one of it, and many.
type Unit = (&'static str, &'static str, &'static str);

const UNITS: &[Unit] = &[
    ("km", "kilometer", "kilometer"),
    ("m", "meter", "meter"),
    ("dm", "decimeter", "decimeter"),
    ("cm", "centimeter", "centimeter"),
    ("mm", "millimeter", "millimeter"),
    ("µm", "micrometer", "micrometer"),
    ("nm", "nanometer", "nanometer"),
    ("m²", "vierkante meter", "vierkante meter"),
    ("km²", "vierkante kilometer", "vierkante kilometer"),
    ("cm²", "vierkante centimeter", "vierkante centimeter"),
    ("m³", "kubieke meter", "kubieke meter"),
    ("cm³", "kubieke centimeter", "kubieke centimeter"),
    ("km/h", "kilometer per uur", "kilometer per uur"),
    ("m/s", "meter per seconde", "meter per seconde"),
    ("mph", "mijl per uur", "mijl per uur"),
    ("kg", "kilo", "kilo"),
    ("g", "gram", "gram"),
    ("mg", "milligram", "milligram"),
    ("µg", "microgram", "microgram"),
    ("t", "ton", "ton"),
    ("lb", "pond", "pond"),
    ("oz", "ounce", "ounce"),
    ("l", "liter", "liter"),
    ("dl", "deciliter", "deciliter"),
    ("cl", "centiliter", "centiliter"),
    ("ml", "milliliter", "milliliter"),
    ("µl", "microliter", "microliter"),
    ("ha", "hectare", "hectare"),
    ("°C", "graad Celsius", "graden Celsius"),
    ("°F", "graad Fahrenheit", "graden Fahrenheit"),
    ("°", "graad", "graden"),
    ("K", "kelvin", "kelvin"),
    ("h", "uur", "uur"),
    ("min", "minuut", "minuten"),
    ("s", "seconde", "seconden"),
    ("ms", "milliseconde", "milliseconden"),
    ("µs", "microseconde", "microseconden"),
    ("ns", "nanoseconde", "nanoseconden"),
    ("Hz", "hertz", "hertz"),
    ("kHz", "kilohertz", "kilohertz"),
    ("MHz", "megahertz", "megahertz"),
    ("GHz", "gigahertz", "gigahertz"),
    ("W", "watt", "watt"),
    ("kW", "kilowatt", "kilowatt"),
    ("MW", "megawatt", "megawatt"),
    ("GW", "gigawatt", "gigawatt"),
    ("Wh", "wattuur", "wattuur"),
    ("kWh", "kilowattuur", "kilowattuur"),
    ("MWh", "megawattuur", "megawattuur"),
    ("V", "volt", "volt"),
    ("kV", "kilovolt", "kilovolt"),
    ("mV", "millivolt", "millivolt"),
    ("A", "ampère", "ampère"),
    ("mA", "milliampère", "milliampère"),
    ("mAh", "milliampère-uur", "milliampère-uur"),
    ("Ω", "ohm", "ohm"),
    ("kΩ", "kilo-ohm", "kilo-ohm"),
    ("J", "joule", "joule"),
    ("kJ", "kilojoule", "kilojoule"),
    ("kcal", "kilocalorie", "kilocalorieën"),
    ("cal", "calorie", "calorieën"),
    ("N", "newton", "newton"),
    ("Nm", "newtonmeter", "newtonmeter"),
    ("Pa", "pascal", "pascal"),
    ("hPa", "hectopascal", "hectopascal"),
    ("kPa", "kilopascal", "kilopascal"),
    ("bar", "bar", "bar"),
    ("mbar", "millibar", "millibar"),
    ("dB", "decibel", "decibel"),
    ("bit", "bit", "bit"),
    ("kB", "kilobyte", "kilobyte"),
    ("MB", "megabyte", "megabyte"),
    ("GB", "gigabyte", "gigabyte"),
    ("TB", "terabyte", "terabyte"),
    ("KiB", "kibibyte", "kibibyte"),
    ("MiB", "mebibyte", "mebibyte"),
    ("GiB", "gibibyte", "gibibyte"),
    ("kbit/s", "kilobit per seconde", "kilobit per seconde"),
    ("Mbit/s", "megabit per seconde", "megabit per seconde"),
    ("Gbit/s", "gigabit per seconde", "gigabit per seconde"),
    ("MB/s", "megabyte per seconde", "megabyte per seconde"),
    ("GB/s", "gigabyte per seconde", "gigabyte per seconde"),
    ("px", "pixel", "pixels"),
    ("MP", "megapixel", "megapixel"),
    ("fps", "beeld per seconde", "beelden per seconde"),
    ("dpi", "d p i", "d p i"),
    ("rpm", "toer per minuut", "toeren per minuut"),
    ("ft", "voet", "voet"),
    ("yd", "yard", "yard"),
    ("mi", "mijl", "mijl"),
    ("g/km", "gram per kilometer", "gram per kilometer"),
    ("l/100 km", "liter per honderd kilometer", "liter per honderd kilometer"),
    ("mg/dl", "milligram per deciliter", "milligram per deciliter"),
    ("mmol/l", "millimol per liter", "millimol per liter"),
    ("kg/m³", "kilo per kubieke meter", "kilo per kubieke meter"),
    ("ppm", "deel per miljoen", "delen per miljoen"),
    ("hp", "paardenkracht", "paardenkracht"),
    ("lm", "lumen", "lumen"),
    ("lx", "lux", "lux"),
    ("mol", "mol", "mol"),
];

/// Written so in Dutch alone, the longer first where one begins with another. A full stop may follow each.
const OWN: &[Unit] = &[
    ("km/u", "kilometer per uur", "kilometer per uur"),
    ("km/uur", "kilometer per uur", "kilometer per uur"),
    ("pers", "persoon", "personen"),
    ("pk", "paardenkracht", "paardenkracht"),
    ("el", "eetlepel", "eetlepels"),
    ("tl", "theelepel", "theelepels"),
    ("sec", "seconde", "seconden"),
    ("min", "minuut", "minuten"),
    ("st", "stuk", "stuks"),
    ("mnd", "maand", "maanden"),
    ("wk", "week", "weken"),
    ("dgn", "dag", "dagen"),
    ("jr", "jaar", "jaar"),
    ("cc", "c c", "c c"),
    ("kbit", "kilobit", "kilobit"),
    ("Mbit", "megabit", "megabit"),
    ("blz", "bladzijde", "bladzijden"),
    ("pag", "pagina", "pagina's"),
    ("%", "procent", "procent"),
    ("‰", "promille", "promille"),
];

/// Words of magnitude, the longer first.
const MAGNITUDES: &[(&str, &str)] = &[
    ("miljoen", "miljoen"),
    ("miljard", "miljard"),
    ("biljoen", "biljoen"),
    ("mln", "miljoen"),
    ("mld", "miljard"),
    ("mrd", "miljard"),
    ("bln", "biljoen"),
    ("dzd", "duizend"),
];

/// How a word of magnitude behind a number is said, and its length with the space before it.
pub(super) fn magnitude(behind: &str) -> Option<(&'static str, usize)> {
    let bare = behind.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let (written, said) = MAGNITUDES.iter().find(|(written, _)| ends_word(bare, written))?;
    let length = behind.len() - bare.len() + written.len();
    Some((said, length + if written == said { 0 } else { stop(&behind[length..]) }))
}

fn ends_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|behind| {
        !word.ends_with(char::is_alphabetic) || !behind.starts_with(char::is_alphanumeric)
    })
}

/// The full stop of an abbreviation, unless it ends the text.
fn stop(behind: &str) -> usize {
    usize::from(behind.strip_prefix('.').is_some_and(|rest| !rest.trim().is_empty()))
}

/// The unit at the beginning of a text and how many bytes stand for it.
fn unit(text: &str) -> Option<(&'static Unit, usize)> {
    if let Some(own) = OWN.iter().find(|own| ends_word(text, own.0)) {
        return Some((own, own.0.len() + stop(&text[own.0.len()..])));
    }
    let (symbol, length) = measure::unit(text)?;
    // `t/m` is no ton.
    let goes_on = text[length..].strip_prefix('/').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    if goes_on {
        return None;
    }
    Some((UNITS.iter().find(|unit| unit.0 == symbol)?, length))
}

/// ` km`, `km`: the unit behind a number, and the length with its space.
fn unit_behind(behind: &str) -> Option<(&'static Unit, usize)> {
    let bare = behind.strip_prefix([' ', '\u{A0}', '\u{202F}', '\u{2009}']).unwrap_or(behind);
    let (unit, length) = unit(bare)?;
    Some((unit, behind.len() - bare.len() + length))
}

fn amount(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::signed(place.rest(), customs)?;
    if number.negative && !may_be_negative(place) || !number.negative && !place.begins_word() {
        return None;
    }
    let behind = &place.rest()[number.length..];
    let (unit, more) = unit_behind(behind)?;
    // `4K` is a name, `300 K` a temperature.
    if unit.0 == "K" && !behind.starts_with([' ', '\u{A0}', '\u{202F}']) {
        return None;
    }
    let name = if number.count() == Some(1) { unit.1 } else { unit.2 };
    Some(Said::new(number.length, numbers::said(&number, customs)).then(number.length + more, name))
}

/// `1,72 m lang`: metres and centimetres.
fn metres(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let (unit, more) = unit_behind(&place.rest()[number.length..]).filter(|(unit, _)| unit.0 == "m")?;
    let fraction = number.fraction.as_deref().filter(|fraction| fraction.len() == 2)?;
    let length = number.length + more;
    let next = first_word(&place.rest()[length..]);
    let tall = matches!(next, "lang" | "hoog" | "breed" | "diep" | "groot" | "ver");
    let whole = number.value().filter(|whole| tall && *whole < 100)?;
    let rest = fraction.parse().ok().filter(|part: &u64| *part > 0);
    let rest = rest.map(|part| format!(" {}", cardinal(part, customs))).unwrap_or_default();
    Some(Said::new(length, format!("{} {}{rest}", cardinal(whole, customs), unit.2)))
}

/// `21 × 29,7 cm`, `3 x 4 m`.
fn dimensions(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let behind = place.rest()[number.length..].trim_start_matches([' ', '\u{A0}']);
    let second = behind.strip_prefix(['×', 'x'])?.trim_start_matches([' ', '\u{A0}']);
    let second_number = number::unsigned(second, customs)?;
    let after = &second[second_number.length..];
    let more = unit_behind(after).is_some() || after.trim_start().starts_with(['×', 'x']);
    let word = if more { "bij" } else { "keer" };
    Some(
        Said::new(number.length, numbers::said(&number, customs))
            .then(place.rest().len() - second.len(), word),
    )
}

/// `1,5 mln.`, `7 miljard` without a currency.
fn large(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number: Number = number::signed(place.rest(), customs)?;
    if number.negative && !may_be_negative(place) || !number.negative && !place.begins_word() {
        return None;
    }
    let (word, more) = magnitude(&place.rest()[number.length..])?;
    Some(Said::new(number.length, numbers::said(&number, customs)).then(number.length + more, word))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn few_units_have_a_plural() {
        assert_eq!(read("Na 40 m en 1 km"), "Na veertig meter en één kilometer");
        assert_eq!(read("1 min. of 20 sec. wachten"), "één minuut of twintig seconden wachten");
        assert_eq!(read("bij -4,5 °C en 1%"), "bij min vier komma vijf graden Celsius en één procent");
        assert_eq!(read("6 mln. mensen"), "zes miljoen mensen");
    }

    #[test]
    fn measures_of_things() {
        assert_eq!(read("Hij is 1,85 m lang."), "Hij is één meter vijfentachtig lang.");
        assert_eq!(read("een kamer van 3 x 4 m"), "een kamer van drie bij vier meter");
    }
}
