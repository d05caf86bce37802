//! What a number agrees with: the gender of what is counted, and its own case. Start with [`Agreement`].

use crate::place::{Place, first_word, last_word};

pub(super) use super::gender::Gender;
use super::gender::gender;
use super::subject;
use crate::parse::digits;

/// Tens, and two of anything, differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Nominative,
    Oblique,
}

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    /// What it counts, so that two hundred lose their n.
    Noun,
    Nothing,
}

/// How a number is to be put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Agreement {
    /// Of one of what is counted.
    pub(super) gender: Gender,
    pub(super) case: Case,
    pub(super) behind: Behind,
}

impl Agreement {
    /// For a number that counts nothing.
    pub(super) const ALONE: Self =
        Self { gender: Gender::Masculine, case: Case::Oblique, behind: Behind::Nothing };

    /// For `number`, which stands at the place and is so long as written.
    pub(super) fn of(number: u64, place: Place<'_>, length: usize) -> Self {
        let following = &place.rest()[length..];
        let noun = counted(following);
        let alternative = || behind_alternative(following).map(|(noun, other)| gender(noun, other));
        let is_counting = noun.is_some();
        Self {
            gender: noun.map(|noun| gender(noun, number)).or_else(alternative).unwrap_or(Gender::Masculine),
            case: if is_counting && subject::is_subject(bare_before(place)) && !is_governed(place) {
                Case::Nominative
            } else {
                case(place)
            },
            behind: if is_counting { Behind::Noun } else { Behind::Nothing },
        }
    }
}

/// What is counted by a number and another one behind it, and the other: `10-15 دقيقة`, `3 أو 4 سيارات`.
fn behind_alternative(following: &str) -> Option<(&str, u64)> {
    let links = ["-", "–", "—", " - ", " – ", " إلى ", " أو "];
    let other = links.iter().find_map(|link| {
        let rest = following.strip_prefix(link)?;
        digits::run(rest).map(|(digits, length)| (digits, &rest[length..]))
    });
    let (digits, rest) = other.filter(|(digits, _)| digits.len() <= 4)?;
    Some((counted(rest)?, digits.parse().ok()?))
}

/// Whether a preposition is written together with a number.
fn is_governed(place: Place<'_>) -> bool {
    let before = bare_before(place);
    place.before()[before.len()..].contains(['ب', 'ل', 'ك'])
}

/// The noun with which a text goes on, if it is one that could be counted.
fn counted(following: &str) -> Option<&str> {
    let noun = word(following);
    (following.starts_with([' ', '\u{A0}']) && !noun.is_empty() && !is_no_noun(noun)).then_some(noun)
}

/// The first word with its vowel marks.
fn word(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|c: char| !(c.is_alphabetic() || matches!(c, '\u{64B}'..='\u{652}')));
    &text[..end.unwrap_or(text.len())]
}

/// Words that follow numbers and are nothing that is counted.
const NO_NOUNS: &[&str] = &[
    "من",
    "في",
    "إلى",
    "على",
    "عن",
    "حتى",
    "مع",
    "أو",
    "أم",
    "ثم",
    "لكن",
    "بعد",
    "قبل",
    "عند",
    "منذ",
    "خلال",
    "بين",
    "هو",
    "هي",
    "هم",
    "منهم",
    "منها",
    "منهن",
    "منه",
    "فيها",
    "فقط",
    "أيضا",
    "أيضًا",
    "هذا",
    "هذه",
    "ذلك",
    "صباحا",
    "صباحًا",
    "مساء",
    "مساءً",
    "ظهرا",
    "ظهرًا",
    "كان",
    "كانت",
    "ليس",
    "لم",
    "لن",
    "لا",
    "قد",
    "أمس",
    "اليوم",
    "غدا",
    "غدًا",
    "الآن",
    "تقريبا",
    "تقريبًا",
    "بالمئة",
    "بالمائة",
];

/// Whether a word that follows a number is nothing that is counted.
fn is_no_noun(word: &str) -> bool {
    NO_NOUNS.contains(&word) || word.starts_with("ال") || (word.starts_with('و') && word.chars().count() > 4)
}

/// The case that the words before ask for: who reads without endings says the oblique one unless the number is a subject.
fn case(place: Place<'_>) -> Case {
    let before = bare_before(place);
    if is_governed(place) {
        return Case::Oblique;
    }
    let begins =
        before.trim_end().is_empty() || before.trim_end().ends_with(['.', '!', '؟', '?', ':', '؛', '\n']);
    let word = last_word(before);
    let word = word.strip_prefix('و').filter(|rest| SUBJECT_BEHIND.contains(rest)).unwrap_or(word);
    if begins || SUBJECT_BEHIND.contains(&word) { Case::Nominative } else { Case::Oblique }
}

/// Words behind which a number is what there is, or who does something.
const SUBJECT_BEHIND: &[&str] = &[
    "عمره",
    "عمرها",
    "عمري",
    "عمرك",
    "طوله",
    "طولها",
    "طولي",
    "وزنه",
    "وزنها",
    "وزني",
    "عددهم",
    "عددها",
    "ثمنه",
    "ثمنها",
    "سعره",
    "سعرها",
    "عندي",
    "عنده",
    "عندها",
    "عندنا",
    "عندك",
    "عندهم",
    "لدي",
    "لديه",
    "لديها",
    "لدينا",
    "لديك",
    "لديهم",
    "معي",
    "معه",
    "معها",
    "معنا",
    "معهم",
    "هناك",
    "يوجد",
    "توجد",
    "ثمة",
    "فيه",
    "فيها",
    "حضر",
    "حضرت",
    "شارك",
    "شاركت",
    "وصل",
    "وصلت",
    "جاء",
    "جاءت",
    "نجح",
    "نجحت",
    "بقي",
    "بقيت",
    "تبقى",
    "مات",
    "قتل",
    "قُتل",
    "أصيب",
    "أُصيب",
    "مر",
    "مرت",
    "مضى",
    "مضت",
    "سافر",
    "فاز",
    "غادر",
    "تخرج",
    "سقط",
    "توفي",
    "يعمل",
    "يعيش",
    "يدرس",
    "يشارك",
    "يحضر",
    "زار",
    "وافق",
];

/// What stands before the place, without a particle that is written together with the number.
pub(super) fn bare_before(place: Place<'_>) -> &str {
    let before = place.before();
    let word = last_word(before);
    let is_particle =
        matches!(word, "و" | "ف" | "ب" | "ل" | "ك" | "بـ" | "لـ" | "وب" | "ول") && before.ends_with(word);
    if is_particle { &before[..before.len() - word.len()] } else { before }
}

/// The word before a number, across a particle that is written together with it.
pub(super) fn word_before(place: Place<'_>) -> &str {
    last_word(bare_before(place))
}

/// The word behind a number.
pub(super) fn word_behind(place: Place<'_>, length: usize) -> &str {
    first_word(&place.rest()[length..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreement(text: &str, number: u64) -> (Gender, Case, Behind) {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        let length = text[at..].chars().take_while(char::is_ascii_digit).count();
        let found = Agreement::of(number, Place::new(text, at, text.len()), length);
        (found.gender, found.case, found.behind)
    }

    #[test]
    fn the_noun_behind_tells_the_gender() {
        assert_eq!(agreement("رأيت 4 سيارات", 4), (Gender::Feminine, Case::Oblique, Behind::Noun));
        assert_eq!(agreement("رأيت 4 دولارات", 4).0, Gender::Masculine);
        assert_eq!(agreement("رأيت 14 سيارة", 14).0, Gender::Feminine);
        assert_eq!(agreement("رأيت 14 كتابًا", 14).0, Gender::Masculine);
        assert_eq!(agreement("رأيت 4 من", 4), (Gender::Masculine, Case::Oblique, Behind::Nothing));
    }

    #[test]
    fn numbers_that_count_the_same_agree_alike() {
        assert_eq!(agreement("بعد 9-12 ساعة", 9).0, Gender::Feminine);
        assert_eq!(agreement("بعد 3 أو 4 أيام", 3).0, Gender::Masculine);
    }

    #[test]
    fn a_subject_is_nominative() {
        assert_eq!(agreement("20 طالبًا", 20).1, Case::Nominative);
        assert_eq!(agreement("لدينا 20 طالبًا", 20).1, Case::Nominative);
        assert_eq!(agreement("في الحديقة 20 شجرة", 20).1, Case::Nominative);
        assert_eq!(agreement("بعد 20 يومًا", 20).1, Case::Oblique);
    }
}
