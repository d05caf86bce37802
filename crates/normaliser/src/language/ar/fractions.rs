//! Fractions: from a half to a tenth they have names.

use crate::customs::Customs;
use crate::parse::fraction as parse;
use crate::place::Place;
use crate::rule::Said;

use super::grammar::Agreement;
use super::numbers::cardinal;

/// One part, two parts, several parts, by the denominator from two on.
const PARTS: [(&str, &str, &str); 9] = [
    ("نصف", "نصفين", "أنصاف"),
    ("ثلث", "ثلثين", "أثلاث"),
    ("ربع", "ربعين", "أرباع"),
    ("خمس", "خمسين", "أخماس"),
    ("سدس", "سدسين", "أسداس"),
    ("سبع", "سبعين", "أسباع"),
    ("ثمن", "ثمنين", "أثمان"),
    ("تسع", "تسعين", "أتساع"),
    ("عشر", "عشرين", "أعشار"),
];

pub(super) fn fraction(place: Place<'_>, _: &Customs) -> Option<Said> {
    let fraction = parse::fraction(place.rest()).filter(|_| place.begins_latin())?;
    let word = |number| cardinal(number, Agreement::ALONE);
    let part = (fraction.denominator as usize).checked_sub(2).and_then(|index| PARTS.get(index));
    let words = match (part, fraction.numerator) {
        (Some((one, ..)), 1) => (*one).into(),
        (Some((_, two, _)), 2) => (*two).into(),
        (Some((.., several)), number) => format!("{} {several}", word(number)),
        (None, number) => format!("{} على {}", word(number), word(fraction.denominator)),
    };
    let whole = fraction.whole.map(|whole| format!("{} و", word(whole))).unwrap_or_default();
    Some(Said::new(fraction.length, format!("{whole}{words}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    #[test]
    fn parts_have_names() {
        let read = |text| fraction(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("3/4").as_deref(), Some("ثلاثة أرباع"));
        assert_eq!(read("2½").as_deref(), Some("اثنين ونصف"));
        assert_eq!(read("5/12").as_deref(), Some("خمسة على اثني عشر"));
    }
}
