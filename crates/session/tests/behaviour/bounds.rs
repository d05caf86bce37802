//! Every bound refuses by name, and harms one context only.

use session::{Event, Limits};
use speech::RefusalKind;

use crate::rig::{Rig, plain};

fn refusal(rig: &Rig) -> (RefusalKind, String) {
    match rig.events.last() {
        Some(Event::Refused(refusal)) => (refusal.kind, refusal.message.clone()),
        other => panic!("{:?}", other.and_then(Event::context)),
    }
}

#[test]
fn unspoken_text_is_bounded() {
    let mut rig = Rig::with(Limits { unspoken_bytes: 200, ..Limits::default() });
    rig.open(1, plain());
    rig.open(2, plain());
    rig.say(2, "Mine.");
    rig.finish(2);
    rig.say(1, &"word ".repeat(40));
    rig.say(1, "x");
    let (kind, message) = refusal(&rig);
    assert_eq!(kind, RefusalKind::LimitExceeded);
    assert!(message.contains("201 bytes") && message.contains("200"), "{message}");
    rig.speak();
    assert!(rig.story().iter().any(|line| line.starts_with("ctx-2 closed Finished")));
}

#[test]
fn spoken_text_makes_room() {
    let mut rig = Rig::with(Limits { unspoken_bytes: 200, ..Limits::default() });
    rig.open(1, plain());
    for _ in 0..20 {
        rig.say(1, &"word ".repeat(30));
        rig.flush(1, 1);
        rig.speak();
        rig.sent(1, 10_000);
    }
    assert_eq!(rig.session.live_contexts(), 1);
}

#[test]
fn cleared_text_makes_room() {
    let mut rig = Rig::with(Limits { unspoken_bytes: 200, ..Limits::default() });
    rig.open(1, plain());
    for number in 0..20 {
        rig.say(1, &"word ".repeat(30));
        rig.flush(1, number);
        rig.clear(1, number);
    }
    assert_eq!(rig.session.live_contexts(), 1);
}

#[test]
fn many_short_segments_weigh_more_than_their_text() {
    let mut rig = Rig::with(Limits { unspoken_bytes: 6_400, ..Limits::default() });
    rig.open(1, plain());
    let mut said = 0;
    while rig.session.live_contexts() == 1 {
        rig.say(1, "Yes. ");
        said += 1;
    }
    assert!((90..110).contains(&said), "{said}");
}

#[test]
fn unanswered_flushes_are_bounded() {
    let mut rig = Rig::with(Limits { pending_acknowledgements: 3, ..Limits::default() });
    rig.open(1, plain());
    rig.say(1, "Hello.");
    for number in 0..4 {
        rig.flush(1, number);
    }
    let (kind, message) = refusal(&rig);
    assert_eq!(kind, RefusalKind::LimitExceeded);
    assert!(message.contains('3'), "{message}");
    assert_eq!(rig.session.live_contexts(), 0);
}

#[test]
fn answered_flushes_are_not_counted() {
    let mut rig = Rig::with(Limits { pending_acknowledgements: 3, ..Limits::default() });
    rig.open(1, plain());
    for number in 0..100 {
        rig.say(1, "Hello.");
        rig.flush(1, number);
        rig.speak();
        rig.flush(1, number);
    }
    assert_eq!(rig.session.live_contexts(), 1);
}

#[test]
fn no_message_repeats_what_the_user_said() {
    let mut rig = Rig::with(Limits { unspoken_bytes: 10, ..Limits::default() });
    rig.open(1, plain());
    rig.say(1, "a secret that is too long");
    assert!(!refusal(&rig).1.contains("secret"));
    assert!(!format!("{:?}", rig.session).contains("secret"));
}
