//! Numbers that are names, codes and versions: `Boeing 747`, `Room 305`, `PIN 0909`, `Python 3.12`.

use crate::customs::Customs;
use crate::language::en::context::{
    follows_any, is_capitalised, is_function, is_plural, word_before, word_before_last,
};
use crate::language::en::numbers::JOINING;
use crate::language::en::words;
use crate::parse::{digits, number};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "version", starts: Starts::Digit, read: version },
    Rule { name: "name", starts: Starts::Digit, read: named },
];

/// Things whose numbers are said in pairs: `room three oh five`.
const NAMED: &[&str] = &[
    "room",
    "rm",
    "suite",
    "ste",
    "apartment",
    "apt",
    "flight",
    "gate",
    "route",
    "rte",
    "highway",
    "hwy",
    "interstate",
    "bus",
    "train",
    "boeing",
    "airbus",
    "model",
    "form",
    "box",
    "unit",
    "locker",
    "platform",
    "bay",
    "channel",
    "studio",
    "psalm",
    "area",
    "badge",
    "code",
    "order",
    "invoice",
    "ticket",
    "case",
    "extension",
    "ext",
    "port",
    "number",
    "combination",
    "reference",
    "postcode",
];

/// Things whose numbers are said digit by digit.
const SPELLED: &[&str] = &["pin", "zip", "passcode", "password", "otp"];

/// What has versions.
const VERSIONED: &[&str] = &[
    "version",
    "release",
    "python",
    "java",
    "node",
    "php",
    "ruby",
    "perl",
    "rust",
    "swift",
    "kotlin",
    "typescript",
    "ubuntu",
    "debian",
    "fedora",
    "android",
    "ios",
    "macos",
    "kernel",
    "linux",
    "postgres",
    "postgresql",
    "mysql",
    "redis",
    "django",
    "rails",
    "kubernetes",
    "chrome",
    "firefox",
    "safari",
    "firmware",
    "update",
    "patch",
    "build",
    "go",
    "gcc",
    "clang",
    "cmake",
];

/// A version of two numbers: `Python 3.12` is no decimal.
fn version(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_free(JOINING))?;
    let second = number.fraction.as_deref().filter(|digits| digits.len() == 2)?;
    let told = VERSIONED.contains(&place.previous_word().to_lowercase().as_str());
    let second = match second.strip_prefix('0') {
        Some(last) => format!("oh {}", spell::one_by_one(last, customs)),
        None => words::figures(second, customs),
    };
    let first = words::cardinal(number.value()?, customs);
    (told && !number.grouped && place.may_end(number.length))
        .then(|| Said::new(number.length, format!("{first} point {second}")))
}

/// A number that is the name of a thing: `Boeing 747`, `Room 305`, `Catch-22`.
fn named(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (digits, length) = digits::run(place.rest()).filter(|_| place.begins_free(JOINING))?;
    let fraction =
        place.rest()[length..].strip_prefix(['.', ',']).is_some_and(|rest| digits::run(rest).is_some());
    if fraction || !place.may_end(length) || digits.len() > 9 {
        return None;
    }
    if is_spelled(place, &digits) {
        return Some(Said::new(length, spell::one_by_one(&digits, customs)));
    }
    let named = digits.len() >= 3 && is_named(place, length);
    named.then(|| Said::new(length, words::figures(&digits, customs)))
}

/// Whether the word before names what a number and its letter are the name of: `Rte. 9W`, `Gate 3A`.
pub(super) fn is_thing(place: Place<'_>) -> bool {
    NAMED.contains(&word_before(place).to_lowercase().as_str())
}

/// Whether the digits are a code, a call or the end of an account.
fn is_spelled(place: Place<'_>, digits: &str) -> bool {
    let word = place.previous_word().to_lowercase();
    let calls = digits.len() == 3
        && (matches!(digits, "911")
            || follows_any(place, &["dial", "call", "ring", "phone", "dialed", "dialled", "called"]));
    let code = digits.len() >= 3
        && (SPELLED.contains(&word.as_str())
            || follows_any(place, &["pin", "passcode", "zip", "routing", "area"])
                && follows_any(place, &["pin", "passcode", "code", "number"]));
    let told = digits.len() >= 3
        && follows_any(place, &["code", "otp", "passcode"])
        && (follows_any(place, &["is"]) || word == "code")
        && !is_plural(place.next_word(digits.len()));
    let ending = digits.len() == 4
        && follows_any(place, &["ending", "ends", "ended"])
        && follows_any(
            place,
            &["card", "account", "number", "hers", "his", "mine", "yours", "theirs", "ending"],
        )
        && matches!(word.as_str(), "in" | "ending" | "with" | "is");
    let sent = digits.len() >= 5
        && follows_any(place, &["text", "code", "send", "sms", "password"])
        && !is_plural(place.next_word(digits.len()));
    let entered = (4..=8).contains(&digits.len())
        && matches!(word.as_str(), "enter" | "type" | "code" | "pin")
        && !is_plural(place.next_word(digits.len()));
    calls || code || told || ending || sent || entered
}

/// Whether the code of an airline stands before the number of a flight: `flight BA 283`.
fn is_flight(place: Place<'_>, code: &str) -> bool {
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code && matches!(word_before_last(place).to_lowercase().as_str(), "flight" | "flights")
}

fn is_named(place: Place<'_>, length: usize) -> bool {
    let word = word_before(place);
    let small = word.to_lowercase();
    let counted = is_plural(place.next_word(length));
    let attached =
        place.previous() == Some('-') && place.before().trim_end_matches('-').ends_with(char::is_alphabetic);
    let status = length == 3 && matches!(place.next_word(length), "error" | "errors" | "response" | "status");
    let in_code = word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase()) && !counted && length == 3;
    let in_name = is_capitalised(word) && word.len() > 1 && !is_function(word) && !counted && length == 3;
    let owned =
        matches!(small.as_str(), "my" | "your" | "his" | "her" | "our" | "their") && length == 3 && !counted;
    let is = follows_any(place, NAMED) && matches!(small.as_str(), "is" | "was") && !counted;
    let verb = counted
        && matches!(
            small.as_str(),
            "order" | "form" | "train" | "box" | "model" | "number" | "case" | "bus" | "code"
        );
    (NAMED.contains(&small.as_str()) && !verb)
        || is_flight(place, word)
        || attached
        || status
        || in_code
        || in_name
        || owned
        || is
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::american;

    #[test]
    fn names_are_said_in_pairs() {
        assert_eq!(
            american("Room 412, Boeing 737, the 49ers"),
            "Room four twelve, Boeing seven thirty-seven, the forty-niners"
        );
        assert_eq!(
            american("Only 412 came to 85+ talks in the 20s"),
            "Only four hundred twelve came to eighty-five plus talks in the twenties"
        );
        assert_eq!(american("Flight LH 472 leaves"), "Flight l h four seventy-two leaves");
        assert_eq!(american("Call 911 with PIN 0042"), "Call nine one one with PIN zero zero four two");
    }
}
