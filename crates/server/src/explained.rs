//! What `syrinx explain` prints: how a text is cut and read, for people who wonder why it was read so.

use engine::EngineError;
use explain::{ChosenBy, Explained, Explanation, Why};
use serde_json::{Value, json};
use session::{Speaker, Warning};
use speech::{Emphasis, Emphasised, Ending, Factor, Gender, Style, VoiceWish, WordSource};

/// How a voice pronounces what it is given, in IPA, or why nobody knows; `None` where its engine cannot say.
pub type Pronounced = Option<Result<String, EngineError>>;

/// As design and documentation have it: offsets in bytes of the whole text; the segments' texts join to it.
#[must_use]
pub fn json(explanation: &Explanation) -> Value {
    let mut json = json!({ "segments": explanation.segments.iter().map(segment_json).collect::<Vec<_>>() });
    if !explanation.warnings.is_empty() {
        let warning = |warning: &Warning| json!({ "code": warning.code(), "message": warning.to_string() });
        json["warnings"] = explanation.warnings.iter().map(warning).collect();
    }
    json
}

/// Adds to each segment its `phonemes`, one line a clause: null where the engine cannot say, and where it failed with the
/// reason as `phonemes_error`.
pub fn add_phonemes(
    json: &mut Value,
    explanation: &Explanation,
    phonemes: impl Fn(&Explained) -> Pronounced,
) {
    for (at, segment) in explanation.segments.iter().enumerate() {
        let (known, error) = match phonemes(segment) {
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

/// Adds to each segment the rule behind the cut at its end, as `cut`: its name, which stays, and what it says; and as `readings`
/// the rules behind what is read otherwise than written.
pub fn add_rules(json: &mut Value, explanation: &Explanation) {
    for (at, segment) in explanation.segments.iter().enumerate() {
        let json = &mut json["segments"][at];
        json["cut"] = json!({ "rule": segment.reason.name(), "why": segment.reason.describe() });
        json["readings"] = segment.why.iter().map(|why| reading(segment, why)).collect();
    }
}

fn reading(segment: &Explained, why: &Why) -> Value {
    let (start, end) = (segment.start + why.source.start, segment.start + why.source.end);
    json!({ "text": segment.source(why.source), "start": start, "end": end, "rule": why.rule })
}

/// Whether people are told the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// What became of the text.
    Result,
    /// And the rule behind each cut and each reading.
    Rules,
}

/// For people; `phonemes` says how a segment is pronounced.
pub fn lines(
    explanation: &Explanation,
    detail: Detail,
    phonemes: impl Fn(&Explained) -> Pronounced,
) -> String {
    let mut out: String =
        explanation.warnings.iter().map(|warning| format!("warning     {warning}\n")).collect();
    for (at, segment) in explanation.segments.iter().enumerate() {
        out.push_str(&format!("segment {at}, bytes {}..{}\n", segment.start, segment.end()));
        out.push_str(&format!("  text      {:?}\n", segment.text));
        if segment.chosen_by == ChosenBy::Text {
            let Speaker { voice, reading } = &segment.speaker;
            out.push_str(&format!("  language  {}\n  voice     {voice}\n", reading.language));
        }
        if let Ending::Break(pause) = segment.ending {
            out.push_str(&format!("  break     {} ms\n", pause.length().as_millis()));
            continue;
        }
        out.push_str(&format!("  spoken    {:?}\n", segment.spoken.text.as_str()));
        if let Some(style) = &segment.style {
            out.push_str(&format!("  style     {}\n", said_like(style)));
        }
        for Emphasised { span, level } in &segment.spoken.emphasised {
            out.push_str(&format!("  emphasis  {:?} is {}\n", segment.said(*span), emphasis(*level)));
        }
        if let Some(phonemes) = phonemes(segment) {
            let phonemes = phonemes.unwrap_or_else(|error| format!("unknown: {error}"));
            out.push_str(&format!("  phonemes  {}\n", phonemes.trim().replace('\n', " | ")));
        }
        for word in segment.spoken.words.iter().filter(|word| segment.is_read_otherwise(word)) {
            let (source, spoken) = (segment.source(word.source), segment.said(word.spoken));
            out.push_str(&format!("  word      {source:?} is read {spoken:?}\n"));
        }
        if detail == Detail::Rules {
            for Why { source, rule } in &segment.why {
                out.push_str(&format!("  rule      {:?} is {rule}\n", segment.source(*source)));
            }
            let (rule, why) = (segment.reason.name(), segment.reason.describe());
            out.push_str(&format!("  cut       {rule}: {why}\n"));
        }
    }
    out
}

fn segment_json(segment: &Explained) -> Value {
    let mut json = json!({
        "text": segment.text,
        "start": segment.start,
        "end": segment.end(),
        "spoken": segment.spoken.text.as_str(),
        "words": segment.spoken.words.iter().map(|word| word_json(segment, word)).collect::<Vec<_>>(),
    });
    if let Ending::Break(pause) = segment.ending {
        json["break_ms"] = (pause.length().as_millis() as u64).into();
    }
    if segment.chosen_by == ChosenBy::Text {
        json["language"] = segment.speaker.reading.language.as_str().into();
        json["voice"] = segment.speaker.voice.as_str().into();
    }
    if let Some(style) = &segment.style {
        json["style"] = said_like(style).into();
    }
    json
}

const fn emphasis(level: Emphasis) -> &'static str {
    match level {
        Emphasis::Reduced => "reduced",
        Emphasis::Moderate => "moderate",
        Emphasis::Strong => "strong",
    }
}

/// What a style changes, in words.
fn said_like(style: &Style) -> String {
    let factors = [("rate", style.rate), ("pitch", style.pitch), ("volume", style.volume)];
    let changed = factors.into_iter().filter(|(_, factor)| *factor != Factor::NEUTRAL);
    let factors = changed.map(|(name, factor)| format!("{name} × {}", factor.value()));
    let voice = style.voice.as_ref().map(|voice| match voice {
        VoiceWish::Named(name) => format!("voice {}", name.as_str()),
        VoiceWish::Perceived(Gender::Female) => "voice of a woman".to_owned(),
        VoiceWish::Perceived(Gender::Male) => "voice of a man".to_owned(),
        VoiceWish::Perceived(Gender::Neutral) => "voice of neither a woman nor a man".to_owned(),
    });
    let language = style.language.as_ref().map(|language| format!("language {language}"));
    factors.chain(voice).chain(language).collect::<Vec<_>>().join(", ")
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
        Manner::of(&Language::new("en"))
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
    fn each_reading_names_its_rule() {
        let explained = explain("Er zahlt 5 €. Sie blieb", &Manner::of(&Language::new("de")));
        let mut json = json(&explained);
        add_rules(&mut json, &explained);
        let readings = &json["segments"][0]["readings"];
        assert_eq!(readings, &json!([{ "text": "5 €", "start": 9, "end": 14, "rule": "money" }]));
        assert!(lines(&explained, Detail::Rules, |_| None).contains("\n  rule      \"5 €\" is money\n"));
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
    fn who_reads_is_told_where_the_text_decides() {
        let manner = Manner { voice: "amy".into(), ..english() };
        let explained =
            explain("One. <voice gender=\"male\">Two.</voice> <lang xml:lang=\"de\">3.</lang>", &manner);
        let json = json(&explained);
        let told =
            |at: usize| (json["segments"][at]["voice"].clone(), json["segments"][at]["language"].clone());
        assert_eq!([told(0), told(1)], [(Value::Null, Value::Null), ("amy".into(), "en".into())]);
        assert_eq!(told(2), ("amy".into(), "de".into()));
        assert_eq!(json["warnings"][0]["code"], "unknown_voice");
        let lines = lines(&explained, Detail::Result, |_| None);
        assert!(lines.contains("  language  de\n  voice     amy\n"), "{lines}");
        assert!(lines.contains("  style     voice of a man\n"), "{lines}");
    }

    #[test]
    fn what_stands_out_is_told() {
        let explained = explain("It is <emphasis>not 5</emphasis>!", &english());
        let lines = lines(&explained, Detail::Result, |_| None);
        assert!(lines.contains("  emphasis  \"not five\" is moderate\n"), "{lines}");
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
