//! Takes out of a text what must not reach an engine, and remembers where the rest came from.

use speech::ByteSpan;
use text::{is_line_end, is_silent_format};
use unicode_normalization::char::decompose_compatible;

/// A text without control characters and soundless marks, in plain letters and digits.
pub(crate) struct Cleaned {
    text: String,
    /// For each byte of `text`, the source span of the character it belongs to.
    origins: Vec<ByteSpan>,
    /// The bytes of `text` where a character begins that is not the source's own.
    replaced: Vec<usize>,
}

/// What becomes of a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    /// It is a letter or number in another dress, and becomes what it is without.
    BecomesPlain,
    /// It is a number in a ring or brackets, which does not grow together with what it touches: `①②` is not twelve.
    BecomesNumber,
    BecomesSpace,
    Vanishes,
}

impl Cleaned {
    pub(crate) fn new(source: &str) -> Self {
        let (text, origins) = (String::with_capacity(source.len()), Vec::with_capacity(source.len()));
        let mut cleaned = Self { text, origins, replaced: Vec::new() };
        for (at, c) in source.char_indices() {
            let after = at + c.len_utf8();
            match fate(c, cleaned.text.chars().next_back(), source[after..].chars().next()) {
                Fate::Stays => cleaned.append(c, ByteSpan::new(at, after)),
                Fate::BecomesPlain => cleaned.undress(c, at),
                Fate::BecomesNumber => {
                    cleaned.keep_apart(ByteSpan::new(at, after));
                    cleaned.undress(c, at);
                    if source[after..].starts_with(char::is_alphanumeric) {
                        cleaned.replace(' ', ByteSpan::new(at, after));
                    }
                }
                Fate::BecomesSpace => cleaned.replace(' ', ByteSpan::new(at, after)),
                Fate::Vanishes => {}
            }
        }
        cleaned
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The stretch of the source that `span`, a stretch of the cleaned text that is not empty, came from.
    pub(crate) fn source_of(&self, span: ByteSpan) -> ByteSpan {
        ByteSpan::new(self.origins[span.start].start, self.origins[span.end - 1].end)
    }

    /// The stretch of the cleaned text that came from `source`; `None` if nothing did.
    pub(crate) fn span_of(&self, source: ByteSpan) -> Option<ByteSpan> {
        let start = self.origins.partition_point(|origin| origin.start < source.start);
        let end = self.origins.partition_point(|origin| origin.end <= source.end);
        (start < end).then_some(ByteSpan::new(start, end))
    }

    /// Whether a stretch of the cleaned text that is not empty is the source's, byte for byte.
    pub(crate) fn is_the_source(&self, span: ByteSpan) -> bool {
        let next = self.replaced.partition_point(|at| *at < span.start);
        let is_own = self.replaced.get(next).is_none_or(|at| *at >= span.end);
        is_own && self.source_of(span).range().len() == span.range().len()
    }

    /// What a character is without its dress, the ring or brackets around it included: one character is one word.
    fn undress(&mut self, c: char, at: usize) {
        let origin = ByteSpan::new(at, at + c.len_utf8());
        decompose_compatible(c, |plain| {
            if !plain.is_ascii_punctuation() {
                self.replace(plain, origin);
            }
        });
    }

    fn keep_apart(&mut self, origin: ByteSpan) {
        if self.text.ends_with(char::is_alphanumeric) {
            self.replace(' ', origin);
        }
    }

    fn replace(&mut self, c: char, origin: ByteSpan) {
        self.replaced.push(self.text.len());
        self.append(c, origin);
    }

    fn append(&mut self, c: char, origin: ByteSpan) {
        self.text.push(c);
        self.origins.extend(std::iter::repeat_n(origin, c.len_utf8()));
    }
}

fn fate(c: char, before: Option<char>, after: Option<char>) -> Fate {
    let inside_word = before.is_some_and(is_visible) && after.is_some_and(is_visible);
    match c {
        _ if c.is_control() || is_line_end(c) || is_meaningless(c) => Fate::BecomesSpace,
        '\u{200B}' => Fate::BecomesSpace, // the space between words of scripts that show none
        '\u{200C}' | '\u{200D}' if inside_word => Fate::Stays,
        _ if shapes_emoji(c) && before.is_some_and(is_visible) => Fate::Stays,
        _ if is_silent_format(c) => Fate::Vanishes,
        '①'..='⒛' | '⓪' | '㉑'..='㉟' | '㊱'..='㊿' => Fate::BecomesNumber,
        _ if is_dressed(c) => Fate::BecomesPlain,
        _ => Fate::Stays,
    }
}

/// Bold, script and double-struck letters and digits (`𝐚`, `𝓐`, `ℝ`, `𝟙`), wide ones, and those in rings and boxes, which
/// engines leave out or name by their number. The ranges are Unicode's blocks.
fn is_dressed(c: char) -> bool {
    let is_letterlike = matches!(
        c,
        'ℂ' | 'ℊ'..='ℓ' | 'ℕ' | 'ℙ'..='ℝ' | 'ℤ' | 'ℨ' | 'ℬ' | 'ℭ' | 'ℯ'..='ℱ' | 'ℳ' | 'ℴ'
    );
    is_letterlike
        || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '⒜'..='ⓩ')
        || matches!(c, '\u{1D400}'..='\u{1D7FF}' | '\u{1F110}'..='\u{1F12B}' | '\u{1F130}'..='\u{1F149}')
}

fn is_visible(c: char) -> bool {
    !c.is_whitespace() && !c.is_control()
}

/// Variation selectors, skin tones and the tags of regional flags, without which an emoji is another one.
fn shapes_emoji(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

/// Private use, noncharacters and replacement characters: no two readers agree on them, and engines use some inwardly.
fn is_meaningless(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFFC}' | '\u{FFFD}' | '\u{F0000}'..='\u{10FFFF}')
        || matches!(c, '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(source: &str) -> String {
        Cleaned::new(source).text().to_owned()
    }

    #[test]
    fn controls_become_spaces() {
        assert_eq!(clean("a\u{1}b\tc\r\nd\u{85}e\u{2028}f"), "a b c  d e f");
    }

    #[test]
    fn soundless_marks_vanish_from_words() {
        assert_eq!(clean("\u{FEFF}ex\u{AD}am\u{2060}ple\u{200F}"), "example");
    }

    #[test]
    fn joiners_stay_only_inside_words() {
        assert_eq!(clean("می\u{200c}خواهم \u{200d}x\u{200c} "), "می\u{200c}خواهم x ");
        assert_eq!(clean("👩\u{200d}💻 ❤\u{FE0F} 👍🏽"), "👩\u{200d}💻 ❤\u{FE0F} 👍🏽");
    }

    #[test]
    fn letters_in_another_dress_become_plain() {
        assert_eq!(clean("𝕳𝖊𝖑𝖑𝖔 Ｗide ① ⑽ Ⓐ 🄱 ∀x∈ℝ 𝟙."), "Hello Wide 1 10 A B ∀x∈R 1.");
        assert_eq!(clean("№ ℃ ™ ½ m² 🅰"), "№ ℃ ™ ½ m² 🅰");
        let cleaned = Cleaned::new("x⑽");
        assert_eq!(cleaned.source_of(ByteSpan::new(2, 4)), ByteSpan::new(1, 4));
    }

    #[test]
    fn each_number_in_a_ring_is_one_of_its_own() {
        assert_eq!(clean("①②㉑"), "1 2 21");
        assert_eq!(clean("5①日、⑴⒉x"), "5 1 日、1 2 x");
        let cleaned = Cleaned::new("①②");
        assert_eq!(cleaned.source_of(ByteSpan::new(2, 3)), ByteSpan::new(3, 6));
    }

    #[test]
    fn a_stretch_is_the_source_where_nothing_was_replaced_or_left_out() {
        let cleaned = Cleaned::new("有𝟏𝟏𝟎个 ex\u{AD}am am");
        let is_own = |part: &str| {
            let at = cleaned.text().find(part).unwrap();
            cleaned.is_the_source(ByteSpan::new(at, at + part.len()))
        };
        assert_eq!(cleaned.text(), "有110个 exam am");
        assert_eq!(["有", "110", "个", "exam", " am"].map(is_own), [true, false, true, false, true]);
    }

    #[test]
    fn a_span_leads_back_over_what_vanished() {
        let cleaned = Cleaned::new("ex\u{AD}am");
        assert_eq!(cleaned.source_of(ByteSpan::new(0, 4)), ByteSpan::new(0, 6));
        assert_eq!(cleaned.span_of(ByteSpan::new(0, 6)), Some(ByteSpan::new(0, 4)));
        assert_eq!(cleaned.span_of(ByteSpan::new(2, 4)), None);
    }
}
