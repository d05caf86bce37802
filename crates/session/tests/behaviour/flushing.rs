//! Flushes are acknowledged once, in order, after what they cover; generations and releases end when they should.

use session::{ContextSettings, GenerationRule, SegmentPolicy};

use crate::rig::{Rig, plain};

fn each_release(policy: SegmentPolicy) -> ContextSettings {
    ContextSettings { generations: GenerationRule::EachRelease, policy, ..plain() }
}

#[test]
fn a_flush_speaks_what_waits_and_is_told_after_it() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hel");
    rig.say(1, "lo");
    rig.flush(1, 7);
    assert!(rig.told().is_empty());
    rig.speak();
    assert_eq!(
        rig.told(),
        [
            "ctx-1 gen-0 audio 0+50ms",
            "ctx-1 gen-0 segment 0..5 Spoken",
            "ctx-1 gen-0 release rel-0 ended",
            "ctx-1 gen-0 ended 50ms",
            "ctx-1 flushed tok-7 gen-0",
        ]
    );
}

#[test]
fn a_flush_that_covers_nothing_is_told_at_once() {
    let mut rig = Rig::talking(plain());
    rig.flush(1, 1);
    assert_eq!(rig.told(), ["ctx-1 flushed tok-1 nothing"]);
    rig.say(1, "Hello.");
    rig.flush(1, 2);
    rig.speak();
    rig.sent(1, 60);
    rig.forget();
    rig.flush(1, 3);
    assert_eq!(rig.told(), ["ctx-1 flushed tok-3 nothing"]);
}

#[test]
fn a_flush_without_new_text_waits_for_the_text_before() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello.");
    rig.flush(1, 1);
    rig.flush(1, 2);
    assert!(rig.told().is_empty());
    rig.speak();
    rig.flush(1, 3);
    assert_eq!(
        rig.story()[1..],
        [
            "ctx-1 gen-0 ended 60ms",
            "ctx-1 flushed tok-1 gen-0",
            "ctx-1 flushed tok-2 gen-0",
            "ctx-1 flushed tok-3 gen-0",
        ],
        "the third covers sound that is not sent"
    );
}

#[test]
fn text_after_a_flush_is_another_generation_with_a_clock_of_its_own() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One.");
    rig.flush(1, 1);
    rig.say(1, "Two three.");
    rig.flush(1, 2);
    rig.speak();
    assert_eq!(
        rig.story(),
        [
            "ctx-1 gen-0 audio 0+40ms",
            "ctx-1 gen-0 ended 40ms",
            "ctx-1 flushed tok-1 gen-0",
            "ctx-1 gen-1 audio 0+100ms",
            "ctx-1 gen-1 ended 100ms",
            "ctx-1 flushed tok-2 gen-1",
        ]
    );
}

#[test]
fn a_generation_goes_on_over_releases_until_it_is_flushed() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One thing. Another thing. And");
    rig.speak();
    assert_eq!(
        rig.told(),
        [
            "ctx-1 gen-0 audio 0+110ms",
            "ctx-1 gen-0 segment 0..11 Spoken",
            "ctx-1 gen-0 release rel-0 ended",
            "ctx-1 gen-0 audio 110+150ms",
            "ctx-1 gen-0 segment 11..26 Spoken",
            "ctx-1 gen-0 release rel-1 ended",
        ]
    );
    rig.flush(1, 1);
    rig.speak();
    assert_eq!(
        rig.story(),
        ["ctx-1 gen-0 audio 260+30ms", "ctx-1 gen-0 ended 290ms", "ctx-1 flushed tok-1 gen-0"]
    );
}

#[test]
fn a_flush_ends_a_generation_that_has_already_been_spoken() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One thing. ");
    rig.say(1, "A");
    rig.clear(1, 1);
    rig.say(1, "One thing. Then. ");
    rig.wait(250);
    rig.speak();
    rig.sent(1, 1_000);
    rig.forget();
    rig.flush(1, 2);
    assert_eq!(rig.told(), ["ctx-1 gen-1 ended 170ms", "ctx-1 flushed tok-2 gen-1"]);
}

#[test]
fn each_release_can_be_a_generation() {
    let mut rig = Rig::talking(each_release(SegmentPolicy::Client));
    rig.say(1, "One.");
    rig.say(1, "Two.");
    rig.speak();
    rig.flush(1, 1);
    assert_eq!(
        rig.story(),
        [
            "ctx-1 gen-0 audio 0+40ms",
            "ctx-1 gen-0 ended 40ms",
            "ctx-1 gen-1 audio 0+40ms",
            "ctx-1 gen-1 ended 40ms",
            "ctx-1 flushed tok-1 gen-1",
        ]
    );
}

#[test]
fn one_message_over_the_threshold_is_one_release_however_often_it_is_cut() {
    for policy in [SegmentPolicy::Threshold { characters: 100 }, SegmentPolicy::Client] {
        let mut rig = Rig::talking(each_release(policy));
        rig.say(1, &"word ".repeat(100));
        rig.speak();
        let told = rig.told();
        assert_eq!(told.iter().filter(|line| line.contains(" segment ")).count(), 2, "{told:?}");
        assert_eq!(told.iter().filter(|line| line.contains(" release ")).count(), 1);
        assert_eq!(told.last().unwrap(), "ctx-1 gen-0 ended 5000ms");
    }
}

#[test]
fn text_without_anything_to_say_never_reaches_an_engine() {
    let mut rig = Rig::talking(plain());
    rig.say(1, " … ");
    rig.flush(1, 1);
    assert_eq!(
        rig.told(),
        [
            "ctx-1 gen-0 segment 0..5 Silent",
            "ctx-1 gen-0 release rel-0 ended",
            "ctx-1 gen-0 ended 0ms",
            "ctx-1 flushed tok-1 gen-0",
        ]
    );
    assert!(rig.jobs.is_empty());
}

#[test]
fn silence_keeps_its_place_between_spoken_segments() {
    let mut rig = Rig::talking(ContextSettings { policy: SegmentPolicy::Client, ..plain() });
    for text in ["One.", "…", "Two."] {
        rig.say(1, text);
    }
    assert_eq!(rig.jobs.len(), 2);
    rig.speak();
    let told: Vec<_> = rig.told().into_iter().filter(|line| line.contains(" segment ")).collect();
    assert_eq!(
        told,
        [
            "ctx-1 gen-0 segment 0..4 Spoken",
            "ctx-1 gen-0 segment 4..7 Silent",
            "ctx-1 gen-0 segment 7..11 Spoken"
        ]
    );
}

#[test]
fn the_first_segment_after_a_flush_may_be_short_again() {
    let mut rig = Rig::talking(ContextSettings { policy: SegmentPolicy::Clauses, ..plain() });
    let said = "A clause that is long enough, and then some more words follow it";
    for round in 0..2 {
        rig.say(1, said);
        let [job] = rig.jobs.make_contiguous() else { panic!("{} jobs", rig.jobs.len()) };
        assert_eq!(job.request.text.text.trim_end(), "A clause that is long enough,", "round {round}");
        rig.flush(1, round);
        rig.speak();
    }
}

/// The characters that each stretch of sound says its generation began with.
fn characters_told(rig: &Rig) -> Vec<u32> {
    let told = rig.events.iter().filter_map(|event| match event {
        session::Event::Audio(audio) => Some(audio.characters),
        _ => None,
    });
    told.collect()
}

#[test]
fn sound_says_how_many_characters_its_generation_began_with() {
    let mut rig = Rig::talking(each_release(SegmentPolicy::Client));
    rig.say(1, "é, oui.");
    rig.say(1, "No.");
    rig.speak();
    assert_eq!(characters_told(&rig), [7, 3]);

    let mut rig = Rig::talking(plain());
    rig.say(1, "One. Two. Thr");
    rig.flush(1, 1);
    rig.speak();
    let whole_generation_and_first_release = characters_told(&rig);
    assert_eq!(whole_generation_and_first_release, [5, 5, 5]);
}
