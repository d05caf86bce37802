//! Amounts with units, per cent, and words of magnitude. Most units stay singular behind a number.

use super::numbers::{self, cardinal, may_be_negative};
use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::parse::unit::{self, Names, Unit};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "unit", starts: Starts::Digit, read: metres },
    Rule { name: "dimensions", starts: Starts::Digit, read: dimensions },
    Rule { name: "unit", starts: Starts::DigitOrMark, read: amount },
    Rule { name: "magnitude", starts: Starts::DigitOrMark, read: large },
];

/// One of a unit, and many.
type Name = (&'static str, &'static str);

const UNITS: Names<Name> = Names::new(
    &[
        (Unit::Microfarad, ("microfarad", "microfarad")),
        (Unit::Nanofarad, ("nanofarad", "nanofarad")),
        (Unit::Picofarad, ("picofarad", "picofarad")),
        (Unit::GigawattHour, ("gigawattuur", "gigawattuur")),
        (Unit::AmpereHour, ("ampère-uur", "ampère-uur")),
        (Unit::Electronvolt, ("elektronvolt", "elektronvolt")),
        (Unit::Millisievert, ("millisievert", "millisievert")),
        (Unit::KilovoltAmpere, ("kilovoltampère", "kilovoltampère")),
        (Unit::Millihenry, ("millihenry", "millihenry")),
        (Unit::GramPerCubicCentimetre, ("gram per kubieke centimeter", "gram per kubieke centimeter")),
        (Unit::Kilometre, ("kilometer", "kilometer")),
        (Unit::Metre, ("meter", "meter")),
        (Unit::Decimetre, ("decimeter", "decimeter")),
        (Unit::Centimetre, ("centimeter", "centimeter")),
        (Unit::Millimetre, ("millimeter", "millimeter")),
        (Unit::Micrometre, ("micrometer", "micrometer")),
        (Unit::Nanometre, ("nanometer", "nanometer")),
        (Unit::SquareMetre, ("vierkante meter", "vierkante meter")),
        (Unit::SquareKilometre, ("vierkante kilometer", "vierkante kilometer")),
        (Unit::SquareCentimetre, ("vierkante centimeter", "vierkante centimeter")),
        (Unit::CubicMetre, ("kubieke meter", "kubieke meter")),
        (Unit::CubicCentimetre, ("kubieke centimeter", "kubieke centimeter")),
        (Unit::KilometrePerHour, ("kilometer per uur", "kilometer per uur")),
        (Unit::MetrePerSecond, ("meter per seconde", "meter per seconde")),
        (Unit::MilePerHour, ("mijl per uur", "mijl per uur")),
        (Unit::Kilogram, ("kilo", "kilo")),
        (Unit::Gram, ("gram", "gram")),
        (Unit::Milligram, ("milligram", "milligram")),
        (Unit::Microgram, ("microgram", "microgram")),
        (Unit::Tonne, ("ton", "ton")),
        (Unit::Pound, ("pond", "pond")),
        (Unit::Ounce, ("ounce", "ounce")),
        (Unit::Litre, ("liter", "liter")),
        (Unit::Decilitre, ("deciliter", "deciliter")),
        (Unit::Centilitre, ("centiliter", "centiliter")),
        (Unit::Millilitre, ("milliliter", "milliliter")),
        (Unit::Microlitre, ("microliter", "microliter")),
        (Unit::Hectare, ("hectare", "hectare")),
        (Unit::Celsius, ("graad Celsius", "graden Celsius")),
        (Unit::Fahrenheit, ("graad Fahrenheit", "graden Fahrenheit")),
        (Unit::Degree, ("graad", "graden")),
        (Unit::Kelvin, ("kelvin", "kelvin")),
        (Unit::Hour, ("uur", "uur")),
        (Unit::Minute, ("minuut", "minuten")),
        (Unit::Second, ("seconde", "seconden")),
        (Unit::Millisecond, ("milliseconde", "milliseconden")),
        (Unit::Microsecond, ("microseconde", "microseconden")),
        (Unit::Nanosecond, ("nanoseconde", "nanoseconden")),
        (Unit::Hertz, ("hertz", "hertz")),
        (Unit::Kilohertz, ("kilohertz", "kilohertz")),
        (Unit::Megahertz, ("megahertz", "megahertz")),
        (Unit::Gigahertz, ("gigahertz", "gigahertz")),
        (Unit::Watt, ("watt", "watt")),
        (Unit::Kilowatt, ("kilowatt", "kilowatt")),
        (Unit::Megawatt, ("megawatt", "megawatt")),
        (Unit::Gigawatt, ("gigawatt", "gigawatt")),
        (Unit::WattHour, ("wattuur", "wattuur")),
        (Unit::KilowattHour, ("kilowattuur", "kilowattuur")),
        (Unit::MegawattHour, ("megawattuur", "megawattuur")),
        (Unit::Volt, ("volt", "volt")),
        (Unit::Kilovolt, ("kilovolt", "kilovolt")),
        (Unit::Millivolt, ("millivolt", "millivolt")),
        (Unit::Ampere, ("ampère", "ampère")),
        (Unit::Milliampere, ("milliampère", "milliampère")),
        (Unit::MilliampereHour, ("milliampère-uur", "milliampère-uur")),
        (Unit::Ohm, ("ohm", "ohm")),
        (Unit::Kiloohm, ("kilo-ohm", "kilo-ohm")),
        (Unit::Joule, ("joule", "joule")),
        (Unit::Kilojoule, ("kilojoule", "kilojoule")),
        (Unit::Kilocalorie, ("kilocalorie", "kilocalorieën")),
        (Unit::Calorie, ("calorie", "calorieën")),
        (Unit::Newton, ("newton", "newton")),
        (Unit::NewtonMetre, ("newtonmeter", "newtonmeter")),
        (Unit::Pascal, ("pascal", "pascal")),
        (Unit::Hectopascal, ("hectopascal", "hectopascal")),
        (Unit::Kilopascal, ("kilopascal", "kilopascal")),
        (Unit::Bar, ("bar", "bar")),
        (Unit::Millibar, ("millibar", "millibar")),
        (Unit::Decibel, ("decibel", "decibel")),
        (Unit::Bit, ("bit", "bit")),
        (Unit::Kilobit, ("kilobit", "kilobit")),
        (Unit::Megabit, ("megabit", "megabit")),
        (Unit::Kilobyte, ("kilobyte", "kilobyte")),
        (Unit::Megabyte, ("megabyte", "megabyte")),
        (Unit::Gigabyte, ("gigabyte", "gigabyte")),
        (Unit::Terabyte, ("terabyte", "terabyte")),
        (Unit::Kibibyte, ("kibibyte", "kibibyte")),
        (Unit::Mebibyte, ("mebibyte", "mebibyte")),
        (Unit::Gibibyte, ("gibibyte", "gibibyte")),
        (Unit::KilobitPerSecond, ("kilobit per seconde", "kilobit per seconde")),
        (Unit::MegabitPerSecond, ("megabit per seconde", "megabit per seconde")),
        (Unit::GigabitPerSecond, ("gigabit per seconde", "gigabit per seconde")),
        (Unit::MegabytePerSecond, ("megabyte per seconde", "megabyte per seconde")),
        (Unit::GigabytePerSecond, ("gigabyte per seconde", "gigabyte per seconde")),
        (Unit::Pixel, ("pixel", "pixels")),
        (Unit::Megapixel, ("megapixel", "megapixel")),
        (Unit::FramePerSecond, ("beeld per seconde", "beelden per seconde")),
        (Unit::DotPerInch, ("d p i", "d p i")),
        (Unit::TurnPerMinute, ("toer per minuut", "toeren per minuut")),
        (Unit::Foot, ("voet", "voet")),
        (Unit::Yard, ("yard", "yard")),
        (Unit::Mile, ("mijl", "mijl")),
        (Unit::GramPerKilometre, ("gram per kilometer", "gram per kilometer")),
        (Unit::LitrePerHundredKilometres, ("liter per honderd kilometer", "liter per honderd kilometer")),
        (Unit::MilligramPerDecilitre, ("milligram per deciliter", "milligram per deciliter")),
        (Unit::MillimolePerLitre, ("millimol per liter", "millimol per liter")),
        (Unit::KilogramPerCubicMetre, ("kilo per kubieke meter", "kilo per kubieke meter")),
        (Unit::PartPerMillion, ("deel per miljoen", "delen per miljoen")),
        (Unit::Horsepower, ("paardenkracht", "paardenkracht")),
        (Unit::Lumen, ("lumen", "lumen")),
        (Unit::Lux, ("lux", "lux")),
        (Unit::Mole, ("mol", "mol")),
        (Unit::KilometrePerSecond, ("kilometer per seconde", "kilometer per seconde")),
        (Unit::MetrePerSecondSquared, ("meter per seconde kwadraat", "meter per seconde kwadraat")),
        (Unit::GramPerLitre, ("gram per liter", "gram per liter")),
        (Unit::MilligramPerLitre, ("milligram per liter", "milligram per liter")),
        (Unit::Hectolitre, ("hectoliter", "hectoliter")),
    ],
    &[Unit::Inch, Unit::Gallon],
);

/// Written so in Dutch alone, the longer first where one begins with another. A full stop may follow each.
const OWN: &[(&str, Name)] = &[
    ("km/u", ("kilometer per uur", "kilometer per uur")),
    ("km/uur", ("kilometer per uur", "kilometer per uur")),
    ("pers", ("persoon", "personen")),
    ("pk", ("paardenkracht", "paardenkracht")),
    ("el", ("eetlepel", "eetlepels")),
    ("tl", ("theelepel", "theelepels")),
    ("sec", ("seconde", "seconden")),
    ("min", ("minuut", "minuten")),
    ("st", ("stuk", "stuks")),
    ("mnd", ("maand", "maanden")),
    ("wk", ("week", "weken")),
    ("dgn", ("dag", "dagen")),
    ("jr", ("jaar", "jaar")),
    ("cc", ("c c", "c c")),
    ("blz", ("bladzijde", "bladzijden")),
    ("pag", ("pagina", "pagina's")),
    ("%", ("procent", "procent")),
    ("‰", ("promille", "promille")),
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

/// The unit at the beginning of a text, if it is one of all languages, its name, and how many bytes stand for it.
fn unit(text: &str) -> Option<(Option<Unit>, &'static Name, usize)> {
    if let Some((written, name)) = OWN.iter().find(|(written, _)| ends_word(text, written)) {
        return Some((None, name, written.len() + stop(&text[written.len()..])));
    }
    let (unit, length) = unit::find(text)?;
    // `t/m` is no ton.
    let goes_on = text[length..].strip_prefix('/').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let name = UNITS.get(unit).filter(|_| !goes_on)?;
    Some((Some(unit), name, length))
}

/// ` km`, `km`: the unit behind a number, and the length with its space.
fn unit_behind(behind: &str) -> Option<(Option<Unit>, &'static Name, usize)> {
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
    let (unit, (one, many), more) = unit_behind(behind)?;
    // `4K` is a name, `300 K` a temperature.
    if unit == Some(Unit::Kelvin) && !behind.starts_with([' ', '\u{A0}', '\u{202F}']) {
        return None;
    }
    let name = if number.count() == Some(1) { one } else { many };
    Some(Said::new(number.length, numbers::said(&number, customs)).then(number.length + more, name))
}

/// `1,72 m lang`: metres and centimetres.
fn metres(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let (_, (_, metres), more) =
        unit_behind(&place.rest()[number.length..]).filter(|(unit, ..)| *unit == Some(Unit::Metre))?;
    let fraction = number.fraction.as_deref().filter(|fraction| fraction.len() == 2)?;
    let length = number.length + more;
    let next = first_word(&place.rest()[length..]);
    let tall = matches!(next, "lang" | "hoog" | "breed" | "diep" | "groot" | "ver");
    let whole = number.value().filter(|whole| tall && *whole < 100)?;
    let rest = fraction.parse().ok().filter(|part: &u64| *part > 0);
    let rest = rest.map(|part| format!(" {}", cardinal(part, customs))).unwrap_or_default();
    Some(Said::new(length, format!("{} {metres}{rest}", cardinal(whole, customs))))
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
