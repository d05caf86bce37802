//! Units and currencies in Spanish.

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
        (Unit::Microfarad, m("microfaradio", "microfaradios")),
        (Unit::Nanofarad, m("nanofaradio", "nanofaradios")),
        (Unit::Picofarad, m("picofaradio", "picofaradios")),
        (Unit::GigawattHour, m("gigavatio hora", "gigavatios hora")),
        (Unit::AmpereHour, m("amperio hora", "amperios hora")),
        (Unit::Electronvolt, m("electronvoltio", "electronvoltios")),
        (Unit::Millisievert, m("milisievert", "milisieverts")),
        (Unit::KilovoltAmpere, m("kilovoltiamperio", "kilovoltiamperios")),
        (Unit::Millihenry, m("milihenrio", "milihenrios")),
        (Unit::GramPerCubicCentimetre, m("gramo por centímetro cúbico", "gramos por centímetro cúbico")),
        (Unit::KilometrePerSecond, m("kilómetro por segundo", "kilómetros por segundo")),
        (Unit::KilometrePerHour, m("kilómetro por hora", "kilómetros por hora")),
        (Unit::MetrePerSecond, m("metro por segundo", "metros por segundo")),
        (Unit::MetrePerSecondSquared, m("metro por segundo al cuadrado", "metros por segundo al cuadrado")),
        (Unit::MilePerHour, f("milla por hora", "millas por hora")),
        (Unit::SquareMetre, m("metro cuadrado", "metros cuadrados")),
        (Unit::SquareKilometre, m("kilómetro cuadrado", "kilómetros cuadrados")),
        (Unit::SquareCentimetre, m("centímetro cuadrado", "centímetros cuadrados")),
        (Unit::CubicMetre, m("metro cúbico", "metros cúbicos")),
        (Unit::CubicCentimetre, m("centímetro cúbico", "centímetros cúbicos")),
        (Unit::Kilometre, m("kilómetro", "kilómetros")),
        (Unit::Metre, m("metro", "metros")),
        (Unit::Decimetre, m("decímetro", "decímetros")),
        (Unit::Centimetre, m("centímetro", "centímetros")),
        (Unit::Millimetre, m("milímetro", "milímetros")),
        (Unit::Micrometre, m("micrómetro", "micrómetros")),
        (Unit::Nanometre, m("nanómetro", "nanómetros")),
        (Unit::Kilogram, m("kilo", "kilos")),
        (Unit::Gram, m("gramo", "gramos")),
        (Unit::Milligram, m("miligramo", "miligramos")),
        (Unit::Microgram, m("microgramo", "microgramos")),
        (Unit::Tonne, f("tonelada", "toneladas")),
        (Unit::Pound, f("libra", "libras")),
        (Unit::Ounce, f("onza", "onzas")),
        (Unit::Litre, m("litro", "litros")),
        (Unit::Decilitre, m("decilitro", "decilitros")),
        (Unit::Centilitre, m("centilitro", "centilitros")),
        (Unit::Millilitre, m("mililitro", "mililitros")),
        (Unit::Hectare, f("hectárea", "hectáreas")),
        (Unit::Celsius, m("grado Celsius", "grados Celsius")),
        (Unit::Fahrenheit, m("grado Fahrenheit", "grados Fahrenheit")),
        (Unit::Kelvin, m("kelvin", "kelvin")),
        (Unit::Degree, m("grado", "grados")),
        (Unit::Hour, f("hora", "horas")),
        (Unit::Minute, m("minuto", "minutos")),
        (Unit::Second, m("segundo", "segundos")),
        (Unit::Millisecond, m("milisegundo", "milisegundos")),
        (Unit::Microsecond, m("microsegundo", "microsegundos")),
        (Unit::Nanosecond, m("nanosegundo", "nanosegundos")),
        (Unit::Hertz, m("hercio", "hercios")),
        (Unit::Kilohertz, m("kilohercio", "kilohercios")),
        (Unit::Megahertz, m("megahercio", "megahercios")),
        (Unit::Gigahertz, m("gigahercio", "gigahercios")),
        (Unit::Watt, m("vatio", "vatios")),
        (Unit::Kilowatt, m("kilovatio", "kilovatios")),
        (Unit::Megawatt, m("megavatio", "megavatios")),
        (Unit::Gigawatt, m("gigavatio", "gigavatios")),
        (Unit::KilowattHour, m("kilovatio hora", "kilovatios hora")),
        (Unit::MegawattHour, m("megavatio hora", "megavatios hora")),
        (Unit::WattHour, m("vatio hora", "vatios hora")),
        (Unit::Volt, m("voltio", "voltios")),
        (Unit::Kilovolt, m("kilovoltio", "kilovoltios")),
        (Unit::Ampere, m("amperio", "amperios")),
        (Unit::Milliampere, m("miliamperio", "miliamperios")),
        (Unit::MilliampereHour, m("miliamperio hora", "miliamperios hora")),
        (Unit::Ohm, m("ohmio", "ohmios")),
        (Unit::Kilojoule, m("kilojulio", "kilojulios")),
        (Unit::Kilocalorie, f("kilocaloría", "kilocalorías")),
        (Unit::Calorie, f("caloría", "calorías")),
        (Unit::Pascal, m("pascal", "pascales")),
        (Unit::Hectopascal, m("hectopascal", "hectopascales")),
        (Unit::Bar, m("bar", "bares")),
        (Unit::Decibel, m("decibelio", "decibelios")),
        (Unit::Kilobyte, m("kilobyte", "kilobytes")),
        (Unit::Megabyte, m("megabyte", "megabytes")),
        (Unit::Gigabyte, m("gigabyte", "gigabytes")),
        (Unit::Terabyte, m("terabyte", "terabytes")),
        (Unit::MegabitPerSecond, m("megabit por segundo", "megabits por segundo")),
        (Unit::GigabitPerSecond, m("gigabit por segundo", "gigabits por segundo")),
        (Unit::MegabytePerSecond, m("megabyte por segundo", "megabytes por segundo")),
        (Unit::Pixel, m("píxel", "píxeles")),
        (Unit::Megapixel, m("megapíxel", "megapíxeles")),
        (Unit::GramPerKilometre, m("gramo por kilómetro", "gramos por kilómetro")),
        (Unit::GramPerLitre, m("gramo por litro", "gramos por litro")),
        (Unit::MilligramPerLitre, m("miligramo por litro", "miligramos por litro")),
        (Unit::LitrePerHundredKilometres, m("litro cada cien kilómetros", "litros cada cien kilómetros")),
        (Unit::GigabytePerSecond, m("gigabyte por segundo", "gigabytes por segundo")),
        (Unit::KilogramPerCubicMetre, m("kilo por metro cúbico", "kilos por metro cúbico")),
        (Unit::MilligramPerDecilitre, m("miligramo por decilitro", "miligramos por decilitro")),
        (Unit::MillimolePerLitre, m("milimol por litro", "milimoles por litro")),
        (Unit::KilobitPerSecond, m("kilobit por segundo", "kilobits por segundo")),
        (Unit::Kilopascal, m("kilopascal", "kilopascales")),
        (Unit::Millivolt, m("milivoltio", "milivoltios")),
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
    ("hrs", f("hora", "horas")),
    ("seg", m("segundo", "segundos")),
    ("CV", m("caballo", "caballos")),
    ("hab./km²", m("habitante por kilómetro cuadrado", "habitantes por kilómetro cuadrado")),
    ("cda.", f("cucharada", "cucharadas")),
    ("cdas.", f("cucharada", "cucharadas")),
    ("cdta.", f("cucharadita", "cucharaditas")),
    ("cdtas.", f("cucharadita", "cucharaditas")),
];

const CENTIMO: Option<Noun> = Some(Noun::masculine("céntimo", "céntimos"));
const CENTAVO: Option<Noun> = Some(Noun::masculine("centavo", "centavos"));

/// What the sign alone means where pesos are paid.
pub(super) const PESOS: &[Currency] = &[
    Currency { code: "$", noun: Noun::masculine("peso", "pesos"), cent: CENTAVO },
    Currency { code: "MXN", noun: Noun::masculine("peso", "pesos"), cent: CENTAVO },
];

pub(super) const CURRENCIES: &[Currency] = &[
    Currency { code: "EUR", noun: Noun::masculine("euro", "euros"), cent: CENTIMO },
    Currency { code: "$", noun: Noun::masculine("dólar", "dólares"), cent: CENTAVO },
    Currency { code: "USD", noun: Noun::masculine("dólar", "dólares"), cent: CENTAVO },
    Currency {
        code: "CAD", noun: Noun::masculine("dólar canadiense", "dólares canadienses"), cent: CENTAVO
    },
    Currency {
        code: "AUD",
        noun: Noun::masculine("dólar australiano", "dólares australianos"),
        cent: CENTAVO,
    },
    Currency {
        code: "GBP",
        noun: Noun::feminine("libra", "libras"),
        cent: Some(Noun::masculine("penique", "peniques")),
    },
    Currency { code: "CHF", noun: Noun::masculine("franco suizo", "francos suizos"), cent: CENTIMO },
    Currency { code: "JPY", noun: Noun::masculine("yen", "yenes"), cent: None },
    Currency { code: "CNY", noun: Noun::masculine("yuan", "yuanes"), cent: None },
    Currency { code: "INR", noun: Noun::feminine("rupia", "rupias"), cent: None },
    Currency { code: "RUB", noun: Noun::masculine("rublo", "rublos"), cent: None },
    Currency { code: "TRY", noun: Noun::feminine("lira turca", "liras turcas"), cent: None },
    Currency { code: "KRW", noun: Noun::masculine("won", "wones"), cent: None },
    Currency { code: "BRL", noun: Noun::masculine("real", "reales"), cent: CENTAVO },
    Currency { code: "MXN", noun: Noun::masculine("peso mexicano", "pesos mexicanos"), cent: CENTAVO },
    Currency { code: "SEK", noun: Noun::feminine("corona sueca", "coronas suecas"), cent: None },
    Currency { code: "NOK", noun: Noun::feminine("corona noruega", "coronas noruegas"), cent: None },
    Currency { code: "DKK", noun: Noun::feminine("corona danesa", "coronas danesas"), cent: None },
    Currency { code: "PLN", noun: Noun::masculine("esloti", "eslotis"), cent: None },
    Currency { code: "CZK", noun: Noun::feminine("corona checa", "coronas checas"), cent: None },
    Currency { code: "BTC", noun: Noun::masculine("bitcoin", "bitcoins"), cent: None },
];

pub(super) const MAGNITUDES: &[Magnitude] = &[
    Magnitude { written: &["mil", "k"], one: "mil", many: "mil" },
    Magnitude { written: &["millones", "millón", "M", "mill.", "mm"], one: "millón", many: "millones" },
    Magnitude { written: &["mil millones", "MM"], one: "mil millones", many: "mil millones" },
    Magnitude { written: &["billones", "billón"], one: "billón", many: "billones" },
];
