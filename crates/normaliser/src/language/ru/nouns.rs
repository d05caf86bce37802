//! Units and currencies in Russian, in all their forms.

use crate::language::abbreviation;
use crate::language::slavic::grammar::{Attribute, Endings, Noun};
use crate::parse::measure;

const HARD: Endings = ["", "а", "у", "", "ом", "е", "ы", "ов", "ам", "ы", "ами", "ах"];
/// The genitive plural is like the nominative: `пять ватт`.
const BARE: Endings = ["", "а", "у", "", "ом", "е", "ы", "", "ам", "ы", "ами", "ах"];
const AFTER_K: Endings = ["", "а", "у", "", "ом", "е", "и", "ов", "ам", "и", "ами", "ах"];
const AFTER_TS: Endings = ["", "а", "у", "", "ем", "е", "ы", "ев", "ам", "ы", "ами", "ах"];
const SOFT: Endings = ["ь", "я", "ю", "ь", "ем", "е", "и", "ей", "ям", "и", "ями", "ях"];
const ROUBLE_ENDINGS: Endings = ["ь", "я", "ю", "ь", "ём", "е", "и", "ей", "ям", "и", "ями", "ях"];
const FEMININE: Endings = ["а", "ы", "е", "у", "ой", "е", "ы", "", "ам", "ы", "ами", "ах"];
const FEMININE_SOFT: Endings = ["я", "и", "е", "ю", "ей", "е", "и", "ь", "ям", "и", "ями", "ях"];
const FEMININE_IYA: Endings = ["я", "и", "и", "ю", "ей", "и", "и", "й", "ям", "и", "ями", "ях"];
const FEMININE_K: Endings = ["ка", "ки", "ке", "ку", "кой", "ке", "ки", "к", "кам", "ки", "ками", "ках"];
const SAME: Endings = [""; 12];
const THOUSAND_ENDINGS: Endings = ["а", "и", "е", "у", "ей", "е", "и", "", "ам", "и", "ами", "ах"];
const KOPECK: Endings =
    ["йка", "йки", "йке", "йку", "йкой", "йке", "йки", "ек", "йкам", "йки", "йками", "йках"];
const HRYVNIA: Endings = ["на", "ны", "не", "ну", "ной", "не", "ны", "ен", "нам", "ны", "нами", "нах"];
const YEAR_ENDINGS: Endings =
    ["год", "года", "году", "год", "годом", "году", "годы", "лет", "годам", "годы", "годами", "годах"];
const DAY_ENDINGS: Endings = ["ень", "ня", "ню", "ень", "нём", "не", "ни", "ней", "ням", "ни", "нями", "нях"];
const ZLOTY_ENDINGS: Endings = ADJECTIVE;
const ADJECTIVE: Endings = ["ый", "ого", "ому", "ый", "ым", "ом", "ые", "ых", "ым", "ые", "ыми", "ых"];
const ADJECTIVE_II: Endings = ["ий", "ого", "ому", "ий", "им", "ом", "ие", "их", "им", "ие", "ими", "их"];
const ADJECTIVE_FEMININE: Endings = ["ая", "ой", "ой", "ую", "ой", "ой", "ые", "ых", "ым", "ые", "ыми", "ых"];

const fn square(stem: &'static str, endings: &'static Endings) -> Noun {
    Noun::masculine(stem, endings).with(Attribute::Before("квадратн", &ADJECTIVE))
}

const fn cubic(stem: &'static str) -> Noun {
    Noun::masculine(stem, &HARD).with(Attribute::Before("кубическ", &ADJECTIVE_II))
}

static RUBLE: Noun = Noun::masculine("рубл", &ROUBLE_ENDINGS);
static KOPEIKA: Noun = Noun::feminine("копе", &KOPECK);
static CENT: Noun = Noun::masculine("цент", &HARD);
static DOLLAR: Noun = Noun::masculine("доллар", &HARD);
static EURO: Noun = Noun::masculine("евро", &SAME);
static POUND: Noun = Noun::masculine("фунт", &HARD);
static PENNY: Noun = Noun::masculine("пенс", &HARD);
static YEN: Noun = Noun::feminine("иен", &FEMININE);
static YUAN: Noun = Noun::masculine("юан", &SOFT);
static FRANC: Noun = Noun::masculine("франк", &AFTER_K);
static HRYVNIA_NOUN: Noun = Noun::feminine("грив", &HRYVNIA);
static LIRA: Noun = Noun::feminine("лир", &FEMININE);
static CROWN: Noun = Noun::feminine("крон", &FEMININE);
static ZLOTY: Noun = Noun::masculine("злот", &ZLOTY_ENDINGS);
static RUPEE: Noun = Noun::feminine("рупи", &FEMININE_IYA);
static WON: Noun = Noun::feminine("вон", &FEMININE);
static BITCOIN: Noun = Noun::masculine("биткоин", &HARD);
static SHEKEL: Noun = Noun::masculine("шекел", &SOFT);
static FORINT: Noun = Noun::masculine("форинт", &HARD);
static DIRHAM: Noun = Noun::masculine("дирхам", &HARD);

static TENGE: Noun = Noun::masculine("тенге", &SAME);

type Currency = (&'static Noun, Option<&'static Noun>);

/// A currency and its hundredth.
pub(super) fn currency(code: &str) -> Option<Currency> {
    Some(match code {
        "RUB" => (&RUBLE, Some(&KOPEIKA)),
        "USD" | "CAD" | "AUD" | "NZD" | "HKD" | "SGD" => (&DOLLAR, Some(&CENT)),
        "EUR" => (&EURO, Some(&CENT)),
        "GBP" => (&POUND, Some(&PENNY)),
        "JPY" => (&YEN, None),
        "CNY" => (&YUAN, None),
        "CHF" => (&FRANC, None),
        "UAH" => (&HRYVNIA_NOUN, Some(&KOPEIKA)),
        "TRY" => (&LIRA, None),
        "CZK" | "SEK" | "NOK" | "DKK" => (&CROWN, None),
        "PLN" => (&ZLOTY, None),
        "INR" => (&RUPEE, None),
        "KRW" => (&WON, None),
        "BTC" => (&BITCOIN, None),
        "ILS" => (&SHEKEL, None),
        "HUF" => (&FORINT, None),
        "AED" => (&DIRHAM, None),
        "KZT" => (&TENGE, None),
        "коп" => (&KOPEIKA, None),
        "цент" => (&CENT, None),
        _ => return None,
    })
}

/// Short words for currencies; those behind the last two are of hundredths alone.
pub(super) const SHORT_CURRENCIES: &[(&str, &str)] = &[
    ("руб", "RUB"),
    ("р", "RUB"),
    ("тг", "KZT"),
    ("долл", "USD"),
    ("дол", "USD"),
    ("грн", "UAH"),
    ("коп", "коп"),
    ("¢", "цент"),
];

pub(super) static PERCENT: Noun = Noun::masculine("процент", &HARD);
pub(super) static THOUSAND: Noun = Noun::feminine("тысяч", &THOUSAND_ENDINGS);
static MILLION: Noun = Noun::masculine("миллион", &HARD);
static MILLIARD: Noun = Noun::masculine("миллиард", &HARD);
static TRILLION: Noun = Noun::masculine("триллион", &HARD);

const MAGNITUDES: &[(&str, &Noun)] =
    &[("тыс", &THOUSAND), ("млн", &MILLION), ("млрд", &MILLIARD), ("трлн", &TRILLION)];

pub(super) fn magnitude(text: &str) -> Option<(&'static Noun, usize)> {
    abbreviation::find(text, MAGNITUDES)
}

static METRE: Noun = Noun::masculine("метр", &HARD);
static KILOMETRE: Noun = Noun::masculine("километр", &HARD);
static DECIMETRE: Noun = Noun::masculine("дециметр", &HARD);
static CENTIMETRE: Noun = Noun::masculine("сантиметр", &HARD);
static MILLIMETRE: Noun = Noun::masculine("миллиметр", &HARD);
static MICROMETRE: Noun = Noun::masculine("микрометр", &HARD);
static NANOMETRE: Noun = Noun::masculine("нанометр", &HARD);
static SQUARE_METRE: Noun = square("метр", &HARD);
static SQUARE_KILOMETRE: Noun = square("километр", &HARD);
static SQUARE_CENTIMETRE: Noun = square("сантиметр", &HARD);
static CUBIC_METRE: Noun = cubic("метр");
static CUBIC_CENTIMETRE: Noun = cubic("сантиметр");
static KILOMETRE_AN_HOUR: Noun = Noun::masculine("километр", &HARD).per(" в час");
static METRE_A_SECOND: Noun = Noun::masculine("метр", &HARD).per(" в секунду");
static MILE_AN_HOUR: Noun = Noun::feminine("мил", &FEMININE_SOFT).per(" в час");
static KILOGRAM: Noun = Noun::masculine("килограмм", &HARD);
static GRAM: Noun = Noun::masculine("грамм", &HARD);
static MILLIGRAM: Noun = Noun::masculine("миллиграмм", &HARD);
static MICROGRAM: Noun = Noun::masculine("микрограмм", &HARD);
static TONNE: Noun = Noun::feminine("тонн", &FEMININE);
static CENTNER: Noun = Noun::masculine("центнер", &HARD);
static OUNCE: Noun = Noun::feminine("унци", &FEMININE_IYA);
static LITRE: Noun = Noun::masculine("литр", &HARD);
static MILLILITRE: Noun = Noun::masculine("миллилитр", &HARD);
static HECTARE: Noun = Noun::masculine("гектар", &HARD);
static CELSIUS: Noun = Noun::masculine("градус", &HARD).per(" Цельсия");
static FAHRENHEIT: Noun = Noun::masculine("градус", &HARD).per(" Фаренгейта");
static DEGREE: Noun = Noun::masculine("градус", &HARD);
static KELVIN: Noun = Noun::masculine("кельвин", &HARD);
pub(super) static HOUR: Noun = Noun::masculine("час", &HARD);
static MINUTE: Noun = Noun::feminine("минут", &FEMININE);
static SECOND: Noun = Noun::feminine("секунд", &FEMININE);
static MILLISECOND: Noun = Noun::feminine("миллисекунд", &FEMININE);
static MICROSECOND: Noun = Noun::feminine("микросекунд", &FEMININE);
static NANOSECOND: Noun = Noun::feminine("наносекунд", &FEMININE);
static HERTZ: Noun = Noun::masculine("герц", &BARE);
static KILOHERTZ: Noun = Noun::masculine("килогерц", &BARE);
static MEGAHERTZ: Noun = Noun::masculine("мегагерц", &BARE);
static GIGAHERTZ: Noun = Noun::masculine("гигагерц", &BARE);
static WATT: Noun = Noun::masculine("ватт", &BARE);
static KILOWATT: Noun = Noun::masculine("киловатт", &BARE);
static MEGAWATT: Noun = Noun::masculine("мегаватт", &BARE);
static GIGAWATT: Noun = Noun::masculine("гигаватт", &BARE);
static WATT_HOUR: Noun = Noun::masculine("ватт-час", &HARD);
static KILOWATT_HOUR: Noun = Noun::masculine("киловатт-час", &HARD);
static MEGAWATT_HOUR: Noun = Noun::masculine("мегаватт-час", &HARD);
static VOLT: Noun = Noun::masculine("вольт", &BARE);
static KILOVOLT: Noun = Noun::masculine("киловольт", &BARE);
static MILLIVOLT: Noun = Noun::masculine("милливольт", &BARE);
static AMPERE: Noun = Noun::masculine("ампер", &BARE);
static MILLIAMPERE: Noun = Noun::masculine("миллиампер", &BARE);
static MILLIAMPERE_HOUR: Noun = Noun::masculine("миллиампер-час", &HARD);
static OHM: Noun = Noun::masculine("ом", &HARD);
static KILOOHM: Noun = Noun::masculine("килоом", &HARD);
static JOULE: Noun = Noun::masculine("джоул", &SOFT);
static KILOJOULE: Noun = Noun::masculine("килоджоул", &SOFT);
static CALORIE: Noun = Noun::feminine("калори", &FEMININE_IYA);
static KILOCALORIE: Noun = Noun::feminine("килокалори", &FEMININE_IYA);
static NEWTON: Noun = Noun::masculine("ньютон", &HARD);
static PASCAL: Noun = Noun::masculine("паскал", &SOFT);
static HECTOPASCAL: Noun = Noun::masculine("гектопаскал", &SOFT);
static KILOPASCAL: Noun = Noun::masculine("килопаскал", &SOFT);
static BAR: Noun = Noun::masculine("бар", &BARE);
static MERCURY: Noun = Noun::masculine("миллиметр", &HARD).per(" ртутного столба");
static DECIBEL: Noun = Noun::masculine("децибел", &BARE);
static BIT: Noun = Noun::masculine("бит", &BARE);
static BYTE: Noun = Noun::masculine("байт", &BARE);
static KILOBYTE: Noun = Noun::masculine("килобайт", &BARE);
static MEGABYTE: Noun = Noun::masculine("мегабайт", &BARE);
static GIGABYTE: Noun = Noun::masculine("гигабайт", &BARE);
static TERABYTE: Noun = Noun::masculine("терабайт", &BARE);
static KILOBIT_A_SECOND: Noun = Noun::masculine("килобит", &BARE).per(" в секунду");
static MEGABIT_A_SECOND: Noun = Noun::masculine("мегабит", &BARE).per(" в секунду");
static GIGABIT_A_SECOND: Noun = Noun::masculine("гигабит", &BARE).per(" в секунду");
static MEGABYTE_A_SECOND: Noun = Noun::masculine("мегабайт", &BARE).per(" в секунду");
static PIXEL: Noun = Noun::masculine("пиксел", &SOFT);
static MEGAPIXEL: Noun = Noun::masculine("мегапиксел", &SOFT);
static FRAME: Noun = Noun::masculine("кадр", &HARD).per(" в секунду");
static TURN: Noun = Noun::masculine("оборот", &HARD).per(" в минуту");
static FOOT: Noun = Noun::masculine("фут", &HARD);
static INCH: Noun = Noun::masculine("дюйм", &HARD);
static MILE: Noun = Noun::feminine("мил", &FEMININE_SOFT);
static HORSEPOWER: Noun =
    Noun::feminine("сил", &FEMININE).with(Attribute::Before("лошадин", &ADJECTIVE_FEMININE));

static PERSON: Noun =
    Noun::masculine("человек", &["", "а", "у", "а", "ом", "е", "и", "", "ам", "и", "ами", "ах"]);
static PIECE: Noun = Noun::feminine("шту", &FEMININE_K);
static COPY: Noun = Noun::masculine("экземпляр", &HARD);
static DAY: Noun = Noun::masculine("д", &DAY_ENDINGS);
static WEEK: Noun = Noun::feminine("недел", &FEMININE_SOFT);
static MONTH: Noun = Noun::masculine("месяц", &AFTER_TS);
pub(super) static YEAR: Noun = Noun::masculine("", &YEAR_ENDINGS);
static PAGE: Noun = Noun::feminine("страниц", &THOUSAND_ENDINGS_Y);
const THOUSAND_ENDINGS_Y: Endings = ["а", "ы", "е", "у", "ей", "е", "ы", "", "ам", "ы", "ами", "ах"];

/// Abbreviations that are common behind numbers, without their full stop.
const SHORT: &[(&str, &Noun)] = &[
    ("чел", &PERSON),
    ("шт", &PIECE),
    ("экз", &COPY),
    ("дн", &DAY),
    ("нед", &WEEK),
    ("мес", &MONTH),
    ("л", &LITRE),
    ("лет", &YEAR),
    ("стр", &PAGE),
    ("ч", &HOUR),
    ("час", &HOUR),
    ("мин", &MINUTE),
    ("сек", &SECOND),
    ("с", &SECOND),
    ("м", &METRE),
    ("км", &KILOMETRE),
    ("см", &CENTIMETRE),
    ("мм", &MILLIMETRE),
    ("г", &GRAM),
    ("гр", &GRAM),
    ("кг", &KILOGRAM),
    ("т", &TONNE),
    ("ц", &CENTNER),
    ("га", &HECTARE),
    ("мл", &MILLILITRE),
    ("км/час", &KILOMETRE_AN_HOUR),
    ("м/сек", &METRE_A_SECOND),
    ("кв. м", &SQUARE_METRE),
    ("кв.м", &SQUARE_METRE),
    ("кв. км", &SQUARE_KILOMETRE),
    ("кв.км", &SQUARE_KILOMETRE),
    ("куб. м", &CUBIC_METRE),
    ("куб.м", &CUBIC_METRE),
    ("см²", &SQUARE_CENTIMETRE),
    ("м³", &CUBIC_METRE),
    ("м3", &CUBIC_METRE),
    ("см³", &CUBIC_CENTIMETRE),
    ("л. с", &HORSEPOWER),
    ("л.с", &HORSEPOWER),
    ("мм рт. ст", &MERCURY),
    ("мкм", &MICROMETRE),
    ("нм", &NANOMETRE),
    ("дм", &DECIMETRE),
    ("мг", &MILLIGRAM),
    ("мкг", &MICROGRAM),
    ("А", &AMPERE),
    ("мА", &MILLIAMPERE),
    ("МВт", &MEGAWATT),
    ("ГВт", &GIGAWATT),
    ("Вт·ч", &WATT_HOUR),
    ("МВт·ч", &MEGAWATT_HOUR),
    ("кВт⋅ч", &KILOWATT_HOUR),
    ("кВт-ч", &KILOWATT_HOUR),
    ("кВт*ч", &KILOWATT_HOUR),
    ("кВ", &KILOVOLT),
    ("Ом", &OHM),
    ("кОм", &KILOOHM),
    ("Дж", &JOULE),
    ("кДж", &KILOJOULE),
    ("Н", &NEWTON),
    ("кал", &CALORIE),
    ("Кб", &KILOBYTE),
    ("Мб", &MEGABYTE),
    ("Гб", &GIGABYTE),
    ("ГБ", &GIGABYTE),
    ("Тб", &TERABYTE),
    ("ТБ", &TERABYTE),
    ("МБ/с", &MEGABYTE_A_SECOND),
    ("Кбит/с", &KILOBIT_A_SECOND),
    ("об/мин", &TURN),
    ("кадр/с", &FRAME),
    ("мкс", &MICROSECOND),
    ("нс", &NANOSECOND),
    ("Мп", &MEGAPIXEL),
    ("пикс", &PIXEL),
    ("°", &DEGREE),
    ("градусов C", &CELSIUS),
    ("°С", &CELSIUS), // with the Cyrillic letter, as keyboards have it
    ("° С", &CELSIUS),
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
    if is_preposition(text) {
        return None;
    }
    let symbol = measure::unit(text).and_then(|(symbol, length)| {
        let (_, noun) = SYMBOLS.iter().find(|(known, _)| *known == symbol)?;
        Some((*noun, abbreviation::with_stop(text, length)))
    });
    abbreviation::find(text, SHORT).into_iter().chain(symbol).max_by_key(|(_, length)| *length)
}

/// Whether `с` goes on with a word, as `5 с половиной`: seconds do not.
fn is_preposition(text: &str) -> bool {
    text.strip_prefix("с ").is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ru::cardinal::form;
    use crate::language::slavic::grammar::Case;

    fn said(text: &str, number: u64) -> Option<String> {
        unit(text).map(|(noun, _)| noun.said(form(number, Case::Nominative)))
    }

    #[test]
    fn units_agree_with_their_number() {
        assert_eq!(said("кв. м", 64).as_deref(), Some("квадратных метра"));
        assert_eq!(said("kW", 5).as_deref(), Some("киловатт"));
        assert_eq!(said("л.с.", 120).as_deref(), Some("лошадиных сил"));
        assert_eq!(said("дн.", 3).as_deref(), Some("дня"));
        assert_eq!(said("метров", 3), None);
        assert_eq!((said("с лишним года", 3), said("с.", 5).as_deref()), (None, Some("секунд")));
    }
}
