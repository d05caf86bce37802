//! Units and currencies in Polish, in all their forms.

use crate::language::abbreviation;
use crate::language::slavic::grammar::{Attribute, Endings, Noun};
use crate::parse::measure;

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
static POUND: Noun = Noun::masculine("fun", &T);
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

static METRE: Noun = Noun::masculine("met", &R);
static KILOMETRE: Noun = Noun::masculine("kilomet", &R);
static DECIMETRE: Noun = Noun::masculine("decymet", &R);
static CENTIMETRE: Noun = Noun::masculine("centymet", &R);
static MILLIMETRE: Noun = Noun::masculine("milimet", &R);
static MICROMETRE: Noun = Noun::masculine("mikromet", &R);
static NANOMETRE: Noun = Noun::masculine("nanomet", &R);
static SQUARE_METRE: Noun = square("met", &R);
static SQUARE_KILOMETRE: Noun = square("kilomet", &R);
static SQUARE_CENTIMETRE: Noun = square("centymet", &R);
static CUBIC_METRE: Noun = cubic("met");
static CUBIC_CENTIMETRE: Noun = cubic("centymet");
static KILOMETRE_AN_HOUR: Noun = Noun::masculine("kilomet", &R).per(" na godzinę");
static METRE_A_SECOND: Noun = Noun::masculine("met", &R).per(" na sekundę");
static MILE_AN_HOUR: Noun = Noun::feminine("mil", &IA).per(" na godzinę");
static KILOGRAM: Noun = Noun::masculine("kilogram", &GRAM_ENDINGS);
static GRAM: Noun = Noun::masculine("gram", &GRAM_ENDINGS);
static DECAGRAM: Noun = Noun::masculine("dekagram", &GRAM_ENDINGS);
static MILLIGRAM: Noun = Noun::masculine("miligram", &GRAM_ENDINGS);
static MICROGRAM: Noun = Noun::masculine("mikrogram", &GRAM_ENDINGS);
static TONNE: Noun = Noun::feminine("to", &N_FEMININE);
static OUNCE: Noun = Noun::feminine("uncj", &IA);
static LITRE: Noun = Noun::masculine("lit", &R);
static DECILITRE: Noun = Noun::masculine("decylit", &R);
static CENTILITRE: Noun = Noun::masculine("centylit", &R);
static MILLILITRE: Noun = Noun::masculine("mililit", &R);
static HECTARE: Noun = Noun::masculine("hekta", &R);
static CELSIUS: Noun = Noun::masculine("stop", &DEGREE_ENDINGS).per(" Celsjusza");
static FAHRENHEIT: Noun = Noun::masculine("stop", &DEGREE_ENDINGS).per(" Fahrenheita");
static DEGREE: Noun = Noun::masculine("stop", &DEGREE_ENDINGS);
const DEGREE_ENDINGS: Endings =
    ["ień", "nia", "niowi", "ień", "niem", "niu", "nie", "ni", "niom", "nie", "niami", "niach"];
static KELVIN: Noun = Noun::masculine("kelwin", &GRAM_ENDINGS);
static HOUR: Noun = Noun::feminine("godzi", &N_FEMININE);
static MINUTE: Noun = Noun::feminine("minu", &MINUTE_ENDINGS);
static SECOND: Noun = Noun::feminine("sekun", &SECOND_ENDINGS);
static MILLISECOND: Noun = Noun::feminine("milisekun", &SECOND_ENDINGS);
static MICROSECOND: Noun = Noun::feminine("mikrosekun", &SECOND_ENDINGS);
static NANOSECOND: Noun = Noun::feminine("nanosekun", &SECOND_ENDINGS);
static HERTZ: Noun = Noun::masculine("herc", &GROSZ_ENDINGS_C);
static KILOHERTZ: Noun = Noun::masculine("kiloherc", &GROSZ_ENDINGS_C);
static MEGAHERTZ: Noun = Noun::masculine("megaherc", &GROSZ_ENDINGS_C);
static GIGAHERTZ: Noun = Noun::masculine("gigaherc", &GROSZ_ENDINGS_C);
const GROSZ_ENDINGS_C: Endings = ["", "a", "owi", "", "em", "u", "e", "ów", "om", "e", "ami", "ach"];
static WATT: Noun = Noun::masculine("wa", &T);
static KILOWATT: Noun = Noun::masculine("kilowa", &T);
static MEGAWATT: Noun = Noun::masculine("megawa", &T);
static GIGAWATT: Noun = Noun::masculine("gigawa", &T);
static WATT_HOUR: Noun = Noun::feminine("watogodzi", &N_FEMININE);
static KILOWATT_HOUR: Noun = Noun::feminine("kilowatogodzi", &N_FEMININE);
static MEGAWATT_HOUR: Noun = Noun::feminine("megawatogodzi", &N_FEMININE);
static VOLT: Noun = Noun::masculine("wol", &T);
static KILOVOLT: Noun = Noun::masculine("kilowol", &T);
static MILLIVOLT: Noun = Noun::masculine("miliwol", &T);
static AMPERE: Noun = Noun::masculine("ampe", &R);
static MILLIAMPERE: Noun = Noun::masculine("miliampe", &R);
static MILLIAMPERE_HOUR: Noun = Noun::feminine("miliamperogodzi", &N_FEMININE);
static OHM: Noun = Noun::masculine("om", &GRAM_ENDINGS);
static KILOOHM: Noun = Noun::masculine("kiloom", &GRAM_ENDINGS);
static JOULE: Noun = Noun::masculine("dżul", &SOFT_L);
static KILOJOULE: Noun = Noun::masculine("kilodżul", &SOFT_L);
static CALORIE: Noun = Noun::feminine("kalori", &IA);
static KILOCALORIE: Noun = Noun::feminine("kilokalori", &IA);
static NEWTON: Noun = Noun::masculine("niuton", &GRAM_ENDINGS);
static PASCAL: Noun = Noun::masculine("paskal", &SOFT_L);
static HECTOPASCAL: Noun = Noun::masculine("hektopaskal", &SOFT_L);
static KILOPASCAL: Noun = Noun::masculine("kilopaskal", &SOFT_L);
static BAR: Noun = Noun::masculine("ba", &R);
static DECIBEL: Noun = Noun::masculine("decybel", &SOFT_L);
static BIT: Noun = Noun::masculine("bi", &T);
static BYTE: Noun = Noun::masculine("baj", &T);
static KILOBYTE: Noun = Noun::masculine("kilobaj", &T);
static MEGABYTE: Noun = Noun::masculine("megabaj", &T);
static GIGABYTE: Noun = Noun::masculine("gigabaj", &T);
static TERABYTE: Noun = Noun::masculine("terabaj", &T);
static KILOBIT_A_SECOND: Noun = Noun::masculine("kilobi", &T).per(" na sekundę");
static MEGABIT_A_SECOND: Noun = Noun::masculine("megabi", &T).per(" na sekundę");
static GIGABIT_A_SECOND: Noun = Noun::masculine("gigabi", &T).per(" na sekundę");
static MEGABYTE_A_SECOND: Noun = Noun::masculine("megabaj", &T).per(" na sekundę");
static PIXEL: Noun = Noun::masculine("piksel", &SOFT_L);
static MEGAPIXEL: Noun = Noun::masculine("megapiksel", &SOFT_L);
static FRAME: Noun =
    Noun::feminine("klat", &["ka", "ki", "ce", "kę", "ką", "ce", "ki", "ek", "kom", "ki", "kami", "kach"])
        .per(" na sekundę");
static TURN: Noun = Noun::masculine(
    "obro",
    &["t", "tu", "towi", "t", "tem", "cie", "ty", "tów", "tom", "ty", "tami", "tach"],
)
.per(" na minutę");
static FOOT: Noun =
    Noun::feminine("stop", &["a", "y", "ie", "ę", "ą", "ie", "y", "", "om", "y", "ami", "ach"]);
static INCH: Noun = Noun::masculine("cal", &SOFT_L);
static MILE: Noun = Noun::feminine("mil", &IA);
static HORSEPOWER: Noun = Noun::masculine(
    "ko",
    &["ń", "nia", "niowi", "nia", "niem", "niu", "nie", "ni", "niom", "nie", "ńmi", "niach"],
)
.with(Attribute::Behind("mechaniczn", &ADJECTIVE));
static PERSON: Noun = Noun::feminine(
    "os",
    &["oba", "oby", "obie", "obę", "obą", "obie", "oby", "ób", "obom", "oby", "obami", "obach"],
);
static PIECE: Noun =
    Noun::feminine("sztu", &["ka", "ki", "ce", "kę", "ką", "ce", "ki", "k", "kom", "ki", "kami", "kach"]);
static COPY: Noun = Noun::masculine(
    "egzempla",
    &["rz", "rza", "rzowi", "rz", "rzem", "rzu", "rze", "rzy", "rzom", "rze", "rzami", "rzach"],
);
static MONTH: Noun = Noun::masculine(
    "miesi",
    &["ąc", "ąca", "ącowi", "ąc", "ącem", "ącu", "ące", "ęcy", "ącom", "ące", "ącami", "ącach"],
);
static SPOON: Noun =
    Noun::feminine("łyż", &["ka", "ki", "ce", "kę", "ką", "ce", "ki", "ek", "kom", "ki", "kami", "kach"]);
static TEASPOON: Noun =
    Noun::feminine("łyżecz", &["ka", "ki", "ce", "kę", "ką", "ce", "ki", "ek", "kom", "ki", "kami", "kach"]);
static DIOPTRE: Noun = Noun::feminine("dioptri", &IA);

/// Abbreviations that are common behind numbers, without their full stop.
const SHORT: &[(&str, &Noun)] = &[
    ("os", &PERSON),
    ("szt", &PIECE),
    ("egz", &COPY),
    ("mies", &MONTH),
    ("godz", &HOUR),
    ("min", &MINUTE),
    ("sek", &SECOND),
    ("dag", &DECAGRAM),
    ("deko", &DECAGRAM),
    ("kg", &KILOGRAM),
    ("m kw", &SQUARE_METRE),
    ("m. kw", &SQUARE_METRE),
    ("mkw", &SQUARE_METRE),
    ("km kw", &SQUARE_KILOMETRE),
    ("km²", &SQUARE_KILOMETRE),
    ("cm²", &SQUARE_CENTIMETRE),
    ("m³", &CUBIC_METRE),
    ("KM", &HORSEPOWER),
    ("obr./min", &TURN),
    ("kl./s", &FRAME),
    ("łyż", &SPOON),
    ("łyżecz", &TEASPOON),
    ("dptr", &DIOPTRE),
    ("Mb/s", &MEGABIT_A_SECOND),
    ("Gb/s", &GIGABIT_A_SECOND),
    ("Mpix", &MEGAPIXEL),
];

/// The symbols of [`measure`].
const SYMBOLS: &[(&str, &Noun)] = &[
    ("km/h", &KILOMETRE_AN_HOUR),
    ("m/s", &METRE_A_SECOND),
    ("mph", &MILE_AN_HOUR),
    ("m²", &SQUARE_METRE),
    ("km²", &SQUARE_KILOMETRE),
    ("cm²", &SQUARE_CENTIMETRE),
    ("m³", &CUBIC_METRE),
    ("cm³", &CUBIC_CENTIMETRE),
    ("km", &KILOMETRE),
    ("m", &METRE),
    ("dm", &DECIMETRE),
    ("cm", &CENTIMETRE),
    ("mm", &MILLIMETRE),
    ("µm", &MICROMETRE),
    ("nm", &NANOMETRE),
    ("kg", &KILOGRAM),
    ("g", &GRAM),
    ("mg", &MILLIGRAM),
    ("µg", &MICROGRAM),
    ("t", &TONNE),
    ("lb", &POUND),
    ("oz", &OUNCE),
    ("l", &LITRE),
    ("dl", &DECILITRE),
    ("cl", &CENTILITRE),
    ("ml", &MILLILITRE),
    ("ha", &HECTARE),
    ("°C", &CELSIUS),
    ("°F", &FAHRENHEIT),
    ("K", &KELVIN),
    ("°", &DEGREE),
    ("h", &HOUR),
    ("min", &MINUTE),
    ("s", &SECOND),
    ("ms", &MILLISECOND),
    ("µs", &MICROSECOND),
    ("ns", &NANOSECOND),
    ("Hz", &HERTZ),
    ("kHz", &KILOHERTZ),
    ("MHz", &MEGAHERTZ),
    ("GHz", &GIGAHERTZ),
    ("W", &WATT),
    ("kW", &KILOWATT),
    ("MW", &MEGAWATT),
    ("GW", &GIGAWATT),
    ("Wh", &WATT_HOUR),
    ("kWh", &KILOWATT_HOUR),
    ("MWh", &MEGAWATT_HOUR),
    ("V", &VOLT),
    ("kV", &KILOVOLT),
    ("mV", &MILLIVOLT),
    ("A", &AMPERE),
    ("mA", &MILLIAMPERE),
    ("mAh", &MILLIAMPERE_HOUR),
    ("Ω", &OHM),
    ("kΩ", &KILOOHM),
    ("J", &JOULE),
    ("kJ", &KILOJOULE),
    ("cal", &CALORIE),
    ("kcal", &KILOCALORIE),
    ("N", &NEWTON),
    ("Pa", &PASCAL),
    ("hPa", &HECTOPASCAL),
    ("kPa", &KILOPASCAL),
    ("bar", &BAR),
    ("dB", &DECIBEL),
    ("bit", &BIT),
    ("B", &BYTE),
    ("kB", &KILOBYTE),
    ("MB", &MEGABYTE),
    ("GB", &GIGABYTE),
    ("TB", &TERABYTE),
    ("kbit/s", &KILOBIT_A_SECOND),
    ("Mbit/s", &MEGABIT_A_SECOND),
    ("Gbit/s", &GIGABIT_A_SECOND),
    ("MB/s", &MEGABYTE_A_SECOND),
    ("px", &PIXEL),
    ("MP", &MEGAPIXEL),
    ("fps", &FRAME),
    ("rpm", &TURN),
    ("ft", &FOOT),
    ("in", &INCH),
    ("mi", &MILE),
    ("hp", &HORSEPOWER),
];

/// The unit with which the text begins, the longest there is.
pub(super) fn unit(text: &str) -> Option<(&'static Noun, usize)> {
    let symbol = measure::unit(text).filter(|found| !is_flat(text, *found)).and_then(|(symbol, length)| {
        let (_, noun) = SYMBOLS.iter().find(|(known, _)| *known == symbol)?;
        let stop = matches!(symbol, "min" | "h" | "s");
        Some((*noun, if stop { abbreviation::with_stop(text, length) } else { length }))
    });
    abbreviation::find(text, SHORT).into_iter().chain(symbol).max_by_key(|(_, length)| *length)
}

/// `ul. Długa 10 m. 5`: the abbreviation of `mieszkanie`, which looks like that of a metre.
fn is_flat(text: &str, (symbol, length): (&str, usize)) -> bool {
    let behind = text[length..].strip_prefix('.').map(str::trim_start);
    symbol == "m" && behind.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
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
