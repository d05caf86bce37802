//! Word times as tokens: what stands between two white spaces, marks attached, exactly as the user wrote it.

use std::ops::Range;
use std::sync::Arc;

use session::{AudioEvent, Part};
use speech::{AudioTime, EncodedAudio, GenerationId, PhonemeTime, SegmentText, WordTime};

use crate::tiles::Zero;

/// One token with its times.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// As the user wrote it. Never empty, and without white space.
    pub(crate) text: String,
    /// How many tokens of this context were told before it.
    pub(crate) index: u64,
    /// When its first word begins.
    pub(crate) start: AudioTime,
    /// When its last word ends, or, if it has letters or digits, the last word with one. Never before `start`. Tokens
    /// without a word take no time.
    pub(crate) end: AudioTime,
    /// What its words were said with, where that was asked for and is known.
    pub(crate) phonemes: Vec<PhonemeTime>,
}

/// Turns the words of one context's audio events into tokens.
///
/// A token is told with the stretch of audio in which its last word begins; nearly always it has only one. Marks that are
/// spoken, as in `50%`, do not delay it: whether they will be is not known before. What was cut short is not told.
pub(crate) struct Tokens {
    zero: Zero,
    generation: Option<GenerationId>,
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
        Self { zero, generation: None, segment: None, covered: 0, open: None, next: 0 }
    }

    /// The tokens that are known with this stretch of audio.
    pub(crate) fn of(&mut self, audio: &AudioEvent<EncodedAudio>) -> Vec<Token> {
        if self.generation.replace(audio.generation) != Some(audio.generation) {
            self.restart();
        }
        let mut known = Vec::new();
        for word in &audio.words {
            self.take(word, &mut known);
        }
        if audio.part == Part::Last {
            known.extend(self.open.take());
        }
        known
    }

    /// Another generation begins. A token that is still open was cut short; its index is free again.
    fn restart(&mut self) {
        if let Some(open) = self.open.take() {
            self.next = open.index;
        }
        (self.segment, self.covered) = (None, 0);
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
            Some(open) if range.start < self.covered => {
                open.end = end;
                open.phonemes.extend(phonemes_of(word, zero));
            }
            None if range.start < self.covered => {}
            _ => {
                known.extend(self.open.take());
                self.tell_letterless(text, range.start, start, known);
                let phonemes = phonemes_of(word, zero).collect();
                self.open = Some(Token { phonemes, ..self.token(&text[range.clone()], start, end) });
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
        Token { text: text.to_owned(), index, start, end, phonemes: Vec::new() }
    }
}

fn phonemes_of(word: &WordTime, zero: AudioTime) -> impl Iterator<Item = PhonemeTime> + '_ {
    let since = move |phoneme: &PhonemeTime| PhonemeTime {
        ipa: phoneme.ipa,
        start: zero + phoneme.start,
        end: zero + phoneme.end,
    };
    word.phonemes.iter().map(since)
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
    use session::Then;
    use speech::{ByteSpan, ContextId, TextPosition};

    use super::*;

    /// The words of a text, spoken 100 ms each.
    fn spoken(text: &str, words: &[&str]) -> Vec<WordTime> {
        let segment = Arc::new(SegmentText {
            text: text.to_owned().into(),
            ending: speech::Ending::Sentence,
            shown: speech::Shown::default(),
            style: None,
            start: TextPosition::default(),
        });
        let mut covered = 0;
        let mut word = |(index, spoken): (usize, &&str)| {
            let start = covered + text[covered..].find(spoken).unwrap();
            let (lead_start, end) = (covered, start + spoken.len());
            covered = end;
            WordTime {
                segment: Arc::clone(&segment),
                span: ByteSpan { start, end },
                lead_start,
                tail_end: if index + 1 == words.len() { text.len() } else { end },
                start: AudioTime::from_millis(index as u64 * 100),
                end: AudioTime::from_millis(index as u64 * 100 + 100),
                spoken: speech::SpokenForm::default(),
                phonemes: Vec::new(),
                generation_start: AudioTime::from_millis(1_000),
            }
        };
        words.iter().enumerate().map(&mut word).collect()
    }

    fn audio(generation: u64, words: Vec<WordTime>, part: Part) -> AudioEvent<EncodedAudio> {
        AudioEvent {
            context: ContextId(0),
            generation: GenerationId(generation),
            audio: EncodedAudio(Vec::new()),
            characters: 0,
            generation_start: AudioTime::ZERO,
            start: AudioTime::ZERO,
            duration: AudioTime::ZERO,
            words,
            part,
            then: Then::More,
        }
    }

    /// The tokens of a text.
    fn tokens(text: &str, words: &[&str]) -> Vec<(u64, String, u64, u64)> {
        let known = Tokens::new(Zero::Context).of(&audio(0, spoken(text, words), Part::Last));
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
    fn a_token_is_told_once_though_marks_of_it_are_spoken() {
        for (text, words) in [
            ("Hi😀 you", vec!["Hi", "😀", "you"]),
            ("50% you", vec!["50", "%", "you"]),
            ("C++ you", vec!["C", "+", "+", "you"]),
            ("$5 you", vec!["$", "5", "you"]),
            ("😀 you", vec!["😀", "you"]),
        ] {
            let found: Vec<_> =
                tokens(text, &words).into_iter().map(|(index, text, ..)| (index, text)).collect();
            let wanted: Vec<_> = (0..).zip(text.split(' ').map(str::to_owned)).collect();
            assert_eq!(found, wanted);
        }
        assert_eq!(tokens("$5 you", &["$", "5", "you"])[0], (0, "$5".to_owned(), 1_000, 1_200));
    }

    #[test]
    fn a_token_that_was_cut_short_is_not_told_later() {
        let mut tokens = Tokens::new(Zero::Context);
        let mut cut = spoken("a well-known thing", &["a", "well", "known", "thing"]);
        cut.truncate(2);
        let told = tokens.of(&audio(0, cut, Part::More));
        assert_eq!(told.iter().map(|token| &*token.text).collect::<Vec<_>>(), ["a"]);
        let next = tokens.of(&audio(1, spoken("Next", &["Next"]), Part::Last));
        assert_eq!(next.iter().map(|token| (token.index, &*token.text)).collect::<Vec<_>>(), [(1, "Next")]);
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
