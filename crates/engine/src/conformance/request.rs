//! Requests from plain text, for tests: what the `text` crate does, without its rules.

use speech::{ByteSpan, Ending, SpokenText, SynthesisRequest, VoiceId, VoiceSettings, WordSource, Wording};

use crate::{Engine, EngineError, Piece};

/// `source` as it is, split into words at white space.
///
/// A word has a letter or a digit and reaches from its first to its last: punctuation around it is no part of it. The
/// spans in the source and in the spoken text are the same, for a control character turns into as many spaces as it
/// has bytes.
#[must_use]
pub fn plain_text(source: &str) -> SpokenText {
    let text = without_controls(source);
    let words = text.split_whitespace().filter_map(|chunk| word_in(&text, chunk)).collect();
    SpokenText { text: text.as_str().into(), words, ..SpokenText::default() }
}

/// [`plain_text`] in this voice, at its own pace and pitch, as a sentence.
#[must_use]
pub fn plain_request(source: &str, voice: &VoiceId) -> SynthesisRequest {
    SynthesisRequest {
        text: plain_text(source),
        ending: Ending::Sentence,
        voice: voice.clone(),
        settings: VoiceSettings::default(),
        seed: 0,
    }
}

/// All that comes of a request, joined into one piece.
///
/// # Errors
/// What [`Engine::begin`] or a step says; what was spoken before it is lost.
pub fn speak(engine: &dyn Engine, request: &SynthesisRequest) -> Result<Piece, EngineError> {
    let mut synthesis = engine.begin(request)?;
    let mut whole = Piece::default();
    while let Some(piece) = synthesis.next()? {
        append(&mut whole, piece);
    }
    Ok(whole)
}

pub(super) fn append(whole: &mut Piece, piece: Piece) {
    whole.samples.extend(piece.samples);
    whole.words.extend(piece.words);
    whole.phonemes.extend(piece.phonemes);
}

fn without_controls(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    for c in source.chars() {
        if c.is_control() {
            text.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            text.push(c);
        }
    }
    text
}

fn word_in(text: &str, chunk: &str) -> Option<WordSource> {
    let offset = chunk.as_ptr().addr() - text.as_ptr().addr();
    let first = chunk.find(char::is_alphanumeric)?;
    let (last, c) = chunk.char_indices().rfind(|(_, c)| c.is_alphanumeric())?;
    let span = ByteSpan::new(offset + first, offset + last + c.len_utf8());
    Some(WordSource { spoken: span, source: span, wording: Wording::AsWritten })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<String> {
        let spoken = plain_text(source);
        spoken.words.iter().map(|word| spoken.text[word.source.range()].to_owned()).collect()
    }

    #[test]
    fn words_are_without_the_punctuation_around_them() {
        assert_eq!(words("“Hello,” she said -- it's 5."), ["Hello", "she", "said", "it's", "5"]);
    }

    #[test]
    fn what_has_no_letter_or_digit_is_no_word() {
        assert_eq!(words(" … — 😀 "), Vec::<String>::new());
    }

    #[test]
    fn control_characters_turn_into_spaces_and_move_nothing() {
        let source = "a\u{85}b\u{1b}c";
        let spoken = plain_text(source);
        assert_eq!(spoken.text.as_str(), "a  b c");
        assert_eq!(spoken.text.len(), source.len());
        assert_eq!(words(source), ["a", "b", "c"]);
    }

    #[test]
    fn words_of_other_scripts_keep_their_bytes() {
        let spoken = plain_text("¿Qué? 你好。");
        assert_eq!(spoken.words[0].source, ByteSpan::new(2, 6));
        assert_eq!(&spoken.text[spoken.words[1].spoken.range()], "你好");
    }
}
