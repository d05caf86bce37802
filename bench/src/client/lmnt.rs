//! The LMNT socket as its newest clients speak it (dialect C of `docs/protocols/lmnt.md`).

use serde_json::{Value, json};

use super::wire::{Heard, RATE, Wire};

/// The wire.
pub(crate) static LMNT: Wire =
    Wire { name: "lmnt", path: "/v1/ai/speech/stream", open, say, flush, clear, read };

fn open() -> String {
    let (version, format) = ("1.2", "pcm_s16le");
    json!({"X-API-Key": "", "lmnt-version": version, "voice": "en-us", "format": format, "sample_rate": RATE.hz()}).to_string()
}

fn say(text: &str) -> String {
    json!({"type": "text", "text": text}).to_string()
}

fn flush(nonce: u64) -> String {
    json!({"type": "flush", "nonce": nonce}).to_string()
}

fn clear(nonce: u64) -> String {
    json!({"type": "reset", "nonce": nonce}).to_string()
}

fn read(frame: &str) -> Heard {
    let Ok(message) = serde_json::from_str::<Value>(frame) else { return Heard::Other };
    let nonce = message["nonce"].as_u64().unwrap_or_default();
    match message["type"].as_str() {
        Some("ready") => Heard::Opened,
        Some("flush_complete") => Heard::Flushed(nonce),
        Some("reset_complete") => Heard::Cleared(nonce),
        Some("error") => declined(&message["error"]),
        _ => Heard::Other,
    }
}

/// The wire has no place for a retry time.
fn declined(error: &Value) -> Heard {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Heard::Declined { kind: text(&error["type"]), message: text(&error["message"]), retry_after: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_understood() {
        assert_eq!(read(r#"{"type":"ready","request_id":"req_1"}"#), Heard::Opened);
        assert_eq!(read(&flush(7).replace("flush", "flush_complete")), Heard::Flushed(7));
        assert_eq!(read(r#"{"type":"reset_complete","nonce":8}"#), Heard::Cleared(8));
        assert_eq!(read("no json"), Heard::Other);
    }

    #[test]
    fn an_error_keeps_its_kind() {
        let heard = read(r#"{"type":"error","error":{"type":"rate_limit_error","message":"later"}}"#);
        assert!(matches!(heard, Heard::Declined { kind, .. } if kind == "rate_limit_error"));
    }
}
