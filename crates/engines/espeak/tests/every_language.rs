//! Every language of the card can be set and says something of its own.

mod rig;

use std::collections::HashSet;
use std::sync::Mutex;
use std::thread;

use engine::Engine;
use rig::{espeak, pieces, request, samples, say, spoken};
use speech::{ByteSpan, Pronounced, SpokenText};

/// What a language says of its own; three have no words for digits.
fn own_text(voice: &str) -> &'static str {
    match voice.split('+').next().unwrap_or(voice) {
        "cv" => "салам",
        "chr-us-qaaa-x-west" => "ᎣᏏᏲ",
        "sjn" => "mellon",
        _ => "1 5 9",
    }
}

#[test]
fn every_voice_speaks() {
    let engine = espeak();
    let queue = Mutex::new(engine.card().voices.iter().collect::<Vec<_>>());
    let (failures, readings) = (Mutex::new(Vec::new()), Mutex::new(HashSet::new()));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let take = || queue.lock().unwrap().pop();
                while let Some(card) = take() {
                    let text = spoken(own_text(card.id.as_str()));
                    match pieces(&engine, &request(card.id.as_str(), text.clone())) {
                        Ok(heard) if samples(&heard).len() > 2_000 => {}
                        other => {
                            failures.lock().unwrap().push((card.id.clone(), other.map(|heard| heard.len())))
                        }
                    }
                    let reading = engine.phonemes(&text, &card.id).unwrap();
                    readings.lock().unwrap().insert(reading);
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    assert!(failures.is_empty(), "{failures:?}");
    // Dialects and variants share some; if voices were not really set, there would be few.
    let readings = readings.into_inner().unwrap().len();
    assert!(readings > 90, "only {readings} different readings");
}

/// Sounds that every language has, or has something near to.
#[test]
fn every_language_says_sounds_that_it_is_given() {
    let engine = espeak();
    let said = |voice: &str| {
        let stretch = Pronounced { spoken: ByteSpan::new(0, 5), ipa: "maˈmamu".into() };
        let text = SpokenText { pronounced: vec![stretch], ..spoken("1 5 9") };
        let reading = engine.phonemes(&text, &voice.into()).expect("it reads");
        // One writes its m otherwise.
        let sounds = reading.matches(['m', 'ɳ']).count();
        assert_eq!(sounds, 3, "{voice} says {reading}");
    };
    let voices = engine.card().voices.iter().map(|card| card.id.as_str());
    voices.filter(|voice| !voice.contains('+')).for_each(said);
}

#[test]
fn a_woman_reads_as_the_man_does_and_sounds_otherwise() {
    let engine = espeak();
    for language in ["de", "fr-fr", "es-419", "cmn", "ja", "ar", "hi"] {
        let woman = format!("{language}+f3");
        let reading = |voice: &str| engine.phonemes(&spoken("1 5 9"), &voice.into()).unwrap();
        assert_eq!(reading(&woman), reading(language));
        let sound = |voice: &str| samples(&say(&engine, voice, "1 5 9"));
        assert!(sound(&woman) != sound(language), "{woman} sounds like {language}");
    }
}
