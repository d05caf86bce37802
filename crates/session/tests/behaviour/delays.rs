//! Text that waits for more is not forgotten: it is released when it has waited long enough.

use std::time::Duration;

use session::{ContextSettings, SegmentPolicy, Timer};
use speech::{ContextId, Moment};

use crate::rig::{Rig, plain};

fn patient(policy: SegmentPolicy) -> ContextSettings {
    ContextSettings { policy, release_delay: Some(Duration::from_secs(3)), ..plain() }
}

fn at(millis: u64) -> Moment {
    Moment::after_start(Duration::from_millis(millis))
}

#[test]
fn a_sentence_waits_a_moment_for_more() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello there.");
    assert_eq!(rig.session.next_timer(), Some((at(250), Timer::StrongRelease, ContextId(1))));
    rig.wait(249);
    assert!(rig.jobs.is_empty());
    rig.wait(1);
    assert_eq!(rig.jobs.len(), 1);
}

#[test]
fn more_text_starts_the_short_wait_again() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello there.");
    rig.wait(200);
    rig.say(1, "\"");
    rig.wait(200);
    assert!(rig.jobs.is_empty());
    rig.wait(50);
    assert_eq!(rig.jobs.len(), 1);
}

#[test]
fn a_remainder_waits_until_a_flush_unless_its_protocol_says_otherwise() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello");
    assert_eq!(rig.session.next_timer(), None);
    rig.wait(60_000);
    assert!(rig.jobs.is_empty());
}

#[test]
fn a_remainder_is_released_when_its_oldest_text_has_waited() {
    let mut rig = Rig::talking(patient(SegmentPolicy::Threshold { characters: 1_000 }));
    for _ in 0..5 {
        rig.say(1, "tick ");
        rig.wait(700);
    }
    assert_eq!(rig.jobs.len(), 1, "3 s after the first");
    assert_eq!(rig.jobs[0].request.text.text.trim_end(), "tick tick tick tick tick");
    assert!(rig.session.next_timer().is_none_or(|timer| timer.1 == Timer::ReservationIdle));
}

#[test]
fn the_wait_counts_from_what_is_still_there() {
    let mut rig = Rig::talking(patient(SegmentPolicy::Sentences));
    rig.say(1, "One thing");
    rig.wait(2_000);
    rig.say(1, " and another. Now");
    assert_eq!(rig.jobs.len(), 1);
    assert_eq!(rig.session.next_timer(), Some((at(5_000), Timer::RemainderRelease, ContextId(1))));
}

#[test]
fn spaces_wait_for_no_timer_and_make_nothing_after_them_older() {
    let mut rig = Rig::talking(patient(SegmentPolicy::Sentences));
    rig.say(1, "  ");
    assert_eq!(rig.session.next_timer().map(|timer| timer.1), Some(Timer::ReservationIdle));
    rig.wait(5_000);
    rig.say(1, "Hello");
    assert_eq!(rig.session.next_timer(), Some((at(8_000), Timer::RemainderRelease, ContextId(1))));
}

#[test]
fn what_is_spoken_on_a_flush_only_never_waits_the_short_time() {
    let mut rig = Rig::talking(ContextSettings { policy: SegmentPolicy::OnFlushOnly, ..plain() });
    rig.say(1, "Hello there. And more.");
    rig.wait(5_000);
    assert!(rig.jobs.is_empty());
    rig.flush(1, 1);
    assert_eq!(rig.jobs.len(), 2);
}

#[test]
fn a_deadline_that_has_passed_comes_before_the_news() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello there.");
    rig.now = rig.now + Duration::from_secs(1);
    rig.say(1, " And");
    assert_eq!(rig.jobs[0].request.text.text.as_str(), "Hello there.");
}

#[test]
fn a_flush_or_clear_ends_the_wait() {
    for clear in [false, true] {
        let mut rig = Rig::talking(patient(SegmentPolicy::Sentences));
        rig.say(1, "Hello there.");
        if clear {
            rig.clear(1, 1)
        } else {
            rig.flush(1, 1)
        }
        assert!(rig.session.next_timer().is_none_or(|timer| timer.1 == Timer::ReservationIdle));
    }
}

#[test]
fn silent_contexts_do_not_wake_anyone() {
    let mut rig = Rig::new();
    for context in 0..500 {
        rig.open(context, plain());
    }
    rig.wait(10_000);
    assert_eq!(rig.session.next_deadline(), None);
    assert_eq!(rig.session.live_contexts(), 500);
}
