//! What stands behind the place at which a view is reading, as far as it is known.
//!
//! Rules ask through [`View::after`] and return `None` when only later text tells: then they are asked again from the same
//! place. A rule must come to the same answer however much more text there is, and must come to one within
//! [`MOST_WAITING`](crate::view::MOST_WAITING) bytes.

use crate::view::{End, View};

/// Runs of one mark are looked at no further than this. A longer one draws a line, and nothing of it is read.
pub(crate) const LONGEST_RUN: usize = 8;

impl View {
    /// The text from the place on.
    pub(crate) fn rest(&self) -> &str {
        &self.waiting[self.from..]
    }

    /// The character `bytes` behind the place: `None` if only later text tells, `Some(None)` if the text ends there.
    pub(crate) fn after(&self, bytes: usize) -> Option<Option<char>> {
        match self.rest().get(bytes..).and_then(|rest| rest.chars().next()) {
            Some(c) => Some(Some(c)),
            None if self.end == End::Final => Some(None),
            None => None,
        }
    }

    /// How many of `c`, a byte of ASCII, stand at `bytes` behind the place; no more than [`LONGEST_RUN`] are counted.
    pub(crate) fn run(&self, bytes: usize, c: u8) -> Option<usize> {
        self.run_of(bytes, |byte| byte == c)
    }

    /// How many bytes of ASCII stand there that are in a set.
    pub(crate) fn run_of(&self, bytes: usize, is_in: impl Fn(u8) -> bool) -> Option<usize> {
        let rest = self.rest().as_bytes().get(bytes..).unwrap_or_default();
        let length = rest.iter().take(LONGEST_RUN).take_while(|byte| is_in(**byte)).count();
        let is_settled = length < rest.len() || length == LONGEST_RUN || self.end == End::Final;
        is_settled.then_some(length)
    }

    /// Whether a line ends `bytes` behind the place, spaces apart. A few of them are looked at.
    pub(crate) fn line_ends(&self, bytes: usize) -> Option<bool> {
        let spaces = self.run_of(bytes, |byte| matches!(byte, b' ' | b'\t' | b'\r'))?;
        Some(self.after(bytes + spaces)?.is_none_or(|c| c == '\n'))
    }

    /// Whether the text goes on like `word`, without regard to the case of ASCII letters.
    pub(crate) fn goes_on_like(&self, bytes: usize, word: &str) -> Option<bool> {
        let rest = self.rest().as_bytes().get(bytes..).unwrap_or_default();
        let known = rest.len().min(word.len());
        if !rest[..known].eq_ignore_ascii_case(&word.as_bytes()[..known]) {
            return Some(false);
        }
        if known == word.len() {
            return Some(true);
        }
        (self.end == End::Final).then_some(false)
    }
}

/// Whether `c` is part of a word, in scripts that write spaces between words.
pub(crate) fn in_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() && !matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '\u{0E00}'..='\u{0EFF}'))
}

/// Whether nothing is there, or a space.
pub(crate) fn is_gap(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}
