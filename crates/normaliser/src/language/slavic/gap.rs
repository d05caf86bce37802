//! A space and the word behind it.

use crate::place::first_word;

/// One space of any width.
pub(crate) fn space(text: &str) -> usize {
    text.chars()
        .next()
        .filter(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}'))
        .map_or(0, char::len_utf8)
}

/// The letters with which `text` begins, without any space before them.
pub(crate) fn word_at(text: &str) -> &str {
    if text.starts_with(char::is_whitespace) { "" } else { first_word(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_one_space_is_passed_over() {
        let text = " \u{A0}г. Тула";
        assert_eq!((space(text), word_at(&text[1..]), word_at(&text[3..])), (1, "", "г"));
    }
}
