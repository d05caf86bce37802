//! Abbreviations: titles, eras, and so on.

use crate::customs::Customs;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

/// Where an abbreviation is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    Anywhere,
    /// Before a name, which is longer than another initial.
    BeforeName,
    BeforeNumber,
    BehindNumber,
}

/// The longer of two that begin alike first.
const TABLE: &[(&str, &str, Where)] = &[
    ("أ.د.", "الأستاذ الدكتور", Where::Anywhere),
    ("أ. د.", "الأستاذ الدكتور", Where::Anywhere),
    ("د.", "الدكتور", Where::BeforeName),
    ("أ.", "الأستاذ", Where::BeforeName),
    ("م.", "المهندس", Where::BeforeName),
    ("إلخ", "إلى آخره", Where::Anywhere),
    ("الخ", "إلى آخره", Where::Anywhere),
    ("ق.م.", "قبل الميلاد", Where::Anywhere),
    ("ق.م", "قبل الميلاد", Where::Anywhere),
    ("ق. م.", "قبل الميلاد", Where::Anywhere),
    ("ص.ب.", "صندوق بريد", Where::BeforeNumber),
    ("ص.ب", "صندوق بريد", Where::BeforeNumber),
    ("ص.", "صفحة", Where::BeforeNumber),
    ("ج.", "الجزء", Where::BeforeNumber),
    ("هـ", "هجرية", Where::BehindNumber),
];

pub(super) fn abbreviation(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    if !place.begins_word() || place.before().ends_with('.') {
        return None;
    }
    TABLE.iter().find_map(|(written, said, condition)| {
        let behind = text.strip_prefix(written)?;
        let is_digit = |c: char| digits::value(c).is_some();
        let fits = match condition {
            Where::Anywhere => !behind.starts_with(char::is_alphanumeric),
            Where::BeforeName => is_name(behind),
            Where::BeforeNumber => behind.trim_start().starts_with(is_digit),
            Where::BehindNumber => {
                place.before().trim_end().ends_with(is_digit) && !behind.starts_with(char::is_alphanumeric)
            }
        };
        fits.then(|| Said::new(written.len(), *said))
    })
}

/// Whether a word of more than one letter follows a space.
fn is_name(behind: &str) -> bool {
    let mut letters = behind.strip_prefix(' ').unwrap_or_default().chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    #[test]
    fn titles_stand_before_names() {
        let read = |text| abbreviation(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("د. نورة").as_deref(), Some("الدكتور"));
        assert_eq!(read("إلخ.").as_deref(), Some("إلى آخره"));
        assert_eq!((read("م. ع. نور"), read("ص. نور"), read("الخير")), (None, None, None));
    }
}
