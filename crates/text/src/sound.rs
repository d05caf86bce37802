//! Which characters sound.

use crate::mark::is_emoji;

/// Whether there is anything in `text` to say: a letter, a digit, or a symbol that is read aloud.
#[must_use]
pub fn is_speakable(text: &str) -> bool {
    text.chars().any(sounds)
}

/// Whether `c` is a letter, a digit, an emoji or a symbol that has a name.
#[must_use]
pub fn sounds(c: char) -> bool {
    c.is_alphanumeric() || is_spoken_symbol(c) || is_emoji(c)
}

/// Symbols that have a name which readers say, unlike punctuation and the marks of markup (`*`, `_`, `~`, `|`).
pub(crate) fn is_spoken_symbol(c: char) -> bool {
    matches!(
        c,
        '$' | '%' | '&' | '+' | '=' | '#' | '@' | '<' | '>'
            | '¢'..='¥' | '§' | '©' | '®' | '°' | '±' | 'µ' | '¶' | '×' | '÷'
            | '‰' | '‱' | '№' | '™' | '℃' | '℉'
            | '\u{20A0}'..='\u{20C0}'   // currencies
            | '\u{2190}'..='\u{21FF}'   // arrows
            | '\u{2200}'..='\u{22FF}'   // mathematics
            | '＄' | '％' | '＆' | '＋' | '＝' | '＃' | '＠' | '￠'..='￡' | '￥' | '￦'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_and_markup_alone_say_nothing() {
        for silent in ["", " \n", "…", "—", "**", "?!", "\u{200b}", "。", "\u{1}"] {
            assert!(!is_speakable(silent), "{silent:?}");
        }
    }

    #[test]
    fn letters_digits_and_named_symbols_sound() {
        for speakable in ["a", "7", "&", "50%", "😀", "语", "ก", "→", "…x"] {
            assert!(is_speakable(speakable), "{speakable:?}");
        }
    }
}
