//! What `syrinx explain` prints is what the corpus is scored by: the crate `explain`, and the voice that it names.

#![cfg(feature = "espeak")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use engine::Engine as _;
use engine_espeak::{Espeak, EspeakConfig, HostCommand, VOICE_HOST_ARG};
use explain::{Manner, explain};
use serde_json::{Value, json};
use speech::{Language, VoiceId};
use support::syrinx;
use text::SegmentPolicy;

/// Files of the corpus, in several scripts.
const FILES: &[(&str, &str)] =
    &[("en-us", "dates"), ("de", "money"), ("ru", "times"), ("hi", "cardinals"), ("ja", "units")];

/// The texts of a file, their marks and all: a text is a text.
fn texts(folder: &str, category: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../corpus/{folder}/{category}.txt"));
    let file = std::fs::read_to_string(path).unwrap();
    let is_text =
        |line: &&str| !line.is_empty() && !line.starts_with(['#', '=']) && !line.starts_with("language:");
    file.lines().filter(is_text).map(str::to_owned).collect()
}

fn printed(mode: &str, end: char, language: &str, texts: &[String]) -> Vec<Value> {
    let args = ["explain", "--policy", "sentences", "--format", "json", "--phonemes", "--language", language];
    let mut command = syrinx();
    let mut child =
        command.args(args).arg(mode).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let all: String = texts.iter().map(|text| format!("{text}{end}")).collect();
    let writer = std::thread::spawn(move || pipe.write_all(all.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Cuts, spoken forms and phonemes, by the calls that the score is taken of.
fn scored(espeak: &Espeak, language: &str, text: &str) -> Value {
    let wanted = Language::new(language);
    let voice: &VoiceId = &espeak.card().voices.iter().find(|card| card.speaks(&wanted)).unwrap().id;
    let manner = Manner { policy: SegmentPolicy::Sentences, ..Manner::of(&wanted) };
    let segments = explain(text, &manner).segments.into_iter().map(|segment| {
        let phonemes = espeak.phonemes(&segment.spoken, voice).unwrap();
        json!([segment.start, segment.text, segment.spoken.text.as_str(), phonemes])
    });
    segments.collect()
}

fn shortened(printed: &Value) -> Value {
    let segments = printed["segments"].as_array().unwrap().iter();
    segments.map(|at| json!([at["start"], at["text"], at["spoken"], at["phonemes"]])).collect()
}

#[test]
fn the_program_prints_what_is_scored() {
    let host = HostCommand { program: syrinx().get_program().into(), args: vec![VOICE_HOST_ARG.into()] };
    let espeak = Espeak::new(EspeakConfig { host, ..EspeakConfig::default() }).unwrap();
    for (language, category) in FILES {
        let texts = texts(language, category);
        assert!(texts.len() >= 4, "{language}/{category}");
        let expected: Vec<_> = texts.iter().map(|text| scored(&espeak, language, text)).collect();
        let lines: Vec<_> = printed("--lines", '\n', language, &texts).iter().map(shortened).collect();
        assert_eq!(lines, expected, "{language}/{category}");
        let broken: Vec<_> = texts.iter().map(|text| text.replace(". ", ".\n\n")).collect();
        let expected: Vec<_> = broken.iter().map(|text| scored(&espeak, language, text)).collect();
        let null: Vec<_> = printed("--null", '\0', language, &broken).iter().map(shortened).collect();
        assert_eq!(null, expected, "{language}/{category}");
    }
}
