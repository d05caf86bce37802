//! The test voices fail as their names say, and only they do.

use engine::conformance::{plain_request, speak};
use engine::{Engine, EngineError, Synthesis};
use engine_tone::{Fault, Tone, ToneConfig};

const TEXT: &str = "Long enough for several pieces.";

fn faulty() -> Tone {
    Tone::new(ToneConfig::default().with_faults())
}

fn begin(fault: Fault, text: &str) -> Box<dyn Synthesis> {
    faulty()
        .begin(&plain_request(text, &fault.voice().into()))
        .expect("only one fault keeps a segment from beginning")
}

#[test]
fn broken_gives_one_piece_and_crashes() {
    for text in [TEXT, "a"] {
        let mut synthesis = begin(Fault::CrashesAfterFirstPiece, text);
        assert!(synthesis.next().unwrap().is_some());
        let error = synthesis.next().unwrap_err();
        assert!(matches!(error, EngineError::Crashed(_)) && error.may_heal());
        assert!(synthesis.next().unwrap().is_none());
    }
}

#[test]
fn broken_at_start_crashes_before_any_audio() {
    let mut synthesis = begin(Fault::CrashesAtStart, TEXT);
    assert!(matches!(synthesis.next(), Err(EngineError::Crashed(_))));
    assert!(synthesis.next().unwrap().is_none());
}

#[test]
fn silent_gives_no_sound_and_says_so() {
    let error = begin(Fault::NoSound, TEXT).next().unwrap_err();
    assert!(matches!(error, EngineError::NoSound { characters: 31 }) && !error.may_heal());
}

#[test]
fn unset_cannot_begin() {
    let begun = faulty().begin(&plain_request(TEXT, &Fault::NotSet.voice().into()));
    assert!(matches!(begun, Err(EngineError::VoiceNotSet { .. })));
}

#[test]
fn text_without_letters_harms_none_that_begins() {
    for fault in [Fault::CrashesAfterFirstPiece, Fault::CrashesAtStart, Fault::NoSound] {
        assert!(begin(fault, "...").next().unwrap().is_none());
    }
}

#[test]
fn they_are_absent_unless_asked_for() {
    let tone = Tone::default();
    for fault in Fault::ALL {
        let spoken = speak(&tone, &plain_request(TEXT, &fault.voice().into()));
        assert!(matches!(spoken, Err(EngineError::UnknownVoice(_))));
    }
}

#[test]
fn the_others_sound_as_without_them() {
    let request = plain_request(TEXT, &"tone".into());
    assert!(speak(&faulty(), &request).unwrap() == speak(&Tone::default(), &request).unwrap());
}
