//! Numbers, decimals and digits one by one.

use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::Said;

/// Zero is said in English where figures are read one by one, and mostly where it stands alone.
const FIGURES: [&str; 10] = ["ゼロ", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// The words of a whole number.
pub(super) fn cardinal(number: u64, customs: &Customs) -> String {
    let words = || customs.spell("spellout-cardinal", number);
    if number == 0 { FIGURES[0].into() } else { words().unwrap_or_else(|| figures(&number.to_string())) }
}

/// Digits one by one.
pub(super) fn figures(digits: &str) -> String {
    digits.bytes().filter_map(|digit| FIGURES.get(usize::from(digit.wrapping_sub(b'0')))).copied().collect()
}

/// The words of a number without its sign.
pub(super) fn amount(number: &Number, customs: &Customs) -> String {
    let whole = number.value().map_or_else(|| figures(&number.whole), |value| cardinal(value, customs));
    match &number.fraction {
        Some(fraction) => format!("{whole}点{}", figures(fraction)),
        None => whole,
    }
}

/// What a minus is called, for a number that has one.
pub(super) fn sign(number: &Number) -> &'static str {
    if number.negative { "マイナス" } else { "" }
}

pub(super) fn number(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::at(place, customs)?;
    let following = &place.rest()[number.length..];
    if number.count() == Some(0) && following.starts_with(['時', '度']) {
        return Some(Said::new(number.length, "零"));
    }
    Some(Said::new(number.length, format!("{}{}", sign(&number), amount(&number, customs))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ja::CUSTOMS;

    #[test]
    fn numbers_are_written_in_characters() {
        let read = |text| number(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("1,600").as_deref(), Some("千六百"));
        assert_eq!(read("０．５").as_deref(), Some("ゼロ点五"));
        assert_eq!(read("-20").as_deref(), Some("マイナス二十"));
        assert_eq!(read("10000").as_deref(), Some("一万"));
        assert_eq!(
            read("12345678901234567890").as_deref(),
            Some("一二三四五六七八九ゼロ一二三四五六七八九ゼロ")
        );
    }
}
