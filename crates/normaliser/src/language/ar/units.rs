//! Amounts with symbols of units, Latin and Arabic.

use crate::customs::Customs;
use crate::parse::measure as parse;
use crate::parse::number::{self, Number};
use crate::parse::unit::{Names, Unit};
use crate::place::Place;
use crate::rule::Said;

use super::grammar::{Agreement, Behind};
use super::nouns::{MINUTE, Noun, SECOND};
use super::numbers::{amount, counted, sign};

/// The noun of a unit, and what is said behind it.
const UNITS: Names<(Noun, &str)> = Names::new(
    &[
        (Unit::KilometrePerHour, (KILOMETRE, " في الساعة")),
        (Unit::MetrePerSecond, (METRE, " في الثانية")),
        (Unit::MilePerHour, (MILE, " في الساعة")),
        (Unit::SquareKilometre, (KILOMETRE, " مربع")),
        (Unit::SquareMetre, (METRE, " مربع")),
        (Unit::CubicMetre, (METRE, " مكعب")),
        (Unit::Kilometre, (KILOMETRE, "")),
        (Unit::Metre, (METRE, "")),
        (Unit::Centimetre, (Noun::masculine("سنتيمتر", "سنتيمترًا", "سنتيمترات"), "")),
        (Unit::Millimetre, (Noun::masculine("مليمتر", "مليمترًا", "مليمترات"), "")),
        (Unit::Kilogram, (KILOGRAM, "")),
        (Unit::Gram, (GRAM, "")),
        (Unit::Milligram, (MILLIGRAM, "")),
        (Unit::Tonne, (Noun::masculine("طن", "طنًا", "أطنان"), "")),
        (Unit::Litre, (Noun::masculine("لتر", "لترًا", "لترات"), "")),
        (Unit::Millilitre, (Noun::masculine("مليلتر", "مليلترًا", "مليلترات"), "")),
        (Unit::Hectare, (Noun::masculine("هكتار", "هكتارًا", "هكتارات"), "")),
        (Unit::Celsius, (DEGREE, " مئوية")),
        (Unit::Fahrenheit, (DEGREE, " فهرنهايت")),
        (Unit::Degree, (DEGREE, "")),
        (Unit::Hour, (Noun::feminine("ساعة", "ساعات", "ساعت"), "")),
        (Unit::Minute, (MINUTE, "")),
        (Unit::Second, (SECOND, "")),
        (Unit::Watt, (Noun::fixed("واط"), "")),
        (Unit::Kilowatt, (Noun::fixed("كيلوواط"), "")),
        (Unit::Megawatt, (Noun::fixed("ميغاواط"), "")),
        (Unit::Volt, (Noun::fixed("فولت"), "")),
        (Unit::Hertz, (Noun::fixed("هرتز"), "")),
        (Unit::Megahertz, (Noun::fixed("ميغاهرتز"), "")),
        (Unit::Gigahertz, (Noun::fixed("غيغاهرتز"), "")),
        (Unit::Kilobyte, (Noun::fixed("كيلوبايت"), "")),
        (Unit::Megabyte, (Noun::fixed("ميغابايت"), "")),
        (Unit::Gigabyte, (Noun::fixed("غيغابايت"), "")),
        (Unit::Terabyte, (Noun::fixed("تيرابايت"), "")),
        (Unit::Inch, (Noun::feminine("بوصة", "بوصات", "بوصت"), "")),
        (Unit::Foot, (Noun::masculine("قدم", "قدمًا", "أقدام"), "")),
        (Unit::Mile, (MILE, "")),
        (Unit::Kilocalorie, (Noun::feminine("سعرة", "سعرات", "سعرت"), " حرارية")),
        (Unit::KilometrePerSecond, (KILOMETRE, " في الثانية")),
        (Unit::MetrePerSecondSquared, (METRE, " في مربع الثانية")),
        (Unit::GramPerLitre, (GRAM, " لكل لتر")),
        (Unit::MilligramPerLitre, (MILLIGRAM, " لكل لتر")),
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
        Unit::SquareCentimetre,
        Unit::CubicCentimetre,
        Unit::Decimetre,
        Unit::Micrometre,
        Unit::Nanometre,
        Unit::Microgram,
        Unit::Pound,
        Unit::Ounce,
        Unit::Decilitre,
        Unit::Centilitre,
        Unit::Kelvin,
        Unit::Millisecond,
        Unit::Microsecond,
        Unit::Nanosecond,
        Unit::Kilohertz,
        Unit::Gigawatt,
        Unit::KilowattHour,
        Unit::MegawattHour,
        Unit::WattHour,
        Unit::Kilovolt,
        Unit::Millivolt,
        Unit::Ampere,
        Unit::Milliampere,
        Unit::MilliampereHour,
        Unit::Ohm,
        Unit::Kiloohm,
        Unit::Joule,
        Unit::Kilojoule,
        Unit::Calorie,
        Unit::Newton,
        Unit::NewtonMetre,
        Unit::Pascal,
        Unit::Hectopascal,
        Unit::Kilopascal,
        Unit::Bar,
        Unit::Millibar,
        Unit::Decibel,
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
        Unit::Pixel,
        Unit::Megapixel,
        Unit::FramePerSecond,
        Unit::DotPerInch,
        Unit::TurnPerMinute,
        Unit::Yard,
        Unit::Gallon,
        Unit::GramPerKilometre,
        Unit::LitrePerHundredKilometres,
        Unit::MilligramPerDecilitre,
        Unit::MillimolePerLitre,
        Unit::PartPerMillion,
        Unit::Horsepower,
        Unit::Lumen,
        Unit::Lux,
        Unit::Mole,
        Unit::KilogramPerCubicMetre,
        Unit::Microlitre,
        Unit::Hectolitre,
    ],
);

/// Arabic symbols, the longer of two that begin alike first, and the units that they stand for.
const ARABIC: &[(&str, Unit)] = &[
    ("كم/س", Unit::KilometrePerHour),
    ("كم/ساعة", Unit::KilometrePerHour),
    ("كلم/س", Unit::KilometrePerHour),
    ("م/ث", Unit::MetrePerSecond),
    ("كم²", Unit::SquareKilometre),
    ("كم2", Unit::SquareKilometre),
    ("م²", Unit::SquareMetre),
    ("م2", Unit::SquareMetre),
    ("م³", Unit::CubicMetre),
    ("م3", Unit::CubicMetre),
    ("كلم", Unit::Kilometre),
    ("كم", Unit::Kilometre),
    ("سم", Unit::Centimetre),
    ("ملم", Unit::Millimetre),
    ("مم", Unit::Millimetre),
    ("كغم", Unit::Kilogram),
    ("كغ", Unit::Kilogram),
    ("كجم", Unit::Kilogram),
    ("كج", Unit::Kilogram),
    ("ملغ", Unit::Milligram),
    ("مجم", Unit::Milligram),
    ("غم", Unit::Gram),
    ("غ", Unit::Gram),
    ("جم", Unit::Gram),
    ("مل", Unit::Millilitre),
    ("ل", Unit::Litre),
    ("م", Unit::Metre),
    ("°م", Unit::Celsius),
    ("د", Unit::Minute),
    ("ث", Unit::Second),
];

const KILOMETRE: Noun = Noun::masculine("كيلومتر", "كيلومترًا", "كيلومترات");
const METRE: Noun = Noun::masculine("متر", "مترًا", "أمتار");
const MILE: Noun = Noun::masculine("ميل", "ميلًا", "أميال");
const KILOGRAM: Noun = Noun::masculine("كيلوغرام", "كيلوغرامًا", "كيلوغرامات");
const GRAM: Noun = Noun::masculine("غرام", "غرامًا", "غرامات");
const MILLIGRAM: Noun = Noun::masculine("مليغرام", "مليغرامًا", "مليغرامات");
const DEGREE: Noun = Noun::feminine("درجة", "درجات", "درجت");

pub(super) fn unit(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (unit, number, length) = international(place, customs).or_else(|| arabic(place, customs))?;
    let (noun, more) = UNITS.get(unit)?;
    let case = Agreement::of(0, place, length).case;
    let words = match number.value().filter(|_| number.fraction.is_none()) {
        Some(value) => counted(value, noun, case, Behind::Nothing),
        None => format!("{} {}", amount(&number, Agreement::ALONE), noun.singular),
    };
    Some(Said::new(length, format!("{}{words}{more}", sign(&number))))
}

fn international(place: Place<'_>, customs: &Customs) -> Option<(Unit, Number, usize)> {
    let measure = parse::measure(place.rest(), customs)?;
    (!measure.amount.negative || place.begins_word()).then_some((
        measure.unit,
        measure.amount,
        measure.length,
    ))
}

fn arabic(place: Place<'_>, customs: &Customs) -> Option<(Unit, Number, usize)> {
    let number = number::at(place, customs)?;
    let text = place.rest();
    let bare = text[number.length..].trim_start_matches([' ', '\u{A0}']);
    let fits = |written: &str| {
        let ends = |rest: &str| {
            !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\u{64B}'..='\u{652}' | '/' | '.'))
        };
        bare.strip_prefix(written).filter(|rest| ends(rest) || *rest == "." || rest.starts_with(". "))
    };
    let (unit, rest) = ARABIC.iter().find_map(|(written, unit)| Some((*unit, fits(written)?)))?;
    Some((unit, number, text.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    #[test]
    fn units_follow_the_number() {
        let read =
            |text: &str| unit(Place::new(text, "بعد ".len(), text.len()), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("بعد 5 كم").as_deref(), Some("خمسة كيلومترات"));
        assert_eq!(read("بعد 120 km/h").as_deref(), Some("مئة وعشرين كيلومترًا في الساعة"));
        assert_eq!(read("بعد 2.5 كغ.").as_deref(), Some("اثنين فاصلة خمسة كيلوغرام"));
        assert_eq!(read("بعد 8°C").as_deref(), Some("ثماني درجات مئوية"));
        assert_eq!((read("بعد 5 كتب"), read("بعد 5 من")), (None, None));
    }
}
