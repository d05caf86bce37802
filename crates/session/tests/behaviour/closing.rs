//! Finish, cancel, drain, disconnect: every way in which a context ends, and that nothing follows.

use session::{Effect, EngineEvent, Event, Input};
use speech::RefusalKind;

use crate::rig::{Rig, piece, plain};

#[test]
fn finish_speaks_what_waits_and_closes() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello");
    rig.finish(1);
    rig.finish(1);
    rig.speak();
    assert_eq!(
        rig.story(),
        [
            "ctx-1 gen-0 audio 0+50ms",
            "ctx-1 gen-0 ended 50ms",
            "ctx-1 closed Finished heard 50/50ms word at 0"
        ]
    );
    assert_eq!(rig.causes().last().unwrap(), "release ctx-1");
}

#[test]
fn a_context_without_text_finishes_at_once() {
    let mut rig = Rig::talking(plain());
    rig.finish(1);
    assert_eq!(rig.told(), ["ctx-1 closed Finished heard 0/0ms"]);
}

#[test]
fn text_after_finish_is_declined_and_harms_nothing() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello");
    rig.finish(1);
    rig.say(1, "more");
    rig.update(1, 1, plain());
    rig.speak();
    assert_eq!(
        rig.story(),
        [
            "ctx-1 request refused UnknownContext",
            "ctx-1 request refused UnknownContext",
            "ctx-1 gen-0 audio 0+50ms",
            "ctx-1 gen-0 ended 50ms",
            "ctx-1 closed Finished heard 50/50ms word at 0",
        ]
    );
}

#[test]
fn a_flush_after_finish_is_told_before_the_close() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello");
    rig.finish(1);
    rig.flush(1, 1);
    rig.speak();
    let story = rig.story();
    assert_eq!(story[2], "ctx-1 flushed tok-1 gen-0");
    assert_eq!(story[3], "ctx-1 closed Finished heard 50/50ms word at 0");
}

#[test]
fn cancel_stops_at_once_and_answers_what_was_asked() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello there. More of this.");
    rig.flush(1, 1);
    rig.update(1, 2, plain());
    let job = rig.jobs[0].clone();
    rig.sound(8);
    rig.sent(1, 70);
    rig.forget();
    rig.cancel(1);
    assert_eq!(
        rig.told(),
        [
            "ctx-1 gen-0 ended 70ms",
            "ctx-1 flushed tok-1 gen-0",
            "ctx-1 updated tok-2",
            "ctx-1 closed Cancelled heard 70/70ms word at 6",
        ]
    );
    assert_eq!(rig.causes(), ["abandon job-0", "abandon job-1", "release ctx-1"]);
    rig.news(job.job, piece(&job, 8, 12));
    rig.news(job.job, EngineEvent::Finished);
    rig.sent(1, 10);
    rig.wait(60_000);
    assert!(rig.told().is_empty() && rig.causes().is_empty());
    rig.cancel(1);
    assert_eq!(rig.told(), ["ctx-1 request refused UnknownContext"]);
}

#[test]
fn a_finishing_context_can_be_cancelled() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "Hello there.");
    rig.finish(1);
    rig.cancel(1);
    assert_eq!(rig.story(), ["ctx-1 gen-0 ended 0ms", "ctx-1 closed Cancelled heard 0/0ms"]);
}

#[test]
fn one_contexts_end_leaves_the_others_alone() {
    let mut rig = Rig::talking(plain());
    rig.open(2, plain());
    rig.say(1, "Hello there.");
    rig.say(2, "Good day.");
    rig.finish(2);
    rig.forget();
    rig.cancel(1);
    rig.speak();
    assert_eq!(
        rig.story(),
        [
            "ctx-1 closed Cancelled heard 0/0ms",
            "ctx-2 gen-0 audio 0+90ms",
            "ctx-2 gen-0 ended 90ms",
            "ctx-2 closed Finished heard 90/90ms word at 5",
        ]
    );
}

#[test]
fn a_closing_server_speaks_what_it_accepted_and_takes_nothing_new() {
    let mut rig = Rig::talking(plain());
    rig.open(2, plain());
    rig.open(3, plain());
    rig.say(1, "Hello");
    rig.say(2, "there");
    rig.finish(2);
    rig.forget();
    rig.give(Input::Drain);
    rig.open(4, plain());
    rig.say(1, " more");
    rig.update(1, 1, plain());
    rig.say(2, " more");
    rig.flush(1, 2);
    let asks_for_patience = |event: &Event<_>| match event {
        Event::Refused(refusal) => {
            refusal.retry_after.is_some() == (refusal.kind == RefusalKind::ShuttingDown)
        }
        _ => true,
    };
    assert!(rig.events.iter().all(asks_for_patience));
    rig.speak();
    assert_eq!(
        rig.story(),
        [
            "ctx-3 closed Drained heard 0/0ms",
            "ctx-4 refused ShuttingDown",
            "ctx-1 request refused ShuttingDown",
            "ctx-1 request refused ShuttingDown",
            "ctx-2 request refused UnknownContext",
            "ctx-2 gen-0 audio 0+50ms",
            "ctx-2 gen-0 ended 50ms",
            "ctx-2 closed Finished heard 50/50ms word at 0",
            "ctx-1 gen-0 audio 0+50ms",
            "ctx-1 gen-0 ended 50ms",
            "ctx-1 flushed tok-2 gen-0",
            "ctx-1 closed Drained heard 50/50ms word at 0",
        ]
    );
    assert!(rig.session.is_idle());
}

#[test]
fn a_client_that_vanishes_stops_everything_and_hears_nothing() {
    let mut rig = Rig::talking(plain());
    rig.open(2, plain());
    rig.say(1, "Hello there. And more. ");
    rig.flush(1, 1);
    rig.forget();
    rig.give(Input::Disconnected);
    assert_eq!(rig.causes(), ["abandon job-0", "abandon job-1", "release ctx-1", "release ctx-2"]);
    assert!(rig.told().is_empty());
    assert_eq!((rig.session.live_contexts(), rig.session.next_deadline()), (0, None));
    rig.say(1, "Hello");
    rig.open(3, plain());
    assert!(rig.told().is_empty() && rig.causes().is_empty());
}

#[test]
fn what_nobody_has_fetched_is_not_told_to_a_vanished_client() {
    let mut rig = Rig::talking(plain());
    rig.session.handle(rig.now, Input::Command(session::Command::Finish { context: speech::ContextId(1) }));
    rig.session.handle(rig.now, Input::Disconnected);
    assert_eq!(rig.session.poll(), Some(Effect::Release(speech::ContextId(1))));
    assert_eq!(rig.session.poll(), None);
}
