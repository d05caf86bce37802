//! New settings hold for later text, and for later text only.

use session::{ContextSettings, SegmentPolicy};
use speech::KeyId;

use crate::rig::{Admissions, Rig, in_lane, plain};

fn other_voice() -> ContextSettings {
    ContextSettings { voice: "other".into(), ..plain() }
}

#[test]
fn an_update_flushes_with_the_old_settings_and_is_told_after() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Old");
    rig.update(1, 1, other_voice());
    rig.say(1, "New");
    rig.flush(1, 2);
    assert_eq!(rig.jobs.len(), 1);
    assert_eq!(rig.jobs[0].request.voice.as_str(), "tone");
    rig.speak_one();
    assert_eq!(rig.jobs[0].request.voice.as_str(), "other");
    rig.speak();
    assert_eq!(
        rig.story(),
        [
            "ctx-1 gen-0 audio 0+30ms",
            "ctx-1 gen-0 ended 30ms",
            "ctx-1 updated tok-1",
            "ctx-1 gen-1 audio 0+30ms",
            "ctx-1 gen-1 ended 30ms",
            "ctx-1 flushed tok-2 gen-1",
        ]
    );
}

#[test]
fn an_update_of_a_silent_context_is_told_at_once() {
    let mut rig = Rig::talking(plain());
    rig.update(1, 1, plain());
    assert_eq!(rig.told(), ["ctx-1 updated tok-1"]);
    assert!(rig.causes().is_empty());
}

#[test]
fn another_voice_needs_a_share_of_its_own() {
    let mut rig = Rig::talking(plain());
    rig.update(1, 1, other_voice());
    assert_eq!(rig.causes(), ["release ctx-1"]);
    rig.admissions = Admissions::ByHand;
    rig.say(1, "New");
    rig.flush(1, 2);
    assert_eq!(rig.causes(), ["reserve ctx-1 other"]);
    rig.admit(1);
    assert_eq!(rig.causes(), ["submit ctx-1 Fresh New"]);
}

#[test]
fn later_text_is_cut_in_the_new_way_even_while_the_old_is_spoken() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Old thing. ");
    rig.update(1, 1, ContextSettings { policy: SegmentPolicy::Client, ..plain() });
    rig.say(1, "no end");
    rig.say(1, " of it");
    rig.speak_one();
    let texts: Vec<_> = rig.jobs.iter().map(|job| job.request.text.text.trim().to_owned()).collect();
    assert_eq!(texts, ["no end", "of it"]);
}

#[test]
fn lane_and_key_stay_as_they_were() {
    let mut rig = Rig::new();
    rig.open(1, in_lane(1));
    rig.open(2, in_lane(1));
    rig.update(1, 1, ContextSettings { lane: None, key: KeyId(9), ..plain() });
    rig.forget();
    rig.say(2, "Second.");
    rig.finish(2);
    rig.speak();
    assert!(rig.told().is_empty(), "the first is still the head of the lane");
    rig.finish(1);
    assert_eq!(rig.story().len(), 4);
}
