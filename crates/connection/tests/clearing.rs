//! A clear or cancel takes back what has not left, however slow the listener is.

mod desk;

use desk::{Desk, Engine, audio, bytes, form, last_marks, lengths, mp3, settings, story};
use session::{CloseReason, Event};
use speech::{OutputForm, Scope};

const SCOPES: [Scope; 3] = [Scope::Connection, Scope::Context, Scope::Generation];

fn speaking(form: OutputForm) -> Desk {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, settings(form));
    desk.say(1, &"a".repeat(200));
    desk.flush(1);
    desk
}

#[test]
fn a_clear_takes_queued_sound_back() {
    for scope in SCOPES {
        let mut desk = speaking(form(scope));
        for _ in 0..3 {
            desk.take();
        }
        assert_eq!(lengths(&desk.told()), [20, 40], "after opened");
        desk.clear(1);
        assert_eq!(story(&desk.all_told()), "generation flushed cleared");
        assert!(!desk.connection.has_outgoing());
    }
}

#[test]
fn a_codec_with_memory_says_what_it_cannot_take_back_in_one_frame() {
    for scope in SCOPES {
        let mut desk = speaking(mp3(scope));
        desk.take();
        desk.take();
        desk.told();
        desk.clear(1);
        let events = desk.all_told();
        assert_eq!(story(&events), "audio generation flushed cleared");
        assert_eq!((lengths(&events), last_marks(&events)), (vec![0], vec![false]), "a cut has no end");
    }
}

#[test]
fn a_cancel_is_as_final() {
    let mut desk = speaking(form(Scope::Context));
    desk.take();
    desk.take();
    desk.told();
    desk.cancel(1);
    let events = desk.all_told();
    assert_eq!(story(&events), "generation flushed closed");
    assert!(matches!(events.last(), Some(Event::Closed { reason: CloseReason::Cancelled, .. })));
}

#[test]
fn life_goes_on_after_a_clear() {
    for form in [form(Scope::Context), mp3(Scope::Connection)] {
        let mut desk = speaking(form);
        desk.take();
        desk.clear(1);
        desk.all_told();
        desk.say(1, "bc");
        desk.flush(1);
        let events = desk.all_told();
        assert_eq!(story(&events), "audio segment release generation flushed");
        let total: u64 = audio(&events).iter().map(|audio| audio.duration.as_millis()).sum();
        assert_eq!(total, 40);
    }
}

#[test]
fn two_clears_before_anything_leaves_are_two_acknowledgements_and_no_sound() {
    let mut desk = speaking(mp3(Scope::Context));
    desk.clear(1);
    desk.say(1, "more");
    desk.clear(1);
    assert_eq!(story(&desk.all_told()), "opened generation flushed cleared generation cleared");
}

#[test]
fn a_neighbour_is_not_cleared() {
    let mut desk = speaking(form(Scope::Connection));
    desk.open(2, settings(form(Scope::Connection)));
    desk.say(2, "bb");
    desk.flush(2);
    desk.clear(1);
    let events = desk.all_told();
    assert_eq!(bytes(&events).len(), 2 * 480 * 2);
    assert!(audio(&events).iter().all(|audio| audio.context.0 == 2));
}

#[test]
fn the_scheduler_learns_what_was_sent_and_what_was_cleared() {
    let mut desk = speaking(form(Scope::Context));
    desk.take();
    desk.work.clear();
    desk.take();
    assert_eq!(desk.work, ["Sent(ContextId(1), 0.020s)"]);
    desk.clear(1);
    assert_eq!(desk.work.last().map(String::as_str), Some("Cleared(ContextId(1))"));
}

/// The engine is done with it, the session is, but its sound still waits.
#[test]
fn a_finished_context_can_be_cancelled_while_its_sound_waits() {
    for lane in [None, Some(speech::LaneId(1))] {
        let mut desk = Desk::new(Engine::Pieces(700));
        for context in [0, 1] {
            desk.open(context, session::ContextSettings { lane, ..settings(form(Scope::Context)) });
        }
        desk.finish(0);
        desk.say(1, "ab cd ef");
        desk.finish(1);
        while desk.told().iter().all(|event| !matches!(event, Event::Audio(_))) {
            desk.take();
        }
        desk.cancel(1);
        let events = desk.all_told();
        assert_eq!(story(&events), "generation closed");
        let Some(Event::Closed { reason, heard, .. }) = events.last() else { panic!("{events:?}") };
        assert_eq!(
            (*reason, heard.sent.as_millis(), heard.sent_total.as_millis()),
            (CloseReason::Cancelled, 20, 20)
        );
        assert_eq!(heard.word.as_ref().map(|word| word.place.start.bytes), Some(0));
        desk.cancel(1);
        assert_eq!(story(&desk.all_told()), "refused", "now it is gone for the client too");
    }
}

#[test]
fn a_finished_context_answers_while_its_sound_waits() {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "abcdefgh");
    desk.finish(1);
    desk.finish(1);
    desk.flush(1);
    desk.say(1, "late");
    desk.take();
    desk.take();
    assert_eq!(story(&desk.told()), "refused opened");
    desk.take();
    desk.clear(1);
    let events = desk.all_told();
    assert_eq!(story(&events), "audio generation flushed cleared closed");
    assert_eq!(lengths(&events), [20], "what left before the clear");
}

fn ends_of_generations(events: &[Event<speech::EncodedAudio>]) -> Vec<u64> {
    let ends = events.iter().filter_map(|event| match event {
        Event::GenerationEnded { duration, .. } => Some(duration.as_millis()),
        _ => None,
    });
    ends.collect()
}

/// The engine was done with all of it before the socket took any.
#[test]
fn a_generation_had_only_what_was_sent_of_it() {
    let stops: [fn(&mut Desk); 2] = [|desk| desk.clear(1), |desk| desk.cancel(1)];
    for stop in stops {
        let mut desk = Desk::new(Engine::Pieces(700));
        desk.open(1, settings(form(Scope::Context)));
        for text in ["ab", "abcdefghij", "klm"] {
            desk.say(1, text);
            desk.flush(1);
        }
        let mut before = Vec::new();
        while audio(&before).len() < 4 {
            desk.take();
            before.extend(desk.told());
        }
        stop(&mut desk);
        let events = desk.all_told();
        before.extend(events.clone());
        assert_eq!(ends_of_generations(&before), [40, 20, 0], "all of the first, a chunk of the second");
        let heard = events.iter().find_map(|event| match event {
            Event::Cleared { heard, .. } | Event::Closed { heard, .. } => Some(heard),
            _ => None,
        });
        let heard = heard.expect("it was answered");
        assert_eq!((heard.sent.as_millis(), heard.sent_total.as_millis()), (20, 60));
    }
}

#[test]
fn a_generation_that_was_sent_whole_keeps_its_length_when_later_ones_are_cut() {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "ab");
    desk.flush(1);
    desk.take();
    while audio(&desk.told()).is_empty() {
        desk.take();
    }
    for _ in 0..3 {
        desk.take();
    }
    desk.finish(1);
    desk.clear(1);
    assert_eq!(ends_of_generations(&desk.all_told()), [40]);
}
