//! Letters, digits and marks by their names.

use crate::customs::Customs;
use crate::parse::digits;

/// What a voice is given for the name of a letter.
pub(crate) fn letter(c: char, customs: &Customs) -> String {
    let small: String = c.to_lowercase().collect();
    let known = customs.letters.iter().find(|(letter, _)| small.starts_with(*letter));
    known.map_or(small, |(_, name)| (*name).to_owned())
}

/// Each letter, digit and mark of `text` by its name; what has none is left out.
pub(crate) fn characters(text: &str, customs: &Customs) -> String {
    let name = |c: char| match digits::value(c) {
        Some(value) => digit(value, customs),
        None if c.is_alphabetic() => letter(c, customs),
        None => customs.mark(c).unwrap_or_default().to_owned(),
    };
    join(text.chars().map(name))
}

/// The digits of `text` one by one; all else is left out.
pub(crate) fn one_by_one(text: &str, customs: &Customs) -> String {
    join(text.chars().filter_map(digits::value).map(|value| digit(value, customs)))
}

/// A digit by its name.
pub(crate) fn digit(value: u8, customs: &Customs) -> String {
    number(u64::from(value), customs)
}

/// A number in words; in figures if the language has no words for it.
pub(crate) fn number(number: u64, customs: &Customs) -> String {
    customs.spell(customs.numbering, number).unwrap_or_else(|| number.to_string())
}

/// A run of European digits in a name, an address or a code: a number if it is short, else one by one.
pub(crate) fn figures(run: &str, customs: &Customs) -> String {
    match customs.figures {
        Some(figures) => figures(run, customs),
        None => short_or_one_by_one(run, customs),
    }
}

fn short_or_one_by_one(run: &str, customs: &Customs) -> String {
    match run.parse() {
        Ok(value) if run.len() <= 3 && !(run.len() > 1 && run.starts_with('0')) => number(value, customs),
        _ => one_by_one(run, customs),
    }
}

/// What is said, with single spaces between; what is empty is left out.
pub(crate) fn join(parts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut joined = String::new();
    for part in parts {
        if !joined.is_empty() && !part.as_ref().is_empty() {
            joined.push(' ');
        }
        joined.push_str(part.as_ref());
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    #[test]
    fn everything_has_its_name() {
        let customs = Customs { letters: &[('a', "ay")], marks: &[('-', "dash")], ..COMMA_GROUPS };
        assert_eq!(characters("A-b 4", &customs), "ay dash b four");
        assert_eq!(one_by_one("12-0", &customs), "one two zero");
    }

    #[test]
    fn long_figures_are_said_one_by_one() {
        let said = ["42", "007", "1234"].map(|run| figures(run, &COMMA_GROUPS));
        assert_eq!(said, ["forty-two", "zero zero seven", "one two three four"]);
    }
}
