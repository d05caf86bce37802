//! Numbers. From three to ten they have the other gender than what they count; eleven and twelve have its own.
//!
//! CLDR's Arabic numbers know neither this nor the cases, so they are put together here.

use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::Said;

use super::grammar::{Agreement, Behind, Case, Gender};
use super::nouns::{Noun, Role, SCALES};

const FIGURES: [&str; 10] =
    ["صفر", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"];
/// From three to ten, before what is feminine.
const SHORT: [&str; 8] = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"];
/// Tens without their ending.
const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
const HUNDREDS: [&str; 9] =
    ["مئة", "", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"];

/// The words of a whole number.
pub(super) fn cardinal(number: u64, agreement: Agreement) -> String {
    if number == 0 {
        return FIGURES[0].into();
    }
    let mut parts = Vec::new();
    let mut rest = number;
    for (size, scale) in SCALES {
        let times = rest / size;
        rest %= size;
        if times > 0 {
            let behind = if rest == 0 { agreement.behind } else { Behind::Nothing };
            parts.push(counted(times, scale, agreement.case, behind));
        }
    }
    if rest > 0 {
        parts.push(below_thousand(rest, agreement));
    }
    parts.join(" و")
}

/// So many of a noun, which stands in the form that the number asks for; `behind` tells what follows the noun.
pub(super) fn counted(number: u64, noun: &Noun, case: Case, behind: Behind) -> String {
    let agreement = Agreement { gender: noun.gender, case, behind: Behind::Noun };
    match (number, number % 100) {
        (1, _) if noun.role == Role::Scale => noun.singular.into(),
        (1, _) => {
            let one = if noun.gender == Gender::Feminine { "واحدة" } else { "واحد" };
            format!("{} {one}", noun.singular)
        }
        (2, _) => noun.dual(case, behind),
        (_, 3..=10) => format!("{} {}", cardinal(number, agreement), noun.plural),
        // What follows a scale makes it lose its ending: خمسين ألف كتاب.
        (_, 11..=99) if behind == Behind::Nothing => {
            format!("{} {}", cardinal(number, agreement), noun.accusative)
        }
        _ => format!("{} {}", cardinal(number, agreement), noun.singular),
    }
}

fn below_thousand(number: u64, agreement: Agreement) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let hundred = match (hundreds, agreement.case, agreement.behind) {
        (0, ..) => return below_hundred(rest, agreement),
        (2, Case::Nominative, Behind::Noun) if rest == 0 => "مئتا",
        (2, Case::Oblique, Behind::Noun) if rest == 0 => "مئتي",
        (2, Case::Nominative, _) => "مئتان",
        (2, Case::Oblique, _) => "مئتين",
        _ => HUNDREDS[hundreds as usize - 1],
    };
    if rest == 0 { hundred.into() } else { format!("{hundred} و{}", below_hundred(rest, agreement)) }
}

fn below_hundred(number: u64, agreement: Agreement) -> String {
    let Agreement { gender, case, .. } = agreement;
    match number {
        1 if gender == Gender::Feminine => "واحدة".into(),
        2 => two(gender, case).into(),
        10 if gender == Gender::Masculine => "عشرة".into(),
        0..=10 => unit(number, gender).into(),
        11 if gender == Gender::Masculine => "أحد عشر".into(),
        11 => "إحدى عشرة".into(),
        12 => format!("{} {}", two(gender, case).trim_end_matches('ن'), ten_behind(gender)),
        13..=19 => format!("{} {}", unit(number - 10, gender), ten_behind(gender)),
        _ => {
            let ending = if case == Case::Nominative { "ون" } else { "ين" };
            let tens = format!("{}{ending}", TENS[(number / 10 - 2) as usize]);
            match number % 10 {
                0 => tens,
                1 if gender == Gender::Feminine => format!("إحدى و{tens}"),
                2 => format!("{} و{tens}", two(gender, case)),
                units => format!("{} و{tens}", unit(units, gender)),
            }
        }
    }
}

/// One, and three to ten, before what is of this gender.
fn unit(number: u64, gender: Gender) -> &'static str {
    match (number, gender) {
        (3..=10, Gender::Feminine) => SHORT[number as usize - 3],
        _ => FIGURES[number as usize % 10],
    }
}

fn two(gender: Gender, case: Case) -> &'static str {
    match (gender, case) {
        (Gender::Masculine, Case::Nominative) => "اثنان",
        (Gender::Masculine, Case::Oblique) => "اثنين",
        (Gender::Feminine, Case::Nominative) => "اثنتان",
        (Gender::Feminine, Case::Oblique) => "اثنتين",
    }
}

/// The ten of thirteen.
fn ten_behind(gender: Gender) -> &'static str {
    if gender == Gender::Feminine { "عشرة" } else { "عشر" }
}

/// Digits one by one, with spaces between.
pub(super) fn figures(digits: &str) -> String {
    let words = digits.bytes().filter_map(|digit| FIGURES.get(usize::from(digit.wrapping_sub(b'0'))));
    words.copied().collect::<Vec<_>>().join(" ")
}

/// The words of a number without its sign; behind the decimal mark it counts nothing.
pub(super) fn amount(number: &Number, agreement: Agreement) -> String {
    let agreement = if number.fraction.is_some() { Agreement::ALONE } else { agreement };
    let whole = number.value().map_or_else(|| figures(&number.whole), |value| cardinal(value, agreement));
    match &number.fraction {
        Some(fraction) => format!("{whole} فاصلة {}", behind_mark(fraction)),
        None => whole,
    }
}

/// A fraction is read as a number, unless it begins with a zero or is long.
fn behind_mark(digits: &str) -> String {
    let value = digits.parse().ok().filter(|_| digits.len() <= 2 && !digits.starts_with('0'));
    value.map_or_else(|| figures(digits), |value| cardinal(value, Agreement::ALONE))
}

/// What a minus is called, for a number that has one.
pub(super) fn sign(number: &Number) -> &'static str {
    if number.negative { "سالب " } else { "" }
}

pub(super) fn number(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::at(place, customs)?;
    let agreement = Agreement::of(number.value().unwrap_or(0), place, number.length);
    Some(Said::new(number.length, format!("{}{}", sign(&number), amount(&number, agreement))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    fn read(text: &str) -> Option<String> {
        let at = text.find(|c: char| c == '-' || crate::parse::digits::value(c).is_some()).unwrap();
        number(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn small_numbers_have_the_other_gender() {
        assert_eq!(read("قرأت 7 كتب").as_deref(), Some("سبعة"));
        assert_eq!(read("قرأت 7 صفحات").as_deref(), Some("سبع"));
        assert_eq!(read("قرأت 11 كتابًا").as_deref(), Some("أحد عشر"));
        assert_eq!(read("قرأت 11 صفحة").as_deref(), Some("إحدى عشرة"));
        assert_eq!(read("قرأت 12 صفحة").as_deref(), Some("اثنتي عشرة"));
        assert_eq!(read("قرأت ٢٣ صفحة").as_deref(), Some("ثلاث وعشرين"));
        assert_eq!(read("لدينا 23 كتابًا").as_deref(), Some("ثلاثة وعشرون"));
    }

    #[test]
    fn large_numbers_count_their_thousands() {
        let words = |number| cardinal(number, Agreement::ALONE);
        assert_eq!(words(1_973), "ألف وتسعمئة وثلاثة وسبعين");
        assert_eq!(words(2_000), "ألفين");
        assert_eq!(words(11_000), "أحد عشر ألفًا");
        assert_eq!(words(3_200_000), "ثلاثة ملايين ومئتي ألف");
        assert_eq!(words(1_234), "ألف ومئتين وأربعة وثلاثين");
        assert_eq!(read("قرأت 2000 صفحة").as_deref(), Some("ألفي"));
        assert_eq!(read("قرأت 45000 صفحة").as_deref(), Some("خمسة وأربعين ألف"));
    }

    #[test]
    fn signs_and_fractions() {
        assert_eq!(read("بلغ ٣٫٢٥").as_deref(), Some("ثلاثة فاصلة خمسة وعشرين"));
        assert_eq!(read("بلغ 0.05").as_deref(), Some("صفر فاصلة صفر خمسة"));
        assert_eq!(read("بلغ -7").as_deref(), Some("سالب سبعة"));
    }
}
