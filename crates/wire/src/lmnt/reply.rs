//! What the server says on the socket, in the three dialects.

use serde_json::{Value, json};

use super::dialect::Dialect;
use super::message::Nonce;
use crate::actions::Actions;

/// Which command is acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Done {
    /// A flush.
    Flush,
    /// A reset.
    Reset,
}

/// The greeting. The older dialects have none: any text frame would be an error to them.
pub(super) fn ready(dialect: Dialect, request_id: &str, out: &mut Actions) {
    if dialect == Dialect::Typed {
        out.text(json!({"type": "ready", "request_id": request_id}).to_string());
    }
}

/// Acknowledges a flush or reset. The legacy dialect has no such frame.
pub(super) fn done(dialect: Dialect, done: Done, nonce: &Nonce, out: &mut Actions) {
    let frame = match (dialect, done) {
        (Dialect::Legacy, _) => return,
        (Dialect::Commands, Done::Flush) => json!({"complete": "flush"}),
        (Dialect::Commands, Done::Reset) => json!({"complete": "reset"}),
        (Dialect::Typed, Done::Flush) => json!({"type": "flush_complete"}),
        (Dialect::Typed, Done::Reset) => json!({"type": "reset_complete"}),
    };
    out.text(with_nonce(frame, nonce).to_string());
}

/// A client that sent no nonce gets none back.
fn with_nonce(mut frame: Value, nonce: &Nonce) -> Value {
    if !nonce.0.is_null() {
        frame["nonce"] = nonce.0.clone();
    }
    frame
}

/// Sends audio with its word times: after it in the typed dialect; before it in the older ones, of which the oldest has
/// clients that read strictly in pairs.
pub(super) fn audio(dialect: Dialect, bytes: Vec<u8>, times: Option<Times>, out: &mut Actions) {
    let Some(times) = times else { return out.binary(bytes) };
    match dialect {
        Dialect::Typed => {
            out.binary(bytes);
            if !times.entries.is_empty() {
                out.text(json!({"type": "timestamps", "timestamps": times.entries}).to_string());
            }
        }
        Dialect::Commands | Dialect::Legacy => {
            out.text(json!({"durations": times.entries, "buffer_empty": times.buffer_empty}).to_string());
            out.binary(bytes);
        }
    }
}

/// Says that all text received so far has been spoken, where no sound is at hand to say it with. Clients of the legacy dialect
/// read an empty piece, since they read pairs; the typed dialect has no such message.
pub(super) fn buffer_empty(dialect: Dialect, out: &mut Actions) {
    let extras = || json!({"durations": [], "buffer_empty": true}).to_string();
    match dialect {
        Dialect::Typed => {}
        Dialect::Commands => out.text(extras()),
        Dialect::Legacy => {
            out.text(extras());
            out.binary(Vec::new());
        }
    }
}

/// Word times of one stretch of audio, for a client that asked for them.
pub(super) struct Times {
    /// In order.
    pub(super) entries: Vec<Value>,
    /// Whether all text received so far has been spoken.
    pub(super) buffer_empty: bool,
}
