//! Percentages, money and units. The percent sign stands before its number and is said there; endings behind a symbol are
//! made to fit the word that is said for it.

use crate::customs::Customs;
use crate::language::abbreviation::{self, with_stop};
use crate::language::tr::numbers::ended;
use crate::language::tr::words::{cardinal, ending, number as say, with_fitted_ending};
use crate::parse::money;
use crate::parse::number::{self, Number};
use crate::parse::unit::{self, Names, Unit};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "percent", starts: Starts::DigitOrMark, read: percent },
    Rule { name: "money", starts: Starts::Any, read: amount_of_money },
    Rule { name: "money", starts: Starts::Letter, read: lira },
    Rule { name: "measure", starts: Starts::DigitOrMark, read: measured },
];

/// `%4`, `% 12,5`, `%90'ı`; also `4%`.
fn percent(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let sign = text.chars().next()?;
    let name = match sign {
        '%' => "yüzde",
        '‰' => "binde",
        _ => return percent_behind(place, customs),
    };
    let start = sign.len_utf8() + space(&text[sign.len_utf8()..]);
    let amount = number::signed(&text[start..], customs)?;
    let end = start + amount.length;
    let words = format!("{name} {}", say(&amount)?);
    Some(ended(text, end, &words))
}

fn percent_behind(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let amount = number::signed(text, customs).filter(|_| place.begins_word())?;
    let behind = text[amount.length..].strip_prefix('%')?;
    (!behind.starts_with(|c: char| c.is_ascii_digit())).then_some(())?;
    Some(ended(text, amount.length + 1, &format!("yüzde {}", say(&amount)?)))
}

/// The words for a currency and its hundredth, by its ISO 4217 code.
fn currency(code: &str) -> Option<(&'static str, &'static str)> {
    Some(match code {
        "TRY" => ("lira", "kuruş"),
        "USD" | "CAD" | "AUD" | "NZD" | "HKD" | "SGD" => ("dolar", "sent"),
        "EUR" => ("avro", "sent"),
        "GBP" => ("sterlin", "peni"),
        "JPY" => ("yen", ""),
        "CNY" => ("yuan", ""),
        "CHF" => ("frank", ""),
        "RUB" => ("ruble", "kopek"),
        "UAH" => ("grivna", ""),
        "INR" => ("rupi", ""),
        "KRW" => ("won", ""),
        "BTC" => ("bitcoin", ""),
        "SEK" | "NOK" | "DKK" | "CZK" => ("kron", ""),
        "AED" => ("dirhem", ""),
        "PLN" => ("zloti", ""),
        _ => return None,
    })
}

/// `46 TL`, `1.299,90 ₺`, `$5 milyon`, `120 €'luk`.
fn amount_of_money(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    if place.previous().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let (code, amount, mut length) = lira_behind(text, customs)
        .or_else(|| money::money(text, customs).map(|money| (money.currency, money.amount, money.length)))?;
    let (main, cents) = currency(code)?;
    let mut words = spoken(&amount, (main, cents))?;
    let ends_in_currency = !text[..length].ends_with(|c: char| c.is_ascii_digit());
    if let Some((magnitude, more)) = magnitude(&text[length..]).filter(|_| !ends_in_currency) {
        words = format!("{} {magnitude} {main}", say(&amount)?);
        length += more;
    }
    Some(match ending(&text[length..]) {
        Some((ending, more)) => Said::new(length + more, with_fitted_ending(&words, ending)),
        None => Said::new(length, words),
    })
}

/// Lira and kuruş.
fn spoken(amount: &Number, (main, cents): (&str, &str)) -> Option<String> {
    let digits = amount.fraction.as_deref().filter(|digits| digits.len() == 2 && !cents.is_empty());
    let Some(digits) = digits else { return Some(format!("{} {main}", say(amount)?)) };
    let whole = Number { fraction: None, ..amount.clone() };
    let count: u64 = digits.parse().ok()?;
    let whole_words = format!("{} {main}", say(&whole)?);
    Some(match count {
        0 => whole_words,
        _ if whole.value() == Some(0) => format!("{} {cents}", cardinal(count)?),
        _ => format!("{whole_words} {} {cents}", cardinal(count)?),
    })
}

/// `46 TL`, whose short word is no ISO code.
fn lira_behind(text: &str, customs: &Customs) -> Option<(&'static str, Number, usize)> {
    let amount = number::signed(text, customs)?;
    let start = amount.length + space(&text[amount.length..]);
    let length = start + text[start..].strip_prefix("TL").map(|_| 2)?;
    (!text[length..].starts_with(char::is_alphanumeric)).then_some(("TRY", amount, length))
}

/// ` milyon` and the like, with their length.
fn magnitude(text: &str) -> Option<(&'static str, usize)> {
    const SHORT: &[(&str, &str)] = &[
        ("mn", "milyon"),
        ("mlyr", "milyar"),
        ("milyon", "milyon"),
        ("milyar", "milyar"),
        ("trilyon", "trilyon"),
        ("bin", "bin"),
    ];
    let start = space(text);
    let (word, length) = abbreviation::find(&text[start..], SHORT)?;
    Some((word, start + length))
}

/// `TL` behind words: `3 milyon TL'ye`.
fn lira(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let fits = text.starts_with("TL")
        && place.begins_word()
        && place.may_end(2)
        && !place.previous_word().is_empty();
    fits.then_some(())?;
    Some(match ending(&text[2..]) {
        Some((ending, more)) => Said::new(2 + more, with_fitted_ending("lira", ending)),
        None => Said::new(2, "lira"),
    })
}

/// What is said before the number, and the unit behind it.
const UNITS: Names<(&str, &str)> = Names::new(
    &[
        (Unit::Microfarad, ("", "mikrofarad")),
        (Unit::Nanofarad, ("", "nanofarad")),
        (Unit::Picofarad, ("", "pikofarad")),
        (Unit::GigawattHour, ("", "gigavatsaat")),
        (Unit::AmpereHour, ("", "ampersaat")),
        (Unit::Electronvolt, ("", "elektronvolt")),
        (Unit::Millisievert, ("", "milisievert")),
        (Unit::KilovoltAmpere, ("", "kilovoltamper")),
        (Unit::Millihenry, ("", "milihenri")),
        (Unit::GramPerCubicCentimetre, ("santimetreküpte", "gram")),
        (Unit::KilometrePerHour, ("saatte", "kilometre")),
        (Unit::MilePerHour, ("saatte", "mil")),
        (Unit::MetrePerSecond, ("saniyede", "metre")),
        (Unit::SquareMetre, ("", "metrekare")),
        (Unit::SquareKilometre, ("", "kilometrekare")),
        (Unit::SquareCentimetre, ("", "santimetrekare")),
        (Unit::CubicMetre, ("", "metreküp")),
        (Unit::CubicCentimetre, ("", "santimetreküp")),
        (Unit::Kilometre, ("", "kilometre")),
        (Unit::Metre, ("", "metre")),
        (Unit::Decimetre, ("", "desimetre")),
        (Unit::Centimetre, ("", "santimetre")),
        (Unit::Millimetre, ("", "milimetre")),
        (Unit::Micrometre, ("", "mikrometre")),
        (Unit::Nanometre, ("", "nanometre")),
        (Unit::Kilogram, ("", "kilogram")),
        (Unit::Gram, ("", "gram")),
        (Unit::Milligram, ("", "miligram")),
        (Unit::Microgram, ("", "mikrogram")),
        (Unit::Tonne, ("", "ton")),
        (Unit::Pound, ("", "libre")),
        (Unit::Ounce, ("", "ons")),
        (Unit::Litre, ("", "litre")),
        (Unit::Decilitre, ("", "desilitre")),
        (Unit::Centilitre, ("", "santilitre")),
        (Unit::Millilitre, ("", "mililitre")),
        (Unit::Hectare, ("", "hektar")),
        (Unit::Celsius, ("", "derece")),
        (Unit::Fahrenheit, ("", "fahrenhayt derece")),
        (Unit::Degree, ("", "derece")),
        (Unit::Kelvin, ("", "kelvin")),
        (Unit::Hour, ("", "saat")),
        (Unit::Minute, ("", "dakika")),
        (Unit::Second, ("", "saniye")),
        (Unit::Millisecond, ("", "milisaniye")),
        (Unit::Hertz, ("", "hertz")),
        (Unit::Kilohertz, ("", "kilohertz")),
        (Unit::Megahertz, ("", "megahertz")),
        (Unit::Gigahertz, ("", "gigahertz")),
        (Unit::Watt, ("", "vat")),
        (Unit::Kilowatt, ("", "kilovat")),
        (Unit::Megawatt, ("", "megavat")),
        (Unit::Gigawatt, ("", "gigavat")),
        (Unit::KilowattHour, ("", "kilovatsaat")),
        (Unit::MegawattHour, ("", "megavatsaat")),
        (Unit::Volt, ("", "volt")),
        (Unit::Kilovolt, ("", "kilovolt")),
        (Unit::Ampere, ("", "amper")),
        (Unit::Milliampere, ("", "miliamper")),
        (Unit::MilliampereHour, ("", "miliamper saat")),
        (Unit::Ohm, ("", "ohm")),
        (Unit::Joule, ("", "jul")),
        (Unit::Kilojoule, ("", "kilojul")),
        (Unit::Calorie, ("", "kalori")),
        (Unit::Kilocalorie, ("", "kilokalori")),
        (Unit::Newton, ("", "nevton")),
        (Unit::Pascal, ("", "paskal")),
        (Unit::Hectopascal, ("", "hektopaskal")),
        (Unit::Kilopascal, ("", "kilopaskal")),
        (Unit::Bar, ("", "bar")),
        (Unit::Decibel, ("", "desibel")),
        (Unit::Bit, ("", "bit")),
        (Unit::Kilobyte, ("", "kilobayt")),
        (Unit::Megabyte, ("", "megabayt")),
        (Unit::Gigabyte, ("", "gigabayt")),
        (Unit::Terabyte, ("", "terabayt")),
        (Unit::KilobitPerSecond, ("saniyede", "kilobit")),
        (Unit::MegabitPerSecond, ("saniyede", "megabit")),
        (Unit::GigabitPerSecond, ("saniyede", "gigabit")),
        (Unit::MegabytePerSecond, ("saniyede", "megabayt")),
        (Unit::Pixel, ("", "piksel")),
        (Unit::Megapixel, ("", "megapiksel")),
        (Unit::Foot, ("", "fit")),
        (Unit::Mile, ("", "mil")),
        (Unit::Horsepower, ("", "beygir")),
        (Unit::MetrePerSecondSquared, ("", "metre bölü saniye kare")),
        (Unit::GramPerLitre, ("litrede", "gram")),
        (Unit::MilligramPerLitre, ("litrede", "miligram")),
        (Unit::MilligramPerDecilitre, ("desilitrede", "miligram")),
        (Unit::MillimolePerLitre, ("litrede", "milimol")),
        (Unit::KilogramPerCubicMetre, ("metreküpte", "kilogram")),
        (Unit::GramPerKilometre, ("kilometrede", "gram")),
        (Unit::LitrePerHundredKilometres, ("yüz kilometrede", "litre")),
        (Unit::GigabytePerSecond, ("saniyede", "gigabayt")),
        (Unit::Microsecond, ("", "mikrosaniye")),
        (Unit::Nanosecond, ("", "nanosaniye")),
        (Unit::WattHour, ("", "vatsaat")),
        (Unit::Millivolt, ("", "milivolt")),
        (Unit::Kiloohm, ("", "kiloohm")),
        (Unit::Millibar, ("", "milibar")),
        (Unit::Kilobit, ("", "kilobit")),
        (Unit::Megabit, ("", "megabit")),
        (Unit::Kibibyte, ("", "kibibayt")),
        (Unit::Mebibyte, ("", "mebibayt")),
        (Unit::Gibibyte, ("", "gibibayt")),
        (Unit::Lumen, ("", "lümen")),
        (Unit::Lux, ("", "lüks")),
        (Unit::Mole, ("", "mol")),
        (Unit::Microlitre, ("", "mikrolitre")),
        (Unit::Hectolitre, ("", "hektolitre")),
    ],
    &[
        Unit::NewtonMetre,
        Unit::FramePerSecond,
        Unit::DotPerInch,
        Unit::TurnPerMinute,
        Unit::Inch,
        Unit::Yard,
        Unit::Gallon,
        Unit::PartPerMillion,
        Unit::KilometrePerSecond,
    ],
);

/// Turkish short forms, without a full stop.
const SHORT: &[(&str, Unit)] = &[
    ("km/sa", Unit::KilometrePerHour),
    ("km/s", Unit::KilometrePerHour),
    ("kph", Unit::KilometrePerHour),
    ("m/sn", Unit::MetrePerSecond),
    ("dk", Unit::Minute),
    ("sn", Unit::Second),
    ("sa", Unit::Hour),
    ("lt", Unit::Litre),
    ("gr", Unit::Gram),
    ("kgr", Unit::Kilogram),
    ("Mbps", Unit::MegabitPerSecond),
];

/// `42 km`, `5 kg'lık`, `90 km/sa`, `-5 °C'ye`.
fn measured(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    if place.previous().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let amount = number::signed(text, customs)?;
    let start = amount.length + space(&text[amount.length..]);
    let (unit, more) = unit(&text[start..])?;
    let (before, word) = UNITS.get(unit)?;
    let length = start + more;
    let number = say(&amount)?;
    let said_already = place.previous_word().to_lowercase() == *before;
    let number = if before.is_empty() || said_already { number } else { format!("{before} {number}") };
    let said = Said::new(amount.length, number);
    Some(match ending(&text[length..]) {
        Some((ending, more)) => said.then(length + more, &with_fitted_ending(word, ending)),
        None => said.then(length, word),
    })
}

/// The unit with which the text begins, with its length.
fn unit(text: &str) -> Option<(Unit, usize)> {
    let symbol = unit::find(text).filter(|(unit, _)| UNITS.get(*unit).is_some());
    let short = abbreviation::find(text, SHORT).map(|(symbol, _)| {
        let (spelling, _) = SHORT
            .iter()
            .filter(|(spelling, _)| text.starts_with(spelling))
            .max_by_key(|(s, _)| s.len())
            .unwrap_or(&SHORT[0]);
        (symbol, with_stop(text, spelling.len()))
    });
    short.into_iter().chain(symbol).max_by_key(|(_, length)| *length)
}

/// One space of any width.
fn space(text: &str) -> usize {
    text.chars().next().filter(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}')).map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("tr")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn percent_is_said_first() {
        assert_eq!(said("Oran %15'e çıktı"), "Oran yüzde on beşe çıktı");
        assert_eq!(said("% 3,5"), "yüzde üç virgül beş");
    }

    #[test]
    fn money_has_hundredths_and_endings() {
        assert_eq!(said("12,50 TL'ye aldım"), "on iki lira elli kuruşa aldım");
        assert_eq!(said("200 TL'lik"), "iki yüz liralık");
        assert_eq!(said("$3 milyon"), "üç milyon dolar");
        assert_eq!(said("5 milyon TL'den"), "beş milyon liradan");
        assert_eq!(said("25 €"), "yirmi beş avro");
    }

    #[test]
    fn units_have_words_and_endings() {
        assert_eq!(said("5 kg'lık çuval"), "beş kilogramlık çuval");
        assert_eq!(said("90 km/sa hızla"), "saatte doksan kilometre hızla");
        assert_eq!(said("-8 °C"), "eksi sekiz derece");
        assert_eq!(said("30 dk. sonra"), "otuz dakika sonra");
    }
}
