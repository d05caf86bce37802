//! Units and currencies in Portuguese.

use crate::language::romance::{Currency, Magnitude, Noun, UnitWords};
use crate::parse::unit::{Names, Unit};

const fn m(one: &'static str, many: &'static str) -> Noun {
    Noun::masculine(one, many)
}

const fn f(one: &'static str, many: &'static str) -> Noun {
    Noun::feminine(one, many)
}

pub(super) const UNIT_WORDS: UnitWords = UnitWords { regional: &[], names: &UNITS, own: OWN };

const UNITS: Names<Noun> = Names::new(
    &[
        (Unit::Microfarad, m("microfarad", "microfarads")),
        (Unit::Nanofarad, m("nanofarad", "nanofarads")),
        (Unit::Picofarad, m("picofarad", "picofarads")),
        (Unit::GigawattHour, m("gigawatt-hora", "gigawatts-hora")),
        (Unit::AmpereHour, m("ampere-hora", "amperes-hora")),
        (Unit::Electronvolt, m("elétron-volt", "elétrons-volt")),
        (Unit::Millisievert, m("milisievert", "milisieverts")),
        (Unit::KilovoltAmpere, m("quilovolt-ampere", "quilovolts-ampere")),
        (Unit::Millihenry, m("milihenry", "milihenrys")),
        (Unit::GramPerCubicCentimetre, m("grama por centímetro cúbico", "gramas por centímetro cúbico")),
        (Unit::KilometrePerSecond, m("quilômetro por segundo", "quilômetros por segundo")),
        (Unit::KilometrePerHour, m("quilômetro por hora", "quilômetros por hora")),
        (Unit::MetrePerSecond, m("metro por segundo", "metros por segundo")),
        (Unit::MetrePerSecondSquared, m("metro por segundo ao quadrado", "metros por segundo ao quadrado")),
        (Unit::MilePerHour, f("milha por hora", "milhas por hora")),
        (Unit::SquareMetre, m("metro quadrado", "metros quadrados")),
        (Unit::SquareKilometre, m("quilômetro quadrado", "quilômetros quadrados")),
        (Unit::SquareCentimetre, m("centímetro quadrado", "centímetros quadrados")),
        (Unit::CubicMetre, m("metro cúbico", "metros cúbicos")),
        (Unit::CubicCentimetre, m("centímetro cúbico", "centímetros cúbicos")),
        (Unit::Kilometre, m("quilômetro", "quilômetros")),
        (Unit::Metre, m("metro", "metros")),
        (Unit::Decimetre, m("decímetro", "decímetros")),
        (Unit::Centimetre, m("centímetro", "centímetros")),
        (Unit::Millimetre, m("milímetro", "milímetros")),
        (Unit::Micrometre, m("micrômetro", "micrômetros")),
        (Unit::Nanometre, m("nanômetro", "nanômetros")),
        (Unit::Kilogram, m("quilo", "quilos")),
        (Unit::Gram, m("grama", "gramas")),
        (Unit::Milligram, m("miligrama", "miligramas")),
        (Unit::Microgram, m("micrograma", "microgramas")),
        (Unit::Tonne, f("tonelada", "toneladas")),
        (Unit::Pound, f("libra", "libras")),
        (Unit::Ounce, f("onça", "onças")),
        (Unit::Litre, m("litro", "litros")),
        (Unit::Decilitre, m("decilitro", "decilitros")),
        (Unit::Centilitre, m("centilitro", "centilitros")),
        (Unit::Millilitre, m("mililitro", "mililitros")),
        (Unit::Hectare, m("hectare", "hectares")),
        (Unit::Celsius, m("grau Celsius", "graus Celsius")),
        (Unit::Fahrenheit, m("grau Fahrenheit", "graus Fahrenheit")),
        (Unit::Kelvin, m("kelvin", "kelvins")),
        (Unit::Degree, m("grau", "graus")),
        (Unit::Hour, f("hora", "horas")),
        (Unit::Minute, m("minuto", "minutos")),
        (Unit::Second, m("segundo", "segundos")),
        (Unit::Millisecond, m("milissegundo", "milissegundos")),
        (Unit::Microsecond, m("microssegundo", "microssegundos")),
        (Unit::Nanosecond, m("nanossegundo", "nanossegundos")),
        (Unit::Hertz, m("hertz", "hertz")),
        (Unit::Kilohertz, m("quilohertz", "quilohertz")),
        (Unit::Megahertz, m("mega-hertz", "mega-hertz")),
        (Unit::Gigahertz, m("giga-hertz", "giga-hertz")),
        (Unit::Watt, m("watt", "watts")),
        (Unit::Kilowatt, m("quilowatt", "quilowatts")),
        (Unit::Megawatt, m("megawatt", "megawatts")),
        (Unit::Gigawatt, m("gigawatt", "gigawatts")),
        (Unit::KilowattHour, m("quilowatt-hora", "quilowatts-hora")),
        (Unit::MegawattHour, m("megawatt-hora", "megawatts-hora")),
        (Unit::WattHour, m("watt-hora", "watts-hora")),
        (Unit::Volt, m("volt", "volts")),
        (Unit::Kilovolt, m("quilovolt", "quilovolts")),
        (Unit::Ampere, m("ampere", "amperes")),
        (Unit::Milliampere, m("miliampere", "miliamperes")),
        (Unit::MilliampereHour, m("miliampere-hora", "miliamperes-hora")),
        (Unit::Ohm, m("ohm", "ohms")),
        (Unit::Kilojoule, m("quilojoule", "quilojoules")),
        (Unit::Kilocalorie, f("quilocaloria", "quilocalorias")),
        (Unit::Calorie, f("caloria", "calorias")),
        (Unit::Pascal, m("pascal", "pascals")),
        (Unit::Hectopascal, m("hectopascal", "hectopascals")),
        (Unit::Bar, m("bar", "bars")),
        (Unit::Decibel, m("decibel", "decibéis")),
        (Unit::Kilobyte, m("quilobyte", "quilobytes")),
        (Unit::Megabyte, m("megabyte", "megabytes")),
        (Unit::Gigabyte, m("gigabyte", "gigabytes")),
        (Unit::Terabyte, m("terabyte", "terabytes")),
        (Unit::MegabitPerSecond, m("megabit por segundo", "megabits por segundo")),
        (Unit::GigabitPerSecond, m("gigabit por segundo", "gigabits por segundo")),
        (Unit::MegabytePerSecond, m("megabyte por segundo", "megabytes por segundo")),
        (Unit::Pixel, m("pixel", "pixels")),
        (Unit::Megapixel, m("megapixel", "megapixels")),
        (Unit::GramPerKilometre, m("grama por quilômetro", "gramas por quilômetro")),
        (Unit::GramPerLitre, m("grama por litro", "gramas por litro")),
        (Unit::MilligramPerLitre, m("miligrama por litro", "miligramas por litro")),
        (Unit::LitrePerHundredKilometres, m("litro por cem quilômetros", "litros por cem quilômetros")),
        (Unit::GigabytePerSecond, m("gigabyte por segundo", "gigabytes por segundo")),
        (Unit::KilogramPerCubicMetre, m("quilo por metro cúbico", "quilos por metro cúbico")),
        (Unit::MilligramPerDecilitre, m("miligrama por decilitro", "miligramas por decilitro")),
        (Unit::MillimolePerLitre, m("milimol por litro", "milimols por litro")),
        (Unit::KilobitPerSecond, m("quilobit por segundo", "quilobits por segundo")),
        (Unit::Kilopascal, m("quilopascal", "quilopascals")),
        (Unit::Millivolt, m("milivolt", "milivolts")),
        (Unit::Microlitre, m("microlitro", "microlitros")),
        (Unit::Hectolitre, m("hectolitro", "hectolitros")),
    ],
    &[
        Unit::Kiloohm,
        Unit::Joule,
        Unit::Newton,
        Unit::NewtonMetre,
        Unit::Millibar,
        Unit::Bit,
        Unit::Kilobit,
        Unit::Megabit,
        Unit::Kibibyte,
        Unit::Mebibyte,
        Unit::Gibibyte,
        Unit::FramePerSecond,
        Unit::DotPerInch,
        Unit::TurnPerMinute,
        Unit::Foot,
        Unit::Inch,
        Unit::Yard,
        Unit::Mile,
        Unit::Gallon,
        Unit::PartPerMillion,
        Unit::Horsepower,
        Unit::Lumen,
        Unit::Lux,
        Unit::Mole,
    ],
);

/// Written so in this language alone.
const OWN: &[(&str, Noun)] = &[
    ("hs", f("hora", "horas")),
    ("seg", m("segundo", "segundos")),
    ("cv", m("cavalo", "cavalos")),
    ("km/l", m("quilômetro por litro", "quilômetros por litro")),
    ("hab./km²", m("habitante por quilômetro quadrado", "habitantes por quilômetro quadrado")),
    ("col.", f("colher", "colheres")),
    ("xíc.", f("xícara", "xícaras")),
];

/// As they are written in Portugal.
pub(super) const EUROPEAN_UNITS: &[(Unit, Noun)] = &[
    (Unit::KilometrePerHour, m("quilómetro por hora", "quilómetros por hora")),
    (Unit::Kilometre, m("quilómetro", "quilómetros")),
    (Unit::SquareKilometre, m("quilómetro quadrado", "quilómetros quadrados")),
    (Unit::KilometrePerSecond, m("quilómetro por segundo", "quilómetros por segundo")),
    (Unit::Micrometre, m("micrómetro", "micrómetros")),
    (Unit::Nanometre, m("nanómetro", "nanómetros")),
    (Unit::GramPerKilometre, m("grama por quilómetro", "gramas por quilómetro")),
];

const CENTAVO: Option<Noun> = Some(Noun::masculine("centavo", "centavos"));
const CENTIMO: Option<Noun> = Some(Noun::masculine("cêntimo", "cêntimos"));

/// As in Portugal.
pub(super) const EUROPEAN: &[Currency] = &[
    Currency { code: "EUR", noun: Noun::masculine("euro", "euros"), cent: CENTIMO },
    Currency { code: "$", noun: Noun::masculine("dólar", "dólares"), cent: CENTIMO },
    Currency { code: "USD", noun: Noun::masculine("dólar", "dólares"), cent: CENTIMO },
    Currency { code: "JPY", noun: Noun::masculine("iene", "ienes"), cent: None },
];

pub(super) const CURRENCIES: &[Currency] = &[
    Currency { code: "BRL", noun: Noun::masculine("real", "reais"), cent: CENTAVO },
    Currency { code: "EUR", noun: Noun::masculine("euro", "euros"), cent: CENTAVO },
    Currency { code: "$", noun: Noun::masculine("dólar", "dólares"), cent: CENTAVO },
    Currency { code: "USD", noun: Noun::masculine("dólar", "dólares"), cent: CENTAVO },
    Currency { code: "CAD", noun: Noun::masculine("dólar canadense", "dólares canadenses"), cent: CENTAVO },
    Currency {
        code: "AUD",
        noun: Noun::masculine("dólar australiano", "dólares australianos"),
        cent: CENTAVO,
    },
    Currency {
        code: "GBP",
        noun: Noun::feminine("libra", "libras"),
        cent: Some(Noun::masculine("pêni", "pence")),
    },
    Currency { code: "CHF", noun: Noun::masculine("franco suíço", "francos suíços"), cent: CENTAVO },
    Currency { code: "JPY", noun: Noun::masculine("iene", "ienes"), cent: None },
    Currency { code: "CNY", noun: Noun::masculine("yuan", "yuans"), cent: None },
    Currency { code: "INR", noun: Noun::feminine("rupia", "rupias"), cent: None },
    Currency { code: "RUB", noun: Noun::masculine("rublo", "rublos"), cent: None },
    Currency { code: "TRY", noun: Noun::feminine("lira turca", "liras turcas"), cent: None },
    Currency { code: "KRW", noun: Noun::masculine("won", "wons"), cent: None },
    Currency { code: "MXN", noun: Noun::masculine("peso mexicano", "pesos mexicanos"), cent: CENTAVO },
    Currency { code: "SEK", noun: Noun::feminine("coroa sueca", "coroas suecas"), cent: None },
    Currency { code: "NOK", noun: Noun::feminine("coroa norueguesa", "coroas norueguesas"), cent: None },
    Currency { code: "DKK", noun: Noun::feminine("coroa dinamarquesa", "coroas dinamarquesas"), cent: None },
    Currency { code: "PLN", noun: Noun::masculine("zloty", "zlotys"), cent: None },
    Currency { code: "CZK", noun: Noun::feminine("coroa checa", "coroas checas"), cent: None },
    Currency { code: "BTC", noun: Noun::masculine("bitcoin", "bitcoins"), cent: None },
];

pub(super) const MAGNITUDES: &[Magnitude] = &[
    Magnitude { written: &["mil", "k"], one: "mil", many: "mil" },
    Magnitude { written: &["milhões", "milhão", "mi", "M"], one: "milhão", many: "milhões" },
    Magnitude { written: &["bilhões", "bilhão", "bi"], one: "bilhão", many: "bilhões" },
    Magnitude { written: &["biliões", "bilião"], one: "bilião", many: "biliões" },
    Magnitude { written: &["trilhões", "trilhão", "tri"], one: "trilhão", many: "trilhões" },
];
