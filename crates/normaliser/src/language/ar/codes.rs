//! What is read figure by figure: telephone numbers, codes.

use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::phone as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::figures;

/// What is numbered by figures, before them in the clause.
const NAMES: &[&str] = &[
    "رمز",
    "الرمز",
    "كود",
    "الكود",
    "السري",
    "السرية",
    "هاتف",
    "جوال",
    "موبايل",
    "المرور",
    "PIN",
    "OTP",
    "اتصل",
    "اتصلوا",
    "الحساب",
    "البطاقة",
    "بطاقتك",
    "حسابك",
    "تتصل",
    "الطوارئ",
    "الإسعاف",
    "الشرطة",
];

/// Numbers that are called in need.
const CALLED: &[&str] =
    &["911", "999", "112", "190", "193", "197", "997", "998", "101", "102", "122", "123", "180"];

/// How far before a code its name may stand, in characters.
const FAR: usize = 18;
/// Longer runs of digits are no amounts.
const MOST: usize = 12;

pub(super) fn phone(place: Place<'_>, _: &Customs) -> Option<Said> {
    let phone = parse::phone(place.rest()).filter(|phone| place.begins_latin() && phone.is_possible())?;
    let first = phone.groups.first()?;
    let is_one = phone.plus || first.starts_with('0') || phone.groups.len() > 2 || has_name(place);
    let plus = if phone.plus { "زائد " } else { "" };
    let words: Vec<_> = phone.groups.iter().map(|group| figures(group)).collect();
    is_one.then(|| Said::new(phone.length, format!("{plus}{}", words.join("، "))))
}

pub(super) fn code(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (code, length) = digits::run(place.rest())?;
    let following = &place.rest()[length..];
    let goes_on = following.starts_with(['.', ',', ':', '/', '-', '٫', '٬', '%', '٪'])
        && following.chars().nth(1).is_some_and(|c| digits::value(c).is_some());
    let ends = following.is_empty() || following.starts_with(['.', '،', '؛', '!', '؟', ')', '\n']);
    let called = CALLED.contains(&code.as_str()) && place.clause_before(FAR).contains("تصل");
    let named = code.len() > 2 && (called || (ends && has_name(place)));
    let by_figures = (code.len() > 1 && code.starts_with('0')) || code.len() > MOST || named;
    (by_figures && !goes_on).then(|| Said::new(length, figures(&code)))
}

/// Whether what is numbered so stands a little before.
fn has_name(place: Place<'_>) -> bool {
    let before = place.clause_before(FAR);
    NAMES.iter().any(|name| before.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    fn read(rule: fn(Place<'_>, &Customs) -> Option<Said>, text: &str) -> Option<String> {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        rule(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn codes_have_a_name_or_a_zero() {
        assert_eq!(read(code, "الرمز هو 305.").as_deref(), Some("ثلاثة صفر خمسة"));
        assert_eq!(read(code, "007").as_deref(), Some("صفر صفر سبعة"));
        assert_eq!((read(code, "الرمز 305 مرات"), read(code, "0.5")), (None, None));
    }

    #[test]
    fn groups_are_kept_apart() {
        assert_eq!(
            read(phone, "على 050-123-12").as_deref(),
            Some("صفر خمسة صفر، واحد اثنين ثلاثة، واحد اثنين")
        );
        assert_eq!(read(phone, "1998-2005"), None);
    }
}
