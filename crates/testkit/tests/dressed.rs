//! What a client hears of an engine that leaves its silence to mastering: pauses by what ends, however the text came.

mod tiny;

use std::sync::Arc;
use std::time::Duration;

use engine::{Engine, EngineCard, EngineError, Silence, Synthesis, SynthesisRequest};
use engine_tone::Tone;
use testkit::transcript::Story;
use testkit::{Rig, What};

/// The tone engine, of which the silence is not its own: 20 ms a letter, and 10 ms for anything else.
struct Dressed {
    tone: Tone,
    card: EngineCard,
}

impl Dressed {
    fn new() -> Self {
        let tone = Tone::default();
        let card = EngineCard { silence: Silence::Dressed, ..tone.card().clone() };
        Self { tone, card }
    }
}

impl Engine for Dressed {
    fn card(&self) -> &EngineCard {
        &self.card
    }

    fn begin(&self, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
        self.tone.begin(request)
    }
}

/// All sound of a client that says these texts, one after another, and then flushes.
fn heard(texts: &[&str]) -> Vec<u8> {
    let story = Story::read("option keys=open\nconnect /tiny\n").expect("it is a story");
    let (protocol, mut world) = story.knock(&[&tiny::CARD]).expect("it is let in");
    world.engine = Arc::new(Dressed::new());
    let mut rig = Rig::new(protocol, &world);
    for text in texts {
        rig.say_text(serde_json::json!({ "say": text }).to_string());
    }
    rig.say_text(r#"{"flush":1}"#);
    rig.run_for(Duration::from_secs(60));
    let sound = rig.heard().iter().filter_map(|heard| match &heard.what {
        What::Binary(bytes) => Some(bytes.as_slice()),
        _ => None,
    });
    sound.flatten().copied().collect()
}

/// To the nearest 10 ms, of 24 000 samples of two bytes a second.
fn hundredths(text: &str) -> usize {
    (heard(&[text]).len() + 240) / 480
}

#[test]
fn what_ends_with_a_segment_decides_its_pause() {
    assert_eq!(hundredths("    One"), 6 + 6);
    assert_eq!(["One.", "One…", "One,", "»One.« ", "One.😊"].map(hundredths), [36, 28, 21, 36, 36]);
    assert_eq!(hundredths("One here. Two"), 15 + 30 + 6 + 6);
    assert_eq!(hundredths("Title\n\nTwo"), 10 + 30 + 6 + 6);
}

#[test]
fn a_word_that_is_too_long_is_cut_without_a_pause() {
    assert_eq!(hundredths(&"a".repeat(400)), 800 + 6);
}

#[test]
fn the_division_makes_no_difference() {
    let text = "Title\n\nOne here… „Two.“ And 3. Dr. No, of course; he -- and so on.\n- a\n- b\n";
    let characters: Vec<String> = text.chars().map(String::from).collect();
    let characters: Vec<&str> = characters.iter().map(String::as_str).collect();
    assert!(heard(&[text]) == heard(&characters));
}
