//! `syrinx explain`: how a text is cut and read, for people who wonder why it was read so.

use std::sync::Arc;

use engine::EngineError;
use serde_json::{Value, json};
use session::Reading;
use speech::{ByteSpan, Ending, Factor, SpokenText, Style, WordSource};
use text::{SegmentBounds, SegmentPolicy, Segmenter};

/// A text as it would be spoken after a flush.
pub struct Explanation {
    segments: Vec<Explained>,
}

/// One segment.
pub struct Explained {
    /// Where its source begins in the text, in bytes.
    pub start: usize,
    /// Its source.
    pub text: String,
    /// What the engine reads.
    pub spoken: SpokenText,
    /// What ends with it.
    pub ending: Ending,
    /// How it is said, where its text says so.
    pub style: Option<Arc<Style>>,
}

/// How a voice pronounces what it is given, in IPA, or why nobody knows; `None` where its engine cannot say.
pub type Pronounced = Option<Result<String, EngineError>>;

/// Cuts and reads a text as a connection with this policy would.
#[must_use]
pub fn explain(text: &str, policy: SegmentPolicy, bounds: SegmentBounds) -> Explanation {
    let mut segmenter = Segmenter::new(policy, bounds).with_markup(Reading::default());
    segmenter.push(text);
    segmenter.release();
    let mut start = 0;
    let mut segments = Vec::new();
    while let Some(segment) = segmenter.next_segment() {
        let length = segment.text.len();
        let spoken = normaliser::shown::read(&segment.shown);
        segments.push(Explained {
            start,
            spoken,
            text: segment.text,
            ending: segment.ending,
            style: segment.style,
        });
        start += length;
    }
    Explanation { segments }
}

impl Explanation {
    /// As design and documentation have it: offsets in bytes of the whole text; the segments' texts join to it.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({ "segments": self.segments.iter().map(Explained::json).collect::<Vec<_>>() })
    }

    /// The same, each segment with its `phonemes`, one line a clause: null where the engine cannot say, and where it
    /// failed with the reason as `phonemes_error`.
    #[must_use]
    pub fn json_with(&self, phonemes: impl Fn(&SpokenText) -> Pronounced) -> Value {
        let segments = self.segments.iter().map(|segment| {
            let mut json = segment.json();
            let (known, error) = match phonemes(&segment.spoken) {
                Some(Ok(known)) => (Some(known), None),
                Some(Err(error)) => (None, Some(error)),
                None => (None, None),
            };
            json["phonemes"] = known.into();
            if let Some(error) = error {
                json["phonemes_error"] = error.to_string().into();
            }
            json
        });
        json!({ "segments": segments.collect::<Vec<_>>() })
    }

    /// For people; `phonemes` says how a segment is pronounced.
    pub fn lines(&self, phonemes: impl Fn(&SpokenText) -> Pronounced) -> String {
        let mut out = String::new();
        for (at, segment) in self.segments.iter().enumerate() {
            let end = segment.start + segment.text.len();
            out.push_str(&format!("segment {at}, bytes {}..{end}\n", segment.start));
            out.push_str(&format!("  text      {:?}\n", segment.text));
            if let Ending::Break(pause) = segment.ending {
                out.push_str(&format!("  break     {} ms\n", pause.length().as_millis()));
                continue;
            }
            out.push_str(&format!("  spoken    {:?}\n", segment.spoken.text.as_str()));
            if let Some(style) = &segment.style {
                out.push_str(&format!("  style     {}\n", said_like(style)));
            }
            if let Some(phonemes) = phonemes(&segment.spoken) {
                let phonemes = phonemes.unwrap_or_else(|error| format!("unknown: {error}"));
                out.push_str(&format!("  phonemes  {}\n", phonemes.trim().replace('\n', " | ")));
            }
            for word in segment.spoken.words.iter().filter(|word| segment.is_read_otherwise(word)) {
                let (source, spoken) = (segment.source(word.source), segment.said(word.spoken));
                out.push_str(&format!("  word      {source:?} is read {spoken:?}\n"));
            }
        }
        out
    }
}

impl Explained {
    fn json(&self) -> Value {
        let mut json = json!({
            "text": self.text,
            "start": self.start,
            "end": self.start + self.text.len(),
            "spoken": self.spoken.text.as_str(),
            "words": self.spoken.words.iter().map(|word| self.word(word)).collect::<Vec<_>>(),
        });
        if let Ending::Break(pause) = self.ending {
            json["break_ms"] = (pause.length().as_millis() as u64).into();
        }
        if let Some(style) = &self.style {
            json["style"] = said_like(style).into();
        }
        json
    }

    fn word(&self, word: &WordSource) -> Value {
        json!({
            "text": self.source(word.source),
            "start": self.start + word.source.start,
            "end": self.start + word.source.end,
            "spoken": self.said(word.spoken),
        })
    }

    fn is_read_otherwise(&self, word: &WordSource) -> bool {
        self.source(word.source) != self.said(word.spoken)
    }

    fn source(&self, span: ByteSpan) -> &str {
        &self.text[span.range()]
    }

    fn said(&self, span: ByteSpan) -> &str {
        &self.spoken.text[span.range()]
    }
}

/// What a style changes, in words.
fn said_like(style: &Style) -> String {
    let factors = [("rate", style.rate), ("pitch", style.pitch), ("volume", style.volume)];
    let changed = factors.into_iter().filter(|(_, factor)| *factor != Factor::NEUTRAL);
    let factors = changed.map(|(name, factor)| format!("{name} × {}", factor.value()));
    let voice = style.voice.as_ref().map(|voice| format!("voice {}", voice.as_str()));
    let language = style.language.as_ref().map(|language| format!("language {language}"));
    factors.chain(voice).chain(language).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_join_to_the_input_and_spans_point_into_it() {
        let text = "Hello there, you. How are… you? Ünïcode 日本語。";
        let json = explain(text, SegmentPolicy::default(), SegmentBounds::default()).json();
        let segments = json["segments"].as_array().unwrap();
        assert!(segments.len() > 1);
        let joined: String = segments.iter().filter_map(|segment| segment["text"].as_str()).collect();
        assert_eq!(joined, text);
        let words = segments.iter().flat_map(|segment| segment["words"].as_array().unwrap());
        for piece in segments.iter().chain(words) {
            let at = |name: &str| piece[name].as_u64().unwrap() as usize;
            assert_eq!(&text[at("start")..at("end")], piece["text"].as_str().unwrap());
        }
    }

    #[test]
    fn the_policy_decides_whether_a_first_clause_is_cut_off() {
        let text = "When all of them had gone home, the lights went out.";
        let count = |policy| explain(text, policy, SegmentBounds::default()).segments.len();
        assert_eq!((count(SegmentPolicy::Clauses), count(SegmentPolicy::Sentences)), (2, 1));
    }

    #[test]
    fn phonemes_are_known_or_not_or_failed() {
        let explained = explain("Hello.", SegmentPolicy::default(), SegmentBounds::default());
        let first = |said: fn() -> Pronounced| explained.json_with(|_| said())["segments"][0].clone();
        let known = first(|| Some(Ok("həlˈəʊ".to_owned())));
        assert_eq!(known["phonemes"], "həlˈəʊ");
        assert_eq!((&known["text"], known.get("phonemes_error")), (&json!("Hello."), None));
        let mute = first(|| None);
        assert_eq!((mute.get("phonemes"), mute.get("phonemes_error")), (Some(&Value::Null), None));
        let failed = first(|| Some(Err(EngineError::UnknownVoice("nobody".into()))));
        assert!(
            failed["phonemes"].is_null() && failed["phonemes_error"].as_str().unwrap().contains("nobody")
        );
        assert!(explained.json()["segments"][0].get("phonemes").is_none());
    }
}
