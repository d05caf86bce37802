//! Which texts must sound. Read [`must_sound`] first.

/// Whether silence for this text is a failure: it has a letter or a digit of any script, other than letters that only say
/// something about the letter beside them (`ー` makes it longer, `々` says it again, `ʰ` is breathed) and have no sound alone.
#[must_use]
pub fn must_sound(text: &str) -> bool {
    text.chars().any(|character| character.is_alphanumeric() && !leans(character))
}

/// Whether a letter has no sound by itself: modifier letters, and the kana that doubles the next consonant.
fn leans(letter: char) -> bool {
    matches!(letter, 'っ' | 'ッ' | 'ｯ') || is_modifier(letter)
}

/// Source: the general category `Lm` of Unicode 14.
fn is_modifier(letter: char) -> bool {
    matches!(
        letter,
        '\u{2b0}'..='\u{2c1}' | '\u{2c6}'..='\u{2d1}' | '\u{2e0}'..='\u{2e4}' | '\u{2ec}' | '\u{2ee}'
            | '\u{374}' | '\u{37a}' | '\u{559}' | '\u{640}' | '\u{6e5}'..='\u{6e6}' | '\u{7f4}'..='\u{7f5}'
            | '\u{7fa}' | '\u{81a}' | '\u{824}' | '\u{828}' | '\u{8c9}' | '\u{971}' | '\u{e46}' | '\u{ec6}'
            | '\u{10fc}' | '\u{17d7}' | '\u{1843}' | '\u{1aa7}' | '\u{1c78}'..='\u{1c7d}'
            | '\u{1d2c}'..='\u{1d6a}' | '\u{1d78}' | '\u{1d9b}'..='\u{1dbf}' | '\u{2071}' | '\u{207f}'
            | '\u{2090}'..='\u{209c}' | '\u{2c7c}'..='\u{2c7d}' | '\u{2d6f}' | '\u{2e2f}' | '\u{3005}'
            | '\u{3031}'..='\u{3035}' | '\u{303b}' | '\u{309d}'..='\u{309e}' | '\u{30fc}'..='\u{30fe}'
            | '\u{a015}' | '\u{a4f8}'..='\u{a4fd}' | '\u{a60c}' | '\u{a67f}' | '\u{a69c}'..='\u{a69d}'
            | '\u{a717}'..='\u{a71f}' | '\u{a770}' | '\u{a788}' | '\u{a7f2}'..='\u{a7f4}'
            | '\u{a7f8}'..='\u{a7f9}' | '\u{a9cf}' | '\u{a9e6}' | '\u{aa70}' | '\u{aadd}'
            | '\u{aaf3}'..='\u{aaf4}' | '\u{ab5c}'..='\u{ab5f}' | '\u{ab69}' | '\u{ff70}'
            | '\u{ff9e}'..='\u{ff9f}' | '\u{10780}'..='\u{10785}' | '\u{10787}'..='\u{107b0}'
            | '\u{107b2}'..='\u{107ba}' | '\u{16b40}'..='\u{16b43}' | '\u{16f93}'..='\u{16f9f}'
            | '\u{16fe0}'..='\u{16fe1}' | '\u{16fe3}' | '\u{1aff0}'..='\u{1aff3}'
            | '\u{1aff5}'..='\u{1affb}' | '\u{1affd}'..='\u{1affe}' | '\u{1e137}'..='\u{1e13d}'
            | '\u{1e94b}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_of_any_script_sound() {
        for text in ["a", "…7", "²", "ß", "漢", "ア", "ぁ", "ー長い", "กๆ", "مـ", "๓", "ⵣ", "ﾃ", "\u{20000}"]
        {
            assert!(must_sound(text), "{text}");
        }
    }

    #[test]
    fn marks_and_what_leans_on_letters_need_not() {
        for text in ["", " …", "🙂", "ーー。", "々", "〻ゝヽ", "ʰʲ", "ๆ", "ـ", "っ！", "ﾞｰ"]
        {
            assert!(!must_sound(text), "{text}");
        }
    }
}
