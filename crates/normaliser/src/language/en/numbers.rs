//! Numbers by themselves: counts, decimals, ordinals, `3.2M`, and numbers that are names.

use crate::customs::Customs;
use crate::language::en::context::{follows_any, is_function, is_noun, is_plural};
use crate::language::en::{words, years};
use crate::parse::digits;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

/// Marks behind which a number goes on.
pub(super) const JOINING: &[char] = &['.', ','];

/// What is attached to a number; before the names of things with digits.
pub(super) const ATTACHED: &[Rule] = &[
    Rule { name: "number-sign", starts: Starts::Mark, read: number_sign },
    Rule { name: "ordinal", starts: Starts::Digit, read: ordinal },
    Rule { name: "number", starts: Starts::Digit, read: special },
    Rule { name: "number", starts: Starts::Digit, read: magnitude },
];

/// What looks like a product; before sums.
pub(super) const HEXADECIMAL: &[Rule] = &[Rule { name: "number", starts: Starts::Digit, read: hexadecimal }];

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "number", starts: Starts::Digit, read: in_groups },
    Rule { name: "number", starts: Starts::DigitOrMark, read: plain },
    Rule { name: "comma", starts: Starts::Mark, read: comma },
];

/// Letters behind a number that stand for thousands and more.
const MAGNITUDES: &[(&str, &str)] = &[
    ("M", "million"),
    ("mn", "million"),
    ("bn", "billion"),
    ("B", "billion"),
    ("tn", "trillion"),
    ("T", "trillion"),
];

/// `0x1F`: its figures and letters one by one.
fn hexadecimal(place: Place<'_>, customs: &Customs) -> Option<Said> {
    const MOST: usize = 16;
    let figures = place.rest().strip_prefix("0x").or_else(|| place.rest().strip_prefix("0X"))?;
    let length = figures.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(figures.len());
    let all = 2 + length;
    let is_number = (1..=MOST).contains(&length) && place.begins_free(JOINING) && place.may_end(all);
    is_number.then(|| Said::new(all, spell::characters(&place.rest()[..all], customs)))
}

/// A number that is attached to a sign: `#1`, `№ 5`.
fn number_sign(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let bare = rest.strip_prefix('#').or_else(|| rest.strip_prefix('№'))?;
    let start = rest.len() - bare.trim_start_matches(' ').len();
    let (digits, length) = digits::run(&rest[start..]).filter(|_| place.begins_word())?;
    let keys = follows_any(place, &["dial", "press", "hit", "push", "enter"]);
    let sign = if keys { super::symbols::pound(customs) } else { "number" };
    let figures = if digits.len() > 3 {
        words::figures(&digits, customs)
    } else {
        words::cardinal(digits.parse().ok()?, customs)
    };
    place.may_end(start + length).then(|| Said::new(start + length, format!("{sign} {figures}")))
}

/// `3rd`, `2,000th`.
fn ordinal(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (length, words) = ordinal_at(place.rest(), customs).filter(|_| place.begins_word())?;
    Some(Said::new(length, words))
}

/// The ordinal with which `text` begins.
pub(super) fn ordinal_at(text: &str, customs: &Customs) -> Option<(usize, String)> {
    let number = number::unsigned(text, customs)?;
    let value = number.count()?;
    let suffix = match (value % 10, value % 100) {
        (1..=3, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let behind = &text[number.length..];
    let suffix = behind.get(..2).filter(|written| written.eq_ignore_ascii_case(suffix))?;
    let length = number.length + suffix.len();
    let ends = !text[length..].starts_with(char::is_alphanumeric);
    ends.then(|| (length, words::ordinal(value, customs)))
}

/// `21s`, `49ers`, `401(k)`, `10x`, `80+`, `5★`.
fn special(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let number = number::unsigned(rest, customs).filter(|_| place.begins_free(JOINING))?;
    let behind = &rest[number.length..];
    let said = words::unsigned(&number, customs);
    let ends = |suffix: &str| {
        behind.strip_prefix(suffix).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    if ends("ers") {
        let stem = said.strip_suffix("nine").map_or(said.clone(), |stem| format!("{stem}nin"));
        return Some(Said::new(number.length + 3, format!("{stem}ers")));
    }
    if ends("s") || ends("'s") && number.whole.len() < 3 {
        let suffix = if ends("s") { 1 } else { 2 };
        return Some(Said::new(number.length + suffix, words::plural(&said)));
    }
    let starred = behind.strip_prefix(' ').filter(|behind| behind.starts_with(['⭐', '★']));
    let gap = starred.map_or(0, |_| 1);
    let mut behind_it = starred.unwrap_or(behind).chars();
    match (behind_it.next()?, behind_it.next()) {
        ('(', Some(letter)) if letter.is_alphabetic() && behind[1 + letter.len_utf8()..].starts_with(')') => {
            let words = [words::figures(&number.whole, customs), spell::letter(letter, customs)];
            Some(Said::new(number.length + 2 + letter.len_utf8(), words.join(" ")))
        }
        ('+', next) if next.is_none_or(|c| !c.is_alphanumeric()) => {
            Some(Said::new(number.length + 1, format!("{said} plus")))
        }
        (c @ ('★' | '⭐'), _) => {
            let length = number.length
                + gap
                + behind[gap..].find(|other| other != c && other != '\u{FE0F}').unwrap_or(behind.len() - gap);
            let single = words::is_one(&number)
                || is_noun(place.next_word(length)) && !is_function(place.next_word(length));
            Some(Said::new(length, format!("{said} {}", if single { "star" } else { "stars" })))
        }
        _ => None,
    }
}

/// `3.2M`, `1.5bn`, and `5k` as it is.
fn magnitude(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_free(JOINING))?;
    let (length, words) = magnitude_at(&place.rest()[number.length..])?;
    let letter = place.rest()[number.length..].starts_with(['B', 'T']) && !words.is_empty() && length == 1;
    if letter && number.fraction.is_none() && !is_plural(place.next_word(number.length + length)) {
        return None;
    }
    let thousands = place.rest()[number.length..].starts_with(['k', 'K']);
    let word = if thousands { "k" } else { words };
    Some(Said::new(number.length + length, format!("{} {word}", words::unsigned(&number, customs))))
}

/// The letter or two for thousands and more with which `text` begins, or the whole word behind a space.
pub(super) fn magnitude_at(text: &str) -> Option<(usize, &'static str)> {
    let thousand = [("k", "thousand"), ("K", "thousand")];
    let mut known = MAGNITUDES.iter().chain(thousand.iter());
    let ends = |spelling: &str| {
        text.strip_prefix(spelling).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    known.find(|(spelling, _)| ends(spelling)).map(|(spelling, word)| (spelling.len(), *word))
}

/// A comma between digits that groups nothing, `1,2,3`, and a full stop between a number and a sentence without a space.
fn comma(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let mut chars = place.rest().chars();
    let (mark, next) = (chars.next()?, chars.next()?);
    let digit = place.previous().is_some_and(|c| c.is_ascii_digit());
    match mark {
        ',' if digit && next.is_ascii_digit() => Some(Said::new(1, ", ")),
        '.' if digit && next.is_uppercase() && chars.next().is_some_and(char::is_lowercase) => {
            Some(Said::new(1, ". "))
        }
        _ => None,
    }
}

/// Thousands apart by spaces: `12 500`.
fn in_groups(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (first, mut length) =
        digits::run(place.rest()).filter(|(first, _)| first.len() <= 3 && !first.starts_with('0'))?;
    let mut whole = first;
    while let Some((group, more)) = place.rest()[length..].strip_prefix([' ', '\u{A0}']).and_then(digits::run)
    {
        if group.len() != 3 {
            return None;
        }
        let space = place.rest()[length..].chars().next().map_or(0, char::len_utf8);
        whole.push_str(&group);
        length += space + more;
    }
    let counted = is_plural(place.next_word(length));
    let round = whole.ends_with("00") || counted;
    (whole.len() > 3 && round && place.begins_free(JOINING) && place.may_end(length))
        .then(|| whole.parse().ok().map(|value| Said::new(length, words::cardinal(value, customs))))?
}

/// Any other number.
fn plain(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (before, skip) = sign(place)?;
    let number = number::unsigned(&place.rest()[skip..], customs)?;
    let length = skip + number.length;
    let words = match place.rest()[skip..].strip_prefix(['.']) {
        Some(_) => without_zero(place, &number, customs),
        None => match years::year(place, &number, customs).filter(|_| skip == 0) {
            Some(year) => year,
            None => words::unsigned(&number, customs),
        },
    };
    Some(Said::new(length, spell::join([before, &words])))
}

/// `.25`: `point two five`; an average of three digits is said like figures: `three twelve`.
fn without_zero(place: Place<'_>, number: &Number, customs: &Customs) -> String {
    let digits = number.fraction.as_deref().unwrap_or_default();
    let said = matches!(place.next_word(number.length), "average" | "batting" | "hitter" | "season");
    let average = digits.len() == 3 && said
        || digits.len() == 3
            && follows_any(
                place,
                &["batted", "batting", "hit", "hits", "hitting", "bats", "slugging", "average", "he", "she"],
            );
    if average {
        words::figures(digits, customs)
    } else {
        format!("point {}", spell::one_by_one(digits, customs))
    }
}

/// What is said for a sign before a number, and its length; `None` if what stands here begins no number.
fn sign(place: Place<'_>) -> Option<(&'static str, usize)> {
    let first = place.rest().chars().next()?;
    let alone = place
        .previous()
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '/' | '=' | '<' | '>'));
    match first {
        '-' | '−' | '–' if alone => Some(("minus", first.len_utf8())),
        '+' if alone => Some(("plus", 1)),
        '±' => Some(("plus or minus", first.len_utf8())),
        '~' | '≈' if alone => Some(("about", first.len_utf8())),
        '.' if !place.previous().is_some_and(|c| c.is_alphanumeric() || c == '.') => Some(("", 0)),
        _ if digits::value(first).is_some() => Some(("", 0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn counts_and_decimals() {
        assert_eq!(
            american("-3, +4.50 and .25 of 1,204"),
            "minus three, plus four point five zero and point two five of one thousand two hundred four"
        );
        assert_eq!(american("code 0x2E, 0x3 boxes"), "code zero x two e, zero x three boxes");
        assert_eq!(british("1,204 sheep"), "one thousand two hundred and four sheep");
        assert_eq!(
            american("2.5M fans, 12 500 seats, 3rd row"),
            "two point five million fans, twelve thousand five hundred seats, third row"
        );
    }
}
