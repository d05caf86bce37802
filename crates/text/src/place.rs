//! A place in the open segment, with what the meaning of a mark there depends on in the text before it.
//!
//! It moves forwards only, and each character is passed once, so that no rule need look back.

use std::time::Duration;

use crate::call::Call;
use crate::effort::spend;
use crate::language::{Customs, Quotations};
use crate::mark::{Enclosure, enclosure};
use crate::past::Past;
use crate::quotes::Quotes;
use crate::weight::weight;
use crate::word::{Behind, Words};

/// Begins at the segment's start.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Place {
    behind: Behind,
    quotes: Quotes,
    past: Past,
    /// How many quotations are open that began within the sentence, and which character the first of them is.
    inner: u16,
    inner_from: usize,
    /// The character with which code began that has not ended.
    code_from: Option<usize>,
    call: Call,
    /// Words that have ended.
    words: u16,
    /// Characters from the first that is no space.
    characters: usize,
    /// As many of them as lie before the spaces at the end.
    trimmed: usize,
    /// How long these take to say.
    speech: Duration,
    /// And the spaces behind them.
    pause: Duration,
}

/// How somebody writes, by the first letter of the segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Manner {
    /// There was no letter.
    #[default]
    Unknown,
    /// Sentences begin with a capital.
    Capitals,
    /// They do not, or the script has none.
    Small,
}

impl Manner {
    fn with(self, c: char) -> Self {
        match self {
            Self::Unknown if c.is_uppercase() => Self::Capitals,
            Self::Unknown if c.is_alphabetic() => Self::Small,
            known => known,
        }
    }
}

impl Place {
    /// Its byte.
    pub(crate) fn at(&self) -> usize {
        self.behind.end()
    }

    /// The words before it in `text`.
    pub(crate) fn words(&mut self, text: &str) -> Words {
        self.behind.words(text)
    }

    /// How many words stand before it.
    pub(crate) fn count_words(&self) -> u16 {
        self.words + u16::from(self.is_at_word())
    }

    fn is_at_word(&self) -> bool {
        self.characters > 0 && self.characters == self.trimmed
    }

    /// One at the start of a text with this past.
    pub(crate) fn follow(past: Past) -> Self {
        Self { past, ..Self::default() }
    }

    /// What is remembered of the text before it.
    pub(crate) fn past(&self) -> Past {
        self.past
    }

    /// Notes that this word is a name.
    pub(crate) fn note_name(&mut self, word: &str) {
        self.past.names.note(word);
    }

    /// Notes that a list has come to this item.
    pub(crate) fn note_item(&mut self, item: u16) {
        self.behind.note_item(item);
    }

    /// How long what stands before it takes to say, spaces around it not counted.
    pub(crate) fn speech(&self) -> Duration {
        self.speech
    }

    /// The character of `text` there.
    pub(crate) fn next(&self, text: &str) -> Option<char> {
        text[self.at()..].chars().next()
    }

    /// Moves behind `c`, which stands there.
    pub(crate) fn pass(&mut self, c: char) {
        spend(1);
        self.behind.pass(c);
        self.quotes.pass(c);
        self.past.manner = self.past.manner.with(c);
        self.pass_corner(c);
        self.call = self.call.then(c, self.characters);
        if c.is_whitespace() {
            self.words = self.words.saturating_add(u16::from(self.is_at_word()));
            let is_between = self.characters > 0;
            self.characters += usize::from(is_between);
            self.pause += if is_between { weight(c) } else { Duration::ZERO };
        } else {
            self.characters += 1;
            self.trimmed = self.characters;
            self.speech += std::mem::take(&mut self.pause) + weight(c);
        }
    }

    /// Counts the marks of quotations that scripts without spaces write inside a sentence.
    fn pass_corner(&mut self, c: char) {
        match c {
            '「' if self.inner > 0 => self.inner = self.inner.saturating_add(1),
            '「' if self.characters > 0 => (self.inner, self.inner_from) = (1, self.characters),
            '」' => self.inner = self.inner.saturating_sub(1),
            '`' if self.code_from.take().is_none() && self.trimmed < self.characters.max(1) => {
                self.code_from = Some(self.characters);
            }
            '\n' => self.code_from = None,
            _ => {}
        }
    }

    /// Whether it is inside a quotation that is part of a sentence, or inside code, and not a long one.
    pub(crate) fn is_inside(&self) -> bool {
        const LONGEST: usize = 100;
        let is_near = |from: usize| self.characters - from <= LONGEST;
        self.inner > 0 && is_near(self.inner_from)
            || self.code_from.is_some_and(is_near)
            || self.call.inside().is_some_and(is_near)
    }

    /// Moves `bytes` on in `text`.
    pub(crate) fn pass_bytes(&mut self, text: &str, bytes: usize) {
        let at = self.at();
        text[at..at + bytes].chars().for_each(|c| self.pass(c));
    }

    /// Whether `c`, which stands there, closes something; `None` if only later text tells.
    pub(crate) fn closes(&self, text: &str, c: char) -> Option<bool> {
        match enclosure(c) {
            Some(Enclosure::Closing) => Some(true),
            Some(Enclosure::Opening) | None => Some(false),
            Some(Enclosure::Either) if self.quotes.are_open(c) => Some(true),
            // Only a mark with a word right behind it can open; and the one that opened may stand in an earlier segment.
            Some(Enclosure::Either) => self.after(text, c).map(|next| !next.is_alphanumeric()),
        }
    }

    /// Whether `c`, which stands there, is the space that French writes before the mark that closes a quotation.
    pub(crate) fn is_space_before_guillemet(&self, text: &str, c: char, customs: &Customs) -> Option<bool> {
        if !c.is_whitespace() || !self.quotes.are_open('»') && customs.quotations == Quotations::Tight {
            return Some(false);
        }
        self.after(text, c).map(|next| next == '»')
    }

    /// The character behind `c`, which stands there.
    pub(crate) fn after(&self, text: &str, c: char) -> Option<char> {
        spend(1);
        text[self.at() + c.len_utf8()..].chars().next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate_speech;

    #[test]
    fn spaces_around_do_not_count() {
        let mut place = Place::default();
        place.pass_bytes("  a b  ", 7);
        assert_eq!((place.at(), place.speech()), (7, estimate_speech("a b")));
    }
}
