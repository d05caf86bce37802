//! Whatever is asked, in whatever order, at whatever pace it is taken: what leaves makes sense.

mod desk;

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use desk::{Desk, Engine, RATE, audio, settings};
use proptest::prelude::*;
use session::{
    AudioEvent, CloseReason, ContextSettings, EngineEvent, Event, GenerationRule, Part, SegmentPolicy,
};
use speech::{
    AudioTime, CodecId, ContainerId, ContextId, EncodedAudio, GenerationId, LaneId, OutputForm, SampleRate,
    Scope,
};

#[derive(Debug, Clone)]
enum Act {
    Open(u64, Box<ContextSettings>),
    Say(u64, usize),
    Flush(u64),
    Clear(u64),
    Update(u64, Box<ContextSettings>),
    Finish(u64),
    Cancel(u64),
    Take(usize),
    Wait(u64),
    /// The engine gives so many samples.
    Sound(usize),
    /// The engine is done with a segment.
    End,
}

fn any_settings() -> impl Strategy<Value = Box<ContextSettings>> {
    let codecs = [CodecId::PCM_S16LE, CodecId::MULAW, CodecId::MP3, CodecId("smoke")];
    let scopes = [Scope::Connection, Scope::Context, Scope::Generation];
    let policies = [SegmentPolicy::Client, SegmentPolicy::Clauses, SegmentPolicy::OnFlushOnly];
    let rules = [GenerationRule::EachFlush, GenerationRule::EachRelease];
    let lanes = [None, None, Some(LaneId(1)), Some(LaneId(2))];
    (
        prop::sample::select(codecs.to_vec()),
        prop::sample::select(scopes.to_vec()),
        prop::sample::select(policies.to_vec()),
        prop::sample::select(rules.to_vec()),
        prop::sample::select(lanes.to_vec()),
        prop::sample::select(vec![RATE, SampleRate::known(16_000)]),
    )
        .prop_map(|(codec, scope, policy, generations, lane, rate)| {
            let form = OutputForm { codec, container: ContainerId::RAW, rate, bit_rate: None, scope };
            Box::new(ContextSettings { policy, generations, lane, ..settings(form) })
        })
}

fn act() -> impl Strategy<Value = Act> {
    let context = || 0_u64..4;
    prop_oneof![
        3 => (context(), any_settings()).prop_map(|(context, settings)| Act::Open(context, settings)),
        8 => (context(), 1_usize..40).prop_map(|(context, length)| Act::Say(context, length)),
        4 => context().prop_map(Act::Flush),
        2 => context().prop_map(Act::Clear),
        1 => (context(), any_settings()).prop_map(|(context, settings)| Act::Update(context, settings)),
        1 => context().prop_map(Act::Finish),
        1 => context().prop_map(Act::Cancel),
        8 => (0_usize..6).prop_map(Act::Take),
        1 => (0_u64..4_000).prop_map(Act::Wait),
        4 => (0_usize..9_000).prop_map(Act::Sound),
        3 => Just(Act::End),
    ]
}

/// What is asked of a name that was never opened goes to this.
const NOBODY: ContextId = ContextId(999);

/// Names are used again, ids are not.
#[derive(Default)]
struct Names {
    current: HashMap<u64, u64>,
    lanes: HashMap<ContextId, LaneId>,
    /// Those whose end was asked for.
    ending: HashSet<ContextId>,
    next: u64,
}

impl Names {
    fn open(&mut self, name: u64, lane: Option<LaneId>) -> u64 {
        self.next += 1;
        self.current.insert(name, self.next);
        self.lanes.extend(lane.map(|lane| (ContextId(self.next), lane)));
        self.next
    }

    fn end(&mut self, name: u64) -> u64 {
        let id = self.of(name);
        self.ending.insert(ContextId(id));
        id
    }

    fn of(&self, name: u64) -> u64 {
        self.current.get(&name).copied().unwrap_or(NOBODY.0)
    }
}

fn play(desk: &mut Desk, names: &mut Names, act: &Act) {
    match act {
        Act::Open(name, settings) => desk.open(names.open(*name, settings.lane), (**settings).clone()),
        Act::Say(name, length) => desk.say(names.of(*name), &"Ab cd. ".repeat(*length)[..*length]),
        Act::Flush(name) => desk.flush(names.of(*name)),
        Act::Clear(name) => desk.clear(names.of(*name)),
        Act::Update(name, settings) => desk.update(names.of(*name), (**settings).clone()),
        Act::Finish(name) => desk.finish(names.end(*name)),
        Act::Cancel(name) => desk.cancel(names.end(*name)),
        Act::Take(count) => {
            for _ in 0..*count {
                desk.take();
            }
        }
        Act::Wait(ms) => desk.pass(Duration::from_millis(*ms)),
        Act::Sound(_) | Act::End if desk.jobs.is_empty() => {}
        Act::Sound(samples) => desk.sound(*samples),
        Act::End => desk.engine_says(EngineEvent::Finished),
    }
}

/// The engine finishes everything, the socket takes everything, and time passes, until nothing more happens by itself.
fn come_to_rest(desk: &mut Desk) {
    for _ in 0..10_000 {
        while !desk.jobs.is_empty() {
            desk.engine_says(EngineEvent::Finished);
        }
        desk.take_all();
        match desk.connection.next_deadline() {
            Some(deadline) => desk.pass(deadline.since(desk.now)),
            None if desk.jobs.is_empty() => return,
            None => {}
        }
    }
    panic!("it never comes to rest");
}

/// Nobody waits for ever: all that was asked is answered without a drain.
fn all_is_answered(desk: &Desk, names: &Names, events: &[Event<EncodedAudio>]) {
    let gone: HashSet<ContextId> = events.iter().filter_map(gone).collect();
    for context in names.ending.iter().filter(|context| **context != NOBODY) {
        assert!(gone.contains(context), "{context} was asked to end, and does not");
    }
    for (context, token) in &desk.asked {
        let answered = tokens(events, *context).contains(token) || refused(events, *context);
        assert!(answered, "{context} does not answer {token}");
    }
}

fn gone(event: &Event<EncodedAudio>) -> Option<ContextId> {
    match event {
        Event::Closed { context, .. } => Some(*context),
        Event::Refused(refusal) => refusal.ended(),
        _ => None,
    }
}

/// What one context's events must agree with.
#[derive(Default)]
struct Ledger {
    is_gone: bool,
    generation: Option<GenerationId>,
    /// How far the present generation has sounded.
    reached: AudioTime,
    ended: HashSet<GenerationId>,
    /// The generation of which the last chunk came last.
    closed: Option<GenerationId>,
}

impl Ledger {
    fn take(&mut self, event: &Event<EncodedAudio>, was_cut: bool) {
        assert!(!self.is_gone || matches!(event, Event::Refused(_)), "{event:?} after the end");
        match event {
            Event::Audio(audio) => self.sound(audio),
            Event::GenerationEnded { generation, duration, .. } => {
                assert!(self.ended.insert(*generation), "a generation ends once");
                let sounded =
                    if self.generation == Some(*generation) { self.reached } else { AudioTime::ZERO };
                // What an encoder with memory had taken in when it was cut was sent, and gave no bytes.
                let agrees = if was_cut { sounded <= *duration } else { sounded == *duration };
                assert!(agrees, "{sounded:?} of {duration:?} of {generation} came");
            }
            Event::Closed { .. } => self.is_gone = true,
            Event::Refused(refusal) => self.is_gone |= refusal.ended().is_some(),
            _ => {}
        }
    }

    fn sound(&mut self, audio: &AudioEvent<EncodedAudio>) {
        let is_last = audio.part == Part::Last;
        assert!(!is_last || self.closed != Some(audio.generation), "{} ends twice", audio.generation);
        if is_last {
            self.closed = Some(audio.generation);
        }
        if audio.duration == AudioTime::ZERO {
            return;
        }
        assert!(
            is_last || self.closed != Some(audio.generation),
            "sound of {} after the last",
            audio.generation
        );
        assert!(!self.ended.contains(&audio.generation), "sound of {} after its end", audio.generation);
        if self.generation != Some(audio.generation) {
            assert!(self.generation < Some(audio.generation), "generations follow one another");
            self.generation = Some(audio.generation);
            self.reached = AudioTime::ZERO;
        }
        assert_eq!(audio.start, self.reached, "sound joins");
        self.reached = audio.start + audio.duration;
    }
}

/// Contexts of which something was taken back: what their generations should have had is not known here.
fn cut_contexts(events: &[Event<EncodedAudio>]) -> HashSet<ContextId> {
    let cut = events.iter().filter(|event| match event {
        Event::Cleared { .. } | Event::Closed { reason: CloseReason::Cancelled, .. } => true,
        Event::Refused(refusal) => refusal.ended().is_some(),
        _ => false,
    });
    cut.filter_map(Event::context).collect()
}

/// Within a lane no generation is interrupted: what one context says in its turn is told whole, its end too, before
/// another one sounds.
fn lanes_take_turns(events: &[Event<EncodedAudio>], lanes: &HashMap<ContextId, LaneId>) {
    let mut sounding: HashMap<LaneId, (ContextId, GenerationId)> = HashMap::new();
    let mut ended = HashSet::new();
    for event in events {
        let Some(lane) = event.context().and_then(|context| lanes.get(&context)) else { continue };
        match event {
            Event::Audio(audio) if audio.duration > AudioTime::ZERO => {
                let now = (audio.context, audio.generation);
                let before = sounding.insert(*lane, now).filter(|before| *before != now);
                assert!(!ended.contains(&now), "{now:?} goes on after its end");
                assert!(before.is_none_or(|before| ended.contains(&before)), "{now:?} interrupts {before:?}");
            }
            Event::GenerationEnded { context, generation, .. } => {
                ended.insert((*context, *generation));
            }
            _ => {}
        }
    }
}

fn tokens(events: &[Event<EncodedAudio>], context: ContextId) -> Vec<u64> {
    let own = events.iter().filter(|event| event.context() == Some(context));
    own.filter_map(|event| match event {
        Event::Flushed { token, .. } | Event::Cleared { token, .. } | Event::Updated { token, .. } => {
            Some(token.0)
        }
        _ => None,
    })
    .collect()
}

/// Whether something was refused that may have been asked of this context.
fn refused(events: &[Event<EncodedAudio>], context: ContextId) -> bool {
    events.iter().any(|event| match event {
        Event::Refused(refusal) => refusal.context.is_none_or(|of| of == context),
        _ => false,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn what_leaves_makes_sense(
        acts in prop::collection::vec(act(), 0..60),
        engine in prop::sample::select(vec![Engine::Pieces(240), Engine::Pieces(7_000), Engine::Silent]),
    ) {
        let mut desk = Desk::new(engine);
        let mut names = Names::default();
        for act in &acts {
            play(&mut desk, &mut names, act);
        }
        come_to_rest(&mut desk);
        let mut events = desk.told();
        all_is_answered(&desk, &names, &events);
        desk.connection.drain(desk.now);
        desk.pass(Duration::ZERO);
        come_to_rest(&mut desk);
        events.extend(desk.told());
        prop_assert!(desk.connection.is_closed(), "a drain ends it");

        lanes_take_turns(&events, &names.lanes);
        let cut = cut_contexts(&events);
        let mut ledgers: HashMap<ContextId, Ledger> = HashMap::new();
        for event in &events {
            if let Some(context) = event.context().filter(|context| *context != NOBODY) {
                ledgers.entry(context).or_default().take(event, cut.contains(&context));
            }
        }
        for (context, ledger) in &ledgers {
            prop_assert!(ledger.is_gone, "{} has no end", context);
            prop_assert!(tokens(&events, *context).is_sorted(), "acknowledgements come in order");
            if !refused(&events, *context) {
                let asked = desk.asked.iter().filter(|(of, _)| of == context).map(|(_, token)| *token);
                prop_assert_eq!(asked.collect::<Vec<_>>(), tokens(&events, *context));
            }
        }
        prop_assert!(audio(&events).iter().all(|audio| !audio.audio.0.is_empty()));
    }
}
