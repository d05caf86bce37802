//! Letters with digits: `B2B`, `COVID-19`, `A4`, `7QX49B`.

use crate::customs::Customs;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;
use crate::shared::pieces::{self, Role};
use crate::shared::spell;

/// Longer codes than this are none.
const LONGEST: usize = 40;

/// Capitals and digits in one, perhaps with hyphens; small letters only before digits (`mp3`, `x86`), for behind them
/// they are units.
pub(crate) fn mixed(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let code = code(place.rest()).filter(|_| place.begins_word())?;
    let joined = place.previous().is_some_and(|c| matches!(c, '.' | ',' | '-' | '–' | '/' | ':'));
    let (code, plural) = match code
        .strip_suffix('s')
        .filter(|bare| bare.ends_with(|c: char| c.is_ascii_digit()) && is_capital(bare))
    {
        Some(bare) => (bare, "s"),
        None => (code, ""),
    };
    if joined || !place.may_end(code.len() + plural.len()) || !is_code(code) {
        return None;
    }
    let mut said: Vec<String> = parts(code).map(|part| say(part, customs)).collect();
    let fraction = place.rest()[code.len()..].strip_prefix('.').and_then(digits::run);
    let length = code.len() + fraction.as_ref().map_or(0, |(_, more)| 1 + more);
    if let Some((digits, _)) = fraction.filter(|_| code.ends_with(|c: char| c.is_ascii_digit())) {
        let point = if customs.point.is_empty() { customs.mark('.')? } else { customs.point };
        said.extend([point.to_owned(), spell::one_by_one(&digits, customs)]);
    }
    Some(Said::new(length + plural.len(), spell::join(said) + plural))
}

/// Whether all letters are capitals, and there are some.
fn is_capital(code: &str) -> bool {
    code.contains(|c: char| c.is_ascii_uppercase()) && !code.contains(|c: char| c.is_ascii_lowercase())
}

/// Letters, digits and single hyphens between them.
fn code(text: &str) -> Option<&str> {
    let belongs = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let all = &text[..text.find(|c| !belongs(c)).unwrap_or(text.len())];
    let all = all.trim_end_matches('-');
    (all.len() <= LONGEST && !all.starts_with('-') && !all.contains("--")).then_some(all)
}

/// Whether it holds both kinds, and its letters are such as codes have.
fn is_code(code: &str) -> bool {
    let has_digit = code.contains(|c: char| c.is_ascii_digit());
    let has_letter = code.contains(|c: char| c.is_ascii_alphabetic());
    let small_first = code.len() <= 8 && !code.contains('-') && {
        let digits = code.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        digits > 0
            && code[..digits].chars().all(|c| c.is_ascii_lowercase())
            && code[digits..].chars().all(|c| c.is_ascii_digit())
    };
    has_digit && has_letter && (!code.contains(|c: char| c.is_ascii_lowercase()) || small_first)
}

fn say(part: &str, customs: &Customs) -> String {
    match part.as_bytes().first() {
        Some(first) if first.is_ascii_digit() => spell::figures(part, customs),
        _ if part.len() <= 2 => spell::characters(part, customs),
        _ => pieces::word(part, Role::Inner, customs),
    }
}

/// Runs of letters and of digits.
fn parts(code: &str) -> impl Iterator<Item = &str> {
    code.split('-').flat_map(|part| {
        let runs = part.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
        runs.filter_map(|run| std::str::from_utf8(run).ok())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    #[test]
    fn letters_are_spelled_and_words_said() {
        let customs = Customs { vowels: "AEIOU", ..COMMA_GROUPS };
        let read = |text: &str| mixed(Place::new(text, 0, text.len()), &customs).map(|said| said.words);
        assert_eq!(read("B2B,"), Some("b two b".into()));
        assert_eq!(read("COVID-19."), Some("covid nineteen".into()));
        assert_eq!(read("AK-47"), Some("a k forty-seven".into()));
        assert_eq!(read("mp3 "), Some("m p three".into()));
        for none in ["5km", "3rd", "word", "1234", "A-B", "2-3"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
