//! Numbers in characters, in kana: `六百` is ロッピャク.

/// Longer runs are read in parts: what is said in one go has fewer.
pub(crate) const MOST_CHARACTERS: usize = 16;

/// How a number is said, with its last part apart, whose sounds change before what is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numeral {
    before: String,
    last: String,
    pub(crate) end: End,
}

/// What a number ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// One to nine, or nothing.
    Digit(u8),
    Ten,
    Hundred,
    Thousand,
    /// Ten thousand and its powers.
    Great,
}

impl Numeral {
    pub(crate) fn kana(&self) -> String {
        format!("{}{}", self.before, self.last)
    }

    /// As it is said before a consonant that it doubles: ロッ, ジュッ.
    pub(crate) fn shortened(&self) -> String {
        format!("{}{}", self.before, short(&self.last))
    }

    /// With another last part.
    pub(crate) fn ending(&self, last: &str) -> String {
        format!("{}{last}", self.before)
    }

    fn push(&mut self, own: String, end: End) {
        self.before.push_str(&self.last);
        (self.last, self.end) = (own, end);
    }

    /// A unit behind what it multiplies.
    fn multiply(&mut self, unit: char) {
        let (end, plain, voiced, hard) = match unit {
            '十' => (End::Ten, "ジュー", "ジュー", "ジュー"),
            '百' => (End::Hundred, "ヒャク", "ビャク", "ピャク"),
            '千' => (End::Thousand, "セン", "ゼン", "セン"),
            '万' => (End::Great, "マン", "マン", "マン"),
            '億' => (End::Great, "オク", "オク", "オク"),
            _ => (End::Great, "チョー", "チョー", "チョー"),
        };
        let own = match (unit, self.end) {
            ('百' | '千', End::Digit(3)) => voiced,
            ('百', End::Digit(6 | 8)) | ('千', End::Digit(1 | 8)) | ('兆', End::Digit(1 | 8) | End::Ten) =>
            {
                self.last = short(&self.last);
                hard
            }
            _ => plain,
        };
        self.push(own.to_owned(), end);
    }
}

/// イチ, ロク, ハチ, ジュー, ヒャク give up their last part before a consonant that they double.
fn short(kana: &str) -> String {
    let kept = kana.char_indices().last().map_or(0, |(last, _)| last);
    format!("{}ッ", &kana[..kept])
}

pub(crate) fn is_numeral(character: char) -> bool {
    "〇零一二三四五六七八九".contains(character) || is_place(character)
}

/// Ten and its powers.
pub(crate) fn is_place(character: char) -> bool {
    "十百千万億兆".contains(character)
}

/// How many changes others as three does, some as nothing does.
fn digit(character: char) -> Option<u8> {
    match character {
        '零' | '数' => Some(0),
        '何' => Some(3),
        _ => "〇一二三四五六七八九".chars().position(|digit| digit == character)?.try_into().ok(),
    }
}

fn name(digit: u8, written: char) -> &'static str {
    match digit {
        _ if written == '零' => "レー",
        _ if written == '数' => "スー",
        _ if written == '何' => "ナン",
        0 => "ゼロ",
        1 => "イチ",
        2 => "ニ",
        3 => "サン",
        4 => "ヨン",
        5 => "ゴ",
        6 => "ロク",
        7 => "ナナ",
        8 => "ハチ",
        _ => "キュー",
    }
}

/// How these characters, all numerals, are said. Digits in a row are said one by one.
pub(crate) fn read(characters: &[char]) -> Numeral {
    let mut numeral = Numeral { before: String::new(), last: String::new(), end: End::Digit(0) };
    for character in characters {
        match digit(*character) {
            Some(digit) => numeral.push(name(digit, *character).to_owned(), End::Digit(digit)),
            None => numeral.multiply(*character),
        }
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_change_each_others_sounds() {
        for (written, said) in [
            ("千二百", "センニヒャク"),
            ("三百", "サンビャク"),
            ("六百八十", "ロッピャクハチジュー"),
            ("八百", "ハッピャク"),
            ("三千", "サンゼン"),
            ("八千", "ハッセン"),
            ("一千万", "イッセンマン"),
            ("一兆", "イッチョー"),
            ("二十兆", "ニジュッチョー"),
            ("何千", "ナンゼン"),
            ("数百", "スーヒャク"),
            ("二〇二六", "ニゼロニロク"),
            ("一億三千万", "イチオクサンゼンマン"),
        ] {
            assert_eq!(read(&written.chars().collect::<Vec<_>>()).kana(), said, "{written}");
        }
    }
}
