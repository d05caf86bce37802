//! The native protocol (`docs/protocols/native.md`), with one context a socket.

use std::time::Duration;

use serde_json::{Value, json};

use super::wire::{Heard, RATE, Wire};
use crate::policy::Policy;

/// The wire.
pub(crate) static NATIVE: Wire = opened_by(open);
static WORDS: Wire = opened_by(|| open_with(Policy::Words));
static CLAUSES: Wire = opened_by(|| open_with(Policy::Clauses));
static SENTENCES: Wire = opened_by(|| open_with(Policy::Sentences));

/// The wire with a context of this policy.
pub(crate) const fn native_with(policy: Policy) -> &'static Wire {
    match policy {
        Policy::Words => &WORDS,
        Policy::Clauses => &CLAUSES,
        Policy::Sentences => &SENTENCES,
    }
}

const fn opened_by(open: fn() -> String) -> Wire {
    Wire { name: "native", path: "/syrinx/v1/stream", open, say, flush, clear, read }
}

/// How every audio event begins; there are many, and nothing in them is needed here.
const AUDIO: &str = r#"{"event":"audio","#;

fn open() -> String {
    opening().to_string()
}

fn open_with(policy: Policy) -> String {
    let mut opening = opening();
    opening["policy"] = policy.name().into();
    opening.to_string()
}

fn opening() -> Value {
    json!({"op": "open", "context": "a", "voice": "en-us", "format": "pcm_s16le", "rate": RATE.hz()})
}

fn say(text: &str) -> String {
    json!({"op": "say", "context": "a", "text": text}).to_string()
}

fn flush(id: u64) -> String {
    json!({"op": "flush", "context": "a", "id": id}).to_string()
}

fn clear(id: u64) -> String {
    json!({"op": "clear", "context": "a", "id": id}).to_string()
}

fn read(frame: &str) -> Heard {
    if frame.starts_with(AUDIO) {
        return Heard::Other;
    }
    let Ok(event) = serde_json::from_str::<Value>(frame) else { return Heard::Other };
    let id = event["id"].as_u64().unwrap_or_default();
    match event["event"].as_str() {
        Some("opened") => Heard::Opened,
        Some("flushed") => Heard::Flushed(id),
        Some("cleared") => Heard::Cleared(id),
        Some("error") => declined(&event),
        _ => Heard::Other,
    }
}

fn declined(event: &Value) -> Heard {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let retry_after = event["retry_after_ms"].as_u64().map(Duration::from_millis);
    Heard::Declined { kind: text(&event["kind"]), message: text(&event["message"]), retry_after }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_context_is_opened_with_its_policy() {
        for policy in Policy::ALL {
            let opening: Value = serde_json::from_str(&(native_with(policy).open)()).unwrap();
            assert_eq!((&opening["op"], &opening["policy"]), (&"open".into(), &policy.name().into()));
        }
    }

    #[test]
    fn answers_are_understood() {
        assert_eq!(read(r#"{"event":"opened","context":"a"}"#), Heard::Opened);
        assert_eq!(read(r#"{"event":"flushed","context":"a","id":7}"#), Heard::Flushed(7));
        assert_eq!(read(r#"{"event":"cleared","id":8}"#), Heard::Cleared(8));
        assert_eq!(read(r#"{"event":"audio","context":"a"}"#), Heard::Other);
    }

    #[test]
    fn an_overload_says_when_to_come_back() {
        let heard = read(r#"{"event":"error","kind":"overloaded","message":"full","retry_after_ms":1500}"#);
        assert!(
            matches!(heard, Heard::Declined { retry_after: Some(wait), .. } if wait == Duration::from_millis(1_500))
        );
    }
}
