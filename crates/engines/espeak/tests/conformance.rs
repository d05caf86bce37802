//! The suite that every engine passes.

mod rig;

use std::time::Duration;

use engine::conformance::check;
use engine::{Engine, EngineCard, EngineError, Synthesis, SynthesisRequest};

#[test]
fn english_conforms_also_when_it_is_parked_for_a_second_between_steps() {
    check(&rig::espeak(), &"en-us".into(), || std::thread::sleep(Duration::from_secs(1)));
}

#[test]
fn a_segment_of_some_length_may_be_dropped_at_any_step() {
    let engine = rig::espeak();
    let text = "The rain keeps falling on the old tin roof of the mill, and nobody in the small quiet village \
                by the river seems to notice that the long summer is finally over.";
    let request = rig::request("en-us", rig::spoken(text));
    let whole = rig::pieces(&engine, &request).unwrap();
    assert!(whole.len() > 25, "only {} steps", whole.len());
    for steps in 0..=whole.len() {
        let mut segment = engine.begin(&request).unwrap();
        for piece in &whole[..steps] {
            assert!(segment.next().unwrap().as_ref() == Some(piece));
        }
        drop(segment);
        assert!(rig::pieces(&engine, &request).unwrap() == whole, "after {steps} steps");
    }
}

#[test]
fn german_conforms() {
    check(&rig::espeak(), &"de".into(), || {});
}

#[test]
fn chinese_conforms() {
    check(&rig::espeak(), &"cmn".into(), || {});
}

#[test]
fn a_variant_of_tone_conforms() {
    check(&rig::espeak(), &"en-us+f2".into(), || {});
}

/// What a listener hears, behind the same contract.
struct Mastering(engine_espeak::Espeak);

impl Engine for Mastering {
    fn card(&self) -> &EngineCard {
        self.0.card()
    }

    fn begin(&self, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
        mastering::begin(&self.0, request)
    }
}

#[test]
fn mastering_keeps_the_contract() {
    check(&Mastering(rig::espeak()), &"en-us".into(), || {});
    check(&Mastering(rig::espeak()), &"ja".into(), || {});
}
