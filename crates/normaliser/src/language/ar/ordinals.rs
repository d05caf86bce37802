//! Ordinals: hours, days of the month, the fifth floor.

use crate::customs::Customs;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

use super::grammar::{Agreement, Case, Gender, word_before};
use super::numbers::cardinal;

const MASCULINE: [&str; 10] =
    ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"];
const FEMININE: [&str; 10] = [
    "الأولى",
    "الثانية",
    "الثالثة",
    "الرابعة",
    "الخامسة",
    "السادسة",
    "السابعة",
    "الثامنة",
    "التاسعة",
    "العاشرة",
];

/// Nouns behind which a figure is a place in an order.
const ORDERED: &[&str] = &[
    "المركز",
    "الطابق",
    "الدور",
    "القرن",
    "الفصل",
    "الجزء",
    "الصف",
    "الباب",
    "الشهر",
    "الأسبوع",
    "اليوم",
    "المرتبة",
    "المرحلة",
    "الحلقة",
    "الجولة",
    "الدورة",
    "الدرجة",
    "النسخة",
    "الطبعة",
    "الفقرة",
    "المادة",
    "الوحدة",
];

/// The words of an ordinal with its article.
pub(super) fn ordinal(number: u64, gender: Gender) -> String {
    let (units, one, ten) = match gender {
        Gender::Masculine => (&MASCULINE, "الحادي", "عشر"),
        Gender::Feminine => (&FEMININE, "الحادية", "عشرة"),
    };
    let unit = |number: u64| if number == 1 { one } else { units[number as usize - 1] };
    match number {
        1..=10 => units[number as usize - 1].into(),
        11..=19 => format!("{} {ten}", unit(number - 10)),
        20..=99 if !number.is_multiple_of(10) => format!("{} وال{}", unit(number % 10), tens(number)),
        20..=99 => format!("ال{}", tens(number)),
        _ => format!("ال{}", cardinal(number, Agreement::ALONE)),
    }
}

fn tens(number: u64) -> String {
    cardinal(number / 10 * 10, Agreement { case: Case::Oblique, ..Agreement::ALONE })
}

/// `الطابق 5`.
pub(super) fn behind_a_noun(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (number, length) = digits::small(place.rest(), 1..=99)?;
    let word = word_before(place);
    let noun = word.strip_prefix(['و', 'ب', 'ف']).filter(|noun| noun.starts_with("ال")).unwrap_or(word);
    let following = &place.rest()[length..];
    let alone = !following.starts_with(['.', ',', '/', ':', '-', '%'])
        || following.len() == 1
        || following.starts_with(". ");
    let gender = if noun.ends_with('ة') { Gender::Feminine } else { Gender::Masculine };
    (alone && ORDERED.contains(&noun)).then(|| Said::new(length, ordinal(number.into(), gender)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    #[test]
    fn ordinals_agree() {
        assert_eq!(ordinal(1, Gender::Masculine), "الأول");
        assert_eq!(ordinal(11, Gender::Feminine), "الحادية عشرة");
        assert_eq!(ordinal(22, Gender::Masculine), "الثاني والعشرين");
        assert_eq!(ordinal(30, Gender::Masculine), "الثلاثين");
        assert_eq!(ordinal(100, Gender::Masculine), "المئة");
    }

    #[test]
    fn some_nouns_are_numbered_in_order() {
        let read = |text: &str| {
            let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
            behind_a_noun(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
        };
        assert_eq!(read("في الطابق 5.").as_deref(), Some("الخامس"));
        assert_eq!(read("في المرحلة 2").as_deref(), Some("الثانية"));
        assert_eq!(read("والقرن 19").as_deref(), Some("التاسع عشر"));
        assert_eq!(read("رأيت 2"), None);
    }
}
