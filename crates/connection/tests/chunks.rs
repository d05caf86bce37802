//! Sound leaves in chunks of the plan, whatever pieces it came in, and its end is marked.

mod desk;

use desk::{Desk, Engine, RATE, SAMPLES_PER_CHAR, audio, bytes, form, last_marks, lengths, settings, story};
use proptest::prelude::*;
use session::{EngineEvent, GenerationRule};
use speech::{CodecId, ContainerId, EncodedAudio, OutputForm, SampleRate, Scope};

fn spoken(engine: Engine, form: OutputForm, text: &str) -> Vec<session::Event<EncodedAudio>> {
    let mut desk = Desk::new(engine);
    desk.open(1, settings(form));
    desk.say(1, text);
    desk.flush(1);
    desk.finish(1);
    desk.all_told()
}

#[test]
fn chunks_grow_with_the_place_in_the_generation() {
    let events = spoken(Engine::Pieces(700), form(Scope::Context), &"a".repeat(50));
    assert_eq!(lengths(&events), [20, 40, 80, 160, 200, 200, 200, 95, 5]);
    assert_eq!(story(&events), "opened audio segment release generation flushed closed");
}

#[test]
fn the_last_chunk_is_marked_and_the_others_are_not() {
    let events = spoken(Engine::Pieces(480), form(Scope::Context), "abcd");
    assert_eq!(lengths(&events), [20, 40, 15, 5]);
    assert_eq!(last_marks(&events), [false, false, false, true]);
}

#[test]
fn no_border_lies_in_the_last_five_milliseconds() {
    let mut desk = Desk::new(Engine::Silent);
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "a");
    desk.flush(1);
    desk.sound(480 + 24);
    assert_eq!(lengths(&desk.all_told()), [0; 0], "it may be the last");
    desk.engine_says(EngineEvent::Finished);
    let events = desk.all_told();
    assert_eq!(lengths(&events), [16, 5], "not at 20 ms");
    assert_eq!(last_marks(&events), [false, true]);
}

#[test]
fn a_generation_of_less_than_five_milliseconds_is_one_chunk() {
    let mut desk = Desk::new(Engine::Silent);
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "a");
    desk.sound(100);
    desk.engine_says(EngineEvent::Finished);
    assert_eq!(story(&desk.all_told()), "opened");
    desk.flush(1);
    let events = desk.all_told();
    assert_eq!(story(&events), "audio segment release generation flushed");
    assert_eq!(last_marks(&events), [true]);
}

#[test]
fn five_milliseconds_wait_for_what_follows() {
    let mut desk = Desk::new(Engine::Silent);
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "a");
    desk.told();
    desk.sound(600);
    assert!(!desk.connection.has_outgoing() || desk.all_told().len() == 1, "20 ms and 5 ms");
    desk.sound(1);
    assert_eq!(lengths(&desk.all_told()), [20]);
    assert!(!desk.connection.has_outgoing(), "what is withheld does not count as outgoing");
}

#[test]
fn the_end_of_a_release_lets_all_but_five_milliseconds_go_without_a_flush() {
    let mut desk = Desk::new(Engine::Pieces(480));
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "ab");
    let events = desk.all_told();
    assert_eq!(story(&events), "opened audio");
    assert_eq!(lengths(&events), [20, 15]);
    assert_eq!(last_marks(&events), [false, false]);
    desk.flush(1);
    let events = desk.all_told();
    assert_eq!(story(&events), "audio segment release generation flushed");
    assert_eq!(lengths(&events), [5]);
    assert_eq!(last_marks(&events), [true]);
}

#[test]
fn more_sound_lets_what_is_withheld_go_with_its_own() {
    let mut desk = Desk::new(Engine::Pieces(480));
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "ab");
    assert_eq!(lengths(&desk.all_told()), [20, 15]);
    desk.say(1, "cd");
    let events = desk.all_told();
    assert_eq!(story(&events), "audio segment release audio", "all sound of a segment precedes its end");
    assert_eq!(lengths(&events), [25, 15], "from 35 ms to the plan's border, and to 5 ms before the end");
}

/// They cost memory, and their client must be heard.
#[test]
fn marks_behind_withheld_sound_neither_pile_up_nor_stop_the_client() {
    let limits = session::Limits { unsent_events: 20, ..session::Limits::default() };
    let mut desk = Desk::with_limits(Engine::Pieces(480), limits);
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "ab");
    desk.all_told();
    for _ in 0..6 {
        desk.say(1, "…");
        assert_eq!(story(&desk.all_told()), "", "a segment and a release wait for each");
    }
    desk.say(1, "…");
    let events = desk.all_told();
    assert!(story(&events).starts_with("audio segment release segment release"), "{}", story(&events));
    assert_eq!((lengths(&events), last_marks(&events)), (vec![5], vec![false]));
    desk.say(1, "…");
    assert_eq!(story(&desk.all_told()), "segment release", "nothing is withheld any more");
    for _ in 0..9 {
        desk.say(1, "…");
    }
    assert!(desk.connection.wants_frames());
    desk.say(1, "…");
    assert!(!desk.connection.wants_frames(), "these wait for the socket");
    desk.all_told();
    desk.say(1, "c");
    desk.flush(1);
    let events = desk.all_told();
    assert_eq!(story(&events), "audio segment release generation flushed");
    assert_eq!((lengths(&events), last_marks(&events)), (vec![15, 5], vec![false, true]));
}

#[test]
fn many_contexts_that_hold_marks_back_do_not_stop_the_client() {
    let limits = session::Limits { unsent_events: 20, ..session::Limits::default() };
    let mut desk = Desk::with_limits(Engine::Pieces(480), limits);
    for context in 0..50 {
        desk.open(context, settings(form(Scope::Context)));
        desk.say(context, "ab");
        desk.all_told();
    }
    assert!(desk.connection.wants_frames());
    desk.flush(7);
    assert_eq!(story(&desk.all_told()), "audio segment release generation flushed");
}

#[test]
fn sound_at_another_rate_takes_nothing_of_the_sound_before_it() {
    let mut desk = Desk::new(Engine::Silent);
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "a");
    desk.sound(480);
    let pcm = speech::PcmChunk { rate: SampleRate::known(16_000), samples: vec![1; 320] };
    desk.engine_says(EngineEvent::Piece { pcm, words: Vec::new(), phonemes: Vec::new() });
    desk.engine_says(EngineEvent::Finished);
    desk.flush(1);
    let events = desk.all_told();
    assert_eq!(story(&events), "opened audio segment release generation flushed");
    assert_eq!(lengths(&events), [20, 15, 5]);
    assert_eq!(audio(&events)[1].start.as_millis(), 20);
    assert_eq!(last_marks(&events), [false, false, true]);
}

#[test]
fn each_release_can_be_a_generation_with_its_own_end_and_its_own_clock() {
    let mut desk = Desk::new(Engine::Pieces(480));
    let rule = GenerationRule::EachRelease;
    desk.open(1, session::ContextSettings { generations: rule, ..settings(form(Scope::Generation)) });
    desk.say(1, "ab");
    desk.say(1, "cd");
    let events = desk.all_told();
    assert_eq!(story(&events), "opened audio segment release generation audio segment release generation");
    assert_eq!(lengths(&events), [20, 15, 5, 20, 15, 5]);
    assert_eq!(last_marks(&events), [false, false, true, false, false, true]);
    assert_eq!(audio(&events)[3].start.as_millis(), 0);
    assert_eq!(audio(&events)[3].generation_start.as_millis(), 40);
}

/// Two segments of one release: the client hears all of the first but its last 5 ms while the second is computed.
#[test]
fn a_segment_ends_its_chunk_so_that_no_sound_waits_for_later_text() {
    let mut desk = Desk::new(Engine::Silent);
    let policy = session::SegmentPolicy::OnFlushOnly;
    desk.open(1, session::ContextSettings { policy, ..settings(form(Scope::Context)) });
    desk.say(1, "Abc. Def.");
    desk.flush(1);
    desk.sound(1_440);
    desk.engine_says(EngineEvent::Finished);
    let events = desk.all_told();
    assert_eq!((lengths(&events), story(&events)), (vec![20, 35], "opened audio".into()));
    desk.sound(1_440);
    let events = desk.all_told();
    assert_eq!(
        (lengths(&events), story(&events)),
        (vec![5], "audio segment".into()),
        "a border of the plan, which goes on at 140 ms"
    );
    desk.engine_says(EngineEvent::Finished);
    let events = desk.all_told();
    assert_eq!(story(&events), "audio segment release generation flushed");
    assert_eq!(lengths(&events), [55, 5]);
    assert_eq!(audio(&events)[0].start.as_millis(), 60);
}

#[test]
fn nothing_is_lost_and_sound_joins_without_a_gap() {
    let events = spoken(Engine::Pieces(333), form(Scope::Context), &"a".repeat(20));
    let samples: Vec<u8> = (0..20 * SAMPLES_PER_CHAR).flat_map(|n| (n as i16).to_le_bytes()).collect();
    assert_eq!(bytes(&events), samples);
    let mut end = speech::AudioTime::ZERO;
    for chunk in audio(&events) {
        assert_eq!(chunk.start, end);
        end = chunk.start + chunk.duration;
    }
    assert_eq!(end.as_millis(), 400);
}

fn forms() -> impl Strategy<Value = OutputForm> {
    let codecs = [
        (CodecId::PCM_S16LE, ContainerId::RAW),
        (CodecId::PCM_S16LE, ContainerId::WAV),
        (CodecId::MULAW, ContainerId::WAV_EACH),
        (CodecId::MULAW, ContainerId::RAW),
        (CodecId::MP3, ContainerId::RAW),
    ];
    let scopes = [Scope::Connection, Scope::Context, Scope::Generation];
    (prop::sample::select(codecs.to_vec()), prop::sample::select(scopes.to_vec()), prop::bool::ANY).prop_map(
        |((codec, container), scope, resampled)| {
            let rate = if resampled { SampleRate::known(16_000) } else { RATE };
            OutputForm { codec, container, rate, bit_rate: None, scope }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_division_into_pieces_gives_the_same_frames(
        form in forms(),
        length in 1_usize..60,
        one in 1_usize..3_000,
        other in 1_usize..30_000,
    ) {
        let text = "a bc def ".chars().cycle().take(length).collect::<String>() + "x";
        let one = spoken(Engine::Pieces(one), form, &text);
        let other = spoken(Engine::WordsLast(other), form, &text);
        prop_assert_eq!(lengths(&one), lengths(&other));
        prop_assert_eq!(bytes(&one), bytes(&other));
        prop_assert_eq!(story(&one), story(&other));
    }

    /// A chunk is rendered as soon as it can be, or late: the bytes are the same.
    #[test]
    fn a_slow_socket_gets_the_same_bytes(form in forms(), length in 1_usize..60, piece in 1_usize..3_000) {
        let text = "a".repeat(length);
        let at_once = spoken(Engine::Pieces(piece), form, &text);
        let mut desk = Desk::new(Engine::Silent);
        desk.open(1, settings(form));
        desk.say(1, &text);
        desk.flush(1);
        desk.finish(1);
        let mut events = Vec::new();
        let samples: Vec<i16> = (0..length * SAMPLES_PER_CHAR).map(|n| (n % 30_000) as i16).collect();
        for part in samples.chunks(piece) {
            let pcm = speech::PcmChunk { rate: RATE, samples: part.to_vec() };
            desk.engine_says(EngineEvent::Piece { pcm, words: Vec::new(), phonemes: Vec::new() });
            events.extend(desk.all_told());
        }
        desk.engine_says(EngineEvent::Finished);
        events.extend(desk.all_told());
        prop_assert_eq!(lengths(&at_once), lengths(&events));
        prop_assert_eq!(bytes(&at_once), bytes(&events));
    }
}
