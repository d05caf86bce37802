//! Where messages end and which is the last depends on the text alone, not on when anybody was ready for it.

mod desk;

use desk::{Desk, Engine, RATE, audio, form, settings, story};
use proptest::prelude::*;
use session::{ContextSettings, EngineEvent, Event, GenerationRule, Part, SegmentPolicy};
use speech::{AudioTime, EncodedAudio, GenerationId, PcmChunk, Scope};

/// A stretch of sound: in which generation, from where, how long, and whether it is the last.
type Stretch = (GenerationId, AudioTime, AudioTime, Part);

fn stretches(events: &[Event<EncodedAudio>]) -> Vec<Stretch> {
    audio(events).iter().map(|audio| (audio.generation, audio.start, audio.duration, audio.part)).collect()
}

/// Texts, each flushed or followed by the next, and how many samples each of their segments gives.
#[derive(Debug, Clone)]
struct Speech {
    settings: ContextSettings,
    texts: Vec<(&'static str, bool)>,
    sounds: Vec<usize>,
}

/// When things happen: after how many frames taken each piece of news comes, and how long the pieces are.
#[derive(Debug, Clone)]
struct Course {
    piece: usize,
    frames: Vec<usize>,
    /// Whether the flush waits until the socket has drained.
    flush: Flush,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Flush {
    AtOnce,
    Later,
}

struct Stage<'a> {
    desk: Desk,
    course: &'a Course,
    sounds: std::iter::Cycle<std::slice::Iter<'a, usize>>,
    turn: usize,
}

impl Stage<'_> {
    fn take_some(&mut self) {
        let frames = self.course.frames[self.turn % self.course.frames.len()];
        self.turn += 1;
        for _ in 0..frames {
            self.desk.take();
        }
    }

    /// The engine speaks all that it is given.
    fn speak(&mut self) {
        while !self.desk.jobs.is_empty() {
            let sound = self.sounds.next().copied().unwrap_or(0);
            for done in (0..sound).step_by(self.course.piece) {
                let samples = vec![1; self.course.piece.min(sound - done)];
                self.desk.engine_says(EngineEvent::Piece {
                    pcm: PcmChunk { rate: RATE, samples },
                    words: Vec::new(),
                    phonemes: Vec::new(),
                });
                self.take_some();
            }
            self.desk.engine_says(EngineEvent::Finished);
            self.take_some();
        }
    }
}

fn told(speech: &Speech, course: &Course) -> Vec<Event<EncodedAudio>> {
    let mut desk = Desk::new(Engine::Silent);
    desk.open(1, speech.settings.clone());
    let mut stage = Stage { desk, course, sounds: speech.sounds.iter().cycle(), turn: 0 };
    for (text, flushed) in &speech.texts {
        stage.desk.say(1, text);
        if course.flush == Flush::Later {
            stage.speak();
            stage.desk.take_all();
        }
        if *flushed {
            stage.desk.flush(1);
            stage.take_some();
        }
    }
    stage.desk.finish(1);
    stage.speak();
    stage.desk.all_told()
}

fn speech() -> impl Strategy<Value = Speech> {
    // Around 5 ms (120 samples), borders of the plan (480, 1440) and both together.
    let near = prop::sample::select(vec![0_usize, 120, 480, 600, 1_440, 1_560, 3_480]);
    let sound = (near, 0_usize..5).prop_map(|(near, more)| (near + more).saturating_sub(2));
    let sound = prop_oneof![sound, 0_usize..9_000];
    let texts = prop::sample::select(vec!["abc", "Abc. Def. ", "Abc. De", "…", "Abc. Def. Ghi, jkl. Mno"]);
    let rules = prop::sample::select(vec![GenerationRule::EachFlush, GenerationRule::EachRelease]);
    let texts = prop::collection::vec((texts, any::<bool>()), 1..7);
    let policies = prop::sample::select(vec![SegmentPolicy::Client, SegmentPolicy::OnFlushOnly]);
    let sounds = prop::collection::vec(sound, 1..20);
    (texts, sounds, rules, policies).prop_map(|(texts, sounds, generations, policy)| {
        let settings = ContextSettings { policy, generations, ..settings(form(Scope::Context)) };
        Speech { settings, texts, sounds }
    })
}

fn course() -> impl Strategy<Value = Course> {
    let frames = prop::collection::vec(prop::sample::select(vec![0_usize, 0, 1, 2, 5, 100]), 1..30);
    let flush = prop::sample::select(vec![Flush::AtOnce, Flush::Later]);
    (prop_oneof![1_usize..50, 100_usize..5_000], frames, flush).prop_map(|(piece, frames, flush)| Course {
        piece: piece.max(7),
        frames,
        flush,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_course_of_events_gives_the_same_messages(speech in speech(), one in course(), other in course()) {
        let (one, other) = (told(&speech, &one), told(&speech, &other));
        prop_assert_eq!(stretches(&one), stretches(&other));
        for (index, stretch) in stretches(&one).iter().enumerate() {
            let next = stretches(&one).get(index + 1).map(|next| next.0);
            let is_last = next != Some(stretch.0);
            prop_assert_eq!(stretch.3 == Part::Last, is_last, "the last of a generation and no other");
        }
    }
}

/// Two segments of one release, spoken while the socket drains or does not.
#[test]
fn a_segments_end_is_a_border_whether_or_not_the_socket_was_free() {
    let lengths = |drains: bool| {
        let mut desk = Desk::new(Engine::Silent);
        let policy = SegmentPolicy::OnFlushOnly;
        desk.open(1, ContextSettings { policy, ..settings(form(Scope::Context)) });
        desk.say(1, "Abc. Def.");
        desk.flush(1);
        for _ in 0..2 {
            desk.sound(129 * 24);
            desk.engine_says(EngineEvent::Finished);
            if drains {
                desk.take_all();
            }
        }
        desk::lengths(&desk.all_told())
    };
    assert_eq!(lengths(true), [20, 40, 64, 16, 113, 5]);
    assert_eq!(lengths(false), lengths(true));
}

#[test]
fn the_last_is_marked_whenever_the_flush_comes() {
    for drains in [false, true] {
        let mut desk = Desk::new(Engine::Pieces(700));
        desk.open(1, settings(form(Scope::Context)));
        desk.say(1, "abcd");
        if drains {
            desk.take_all();
        }
        desk.flush(1);
        let events = desk.all_told();
        assert_eq!(desk::lengths(&events), [20, 40, 15, 5], "drains: {drains}");
        assert_eq!(desk::last_marks(&events), [false, false, false, true]);
        assert!(story(&events).ends_with("audio segment release generation flushed"));
    }
}
