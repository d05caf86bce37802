//! Contexts open when the scheduler has room, and not otherwise.

use session::{Command, Event, Input, Limits};
use speech::{AudioTime, ContextId, RefusalKind};
use std::time::Duration;

use crate::rig::{Admissions, Rig, plain};

#[test]
fn a_context_opens_when_it_is_admitted() {
    let mut rig = Rig::new();
    rig.admissions = Admissions::ByHand;
    rig.open(1, plain());
    assert_eq!(rig.causes(), ["reserve ctx-1 tone"]);
    assert!(rig.told().is_empty());
    rig.admit(1);
    assert_eq!(rig.told(), ["ctx-1 opened"]);
    rig.admit(1);
    assert!(rig.told().is_empty(), "a second answer to one question changes nothing");
}

#[test]
fn a_context_that_is_declined_is_gone_and_says_when_to_come_back() {
    let mut rig = Rig::new();
    rig.admissions = Admissions::ByHand;
    rig.open(1, plain());
    rig.say(1, "Hello there.");
    rig.flush(1, 1);
    rig.decline(1);
    let Some(Event::Refused(refusal)) = rig.events.first() else { panic!("{:?}", rig.events) };
    assert_eq!((refusal.context, refusal.kind), (Some(ContextId(1)), RefusalKind::Overloaded));
    assert_eq!(refusal.retry_after, Some(Duration::from_millis(700)));
    assert_eq!(rig.events.len(), 1);
    assert_eq!(rig.session.live_contexts(), 0);
    assert_eq!(rig.causes(), ["reserve ctx-1 tone"], "there is nothing to give back");
}

#[test]
fn what_is_asked_before_admission_is_answered_after_it() {
    let mut rig = Rig::new();
    rig.admissions = Admissions::ByHand;
    rig.open(1, plain());
    rig.say(1, "Forget this.");
    rig.flush(1, 1);
    rig.clear(1, 2);
    rig.say(1, "Say this.");
    rig.finish(1);
    assert!(rig.told().is_empty() && rig.jobs.is_empty());
    rig.admit(1);
    rig.speak();
    assert_eq!(
        rig.story(),
        [
            "ctx-1 opened",
            "ctx-1 gen-0 ended 0ms",
            "ctx-1 flushed tok-1 gen-0",
            "ctx-1 cleared tok-2 heard 0/0ms",
            "ctx-1 gen-1 audio 0+90ms",
            "ctx-1 gen-1 ended 90ms",
            "ctx-1 closed Finished heard 90/90ms word at 16",
        ]
    );
}

#[test]
fn a_cancel_before_admission_takes_the_question_back() {
    let mut rig = Rig::new();
    rig.admissions = Admissions::ByHand;
    rig.open(1, plain());
    rig.cancel(1);
    assert_eq!(rig.told(), ["ctx-1 closed Cancelled heard 0/0ms"]);
    assert_eq!(rig.causes(), ["reserve ctx-1 tone", "release ctx-1"]);
    rig.admit(1);
    assert!(rig.told().is_empty());
}

#[test]
fn there_are_no_more_contexts_than_the_limit() {
    let mut rig = Rig::with(Limits { contexts_per_connection: 2, ..Limits::default() });
    for context in 1..=3 {
        rig.open(context, plain());
    }
    assert_eq!(rig.told(), ["ctx-1 opened", "ctx-2 opened", "ctx-3 refused LimitExceeded"]);
    rig.cancel(1);
    rig.open(4, plain());
    assert_eq!(rig.story()[1], "ctx-4 opened");
}

#[test]
fn a_name_in_use_is_refused_without_harming_who_has_it() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello there.");
    rig.open(1, plain());
    rig.finish(1);
    rig.speak();
    assert_eq!(rig.story()[0], "ctx-1 request refused AlreadyOpen");
    assert_eq!(rig.session.live_contexts(), 0);
}

#[test]
fn the_unknown_is_refused_by_name() {
    let mut rig = Rig::new();
    let context = ContextId(9);
    rig.say(9, "Hello.");
    rig.flush(9, 1);
    rig.clear(9, 2);
    rig.update(9, 3, plain());
    rig.ask(Command::Finish { context });
    rig.ask(Command::Cancel { context });
    assert_eq!(rig.told(), vec!["ctx-9 request refused UnknownContext"; 6]);
    rig.give(Input::Sent(context, AudioTime::from_millis(1)));
    rig.admit(9);
    assert!(rig.told().is_empty());
}

#[test]
fn a_silent_context_gives_its_share_back_and_asks_again() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello.");
    rig.flush(1, 1);
    rig.speak();
    rig.sent(1, 30);
    rig.wait(20_000);
    assert!(!rig.causes().contains(&"release ctx-1".into()), "30 ms are not sent");
    rig.sent(1, 30);
    rig.wait(9_999);
    assert!(rig.causes().is_empty());
    rig.wait(1);
    assert_eq!(rig.causes(), ["release ctx-1"]);
    rig.admissions = Admissions::ByHand;
    rig.say(1, "Again.");
    rig.flush(1, 2);
    assert_eq!(rig.causes(), ["reserve ctx-1 tone"]);
    rig.admit(1);
    assert_eq!(rig.causes(), ["submit ctx-1 Fresh Again."]);
}

#[test]
fn text_after_a_silence_may_be_declined() {
    let mut rig = Rig::talking(plain());
    rig.wait(10_000);
    rig.admissions = Admissions::ByHand;
    rig.say(1, "Again.");
    rig.decline(1);
    assert_eq!(rig.told(), ["ctx-1 refused Overloaded"]);
    assert_eq!(rig.causes(), ["release ctx-1", "reserve ctx-1 tone"]);
}

#[test]
fn text_that_was_accepted_is_never_declined_later() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hel");
    rig.wait(60_000);
    assert!(rig.causes().is_empty(), "the share is kept for it");
    rig.admissions = Admissions::ByHand;
    rig.flush(1, 1);
    assert_eq!(rig.causes(), ["submit ctx-1 Fresh Hel"]);
}

#[test]
fn text_without_anything_to_say_does_not_keep_a_share() {
    let mut rig = Rig::talking(plain());
    rig.say(1, " … ");
    rig.wait(10_000);
    assert_eq!(rig.causes(), ["release ctx-1"]);
}

#[test]
fn an_answer_that_nobody_waits_for_changes_nothing() {
    let mut rig = Rig::talking(plain());
    rig.decline(1);
    assert!(rig.told().is_empty());
    assert_eq!(rig.session.live_contexts(), 1);
}

#[test]
fn text_keeps_a_share_for_another_while() {
    let mut rig = Rig::talking(plain());
    rig.wait(9_000);
    rig.say(1, " ");
    rig.wait(9_999);
    assert!(rig.causes().is_empty());
    rig.wait(1);
    assert_eq!(rig.causes(), ["release ctx-1"]);
}
