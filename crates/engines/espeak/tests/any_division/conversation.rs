//! One conversation: a text said in pieces, and everything that is heard of it.

use std::sync::Arc;

use engine::Engine;
use engine_espeak::Espeak;
use serde_json::{Value, json};
use speech::Moment;
use testkit::{Answer, Door, OfferBuilder, Request, Rig, What, World};
use wire::{Offer, PROTOCOLS};

use crate::rig::espeak;

/// What a context is opened with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    /// Who speaks.
    pub(crate) voice: &'static str,
    /// When text becomes segments.
    pub(crate) policy: &'static str,
}

/// All sound and all words, with their times.
#[derive(PartialEq)]
pub(crate) struct Heard {
    bytes: Vec<u8>,
    words: Vec<Value>,
}

impl Heard {
    /// 16-bit PCM at 24 kHz.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// As the protocol tells them.
    pub(crate) fn words(&self) -> &[Value] {
        &self.words
    }
}

/// The real voice, and what a server has on offer with it.
pub(crate) struct Stage {
    engine: Arc<Espeak>,
    offer: Arc<Offer>,
}

impl Stage {
    pub(crate) fn new() -> Self {
        let engine = Arc::new(espeak());
        let offer = OfferBuilder { door: Door::Open, ..OfferBuilder::new(engine.card().clone()) }.build();
        Self { engine, offer }
    }

    /// Says a text in these pieces, all at one moment, and listens to the end.
    pub(crate) fn hear(&self, settings: Settings, pieces: &[&[u16]]) -> Heard {
        let mut rig = self.rig();
        let Settings { voice, policy } = settings;
        rig.say_text(json!({"op": "open", "voice": voice, "policy": policy, "words": true}).to_string());
        for piece in pieces {
            rig.say_text(format!(r#"{{"op":"say","text":"{}"}}"#, escaped(piece)));
        }
        rig.say_text(r#"{"op":"finish"}"#);
        rig.run_until_quiet();
        assert_eq!(rig.now(), Moment::START, "no delay decided anything");
        collected(&rig)
    }

    fn rig(&self) -> Rig {
        let request = Request::connect("/syrinx/v1/stream");
        let address = request.address(PROTOCOLS).expect("the native protocol has this path");
        let offer = Arc::new(self.offer.plain(address.card));
        let engine: Arc<dyn Engine> = self.engine.clone();
        let world = World { engine, limits: Arc::clone(&offer.limits), ..World::default() };
        match address.knock(&offer) {
            Answer::Stream(protocol) => Rig::new(protocol, &world),
            Answer::Reply(_) => panic!("the door is open"),
        }
    }
}

fn collected(rig: &Rig) -> Heard {
    let mut all = Heard { bytes: Vec::new(), words: Vec::new() };
    let mut is_closed = false;
    for heard in rig.heard() {
        match &heard.what {
            What::Binary(bytes) => all.bytes.extend_from_slice(bytes),
            What::Text(text) => {
                let mut event: Value = serde_json::from_str(text).expect("the protocol speaks JSON");
                assert!(event["event"] != "error", "{text}");
                is_closed |= event["event"] == "closed";
                all.words.extend(event["words"].as_array_mut().into_iter().flat_map(std::mem::take));
            }
            What::Head(_) | What::Body(_) | What::Close(_) => {}
        }
    }
    assert!(is_closed, "the conversation ended");
    all
}

/// As it stands between the quotation marks of a JSON string, halves of surrogate pairs as escapes.
fn escaped(units: &[u16]) -> String {
    let parts = char::decode_utf16(units.iter().copied()).map(|part| match part {
        Ok('"') => r#"\""#.to_owned(),
        Ok('\\') => r"\\".to_owned(),
        Ok(c) if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        Ok(c) => c.to_string(),
        Err(half) => format!("\\u{:04x}", half.unpaired_surrogate()),
    });
    parts.collect()
}
