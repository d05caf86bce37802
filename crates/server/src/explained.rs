//! What `syrinx explain` prints: how a text is cut and read, for people who wonder why it was read so.

use engine::EngineError;
use explain::{Explained, Explanation};
use serde_json::{Value, json};
use speech::{SpokenText, WordSource};

/// How a voice pronounces what it is given, in IPA, or why nobody knows; `None` where its engine cannot say.
pub type Pronounced = Option<Result<String, EngineError>>;

/// As design and documentation have it: offsets in bytes of the whole text; the segments' texts join to it.
#[must_use]
pub fn json(explanation: &Explanation) -> Value {
    json!({ "segments": explanation.segments.iter().map(segment_json).collect::<Vec<_>>() })
}

/// The same, each segment with its `phonemes`, one line a clause: null where the engine cannot say, and where it
/// failed with the reason as `phonemes_error`.
#[must_use]
pub fn json_with(explanation: &Explanation, phonemes: impl Fn(&SpokenText) -> Pronounced) -> Value {
    let segments = explanation.segments.iter().map(|segment| {
        let mut json = segment_json(segment);
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
pub fn lines(explanation: &Explanation, phonemes: impl Fn(&SpokenText) -> Pronounced) -> String {
    let mut out = String::new();
    for (at, segment) in explanation.segments.iter().enumerate() {
        out.push_str(&format!("segment {at}, bytes {}..{}\n", segment.start, segment.end()));
        out.push_str(&format!("  text      {:?}\n", segment.text));
        out.push_str(&format!("  spoken    {:?}\n", segment.spoken.text.as_str()));
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

fn segment_json(segment: &Explained) -> Value {
    json!({
        "text": segment.text,
        "start": segment.start,
        "end": segment.end(),
        "spoken": segment.spoken.text.as_str(),
        "words": segment.spoken.words.iter().map(|word| word_json(segment, word)).collect::<Vec<_>>(),
    })
}

fn word_json(segment: &Explained, word: &WordSource) -> Value {
    json!({
        "text": segment.source(word.source),
        "start": segment.start + word.source.start,
        "end": segment.start + word.source.end,
        "spoken": segment.said(word.spoken),
    })
}

#[cfg(test)]
mod tests {
    use explain::{Manner, explain};
    use speech::Language;

    use super::*;

    #[test]
    fn slices_join_to_the_input_and_spans_point_into_it() {
        let text = "Hello there, you. How are… you? Ünïcode 日本語。";
        let json = json(&explain(text, &Manner::of(&Language::new("en"))));
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
    fn phonemes_are_known_or_not_or_failed() {
        let explained = explain("Hello.", &Manner::of(&Language::new("en")));
        let first = |said: fn() -> Pronounced| json_with(&explained, |_| said())["segments"][0].clone();
        let known = first(|| Some(Ok("həlˈəʊ".to_owned())));
        assert_eq!(known["phonemes"], "həlˈəʊ");
        assert_eq!((&known["text"], known.get("phonemes_error")), (&json!("Hello."), None));
        let mute = first(|| None);
        assert_eq!((mute.get("phonemes"), mute.get("phonemes_error")), (Some(&Value::Null), None));
        let failed = first(|| Some(Err(EngineError::UnknownVoice("nobody".into()))));
        assert!(
            failed["phonemes"].is_null() && failed["phonemes_error"].as_str().unwrap().contains("nobody")
        );
        assert!(json(&explained)["segments"][0].get("phonemes").is_none());
    }
}
