//! Word times as tokens: what stands between two white spaces, marks attached, exactly as the user wrote it.

use std::ops::Range;
use std::sync::Arc;

use session::{AudioEvent, Part};
use speech::{AudioTime, EncodedAudio, SegmentText, WordTime};

use crate::tiles::Zero;

/// One token with its times.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// As the user wrote it. Never empty, and without white space.
    pub(crate) text: String,
    /// How many tokens of this context came before it.
    pub(crate) index: u64,
    /// When its first word begins.
    pub(crate) start: AudioTime,
    /// When its last word ends, never before `start`. Tokens without a letter or digit take no time.
    pub(crate) end: AudioTime,
}

/// Turns the words of one context's audio events into tokens.
///
/// A token is told with the stretch of audio in which its last word begins; nearly always it has only one.
pub(crate) struct Tokens {
    zero: Zero,
    /// What the last word was said in, and how many bytes of it are in tokens.
    segment: Option<Arc<SegmentText>>,
    covered: usize,
    /// A token to which more words may belong.
    open: Option<Token>,
    next: u64,
}

impl Tokens {
    /// For a context that has not spoken.
    pub(crate) const fn new(zero: Zero) -> Self {
        Self { zero, segment: None, covered: 0, open: None, next: 0 }
    }

    /// The tokens that are known with this stretch of audio.
    pub(crate) fn of(&mut self, audio: &AudioEvent<EncodedAudio>) -> Vec<Token> {
        let mut known = Vec::new();
        for word in &audio.words {
            self.take(word, &mut known);
        }
        if audio.part == Part::Last {
            known.extend(self.open.take());
        }
        known
    }

    fn take(&mut self, word: &WordTime, known: &mut Vec<Token>) {
        let zero = match self.zero {
            Zero::Generation => AudioTime::ZERO,
            Zero::Context => word.generation_start,
        };
        let (start, end) = (zero + word.start, zero + word.end);
        self.enter(&word.segment, known);
        let text: &str = &word.segment.text;
        let range = around(text, word.span.range());
        match &mut self.open {
            Some(open) if range.start < self.covered => open.end = end,
            _ => {
                known.extend(self.open.take());
                self.tell_letterless(text, range.start, start, known);
                self.open = Some(self.token(&text[range.clone()], start, end));
            }
        }
        self.covered = self.covered.max(range.end);
        if !text[word.span.end..range.end].contains(char::is_alphanumeric) {
            known.extend(self.open.take());
        }
        self.tell_letterless(text, word.tail_end, end, known);
    }

    fn enter(&mut self, segment: &Arc<SegmentText>, known: &mut Vec<Token>) {
        if !self.segment.as_ref().is_some_and(|current| Arc::ptr_eq(current, segment)) {
            known.extend(self.open.take());
            (self.segment, self.covered) = (Some(Arc::clone(segment)), 0);
        }
    }

    /// Tokens before `to` that nothing was spoken of, such as a dash on its own.
    fn tell_letterless(&mut self, text: &str, to: usize, at: AudioTime, known: &mut Vec<Token>) {
        let Some(gap) = text.get(self.covered..to) else { return };
        for silent in gap.split_whitespace() {
            let token = self.token(silent, at, at);
            known.push(token);
        }
        self.covered = to;
    }

    fn token(&mut self, text: &str, start: AudioTime, end: AudioTime) -> Token {
        let index = self.next;
        self.next += 1;
        Token { text: text.to_owned(), index, start, end }
    }
}

/// `word`, grown to the white space on both sides.
fn around(text: &str, word: Range<usize>) -> Range<usize> {
    let before = text[..word.start].rfind(char::is_whitespace);
    let start = before.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let end = text[word.end..].find(char::is_whitespace).map_or(text.len(), |at| word.end + at);
    start..end
}

#[cfg(test)]
mod tests {
    use speech::{ByteSpan, TextPosition};

    use super::*;

    /// The tokens of a text whose words are spoken 100 ms each.
    fn tokens(text: &str, words: &[&str]) -> Vec<(u64, String, u64, u64)> {
        let segment = Arc::new(SegmentText { text: text.to_owned().into(), start: TextPosition::default() });
        let (mut tokens, mut known) = (Tokens::new(Zero::Context), Vec::new());
        let (mut covered, mut at) = (0, 0);
        for (index, spoken) in words.iter().enumerate() {
            let start = covered + text[covered..].find(spoken).unwrap();
            let end = start + spoken.len();
            let last = index + 1 == words.len();
            let word = WordTime {
                segment: Arc::clone(&segment),
                span: ByteSpan { start, end },
                lead_start: covered,
                tail_end: if last { text.len() } else { end },
                start: AudioTime::from_millis(at),
                end: AudioTime::from_millis(at + 100),
                generation_start: AudioTime::from_millis(1_000),
            };
            tokens.take(&word, &mut known);
            (covered, at) = (end, at + 100);
        }
        known.extend(tokens.open.take());
        known.into_iter().map(|t| (t.index, t.text, t.start.as_millis(), t.end.as_millis())).collect()
    }

    #[test]
    fn marks_stay_with_their_word() {
        let found = tokens(" \"Hello,\" he said. ", &["Hello", "he", "said"]);
        let wanted = [(0, "\"Hello,\"", 1_000, 1_100), (1, "he", 1_100, 1_200), (2, "said.", 1_200, 1_300)];
        assert_eq!(found, wanted.map(|(index, text, start, end)| (index, text.to_owned(), start, end)));
    }

    #[test]
    fn words_without_a_space_between_are_one_token() {
        let found = tokens("a well-known thing", &["a", "well", "known", "thing"]);
        assert_eq!(found[1], (1, "well-known".to_owned(), 1_100, 1_300));
        assert_eq!(found[2], (2, "thing".to_owned(), 1_300, 1_400));
    }

    #[test]
    fn marks_on_their_own_are_tokens_without_time() {
        let found = tokens("— yes — no …", &["yes", "no"]);
        let texts: Vec<_> = found.iter().map(|(_, text, ..)| text.as_str()).collect();
        assert_eq!(texts, ["—", "yes", "—", "no", "…"]);
        assert_eq!(found[2], (2, "—".to_owned(), 1_100, 1_100));
        assert_eq!(found[4], (4, "…".to_owned(), 1_200, 1_200));
    }

    #[test]
    fn spaces_of_any_script_part_tokens() {
        let found = tokens("日本\u{3000}語", &["日本", "語"]);
        assert_eq!(found.iter().map(|(_, text, ..)| text.as_str()).collect::<Vec<_>>(), ["日本", "語"]);
    }
}
