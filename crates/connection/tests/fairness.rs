//! Many contexts share one socket.

mod desk;

use desk::{Desk, Engine, audio, form, lengths, settings};
use session::Event;
use speech::Scope;

#[test]
fn contexts_take_turns_a_chunk_each() {
    let mut desk = Desk::new(Engine::Pieces(4_800));
    for context in 1..=3 {
        desk.open(context, settings(form(Scope::Context)));
        desk.say(context, &"a".repeat(10));
        desk.flush(context);
    }
    let events = desk.all_told();
    let order: Vec<u64> = audio(&events).iter().map(|audio| audio.context.0).collect();
    assert_eq!(order, [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]);
}

#[test]
fn a_long_context_does_not_hold_up_another_ones_first_word() {
    let mut desk = Desk::new(Engine::Pieces(4_800));
    for context in 1..=50 {
        desk.open(context, settings(form(Scope::Context)));
        desk.say(context, &"a".repeat(100));
    }
    for _ in 0..150 {
        desk.take();
    }
    desk.told();
    desk.open(51, settings(form(Scope::Context)));
    desk.say(51, "bb");
    desk.take();
    desk.take();
    let events = desk.told();
    assert!(matches!(events[0], Event::Opened(context) if context.0 == 51));
    assert_eq!(audio(&events)[0].context.0, 51);
}

#[test]
fn an_acknowledgement_does_not_wait_for_the_sound_of_others() {
    let mut desk = Desk::new(Engine::Pieces(4_800));
    for context in 1..=50 {
        desk.open(context, settings(form(Scope::Context)));
        desk.say(context, &"a".repeat(100));
    }
    while desk.told().iter().filter(|event| matches!(event, Event::Audio(_))).count() == 0 {
        desk.take();
    }
    desk.clear(50);
    desk.take();
    desk.take();
    assert!(desk.told().iter().any(|event| matches!(event, Event::Cleared { .. })));
}

#[test]
fn a_thousand_contexts_all_come_to_their_end() {
    let mut desk = Desk::new(Engine::Pieces(700));
    for context in 0..1_000 {
        desk.open(context, settings(form(Scope::Context)));
        desk.say(context, "abcde");
        desk.finish(context);
    }
    let events = desk.all_told();
    assert_eq!(lengths(&events).iter().sum::<u64>(), 100_000);
    let closed = events.iter().filter(|event| matches!(event, Event::Closed { .. })).count();
    assert_eq!(closed, 1_000);
}

#[test]
fn the_order_within_a_context_is_kept_whatever_its_neighbours_do() {
    let mut desk = Desk::new(Engine::Pieces(700));
    for context in 1..=5 {
        desk.open(context, settings(form(Scope::Connection)));
    }
    for round in 1..=4 {
        for context in 1..=5 {
            desk.say(context, &"ab".repeat(round));
            desk.flush(context);
        }
    }
    let events = desk.all_told();
    for context in 1..=5 {
        let own: Vec<_> = events
            .iter()
            .filter(|event| event.context().is_some_and(|id| id.0 == context))
            .cloned()
            .collect();
        let rounds = ["audio segment release generation flushed"; 4].join(" ");
        assert_eq!(desk::story(&own), format!("opened {rounds}"));
    }
}
