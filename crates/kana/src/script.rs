//! Which script a character is of.

/// The scripts that a Japanese text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Hiragana,
    Katakana,
    Kanji,
    Latin,
    /// Anything else: marks, spaces, figures, other scripts.
    Other,
}

impl Script {
    pub(crate) fn of(character: char) -> Self {
        match character {
            'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => Self::Hiragana,
            'ァ'..='ヺ' | 'ー'..='ヾ' | 'ｦ'..='ﾟ' => Self::Katakana,
            '々' | '〆' | '〇' | '㐀'..='䶿' | '一'..='鿿' | '豈'..='﫿' | '\u{20000}'..='\u{323af}' => {
                Self::Kanji
            }
            'A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Self::Latin,
            _ => Self::Other,
        }
    }
}

/// Whether this is a character of a script whose words stand side by side without spaces: kana and Chinese characters, as
/// Japanese and Chinese are written.
#[must_use]
pub fn is_unspaced(character: char) -> bool {
    matches!(Script::of(character), Script::Hiragana | Script::Katakana | Script::Kanji)
}
