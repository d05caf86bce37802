//! What no dictionary has: names in katakana, words in Latin letters, rare characters, marks.

use crate::classes::{MARK, NOUN, NUMBER, STEP};
use crate::letters;
use crate::script::Script;

/// Longer runs are several words.
const MOST_CHARACTERS: usize = 32;
/// And so are more letters, whose names are long.
const MOST_LETTERS: usize = 8;

// Source: `unk.def` of IPADIC 2.7.0.
const KATAKANA: i32 = 9_461 / STEP;
const HIRAGANA: i32 = 13_069 / STEP;
const KANJI: i32 = 11_426 / STEP;
const LATIN: i32 = 13_398 / STEP;
const OTHER: i32 = 4_769 / STEP;

/// A word that is made up of what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unknown {
    /// In characters.
    pub(crate) length: usize,
    pub(crate) kind: u16,
    pub(crate) cost: i32,
    pub(crate) kana: Option<String>,
}

/// How many small kana `text` begins with: they belong to the kana before them.
fn small(text: &[char]) -> usize {
    text.iter().take(MOST_CHARACTERS).take_while(|kana| is_small(**kana)).count()
}

/// Whether no word begins with this kana.
pub(crate) fn is_small(kana: char) -> bool {
    "ゃゅょゎぁぃぅぇぉャュョヮァィゥェォー".contains(kana)
}

/// The word that begins at `at`, in case the dictionary does not say what it is; `is_known` tells whether it does.
pub(crate) fn unknown(text: &[char], at: usize, is_known: bool) -> Option<Unknown> {
    let character = text[at];
    let script = Script::of(character);
    let is_inside = at.checked_sub(1).is_some_and(|before| Script::of(text[before]) == script);
    let most = if script == Script::Latin { MOST_LETTERS } else { MOST_CHARACTERS };
    let run = || text[at..].iter().take(most).take_while(|next| Script::of(**next) == script).count();
    let (length, kind, cost) = match script {
        Script::Katakana if !is_inside || !is_known => (run(), NOUN, KATAKANA),
        Script::Latin if !is_inside || !is_known => (run(), NOUN, LATIN),
        Script::Hiragana if !is_known => (1 + small(&text[at + 1..]), NOUN, HIRAGANA),
        Script::Kanji if !is_known => (1, NOUN, KANJI),
        Script::Other if !is_known => (1, if character.is_ascii_digit() { NUMBER } else { MARK }, OTHER),
        _ => return None,
    };
    let own = &text[at..at + length];
    let kana = match script {
        Script::Hiragana | Script::Katakana => Some(katakana(own)),
        Script::Latin => Some(own.iter().filter_map(|letter| letters::name(*letter)).collect()),
        Script::Kanji => Some(UNREADABLE.to_owned()),
        Script::Other => {
            SIGNS.iter().find(|(sign, _)| *sign == character).map(|(_, kana)| (*kana).to_owned())
        }
    };
    Some(Unknown { length, kind, cost, kana })
}

/// Signs that are words.
const SIGNS: &[(char, &str)] = &[
    ('㈱', "カブシキガイシャ"),
    ('㈲', "ユーゲンガイシャ"),
    ('㈹', "ダイヒョー"),
    ('〒', "ユービンバンゴー"),
    ('〓', "ゲタ"),
];

/// What is said for a character without any reading: that it is one.
const UNREADABLE: &str = "カンジ";

/// Half-width katakana in the order of Unicode, from U+FF66 on.
const HALF_WIDTH: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

/// In full-width katakana, the sounds of what is there; marks of voicing join the kana before them.
fn katakana(text: &[char]) -> String {
    let mut kana = String::with_capacity(3 * text.len());
    for character in text {
        match character {
            'ﾞ' => add_to_last(&mut kana, 1),
            'ﾟ' => add_to_last(&mut kana, 2),
            'ｦ'..='ﾝ' => kana.extend(HALF_WIDTH.chars().nth(*character as usize - 'ｦ' as usize)),
            'ぁ'..='ゖ' => kana.extend(char::from_u32(*character as u32 + 0x60)),
            'ゝ' | 'ヽ' => kana.extend(kana.chars().next_back()),
            'ゞ' | 'ヾ' => {
                kana.extend(kana.chars().next_back());
                add_to_last(&mut kana, 1);
            }
            other => kana.push(*other),
        }
    }
    kana
}

fn add_to_last(kana: &mut String, places: u32) {
    let Some(last) = kana.pop() else { return };
    let changes = match last {
        'ハ'..='ホ' => true,
        'カ'..='ト' => places == 1,
        _ => false,
    };
    let other = if last == 'ウ' && places == 1 { Some('ヴ') } else { char::from_u32(last as u32 + places) };
    kana.push(other.filter(|_| changes || last == 'ウ').unwrap_or(last));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_width_kana_are_read_as_the_others() {
        let text: Vec<_> = "ｶﾞｿﾘﾝｽﾀﾝﾄﾞでﾊﾟﾝ".chars().collect();
        assert_eq!(unknown(&text, 0, true).and_then(|word| word.kana).as_deref(), Some("ガソリンスタンド"));
        assert_eq!(unknown(&text, 11, false).and_then(|word| word.kana).as_deref(), Some("パン"));
    }
}
