//! Contexts of one lane leave one after another, however slow the socket is.

mod desk;

use std::time::Duration;

use desk::{Desk, Engine, form, name, settings, story};
use session::{ContextSettings, Event, SegmentPolicy};
use speech::{EncodedAudio, LaneId, Scope};

fn in_lane(lane: u64) -> ContextSettings {
    ContextSettings { lane: Some(LaneId(lane)), ..settings(form(Scope::Context)) }
}

/// Which context each event belongs to, repetitions left out, openings left out.
fn order(events: &[Event<EncodedAudio>]) -> Vec<u64> {
    let spoken = events.iter().filter(|event| !matches!(event, Event::Opened(_)));
    let mut order: Vec<u64> = spoken.map(|event| event.context().expect("it has a context").0).collect();
    order.dedup();
    order
}

fn three_in_a_lane() -> Desk {
    let mut desk = Desk::new(Engine::Pieces(700));
    for context in 1..=3 {
        desk.open(context, in_lane(7));
    }
    for context in [3, 2, 1] {
        desk.say(context, &"a".repeat(20));
        desk.finish(context);
    }
    desk
}

#[test]
fn all_of_one_context_leaves_before_the_next() {
    let mut desk = three_in_a_lane();
    assert_eq!(order(&desk.all_told()), [1, 2, 3]);
}

#[test]
fn they_open_at_once_all_the_same() {
    let mut desk = three_in_a_lane();
    for _ in 0..3 {
        desk.take();
    }
    assert!(desk.told().iter().all(|event| matches!(event, Event::Opened(_))));
}

#[test]
fn lanes_do_not_wait_for_each_other() {
    let mut desk = three_in_a_lane();
    desk.open(4, in_lane(8));
    desk.say(4, &"a".repeat(20));
    desk.finish(4);
    let order = order(&desk.all_told());
    assert_eq!(&order[..4], [1, 4, 1, 4]);
}

#[test]
fn a_cancel_is_acknowledged_whoever_speaks_and_the_others_keep_their_order() {
    let mut desk = three_in_a_lane();
    for _ in 0..5 {
        desk.take();
    }
    desk.told();
    desk.cancel(2);
    desk.take();
    desk.take();
    let events = desk.told();
    assert_eq!((order(&events), name(&events[1])), (vec![2], "closed"), "its end goes ahead of sound");
    assert_eq!(order(&desk.all_told()), [1, 3]);
}

#[test]
fn cancelling_the_speaker_lets_the_next_one_speak() {
    let mut desk = three_in_a_lane();
    for _ in 0..5 {
        desk.take();
    }
    desk.told();
    desk.cancel(1);
    let events = desk.all_told();
    assert_eq!(order(&events), [1, 2, 3]);
    assert_eq!(events.iter().filter(|event| name(event) == "closed").count(), 3);
}

#[test]
fn one_that_opens_later_waits_for_what_has_not_left_of_those_that_ended() {
    let mut desk = Desk::new(Engine::Pieces(700));
    for context in [1, 2] {
        desk.open(context, in_lane(7));
        desk.say(context, &"a".repeat(20));
        desk.finish(context);
    }
    desk.take();
    desk.take();
    assert!(desk.told().iter().all(|event| matches!(event, Event::Opened(_))), "they open at once");
    assert_eq!(order(&desk.all_told()), [1, 2]);
}

#[test]
fn one_that_steps_aside_has_told_all_before_the_next_one_speaks() {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, in_lane(7));
    desk.open(2, in_lane(7));
    desk.say(1, "ab");
    desk.say(2, "cd");
    desk.flush(2);
    assert_eq!(order(&desk.all_told()), [1]);
    desk.pass(Duration::from_millis(1_999));
    assert!(desk.all_told().is_empty());
    desk.pass(Duration::from_millis(1));
    let events = desk.all_told();
    assert_eq!(order(&events), [1, 2]);
    assert_eq!(
        story(&events),
        "audio segment release generation audio segment release generation flushed",
        "the 5 ms that were withheld come first"
    );
}

#[test]
fn text_that_is_held_back_is_spoken_before_those_that_wait() {
    let mut desk = Desk::new(Engine::Pieces(700));
    for context in 1..=3 {
        desk.open(context, ContextSettings { policy: SegmentPolicy::Clauses, ..in_lane(7) });
    }
    desk.say(1, "ab");
    desk.say(2, "cd");
    desk.finish(2);
    desk.clear(3);
    desk.finish(3);
    assert_eq!(order(&desk.all_told()), [3], "it has nothing to say");
    desk.pass(Duration::from_secs(2));
    assert_eq!(order(&desk.all_told()), [1]);
    desk.pass(Duration::from_secs(2));
    let events = desk.all_told();
    assert_eq!(order(&events), [1, 2]);
    assert_eq!(name(events.last().expect("they were told")), "closed");
}

#[test]
fn a_slow_socket_gets_turns_in_their_order_though_a_context_has_two() {
    let mut desk = Desk::new(Engine::Pieces(700));
    for context in 1..=3 {
        desk.open(context, in_lane(7));
    }
    desk.say(1, "ab");
    desk.all_told();
    desk.say(2, &"c".repeat(30));
    desk.say(3, &"d".repeat(30));
    desk.pass(Duration::from_secs(2));
    // Nothing of this is taken yet: the end of the first one's turn, the second one's turn, and soon the first one again.
    desk.say(1, "ef");
    for context in [2, 3, 1] {
        desk.finish(context);
    }
    let events = desk.all_told();
    assert_eq!(order(&events), [1, 2, 3, 1]);
    assert_eq!(events.iter().filter(|event| name(event) == "closed").count(), 3);
}

#[test]
fn what_is_asked_of_one_aside_is_answered_while_another_one_speaks() {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, in_lane(7));
    desk.open(2, in_lane(7));
    desk.say(2, &"c".repeat(100));
    desk.pass(Duration::from_secs(2));
    for _ in 0..6 {
        desk.take();
    }
    desk.told();
    desk.flush(1);
    desk.clear(1);
    desk.finish(1);
    for _ in 0..3 {
        desk.take();
    }
    assert_eq!(story(&desk.told()), "flushed cleared closed");
    assert_eq!(order(&desk.all_told()), [2]);
}
