//! A place in a text, as a rule sees it.

use speech::Language;

use crate::parse::{goes_on, is_unspaced};

/// How far a rule sees, in bytes: enough for a long address, and a bound on its work.
const AHEAD: usize = 512;
const BEHIND: usize = 160;

/// Where a rule is asked. It sees a bounded stretch on either side, so all rules together are linear in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Place<'a> {
    /// The place `at` of `text`, of which nothing from `end` on may be read over.
    pub(crate) fn new(text: &'a str, at: usize, end: usize) -> Self {
        Self { text, at, end: text.floor_char_boundary(end.min(at + AHEAD)) }
    }

    /// What stands at the place and behind it.
    pub(crate) fn rest(self) -> &'a str {
        &self.text[self.at..self.end]
    }

    /// What stands before it.
    pub(crate) fn before(self) -> &'a str {
        &self.text[self.text.ceil_char_boundary(self.at.saturating_sub(BEHIND))..self.at]
    }

    /// The place so many bytes further on.
    pub(crate) fn further(self, length: usize) -> Self {
        Self { at: self.text.floor_char_boundary((self.at + length).min(self.end)), ..self }
    }

    /// What stands before it in the same clause, at most so many characters.
    pub(crate) fn clause_before(self, most: usize) -> &'a str {
        let before = self.before();
        let mut start = before.len();
        for (at, c) in before.char_indices().rev().take(most) {
            if ends_clause(c) {
                break;
            }
            start = at;
        }
        &before[start..]
    }

    /// The character before it, if any.
    pub(crate) fn previous(self) -> Option<char> {
        self.before().chars().next_back()
    }

    /// Whether no letter or digit stands directly before it; those of scripts without spaces do not count.
    pub(crate) fn begins_word(self) -> bool {
        !self.previous().is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c))
    }

    /// Whether a word or number could begin here, and none of these marks joins it to what stands directly before.
    pub(crate) fn begins_free(self, joining: &[char]) -> bool {
        self.begins_word() && !self.previous().is_some_and(|c| joining.contains(&c))
    }

    /// Whether no Latin letter and no European digit stands directly before it: others may, where particles are written
    /// together with numbers.
    pub(crate) fn begins_latin(self) -> bool {
        !self.previous().is_some_and(|c| c.is_ascii_alphanumeric())
    }

    /// The run of letters before it, across spaces; empty if another mark stands between.
    pub(crate) fn previous_word(self) -> &'a str {
        last_word(self.before())
    }

    /// The run of letters that follows `length` bytes further on, across spaces; empty if another mark stands between.
    pub(crate) fn next_word(self, length: usize) -> &'a str {
        first_word(self.rest().get(length..).unwrap_or_default())
    }

    /// Whether the full stop with which the first `length` bytes end is the last of a sentence too, in the language with
    /// this tag: then it must still reach the engine, which pauses there.
    pub(crate) fn ends_sentence(self, length: usize, tag: &str) -> bool {
        let end = self.at + length;
        let before = self.text[..end].strip_suffix('.');
        before.is_some_and(|before| text::ends_sentence(&Language::new(tag), before, &self.text[end..]))
    }

    /// Whether a word or number could end `length` bytes further on: no letter or digit follows there, but for those of
    /// scripts without spaces.
    pub(crate) fn may_end(self, length: usize) -> bool {
        !goes_on(self.rest().get(length..).unwrap_or_default())
    }
}

/// Marks behind which another clause begins, in any script; a full stop or colon also stands elsewhere, and is none.
fn ends_clause(c: char) -> bool {
    matches!(c, ',' | ';' | '!' | '?' | '\n' | '،' | '؛' | '؟' | '।' | '॥')
        || matches!(c, '，' | '；' | '。' | '！' | '？' | '、' | '｡' | '․')
}

/// The letters with which `text` begins, behind spaces.
pub(crate) fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    &text[..text.find(|c: char| !is_of_word(c)).unwrap_or(text.len())]
}

/// The letters with which `text` ends, before spaces.
pub(crate) fn last_word(text: &str) -> &str {
    let text = text.trim_end();
    let start = text.rfind(|c: char| !is_of_word(c));
    &text[start.map_or(0, |at| text.ceil_char_boundary(at + 1))..]
}

/// Letters, and the marks that Indian and Arabic scripts write vowels with, which Unicode counts as no letters.
fn is_of_word(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{0300}'..='\u{036F}' | '\u{093C}' | '\u{094D}' | '\u{064B}'..='\u{0652}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_on_either_side_are_seen_across_spaces_only() {
        let place = Place::new("Am 3. Oktober, dann", 3, 100);
        assert_eq!((place.previous_word(), place.next_word(1), place.next_word(2)), ("Am", "", "Oktober"));
        assert!(place.begins_word() && place.may_end(1));
        let second = Place::new("3/4", 2, 3);
        assert!(second.begins_free(&['.', ',']) && !second.begins_free(&['.', '/']));
        assert_eq!(last_word("कि हिन्दी "), "हिन्दी");
    }

    #[test]
    fn a_place_further_on_sees_its_clause() {
        let place = Place::new("否，号码是12", 0, 100).further("否，号码是".len());
        assert_eq!((place.rest(), place.clause_before(9), place.clause_before(2)), ("12", "号码是", "码是"));
        assert_eq!(place.further(500).rest(), "");
    }

    #[test]
    fn no_rule_sees_further_than_the_bounds() {
        let text = "ä".repeat(1_000);
        let place = Place::new(&text, 1_000, 2_000);
        assert_eq!((place.rest().len(), place.before().len()), (AHEAD, BEHIND));
        assert_eq!(Place::new(&text, 1_000, 1_010).rest().len(), 10);
    }
}
