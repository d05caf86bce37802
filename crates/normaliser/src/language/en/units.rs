//! Amounts with units: `5 km`, `72°F`, `6'8"`, `10-lb.`, `5 mg/kg`, `3.5%`.

use crate::customs::Customs;
use crate::language::en::context::{follows_any, is_adjective, with_stop};
use crate::language::en::fractions;
use crate::language::en::names;
use crate::language::en::unit_names::{OWN, PER, SPELLINGS, UNITS};
use crate::language::en::words::{self, is_british};
use crate::parse::{number, unit};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "unit", starts: Starts::DigitOrMark, read: measure },
    Rule { name: "unit", starts: Starts::Mark, read: per },
];

/// Letters that are words, numerals or sizes as well: units only behind a space or where nothing else is likely.
const LETTERS: &[&str] = &["m", "l", "L", "g", "t", "h", "s", "A", "K", "V", "W", "J", "N", "B"];

/// What measures bodies and boards.
pub(super) const SIZES: &[&str] =
    &["tall", "wide", "long", "high", "deep", "thick", "across", "x", "by", "apart", "square", "of"];

struct Unit<'a> {
    one: &'static str,
    many: &'static str,
    /// Without a full stop.
    written: &'a str,
}

/// The unit with which `text` begins, the longest that is no part of a word.
fn unit(text: &str) -> Option<Unit<'_>> {
    let fits = |spelling: &str| {
        text.strip_prefix(spelling).is_some_and(|behind| {
            let goes_on =
                behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '²' | '³' | '\'' | '’'));
            !goes_on || !spelling.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '²' | '³'))
        })
    };
    let shared = unit::find(text).map(|(unit, length)| (&text[..length], UNITS.get(unit)));
    let spelled = SPELLINGS.iter().map(|(spelling, unit)| (*spelling, UNITS.get(*unit)));
    let own = OWN.iter().map(|(spelling, name)| (*spelling, Some(name)));
    let all = shared.into_iter().chain(spelled).chain(own).filter(|(spelling, _)| fits(spelling));
    let (written, name) = all.max_by_key(|(spelling, _)| spelling.len())?;
    let (one, many) = name?;
    Some(Unit { one, many, written })
}

/// An amount, a unit directly behind it or behind a space or hyphen, and what it is per.
fn measure(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let amount = amount(place, customs)?;
    let behind = &rest[amount.length..];
    let gap =
        behind.chars().next().filter(|c| matches!(c, ' ' | '-' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '‑'));
    let start = amount.length + gap.map_or(0, char::len_utf8);
    let known = |unit: &Unit<'_>| {
        unit.written != "st" || (is_british(customs) && !is_ordinal(&rest[..amount.length], gap))
    };
    let unit = unit(&rest[start..]).filter(|unit| known(unit) && is_meant(place, gap, start, unit))?;
    let bare = start + unit.written.len();
    let length = with_stop(place, bare);
    let single = amount.single || gap == Some('-') || gap == Some('‑') || is_adjective(place, length);
    let name = if single { unit.one } else { unit.many };
    let name = match (unit.written, single) {
        ("m", true) if is_behind_hours(place, gap) => "minute",
        ("m", false) if is_behind_hours(place, gap) => "minutes",
        _ => name,
    };
    let name = if is_british(customs) { british(name, unit.written) } else { name.to_owned() };
    let (more, per) = per_unit(&rest[length..], customs).unwrap_or_default();
    let of = if amount.single && amount.words.ends_with('s') { fractions::of(&name) } else { "" };
    let words = spell::join([of, &name, &per]);
    Some(Said::new(amount.length, amount.words).then(length + more, &words))
}

/// Whether hours stand directly before, so that `m` is minutes: `1h 30m`.
fn is_behind_hours(place: Place<'_>, gap: Option<char>) -> bool {
    let hours = place.before().trim_end().strip_suffix('h');
    gap.is_none() && hours.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
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
    let (length, name) = word.or_else(|| unit(rest).map(|unit| (unit.written.len(), unit.one)))?;
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
fn is_meant(place: Place<'_>, gap: Option<char>, start: usize, unit: &Unit<'_>) -> bool {
    let behind = &place.rest()[start + unit.written.len()..];
    let next = place.next_word(start + unit.written.len());
    match unit.written {
        "in" => match gap {
            None | Some('-') => !behind.starts_with('-'),
            _ => is_inch(behind, next) && !is_inwards(place, start, behind),
        },
        "A" if behind.starts_with(['*', '+', '-', '\'']) => false,
        _ if gap.is_none() && unit.written.len() == 1 && names::is_thing(place) => false,
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

/// Whether `in` is where people or things go: `We let 3 in.`, `10 in, 5 out`.
fn is_inwards(place: Place<'_>, start: usize, behind: &str) -> bool {
    const GO: &[&str] = &[
        "let", "lets", "bring", "brings", "brought", "take", "takes", "took", "came", "come", "send", "sent",
        "got", "get", "gets", "put", "puts", "phoned", "called", "went", "threw", "walked", "checked",
        "moved", "invited",
    ];
    let sized = SIZES.contains(&crate::place::first_word(behind.trim_start_matches('.')));
    let whole = place.rest()[..start].trim_end().chars().all(|c| c.is_ascii_digit());
    let out = behind.split(['.', ';']).next().is_some_and(|clause| clause.trim_end().ends_with(" out"));
    whole && !sized && (out || follows_any(place, GO))
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

/// Whether a word is a unit.
pub(super) fn is_unit(word: &str) -> bool {
    unit(word).is_some_and(|unit| unit.written == word)
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
    fn units_of_electricity_and_matter() {
        assert_eq!(american("a 10 µF part and 5 nF"), "a ten microfarad part and five nanofarads");
        assert_eq!(american("It gave 7 GWh."), "It gave seven gigawatt hours.");
        assert_eq!(american("It held 5 cc."), "It held five cubic centimeters.");
        assert_eq!(american("It is 3 g/cm³."), "It is three grams per cubic centimeter.");
    }

    #[test]
    fn amounts_have_units() {
        assert_eq!(american("He ran 3.2 km in 1 h."), "He ran three point two kilometers in one hour.");
        assert_eq!(american("60 ft-lb, 2 c. of rice"), "sixty foot-pounds, two cups of rice");
        assert_eq!(american("a 10-lb. bag of 2 lbs. each"), "a ten pound bag of two pounds each");
        assert_eq!(british("the 2 l jug holds 2 l"), "the two litre jug holds two litres");
        assert_eq!(
            american("5 mg/kg, 60 km/h, -5 °C"),
            "five milligrams per kilogram, sixty kilometers per hour, minus five degrees celsius"
        );
    }

    #[test]
    fn things_go_in() {
        assert_eq!(american("They sent 6 in."), "They sent six in.");
        assert_eq!(american("She took 8 in, 2 out."), "She took eight in, two out.");
        assert_eq!(american("The board is 8 in."), "The board is eight inches.");
    }

    #[test]
    fn words_are_no_units() {
        assert_eq!(american("It sold 5 in the first week."), "It sold five in the first week.");
        assert_eq!(american("He is 5 in. tall"), "He is five inches tall");
    }
}
