//! Amounts with units, percent, and numbers in compounds (`20-kg-Hund`, `10%ige`).

use super::grammar::{Case, case_before, case_in_list, one};
use super::money::MAGNITUDES;
use super::nouns::Gender;
use super::numbers::{self, cardinal, may_be_negative};
use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::parse::unit::{self, Names, Unit};
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

/// A unit's gender, one of it, many, and many in the dative.
pub(super) type Name = (Gender, &'static str, &'static str, &'static str);

const UNITS: Names<Name> = Names::new(
    &[
        (Unit::Microfarad, (N, "Mikrofarad", "Mikrofarad", "Mikrofarad")),
        (Unit::Nanofarad, (N, "Nanofarad", "Nanofarad", "Nanofarad")),
        (Unit::Picofarad, (N, "Pikofarad", "Pikofarad", "Pikofarad")),
        (Unit::GigawattHour, (F, "Gigawattstunde", "Gigawattstunden", "Gigawattstunden")),
        (Unit::AmpereHour, (F, "Amperestunde", "Amperestunden", "Amperestunden")),
        (Unit::Electronvolt, (N, "Elektronenvolt", "Elektronenvolt", "Elektronenvolt")),
        (Unit::Millisievert, (N, "Millisievert", "Millisievert", "Millisievert")),
        (Unit::KilovoltAmpere, (N, "Kilovoltampere", "Kilovoltampere", "Kilovoltampere")),
        (Unit::Millihenry, (N, "Millihenry", "Millihenry", "Millihenry")),
        (
            Unit::GramPerCubicCentimetre,
            (N, "Gramm pro Kubikzentimeter", "Gramm pro Kubikzentimeter", "Gramm pro Kubikzentimeter"),
        ),
        (Unit::Kilometre, (M, "Kilometer", "Kilometer", "Kilometern")),
        (Unit::Metre, (M, "Meter", "Meter", "Metern")),
        (Unit::Decimetre, (M, "Dezimeter", "Dezimeter", "Dezimetern")),
        (Unit::Centimetre, (M, "Zentimeter", "Zentimeter", "Zentimetern")),
        (Unit::Millimetre, (M, "Millimeter", "Millimeter", "Millimetern")),
        (Unit::Micrometre, (M, "Mikrometer", "Mikrometer", "Mikrometern")),
        (Unit::Nanometre, (M, "Nanometer", "Nanometer", "Nanometern")),
        (Unit::SquareMetre, (M, "Quadratmeter", "Quadratmeter", "Quadratmetern")),
        (Unit::SquareKilometre, (M, "Quadratkilometer", "Quadratkilometer", "Quadratkilometern")),
        (Unit::SquareCentimetre, (M, "Quadratzentimeter", "Quadratzentimeter", "Quadratzentimetern")),
        (Unit::CubicMetre, (M, "Kubikmeter", "Kubikmeter", "Kubikmetern")),
        (Unit::CubicCentimetre, (M, "Kubikzentimeter", "Kubikzentimeter", "Kubikzentimetern")),
        (
            Unit::KilometrePerHour,
            (M, "Kilometer pro Stunde", "Kilometer pro Stunde", "Kilometern pro Stunde"),
        ),
        (Unit::MetrePerSecond, (M, "Meter pro Sekunde", "Meter pro Sekunde", "Metern pro Sekunde")),
        (Unit::Kilogram, (N, "Kilogramm", "Kilogramm", "Kilogramm")),
        (Unit::Gram, (N, "Gramm", "Gramm", "Gramm")),
        (Unit::Milligram, (N, "Milligramm", "Milligramm", "Milligramm")),
        (Unit::Microgram, (N, "Mikrogramm", "Mikrogramm", "Mikrogramm")),
        (Unit::Tonne, (F, "Tonne", "Tonnen", "Tonnen")),
        (Unit::Litre, (M, "Liter", "Liter", "Litern")),
        (Unit::Decilitre, (M, "Deziliter", "Deziliter", "Deziliter")),
        (Unit::Centilitre, (M, "Zentiliter", "Zentiliter", "Zentiliter")),
        (Unit::Millilitre, (M, "Milliliter", "Milliliter", "Milliliter")),
        (Unit::Hectare, (M, "Hektar", "Hektar", "Hektar")),
        (Unit::Celsius, (N, "Grad Celsius", "Grad Celsius", "Grad Celsius")),
        (Unit::Fahrenheit, (N, "Grad Fahrenheit", "Grad Fahrenheit", "Grad Fahrenheit")),
        (Unit::Degree, (N, "Grad", "Grad", "Grad")),
        (Unit::Kelvin, (N, "Kelvin", "Kelvin", "Kelvin")),
        (Unit::Hour, (F, "Stunde", "Stunden", "Stunden")),
        (Unit::Minute, (F, "Minute", "Minuten", "Minuten")),
        (Unit::Second, (F, "Sekunde", "Sekunden", "Sekunden")),
        (Unit::Millisecond, (F, "Millisekunde", "Millisekunden", "Millisekunden")),
        (Unit::Microsecond, (F, "Mikrosekunde", "Mikrosekunden", "Mikrosekunden")),
        (Unit::Nanosecond, (F, "Nanosekunde", "Nanosekunden", "Nanosekunden")),
        (Unit::Hertz, (N, "Hertz", "Hertz", "Hertz")),
        (Unit::Kilohertz, (N, "Kilohertz", "Kilohertz", "Kilohertz")),
        (Unit::Megahertz, (N, "Megahertz", "Megahertz", "Megahertz")),
        (Unit::Gigahertz, (N, "Gigahertz", "Gigahertz", "Gigahertz")),
        (Unit::Watt, (N, "Watt", "Watt", "Watt")),
        (Unit::Kilowatt, (N, "Kilowatt", "Kilowatt", "Kilowatt")),
        (Unit::Megawatt, (N, "Megawatt", "Megawatt", "Megawatt")),
        (Unit::Gigawatt, (N, "Gigawatt", "Gigawatt", "Gigawatt")),
        (Unit::WattHour, (F, "Wattstunde", "Wattstunden", "Wattstunden")),
        (Unit::KilowattHour, (F, "Kilowattstunde", "Kilowattstunden", "Kilowattstunden")),
        (Unit::MegawattHour, (F, "Megawattstunde", "Megawattstunden", "Megawattstunden")),
        (Unit::Volt, (N, "Volt", "Volt", "Volt")),
        (Unit::Kilovolt, (N, "Kilovolt", "Kilovolt", "Kilovolt")),
        (Unit::Millivolt, (N, "Millivolt", "Millivolt", "Millivolt")),
        (Unit::Ampere, (N, "Ampere", "Ampere", "Ampere")),
        (Unit::Milliampere, (N, "Milliampere", "Milliampere", "Milliampere")),
        (Unit::MilliampereHour, (F, "Milliamperestunde", "Milliamperestunden", "Milliamperestunden")),
        (Unit::Ohm, (N, "Ohm", "Ohm", "Ohm")),
        (Unit::Kiloohm, (N, "Kiloohm", "Kiloohm", "Kiloohm")),
        (Unit::Joule, (N, "Joule", "Joule", "Joule")),
        (Unit::Kilojoule, (N, "Kilojoule", "Kilojoule", "Kilojoule")),
        (Unit::Kilocalorie, (F, "Kilokalorie", "Kilokalorien", "Kilokalorien")),
        (Unit::Calorie, (F, "Kalorie", "Kalorien", "Kalorien")),
        (Unit::Newton, (N, "Newton", "Newton", "Newton")),
        (Unit::NewtonMetre, (M, "Newtonmeter", "Newtonmeter", "Newtonmetern")),
        (Unit::Pascal, (N, "Pascal", "Pascal", "Pascal")),
        (Unit::Hectopascal, (N, "Hektopascal", "Hektopascal", "Hektopascal")),
        (Unit::Kilopascal, (N, "Kilopascal", "Kilopascal", "Kilopascal")),
        (Unit::Bar, (N, "Bar", "Bar", "Bar")),
        (Unit::Millibar, (N, "Millibar", "Millibar", "Millibar")),
        (Unit::Decibel, (N, "Dezibel", "Dezibel", "Dezibel")),
        (Unit::Bit, (N, "Bit", "Bit", "Bit")),
        (Unit::Kilobit, (N, "Kilobit", "Kilobit", "Kilobit")),
        (Unit::Megabit, (N, "Megabit", "Megabit", "Megabit")),
        (Unit::Kilobyte, (N, "Kilobyte", "Kilobyte", "Kilobyte")),
        (Unit::Megabyte, (N, "Megabyte", "Megabyte", "Megabyte")),
        (Unit::Gigabyte, (N, "Gigabyte", "Gigabyte", "Gigabyte")),
        (Unit::Terabyte, (N, "Terabyte", "Terabyte", "Terabyte")),
        (Unit::KilobitPerSecond, (N, "Kilobit pro Sekunde", "Kilobit pro Sekunde", "Kilobit pro Sekunde")),
        (Unit::MegabitPerSecond, (N, "Megabit pro Sekunde", "Megabit pro Sekunde", "Megabit pro Sekunde")),
        (Unit::GigabitPerSecond, (N, "Gigabit pro Sekunde", "Gigabit pro Sekunde", "Gigabit pro Sekunde")),
        (
            Unit::MegabytePerSecond,
            (N, "Megabyte pro Sekunde", "Megabyte pro Sekunde", "Megabyte pro Sekunde"),
        ),
        (Unit::Pixel, (N, "Pixel", "Pixel", "Pixeln")),
        (Unit::PartPerMillion, (N, "ppm", "ppm", "ppm")),
        (Unit::GramPerKilometre, (N, "Gramm pro Kilometer", "Gramm pro Kilometer", "Gramm pro Kilometer")),
        (
            Unit::LitrePerHundredKilometres,
            (M, "Liter pro hundert Kilometer", "Liter pro hundert Kilometer", "Liter pro hundert Kilometer"),
        ),
        (
            Unit::MilligramPerDecilitre,
            (N, "Milligramm pro Deziliter", "Milligramm pro Deziliter", "Milligramm pro Deziliter"),
        ),
        (Unit::MillimolePerLitre, (N, "Millimol pro Liter", "Millimol pro Liter", "Millimol pro Liter")),
        (
            Unit::TurnPerMinute,
            (F, "Umdrehung pro Minute", "Umdrehungen pro Minute", "Umdrehungen pro Minute"),
        ),
        (Unit::Lux, (N, "Lux", "Lux", "Lux")),
        (Unit::Lumen, (N, "Lumen", "Lumen", "Lumen")),
        (Unit::Mole, (N, "Mol", "Mol", "Mol")),
        (
            Unit::KilometrePerSecond,
            (M, "Kilometer pro Sekunde", "Kilometer pro Sekunde", "Kilometern pro Sekunde"),
        ),
        (
            Unit::MetrePerSecondSquared,
            (M, "Meter pro Quadratsekunde", "Meter pro Quadratsekunde", "Metern pro Quadratsekunde"),
        ),
        (Unit::GramPerLitre, (N, "Gramm pro Liter", "Gramm pro Liter", "Gramm pro Liter")),
        (
            Unit::MilligramPerLitre,
            (N, "Milligramm pro Liter", "Milligramm pro Liter", "Milligramm pro Liter"),
        ),
        (
            Unit::KilogramPerCubicMetre,
            (N, "Kilogramm pro Kubikmeter", "Kilogramm pro Kubikmeter", "Kilogramm pro Kubikmeter"),
        ),
        (Unit::Hectolitre, (M, "Hektoliter", "Hektoliter", "Hektoliter")),
        (Unit::Microlitre, (M, "Mikroliter", "Mikroliter", "Mikroliter")),
        (
            Unit::GigabytePerSecond,
            (N, "Gigabyte pro Sekunde", "Gigabyte pro Sekunde", "Gigabyte pro Sekunde"),
        ),
        (Unit::MilePerHour, (F, "Meile pro Stunde", "Meilen pro Stunde", "Meilen pro Stunde")),
        (Unit::Megapixel, (N, "Megapixel", "Megapixel", "Megapixeln")),
        (Unit::Kibibyte, (N, "Kibibyte", "Kibibyte", "Kibibyte")),
        (Unit::Mebibyte, (N, "Mebibyte", "Mebibyte", "Mebibyte")),
        (Unit::Gibibyte, (N, "Gibibyte", "Gibibyte", "Gibibyte")),
        (Unit::FramePerSecond, (N, "Bild pro Sekunde", "Bilder pro Sekunde", "Bildern pro Sekunde")),
    ],
    &[
        Unit::Pound,
        Unit::Ounce,
        Unit::DotPerInch,
        Unit::Foot,
        Unit::Inch,
        Unit::Yard,
        Unit::Mile,
        Unit::Gallon,
        Unit::Horsepower,
    ],
);

/// Symbols that only German has.
const OWN: &[(&str, Name)] = &[
    ("Std.", (F, "Stunde", "Stunden", "Stunden")),
    ("Std", (F, "Stunde", "Stunden", "Stunden")),
    ("Min.", (F, "Minute", "Minuten", "Minuten")),
    ("Sek.", (F, "Sekunde", "Sekunden", "Sekunden")),
    ("PS", (N, "P S", "P S", "P S")),
    ("TL", (M, "Teelöffel", "Teelöffel", "Teelöffeln")),
    ("EL", (M, "Esslöffel", "Esslöffel", "Esslöffeln")),
    ("Pkt.", (M, "Punkt", "Punkte", "Punkten")),
    ("St.", (N, "Stück", "Stück", "Stück")),
    ("Stk.", (N, "Stück", "Stück", "Stück")),
    ("Pers.", (F, "Person", "Personen", "Personen")),
    ("Zi.", (N, "Zimmer", "Zimmer", "Zimmern")),
    ("qm", (M, "Quadratmeter", "Quadratmeter", "Quadratmetern")),
    ("ccm", (M, "Kubikzentimeter", "Kubikzentimeter", "Kubikzentimetern")),
    ("U/min", (F, "Umdrehung pro Minute", "Umdrehungen pro Minute", "Umdrehungen pro Minute")),
    ("%", (N, "Prozent", "Prozent", "Prozent")),
    ("‰", (N, "Promille", "Promille", "Promille")),
    ("Mio.", (F, "Million", "Millionen", "Millionen")),
];

/// The unit at the beginning of a text, if it is one of all languages, its name, and how many bytes stand for it.
fn unit(text: &str) -> Option<(Option<Unit>, &'static Name, usize)> {
    let own = OWN.iter().find(|(written, _)| {
        let behind = text.strip_prefix(written);
        behind.is_some_and(|behind| {
            !written.ends_with(char::is_alphabetic)
                || !behind.starts_with(|c: char| c.is_alphanumeric() || c == '/')
        })
    });
    if let Some((written, name)) = own {
        let ends = written.ends_with('.') && text[written.len()..].trim().is_empty();
        return Some((None, name, written.len() - usize::from(ends)));
    }
    let (unit, length) = unit::find(text)?;
    Some((Some(unit), UNITS.get(unit)?, length))
}

/// ` km`, `km`: the unit behind a number, and the length with its space.
pub(super) fn unit_behind(behind: &str) -> Option<(Option<Unit>, &'static Name, usize)> {
    let bare = behind.strip_prefix([' ', '\u{A0}', '\u{202F}', '\u{2009}']).unwrap_or(behind);
    let (unit, name, length) = unit(bare)?;
    Some((unit, name, behind.len() - bare.len() + length))
}

fn amount(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::signed(place.rest(), customs)?;
    if number.negative && !may_be_negative(place) || !number.negative && !place.begins_word() {
        return None;
    }
    let behind = &place.rest()[number.length..];
    let (unit, unit_name, more) = unit_behind(behind)?;
    // `4K` is a name, `300 K` a temperature.
    if unit == Some(Unit::Kelvin) && !behind.starts_with([' ', '\u{A0}', '\u{202F}']) {
        return None;
    }
    let name = name(place, &number, unit_name);
    Some(
        Said::new(number.length, figure(place, &number, unit_name.0, customs))
            .then(number.length + more, name),
    )
}

fn name(place: Place<'_>, number: &Number, name: &Name) -> &'static str {
    match number.count() {
        Some(1) => name.1,
        _ if case_before(place) == Case::Dative && !is_percent(name) => name.3,
        _ => name.2,
    }
}

fn is_percent(name: &Name) -> bool {
    matches!(name.1, "Prozent" | "Promille")
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
    let (_, name, more) =
        unit_behind(&place.rest()[number.length..]).filter(|(unit, ..)| *unit == Some(Unit::Metre))?;
    let fraction = number.fraction.as_deref().filter(|fraction| fraction.len() == 2)?;
    let length = number.length + more;
    let tall =
        matches!(first_word(&place.rest()[length..]), "groß" | "hoch" | "lang" | "breit" | "tief" | "weit");
    let whole = number.value().filter(|whole| tall && *whole < 100)?;
    let metre = if whole == 1 {
        "einen Meter".to_owned()
    } else {
        format!("{} {}", cardinal(whole, customs), name.2)
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
    if let Some((_, name, length)) = unit(behind).filter(|(.., length)| behind[*length..].starts_with('-')) {
        return Some(Said::new(number.length + 1 + length + 1, format!("{spoken} {}", name.1)));
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
