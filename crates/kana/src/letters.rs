//! Names of Latin letters, which all words in them are spelled with: `NHK`. Nobody tells here how a foreign word is said.

const NAMES: [&str; 26] = [
    "エー",
    "ビー",
    "シー",
    "ディー",
    "イー",
    "エフ",
    "ジー",
    "エイチ",
    "アイ",
    "ジェー",
    "ケー",
    "エル",
    "エム",
    "エヌ",
    "オー",
    "ピー",
    "キュー",
    "アール",
    "エス",
    "ティー",
    "ユー",
    "ブイ",
    "ダブリュー",
    "エックス",
    "ワイ",
    "ゼット",
];

/// The name of a Latin letter.
pub(crate) fn name(letter: char) -> Option<&'static str> {
    let first = match letter {
        'A'..='Z' => 'A',
        'a'..='z' => 'a',
        'Ａ'..='Ｚ' => 'Ａ',
        'ａ'..='ｚ' => 'ａ',
        _ => return None,
    };
    NAMES.get(letter as usize - first as usize).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_names_in_both_widths_and_cases() {
        let said = |text: &str| text.chars().filter_map(name).collect::<String>();
        assert_eq!(said("NHK"), "エヌエイチケー");
        assert_eq!(said("ＪＲのｚ"), "ジェーアールゼット");
        assert_eq!(said("pc"), "ピーシー");
    }
}
