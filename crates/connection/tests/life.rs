//! How a connection answers at once, waits, drains and ends.

mod desk;

use std::time::Duration;

use connection::Outgoing;
use desk::{Desk, Engine, SAMPLES_PER_CHAR, form, settings, story};
use session::{EngineEvent, Event, Limits};
use speech::{ContextId, RefusalKind, Scope};
use wire::{Close, ServerFrame};

fn text(text: &str) -> Outgoing {
    Outgoing::Frame(ServerFrame::Text(text.into()))
}

fn close(code: u16, reason: &str) -> Outgoing {
    Outgoing::Close(Close { code, reason: reason.into() })
}

fn speaking() -> Desk {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, &"a".repeat(100));
    desk.flush(1);
    desk
}

#[test]
fn a_protocol_knows_who_is_gone_from_the_session_before_all_sound_has_left() {
    let mut desk = speaking();
    desk.open(2, settings(form(Scope::Context)));
    desk.take();
    assert!(desk.gone().is_empty());
    desk.finish(1);
    assert_eq!(desk.gone(), [1]);
    assert!(!desk.told().iter().any(|event| matches!(event, Event::Closed { .. })));
    desk.cancel(2);
    assert_eq!(desk.gone(), [2]);
    assert!(story(&desk.all_told()).contains("closed"));
}

#[test]
fn answers_overtake_sound_that_waits() {
    let mut desk = speaking();
    desk.take();
    desk.frame("ping");
    desk.frame("nonsense");
    assert_eq!(desk.take(), Some(text("pong")));
    assert_eq!(desk.take(), Some(text("refused: unknown frame")));
    assert!(matches!(desk.take(), Some(Outgoing::Frame(ServerFrame::Binary(_)))));
}

#[test]
fn a_close_cancels_everything_and_nothing_follows_it() {
    let mut desk = speaking();
    desk.take();
    desk.frame("ping");
    desk.frame("close");
    assert!(desk.work.iter().any(|work| work.starts_with("Release")));
    desk.frame("ping");
    assert_eq!(desk.take(), Some(text("pong")));
    assert!(!desk.connection.is_closed());
    assert_eq!(desk.take(), Some(close(1000, "bye")));
    assert!(desk.connection.is_closed());
    assert_eq!(desk.take_all(), []);
}

#[test]
fn a_client_that_is_gone_hears_nothing_and_its_work_stops() {
    let mut desk = Desk::new(Engine::Silent);
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "abc");
    desk.sound(4_800);
    desk.connection.disconnect(desk.now);
    desk.pass(Duration::ZERO);
    assert!(desk.jobs.is_empty(), "the job is abandoned");
    assert!(desk.connection.is_closed() && !desk.connection.has_outgoing());
    assert_eq!(desk.take_all(), []);
    assert_eq!(desk.connection.next_deadline(), None);
}

#[test]
fn a_drain_says_good_bye_after_everything_accepted() {
    let mut desk = speaking();
    desk.connection.drain(desk.now);
    desk.connection.drain(desk.now);
    let mut frames = desk.take_all();
    assert_eq!(frames.pop(), Some(close(1001, "server is shutting down")));
    assert_eq!(frames.pop(), Some(text("closed")));
    assert_eq!(story(&desk.told()), "opened audio segment release generation flushed closed");
}

#[test]
fn a_drain_of_an_idle_connection_is_a_good_bye_at_once() {
    let mut desk = Desk::new(Engine::Silent);
    desk.connection.drain(desk.now);
    assert!(desk.connection.has_outgoing());
    assert_eq!(desk.take_all(), [close(1001, "server is shutting down")]);
}

#[test]
fn a_drain_waits_for_the_engine() {
    let mut desk = Desk::new(Engine::Silent);
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "a");
    desk.connection.drain(desk.now);
    assert_eq!(desk.take_all(), [text("opened")]);
    desk.sound(480);
    desk.engine_says(EngineEvent::Finished);
    assert_eq!(desk.take_all().last(), Some(&close(1001, "server is shutting down")));
}

#[test]
fn a_client_that_does_not_read_is_not_read_from() {
    let limits = Limits { unsent_events: 10, ..Limits::default() };
    let mut desk = Desk::with_limits(Engine::Pieces(700), limits);
    desk.open(1, settings(form(Scope::Context)));
    let flushes = (0..100).take_while(|_| {
        desk.flush(1);
        desk.connection.wants_frames()
    });
    assert_eq!(flushes.count(), 8, "opened and nine flushes");
    desk.take();
    assert!(desk.connection.wants_frames());
    for _ in 0..100 {
        desk.frame("ping");
    }
    assert!(!desk.connection.wants_frames(), "answers count too");
    desk.take_all();
    assert!(desk.connection.wants_frames());
}

#[test]
fn sound_that_waits_does_not_stop_the_client_from_being_heard() {
    let mut desk = speaking();
    desk.say(1, &"b".repeat(200));
    assert!(desk.connection.wants_frames());
}

#[test]
fn deadlines_of_the_session_are_kept() {
    let mut desk = Desk::new(Engine::Pieces(700));
    let delay = Some(Duration::from_secs(3));
    let policy = session::SegmentPolicy::Clauses;
    desk.open(1, session::ContextSettings { release_delay: delay, policy, ..settings(form(Scope::Context)) });
    desk.say(1, "ab");
    desk.take_all();
    assert_eq!(desk.connection.next_deadline(), Some(desk.now + Duration::from_secs(3)));
    desk.pass(Duration::from_secs(3));
    assert_eq!(story(&desk.all_told()), "opened audio", "the rest of it waits for what follows");
}

/// The server moves connections between threads.
#[test]
fn a_connection_can_be_sent() {
    fn is_send<T: Send>() {}
    is_send::<connection::Connection>();
}

/// Whether the session still speaks it or only its sound still waits, the client cannot know.
#[test]
fn what_a_closing_server_declines_of_a_context_leaves_it_alone() {
    for engine in [Engine::Pieces(700), Engine::Silent] {
        let mut desk = Desk::new(engine);
        desk.open(1, settings(form(Scope::Context)));
        desk.say(1, &"a".repeat(20));
        desk.take();
        desk.told();
        desk.connection.drain(desk.now);
        desk.say(1, "more");
        desk.update(1, settings(form(Scope::Context)));
        desk.flush(1);
        for _ in 0..2 {
            desk.take();
        }
        let events = desk.told();
        assert_eq!(story(&events), "refused refused", "ahead of the sound that waits");
        for event in &events {
            let Event::Refused(refusal) = event else { panic!("{event:?}") };
            assert_eq!((refusal.kind, refusal.context), (RefusalKind::ShuttingDown, Some(ContextId(1))));
            assert_eq!(refusal.ended(), None);
            assert!(refusal.retry_after.is_some());
        }
        if !desk.jobs.is_empty() {
            desk.sound(20 * SAMPLES_PER_CHAR);
            desk.engine_says(EngineEvent::Finished);
        }
        assert!(story(&desk.all_told()).ends_with("generation flushed closed"));
        assert!(desk.connection.is_closed());
    }
}
