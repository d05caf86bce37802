//! Units and currencies in Russian, in all their forms.

use crate::language::abbreviation;
use crate::language::slavic::grammar::{Attribute, Endings, Noun};
use crate::language::slavic::measure;
use crate::parse::unit::{Names, Unit};

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
const POUND: Noun = Noun::masculine("фунт", &HARD);
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

pub(super) const HOUR: Noun = Noun::masculine("час", &HARD);
pub(super) const YEAR: Noun = Noun::masculine("", &YEAR_ENDINGS);

const THOUSAND_ENDINGS_Y: Endings = ["а", "ы", "е", "у", "ей", "е", "ы", "", "ам", "ы", "ами", "ах"];

/// What units are called.
static UNITS: Names<Noun> = Names::new(
    &[
        (Unit::Microfarad, Noun::masculine("микрофарад", &BARE)),
        (Unit::Nanofarad, Noun::masculine("нанофарад", &BARE)),
        (Unit::Picofarad, Noun::masculine("пикофарад", &BARE)),
        (Unit::GigawattHour, Noun::masculine("гигаватт-час", &HARD)),
        (Unit::AmpereHour, Noun::masculine("ампер-час", &HARD)),
        (Unit::Electronvolt, Noun::masculine("электронвольт", &BARE)),
        (Unit::Millisievert, Noun::masculine("миллизиверт", &HARD)),
        (Unit::GramPerCubicCentimetre, Noun::masculine("грамм", &HARD).per(" на кубический сантиметр")),
        (Unit::KilometrePerHour, Noun::masculine("километр", &HARD).per(" в час")),
        (Unit::MetrePerSecond, Noun::masculine("метр", &HARD).per(" в секунду")),
        (Unit::MilePerHour, Noun::feminine("мил", &FEMININE_SOFT).per(" в час")),
        (Unit::SquareMetre, square("метр", &HARD)),
        (Unit::SquareKilometre, square("километр", &HARD)),
        (Unit::SquareCentimetre, square("сантиметр", &HARD)),
        (Unit::CubicMetre, cubic("метр")),
        (Unit::CubicCentimetre, cubic("сантиметр")),
        (Unit::Kilometre, Noun::masculine("километр", &HARD)),
        (Unit::Metre, Noun::masculine("метр", &HARD)),
        (Unit::Decimetre, Noun::masculine("дециметр", &HARD)),
        (Unit::Centimetre, Noun::masculine("сантиметр", &HARD)),
        (Unit::Millimetre, Noun::masculine("миллиметр", &HARD)),
        (Unit::Micrometre, Noun::masculine("микрометр", &HARD)),
        (Unit::Nanometre, Noun::masculine("нанометр", &HARD)),
        (Unit::Kilogram, Noun::masculine("килограмм", &HARD)),
        (Unit::Gram, Noun::masculine("грамм", &HARD)),
        (Unit::Milligram, Noun::masculine("миллиграмм", &HARD)),
        (Unit::Microgram, Noun::masculine("микрограмм", &HARD)),
        (Unit::Tonne, Noun::feminine("тонн", &FEMININE)),
        (Unit::Pound, POUND),
        (Unit::Ounce, Noun::feminine("унци", &FEMININE_IYA)),
        (Unit::Litre, Noun::masculine("литр", &HARD)),
        (Unit::Millilitre, Noun::masculine("миллилитр", &HARD)),
        (Unit::Hectare, Noun::masculine("гектар", &HARD)),
        (Unit::Celsius, Noun::masculine("градус", &HARD).per(" Цельсия")),
        (Unit::Fahrenheit, Noun::masculine("градус", &HARD).per(" Фаренгейта")),
        (Unit::Kelvin, Noun::masculine("кельвин", &HARD)),
        (Unit::Degree, Noun::masculine("градус", &HARD)),
        (Unit::Hour, HOUR),
        (Unit::Minute, Noun::feminine("минут", &FEMININE)),
        (Unit::Second, Noun::feminine("секунд", &FEMININE)),
        (Unit::Millisecond, Noun::feminine("миллисекунд", &FEMININE)),
        (Unit::Microsecond, Noun::feminine("микросекунд", &FEMININE)),
        (Unit::Nanosecond, Noun::feminine("наносекунд", &FEMININE)),
        (Unit::Hertz, Noun::masculine("герц", &BARE)),
        (Unit::Kilohertz, Noun::masculine("килогерц", &BARE)),
        (Unit::Megahertz, Noun::masculine("мегагерц", &BARE)),
        (Unit::Gigahertz, Noun::masculine("гигагерц", &BARE)),
        (Unit::Watt, Noun::masculine("ватт", &BARE)),
        (Unit::Kilowatt, Noun::masculine("киловатт", &BARE)),
        (Unit::Megawatt, Noun::masculine("мегаватт", &BARE)),
        (Unit::Gigawatt, Noun::masculine("гигаватт", &BARE)),
        (Unit::WattHour, Noun::masculine("ватт-час", &HARD)),
        (Unit::KilowattHour, Noun::masculine("киловатт-час", &HARD)),
        (Unit::MegawattHour, Noun::masculine("мегаватт-час", &HARD)),
        (Unit::Volt, Noun::masculine("вольт", &BARE)),
        (Unit::Kilovolt, Noun::masculine("киловольт", &BARE)),
        (Unit::Millivolt, Noun::masculine("милливольт", &BARE)),
        (Unit::Ampere, Noun::masculine("ампер", &BARE)),
        (Unit::Milliampere, Noun::masculine("миллиампер", &BARE)),
        (Unit::MilliampereHour, Noun::masculine("миллиампер-час", &HARD)),
        (Unit::Ohm, Noun::masculine("ом", &HARD)),
        (Unit::Kiloohm, Noun::masculine("килоом", &HARD)),
        (Unit::Joule, Noun::masculine("джоул", &SOFT)),
        (Unit::Kilojoule, Noun::masculine("килоджоул", &SOFT)),
        (Unit::Calorie, Noun::feminine("калори", &FEMININE_IYA)),
        (Unit::Kilocalorie, Noun::feminine("килокалори", &FEMININE_IYA)),
        (Unit::Newton, Noun::masculine("ньютон", &HARD)),
        (Unit::Pascal, Noun::masculine("паскал", &SOFT)),
        (Unit::Hectopascal, Noun::masculine("гектопаскал", &SOFT)),
        (Unit::Kilopascal, Noun::masculine("килопаскал", &SOFT)),
        (Unit::Bar, Noun::masculine("бар", &BARE)),
        (Unit::Decibel, Noun::masculine("децибел", &BARE)),
        (Unit::Bit, Noun::masculine("бит", &BARE)),
        (Unit::Kilobyte, Noun::masculine("килобайт", &BARE)),
        (Unit::Megabyte, Noun::masculine("мегабайт", &BARE)),
        (Unit::Gigabyte, Noun::masculine("гигабайт", &BARE)),
        (Unit::Terabyte, Noun::masculine("терабайт", &BARE)),
        (Unit::KilobitPerSecond, Noun::masculine("килобит", &BARE).per(" в секунду")),
        (Unit::MegabitPerSecond, Noun::masculine("мегабит", &BARE).per(" в секунду")),
        (Unit::GigabitPerSecond, Noun::masculine("гигабит", &BARE).per(" в секунду")),
        (Unit::MegabytePerSecond, Noun::masculine("мегабайт", &BARE).per(" в секунду")),
        (Unit::Pixel, Noun::masculine("пиксел", &SOFT)),
        (Unit::Megapixel, Noun::masculine("мегапиксел", &SOFT)),
        (Unit::FramePerSecond, Noun::masculine("кадр", &HARD).per(" в секунду")),
        (Unit::TurnPerMinute, Noun::masculine("оборот", &HARD).per(" в минуту")),
        (Unit::Foot, Noun::masculine("фут", &HARD)),
        (Unit::Inch, Noun::masculine("дюйм", &HARD)),
        (Unit::Mile, Noun::feminine("мил", &FEMININE_SOFT)),
        (
            Unit::Horsepower,
            Noun::feminine("сил", &FEMININE).with(Attribute::Before("лошадин", &ADJECTIVE_FEMININE)),
        ),
        (Unit::Decilitre, Noun::masculine("децилитр", &HARD)),
        (Unit::Centilitre, Noun::masculine("сантилитр", &HARD)),
        (Unit::NewtonMetre, Noun::masculine("ньютон-метр", &HARD)),
        (Unit::Millibar, Noun::masculine("миллибар", &BARE)),
        (Unit::Kilobit, Noun::masculine("килобит", &BARE)),
        (Unit::Megabit, Noun::masculine("мегабит", &BARE)),
        (Unit::Kibibyte, Noun::masculine("кибибайт", &BARE)),
        (Unit::Mebibyte, Noun::masculine("мебибайт", &BARE)),
        (Unit::Gibibyte, Noun::masculine("гибибайт", &BARE)),
        (Unit::GigabytePerSecond, Noun::masculine("гигабайт", &BARE).per(" в секунду")),
        (Unit::Yard, Noun::masculine("ярд", &HARD)),
        (Unit::Gallon, Noun::masculine("галлон", &HARD)),
        (Unit::GramPerKilometre, Noun::masculine("грамм", &HARD).per(" на километр")),
        (Unit::LitrePerHundredKilometres, Noun::masculine("литр", &HARD).per(" на сто километров")),
        (Unit::GramPerLitre, Noun::masculine("грамм", &HARD).per(" на литр")),
        (Unit::MilligramPerLitre, Noun::masculine("миллиграмм", &HARD).per(" на литр")),
        (Unit::MilligramPerDecilitre, Noun::masculine("миллиграмм", &HARD).per(" на децилитр")),
        (Unit::MillimolePerLitre, Noun::masculine("миллимол", &SOFT).per(" на литр")),
        (Unit::Lumen, Noun::masculine("люмен", &HARD)),
        (Unit::Lux, Noun::masculine("люкс", &HARD)),
        (Unit::Mole, Noun::masculine("мол", &SOFT)),
        (Unit::KilogramPerCubicMetre, Noun::masculine("килограмм", &HARD).per(" на кубический метр")),
        (Unit::Microlitre, Noun::masculine("микролитр", &HARD)),
        (Unit::KilometrePerSecond, Noun::masculine("километр", &HARD).per(" в секунду")),
        (Unit::MetrePerSecondSquared, Noun::masculine("метр", &HARD).per(" в секунду в квадрате")),
        (Unit::Hectolitre, Noun::masculine("гектолитр", &HARD)),
    ],
    &[Unit::KilovoltAmpere, Unit::Millihenry, Unit::DotPerInch, Unit::PartPerMillion],
);

/// Units as only this language writes them behind numbers, without a full stop.
const SPELLINGS: &[(&str, Unit)] = &[
    ("л", Unit::Litre),
    ("ч", Unit::Hour),
    ("час", Unit::Hour),
    ("мин", Unit::Minute),
    ("сек", Unit::Second),
    ("с", Unit::Second),
    ("м", Unit::Metre),
    ("км", Unit::Kilometre),
    ("см", Unit::Centimetre),
    ("мм", Unit::Millimetre),
    ("г", Unit::Gram),
    ("гр", Unit::Gram),
    ("кг", Unit::Kilogram),
    ("т", Unit::Tonne),
    ("га", Unit::Hectare),
    ("мл", Unit::Millilitre),
    ("км/час", Unit::KilometrePerHour),
    ("м/сек", Unit::MetrePerSecond),
    ("кв. м", Unit::SquareMetre),
    ("кв.м", Unit::SquareMetre),
    ("кв. км", Unit::SquareKilometre),
    ("кв.км", Unit::SquareKilometre),
    ("куб. м", Unit::CubicMetre),
    ("куб.м", Unit::CubicMetre),
    ("см²", Unit::SquareCentimetre),
    ("м³", Unit::CubicMetre),
    ("м3", Unit::CubicMetre),
    ("см³", Unit::CubicCentimetre),
    ("л. с", Unit::Horsepower),
    ("л.с", Unit::Horsepower),
    ("мкм", Unit::Micrometre),
    ("нм", Unit::Nanometre),
    ("дм", Unit::Decimetre),
    ("мг", Unit::Milligram),
    ("мкг", Unit::Microgram),
    ("А", Unit::Ampere),
    ("мА", Unit::Milliampere),
    ("МВт", Unit::Megawatt),
    ("ГВт", Unit::Gigawatt),
    ("Вт·ч", Unit::WattHour),
    ("МВт·ч", Unit::MegawattHour),
    ("кВт⋅ч", Unit::KilowattHour),
    ("кВт-ч", Unit::KilowattHour),
    ("кВт*ч", Unit::KilowattHour),
    ("кВ", Unit::Kilovolt),
    ("Ом", Unit::Ohm),
    ("кОм", Unit::Kiloohm),
    ("Дж", Unit::Joule),
    ("кДж", Unit::Kilojoule),
    ("Н", Unit::Newton),
    ("кал", Unit::Calorie),
    ("Кб", Unit::Kilobyte),
    ("Мб", Unit::Megabyte),
    ("Гб", Unit::Gigabyte),
    ("ГБ", Unit::Gigabyte),
    ("Тб", Unit::Terabyte),
    ("ТБ", Unit::Terabyte),
    ("МБ/с", Unit::MegabytePerSecond),
    ("Кбит/с", Unit::KilobitPerSecond),
    ("об/мин", Unit::TurnPerMinute),
    ("кадр/с", Unit::FramePerSecond),
    ("мкс", Unit::Microsecond),
    ("нс", Unit::Nanosecond),
    ("Мп", Unit::Megapixel),
    ("пикс", Unit::Pixel),
    ("°", Unit::Degree),
    ("градусов C", Unit::Celsius),
    ("°С", Unit::Celsius), // with the Cyrillic letter, as keyboards have it
    ("° С", Unit::Celsius),
];

/// What else is counted by an abbreviation behind the number, without its full stop.
const SHORT: &[(&str, &Noun)] = &[
    ("чел", &Noun::masculine("человек", &["", "а", "у", "а", "ом", "е", "и", "", "ам", "и", "ами", "ах"])),
    ("шт", &Noun::feminine("шту", &FEMININE_K)),
    ("экз", &Noun::masculine("экземпляр", &HARD)),
    ("дн", &Noun::masculine("д", &DAY_ENDINGS)),
    ("нед", &Noun::feminine("недел", &FEMININE_SOFT)),
    ("мес", &Noun::masculine("месяц", &AFTER_TS)),
    ("лет", &YEAR),
    ("стр", &Noun::feminine("страниц", &THOUSAND_ENDINGS_Y)),
    ("ц", &Noun::masculine("центнер", &HARD)),
    ("мм рт. ст", &Noun::masculine("миллиметр", &HARD).per(" ртутного столба")),
];

/// The unit with which the text begins, the longest there is.
pub(super) fn unit(text: &str) -> Option<(&'static Noun, usize)> {
    if is_preposition(text) { None } else { measure::unit(text, &UNITS, SPELLINGS, SHORT) }
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
