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

/// Adds to each segment its `phonemes`, one line a clause: null where the engine cannot say, and where it failed with the
/// reason as `phonemes_error`.
pub fn add_phonemes(
    json: &mut Value,
    explanation: &Explanation,
    phonemes: impl Fn(&SpokenText) -> Pronounced,
) {
    for (at, segment) in explanation.segments.iter().enumerate() {
        let (known, error) = match phonemes(&segment.spoken) {
            Some(Ok(known)) => (Some(known), None),
            Some(Err(error)) => (None, Some(error)),
            None => (None, None),
        };
        let json = &mut json["segments"][at];
        json["phonemes"] = known.into();
        if let Some(error) = error {
            json["phonemes_error"] = error.to_string().into();
        }
    }
}

/// Adds to each segment the rule behind the cut at its end, as `cut`: its name, which stays, and what it says.
pub fn add_rules(json: &mut Value, explanation: &Explanation) {
    for (at, Explained { reason, .. }) in explanation.segments.iter().enumerate() {
        json["segments"][at]["cut"] = json!({ "rule": reason.name(), "why": reason.describe() });
    }
}

/// Whether people are told the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// What became of the text.
    Result,
    /// And the rule behind each cut.
    Rules,
}

/// For people; `phonemes` says how a segment is pronounced.
pub fn lines(
    explanation: &Explanation,
    detail: Detail,
    phonemes: impl Fn(&SpokenText) -> Pronounced,
) -> String {
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
        if detail == Detail::Rules {
            let (rule, why) = (segment.reason.name(), segment.reason.describe());
            out.push_str(&format!("  cut       {rule}: {why}\n"));
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

    fn english() -> Manner {
        Manner::of(Language::new("en-us"))
    }

    #[test]
    fn slices_join_to_the_input_and_spans_point_into_it() {
        let text = "Hello there, you. How are… you? Ünïcode 日本語。";
        let json = json(&explain(text, &english()));
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
        let explained = explain("Hello.", &english());
        let first = |said: fn() -> Pronounced| {
            let mut json = json(&explained);
            add_phonemes(&mut json, &explained, |_| said());
            json["segments"][0].clone()
        };
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

    #[test]
    fn rules_are_told_to_whom_asks() {
        let explained = explain("She left. He stayed", &english());
        let mut json = json(&explained);
        assert!(json["segments"][0].get("cut").is_none());
        add_rules(&mut json, &explained);
        let rules: Vec<_> = [0, 1].map(|at| json["segments"][at]["cut"]["rule"].clone()).to_vec();
        assert_eq!(rules, ["full-stop", "release"]);
        let lines = |detail| lines(&explained, detail, |_| None);
        assert!(!lines(Detail::Result).contains("full-stop"));
        assert!(lines(Detail::Rules).contains("\n  cut       full-stop: a full stop that"));
    }
}
