//! Halves of surrogate pairs: JavaScript clients that cut text at UTF-16 units send an emoji as `"\ud83d"` in one
//! message and `"\ude00"` in the next. No Rust string holds a half, so on its way through the JSON parser each travels
//! as a stand-in of two characters, and a [`SurrogateJoiner`] makes the halves whole again.

use std::borrow::Cow;
use std::fmt;

use session::Command;
use speech::ContextId;

use crate::actions::Actions;

/// Begins a stand-in: a noncharacter, which Unicode keeps out of interchange (The Unicode Standard, 23.7).
const MARKER: char = '\u{10FFFE}';
/// Ends a stand-in: half `0xD800 + n` travels as the marker and `U+100000 + n`.
const STAND_IN: u32 = 0x10_0000;
const FIRST_HIGH: u32 = 0xD800;
const FIRST_LOW: u32 = 0xDC00;
const END: u32 = 0xE000;

/// Replaces the escapes of unpaired halves in raw JSON by their stand-ins. Costs nothing where none are.
#[must_use]
pub fn protect(json: &str) -> Cow<'_, str> {
    if !json.contains("\\ud") && !json.contains("\\uD") {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 12);
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = take_escape(rest, &mut out);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A text in which nothing can complete a lone half any more: each becomes `U+FFFD`.
#[must_use]
pub fn whole(text: &str) -> String {
    let mut joiner = SurrogateJoiner::default();
    let mut whole = joiner.push(text).into_owned();
    whole.extend(joiner.settle());
    whole
}

/// Copies the escape at the start of `rest`, whole pairs as they are; returns how many bytes it had.
fn take_escape(rest: &str, out: &mut String) -> usize {
    let Some(half) = half_at(rest) else {
        let width = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
        out.push_str(&rest[..width]);
        return width;
    };
    let pair = half < FIRST_LOW && half_at(&rest[6..]).is_some_and(|low| low >= FIRST_LOW);
    if pair {
        out.push_str(&rest[..12]);
        return 12;
    }
    out.push(MARKER);
    out.extend(char::from_u32(STAND_IN + half - FIRST_HIGH));
    6
}

/// The surrogate half whose escape stands at the start of `rest`.
fn half_at(rest: &str) -> Option<u32> {
    let digits = rest.strip_prefix("\\u")?.get(..4)?;
    let unit = u32::from_str_radix(digits, 16).ok()?;
    (FIRST_HIGH..END).contains(&unit).then_some(unit)
}

/// Joins halves over the messages of one context. A half that stays alone becomes `U+FFFD`.
#[derive(Default)]
pub struct SurrogateJoiner {
    waiting: Option<u32>,
}

impl SurrogateJoiner {
    /// The next message's text, with halves joined; a high half at its end waits for the next.
    pub fn push<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        if text.is_empty() || (self.waiting.is_none() && !text.contains(MARKER)) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let half = chars.peek().filter(|_| c == MARKER).and_then(|next| stand_in(*next));
            match half {
                Some(half) => {
                    chars.next();
                    self.take_half(half, &mut out);
                }
                None => {
                    out.extend(self.settle());
                    out.push(c);
                }
            }
        }
        Cow::Owned(out)
    }

    /// No more comes that could complete a waiting half: it becomes `U+FFFD`.
    pub fn settle(&mut self) -> Option<char> {
        self.waiting.take().map(|_| char::REPLACEMENT_CHARACTER)
    }

    /// Has `context` say a message's text, as far as its last character is there.
    pub(crate) fn say(&mut self, context: ContextId, text: &str, out: &mut Actions) {
        let text = self.push(text);
        if !text.is_empty() {
            out.command(Command::Say { context, text: text.into_owned().into() });
        }
    }

    /// Has `context` say what waits for its other half, since nothing completes it any more.
    pub(crate) fn say_rest(&mut self, context: ContextId, out: &mut Actions) {
        if let Some(replacement) = self.settle() {
            out.command(Command::Say { context, text: String::from(replacement).into() });
        }
    }

    fn take_half(&mut self, half: u32, out: &mut String) {
        if half < FIRST_LOW {
            out.extend(self.settle());
            self.waiting = Some(half);
        } else {
            out.push(
                self.waiting.take().and_then(|high| join(high, half)).unwrap_or(char::REPLACEMENT_CHARACTER),
            );
        }
    }
}

impl fmt::Debug for SurrogateJoiner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.waiting.is_some() { "SurrogateJoiner(half)" } else { "SurrogateJoiner" })
    }
}

fn stand_in(c: char) -> Option<u32> {
    let half = u32::from(c).checked_sub(STAND_IN)? + FIRST_HIGH;
    (half < END).then_some(half)
}

fn join(high: u32, low: u32) -> Option<char> {
    char::from_u32(0x1_0000 + ((high - FIRST_HIGH) << 10) + (low - FIRST_LOW))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(json: &str) -> String {
        serde_json::from_str::<String>(&protect(json)).unwrap()
    }

    #[test]
    fn halves_in_two_messages_become_one_character() {
        let mut joiner = SurrogateJoiner::default();
        assert_eq!(joiner.push(&text_of(r#""Hi \ud83d""#)), "Hi ");
        assert_eq!(joiner.push(&text_of(r#""\uDE00!""#)), "😀!");
        assert_eq!(joiner.settle(), None);
    }

    #[test]
    fn whole_pairs_and_other_escapes_stay_as_they_are() {
        let json = r#""a\n\u00e9\ud83d\ude00\\ud83d""#;
        assert_eq!(protect(json), json);
        assert_eq!(text_of(json), "a\né😀\\ud83d");
    }

    #[test]
    fn a_lone_half_is_replaced() {
        let mut joiner = SurrogateJoiner::default();
        assert_eq!(joiner.push(&text_of(r#""\ude00a\ud83db""#)), "\u{fffd}a\u{fffd}b");
        assert_eq!(joiner.push(&text_of(r#""\ud83d""#)), "");
        assert_eq!(joiner.settle(), Some('\u{fffd}'));
        assert_eq!(whole(&text_of(r#""name\ud83d""#)), "name\u{fffd}");
    }

    #[test]
    fn private_use_characters_of_the_client_are_its_own() {
        let text = "\u{100000}a\u{10FFFE}b\u{100400}";
        assert_eq!(SurrogateJoiner::default().push(text), text);
        assert_eq!(whole(&text_of(r#""\udbc0\udc00 hello""#)), "\u{100000} hello");
    }
}
