//! Telephone numbers as they are written in North America and Britain.

use crate::customs::Customs;
use crate::language::en::context::follows_any;
use crate::language::en::words::is_british;
use crate::parse::phone::{self, Phone};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};
use crate::shared::phone as shared;
use crate::shared::spell;

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "phone", starts: Starts::Digit, read: phone },
    Rule { name: "code", starts: Starts::Digit, read: zip },
    Rule { name: "phone", starts: Starts::Mark, read: key },
];

/// `1-800-555-0199`, `555-0146`, `1-888-555-PETS`, a sort code.
fn phone(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let free = place.begins_free(&['.', ',', '-', '$', '/', ':']);
    let phone = phone::phone(place.rest()).filter(|_| free)?;
    let words = shared::groups(&phone.groups, customs);
    if let Some(word) = in_letters(place.rest(), &phone) {
        return Some(Said::new(phone.length + 1 + word.len(), format!("{words}, {}", word.to_lowercase())));
    }
    is_phone(place, &phone, customs).then(|| Said::new(phone.length, words))
}

fn is_phone(place: Place<'_>, phone: &Phone, customs: &Customs) -> bool {
    let told = follows_any(
        place,
        &["number", "call", "dial", "phone", "ring", "mobile", "cell", "fax", "tel", "text", "at", "reach"],
    );
    let hyphens = phone.mark == Some('-') || phone.mark == Some('‑');
    match phone.shape()[..] {
        [3, 3, 4] | [1, 3, 3, 4] => {
            phone.groups.iter().rev().nth(2).is_some_and(|area| !area.starts_with('0'))
        }
        [3, 4] => hyphens || told,
        [2, 2, 2] => is_british(customs) && hyphens && follows_any(place, &["sort", "code"]),
        [3, 2, 4] => hyphens,
        _ => false,
    }
}

/// `-PETS`: the end of a number in the letters of its keys.
fn in_letters<'a>(rest: &'a str, phone: &Phone) -> Option<&'a str> {
    let behind = rest[phone.length..].strip_prefix('-')?;
    let word = Some(first_word(behind)).filter(|word| behind.starts_with(word))?;
    let sound = (4..=8).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase());
    let begins = matches!(phone.shape()[..], [1, 3] | [1, 3, 3] | [3, 3]);
    (sound && begins).then_some(word)
}

/// A ZIP code with its four further digits.
fn zip(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let phone = phone::phone(place.rest()).filter(|_| place.begins_word())?;
    let fits = phone.shape()[..] == [5, 4] && phone.mark == Some('-');
    fits.then(|| Said::new(phone.length, shared::groups(&phone.groups, customs)))
}

/// A key before a digit: `*6`.
fn key(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest().strip_prefix('*')?;
    let (digits, length) =
        crate::parse::digits::run(rest).filter(|(digits, _)| digits.len() <= 3 && place.begins_word())?;
    let told = follows_any(place, &["dial", "press", "hit", "enter"]);
    told.then(|| Said::new(1 + length, format!("star {}", spell::one_by_one(&digits, customs))))
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::american;

    #[test]
    fn phones_are_said_digit_by_digit() {
        assert_eq!(
            american("at 800-555-0100 now"),
            "at eight zero zero, five five five, zero one zero zero now"
        );
        assert_eq!(american("1-800-555-CATS"), "one, eight zero zero, five five five, cats");
        assert_eq!(american("a 10-15 mix"), "a ten to fifteen mix");
    }
}
