//! What is read figure by figure: telephone numbers, codes.

use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::phone as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::figures;

/// What is numbered by figures, before them in the clause.
const NAMES: &[&str] = &[
    "ओटीपी",
    "OTP",
    "पिन",
    "PIN",
    "कोड",
    "पासवर्ड",
    "मोबाइल",
    "फ़ोन",
    "फोन",
    "हेल्पलाइन",
    "खाता",
    "नंबर",
    "नम्बर",
    "डायल",
];

/// What is done with numbers that are called.
const CALLING: &[&str] =
    &["पर कॉल", "पर फ़ोन", "पर फोन", "पर डायल", "डायल", "मिलाएँ", "मिलाएं", "मिलाओ", "मिलाइए"];

/// How far before a code its name may stand, in characters.
const FAR: usize = 16;
/// Longer runs of digits are no amounts.
const MOST: usize = 12;

pub(super) fn phone(place: Place<'_>, _: &Customs) -> Option<Said> {
    let phone = parse::phone(place.rest()).filter(|phone| place.begins_word() && phone.is_possible())?;
    let first = phone.groups.first()?;
    let halves = phone.groups.len() == 2 && first.len() == 5 && phone.groups[1].len() == 5;
    let is_one = phone.plus || first.starts_with('0') || phone.groups.len() > 2 || halves || has_name(place);
    let plus = if phone.plus { "प्लस " } else { "" };
    let words: Vec<_> = phone.groups.iter().map(|group| figures(group)).collect();
    is_one.then(|| Said::new(phone.length, format!("{plus}{}", words.join(", "))))
}

pub(super) fn code(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (code, length) = digits::run(place.rest())?;
    let following = &place.rest()[length..];
    let goes_on = following.starts_with(['.', ',', ':', '/', '-'])
        && following.chars().nth(1).is_some_and(|c| digits::value(c).is_some());
    let mobile = code.len() == 10 && code.starts_with(['6', '7', '8', '9']);
    let called = CALLING.iter().any(|word| following.trim_start().starts_with(word));
    let named = code.len() > 2 && (called || (code.len() > 3 && has_name(place)));
    let by_figures = (code.len() > 1 && code.starts_with('0')) || code.len() > MOST || mobile || named;
    (by_figures && !goes_on && place.begins_word()).then(|| Said::new(length, figures(&code)))
}

/// Whether what is numbered so stands a little before.
fn has_name(place: Place<'_>) -> bool {
    let before = place.clause_before(FAR);
    NAMES.iter().any(|name| before.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    fn read(rule: fn(Place<'_>, &Customs) -> Option<Said>, text: &str) -> Option<String> {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        rule(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn codes_have_a_name_or_a_zero() {
        assert_eq!(read(code, "ओटीपी 5620 है").as_deref(), Some("पाँच छह दो शून्य"));
        assert_eq!(read(code, "112 पर कॉल करें").as_deref(), Some("एक एक दो"));
        assert_eq!((read(code, "112 लोग"), read(code, "0.5")), (None, None));
    }

    #[test]
    fn groups_are_kept_apart() {
        assert_eq!(read(phone, "98765 01234").as_deref(), Some("नौ आठ सात छह पाँच, शून्य एक दो तीन चार"));
        assert_eq!(read(phone, "1998-2005"), None);
    }
}
