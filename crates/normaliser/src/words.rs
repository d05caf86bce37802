//! Finds the words of a cleaned text: what sounds, without the punctuation around it.

use speech::ByteSpan;
use unicode_segmentation::UnicodeSegmentation;

use text::{is_emoji, is_ideograph, sounds};

/// What a character, as people see it, does to the word it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Sounds, and goes together with its neighbours.
    Letter,
    /// Hiragana, which Japanese writes without spaces.
    Hiragana,
    /// Katakana, likewise.
    Katakana,
    /// A word by itself: an ideograph or an emoji.
    Alone,
    /// Makes no sound.
    Silent,
}

/// The words of `text`, in order.
pub(crate) fn find(text: &str) -> Vec<ByteSpan> {
    let mut words: Vec<ByteSpan> = Vec::new();
    let mut last = Kind::Silent;
    for (at, grapheme) in text.grapheme_indices(true) {
        let kind = kind(grapheme);
        if kind == Kind::Silent {
            continue;
        }
        let end = at + grapheme.len();
        match words.last_mut() {
            Some(word) if last == kind && goes_on(text, *word, at, kind) => word.end = end,
            Some(_) | None => words.push(ByteSpan::new(with_sign(text, at), end)),
        }
        last = kind;
    }
    words
}

fn kind(grapheme: &str) -> Kind {
    let Some(c) = grapheme.chars().find(|&c| sounds(c)) else { return Kind::Silent };
    match c {
        _ if is_ideograph(c) || is_emoji(c) => Kind::Alone,
        '\u{3041}'..='\u{309F}' => Kind::Hiragana,
        '\u{30A1}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}' => Kind::Katakana,
        _ => Kind::Letter,
    }
}

/// Whether the character at byte `at` belongs to `word`, whatever silent stands between them.
fn goes_on(text: &str, word: ByteSpan, at: usize, kind: Kind) -> bool {
    let gap = &text[word.end..at];
    match kind {
        Kind::Silent | Kind::Alone => false,
        Kind::Hiragana | Kind::Katakana => gap.is_empty(),
        Kind::Letter => gap.is_empty() || gap == "://" || joins(gap, &text[word.range()], &text[at..]),
    }
}

/// Whether `gap`, silent, stands inside a word: an apostrophe, a hyphen, the comma of a number.
fn joins(gap: &str, before: &str, after: &str) -> bool {
    let mut marks = gap.chars();
    let (Some(mark), None) = (marks.next(), marks.next()) else { return false };
    match mark {
        ',' | '٬' | '٫' => before.ends_with(char::is_numeric) && after.starts_with(char::is_numeric),
        '\'' | '’' | '‘' | '`' | '-' | '‐' | '‑' | '.' | '/' | ':' | '_' | '\\' | '·' | '*' | '~' | '|'
        | '^' => true,
        _ => false,
    }
}

/// The byte where a word that sounds from `at` on begins: a sign or decimal point before a number is read with it.
fn with_sign(text: &str, at: usize) -> usize {
    let (before, number) = text.split_at(at);
    let Some(sign) = before.chars().next_back() else { return at };
    let outside = &before[..before.len() - sign.len_utf8()];
    let stands_alone = outside.is_empty() || outside.ends_with(char::is_whitespace);
    if matches!(sign, '-' | '−' | '.') && stands_alone && number.starts_with(char::is_numeric) {
        outside.len()
    } else {
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn punctuation_stays_outside() {
        assert_eq!(words("“Hello,” (she) said…"), ["Hello", "she", "said"]);
        assert_eq!(words("one—two...three,four"), ["one", "two", "three", "four"]);
        assert!(words(" … — ** ?! ").is_empty());
    }

    #[test]
    fn what_belongs_together_is_one_word() {
        for one in
            ["don't", "well-known", "3.14", "1,000", "10:30", "and/or", "https://a.com/x", "e.g", "U.S.A"]
        {
            assert_eq!(words(one), [one]);
        }
    }

    #[test]
    fn symbols_that_are_read_aloud_are_inside() {
        assert_eq!(words("$100, 50%. C++ & #1! -5 .5"), ["$100", "50%", "C++", "&", "#1", "-5", ".5"]);
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(words("你好，世界。"), ["你", "好", "世", "界"]);
        assert_eq!(words("私はコーヒーを飲む"), ["私", "は", "コーヒー", "を", "飲", "む"]);
        assert_eq!(words("สวัสดี ครับ"), ["สวัสดี", "ครับ"]);
        assert_eq!(words("क्या? हाँ।"), ["क्या", "हाँ"]);
        assert_eq!(words("iPhone手机"), ["iPhone", "手", "机"]);
    }

    #[test]
    fn an_emoji_is_a_word_by_itself() {
        assert_eq!(words("Great!👩\u{200d}💻👍🏽 ok"), ["Great", "👩\u{200d}💻", "👍🏽", "ok"]);
    }
}
