//! Bytes as a sequence of operations.
//!
//! The first byte of each operation chooses it; what it takes follows. So a fuzzer that deletes, doubles or moves bytes
//! makes other conversations, not nonsense. Well-formed messages are operations of their own, since random bytes hardly
//! ever spell JSON.

use std::time::Duration;

/// One thing that happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// The client sends a text frame.
    Text(String),
    /// The client sends a binary frame.
    Binary(Vec<u8>),
    /// Time passes.
    Wait(Duration),
    /// The client takes so many bytes a second from now on; nothing at 0.
    Slow(u32),
    /// The client takes everything at once again.
    Fast,
    /// The server begins to close.
    Drain,
}

/// Bytes that become operations.
#[derive(Debug)]
pub struct Story<'a> {
    rest: &'a [u8],
    phrases: &'a [&'a str],
}

/// In a phrase this stands for text from the story.
const BLANK: char = '_';

impl<'a> Story<'a> {
    /// `phrases` are the protocol's own messages, with `_` where text of the story goes.
    #[must_use]
    pub fn new(bytes: &'a [u8], phrases: &'a [&'a str]) -> Self {
        Self { rest: bytes, phrases }
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// The next bytes, as many as the byte before them says, or as there are.
    fn piece(&mut self) -> &'a [u8] {
        let length = self.byte().map_or(0, usize::from).min(self.rest.len());
        let (piece, rest) = self.rest.split_at(length);
        self.rest = rest;
        piece
    }

    fn text(&mut self) -> String {
        String::from_utf8_lossy(self.piece()).into_owned()
    }

    fn phrase(&mut self) -> Option<String> {
        let chosen = usize::from(self.byte()?) % self.phrases.len();
        let phrase = self.phrases[chosen];
        let filled = phrase.contains(BLANK).then(|| phrase.replace(BLANK, &escaped(&self.text())));
        Some(filled.unwrap_or_else(|| phrase.to_owned()))
    }
}

/// As the inside of a JSON string, so that the phrase stays well-formed.
fn escaped(text: &str) -> String {
    let escape = |character: char| match character {
        '"' => "\\\"".to_owned(),
        '\\' => "\\\\".to_owned(),
        control if control.is_control() => format!("\\u{:04x}", u32::from(control)),
        other => other.to_string(),
    };
    text.chars().map(escape).collect()
}

impl Iterator for Story<'_> {
    type Item = Operation;

    /// Half of all first bytes choose a well-formed message.
    fn next(&mut self) -> Option<Operation> {
        Some(match self.byte()? {
            0..=127 => Operation::Text(self.phrase()?),
            128..=159 => Operation::Text(self.text()),
            160..=167 => Operation::Binary(self.piece().to_vec()),
            168..=199 => Operation::Wait(Duration::from_millis(u64::from(self.byte()?) * 4)),
            200..=215 => Operation::Wait(Duration::from_secs(u64::from(self.byte()?) * 4)),
            216..=231 => Operation::Slow(u32::from(self.byte()?) * 500),
            232..=253 => Operation::Fast,
            254..=255 => Operation::Drain,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(bytes: &[u8]) -> Vec<Operation> {
        Story::new(bytes, &["{\"say\":\"_\"}", "stop"]).collect()
    }

    #[test]
    fn phrases_are_filled_with_text_that_cannot_break_them() {
        assert_eq!(story(b"\x00\x00\x02a\""), [Operation::Text("{\"say\":\"a\\\"\"}".into())]);
        assert_eq!(story(b"\x00\x00\x01\n"), [Operation::Text("{\"say\":\"\\u000a\"}".into())]);
        assert_eq!(story(b"\x00\x01"), [Operation::Text("stop".into())]);
    }

    #[test]
    fn a_story_may_end_anywhere() {
        for end in 0..6 {
            let bytes = &[0, 0, 9, b'a', 200, 7][..end];
            assert!(story(bytes).len() <= 1);
        }
        assert_eq!(story(&[200, 7]), [Operation::Wait(Duration::from_secs(28))]);
        assert_eq!(story(&[160, 9, 1, 2]), [Operation::Binary(vec![1, 2])]);
    }
}
