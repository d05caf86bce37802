//! Names of Latin letters, for what is written in capitals and spelled: `NHK`.

/// What is spelled has no more letters.
pub(crate) const MOST_LETTERS: usize = 6;

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

/// The names of these letters if they are capitals and few.
pub(crate) fn spelled(letters: &[char]) -> Option<String> {
    if letters.len() > MOST_LETTERS {
        return None;
    }
    letters
        .iter()
        .map(|letter| NAMES.get(place(*letter)?))
        .collect::<Option<Vec<_>>>()
        .map(|names| names.into_iter().copied().collect())
}

fn place(letter: char) -> Option<usize> {
    let first = match letter {
        'A'..='Z' => 'A',
        'Ａ'..='Ｚ' => 'Ａ',
        _ => return None,
    };
    Some(letter as usize - first as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_spelled_and_words_are_not() {
        let said = |text: &str| spelled(&text.chars().collect::<Vec<_>>());
        assert_eq!(said("NHK").as_deref(), Some("エヌエイチケー"));
        assert_eq!(said("ＪＲ").as_deref(), Some("ジェーアール"));
        assert_eq!(said("Rust"), None);
        assert_eq!(said("ABCDEFG"), None);
    }
}
