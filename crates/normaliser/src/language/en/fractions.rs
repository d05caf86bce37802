//! Fractions: `1/2`, `5 1/2`, `¾`, `1½`, and slashes between numbers that are no fractions.

use crate::customs::Customs;
use crate::language::en::context::{follows_any, is_noun};
use crate::language::en::words;
use crate::parse::{digits, fraction as parse};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

/// Before dates and times, which are written alike.
pub(super) const RATIOS: &[Rule] = &[Rule { name: "ratio", starts: Starts::Digit, read: ratio }];

pub(super) const TABLE: &[Rule] = &[Rule { name: "fraction", starts: Starts::Digit, read: fraction }];

/// Denominators with which two numbers and a slash are a fraction, whatever stands around.
const DENOMINATORS: &[u64] = &[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100, 1000];

/// Set phrases.
const PHRASES: &[(&str, &str)] = &[
    ("24/7/365", "twenty-four seven three sixty-five"),
    ("24/7", "twenty-four seven"),
    ("9/11", "nine eleven"),
    ("50/50", "fifty-fifty"),
    ("20/20", "twenty twenty"),
];

/// A fraction or mixed number.
pub(super) struct Fraction {
    pub(super) words: String,
    /// In bytes.
    pub(super) length: usize,
    /// Whether it is less than one, so that its unit is in the singular.
    pub(super) below_one: bool,
}

/// The fraction or mixed number with which `text` begins.
pub(super) fn amount(text: &str, customs: &Customs) -> Option<Fraction> {
    if let Some((top, bottom, length)) = simple(text) {
        let below_one = top < bottom;
        return Some(Fraction { words: said(top, bottom, customs), length, below_one });
    }
    let (whole, first) = digits::run(text).filter(|(whole, _)| whole.len() <= 9)?;
    let gap =
        text[first..].chars().next().filter(|c| matches!(c, ' ' | '\u{A0}' | '-')).map_or(0, char::len_utf8);
    let (top, bottom, more) = simple(&text[first + gap..]).filter(|(top, bottom, _)| top < bottom)?;
    let one_character = text[first + gap..].starts_with(parse::is_sign);
    let part = match (top, bottom) {
        (1, 2) => "a half".to_owned(),
        _ => said(top, bottom, customs),
    };
    let words = format!("{} and {part}", words::cardinal(whole.parse().ok()?, customs));
    (one_character || gap > 0).then_some(Fraction { words, length: first + gap + more, below_one: false })
}

/// Top, bottom and length of `1/2` or `½`; only with a bottom that fractions have.
fn simple(text: &str) -> Option<(u64, u64, usize)> {
    let fits = |found: &parse::Fraction| {
        let behind = &text[found.length..];
        let ends = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '/');
        let decimal = behind.strip_prefix(['.', ',']).is_some_and(|rest| digits::run(rest).is_some());
        ends && !decimal && DENOMINATORS.contains(&found.denominator) && (1..1000).contains(&found.numerator)
    };
    let found = parse::sign(text).or_else(|| parse::stroke(text).filter(fits))?;
    Some((found.numerator, found.denominator, found.length))
}

/// `one half`, `three quarters`, `seven tenths`, `one hundredth`.
fn said(top: u64, bottom: u64, customs: &Customs) -> String {
    let name = match bottom {
        2 => "half".to_owned(),
        4 => "quarter".to_owned(),
        100 => "hundredth".to_owned(),
        1000 => "thousandth".to_owned(),
        _ => words::ordinal(bottom, customs),
    };
    match (top, bottom) {
        (1, _) => format!("one {name}"),
        (_, 2) => format!("{} halves", words::cardinal(top, customs)),
        _ => format!("{} {name}s", words::cardinal(top, customs)),
    }
}

/// Units in the singular that several parts are of: three quarters *of a* mile.
const MEASURES: &[&str] = &[
    "mile",
    "cup",
    "inch",
    "hour",
    "teaspoon",
    "tablespoon",
    "pound",
    "gallon",
    "acre",
    "pint",
    "ounce",
    "foot",
    "yard",
    "quart",
    "kilometer",
    "meter",
    "liter",
    "litre",
    "metre",
];

/// `of a` or `of an`.
pub(super) fn of(unit: &str) -> &'static str {
    if unit.starts_with(['a', 'e', 'i', 'o']) || unit == "hour" { "of an" } else { "of a" }
}

/// A fraction that no unit follows.
fn fraction(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let joined = place.previous().is_some_and(|c| matches!(c, '/' | '.' | ',' | '-' | '$'));
    let found = amount(place.rest(), customs).filter(|_| place.begins_word() && !joined)?;
    let half = found.words == "one half" && place.rest()[found.length..].starts_with(" a ");
    let next = place.next_word(found.length);
    let several = found.below_one && found.words.ends_with('s') && MEASURES.contains(&next);
    Some(Said::new(
        found.length,
        match () {
            () if half => "half".to_owned(),
            () if several => format!("{} {}", found.words, of(next)),
            () => found.words,
        },
    ))
}

/// Numbers with a slash that are no fraction: set phrases, marks out of ten, odds, pressures, bars of music.
fn ratio(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let free = place.begins_free(&['/', '.', '-', '$']);
    let ends = |length: usize| !rest[length..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
    if let Some((phrase, said)) =
        PHRASES.iter().find(|(phrase, _)| rest.starts_with(phrase) && ends(phrase.len()))
    {
        return free.then(|| Said::new(phrase.len(), *said));
    }
    let (first, length) = digits::run(rest)?;
    let (second, more) = digits::run(rest[length..].strip_prefix('/')?)?;
    let length = length + 1 + more;
    let (top, bottom): (u64, u64) = (first.parse().ok()?, second.parse().ok()?);
    let between = between(place, length, top, bottom).filter(|_| free && ends(length) && first.len() <= 3)?;
    let top = if top > 100 && between == "over" {
        words::figures(&first, customs)
    } else {
        words::cardinal(top, customs)
    };
    let words = [top.as_str(), between, &words::cardinal(bottom, customs)].join(" ").replace("  ", " ");
    Some(Said::new(length, words))
}

/// What is said for the slash.
fn between(place: Place<'_>, length: usize, top: u64, bottom: u64) -> Option<&'static str> {
    let next = place.next_word(length).to_lowercase();
    let pressure = (70..=250).contains(&top) && (40..=150).contains(&bottom) && top > bottom;
    let rated = follows_any(
        place,
        &[
            "rated", "rating", "rate", "pain", "scored", "score", "gave", "give", "gives", "marks", "grade",
            "was", "got",
        ],
    );
    let odds =
        follows_any(place, &["odds", "favourite", "favorite", "outsider", "bet", "backed", "horse", "at"]);
    match (top, bottom) {
        _ if pressure => Some("over"),
        (2 | 3 | 4 | 5 | 6 | 7 | 9 | 12, 2 | 4 | 8 | 16) if is_music(place, &next) => Some(""),
        (_, 10 | 100 | 5 | 20) if rated && next != "of" && top <= bottom && !is_noun(&next) => Some("out of"),
        (20, 20 | 25 | 30 | 40 | 50 | 60 | 70 | 80 | 100 | 200 | 400) => Some(""),
        (1..100, 1..100) if top + bottom == 100 && top >= bottom => Some(""),
        (_, 1) => Some("to"),
        _ if odds && top > bottom && follows_any(place, &["odds", "favourite", "favorite", "bet"]) => {
            Some("to")
        }
        _ => None,
    }
}

fn is_music(place: Place<'_>, next: &str) -> bool {
    matches!(next, "time" | "bar" | "beat" | "meter" | "metre" | "rhythm")
        || follows_any(place, &["waltz", "jig", "reel", "measure", "polka", "march", "tempo"])
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn fractions_are_read_as_such() {
        assert_eq!(
            american("add 3/4 cup, 1/2 spoon and 2 1/2 eggs"),
            "add three quarters of a cup, one half spoon and two and a half eggs"
        );
        assert_eq!(
            british("Wait 2½ days, or 7/100 of one."),
            "Wait two and a half days, or seven hundredths of one."
        );
    }

    #[test]
    fn not_every_slash_makes_a_fraction() {
        assert_eq!(american("We are open 24/7."), "We are open twenty-four seven.");
        assert_eq!(american("I rated it 7/10."), "I rated it seven out of ten.");
        assert_eq!(american("a tune in 3/4 time"), "a tune in three four time");
        assert_eq!(american("at 130/85 today"), "at one thirty over eighty-five today");
    }
}
