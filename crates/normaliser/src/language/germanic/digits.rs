//! Numbers that are read digit by digit because of the word before them.

use crate::customs::Customs;
use crate::parse::phone::{self, Phone};
use crate::place::{Place, last_word};
use crate::rule::Said;
use crate::shared;

/// Words that ask for digits, in small letters.
#[derive(Debug, Clone, Copy)]
pub(in crate::language) struct Asking {
    /// Such as `code`.
    pub(in crate::language) words: &'static [&'static str],
    /// What may stand between them and the number: `is`.
    pub(in crate::language) between: &'static [&'static str],
}

/// How many words before a number are looked at.
const WORDS: usize = 3;

/// A number of at least three digits behind such a word, in one group, or in several if it is as long as a telephone's.
pub(in crate::language) fn after_word(place: Place<'_>, asking: Asking, customs: &Customs) -> Option<Said> {
    let phone = phone::phone(place.rest()).filter(|phone| place.begins_word() && fits(phone))?;
    let behind = place.rest()[phone.length..].strip_prefix([',', ':']);
    let goes_on = behind.is_some_and(|rest| rest.starts_with(char::is_numeric));
    let before = place.before().trim_end().trim_end_matches([':', '.', '-']);
    (!goes_on && is_asked(before, asking))
        .then(|| Said::new(phone.length, shared::phone::groups(&phone.groups, customs)))
}

fn fits(phone: &Phone) -> bool {
    let marked = phone.mark.is_some_and(|mark| matches!(mark, '.' | '/'));
    let long = if phone.groups.len() == 1 { 3 } else { 6 };
    !marked && phone.digits() >= long
}

fn is_asked(before: &str, asking: Asking) -> bool {
    let mut rest = before;
    for _ in 0..WORDS {
        let word = last_word(rest);
        let small = word.to_lowercase();
        if asking.words.contains(&small.as_str()) {
            return true;
        }
        if !asking.between.contains(&small.as_str()) {
            return false;
        }
        rest = rest.trim_end().strip_suffix(word).unwrap_or_default();
    }
    false
}
