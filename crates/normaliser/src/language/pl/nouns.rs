//! Units and currencies in Polish, in all their forms.

use crate::language::abbreviation;
use crate::language::slavic::grammar::{Attribute, Endings, Noun};
use crate::language::slavic::measure;
use crate::parse::unit::{Names, Unit};

/// `metr`: the stem up to the `r`.
const R: Endings = ["r", "ra", "rowi", "r", "rem", "rze", "ry", "rów", "rom", "ry", "rami", "rach"];
const GRAM_ENDINGS: Endings = ["", "a", "owi", "", "em", "ie", "y", "ów", "om", "y", "ami", "ach"];
/// `wat`: the stem up to the `t`.
const T: Endings = ["t", "ta", "towi", "t", "tem", "cie", "ty", "tów", "tom", "ty", "tami", "tach"];
const FRANK: Endings = ["", "a", "owi", "", "iem", "u", "i", "ów", "om", "i", "ami", "ach"];
const GROSZ_ENDINGS: Endings = ["", "a", "owi", "", "em", "u", "e", "y", "om", "e", "ami", "ach"];
const SOFT_L: Endings = ["", "a", "owi", "", "em", "u", "e", "i", "om", "e", "ami", "ach"];
const MINUTE_ENDINGS: Endings =
    ["ta", "ty", "cie", "tę", "tą", "cie", "ty", "t", "tom", "ty", "tami", "tach"];
const N_FEMININE: Endings = ["na", "ny", "nie", "nę", "ną", "nie", "ny", "n", "nom", "ny", "nami", "nach"];
const R_FEMININE: Endings = ["ra", "ry", "rze", "rę", "rą", "rze", "ry", "r", "rom", "ry", "rami", "rach"];
const SECOND_ENDINGS: Endings =
    ["da", "dy", "dzie", "dę", "dą", "dzie", "dy", "d", "dom", "dy", "dami", "dach"];
const IA: Endings = ["a", "i", "i", "ę", "ą", "i", "e", "i", "om", "e", "ami", "ach"];
const SAME: Endings = [""; 12];
const PERCENT_ENDINGS: Endings = ["", "a", "owi", "", "em", "cie", "", "", "", "", "", ""];
const ADJECTIVE: Endings = ["y", "ego", "emu", "y", "ym", "ym", "e", "ych", "ym", "e", "ymi", "ych"];
const CROWN_ENDINGS: Endings = ["na", "ny", "nie", "nę", "ną", "nie", "ny", "n", "nom", "ny", "nami", "nach"];
const THOUSAND_ENDINGS: Endings = [
    "tysiąc",
    "tysiąca",
    "tysiącowi",
    "tysiąc",
    "tysiącem",
    "tysiącu",
    "tysiące",
    "tysięcy",
    "tysiącom",
    "tysiące",
    "tysiącami",
    "tysiącach",
];

const fn square(stem: &'static str, endings: &'static Endings) -> Noun {
    Noun::masculine(stem, endings).with(Attribute::Behind("kwadratow", &ADJECTIVE))
}

const fn cubic(stem: &'static str) -> Noun {
    Noun::masculine(stem, &R).with(Attribute::Behind("sześcienn", &ADJECTIVE))
}

static ZLOTY: Noun = Noun::masculine("złot", &ADJECTIVE);
static GROSZ: Noun = Noun::masculine("grosz", &GROSZ_ENDINGS);
static CENT: Noun = Noun::masculine("cen", &T);
static DOLLAR: Noun = Noun::masculine("dola", &R);
static EURO: Noun = Noun::neuter("euro", &SAME);
const POUND: Noun = Noun::masculine("fun", &T);
static PENNY: Noun =
    Noun::masculine("pens", &["", "a", "owi", "", "em", "ie", "y", "ów", "om", "y", "ami", "ach"]);
static YEN: Noun = Noun::masculine("jen", &GRAM_ENDINGS);
static YUAN: Noun = Noun::masculine("juan", &GRAM_ENDINGS);
static FRANC: Noun = Noun::masculine("frank", &FRANK);
static CROWN: Noun = Noun::feminine("koro", &CROWN_ENDINGS);
static HRYVNIA: Noun =
    Noun::feminine("hryw", &["na", "ny", "nie", "nę", "ną", "nie", "ny", "ien", "nom", "ny", "nami", "nach"]);
static ROUBLE: Noun =
    Noun::masculine("rub", &["el", "la", "lowi", "la", "lem", "lu", "le", "li", "lom", "le", "lami", "lach"]);
static LIRA: Noun = Noun::feminine("li", &R_FEMININE);
static RUPEE: Noun = Noun::feminine("rupi", &IA);
static WON: Noun = Noun::masculine("won", &GRAM_ENDINGS);
static FORINT: Noun = Noun::masculine("forin", &T);
static BITCOIN: Noun = Noun::masculine("bitcoin", &GRAM_ENDINGS);

type Currency = (&'static Noun, Option<&'static Noun>);

/// A currency and its hundredth.
pub(super) fn currency(code: &str) -> Option<Currency> {
    Some(match code {
        "PLN" => (&ZLOTY, Some(&GROSZ)),
        "USD" | "CAD" | "AUD" | "NZD" | "HKD" | "SGD" => (&DOLLAR, Some(&CENT)),
        "EUR" => (&EURO, Some(&CENT)),
        "GBP" => (&POUND, Some(&PENNY)),
        "JPY" => (&YEN, None),
        "CNY" => (&YUAN, None),
        "CHF" => (&FRANC, None),
        "CZK" | "SEK" | "NOK" | "DKK" => (&CROWN, None),
        "UAH" => (&HRYVNIA, None),
        "RUB" => (&ROUBLE, None),
        "TRY" => (&LIRA, None),
        "INR" => (&RUPEE, None),
        "KRW" => (&WON, None),
        "HUF" => (&FORINT, None),
        "BTC" => (&BITCOIN, None),
        "gr" => (&GROSZ, None),
        _ => return None,
    })
}

pub(super) const SHORT_CURRENCIES: &[(&str, &str)] =
    &[("zł", "PLN"), ("gr", "gr"), ("euro", "EUR"), ("dol", "USD")];

pub(super) static PERCENT: Noun = Noun::masculine("procent", &PERCENT_ENDINGS);
static THOUSAND: Noun = Noun::masculine("", &THOUSAND_ENDINGS);
static MILLION: Noun = Noun::masculine("milion", &GRAM_ENDINGS);
static MILLIARD: Noun = Noun::masculine(
    "miliar",
    &["d", "da", "dowi", "d", "dem", "dzie", "dy", "dów", "dom", "dy", "dami", "dach"],
);
static BILLION: Noun = Noun::masculine("bilion", &GRAM_ENDINGS);

const MAGNITUDES: &[(&str, &Noun)] =
    &[("tys", &THOUSAND), ("mln", &MILLION), ("mld", &MILLIARD), ("bln", &BILLION)];

pub(super) fn magnitude(text: &str) -> Option<(&'static Noun, usize)> {
    abbreviation::find(text, MAGNITUDES)
}

const DEGREE_ENDINGS: Endings =
    ["ień", "nia", "niowi", "ień", "niem", "niu", "nie", "ni", "niom", "nie", "niami", "niach"];
const GROSZ_ENDINGS_C: Endings = ["", "a", "owi", "", "em", "u", "e", "ów", "om", "e", "ami", "ach"];

/// What units are called.
static UNITS: Names<Noun> = Names::new(
    &[
        (Unit::GigawattHour, Noun::feminine("gigawatogodzi", &N_FEMININE)),
        (Unit::AmpereHour, Noun::feminine("amperogodzi", &N_FEMININE)),
        (
            Unit::GramPerCubicCentimetre,
            Noun::masculine("gram", &GRAM_ENDINGS).per(" na centymetr sześcienny"),
        ),
        (Unit::KilometrePerHour, Noun::masculine("kilomet", &R).per(" na godzinę")),
        (Unit::MetrePerSecond, Noun::masculine("met", &R).per(" na sekundę")),
        (Unit::MilePerHour, Noun::feminine("mil", &IA).per(" na godzinę")),
        (Unit::SquareMetre, square("met", &R)),
        (Unit::SquareKilometre, square("kilomet", &R)),
        (Unit::SquareCentimetre, square("centymet", &R)),
        (Unit::CubicMetre, cubic("met")),
        (Unit::CubicCentimetre, cubic("centymet")),
        (Unit::Kilometre, Noun::masculine("kilomet", &R)),
        (Unit::Metre, Noun::masculine("met", &R)),
        (Unit::Decimetre, Noun::masculine("decymet", &R)),
        (Unit::Centimetre, Noun::masculine("centymet", &R)),
        (Unit::Millimetre, Noun::masculine("milimet", &R)),
        (Unit::Micrometre, Noun::masculine("mikromet", &R)),
        (Unit::Nanometre, Noun::masculine("nanomet", &R)),
        (Unit::Kilogram, Noun::masculine("kilogram", &GRAM_ENDINGS)),
        (Unit::Gram, Noun::masculine("gram", &GRAM_ENDINGS)),
        (Unit::Milligram, Noun::masculine("miligram", &GRAM_ENDINGS)),
        (Unit::Microgram, Noun::masculine("mikrogram", &GRAM_ENDINGS)),
        (Unit::Tonne, Noun::feminine("to", &N_FEMININE)),
        (Unit::Pound, POUND),
        (Unit::Ounce, Noun::feminine("uncj", &IA)),
        (Unit::Litre, Noun::masculine("lit", &R)),
        (Unit::Decilitre, Noun::masculine("decylit", &R)),
        (Unit::Centilitre, Noun::masculine("centylit", &R)),
        (Unit::Millilitre, Noun::masculine("mililit", &R)),
        (Unit::Hectare, Noun::masculine("hekta", &R)),
        (Unit::Celsius, Noun::masculine("stop", &DEGREE_ENDINGS).per(" Celsjusza")),
        (Unit::Fahrenheit, Noun::masculine("stop", &DEGREE_ENDINGS).per(" Fahrenheita")),
        (Unit::Kelvin, Noun::masculine("kelwin", &GRAM_ENDINGS)),
        (Unit::Degree, Noun::masculine("stop", &DEGREE_ENDINGS)),
        (Unit::Hour, Noun::feminine("godzi", &N_FEMININE)),
        (Unit::Minute, Noun::feminine("minu", &MINUTE_ENDINGS)),
        (Unit::Second, Noun::feminine("sekun", &SECOND_ENDINGS)),
        (Unit::Millisecond, Noun::feminine("milisekun", &SECOND_ENDINGS)),
        (Unit::Microsecond, Noun::feminine("mikrosekun", &SECOND_ENDINGS)),
        (Unit::Nanosecond, Noun::feminine("nanosekun", &SECOND_ENDINGS)),
        (Unit::Hertz, Noun::masculine("herc", &GROSZ_ENDINGS_C)),
        (Unit::Kilohertz, Noun::masculine("kiloherc", &GROSZ_ENDINGS_C)),
        (Unit::Megahertz, Noun::masculine("megaherc", &GROSZ_ENDINGS_C)),
        (Unit::Gigahertz, Noun::masculine("gigaherc", &GROSZ_ENDINGS_C)),
        (Unit::Watt, Noun::masculine("wa", &T)),
        (Unit::Kilowatt, Noun::masculine("kilowa", &T)),
        (Unit::Megawatt, Noun::masculine("megawa", &T)),
        (Unit::Gigawatt, Noun::masculine("gigawa", &T)),
        (Unit::WattHour, Noun::feminine("watogodzi", &N_FEMININE)),
        (Unit::KilowattHour, Noun::feminine("kilowatogodzi", &N_FEMININE)),
        (Unit::MegawattHour, Noun::feminine("megawatogodzi", &N_FEMININE)),
        (Unit::Volt, Noun::masculine("wol", &T)),
        (Unit::Kilovolt, Noun::masculine("kilowol", &T)),
        (Unit::Millivolt, Noun::masculine("miliwol", &T)),
        (Unit::Ampere, Noun::masculine("ampe", &R)),
        (Unit::Milliampere, Noun::masculine("miliampe", &R)),
        (Unit::MilliampereHour, Noun::feminine("miliamperogodzi", &N_FEMININE)),
        (Unit::Ohm, Noun::masculine("om", &GRAM_ENDINGS)),
        (Unit::Kiloohm, Noun::masculine("kiloom", &GRAM_ENDINGS)),
        (Unit::Joule, Noun::masculine("dżul", &SOFT_L)),
        (Unit::Kilojoule, Noun::masculine("kilodżul", &SOFT_L)),
        (Unit::Calorie, Noun::feminine("kalori", &IA)),
        (Unit::Kilocalorie, Noun::feminine("kilokalori", &IA)),
        (Unit::Newton, Noun::masculine("niuton", &GRAM_ENDINGS)),
        (Unit::Pascal, Noun::masculine("paskal", &SOFT_L)),
        (Unit::Hectopascal, Noun::masculine("hektopaskal", &SOFT_L)),
        (Unit::Kilopascal, Noun::masculine("kilopaskal", &SOFT_L)),
        (Unit::Bar, Noun::masculine("ba", &R)),
        (Unit::Decibel, Noun::masculine("decybel", &SOFT_L)),
        (Unit::Bit, Noun::masculine("bi", &T)),
        (Unit::Kilobyte, Noun::masculine("kilobaj", &T)),
        (Unit::Megabyte, Noun::masculine("megabaj", &T)),
        (Unit::Gigabyte, Noun::masculine("gigabaj", &T)),
        (Unit::Terabyte, Noun::masculine("terabaj", &T)),
        (Unit::KilobitPerSecond, Noun::masculine("kilobi", &T).per(" na sekundę")),
        (Unit::MegabitPerSecond, Noun::masculine("megabi", &T).per(" na sekundę")),
        (Unit::GigabitPerSecond, Noun::masculine("gigabi", &T).per(" na sekundę")),
        (Unit::MegabytePerSecond, Noun::masculine("megabaj", &T).per(" na sekundę")),
        (Unit::Pixel, Noun::masculine("piksel", &SOFT_L)),
        (Unit::Megapixel, Noun::masculine("megapiksel", &SOFT_L)),
        (
            Unit::FramePerSecond,
            Noun::feminine(
                "klat",
                &["ka", "ki", "ce", "kę", "ką", "ce", "ki", "ek", "kom", "ki", "kami", "kach"],
            )
            .per(" na sekundę"),
        ),
        (
            Unit::TurnPerMinute,
            Noun::masculine(
                "obro",
                &["t", "tu", "towi", "t", "tem", "cie", "ty", "tów", "tom", "ty", "tami", "tach"],
            )
            .per(" na minutę"),
        ),
        (
            Unit::Foot,
            Noun::feminine("stop", &["a", "y", "ie", "ę", "ą", "ie", "y", "", "om", "y", "ami", "ach"]),
        ),
        (Unit::Inch, Noun::masculine("cal", &SOFT_L)),
        (Unit::Mile, Noun::feminine("mil", &IA)),
        (
            Unit::Horsepower,
            Noun::masculine(
                "ko",
                &["ń", "nia", "niowi", "nia", "niem", "niu", "nie", "ni", "niom", "nie", "ńmi", "niach"],
            )
            .with(Attribute::Behind("mechaniczn", &ADJECTIVE)),
        ),
        (Unit::Kilobit, Noun::masculine("kilobi", &T)),
        (Unit::Megabit, Noun::masculine("megabi", &T)),
        (Unit::GigabytePerSecond, Noun::masculine("gigabaj", &T).per(" na sekundę")),
        (Unit::GramPerKilometre, Noun::masculine("gram", &GRAM_ENDINGS).per(" na kilometr")),
        (Unit::LitrePerHundredKilometres, Noun::masculine("lit", &R).per(" na sto kilometrów")),
        (Unit::GramPerLitre, Noun::masculine("gram", &GRAM_ENDINGS).per(" na litr")),
        (Unit::MilligramPerLitre, Noun::masculine("miligram", &GRAM_ENDINGS).per(" na litr")),
        (Unit::MilligramPerDecilitre, Noun::masculine("miligram", &GRAM_ENDINGS).per(" na decylitr")),
        (Unit::MillimolePerLitre, Noun::masculine("milimol", &SOFT_L).per(" na litr")),
        (Unit::KilogramPerCubicMetre, Noun::masculine("kilogram", &GRAM_ENDINGS).per(" na metr sześcienny")),
        (Unit::KilometrePerSecond, Noun::masculine("kilomet", &R).per(" na sekundę")),
        (Unit::MetrePerSecondSquared, Noun::masculine("met", &R).per(" na sekundę do kwadratu")),
        (Unit::Hectolitre, Noun::masculine("hektolit", &R)),
        (Unit::Microlitre, Noun::masculine("mikrolit", &R)),
        (Unit::Kibibyte, Noun::masculine("kibibaj", &T)),
        (Unit::Mebibyte, Noun::masculine("mebibaj", &T)),
        (Unit::Gibibyte, Noun::masculine("gibibaj", &T)),
        (Unit::Mole, Noun::masculine("mol", &SOFT_L)),
        (Unit::NewtonMetre, Noun::masculine("niutonomet", &R)),
        (Unit::Millibar, Noun::masculine("miliba", &R)),
        (Unit::Lumen, Noun::masculine("lumen", &GRAM_ENDINGS)),
    ],
    &[
        Unit::Microfarad,
        Unit::Nanofarad,
        Unit::Picofarad,
        Unit::Electronvolt,
        Unit::Millisievert,
        Unit::KilovoltAmpere,
        Unit::Millihenry,
        Unit::DotPerInch,
        Unit::Yard,
        Unit::Gallon,
        Unit::PartPerMillion,
        Unit::Lux,
    ],
);

/// Units as only this language writes them behind numbers, without a full stop.
const SPELLINGS: &[(&str, Unit)] = &[
    ("godz", Unit::Hour),
    ("min", Unit::Minute),
    ("sek", Unit::Second),
    ("kg", Unit::Kilogram),
    ("m kw", Unit::SquareMetre),
    ("m. kw", Unit::SquareMetre),
    ("mkw", Unit::SquareMetre),
    ("km kw", Unit::SquareKilometre),
    ("km²", Unit::SquareKilometre),
    ("cm²", Unit::SquareCentimetre),
    ("m³", Unit::CubicMetre),
    ("KM", Unit::Horsepower),
    ("obr./min", Unit::TurnPerMinute),
    ("kl./s", Unit::FramePerSecond),
    ("Mb/s", Unit::MegabitPerSecond),
    ("Gb/s", Unit::GigabitPerSecond),
    ("Mpix", Unit::Megapixel),
];

/// What else is counted by an abbreviation behind the number, without its full stop.
const SHORT: &[(&str, &Noun)] = &[
    (
        "os",
        &Noun::feminine(
            "os",
            &["oba", "oby", "obie", "obę", "obą", "obie", "oby", "ób", "obom", "oby", "obami", "obach"],
        ),
    ),
    (
        "szt",
        &Noun::feminine(
            "sztu",
            &["ka", "ki", "ce", "kę", "ką", "ce", "ki", "k", "kom", "ki", "kami", "kach"],
        ),
    ),
    (
        "egz",
        &Noun::masculine(
            "egzempla",
            &["rz", "rza", "rzowi", "rz", "rzem", "rzu", "rze", "rzy", "rzom", "rze", "rzami", "rzach"],
        ),
    ),
    (
        "mies",
        &Noun::masculine(
            "miesi",
            &["ąc", "ąca", "ącowi", "ąc", "ącem", "ącu", "ące", "ęcy", "ącom", "ące", "ącami", "ącach"],
        ),
    ),
    ("dag", &Noun::masculine("dekagram", &GRAM_ENDINGS)),
    ("deko", &Noun::masculine("dekagram", &GRAM_ENDINGS)),
    (
        "łyż",
        &Noun::feminine(
            "łyż",
            &["ka", "ki", "ce", "kę", "ką", "ce", "ki", "ek", "kom", "ki", "kami", "kach"],
        ),
    ),
    (
        "łyżecz",
        &Noun::feminine(
            "łyżecz",
            &["ka", "ki", "ce", "kę", "ką", "ce", "ki", "ek", "kom", "ki", "kami", "kach"],
        ),
    ),
    ("dptr", &Noun::feminine("dioptri", &IA)),
];

/// The unit with which the text begins, the longest there is.
pub(super) fn unit(text: &str) -> Option<(&'static Noun, usize)> {
    if is_flat(text) { None } else { measure::unit(text, &UNITS, SPELLINGS, SHORT) }
}

/// `ul. Długa 10 m. 5`: the abbreviation of `mieszkanie`, which looks like that of a metre.
fn is_flat(text: &str) -> bool {
    text.strip_prefix("m.").is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::pl::cardinal::form;
    use crate::language::slavic::grammar::Case;

    fn said(text: &str, number: u64, case: Case) -> Option<String> {
        unit(text).map(|(noun, _)| noun.said(form(number, case)))
    }

    #[test]
    fn units_agree_with_their_number() {
        assert_eq!(said("m²", 64, Case::Nominative).as_deref(), Some("metry kwadratowe"));
        assert_eq!(said("kW", 5, Case::Nominative).as_deref(), Some("kilowatów"));
        assert_eq!(said("KM", 120, Case::Nominative).as_deref(), Some("koni mechanicznych"));
        assert_eq!(said("min", 3, Case::Instrumental).as_deref(), Some("minutami"));
        assert_eq!(said("metrów", 3, Case::Nominative), None);
    }
}
