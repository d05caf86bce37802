//! Whatever a client sends, in whatever order: no protocol panics, nothing follows a close, and every story ends.

mod fixtures;

use std::cell::Cell;
use std::time::Duration;

use fixtures::{text_of, transcripts};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use testkit::transcript::Story;
use testkit::{Rig, Said, Socket, What};
use wire::{PROTOCOLS, ProtocolCard, RouteKind};

/// Longer than any timer of any protocol.
const LONG: Duration = Duration::from_secs(7_200);

/// How many conversations each protocol goes through.
const CASES: u32 = 256;

/// What happens to a connection.
#[derive(Debug, Clone)]
enum Act {
    /// A frame out of the protocol's own transcripts, damaged or not.
    Say(Index, Damage),
    /// Any text.
    Text(String),
    /// Any bytes.
    Binary(Vec<u8>),
    Wait(u64),
    Pause,
    Resume,
    Drain,
    Drop,
}

#[derive(Debug, Clone)]
enum Damage {
    None,
    CutAt(Index),
    ByteAt(Index, u8),
    /// One value in the JSON becomes another.
    ValueAt(Index, Index),
    /// One key in the JSON goes.
    WithoutKey(Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        6 => Just(Damage::None),
        1 => any::<Index>().prop_map(Damage::CutAt),
        1 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::ByteAt(at, byte)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(at, value)| Damage::ValueAt(at, value)),
        1 => any::<Index>().prop_map(Damage::WithoutKey),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        20 => (any::<Index>(), damage()).prop_map(|(frame, damage)| Act::Say(frame, damage)),
        1 => ".{0,40}".prop_map(Act::Text),
        1 => prop::collection::vec(any::<u8>(), 0..40).prop_map(Act::Binary),
        4 => (0_u64..5_000).prop_map(Act::Wait),
        1 => Just(Act::Pause),
        1 => Just(Act::Resume),
        1 => Just(Act::Drain),
        1 => Just(Act::Drop),
    ]
}

fn stories(card: &ProtocolCard) -> Vec<Story> {
    transcripts(card.id.0).iter().filter_map(|path| Story::read(&text_of(path)).ok()).collect()
}

/// The values that things become when they are damaged.
fn strange_values() -> [Value; 12] {
    let texts = ["", "x", "\u{1F600} ½ \u{0007}", "🎶"];
    let [empty, letter, odd, note] = texts.map(Value::from);
    [
        Value::Null,
        Value::Bool(true),
        Value::from(-1),
        Value::from(0),
        Value::from(u64::MAX),
        Value::from(1e308),
        empty,
        letter,
        odd,
        note,
        Value::Array(vec![Value::Null]),
        serde_json::json!({"a": {"b": 1}}),
    ]
}

/// All places in a JSON value, depth first.
fn places(value: &Value, path: &str) -> Vec<String> {
    let inner: Vec<String> = match value {
        Value::Object(object) => object
            .iter()
            .flat_map(|(key, value)| {
                places(value, &format!("{path}/{}", key.replace('~', "~0").replace('/', "~1")))
            })
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(index, item)| places(item, &format!("{path}/{index}")))
            .collect(),
        _ => Vec::new(),
    };
    std::iter::once(path.to_owned()).chain(inner).collect()
}

fn with_strange_value(text: &str, at: &Index, value: &Index) -> Option<String> {
    let mut json: Value = serde_json::from_str(text).ok()?;
    let places = places(&json, "");
    *json.pointer_mut(at.get::<String>(&places))? = value.get(&strange_values()).clone();
    Some(json.to_string())
}

fn without_key(text: &str, at: &Index) -> Option<String> {
    let mut json: Value = serde_json::from_str(text).ok()?;
    let object = json.as_object_mut().filter(|object| !object.is_empty())?;
    let keys: Vec<String> = object.keys().cloned().collect();
    object.remove(at.get(&keys));
    Some(json.to_string())
}

fn damaged_text(text: &str, damage: &Damage) -> String {
    match damage {
        Damage::None => text.to_owned(),
        Damage::CutAt(_) | Damage::ByteAt(..) => {
            String::from_utf8_lossy(&damaged_bytes(text.as_bytes(), damage)).into_owned()
        }
        Damage::ValueAt(at, value) => with_strange_value(text, at, value).unwrap_or_else(|| text.to_owned()),
        Damage::WithoutKey(at) => without_key(text, at).unwrap_or_else(|| text.to_owned()),
    }
}

fn damaged_bytes(bytes: &[u8], damage: &Damage) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    match damage {
        Damage::CutAt(at) if !bytes.is_empty() => bytes.truncate(at.index(bytes.len())),
        Damage::ByteAt(at, byte) if !bytes.is_empty() => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Damage::ValueAt(..) | Damage::WithoutKey(_) => {
            return damaged_text(&String::from_utf8_lossy(&bytes), damage).into_bytes();
        }
        _ => {}
    }
    bytes
}

fn damaged(said: &Said, damage: &Damage) -> Said {
    match said {
        Said::Text(text) => Said::Text(damaged_text(text, damage)),
        Said::Binary(bytes) => Said::Binary(damaged_bytes(bytes, damage)),
        Said::Body(bytes) => Said::Body(damaged_bytes(bytes, damage)),
    }
}

/// What clients of this protocol say, and the connections that they say it on.
struct Corpus {
    card: &'static ProtocolCard,
    sockets: Vec<Story>,
    calls: Vec<Story>,
    frames: Vec<Said>,
    bodies: Vec<Said>,
}

impl Corpus {
    fn of(card: &'static ProtocolCard) -> Self {
        let taken = stories(card).into_iter().filter(|story| story.rig(&[card]).is_some());
        let (calls, sockets): (Vec<Story>, Vec<Story>) =
            taken.partition(|story| matches!(story.said().first(), Some(Said::Body(_))));
        let said = |stories: &[Story]| stories.iter().flat_map(Story::said).collect();
        let has_socket = card.routes.iter().any(|route| route.kind == RouteKind::Socket);
        assert!(
            !has_socket || !sockets.is_empty(),
            "no story of {} has a connection that is accepted",
            card.id
        );
        Self { card, frames: said(&sockets), bodies: said(&calls), sockets, calls }
    }

    /// Says how much was heard.
    fn converse(&self, story: &Index, acts: &[Act]) -> usize {
        let mut rig = story.get(&self.sockets).rig(&[self.card]).expect("it was taken before");
        for act in acts {
            self.act(&mut rig, act);
        }
        finish(rig)
    }

    fn act(&self, rig: &mut Rig, act: &Act) {
        match act {
            Act::Say(frame, damage) if !self.frames.is_empty() => {
                rig.say(damaged(frame.get(&self.frames), damage))
            }
            Act::Say(..) => {}
            Act::Text(text) => rig.say_text(text.clone()),
            Act::Binary(bytes) => rig.say(Said::Binary(bytes.clone())),
            Act::Wait(ms) => rig.run_for(Duration::from_millis(*ms)),
            Act::Pause => rig.set_socket(Socket::Paused),
            Act::Resume => rig.set_socket(Socket::Free),
            Act::Drain => rig.drain(),
            Act::Drop => rig.drop_client(),
        }
    }

    fn call(&self, story: &Index, body: &Index, damage: &Damage) {
        let mut rig = story.get(&self.calls).rig(&[self.card]).expect("it was taken before");
        rig.say(damaged(body.get(&self.bodies), damage));
        rig.set_socket(Socket::Free);
        rig.run_for(LONG);
        assert!(rig.is_closed(), "an HTTP answer ends by itself");
        check_close(&rig);
    }
}

fn finish(mut rig: Rig) -> usize {
    rig.set_socket(Socket::Free);
    rig.drain();
    rig.run_for(LONG);
    assert!(rig.is_closed(), "a server that closes gets rid of every client");
    check_close(&rig);
    rig.heard().len()
}

fn check_close(rig: &Rig) {
    let close = rig.heard().iter().position(|heard| matches!(heard.what, What::Close(_)));
    if let Some(close) = close {
        assert_eq!(close + 1, rig.heard().len(), "nothing follows a close");
    }
}

fn runner() -> TestRunner {
    TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) })
}

#[test]
fn no_conversation_upsets_a_protocol() {
    for card in PROTOCOLS {
        let corpus = Corpus::of(card);
        if corpus.sockets.is_empty() {
            continue;
        }
        let heard = Cell::new(0);
        let conversation = (any::<Index>(), prop::collection::vec(act(), 0..30));
        runner()
            .run(&conversation, |(story, acts)| {
                heard.set(heard.get() + corpus.converse(&story, &acts));
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", card.id));
        assert!(
            heard.get() > CASES as usize,
            "{}: clients hear too little for this to mean anything",
            card.id
        );
    }
}

#[test]
fn no_call_upsets_a_protocol() {
    for card in PROTOCOLS {
        let corpus = Corpus::of(card);
        if corpus.calls.is_empty() {
            continue;
        }
        runner()
            .run(&(any::<Index>(), any::<Index>(), damage()), |(story, body, damage)| {
                corpus.call(&story, &body, &damage);
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", card.id));
    }
}
