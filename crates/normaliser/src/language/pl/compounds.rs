//! Words with a number in them: `20-letni`, `100-lecie`, `5-osobowy`.

use crate::customs::Customs;
use crate::parse::digits;
use crate::place::{Place, first_word};
use crate::rule::Said;

const UNITS: [&str; 20] = [
    "",
    "jedno",
    "dwu",
    "trzy",
    "cztero",
    "pięcio",
    "sześcio",
    "siedmio",
    "ośmio",
    "dziewięcio",
    "dziesięcio",
    "jedenasto",
    "dwunasto",
    "trzynasto",
    "czternasto",
    "piętnasto",
    "szesnasto",
    "siedemnasto",
    "osiemnasto",
    "dziewiętnasto",
];
const TENS: [&str; 10] = [
    "",
    "",
    "dwudziesto",
    "trzydziesto",
    "czterdziesto",
    "pięćdziesięcio",
    "sześćdziesięcio",
    "siedemdziesięcio",
    "osiemdziesięcio",
    "dziewięćdziesięcio",
];
const HUNDREDS: [&str; 10] = [
    "",
    "stu",
    "dwustu",
    "trzystu",
    "czterystu",
    "pięćset",
    "sześćset",
    "siedemset",
    "osiemset",
    "dziewięćset",
];

/// A number below a thousand, a hyphen and the rest of the word.
pub(super) fn compound(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (digits, length) =
        digits::run(text).filter(|(digits, _)| digits.len() <= 3 && place.begins_word())?;
    let behind = text[length..].strip_prefix(['-', '‑'])?;
    let start = text.len() - behind.len();
    let word = first_word(behind);
    let fits = behind.starts_with(word) && word.chars().count() > 4 && word.chars().all(char::is_lowercase);
    fits.then(|| Some(Said::new(start + word.len(), format!("{}{word}", first_part(digits.parse().ok()?)?))))?
}

/// A number as the first part of a word.
fn first_part(number: usize) -> Option<String> {
    let tail = number % 100;
    let (tens, units) = if tail < 20 { (0, tail) } else { (tail / 10, tail % 10) };
    (number > 0).then(|| format!("{}{}{}", HUNDREDS[number / 100], TENS[tens], UNITS[units]))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    #[test]
    fn numbers_are_parts_of_words() {
        let said = |text: &str| Normaliser::new(&Language::new("pl")).read(text).text.as_str().to_owned();
        assert_eq!(said("25-letni sąsiad"), "dwudziestopięcioletni sąsiad");
        assert_eq!(said("100-lecie klubu"), "stulecie klubu");
        assert_eq!(said("3-osobowa"), "trzyosobowa");
    }
}
