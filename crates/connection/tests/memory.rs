//! However many contexts a client opens and however little it reads, the sound that waits for it is bounded.

mod desk;

use std::time::Duration;

use desk::{Desk, Engine, SAMPLES_PER_CHAR, audio, bytes, form, settings};
use proptest::prelude::*;
use session::{ContextSettings, EngineEvent, Event, Limits};
use speech::{AudioTime, LaneId, Scope};

const CONTEXTS: u64 = 200;
const JOBS: usize = 8;
const BOUND: AudioTime = AudioTime::from_millis(3_000);
/// At 20 ms a character.
const SEGMENT: AudioTime = AudioTime::from_millis(20 * SEGMENT_CHARACTERS as u64);
const SEGMENT_CHARACTERS: usize = 20;

fn limits() -> Limits {
    Limits {
        unsent_audio_per_connection: BOUND,
        jobs_per_connection: JOBS,
        segment_characters: SEGMENT_CHARACTERS,
        ..Limits::default()
    }
}

/// How the client uses its contexts.
#[derive(Debug, Clone, Copy)]
enum Ending {
    Finish,
    Flush,
}

/// A client that says a lot in each context, one after another, and reads nothing.
fn crowd(lanes: u64, ending: Ending, text: &str) -> Desk {
    let mut desk = Desk::with_limits(Engine::Silent, limits());
    for context in 0..CONTEXTS {
        let lane = (lanes > 0).then(|| LaneId(context % lanes));
        desk.open(context, ContextSettings { lane, ..settings(form(Scope::Context)) });
        desk.say(context, text);
        match ending {
            Ending::Finish => desk.finish(context),
            Ending::Flush => desk.flush(context),
        }
    }
    desk
}

/// The engine speaks all that it is given. Gives how many samples that was.
fn speak(desk: &mut Desk) -> u64 {
    let mut samples = 0;
    while let Some(job) = desk.jobs.front() {
        assert!(desk.jobs.len() <= JOBS);
        let sound = job.request.text.text.len() * SAMPLES_PER_CHAR;
        desk.sound(sound);
        desk.engine_says(EngineEvent::Finished);
        samples += sound as u64;
    }
    samples
}

fn samples(time: AudioTime) -> u64 {
    (time.as_nanos() * 24 + 500_000) / 1_000_000
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn what_waits_for_a_paused_socket_is_bounded_and_then_all_is_said(
        lanes in prop::sample::select(vec![0_u64, 0, 1, 7, 150]),
        ending in prop::sample::select(vec![Ending::Finish, Ending::Flush]),
        length in 1_usize..120,
        pauses in prop::collection::vec(1_usize..4_000, 0..4),
    ) {
        let text = "Abcd ef. ".repeat(length)[..length].to_owned();
        // A context in a lane that is never finished keeps those behind it waiting: that is what lanes are for.
        let ending = if lanes > 0 { Ending::Finish } else { ending };
        let mut desk = crowd(lanes, ending, &text);
        let (mut spoken, mut sent) = (0, 0);
        let mut events = Vec::new();
        let most = (BOUND.as_millis() + JOBS as u64 * SEGMENT.as_millis()) * 24;
        for frames in pauses.into_iter().chain(std::iter::repeat(usize::MAX)).take(20_000) {
            spoken += speak(&mut desk);
            prop_assert!(spoken - sent <= most, "{} samples wait, {} may", spoken - sent, most);
            let mut taken = 0;
            while taken < frames && desk.take().is_some() {
                taken += 1;
            }
            let told = desk.told();
            sent += audio(&told).iter().map(|audio| samples(audio.duration)).sum::<u64>();
            events.extend(told);
            if taken == 0 && desk.jobs.is_empty() {
                break;
            }
        }
        prop_assert_eq!(spoken, CONTEXTS * (length * SAMPLES_PER_CHAR) as u64);
        prop_assert_eq!(sent, spoken);
        prop_assert_eq!(bytes(&events).len() as u64, 2 * spoken);
        let ended = events.iter().filter(|event| matches!(event, Event::GenerationEnded { .. })).count();
        prop_assert_eq!(ended as u64, CONTEXTS);
    }
}

#[test]
fn sound_that_is_taken_back_after_its_contexts_end_makes_room() {
    let mut desk = crowd(0, Ending::Finish, &"a".repeat(SEGMENT_CHARACTERS));
    speak(&mut desk);
    desk.work.clear();
    for context in 0..CONTEXTS / 2 {
        match context % 2 {
            0 => desk.cancel(context),
            _ => desk.clear(context),
        }
    }
    assert!(desk.work.iter().any(|work| work.starts_with("Submit")), "others may speak");
    desk.pass(Duration::ZERO);
    while speak(&mut desk) > 0 || !desk.all_told().is_empty() {}
    assert!(desk.jobs.is_empty() && !desk.connection.has_outgoing());
}
