//! Amounts with units, percent, and numbers in compounds (`20-kg-Hund`, `10%ige`).

use super::grammar::{Case, case_before, case_in_list, one};
use super::money::MAGNITUDES;
use super::nouns::Gender;
use super::numbers::{self, cardinal, may_be_negative};
use crate::customs::Customs;
use crate::parse::measure;
use crate::parse::number::{self, Number};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "unit", starts: Starts::Digit, read: metres },
    Rule { name: "dimensions", starts: Starts::Digit, read: dimensions },
    Rule { name: "percent", starts: Starts::Digit, read: percent_adjective },
    Rule { name: "unit", starts: Starts::Digit, read: in_compound },
    Rule { name: "unit", starts: Starts::DigitOrMark, read: amount },
    Rule { name: "magnitude", starts: Starts::Digit, read: magnitude },
];

use Gender::{Feminine as F, Masculine as M, Neuter as N};

/// A unit's symbol, its gender, one of it, many, and many in the dative.
type Unit = (&'static str, Gender, &'static str, &'static str, &'static str);

const UNITS: &[Unit] = &[
    ("km", M, "Kilometer", "Kilometer", "Kilometern"),
    ("m", M, "Meter", "Meter", "Metern"),
    ("dm", M, "Dezimeter", "Dezimeter", "Dezimetern"),
    ("cm", M, "Zentimeter", "Zentimeter", "Zentimetern"),
    ("mm", M, "Millimeter", "Millimeter", "Millimetern"),
    ("µm", M, "Mikrometer", "Mikrometer", "Mikrometern"),
    ("nm", M, "Nanometer", "Nanometer", "Nanometern"),
    ("m²", M, "Quadratmeter", "Quadratmeter", "Quadratmetern"),
    ("km²", M, "Quadratkilometer", "Quadratkilometer", "Quadratkilometern"),
    ("cm²", M, "Quadratzentimeter", "Quadratzentimeter", "Quadratzentimetern"),
    ("m³", M, "Kubikmeter", "Kubikmeter", "Kubikmetern"),
    ("cm³", M, "Kubikzentimeter", "Kubikzentimeter", "Kubikzentimetern"),
    ("km/h", M, "Kilometer pro Stunde", "Kilometer pro Stunde", "Kilometern pro Stunde"),
    ("m/s", M, "Meter pro Sekunde", "Meter pro Sekunde", "Metern pro Sekunde"),
    ("kg", N, "Kilogramm", "Kilogramm", "Kilogramm"),
    ("g", N, "Gramm", "Gramm", "Gramm"),
    ("mg", N, "Milligramm", "Milligramm", "Milligramm"),
    ("µg", N, "Mikrogramm", "Mikrogramm", "Mikrogramm"),
    ("t", F, "Tonne", "Tonnen", "Tonnen"),
    ("l", M, "Liter", "Liter", "Litern"),
    ("dl", M, "Deziliter", "Deziliter", "Deziliter"),
    ("cl", M, "Zentiliter", "Zentiliter", "Zentiliter"),
    ("ml", M, "Milliliter", "Milliliter", "Milliliter"),
    ("ha", M, "Hektar", "Hektar", "Hektar"),
    ("°C", N, "Grad Celsius", "Grad Celsius", "Grad Celsius"),
    ("°F", N, "Grad Fahrenheit", "Grad Fahrenheit", "Grad Fahrenheit"),
    ("°", N, "Grad", "Grad", "Grad"),
    ("K", N, "Kelvin", "Kelvin", "Kelvin"),
    ("h", F, "Stunde", "Stunden", "Stunden"),
    ("min", F, "Minute", "Minuten", "Minuten"),
    ("s", F, "Sekunde", "Sekunden", "Sekunden"),
    ("ms", F, "Millisekunde", "Millisekunden", "Millisekunden"),
    ("µs", F, "Mikrosekunde", "Mikrosekunden", "Mikrosekunden"),
    ("ns", F, "Nanosekunde", "Nanosekunden", "Nanosekunden"),
    ("Hz", N, "Hertz", "Hertz", "Hertz"),
    ("kHz", N, "Kilohertz", "Kilohertz", "Kilohertz"),
    ("MHz", N, "Megahertz", "Megahertz", "Megahertz"),
    ("GHz", N, "Gigahertz", "Gigahertz", "Gigahertz"),
    ("W", N, "Watt", "Watt", "Watt"),
    ("kW", N, "Kilowatt", "Kilowatt", "Kilowatt"),
    ("MW", N, "Megawatt", "Megawatt", "Megawatt"),
    ("GW", N, "Gigawatt", "Gigawatt", "Gigawatt"),
    ("Wh", F, "Wattstunde", "Wattstunden", "Wattstunden"),
    ("kWh", F, "Kilowattstunde", "Kilowattstunden", "Kilowattstunden"),
    ("MWh", F, "Megawattstunde", "Megawattstunden", "Megawattstunden"),
    ("V", N, "Volt", "Volt", "Volt"),
    ("kV", N, "Kilovolt", "Kilovolt", "Kilovolt"),
    ("mV", N, "Millivolt", "Millivolt", "Millivolt"),
    ("A", N, "Ampere", "Ampere", "Ampere"),
    ("mA", N, "Milliampere", "Milliampere", "Milliampere"),
    ("mAh", F, "Milliamperestunde", "Milliamperestunden", "Milliamperestunden"),
    ("Ω", N, "Ohm", "Ohm", "Ohm"),
    ("kΩ", N, "Kiloohm", "Kiloohm", "Kiloohm"),
    ("J", N, "Joule", "Joule", "Joule"),
    ("kJ", N, "Kilojoule", "Kilojoule", "Kilojoule"),
    ("kcal", F, "Kilokalorie", "Kilokalorien", "Kilokalorien"),
    ("cal", F, "Kalorie", "Kalorien", "Kalorien"),
    ("N", N, "Newton", "Newton", "Newton"),
    ("Nm", M, "Newtonmeter", "Newtonmeter", "Newtonmetern"),
    ("Pa", N, "Pascal", "Pascal", "Pascal"),
    ("hPa", N, "Hektopascal", "Hektopascal", "Hektopascal"),
    ("kPa", N, "Kilopascal", "Kilopascal", "Kilopascal"),
    ("bar", N, "Bar", "Bar", "Bar"),
    ("mbar", N, "Millibar", "Millibar", "Millibar"),
    ("dB", N, "Dezibel", "Dezibel", "Dezibel"),
    ("bit", N, "Bit", "Bit", "Bit"),
    ("kB", N, "Kilobyte", "Kilobyte", "Kilobyte"),
    ("MB", N, "Megabyte", "Megabyte", "Megabyte"),
    ("GB", N, "Gigabyte", "Gigabyte", "Gigabyte"),
    ("TB", N, "Terabyte", "Terabyte", "Terabyte"),
    ("kbit/s", N, "Kilobit pro Sekunde", "Kilobit pro Sekunde", "Kilobit pro Sekunde"),
    ("Mbit/s", N, "Megabit pro Sekunde", "Megabit pro Sekunde", "Megabit pro Sekunde"),
    ("Gbit/s", N, "Gigabit pro Sekunde", "Gigabit pro Sekunde", "Gigabit pro Sekunde"),
    ("MB/s", N, "Megabyte pro Sekunde", "Megabyte pro Sekunde", "Megabyte pro Sekunde"),
    ("px", N, "Pixel", "Pixel", "Pixeln"),
    ("ppm", N, "ppm", "ppm", "ppm"),
    ("PS", N, "P S", "P S", "P S"),
    ("g/km", N, "Gramm pro Kilometer", "Gramm pro Kilometer", "Gramm pro Kilometer"),
    (
        "l/100 km",
        M,
        "Liter pro hundert Kilometer",
        "Liter pro hundert Kilometer",
        "Liter pro hundert Kilometer",
    ),
    ("mg/dl", N, "Milligramm pro Deziliter", "Milligramm pro Deziliter", "Milligramm pro Deziliter"),
    ("mmol/l", N, "Millimol pro Liter", "Millimol pro Liter", "Millimol pro Liter"),
    ("rpm", F, "Umdrehung pro Minute", "Umdrehungen pro Minute", "Umdrehungen pro Minute"),
    ("lx", N, "Lux", "Lux", "Lux"),
    ("lm", N, "Lumen", "Lumen", "Lumen"),
    ("mol", N, "Mol", "Mol", "Mol"),
];

/// Symbols that only German has.
const OWN: &[(&str, Unit)] = &[
    ("Std.", ("", F, "Stunde", "Stunden", "Stunden")),
    ("Std", ("", F, "Stunde", "Stunden", "Stunden")),
    ("Min.", ("", F, "Minute", "Minuten", "Minuten")),
    ("Sek.", ("", F, "Sekunde", "Sekunden", "Sekunden")),
    ("TL", ("", M, "Teelöffel", "Teelöffel", "Teelöffeln")),
    ("EL", ("", M, "Esslöffel", "Esslöffel", "Esslöffeln")),
    ("Pkt.", ("", M, "Punkt", "Punkte", "Punkten")),
    ("St.", ("", N, "Stück", "Stück", "Stück")),
    ("Stk.", ("", N, "Stück", "Stück", "Stück")),
    ("Pers.", ("", F, "Person", "Personen", "Personen")),
    ("Zi.", ("", N, "Zimmer", "Zimmer", "Zimmern")),
    ("kbit", ("", N, "Kilobit", "Kilobit", "Kilobit")),
    ("Mbit", ("", N, "Megabit", "Megabit", "Megabit")),
    ("qm", ("", M, "Quadratmeter", "Quadratmeter", "Quadratmetern")),
    ("ccm", ("", M, "Kubikzentimeter", "Kubikzentimeter", "Kubikzentimetern")),
    ("U/min", ("", F, "Umdrehung pro Minute", "Umdrehungen pro Minute", "Umdrehungen pro Minute")),
    ("%", ("", N, "Prozent", "Prozent", "Prozent")),
    ("‰", ("", N, "Promille", "Promille", "Promille")),
    ("Mio.", ("", F, "Million", "Millionen", "Millionen")),
];

/// The unit at the beginning of a text and how many bytes stand for it.
fn unit(text: &str) -> Option<(&'static Unit, usize)> {
    let own = OWN.iter().find(|(written, _)| {
        let behind = text.strip_prefix(written);
        behind.is_some_and(|behind| {
            !written.ends_with(char::is_alphabetic)
                || !behind.starts_with(|c: char| c.is_alphanumeric() || c == '/')
        })
    });
    if let Some((written, unit)) = own {
        let ends = written.ends_with('.') && text[written.len()..].trim().is_empty();
        return Some((unit, written.len() - usize::from(ends)));
    }
    let (symbol, length) = measure::unit(text)?;
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
    let name = name(place, &number, unit);
    Some(Said::new(number.length, figure(place, &number, unit.1, customs)).then(number.length + more, name))
}

fn name(place: Place<'_>, number: &Number, unit: &Unit) -> &'static str {
    match number.count() {
        Some(1) => unit.2,
        _ if case_before(place) == Case::Dative && !is_percent(unit) => unit.4,
        _ => unit.3,
    }
}

fn is_percent(unit: &Unit) -> bool {
    matches!(unit.2, "Prozent" | "Promille")
}

/// A number before a unit of this gender.
fn figure(place: Place<'_>, number: &Number, gender: Gender, customs: &Customs) -> String {
    if number.count() == Some(1) {
        let percent = place.rest()[number.length..].trim_start().starts_with(['%', '‰', '°']);
        return if percent { "ein".to_owned() } else { one(gender, case_in_list(place)).to_owned() };
    }
    numbers::said(number, customs)
}

/// `1,72 m groß`: metres and centimetres.
fn metres(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let (unit, more) = unit_behind(&place.rest()[number.length..]).filter(|(unit, _)| unit.0 == "m")?;
    let fraction = number.fraction.as_deref().filter(|fraction| fraction.len() == 2)?;
    let length = number.length + more;
    let tall =
        matches!(first_word(&place.rest()[length..]), "groß" | "hoch" | "lang" | "breit" | "tief" | "weit");
    let whole = number.value().filter(|whole| tall && *whole < 100)?;
    let metre = if whole == 1 {
        "einen Meter".to_owned()
    } else {
        format!("{} {}", cardinal(whole, customs), unit.3)
    };
    let centimetres = fraction
        .parse()
        .ok()
        .filter(|part| *part > 0)
        .map(|part: u64| format!(" {}", cardinal(part, customs)));
    Some(Said::new(length, format!("{metre}{}", centimetres.unwrap_or_default())))
}

/// `21 × 29,7 cm`.
fn dimensions(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let behind = place.rest()[number.length..].trim_start_matches([' ', '\u{A0}']);
    let rest = behind.strip_prefix(['×', 'x'])?;
    let second = rest.trim_start_matches([' ', '\u{A0}']);
    number::unsigned(second, customs)?;
    let length = place.rest().len() - second.len();
    Some(Said::new(number.length, numbers::said(&number, customs)).then(length, "mal"))
}

/// `10%ige`, `3-jährige`, `24-stündig`.
fn percent_adjective(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let behind = &place.rest()[number.length..];
    let whole = number.count()?;
    if let Some(ending) = behind.strip_prefix('%').map(|rest| rest.trim_start_matches('-')) {
        let word = first_word(ending);
        let length = place.rest().len() - ending.len() + word.len();
        return word
            .starts_with("ig")
            .then(|| Said::new(length, format!("{}prozent{word}", stem(whole, customs))));
    }
    let word = first_word(behind.strip_prefix('-').unwrap_or(behind));
    let begins = [
        "jährig",
        "stündig",
        "tägig",
        "minütig",
        "monatig",
        "wöchig",
        "köpfig",
        "teilig",
        "fach",
        "mal",
        "stellig",
        "seitig",
        "sekündig",
        "stöckig",
        "Jährig",
        "beinig",
        "prozentig",
    ];
    let fits = begins.iter().any(|beginning| word.starts_with(beginning)) && !behind.starts_with(' ');
    let dash = usize::from(behind.starts_with('-'));
    fits.then(|| {
        Said::new(
            number.length + dash + word.len(),
            format!("{}{}", stem(whole, customs), word.to_lowercase()),
        )
    })
}

/// A number as the first part of a word.
fn stem(whole: u64, customs: &Customs) -> String {
    if whole == 1 {
        return "ein".to_owned();
    }
    customs
        .spell("spellout-cardinal-masculine", whole)
        .unwrap_or_else(|| whole.to_string())
        .replace("einhundert", "hundert")
}

/// `20-kg-Hund`, `2-m-Zaun`, `3-Zimmer-Wohnung`, `100-Meter-Lauf`.
fn in_compound(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let behind = place.rest()[number.length..].strip_prefix('-')?;
    let whole = number.count()?;
    let spoken = if whole == 1 { "ein".to_owned() } else { cardinal(whole, customs) };
    if let Some((unit, length)) = unit(behind).filter(|(_, length)| behind[*length..].starts_with('-')) {
        return Some(Said::new(number.length + 1 + length + 1, format!("{spoken} {}", unit.2)));
    }
    let word = first_word(behind);
    word.starts_with(char::is_uppercase).then(|| Said::new(number.length + 1, spoken))
}

/// `1,5 Mio.`, `7 Mrd.` without a currency.
fn magnitude(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let bare = place.rest()[number.length..].trim_start_matches([' ', '\u{A0}']);
    let (written, single, many) = MAGNITUDES.iter().find(|(written, ..)| {
        bare.strip_prefix(written).is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    })?;
    let end = place.rest().len() - bare.len() + written.len();
    let stop = usize::from(written.ends_with('.') && place.rest()[end..].trim().is_empty());
    let figure = figure(place, &number, Gender::Feminine, customs);
    Some(
        Said::new(number.length, figure)
            .then(end - stop, if number.count() == Some(1) { single } else { many }),
    )
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn units_are_in_their_number_and_case() {
        assert_eq!(read("Nach 40 m und 1 km"), "Nach vierzig Metern und einem Kilometer");
        assert_eq!(read("Gib 1 l Milch dazu."), "Gib einen Liter Milch dazu.");
        assert_eq!(read("bei -4,5 °C"), "bei minus vier Komma fünf Grad Celsius");
        assert_eq!(read("um 7 %."), "um sieben Prozent.");
    }

    #[test]
    fn numbers_are_parts_of_words() {
        assert_eq!(read("das 30-kg-Paket"), "das dreißig Kilogramm Paket");
        assert_eq!(read("eine 5%ige Lösung, 3-jährig"), "eine fünfprozentige Lösung, dreijährig");
        assert_eq!(read("Er ist 1,85 m groß."), "Er ist einen Meter fünfundachtzig groß.");
    }
}
