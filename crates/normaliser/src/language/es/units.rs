//! Units and currencies in Spanish.

use crate::language::romance::{Currency, Magnitude, Noun, Unit};

const fn m(symbol: &'static str, one: &'static str, many: &'static str) -> Unit {
    Unit { symbol, noun: Noun::masculine(one, many) }
}

const fn f(symbol: &'static str, one: &'static str, many: &'static str) -> Unit {
    Unit { symbol, noun: Noun::feminine(one, many) }
}

pub(super) const UNITS: &[Unit] = &[
    m("km/s", "kilómetro por segundo", "kilómetros por segundo"),
    m("km/h", "kilómetro por hora", "kilómetros por hora"),
    m("m/s", "metro por segundo", "metros por segundo"),
    m("m/s²", "metro por segundo al cuadrado", "metros por segundo al cuadrado"),
    f("mph", "milla por hora", "millas por hora"),
    m("m²", "metro cuadrado", "metros cuadrados"),
    m("km²", "kilómetro cuadrado", "kilómetros cuadrados"),
    m("cm²", "centímetro cuadrado", "centímetros cuadrados"),
    m("m³", "metro cúbico", "metros cúbicos"),
    m("cm³", "centímetro cúbico", "centímetros cúbicos"),
    m("km", "kilómetro", "kilómetros"),
    m("m", "metro", "metros"),
    m("dm", "decímetro", "decímetros"),
    m("cm", "centímetro", "centímetros"),
    m("mm", "milímetro", "milímetros"),
    m("µm", "micrómetro", "micrómetros"),
    m("nm", "nanómetro", "nanómetros"),
    m("kg", "kilo", "kilos"),
    m("g", "gramo", "gramos"),
    m("mg", "miligramo", "miligramos"),
    m("µg", "microgramo", "microgramos"),
    f("t", "tonelada", "toneladas"),
    f("lb", "libra", "libras"),
    f("oz", "onza", "onzas"),
    m("l", "litro", "litros"),
    m("dl", "decilitro", "decilitros"),
    m("cl", "centilitro", "centilitros"),
    m("ml", "mililitro", "mililitros"),
    f("ha", "hectárea", "hectáreas"),
    m("°C", "grado Celsius", "grados Celsius"),
    m("°F", "grado Fahrenheit", "grados Fahrenheit"),
    m("K", "kelvin", "kelvin"),
    m("°", "grado", "grados"),
    f("h", "hora", "horas"),
    f("hrs", "hora", "horas"),
    m("min", "minuto", "minutos"),
    m("s", "segundo", "segundos"),
    m("seg", "segundo", "segundos"),
    m("ms", "milisegundo", "milisegundos"),
    m("µs", "microsegundo", "microsegundos"),
    m("ns", "nanosegundo", "nanosegundos"),
    m("Hz", "hercio", "hercios"),
    m("kHz", "kilohercio", "kilohercios"),
    m("MHz", "megahercio", "megahercios"),
    m("GHz", "gigahercio", "gigahercios"),
    m("W", "vatio", "vatios"),
    m("kW", "kilovatio", "kilovatios"),
    m("MW", "megavatio", "megavatios"),
    m("GW", "gigavatio", "gigavatios"),
    m("kWh", "kilovatio hora", "kilovatios hora"),
    m("MWh", "megavatio hora", "megavatios hora"),
    m("Wh", "vatio hora", "vatios hora"),
    m("V", "voltio", "voltios"),
    m("kV", "kilovoltio", "kilovoltios"),
    m("A", "amperio", "amperios"),
    m("mA", "miliamperio", "miliamperios"),
    m("mAh", "miliamperio hora", "miliamperios hora"),
    m("Ω", "ohmio", "ohmios"),
    m("kJ", "kilojulio", "kilojulios"),
    f("kcal", "kilocaloría", "kilocalorías"),
    f("cal", "caloría", "calorías"),
    m("Pa", "pascal", "pascales"),
    m("hPa", "hectopascal", "hectopascales"),
    m("bar", "bar", "bares"),
    m("dB", "decibelio", "decibelios"),
    m("kB", "kilobyte", "kilobytes"),
    m("MB", "megabyte", "megabytes"),
    m("GB", "gigabyte", "gigabytes"),
    m("TB", "terabyte", "terabytes"),
    m("Mbit/s", "megabit por segundo", "megabits por segundo"),
    m("Gbit/s", "gigabit por segundo", "gigabits por segundo"),
    m("Mb/s", "megabit por segundo", "megabits por segundo"),
    m("MB/s", "megabyte por segundo", "megabytes por segundo"),
    m("px", "píxel", "píxeles"),
    m("MP", "megapíxel", "megapíxeles"),
    m("CV", "caballo", "caballos"),
    m("g/km", "gramo por kilómetro", "gramos por kilómetro"),
    m("g/l", "gramo por litro", "gramos por litro"),
    m("mg/l", "miligramo por litro", "miligramos por litro"),
    m("l/100 km", "litro cada cien kilómetros", "litros cada cien kilómetros"),
    m("hab./km²", "habitante por kilómetro cuadrado", "habitantes por kilómetro cuadrado"),
    f("cda.", "cucharada", "cucharadas"),
    f("cdas.", "cucharada", "cucharadas"),
    f("cdta.", "cucharadita", "cucharaditas"),
    f("cdtas.", "cucharadita", "cucharaditas"),
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
