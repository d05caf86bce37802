//! Amounts with units: `5 km`, `72°F`, `6'8"`, `10-lb.`, `5 mg/kg`, `3.5%`.

use crate::customs::Customs;
use crate::language::en::context::{is_adjective, with_stop};
use crate::language::en::fractions;
use crate::language::en::words::{self, is_british};
use crate::parse::number;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "unit", starts: Starts::DigitOrMark, read: angle },
    Rule { name: "unit", starts: Starts::Digit, read: feet_and_inches },
    Rule { name: "unit", starts: Starts::DigitOrMark, read: measure },
    Rule { name: "unit", starts: Starts::Mark, read: per },
];

/// Spellings, with the unit in the singular and in the plural, as in the United States.
const UNITS: &[(&str, &str, &str)] = &[
    ("%", "percent", "percent"),
    ("‰", "per mille", "per mille"),
    ("bps", "basis point", "basis points"),
    ("km", "kilometer", "kilometers"),
    ("m", "meter", "meters"),
    ("dm", "decimeter", "decimeters"),
    ("cm", "centimeter", "centimeters"),
    ("mm", "millimeter", "millimeters"),
    ("µm", "micrometer", "micrometers"),
    ("μm", "micrometer", "micrometers"),
    ("nm", "nanometer", "nanometers"),
    ("mi", "mile", "miles"),
    ("ft", "foot", "feet"),
    ("yd", "yard", "yards"),
    ("yds", "yard", "yards"),
    ("in", "inch", "inches"),
    ("km²", "square kilometer", "square kilometers"),
    ("km2", "square kilometer", "square kilometers"),
    ("m²", "square meter", "square meters"),
    ("m2", "square meter", "square meters"),
    ("cm²", "square centimeter", "square centimeters"),
    ("cm2", "square centimeter", "square centimeters"),
    ("mm²", "square millimeter", "square millimeters"),
    ("ft²", "square foot", "square feet"),
    ("sq ft", "square foot", "square feet"),
    ("sq. ft", "square foot", "square feet"),
    ("sq mi", "square mile", "square miles"),
    ("sq km", "square kilometer", "square kilometers"),
    ("sq m", "square meter", "square meters"),
    ("in²", "square inch", "square inches"),
    ("mi²", "square mile", "square miles"),
    ("ha", "hectare", "hectares"),
    ("m³", "cubic meter", "cubic meters"),
    ("m3", "cubic meter", "cubic meters"),
    ("cm³", "cubic centimeter", "cubic centimeters"),
    ("cm3", "cubic centimeter", "cubic centimeters"),
    ("ft³", "cubic foot", "cubic feet"),
    ("l", "liter", "liters"),
    ("L", "liter", "liters"),
    ("dl", "deciliter", "deciliters"),
    ("dL", "deciliter", "deciliters"),
    ("cl", "centiliter", "centiliters"),
    ("ml", "milliliter", "milliliters"),
    ("mL", "milliliter", "milliliters"),
    ("µl", "microliter", "microliters"),
    ("µL", "microliter", "microliters"),
    ("gal", "gallon", "gallons"),
    ("qt", "quart", "quarts"),
    ("pt", "pint", "pints"),
    ("fl oz", "fluid ounce", "fluid ounces"),
    ("fl. oz", "fluid ounce", "fluid ounces"),
    ("tsp", "teaspoon", "teaspoons"),
    ("tbsp", "tablespoon", "tablespoons"),
    ("Tbsp", "tablespoon", "tablespoons"),
    ("kg", "kilogram", "kilograms"),
    ("g", "gram", "grams"),
    ("mg", "milligram", "milligrams"),
    ("µg", "microgram", "micrograms"),
    ("μg", "microgram", "micrograms"),
    ("mcg", "microgram", "micrograms"),
    ("ng", "nanogram", "nanograms"),
    ("t", "ton", "tons"),
    ("pts", "point", "points"),
    ("st", "stone", "stone"),
    ("lb", "pound", "pounds"),
    ("lbs", "pound", "pounds"),
    ("oz", "ounce", "ounces"),
    ("ct", "carat", "carats"),
    ("°C", "degree celsius", "degrees celsius"),
    ("° C", "degree celsius", "degrees celsius"),
    ("ºC", "degree celsius", "degrees celsius"),
    ("℃", "degree celsius", "degrees celsius"),
    ("°F", "degree fahrenheit", "degrees fahrenheit"),
    ("° F", "degree fahrenheit", "degrees fahrenheit"),
    ("℉", "degree fahrenheit", "degrees fahrenheit"),
    ("°", "degree", "degrees"),
    ("º", "degree", "degrees"),
    ("K", "kelvin", "kelvins"),
    ("h", "hour", "hours"),
    ("hr", "hour", "hours"),
    ("hrs", "hour", "hours"),
    ("min", "minute", "minutes"),
    ("mins", "minute", "minutes"),
    ("s", "second", "seconds"),
    ("sec", "second", "seconds"),
    ("secs", "second", "seconds"),
    ("ms", "millisecond", "milliseconds"),
    ("µs", "microsecond", "microseconds"),
    ("μs", "microsecond", "microseconds"),
    ("ns", "nanosecond", "nanoseconds"),
    ("wk", "week", "weeks"),
    ("wks", "week", "weeks"),
    ("mo", "month", "months"),
    ("mos", "month", "months"),
    ("yr", "year", "years"),
    ("yrs", "year", "years"),
    ("m/s²", "meter per second squared", "meters per second squared"),
    ("m/s2", "meter per second squared", "meters per second squared"),
    ("m/s^2", "meter per second squared", "meters per second squared"),
    ("N·m", "newton meter", "newton meters"),
    ("kb/s", "kilobit per second", "kilobits per second"),
    ("Mb/s", "megabit per second", "megabits per second"),
    ("Gb/s", "gigabit per second", "gigabits per second"),
    ("mph", "mile per hour", "miles per hour"),
    ("km/h", "kilometer per hour", "kilometers per hour"),
    ("kmh", "kilometer per hour", "kilometers per hour"),
    ("kph", "kilometer per hour", "kilometers per hour"),
    ("kt", "knot", "knots"),
    ("kts", "knot", "knots"),
    ("kn", "knot", "knots"),
    ("mpg", "mile per gallon", "miles per gallon"),
    ("rpm", "revolution per minute", "revolutions per minute"),
    ("bpm", "beat per minute", "beats per minute"),
    ("fps", "frame per second", "frames per second"),
    ("dpi", "dot per inch", "dots per inch"),
    ("ppm", "part per million", "parts per million"),
    ("ppb", "part per billion", "parts per billion"),
    ("psi", "pound per square inch", "pounds per square inch"),
    ("Hz", "hertz", "hertz"),
    ("kHz", "kilohertz", "kilohertz"),
    ("MHz", "megahertz", "megahertz"),
    ("GHz", "gigahertz", "gigahertz"),
    ("W", "watt", "watts"),
    ("mW", "milliwatt", "milliwatts"),
    ("kW", "kilowatt", "kilowatts"),
    ("MW", "megawatt", "megawatts"),
    ("GW", "gigawatt", "gigawatts"),
    ("Wh", "watt hour", "watt hours"),
    ("kWh", "kilowatt hour", "kilowatt hours"),
    ("MWh", "megawatt hour", "megawatt hours"),
    ("V", "volt", "volts"),
    ("mV", "millivolt", "millivolts"),
    ("kV", "kilovolt", "kilovolts"),
    ("A", "amp", "amps"),
    ("mA", "milliamp", "milliamps"),
    ("mAh", "milliamp hour", "milliamp hours"),
    ("Ω", "ohm", "ohms"),
    ("kΩ", "kilohm", "kilohms"),
    ("J", "joule", "joules"),
    ("kJ", "kilojoule", "kilojoules"),
    ("cal", "calorie", "calories"),
    ("kcal", "kilocalorie", "kilocalories"),
    ("N", "newton", "newtons"),
    ("Nm", "newton meter", "newton meters"),
    ("Pa", "pascal", "pascals"),
    ("hPa", "hectopascal", "hectopascals"),
    ("kPa", "kilopascal", "kilopascals"),
    ("bar", "bar", "bar"),
    ("mbar", "millibar", "millibars"),
    ("atm", "atmosphere", "atmospheres"),
    ("mmHg", "millimeter of mercury", "millimeters of mercury"),
    ("dB", "decibel", "decibels"),
    ("B", "byte", "bytes"),
    ("kB", "kilobyte", "kilobytes"),
    ("KB", "kilobyte", "kilobytes"),
    ("MB", "megabyte", "megabytes"),
    ("GB", "gigabyte", "gigabytes"),
    ("TB", "terabyte", "terabytes"),
    ("PB", "petabyte", "petabytes"),
    ("KiB", "kibibyte", "kibibytes"),
    ("MiB", "mebibyte", "mebibytes"),
    ("GiB", "gibibyte", "gibibytes"),
    ("kbps", "kilobit per second", "kilobits per second"),
    ("Kbps", "kilobit per second", "kilobits per second"),
    ("Mbps", "megabit per second", "megabits per second"),
    ("Gbps", "gigabit per second", "gigabits per second"),
    ("kbit", "kilobit", "kilobits"),
    ("Mbit", "megabit", "megabits"),
    ("Gbit", "gigabit", "gigabits"),
    ("px", "pixel", "pixels"),
    ("MP", "megapixel", "megapixels"),
    ("hp", "horsepower", "horsepower"),
    ("bhp", "brake horsepower", "brake horsepower"),
    ("lm", "lumen", "lumens"),
    ("lx", "lux", "lux"),
    ("mol", "mole", "moles"),
    ("mmol", "millimole", "millimoles"),
];

/// Units that stand behind `per` only, besides the others.
const PER: &[(&str, &str)] = &[
    ("s²", "second squared"),
    ("s2", "second squared"),
    ("m²", "square meter"),
    ("day", "day"),
    ("d", "day"),
    ("week", "week"),
    ("month", "month"),
    ("year", "year"),
    ("yr", "year"),
    ("hour", "hour"),
    ("person", "person"),
    ("night", "night"),
    ("unit", "unit"),
    ("minute", "minute"),
    ("second", "second"),
    ("kg", "kilogram"),
    ("gallon", "gallon"),
    ("pound", "pound"),
];

/// Letters that are words, numerals or sizes as well: units only behind a space or where nothing else is likely.
const LETTERS: &[&str] = &["m", "l", "L", "g", "t", "h", "s", "A", "K", "V", "W", "J", "N", "B"];

/// What measures bodies and boards.
const SIZES: &[&str] =
    &["tall", "wide", "long", "high", "deep", "thick", "across", "x", "by", "apart", "square", "of"];

struct Unit {
    one: &'static str,
    many: &'static str,
    written: &'static str,
    /// In bytes, without a full stop.
    length: usize,
}

/// The unit with which `text` begins, the longest that is no part of a word.
fn unit(text: &str) -> Option<Unit> {
    let fits = |spelling: &str| {
        text.strip_prefix(spelling).is_some_and(|behind| {
            let goes_on =
                behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '²' | '³' | '\'' | '’'));
            !goes_on || !spelling.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '²' | '³'))
        })
    };
    let longest =
        UNITS.iter().filter(|(spelling, ..)| fits(spelling)).max_by_key(|(spelling, ..)| spelling.len());
    longest.map(|(written, one, many)| Unit { one, many, written, length: written.len() })
}

/// An amount, a unit directly behind it or behind a space or hyphen, and what it is per.
fn measure(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let amount = amount(place, customs)?;
    let behind = &rest[amount.length..];
    let gap =
        behind.chars().next().filter(|c| matches!(c, ' ' | '-' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '‑'));
    let start = amount.length + gap.map_or(0, char::len_utf8);
    let known = |unit: &Unit| {
        unit.written != "st" || (is_british(customs) && !is_ordinal(&rest[..amount.length], gap))
    };
    let unit = unit(&rest[start..]).filter(|unit| known(unit) && is_meant(place, gap, start, unit))?;
    let bare = start + unit.length;
    let length = with_stop(place, bare);
    let single = amount.single || gap == Some('-') || gap == Some('‑') || is_adjective(place, length);
    let name = if single { unit.one } else { unit.many };
    let name = if is_british(customs) { british(name, unit.written) } else { name.to_owned() };
    let (more, per) = per_unit(&rest[length..], customs).unwrap_or_default();
    let of = if amount.single && amount.words.ends_with('s') { fractions::of(&name) } else { "" };
    let words = spell::join([of, &name, &per]);
    Some(Said::new(amount.length, amount.words).then(length + more, &words))
}

/// `per` and a unit: `/gal.`, `/mo`.
fn per(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let behind_amount = place.previous().is_some_and(|c| c.is_ascii_digit() || matches!(c, 'k' | 'K' | 'M'));
    let (length, words) = per_unit(place.rest(), customs).filter(|_| behind_amount)?;
    let rest = &place.rest()[..length];
    let money = place.before().rsplit(' ').next().is_some_and(|word| word.contains(['$', '£', '€']));
    money.then(|| Said::new(with_stop(place, rest.len()), words))
}

pub(super) fn per_unit(text: &str, customs: &Customs) -> Option<(usize, String)> {
    let rest = text.strip_prefix('/')?;
    let known = PER.iter().filter(|(spelling, _)| {
        rest.strip_prefix(spelling).is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    });
    let word =
        known.max_by_key(|(spelling, _)| spelling.len()).map(|(spelling, name)| (spelling.len(), *name));
    let (length, name) = word.or_else(|| unit(rest).map(|unit| (unit.length, unit.one)))?;
    let name = if is_british(customs) { british(name, "") } else { name.to_owned() };
    Some((1 + length, format!("per {name}")))
}

/// `kilometre`, `litre`, and the weight that is one in Britain.
fn british(name: &str, written: &str) -> String {
    match (name, written) {
        ("ton" | "tons", "t") => name.replace("ton", "tonne"),
        _ => name.replace("meter", "metre").replace("liter", "litre"),
    }
}

/// Whether `st` behind a number is the ending of an ordinal and no weight: `21st`, but `12st`.
fn is_ordinal(number: &str, gap: Option<char>) -> bool {
    gap.is_none() && number.ends_with('1') && !number.ends_with("11")
}

/// Whether the unit is one, and no word or letter.
fn is_meant(place: Place<'_>, gap: Option<char>, start: usize, unit: &Unit) -> bool {
    let behind = &place.rest()[start + unit.length..];
    let next = place.next_word(start + unit.length);
    match unit.written {
        "in" => match gap {
            None | Some('-') => !behind.starts_with('-'),
            _ => is_inch(behind, next),
        },
        "A" if behind.starts_with(['*', '+', '-', '\'']) => false,
        "A" | "N" | "J" | "K" | "B" | "V" => gap == Some(' ') && !next.starts_with(char::is_uppercase),
        "s" | "h" | "m" | "t" | "g" | "l" | "L" | "W" if gap == Some('-') => behind.starts_with('.'),
        "s" => gap == Some(' ') || place.rest()[..start].contains('.'),
        written if LETTERS.contains(&written) => gap != Some('-'),
        "mi" | "mo" | "min" | "sec" | "ct" | "pt" | "bar" | "cal" | "mol" => true,
        "\u{b0}" | "º" => !behind.starts_with(char::is_numeric),
        _ => true,
    }
}

/// Whether `in` behind a number is the inch and no preposition.
fn is_inch(behind: &str, next: &str) -> bool {
    let stop = behind.strip_prefix('.').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let alone = behind.trim().is_empty() || behind.starts_with([',', ';', ')', '²']);
    stop || alone || SIZES.contains(&next)
}

/// An amount: a number, a mixed number or a fraction.
struct Amount {
    words: String,
    length: usize,
    /// Whether its unit is in the singular.
    single: bool,
}

fn amount(place: Place<'_>, customs: &Customs) -> Option<Amount> {
    let joined = place.previous().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '$'));
    if joined {
        return None;
    }
    if let Some(fraction) = fractions::amount(place.rest(), customs) {
        return Some(Amount { words: fraction.words, length: fraction.length, single: fraction.below_one });
    }
    let sign = place.rest().starts_with(['-', '−', '–', '+', '±', '~', '≈']);
    let free =
        !sign || place.previous().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '/'));
    let (before, skip) = prefix(place.rest());
    let number = number::signed(&place.rest()[skip..], customs).filter(|_| free)?;
    let words = spell::join([before, &words::number(&number, customs)]);
    Some(Amount { words, length: skip + number.length, single: words::is_one(&number) })
}

/// A sign before an amount that is no minus.
fn prefix(text: &str) -> (&'static str, usize) {
    match text.chars().next() {
        Some('+') => ("plus", 1),
        Some('±') => ("plus or minus", '±'.len_utf8()),
        Some('~') => ("about", 1),
        Some('≈') => ("about", '≈'.len_utf8()),
        _ => ("", 0),
    }
}

/// `6'8"`, `5′`, `36"`.
fn feet_and_inches(place: Place<'_>, customs: &Customs) -> Option<Said> {
    const FEET: [char; 3] = ['\'', '’', '′'];
    const INCHES: [char; 3] = ['"', '”', '″'];
    let rest = place.rest();
    let first = number::unsigned(rest, customs).filter(|_| place.begins_word())?;
    let behind = &rest[first.length..];
    if let Some(mark) = behind.chars().next().filter(|c| INCHES.contains(c)) {
        let opened = opens_quotation(place.before(), mark);
        let single = words::is_one(&first) || is_adjective(place, first.length + mark.len_utf8());
        let name = if single { "inch" } else { "inches" };
        let words = format!("{} {name}", words::number(&first, customs));
        return (!opened).then(|| Said::new(first.length + mark.len_utf8(), words));
    }
    let mark = behind.chars().next().filter(|c| FEET.contains(c))?;
    let marked = first.length + mark.len_utf8();
    let size = SIZES.contains(&place.next_word(marked)) && rest[marked..].starts_with(' ');
    if size {
        let name = if words::is_one(&first) { "foot" } else { "feet" };
        return Some(Said::new(marked, format!("{} {name}", words::number(&first, customs))));
    }
    let start = marked + usize::from(rest[marked..].starts_with(' '));
    let second = number::unsigned(&rest[start..], customs)
        .filter(|inches| inches.value().is_some_and(|value| value < 12))?;
    let end = start + second.length;
    let close = rest[end..].chars().next().filter(|c| INCHES.contains(c))?;
    let one = if words::is_one(&second) { "inch" } else { "inches" };
    let length = end + close.len_utf8();
    if is_adjective(place, length) {
        let words = [words::number(&first, customs), "foot".to_owned(), words::number(&second, customs)];
        return Some(Said::new(length, words.join(" ")));
    }
    let feet =
        format!("{} {}", words::number(&first, customs), if words::is_one(&first) { "foot" } else { "feet" });
    Some(Said::new(length, format!("{feet} {} {one}", words::number(&second, customs))))
}

/// Whether `mark` would close a quotation: an odd number of them stand before, those behind digits not counted.
fn opens_quotation(before: &str, mark: char) -> bool {
    let quotes =
        before.match_indices(mark).filter(|(at, _)| !before[..*at].ends_with(|c: char| c.is_ascii_digit()));
    quotes.count() % 2 == 1 || (mark == '”' && before.contains('“'))
}

/// Whether a word is a unit.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.iter().any(|(spelling, ..)| *spelling == word)
}

/// `40°26′46″ N`: degrees, minutes, seconds and a direction.
fn angle(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let mut said = Vec::new();
    let mut length = 0;
    for (marks, one, many) in
        [("°º", "degree", "degrees"), ("′'’", "minute", "minutes"), ("″\"”", "second", "seconds")]
    {
        let Some(number) = number::unsigned(&rest[length..], customs) else { break };
        let end = length + number.length;
        let Some(mark) = rest[end..].chars().next().filter(|c| marks.contains(*c)) else { break };
        said.push(format!(
            "{} {}",
            words::number(&number, customs),
            if words::is_one(&number) { one } else { many }
        ));
        length = end + mark.len_utf8();
    }
    let direction = direction(&rest[length..]);
    let sound = said.len() > 1 || (said.len() == 1 && direction.is_some());
    let (more, name) = direction.unwrap_or_default();
    said.push(name.to_owned());
    (sound && place.begins_word()).then(|| Said::new(length + more, spell::join(said)))
}

/// `N`, `S`, `E` or `W` behind an angle.
fn direction(text: &str) -> Option<(usize, &'static str)> {
    let bare = text.trim_start_matches(' ');
    let name = match bare.chars().next()? {
        'N' => "north",
        'S' => "south",
        'E' => "east",
        'W' => "west",
        _ => return None,
    };
    let ends = !bare[1..].starts_with(char::is_alphanumeric);
    ends.then_some((text.len() - bare.len() + 1, name))
}

/// Reads `text` as an amount with a unit, as somebody asked.
pub(super) fn as_asked(text: &str, customs: &Customs) -> Option<String> {
    let place = Place::new(text, 0, text.len());
    let said = TABLE.iter().find_map(|rule| (rule.read)(place, customs))?;
    (said.length == text.len()).then_some(said.words)
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn amounts_have_units() {
        assert_eq!(american("He ran 3.2 km in 1 h."), "He ran three point two kilometers in one hour.");
        assert_eq!(american("a 10-lb. bag of 2 lbs. each"), "a ten pound bag of two pounds each");
        assert_eq!(british("the 2 l jug holds 2 l"), "the two litre jug holds two litres");
        assert_eq!(
            american("5 mg/kg, 60 km/h, -5 °C"),
            "five milligrams per kilogram, sixty kilometers per hour, minus five degrees celsius"
        );
    }

    #[test]
    fn words_are_no_units() {
        assert_eq!(american("It sold 5 in the first week."), "It sold five in the first week.");
        assert_eq!(american("He is 5 in. tall"), "He is five inches tall");
    }

    #[test]
    fn lengths_and_angles_have_marks() {
        assert_eq!(american("He's 6'2\" tall."), "He's six feet two inches tall.");
        assert_eq!(american("at 52°31′ N"), "at fifty-two degrees thirty-one minutes north");
    }
}
