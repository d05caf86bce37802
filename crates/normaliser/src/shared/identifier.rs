//! Names of code: `snake_case`, `camelCase`, `list.sort()`.

use crate::customs::Customs;
use crate::place::Place;
use crate::rule::Said;
use crate::shared::pieces::{self, Role};
use crate::shared::spell;

/// A name that shows that it is one of code.
pub(crate) fn identifier(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.'))).unwrap_or(rest.len());
    let name = rest[..end].trim_end_matches(['.', '_']);
    let called = rest[name.len()..].starts_with("()");
    let of_code =
        name.trim_start_matches('_').contains('_') || (called && name.contains('.')) || is_camel(name);
    if !of_code || !place.begins_word() || !name.contains(char::is_alphabetic) || name.contains("..") {
        return None;
    }
    let length = name.len() + if called { 2 } else { 0 };
    Some(Said::new(
        length,
        spell::join(words(name).into_iter().map(|word| pieces::say(word, Role::Inner, customs))),
    ))
}

/// Two small letters and more, then a capital before a small one: `getName`, but neither `iPhone` nor `macOS`.
fn is_camel(name: &str) -> bool {
    let small = name.find(|c: char| !c.is_lowercase()).unwrap_or(name.len());
    let mut behind = name[small..].chars();
    small >= 2
        && behind.next().is_some_and(char::is_uppercase)
        && behind.next().is_some_and(char::is_lowercase)
}

/// Where capitals show words within a name: `HelloWorld` is two. Capitals in a row stay together.
pub(crate) fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in name.char_indices() {
        let next = name[at..].chars().nth(1);
        let begins = c.is_uppercase()
            && (before.is_some_and(char::is_lowercase)
                || (before.is_some_and(char::is_uppercase) && next.is_some_and(char::is_lowercase)));
        if begins {
            words.push(&name[start..at]);
            start = at;
        }
        before = Some(c);
    }
    words.push(&name[start..]);
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    #[test]
    fn code_shows_itself() {
        let customs = Customs { marks: &[('.', "dot"), ('_', "underscore")], ..COMMA_GROUPS };
        let read = |text: &str| identifier(Place::new(text, 0, text.len()), &customs).map(|said| said.words);
        assert_eq!(read("max_size."), Some("max underscore size".into()));
        assert_eq!(read("getUserName, "), Some("get User Name".into()));
        assert_eq!(read("list.sort() is"), Some("list dot sort".into()));
        for none in ["iPhone", "macOS", "word", "end.", "_this_", "O.K"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn capitals_in_a_row_stay_together() {
        assert_eq!(words("parseHTMLPage"), ["parse", "HTML", "Page"]);
        assert_eq!(words("plain"), ["plain"]);
    }
}
