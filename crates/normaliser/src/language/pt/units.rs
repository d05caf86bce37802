//! Units and currencies in Portuguese.

use crate::language::romance::{Currency, Magnitude, Noun, Unit};

const fn m(symbol: &'static str, one: &'static str, many: &'static str) -> Unit {
    Unit { symbol, noun: Noun::masculine(one, many) }
}

const fn f(symbol: &'static str, one: &'static str, many: &'static str) -> Unit {
    Unit { symbol, noun: Noun::feminine(one, many) }
}

pub(super) const UNITS: &[Unit] = &[
    m("km/s", "quilômetro por segundo", "quilômetros por segundo"),
    m("km/h", "quilômetro por hora", "quilômetros por hora"),
    m("m/s", "metro por segundo", "metros por segundo"),
    m("m/s²", "metro por segundo ao quadrado", "metros por segundo ao quadrado"),
    f("mph", "milha por hora", "milhas por hora"),
    m("m²", "metro quadrado", "metros quadrados"),
    m("km²", "quilômetro quadrado", "quilômetros quadrados"),
    m("cm²", "centímetro quadrado", "centímetros quadrados"),
    m("m³", "metro cúbico", "metros cúbicos"),
    m("cm³", "centímetro cúbico", "centímetros cúbicos"),
    m("km", "quilômetro", "quilômetros"),
    m("m", "metro", "metros"),
    m("dm", "decímetro", "decímetros"),
    m("cm", "centímetro", "centímetros"),
    m("mm", "milímetro", "milímetros"),
    m("µm", "micrômetro", "micrômetros"),
    m("nm", "nanômetro", "nanômetros"),
    m("kg", "quilo", "quilos"),
    m("g", "grama", "gramas"),
    m("mg", "miligrama", "miligramas"),
    m("µg", "micrograma", "microgramas"),
    f("t", "tonelada", "toneladas"),
    f("lb", "libra", "libras"),
    f("oz", "onça", "onças"),
    m("l", "litro", "litros"),
    m("dl", "decilitro", "decilitros"),
    m("cl", "centilitro", "centilitros"),
    m("ml", "mililitro", "mililitros"),
    m("ha", "hectare", "hectares"),
    m("°C", "grau Celsius", "graus Celsius"),
    m("°F", "grau Fahrenheit", "graus Fahrenheit"),
    m("K", "kelvin", "kelvins"),
    m("°", "grau", "graus"),
    f("h", "hora", "horas"),
    f("hs", "hora", "horas"),
    m("min", "minuto", "minutos"),
    m("s", "segundo", "segundos"),
    m("seg", "segundo", "segundos"),
    m("ms", "milissegundo", "milissegundos"),
    m("µs", "microssegundo", "microssegundos"),
    m("ns", "nanossegundo", "nanossegundos"),
    m("Hz", "hertz", "hertz"),
    m("kHz", "quilohertz", "quilohertz"),
    m("MHz", "mega-hertz", "mega-hertz"),
    m("GHz", "giga-hertz", "giga-hertz"),
    m("W", "watt", "watts"),
    m("kW", "quilowatt", "quilowatts"),
    m("MW", "megawatt", "megawatts"),
    m("GW", "gigawatt", "gigawatts"),
    m("kWh", "quilowatt-hora", "quilowatts-hora"),
    m("MWh", "megawatt-hora", "megawatts-hora"),
    m("Wh", "watt-hora", "watts-hora"),
    m("V", "volt", "volts"),
    m("kV", "quilovolt", "quilovolts"),
    m("A", "ampere", "amperes"),
    m("mA", "miliampere", "miliamperes"),
    m("mAh", "miliampere-hora", "miliamperes-hora"),
    m("Ω", "ohm", "ohms"),
    m("kJ", "quilojoule", "quilojoules"),
    f("kcal", "quilocaloria", "quilocalorias"),
    f("cal", "caloria", "calorias"),
    m("Pa", "pascal", "pascals"),
    m("hPa", "hectopascal", "hectopascals"),
    m("bar", "bar", "bars"),
    m("dB", "decibel", "decibéis"),
    m("kB", "quilobyte", "quilobytes"),
    m("MB", "megabyte", "megabytes"),
    m("GB", "gigabyte", "gigabytes"),
    m("TB", "terabyte", "terabytes"),
    m("Mbit/s", "megabit por segundo", "megabits por segundo"),
    m("Gbit/s", "gigabit por segundo", "gigabits por segundo"),
    m("Mb/s", "megabit por segundo", "megabits por segundo"),
    m("MB/s", "megabyte por segundo", "megabytes por segundo"),
    m("px", "pixel", "pixels"),
    m("MP", "megapixel", "megapixels"),
    m("cv", "cavalo", "cavalos"),
    m("g/km", "grama por quilômetro", "gramas por quilômetro"),
    m("g/l", "grama por litro", "gramas por litro"),
    m("mg/l", "miligrama por litro", "miligramas por litro"),
    m("l/100 km", "litro por cem quilômetros", "litros por cem quilômetros"),
    m("km/l", "quilômetro por litro", "quilômetros por litro"),
    m("hab./km²", "habitante por quilômetro quadrado", "habitantes por quilômetro quadrado"),
    f("col.", "colher", "colheres"),
    f("xíc.", "xícara", "xícaras"),
];

/// As they are written in Portugal.
pub(super) const EUROPEAN_UNITS: &[Unit] = &[
    m("km/h", "quilómetro por hora", "quilómetros por hora"),
    m("km", "quilómetro", "quilómetros"),
    m("km²", "quilómetro quadrado", "quilómetros quadrados"),
    m("km/s", "quilómetro por segundo", "quilómetros por segundo"),
    m("µm", "micrómetro", "micrómetros"),
    m("nm", "nanómetro", "nanómetros"),
    m("g/km", "grama por quilómetro", "gramas por quilómetro"),
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
