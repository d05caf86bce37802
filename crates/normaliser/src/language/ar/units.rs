//! Amounts with symbols of units, Latin and Arabic.

use crate::customs::Customs;
use crate::parse::measure as parse;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::Said;

use super::grammar::{Agreement, Behind};
use super::nouns::{MINUTE, Noun, SECOND};
use super::numbers::{amount, counted, sign};

/// A unit by its international symbol, and what is said behind it.
const UNITS: &[(&str, Noun, &str)] = &[
    ("km/h", KILOMETRE, " في الساعة"),
    ("m/s", METRE, " في الثانية"),
    ("mph", MILE, " في الساعة"),
    ("km²", KILOMETRE, " مربع"),
    ("m²", METRE, " مربع"),
    ("m³", METRE, " مكعب"),
    ("km", KILOMETRE, ""),
    ("m", METRE, ""),
    ("cm", Noun::masculine("سنتيمتر", "سنتيمترًا", "سنتيمترات"), ""),
    ("mm", Noun::masculine("مليمتر", "مليمترًا", "مليمترات"), ""),
    ("kg", KILOGRAM, ""),
    ("g", GRAM, ""),
    ("mg", Noun::masculine("مليغرام", "مليغرامًا", "مليغرامات"), ""),
    ("t", Noun::masculine("طن", "طنًا", "أطنان"), ""),
    ("l", Noun::masculine("لتر", "لترًا", "لترات"), ""),
    ("ml", Noun::masculine("مليلتر", "مليلترًا", "مليلترات"), ""),
    ("ha", Noun::masculine("هكتار", "هكتارًا", "هكتارات"), ""),
    ("°C", DEGREE, " مئوية"),
    ("°F", DEGREE, " فهرنهايت"),
    ("°", DEGREE, ""),
    ("h", Noun::feminine("ساعة", "ساعات", "ساعت"), ""),
    ("min", MINUTE, ""),
    ("s", SECOND, ""),
    ("W", Noun::fixed("واط"), ""),
    ("kW", Noun::fixed("كيلوواط"), ""),
    ("MW", Noun::fixed("ميغاواط"), ""),
    ("V", Noun::fixed("فولت"), ""),
    ("Hz", Noun::fixed("هرتز"), ""),
    ("MHz", Noun::fixed("ميغاهرتز"), ""),
    ("GHz", Noun::fixed("غيغاهرتز"), ""),
    ("kB", Noun::fixed("كيلوبايت"), ""),
    ("MB", Noun::fixed("ميغابايت"), ""),
    ("GB", Noun::fixed("غيغابايت"), ""),
    ("TB", Noun::fixed("تيرابايت"), ""),
    ("in", Noun::feminine("بوصة", "بوصات", "بوصت"), ""),
    ("ft", Noun::masculine("قدم", "قدمًا", "أقدام"), ""),
    ("mi", MILE, ""),
    ("kcal", Noun::feminine("سعرة", "سعرات", "سعرت"), " حرارية"),
];

/// Arabic symbols, the longer of two that begin alike first, and the international ones that they stand for.
const ARABIC: &[(&str, &str)] = &[
    ("كم/س", "km/h"),
    ("كم/ساعة", "km/h"),
    ("كلم/س", "km/h"),
    ("م/ث", "m/s"),
    ("كم²", "km²"),
    ("كم2", "km²"),
    ("م²", "m²"),
    ("م2", "m²"),
    ("م³", "m³"),
    ("م3", "m³"),
    ("كلم", "km"),
    ("كم", "km"),
    ("سم", "cm"),
    ("ملم", "mm"),
    ("مم", "mm"),
    ("كغم", "kg"),
    ("كغ", "kg"),
    ("كجم", "kg"),
    ("كج", "kg"),
    ("ملغ", "mg"),
    ("مجم", "mg"),
    ("غم", "g"),
    ("غ", "g"),
    ("جم", "g"),
    ("مل", "ml"),
    ("ل", "l"),
    ("م", "m"),
    ("°م", "°C"),
    ("د", "min"),
    ("ث", "s"),
];

const KILOMETRE: Noun = Noun::masculine("كيلومتر", "كيلومترًا", "كيلومترات");
const METRE: Noun = Noun::masculine("متر", "مترًا", "أمتار");
const MILE: Noun = Noun::masculine("ميل", "ميلًا", "أميال");
const KILOGRAM: Noun = Noun::masculine("كيلوغرام", "كيلوغرامًا", "كيلوغرامات");
const GRAM: Noun = Noun::masculine("غرام", "غرامًا", "غرامات");
const DEGREE: Noun = Noun::feminine("درجة", "درجات", "درجت");

pub(super) fn unit(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (symbol, number, length) = international(place, customs).or_else(|| arabic(place, customs))?;
    let (_, noun, more) = UNITS.iter().find(|(unit, ..)| *unit == symbol)?;
    let case = Agreement::of(0, place, length).case;
    let words = match number.value().filter(|_| number.fraction.is_none()) {
        Some(value) => counted(value, noun, case, Behind::Nothing),
        None => format!("{} {}", amount(&number, Agreement::ALONE), noun.singular),
    };
    Some(Said::new(length, format!("{}{words}{more}", sign(&number))))
}

fn international(place: Place<'_>, customs: &Customs) -> Option<(&'static str, Number, usize)> {
    let measure = parse::measure(place.rest(), customs)?;
    (!measure.amount.negative || place.begins_word()).then_some((
        measure.unit,
        measure.amount,
        measure.length,
    ))
}

fn arabic(place: Place<'_>, customs: &Customs) -> Option<(&'static str, Number, usize)> {
    let number = number::at(place, customs)?;
    let text = place.rest();
    let bare = text[number.length..].trim_start_matches([' ', '\u{A0}']);
    let fits = |written: &str| {
        let ends = |rest: &str| {
            !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\u{64B}'..='\u{652}' | '/' | '.'))
        };
        bare.strip_prefix(written).filter(|rest| ends(rest) || *rest == "." || rest.starts_with(". "))
    };
    let (symbol, rest) = ARABIC.iter().find_map(|(written, symbol)| Some((*symbol, fits(written)?)))?;
    Some((symbol, number, text.len() - rest.len()))
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
