//! After a clear nothing older follows, and nothing is left unanswered.

use session::{CloseReason, EngineEvent, Event};

use crate::rig::{Rig, piece, plain};

#[test]
fn a_clear_of_nothing_is_told_at_once() {
    let mut rig = Rig::talking(plain());
    rig.clear(1, 1);
    assert_eq!(rig.told(), ["ctx-1 cleared tok-1 heard 0/0ms"]);
}

#[test]
fn a_clear_stops_jobs_and_forgets_text_that_waits() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One thing. Another thing. Third. Rest");
    let job = rig.jobs[0].clone();
    rig.sound(5);
    rig.sent(1, 20);
    rig.forget();
    rig.clear(1, 1);
    assert_eq!(rig.causes(), ["abandon job-0", "abandon job-1"]);
    assert_eq!(
        rig.told(),
        ["ctx-1 gen-0 ended 20ms", "ctx-1 cleared tok-1 heard 20/20ms word at 0"],
        "what was not sent never was"
    );
    rig.news(job.job, piece(&job, 5, 10));
    rig.news(job.job, EngineEvent::Finished);
    assert!(rig.told().is_empty() && rig.jobs.is_empty());
}

#[test]
fn the_next_generation_begins_where_the_listener_was() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello there.");
    rig.flush(1, 1);
    rig.speak();
    rig.sent(1, 50);
    rig.clear(1, 2);
    rig.say(1, "Again.");
    rig.flush(1, 3);
    rig.forget();
    rig.speak();
    let Event::Audio(audio) = &rig.events[0] else { panic!("{:?}", rig.events) };
    assert_eq!(audio.generation_start.as_millis(), 50);
    assert_eq!(audio.start.as_millis(), 0);
}

#[test]
fn flushes_that_wait_are_acknowledged_before_the_clear() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One.");
    rig.flush(1, 1);
    rig.say(1, "Two.");
    rig.flush(1, 2);
    rig.say(1, "Three.");
    rig.sound(2);
    rig.forget();
    rig.clear(1, 3);
    assert_eq!(
        rig.told(),
        [
            "ctx-1 gen-0 ended 0ms",
            "ctx-1 flushed tok-1 gen-0",
            "ctx-1 gen-1 ended 0ms",
            "ctx-1 flushed tok-2 gen-1",
            "ctx-1 cleared tok-3 heard 0/0ms",
        ],
        "the text of the third was never handed over"
    );
}

#[test]
fn a_clear_while_finishing_closes_right_after() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello there.");
    rig.finish(1);
    rig.sound(3);
    rig.forget();
    rig.clear(1, 1);
    assert_eq!(
        rig.told(),
        ["ctx-1 gen-0 ended 0ms", "ctx-1 cleared tok-1 heard 0/0ms", "ctx-1 closed Finished heard 0/0ms"]
    );
    assert_eq!(rig.session.live_contexts(), 0);
}

#[test]
fn places_in_the_text_count_what_was_cleared() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Grüße. An");
    rig.clear(1, 1);
    rig.say(1, "Yes.");
    rig.flush(1, 2);
    rig.forget();
    rig.speak();
    let place = rig.events.iter().find_map(|event| match event {
        Event::SegmentEnded { place, .. } => Some(*place),
        _ => None,
    });
    let start = place.unwrap().start;
    assert_eq!((start.bytes, start.utf16, start.chars), (11, 9, 9));
}

#[test]
fn a_context_speaks_again_after_a_clear() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello there.");
    rig.flush(1, 1);
    rig.clear(1, 2);
    rig.say(1, "Again.");
    rig.forget();
    rig.finish(1);
    assert_eq!(rig.causes(), ["submit ctx-1 Fresh Again."]);
    rig.speak();
    assert!(matches!(rig.events.last(), Some(Event::Closed { reason: CloseReason::Finished, .. })));
}
