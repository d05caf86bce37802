//! Contexts of one lane speak one after another, in the order of their opening.

use std::time::Duration;

use session::{ContextSettings, Input, Limits, Retry};

use crate::rig::{Admissions, Rig, in_lane, plain};

fn two() -> Rig {
    let mut rig = Rig::new();
    rig.open(1, in_lane(1));
    rig.open(2, in_lane(1));
    rig.forget();
    rig
}

#[test]
fn all_of_a_lane_are_open_at_once() {
    let mut rig = Rig::new();
    rig.open(1, in_lane(1));
    rig.open(2, in_lane(1));
    rig.open(3, in_lane(1));
    assert_eq!(rig.told(), ["ctx-1 opened", "ctx-2 opened", "ctx-3 opened"]);
}

#[test]
fn the_next_one_is_one_segment_ahead_and_waits_its_turn() {
    let mut rig = two();
    rig.say(2, "Second thing. More of it. ");
    rig.finish(2);
    assert_eq!(rig.jobs.len(), 1);
    rig.speak();
    assert!(rig.told().is_empty());
    rig.say(1, "First.");
    rig.finish(1);
    rig.speak();
    assert_eq!(
        rig.story(),
        [
            "ctx-1 gen-0 audio 0+60ms",
            "ctx-1 gen-0 ended 60ms",
            "ctx-1 closed Finished heard 60/60ms word at 0",
            "ctx-2 gen-0 audio 0+140ms",
            "ctx-2 gen-0 audio 140+120ms",
            "ctx-2 gen-0 ended 260ms",
            "ctx-2 closed Finished heard 260/260ms word at 22",
        ]
    );
}

#[test]
fn those_further_behind_are_not_ahead_at_all() {
    let mut rig = two();
    rig.open(3, in_lane(1));
    rig.say(3, "Third.");
    rig.finish(3);
    assert!(rig.jobs.is_empty());
    rig.cancel(1);
    assert_eq!(rig.jobs.len(), 1, "now it is the next");
    rig.speak();
    rig.cancel(2);
    let story = rig.story();
    assert_eq!(story.last().unwrap(), "ctx-3 closed Finished heard 60/60ms word at 0");
}

#[test]
fn a_silent_head_blocks_until_it_is_closed_or_patience_ends() {
    let mut rig = two();
    rig.say(2, "Second.");
    rig.flush(2, 1);
    rig.speak();
    rig.wait(1_999);
    assert!(rig.told().is_empty());
    rig.cancel(1);
    assert_eq!(rig.story()[1], "ctx-2 gen-0 audio 0+70ms");

    let mut rig = two();
    rig.say(2, "Second.");
    rig.flush(2, 1);
    rig.speak();
    rig.wait(2_000);
    assert_eq!(rig.story()[0], "ctx-2 gen-0 audio 0+70ms");
}

#[test]
fn patience_counts_from_the_last_sound_that_was_sent() {
    let mut rig = two();
    rig.say(1, "First.");
    rig.flush(1, 1);
    rig.speak();
    rig.say(2, "Second.");
    rig.finish(2);
    rig.wait(10_000);
    assert_eq!(rig.story().last().unwrap(), "ctx-1 flushed tok-1 gen-0", "its sound waits for the socket");
    rig.sent(1, 60);
    rig.wait(1_999);
    assert!(rig.told().is_empty());
    rig.wait(1);
    rig.speak();
    assert_eq!(rig.story().last().unwrap(), "ctx-2 closed Finished heard 70/70ms word at 0");
}

#[test]
fn a_fragment_in_a_new_context_does_not_wait_for_an_old_one_that_was_never_finished() {
    let mut rig = Rig::new();
    for context in 1..=20 {
        rig.open(context, in_lane(1));
        rig.say(context, "A fragment.");
        rig.flush(context, context);
        rig.forget();
        rig.speak();
        assert!(rig.told()[0].starts_with(&format!("ctx-{context} gen-0 audio")), "at once");
        rig.sent(context, 110);
        rig.wait(2_000);
    }
    assert_eq!(rig.session.live_contexts(), 20);
}

#[test]
fn stepping_aside_ends_the_generation() {
    let mut rig = two();
    rig.say(1, "First.\n\n");
    rig.speak();
    rig.sent(1, 100);
    rig.forget();
    rig.wait(60_000);
    assert!(rig.told().is_empty(), "nobody waits");
    rig.say(2, "Second.");
    assert_eq!(rig.told(), ["ctx-1 gen-0 ended 70ms"]);
    assert!(rig.causes().contains(&"turn ctx-2".to_owned()));
}

#[test]
fn with_new_text_it_stands_at_the_end_of_the_line() {
    let mut rig = two();
    rig.open(3, in_lane(1));
    rig.say(3, "Third.");
    rig.wait(2_000);
    rig.say(2, "Second.");
    rig.wait(1_000);
    rig.open(4, in_lane(1));
    rig.say(1, "First.");
    for context in [4, 3, 2, 1] {
        rig.say(context, " End.");
        rig.finish(context);
    }
    rig.speak();
    let closed: Vec<_> = rig.story().into_iter().filter(|line| line.contains("closed")).collect();
    let order: Vec<_> = closed.iter().map(|line| &line[..5]).collect();
    assert_eq!(order, ["ctx-2", "ctx-3", "ctx-4", "ctx-1"]);
}

#[test]
fn what_makes_no_sound_is_told_at_once_while_it_is_aside() {
    let mut rig = two();
    rig.say(2, "Second, and a long one.");
    rig.wait(2_000);
    rig.sound(6);
    rig.forget();
    rig.flush(1, 1);
    rig.clear(1, 2);
    rig.update(1, 3, in_lane(1));
    rig.finish(1);
    assert_eq!(
        rig.told(),
        [
            "ctx-1 flushed tok-1 nothing",
            "ctx-1 cleared tok-2 heard 0/0ms",
            "ctx-1 updated tok-3",
            "ctx-1 closed Finished heard 0/0ms"
        ]
    );
}

#[test]
fn one_that_is_aside_can_be_refused_and_cancelled() {
    let mut rig = Rig::with(Limits { unspoken_bytes: 200, ..Limits::default() });
    for context in 1..=3 {
        rig.open(context, in_lane(1));
    }
    rig.say(3, "Third.");
    rig.wait(4_000);
    rig.forget();
    rig.say(1, &"a".repeat(201));
    rig.cancel(2);
    assert_eq!(rig.told(), ["ctx-1 refused LimitExceeded", "ctx-2 closed Cancelled heard 0/0ms"]);
    rig.flush(3, 1);
    rig.speak();
    assert_eq!(rig.story().last().unwrap(), "ctx-3 flushed tok-1 gen-0");
}

#[test]
fn a_drain_closes_those_that_are_aside_and_lets_the_others_finish() {
    let mut rig = two();
    rig.say(2, "Second.");
    rig.wait(2_000);
    rig.forget();
    rig.give(Input::Drain);
    assert_eq!(rig.told(), ["ctx-1 closed Drained heard 0/0ms"]);
    rig.speak();
    assert_eq!(rig.story().last().unwrap(), "ctx-2 closed Drained heard 70/70ms word at 0");
}

#[test]
fn only_lanes_in_which_somebody_waits_have_a_timer() {
    let mut rig = two();
    rig.open(3, plain());
    rig.say(3, "Mine.");
    rig.wait(20_000);
    assert_eq!(rig.session.next_deadline(), None);
    rig.say(2, "Second");
    rig.say(1, "First");
    assert_eq!(rig.session.next_deadline(), None, "both hold back what they have");
    rig.flush(2, 1);
    assert_eq!(rig.session.next_deadline().unwrap().since(rig.now), Duration::from_secs(2));
}

#[test]
fn one_that_waits_in_vain_does_not_push_anybody_aside() {
    let mut rig = two();
    rig.say(2, "Second");
    rig.wait(1_000);
    rig.clear(2, 1);
    rig.wait(10_000);
    rig.say(1, "First.");
    rig.say(2, "Second.");
    rig.flush(1, 2);
    rig.forget();
    rig.speak();
    assert!(rig.told()[0].starts_with("ctx-1"));
}

#[test]
fn a_head_that_fails_makes_way() {
    let mut rig = two();
    rig.say(1, "First.");
    rig.finish(1);
    rig.say(2, "Second.");
    rig.finish(2);
    rig.fail(Retry::Useless);
    rig.speak();
    let story = rig.story();
    assert_eq!(story[..2], ["ctx-1 gen-0 ended 0ms", "ctx-1 refused EngineFailed"]);
    assert_eq!(story.last().unwrap(), "ctx-2 closed Finished heard 70/70ms word at 0");
}

#[test]
fn what_no_sound_is_before_is_told_at_once_out_of_turn() {
    let mut rig = two();
    rig.say(1, "First.");
    rig.flush(2, 1);
    rig.say(2, "Not this.");
    rig.clear(2, 2);
    rig.update(2, 3, in_lane(1));
    assert_eq!(
        rig.told(),
        ["ctx-2 flushed tok-1 nothing", "ctx-2 cleared tok-2 heard 0/0ms", "ctx-2 updated tok-3"]
    );
    rig.finish(2);
    assert_eq!(rig.told(), ["ctx-2 closed Finished heard 0/0ms"]);
}

#[test]
fn acknowledgements_of_sound_keep_the_order_of_the_lane() {
    let mut rig = two();
    rig.say(2, "Second.");
    rig.flush(2, 1);
    rig.finish(2);
    assert!(rig.told().is_empty());
    rig.finish(1);
    rig.speak();
    let story = rig.story();
    let acknowledged: Vec<_> = story.iter().filter(|line| !line.contains("gen-0")).collect();
    assert_eq!(
        acknowledged,
        ["ctx-1 closed Finished heard 0/0ms", "ctx-2 closed Finished heard 70/70ms word at 0"]
    );
    assert_eq!(story[story.len() - 2], "ctx-2 flushed tok-1 gen-0");
}

#[test]
fn a_clear_is_told_as_soon_as_its_context_is_open_whoever_speaks() {
    let mut rig = Rig::new();
    rig.open(1, in_lane(1));
    rig.admissions = Admissions::ByHand;
    rig.open(2, in_lane(1));
    rig.forget();
    rig.clear(2, 1);
    rig.say(2, "Second.");
    rig.finish(2);
    assert!(rig.told().is_empty());
    rig.admit(2);
    assert_eq!(rig.told(), ["ctx-2 opened", "ctx-2 cleared tok-1 heard 0/0ms"]);
}

#[test]
fn a_head_speaks_what_it_holds_back_when_others_have_waited_long_enough() {
    let mut rig = two();
    rig.say(1, "First");
    rig.wait(60_000);
    rig.say(1, " thing");
    assert!(rig.jobs.is_empty(), "nobody waits");
    rig.say(2, "Second");
    rig.finish(2);
    rig.wait(1_999);
    rig.speak();
    assert!(rig.told().is_empty());
    rig.wait(1);
    rig.speak();
    assert_eq!(rig.story(), ["ctx-1 gen-0 audio 0+110ms"]);
    rig.sent(1, 110);
    rig.wait(2_000);
    assert_eq!(
        rig.story(),
        [
            "ctx-1 gen-0 ended 110ms",
            "ctx-2 gen-0 audio 0+60ms",
            "ctx-2 gen-0 ended 60ms",
            "ctx-2 closed Finished heard 60/60ms word at 0"
        ]
    );
}

#[test]
fn more_text_buys_the_head_more_patience_and_text_with_a_timer_is_waited_for() {
    let mut rig = two();
    rig.say(2, "Second.");
    rig.finish(2);
    for _ in 0..10 {
        rig.say(1, "First ");
        rig.wait(1_999);
    }
    rig.forget();
    rig.clear(1, 1);
    rig.update(1, 2, ContextSettings { release_delay: Some(Duration::from_secs(5)), ..in_lane(1) });
    rig.say(1, "First");
    rig.forget();
    rig.wait(4_999);
    assert!(rig.told().is_empty());
    rig.wait(1);
    assert_eq!(rig.causes(), ["submit ctx-1 Fresh First"]);
}

#[test]
fn one_in_waiting_can_be_cleared_and_cancelled_at_once() {
    let mut rig = two();
    rig.say(2, "Second.");
    rig.flush(2, 1);
    rig.clear(2, 2);
    assert_eq!(
        rig.told(),
        ["ctx-2 gen-0 ended 0ms", "ctx-2 flushed tok-1 gen-0", "ctx-2 cleared tok-2 heard 0/0ms"]
    );
    rig.cancel(2);
    assert_eq!(rig.told(), ["ctx-2 closed Cancelled heard 0/0ms"]);
    assert!(rig.jobs.is_empty());
}

#[test]
fn lanes_do_not_know_each_other() {
    let mut rig = two();
    rig.open(3, in_lane(2));
    rig.open(4, plain());
    rig.forget();
    for context in [3, 4] {
        rig.say(context, "Mine.");
        rig.finish(context);
    }
    rig.speak();
    let closed = rig.story().iter().filter(|line| line.contains("closed")).count();
    assert_eq!(closed, 2);
}

#[test]
fn a_long_lane_of_empty_contexts_closes_in_one_go() {
    let mut rig = Rig::with(Limits { contexts_per_connection: 5_000, ..Limits::default() });
    for context in 0..5_000 {
        rig.open(context, in_lane(1));
    }
    rig.say(0, "First.");
    for context in (0..5_000).rev() {
        rig.finish(context);
    }
    rig.speak();
    assert_eq!(rig.session.live_contexts(), 0);
    let closed: Vec<_> = rig.told().into_iter().filter(|line| line.contains("closed")).collect();
    assert_eq!(closed.len(), 5_000);
    assert_eq!(closed[4_999], "ctx-0 closed Finished heard 60/60ms word at 0");
}
