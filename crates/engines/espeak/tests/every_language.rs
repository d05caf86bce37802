//! Every language of the card can be set and says something of its own.

mod rig;

use std::collections::HashSet;
use std::sync::Mutex;
use std::thread;

use engine::Engine;
use rig::{espeak, pieces, request, samples, spoken};

/// What a language says of its own; three have no words for digits.
fn own_text(voice: &str) -> &'static str {
    match voice {
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
