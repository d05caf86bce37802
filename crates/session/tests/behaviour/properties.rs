//! What holds whatever clients, engines and sockets do, in any order.
//!
//! Three contexts, random requests, an engine that takes its steps, fails and declines at random, time that passes in
//! jumps. Engine steps name a context and take its oldest job, so that one context's script means the same whatever its
//! neighbours do.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::prelude::*;
use session::{
    ContextSettings, EngineEvent, Event, GenerationRule, Input, Limits, Retry, SegmentPolicy, WordTimes,
};
use speech::{AudioTime, ContextId, FlushToken, GenerationId, JobId, PcmChunk};

use crate::rig::{Admissions, Rig, line, piece, plain};

/// One thing that happens to a context, or to all.
#[derive(Debug, Clone)]
enum Step {
    Say(&'static str),
    Flush,
    Clear,
    Update(SegmentPolicy),
    Finish,
    Cancel,
    /// The engine gives this many characters' sound of the context's oldest job.
    Sound(usize),
    /// The engine's oldest job for the context ends.
    End,
    Fail(Retry),
    Decline,
    /// News of the context's second job before the first is done.
    OutOfTurn,
    Sent(u64),
    Admit,
    Turn(u64),
}

fn policies() -> impl Strategy<Value = SegmentPolicy> {
    prop_oneof![
        Just(SegmentPolicy::Clauses),
        Just(SegmentPolicy::Sentences),
        Just(SegmentPolicy::Client),
        Just(SegmentPolicy::Threshold { characters: 12 }),
        Just(SegmentPolicy::OnFlushOnly),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => prop::sample::select(vec!["One. ", "Two, and more. Three", "…", " ", "Grüße! Ja", "a", ". "]).prop_map(Step::Say),
        3 => Just(Step::Flush),
        1 => Just(Step::Clear),
        1 => policies().prop_map(Step::Update),
        1 => prop_oneof![2 => Just(Step::Finish), 1 => Just(Step::Cancel)],
        6 => (0_usize..9).prop_map(Step::Sound),
        5 => Just(Step::End),
        1 => prop_oneof![
            3 => Just(Step::Fail(Retry::MayHelp)),
            1 => Just(Step::Fail(Retry::Useless)),
            1 => Just(Step::Decline),
        ],
        1 => Just(Step::OutOfTurn),
        4 => (0_u64..200).prop_map(Step::Sent),
        3 => Just(Step::Admit),
        2 => prop::sample::select(vec![10_u64, 260, 3_100, 11_000]).prop_map(Step::Turn),
    ]
}

fn settings() -> impl Strategy<Value = ContextSettings> {
    let rules = prop_oneof![Just(GenerationRule::EachFlush), Just(GenerationRule::EachRelease)];
    (policies(), rules, any::<bool>()).prop_map(|(policy, generations, patient)| ContextSettings {
        policy,
        generations,
        release_delay: patient.then(|| Duration::from_secs(3)),
        word_times: WordTimes::On,
        ..plain()
    })
}

fn scripts() -> impl Strategy<Value = Vec<(u64, Step)>> {
    prop::collection::vec((1_u64..=3, steps()), 1..70)
}

/// A session with its history.
struct World {
    rig: Rig,
    token: u64,
    /// How far the engine is with each job, in characters.
    spoken: BTreeMap<JobId, usize>,
    /// The newest job of a context when it was last cleared or cancelled.
    outdated: BTreeMap<ContextId, JobId>,
    newest: BTreeMap<ContextId, JobId>,
    asked: BTreeMap<ContextId, Vec<FlushToken>>,
    events: Vec<Event<PcmChunk>>,
}

impl World {
    fn new(settings: &[ContextSettings], admissions: Admissions) -> Self {
        Self::with(Limits::default().lane_patience, settings, admissions)
    }

    fn with(lane_patience: Duration, settings: &[ContextSettings], admissions: Admissions) -> Self {
        let mut rig = Rig::with(Limits { pending_acknowledgements: 12, lane_patience, ..Limits::default() });
        rig.admissions = admissions;
        for (context, settings) in settings.iter().enumerate() {
            rig.open(context as u64 + 1, settings.clone());
        }
        let mut world = Self {
            rig,
            token: 0,
            spoken: BTreeMap::new(),
            outdated: BTreeMap::new(),
            newest: BTreeMap::new(),
            asked: BTreeMap::new(),
            events: Vec::new(),
        };
        world.look();
        world
    }

    fn is_live(&self, context: u64) -> bool {
        let context = ContextId(context);
        !self.events.iter().any(|event| match event {
            Event::Closed { context: closed, .. } => *closed == context,
            Event::Refused(refusal) => refusal.ended() == Some(context),
            _ => false,
        })
    }

    fn job(&self, context: u64, place: usize) -> Option<session::SynthesisJob> {
        self.rig.jobs.iter().filter(|job| job.context == ContextId(context)).nth(place).cloned()
    }

    fn token(&mut self, context: u64) -> u64 {
        self.token += 1;
        if self.is_live(context) {
            self.asked.entry(ContextId(context)).or_default().push(FlushToken(self.token));
        }
        self.token
    }

    fn end(&mut self, context: u64, place: usize, event: EngineEvent) {
        if let Some(job) = self.job(context, place) {
            self.rig.news(job.job, event);
        }
    }

    fn sound(&mut self, context: u64, place: usize, characters: usize) {
        let Some(job) = self.job(context, place) else { return };
        let from = self.spoken.get(&job.job).copied().unwrap_or(0);
        let to = (from + characters).min(job.request.text.text.chars().count());
        self.spoken.insert(job.job, to);
        self.rig.news(job.job, piece(&job, from, to));
    }

    fn step(&mut self, context: u64, step: &Step) {
        match step {
            Step::Say(text) => self.rig.say(context, text),
            Step::Flush => {
                let token = self.token(context);
                self.rig.flush(context, token);
            }
            Step::Clear => {
                let token = self.token(context);
                self.rig.clear(context, token);
            }
            Step::Update(policy) => {
                self.token += 1;
                self.rig.update(context, self.token, ContextSettings { policy: *policy, ..plain() });
            }
            Step::Finish => self.rig.finish(context),
            Step::Cancel => self.rig.cancel(context),
            Step::Sound(characters) => self.sound(context, 0, *characters),
            Step::End => self.end(context, 0, EngineEvent::Finished),
            Step::Fail(retry) => {
                self.end(context, 0, EngineEvent::Failed { retry: *retry, message: "gave up".into() });
            }
            Step::Decline => {
                self.end(context, 0, EngineEvent::Declined { retry_after: Duration::from_secs(1) });
            }
            Step::OutOfTurn => {
                self.sound(context, 1, 3);
                self.end(context, 1, EngineEvent::Finished);
            }
            Step::Sent(millis) => self.rig.sent(context, *millis),
            Step::Admit => self.rig.admit(context),
            Step::Turn(millis) => self.rig.wait(*millis),
        }
        self.look();
    }

    /// Takes over what was told, and checks what can be checked at once.
    fn look(&mut self) {
        for event in std::mem::take(&mut self.rig.events) {
            match &event {
                Event::Cleared { context, .. } | Event::Closed { context, .. } => {
                    if let Some(newest) = self.newest.get(context) {
                        self.outdated.insert(*context, *newest);
                    }
                }
                Event::Audio(audio) => {
                    let first = audio.audio.samples.first().map(|sample| JobId(*sample as u64));
                    let outdated = self.outdated.get(&audio.context).copied();
                    assert!(first.is_none_or(|job| outdated.is_none_or(|old| job > old)), "old sound");
                }
                _ => {}
            }
            self.events.push(event);
        }
        for job in &self.rig.jobs {
            self.newest.insert(job.context, job.job);
        }
    }

    fn run(&mut self, script: &[(u64, Step)]) {
        for (context, step) in script {
            self.step(*context, step);
        }
    }

    /// Everything that is under way comes to its end.
    fn wind_up(&mut self) {
        for context in 1..=3 {
            self.rig.admissions = Admissions::AtOnce;
            self.step(context, &Step::Admit);
            if self.is_live(context) {
                self.rig.finish(context);
            }
        }
        while let Some(job) = self.rig.jobs.front().cloned() {
            self.rig.news(job.job, EngineEvent::Finished);
            self.rig.sent(job.context.0, 100_000);
        }
        self.look();
    }

    fn of(&self, context: u64) -> Vec<&Event<PcmChunk>> {
        self.events.iter().filter(|event| event.context() == Some(ContextId(context))).collect()
    }
}

fn was_refused(events: &[&Event<PcmChunk>]) -> bool {
    events.iter().any(|event| matches!(event, Event::Refused(refusal) if refusal.ended().is_some()))
}

fn flushes_are_acknowledged_once_and_in_order(world: &World, context: u64) {
    let events = world.of(context);
    let told: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            Event::Flushed { token, .. } | Event::Cleared { token, .. } => Some(*token),
            _ => None,
        })
        .collect();
    let asked = world.asked.get(&ContextId(context)).cloned().unwrap_or_default();
    if was_refused(&events) {
        assert_eq!(told, asked[..told.len()]);
    } else {
        assert_eq!(told, asked);
    }
}

fn generations_end_once_after_all_that_is_theirs(world: &World, context: u64) {
    let mut ended: Vec<GenerationId> = Vec::new();
    let mut end = AudioTime::ZERO;
    let mut last_word = AudioTime::ZERO;
    for event in world.of(context) {
        match event {
            Event::Audio(audio) => {
                assert!(!ended.contains(&audio.generation));
                assert_eq!(audio.start, end);
                end = audio.start + audio.duration;
                for word in &audio.words {
                    assert!(word.start >= last_word && word.start <= end && word.end >= word.start);
                    last_word = word.start;
                }
            }
            Event::SegmentEnded { generation, .. } | Event::ReleaseEnded { generation, .. } => {
                assert!(!ended.contains(generation));
            }
            Event::GenerationEnded { generation, duration, .. } => {
                assert_eq!(generation.0, ended.len() as u64, "in order, each once");
                assert!(*duration <= end);
                ended.push(*generation);
                (end, last_word) = (AudioTime::ZERO, AudioTime::ZERO);
            }
            Event::Flushed { generation: Some(generation), .. } => assert!(ended.contains(generation)),
            _ => {}
        }
    }
}

fn nothing_follows_the_end(world: &World, context: u64) {
    let events = world.of(context);
    let is_end = |event: &&Event<PcmChunk>| match event {
        Event::Closed { .. } => true,
        Event::Refused(refusal) => refusal.ended().is_some(),
        _ => false,
    };
    assert_eq!(events.iter().filter(|event| is_end(event)).count(), 1);
    let end = events.iter().position(is_end).expect("counted above");
    for event in &events[end + 1..] {
        assert!(matches!(event, Event::Refused(refusal) if refusal.ended().is_none()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_conversation_ends_well(
        settings in prop::collection::vec(settings(), 3),
        script in scripts(),
        at_once in any::<bool>(),
        drain in any::<bool>(),
    ) {
        let admissions = if at_once { Admissions::AtOnce } else { Admissions::ByHand };
        let mut world = World::new(&settings, admissions);
        world.run(&script);
        if drain {
            world.rig.give(Input::Drain);
        }
        world.wind_up();
        for context in 1..=3 {
            flushes_are_acknowledged_once_and_in_order(&world, context);
            generations_end_once_after_all_that_is_theirs(&world, context);
            nothing_follows_the_end(&world, context);
        }
        prop_assert_eq!(world.rig.session.live_contexts(), 0);
        prop_assert_eq!(world.rig.session.next_deadline(), None);
        prop_assert!(world.rig.session.is_idle());
        // Each step says at most 20 characters, each of them at most a segment, its ends and two stretches of sound.
        prop_assert!(world.events.len() <= 40 + 130 * script.len());
    }

    #[test]
    fn a_lane_speaks_in_the_order_of_opening(script in scripts()) {
        let settings = ContextSettings { lane: Some(speech::LaneId(0)), ..plain() };
        let mut world = World::with(Duration::MAX / 4, &vec![settings; 3], Admissions::AtOnce);
        world.run(&script);
        world.wind_up();
        let sounding: Vec<_> = world.events.iter().filter_map(|event| match event {
            Event::Audio(audio) => Some(audio.context),
            _ => None,
        }).collect();
        prop_assert!(sounding.is_sorted());
        for context in 1..=3 {
            flushes_are_acknowledged_once_and_in_order(&world, context);
            generations_end_once_after_all_that_is_theirs(&world, context);
            nothing_follows_the_end(&world, context);
        }
    }

    /// Nobody speaks out of turn, whoever stepped aside; and a lane goes on though nobody finishes.
    #[test]
    fn a_lane_takes_turns_and_never_hangs(script in scripts()) {
        let settings = ContextSettings { lane: Some(speech::LaneId(0)), ..plain() };
        let mut world = World::new(&vec![settings; 3], Admissions::AtOnce);
        world.run(&script);
        for context in 1..=3 {
            world.step(context, &Step::Flush);
        }
        for _ in 0..6 {
            while let Some(job) = world.rig.jobs.front().cloned() {
                world.rig.news(job.job, EngineEvent::Finished);
                world.look();
            }
            for context in 1..=3 {
                world.step(context, &Step::Sent(100_000));
            }
            world.step(1, &Step::Turn(2_000));
        }
        prop_assert!(world.rig.session.is_idle());
        for (turn, speaker) in &world.rig.speakers {
            prop_assert_eq!(*turn, Some(*speaker));
        }
        world.wind_up();
        for context in 1..=3 {
            flushes_are_acknowledged_once_and_in_order(&world, context);
            generations_end_once_after_all_that_is_theirs(&world, context);
            nothing_follows_the_end(&world, context);
        }
        prop_assert_eq!(world.rig.session.next_deadline(), None);
    }

    #[test]
    fn neighbours_are_not_noticed(settings in prop::collection::vec(settings(), 3), script in scripts()) {
        let mut crowded = World::new(&settings, Admissions::ByHand);
        crowded.run(&script);
        let mut alone = World::new(&settings[..1], Admissions::ByHand);
        for (context, step) in &script {
            match step {
                Step::Turn(_) => alone.step(*context, step),
                _ if *context == 1 => alone.step(*context, step),
                _ => {}
            }
        }
        let told = |world: &World| -> Vec<String> {
            let without_tokens = |event: &&Event<PcmChunk>| anonymous(&line(event));
            world.of(1).iter().map(without_tokens).collect()
        };
        prop_assert_eq!(told(&crowded), told(&alone));
    }

    #[test]
    fn cancelling_twice_is_cancelling_once(settings in prop::collection::vec(settings(), 3), script in scripts()) {
        let mut once = World::new(&settings, Admissions::AtOnce);
        once.run(&script);
        once.step(1, &Step::Cancel);
        let before = once.events.len();
        once.step(1, &Step::Cancel);
        let after: Vec<_> = once.events[before..].iter().map(line).collect();
        prop_assert_eq!(after, ["ctx-1 request refused UnknownContext"]);
    }

    #[test]
    fn a_vanished_client_leaves_nothing_behind(settings in prop::collection::vec(settings(), 3), script in scripts()) {
        let mut world = World::new(&settings, Admissions::AtOnce);
        world.run(&script);
        world.rig.give(Input::Disconnected);
        prop_assert!(world.rig.jobs.is_empty() && world.rig.events.is_empty());
        prop_assert_eq!(world.rig.session.next_deadline(), None);
        prop_assert_eq!(reservations(&script, &settings), 0);
    }
}

/// Shares that are asked for and never given back, when the script ends in a disconnect.
fn reservations(script: &[(u64, Step)], settings: &[ContextSettings]) -> i64 {
    let mut world = World::new(settings, Admissions::AtOnce);
    world.run(script);
    world.rig.give(Input::Disconnected);
    world.rig.caused.iter().fold(0, |held, line| match line.split(' ').next() {
        Some("reserve") => held + 1,
        Some("release") => held - 1,
        _ => held,
    })
}

/// A line without the number of its token, which counts over all contexts.
fn anonymous(line: &str) -> String {
    line.split(' ').filter(|word| !word.starts_with("tok-")).collect::<Vec<_>>().join(" ")
}
