//! When a client learns that all it has said so far has been spoken and sent.

mod desk;

use std::time::Duration;

use desk::{Desk, Engine, audio, form, mp3, settings};
use session::{ContextSettings, EngineEvent, Event, SegmentPolicy, Then};
use speech::{EncodedAudio, LaneId, Scope};

fn sentences() -> ContextSettings {
    ContextSettings { policy: SegmentPolicy::Sentences, ..settings(form(Scope::Context)) }
}

/// An open context, whose opening is told.
fn desk(engine: Engine, settings: ContextSettings) -> Desk {
    let mut desk = Desk::new(engine);
    desk.open(1, settings);
    desk.all_told();
    desk
}

/// Says `true` of each stretch of sound after which there was silence.
fn silences(events: &[Event<EncodedAudio>]) -> Vec<bool> {
    audio(events).iter().map(|audio| audio.then == Then::Silence).collect()
}

/// Whether silence was told once: with the very last stretch.
fn is_told_at_the_end(events: &[Event<EncodedAudio>]) -> bool {
    silences(events).split_last().is_some_and(|(last, before)| *last && !before.contains(&true))
}

#[test]
fn the_last_chunk_of_a_flush_says_so() {
    for form in [form(Scope::Context), mp3(Scope::Connection), mp3(Scope::Generation)] {
        let mut desk = desk(Engine::Pieces(700), settings(form));
        desk.say(1, "abcdefghijklmnopqrst");
        desk.flush(1);
        assert!(is_told_at_the_end(&desk.all_told()));
    }
}

#[test]
fn a_sentence_that_was_released_by_time_says_so() {
    for piece in [100, 480, 700, 100_000] {
        let mut desk = desk(Engine::Pieces(piece), sentences());
        desk.say(1, "Hello there.");
        assert!(desk.all_told().is_empty(), "more may come");
        desk.pass(Duration::from_millis(250));
        let events = desk.all_told();
        assert!(is_told_at_the_end(&events), "{:?}", silences(&events));
        desk.flush(1);
        let rest = desk.all_told();
        assert_eq!(desk::story(&rest), "audio segment release generation flushed");
        assert_eq!((desk::lengths(&rest), silences(&rest)), (vec![5], vec![true]), "what was withheld");
    }
}

#[test]
fn silence_waits_for_the_engine_to_say_that_it_is_done() {
    let mut desk = desk(Engine::Silent, sentences());
    desk.say(1, "Hello there.");
    desk.pass(Duration::from_millis(250));
    desk.sound(480 + 240);
    assert_eq!(silences(&desk.all_told()), [false]);
    desk.engine_says(EngineEvent::Finished);
    let rest = desk.all_told();
    assert_eq!((desk::lengths(&rest), silences(&rest)), (vec![5], vec![true]));
}

/// Or else there would be nothing left to say it with.
#[test]
fn silence_is_told_where_the_segment_ends_at_a_border_of_the_plan() {
    let mut desk = desk(Engine::Silent, sentences());
    desk.say(1, "Hello there.");
    desk.pass(Duration::from_millis(250));
    desk.sound(480 + 120);
    assert_eq!(silences(&desk.all_told()), [false; 0]);
    desk.engine_says(EngineEvent::Finished);
    let rest = desk.all_told();
    assert_eq!((desk::lengths(&rest), silences(&rest)), (vec![20], vec![true]));
}

#[test]
fn two_flushes_are_one_silence() {
    let mut desk = desk(Engine::Pieces(700), settings(form(Scope::Context)));
    desk.say(1, "abcdefghij");
    desk.flush(1);
    desk.flush(1);
    assert!(is_told_at_the_end(&desk.all_told()));
}

#[test]
fn text_that_waits_for_a_flush_is_no_silence() {
    let mut desk = desk(Engine::Pieces(700), sentences());
    desk.say(1, "Hello there. And ");
    assert!(!silences(&desk.all_told()).contains(&true));
    desk.say(1, "more");
    desk.flush(1);
    assert!(is_told_at_the_end(&desk.all_told()));
}

#[test]
fn spaces_that_wait_are_silence() {
    let mut desk = desk(Engine::Pieces(700), sentences());
    desk.say(1, "Hello there.");
    desk.pass(Duration::from_millis(250));
    desk.say(1, " ");
    assert!(is_told_at_the_end(&desk.all_told()));
}

#[test]
fn text_that_came_before_the_chunk_left_is_no_silence() {
    let mut desk = desk(Engine::Silent, settings(form(Scope::Context)));
    desk.say(1, "abc");
    desk.sound(240);
    desk.engine_says(EngineEvent::Finished);
    desk.say(1, "def");
    assert_eq!(silences(&desk.all_told()), [false]);
    desk.sound(240);
    desk.engine_says(EngineEvent::Finished);
    assert_eq!(silences(&desk.all_told()), [true]);
}

#[test]
fn each_context_falls_silent_for_itself() {
    for lane in [None, Some(LaneId(1))] {
        let mut desk = Desk::new(Engine::Pieces(700));
        for context in [1, 2] {
            desk.open(context, ContextSettings { lane, ..settings(form(Scope::Context)) });
            desk.say(context, "abcdefghij");
            desk.finish(context);
        }
        let events = desk.all_told();
        for context in [1, 2] {
            let own: Vec<_> = events
                .iter()
                .filter(|event| event.context().is_some_and(|of| of.0 == context))
                .cloned()
                .collect();
            assert!(is_told_at_the_end(&own), "{context} in {lane:?}");
        }
    }
}
