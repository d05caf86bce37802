//! Numbers: each below a hundred has its own word; lakh and crore.

use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::Said;

const FIGURES: [&str; 10] = ["शून्य", "एक", "दो", "तीन", "चार", "पाँच", "छह", "सात", "आठ", "नौ"];

/// What CLDR spells as fewer people do.
const SPELLINGS: &[(&str, &str)] = &[("पन्द्रह", "पंद्रह"), ("तिरेपन", "तिरपन"), ("तिरेसठ", "तिरसठ")];

/// The words of a whole number.
pub(super) fn cardinal(number: u64, customs: &Customs) -> String {
    let words = customs.spell("spellout-cardinal", number).unwrap_or_else(|| figures(&number.to_string()));
    SPELLINGS.iter().fold(words, |words, (rare, usual)| words.replace(rare, usual))
}

/// Digits one by one, with spaces between.
pub(super) fn figures(digits: &str) -> String {
    let words = digits.bytes().filter_map(|digit| FIGURES.get(usize::from(digit.wrapping_sub(b'0'))));
    words.copied().collect::<Vec<_>>().join(" ")
}

/// The words of a number without its sign.
pub(super) fn amount(number: &Number, customs: &Customs) -> String {
    let whole = number.value().map_or_else(|| figures(&number.whole), |value| cardinal(value, customs));
    match &number.fraction {
        Some(fraction) => format!("{whole} दशमलव {}", figures(fraction)),
        None => whole,
    }
}

/// What a minus is called, for a number that has one.
pub(super) fn sign(number: &Number) -> &'static str {
    if number.negative { "माइनस " } else { "" }
}

pub(super) fn number(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::at(place, customs)?;
    let words = if number.has_leading_zero() && number.fraction.is_none() {
        figures(&number.whole)
    } else {
        amount(&number, customs)
    };
    Some(Said::new(number.length, format!("{}{words}", sign(&number))))
}

/// Whether a noun before this word takes its oblique form: a postposition follows.
pub(super) fn is_postposition(word: &str) -> bool {
    matches!(
        word,
        "में" | "से"
            | "का"
            | "की"
            | "के"
            | "को"
            | "पर"
            | "तक"
            | "ने"
            | "वाला"
            | "वाली"
            | "वाले"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    #[test]
    fn numbers_have_indian_groups() {
        let read = |text| number(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("२,१५,०००").as_deref(), Some("दो लाख पंद्रह हज़ार"));
        assert_eq!(read("4.08").as_deref(), Some("चार दशमलव शून्य आठ"));
        assert_eq!(read("-9").as_deref(), Some("माइनस नौ"));
        assert_eq!(read("007").as_deref(), Some("शून्य शून्य सात"));
    }
}
