//! Turkish number words, and the endings that are written behind figures. Start with [`with_ending`].

use numerals::Numerals;

use crate::parse::number::Number;

/// The words of a whole number.
pub(super) fn cardinal(number: u64) -> Option<String> {
    Numerals::of("tr")?.spell("spellout-cardinal", number)
}

/// The words of a place in an order.
pub(super) fn ordinal(number: u64) -> Option<String> {
    Numerals::of("tr")?.spell("spellout-ordinal", number)
}

/// The words of a number with its sign and fraction: `eksi on iki`, `üç virgül sıfır beş`.
pub(super) fn number(number: &Number) -> Option<String> {
    let mut words = cardinal(number.value()?)?;
    if let Some(fraction) = &number.fraction {
        words = format!("{words} virgül {}", fraction_words(fraction)?);
    }
    Some(if number.negative { format!("eksi {words}") } else { words })
}

/// The digits behind a decimal mark: zeros, then what follows as one number, or digit by digit if that is long.
fn fraction_words(digits: &str) -> Option<String> {
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    let together = zeros < digits.len() && digits.len() - zeros <= 3;
    if !together {
        return one_by_one(digits);
    }
    let number = cardinal(digits[zeros..].parse().ok()?)?;
    Some(if zeros == 0 { number } else { format!("{} {number}", one_by_one(&digits[..zeros])?) })
}

/// The names of digits.
pub(super) fn one_by_one(digits: &str) -> Option<String> {
    let names = digits.chars().filter_map(|c| c.to_digit(10)).map(|digit| cardinal(u64::from(digit)));
    Some(names.collect::<Option<Vec<_>>>()?.join(" "))
}

/// The ending behind an apostrophe with which the text begins (`'ten`), and its length with the apostrophe.
pub(super) fn ending(text: &str) -> Option<(&str, usize)> {
    let bare = text.strip_prefix(['\'', '’', '‘', '`'])?;
    let mark = text.len() - bare.len();
    let end = bare.find(|c: char| !c.is_lowercase()).unwrap_or(bare.len());
    let fits = (1..=24).contains(&end) && !bare[end..].starts_with(char::is_alphanumeric);
    fits.then_some((&bare[..end], mark + end))
}

/// Number words with the ending that was written for them; `dört` softens before a vowel.
pub(super) fn with_ending(words: &str, ending: &str) -> String {
    match words.strip_suffix("dört") {
        Some(head) if ending.starts_with(is_vowel) => format!("{head}dörd{ending}"),
        _ => format!("{words}{ending}"),
    }
}

/// A word with an ending that was written for its abbreviation (`TL'ye`), which may sound otherwise: the ending's vowels and
/// first consonant are made to fit the word.
pub(super) fn with_fitted_ending(word: &str, ending: &str) -> String {
    let Some(last) = word.chars().rev().find(|c| is_vowel(*c)) else { return format!("{word}{ending}") };
    let open = word.ends_with(is_vowel);
    let ending = fitted_start(ending, open, word.ends_with(is_voiceless));
    let mut before = last;
    let mut said = word.to_owned();
    for c in ending.chars() {
        let c = harmonised(c, before);
        if is_vowel(c) {
            before = c;
        }
        said.push(c);
    }
    said
}

/// The ending with the consonant that joins it to a word: `y` only behind vowels, `t` only behind voiceless ones.
fn fitted_start(ending: &str, open: bool, voiceless: bool) -> String {
    let mut letters = ending.chars();
    let first = letters.next().unwrap_or(' ');
    let rest = letters.as_str();
    let vowel_follows = rest.starts_with(is_vowel);
    match first {
        'y' | 'n' | 's' if vowel_follows && !open => rest.to_owned(),
        _ if is_vowel(first) && open && matches!(rest, "n") => format!("n{ending}"),
        _ if is_vowel(first) && open => format!("y{ending}"),
        'd' | 't' if vowel_follows => format!("{}{rest}", if voiceless { 't' } else { 'd' }),
        _ => ending.to_owned(),
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'ı' | 'i' | 'o' | 'ö' | 'u' | 'ü')
}

fn is_voiceless(c: char) -> bool {
    matches!(c, 'f' | 's' | 't' | 'k' | 'ç' | 'ş' | 'h' | 'p')
}

/// The vowel of an ending behind another vowel.
fn harmonised(c: char, before: char) -> char {
    let back = matches!(before, 'a' | 'ı' | 'o' | 'u');
    let round = matches!(before, 'o' | 'ö' | 'u' | 'ü');
    match c {
        'a' | 'e' => {
            if back {
                'a'
            } else {
                'e'
            }
        }
        'ı' | 'i' | 'u' | 'ü' => match (back, round) {
            (true, true) => 'u',
            (true, false) => 'ı',
            (false, true) => 'ü',
            (false, false) => 'i',
        },
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_joined() {
        assert_eq!(ending("'ten sonra"), Some(("ten", 4)));
        assert_eq!(ending("’ü"), Some(("ü", 5)));
        assert_eq!((ending("' x"), ending("'X"), ending("x")), (None, None, None));
        assert_eq!(with_ending("kırk dört", "ü"), "kırk dördü");
        assert_eq!(with_ending("dört", "te"), "dörtte");
    }

    #[test]
    fn endings_fit_the_word_that_is_said() {
        assert_eq!(with_fitted_ending("lira", "ye"), "liraya");
        assert_eq!(with_fitted_ending("lira", "den"), "liradan");
        assert_eq!(with_fitted_ending("lira", "lik"), "liralık");
        assert_eq!(with_fitted_ending("dolar", "ye"), "dolara");
        assert_eq!(with_fitted_ending("kilogram", "ı"), "kilogramı");
        assert_eq!(with_fitted_ending("litre", "u"), "litreyi");
        assert_eq!(with_fitted_ending("bayt", "da"), "baytta");
    }

    #[test]
    fn zeros_behind_the_mark_are_said() {
        assert_eq!(fraction_words("05").as_deref(), Some("sıfır beş"));
        assert_eq!(fraction_words("14").as_deref(), Some("on dört"));
        assert_eq!(fraction_words("1416").as_deref(), Some("bir dört bir altı"));
    }
}
