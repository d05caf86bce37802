//! What a client is told on the socket: one frame for each event of a context, always with a status.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

/// A frame about a context.
pub(super) fn event(context: &str, name: &str, body: Value) -> String {
    let mut result = Map::new();
    result.insert("contextId".to_owned(), context.into());
    result.insert(name.to_owned(), body);
    // Clients take a frame without an explicit zero for a failure.
    result.insert("status".to_owned(), json!({"code": 0, "message": "", "details": []}));
    framed(result)
}

/// A frame that says what went wrong, and with which context where one is named.
pub(super) fn failure(context: Option<&str>, status: Value) -> String {
    let mut result = Map::new();
    if let Some(context) = context {
        result.insert("contextId".to_owned(), context.into());
    }
    result.insert("status".to_owned(), status);
    framed(result)
}

fn framed(result: Map<String, Value>) -> String {
    json!({"result": result}).to_string()
}

/// All is said that a flush or a release covers.
pub(super) fn flush_completed(context: &str) -> String {
    event(context, "flushCompleted", json!({}))
}

/// Nothing of this context follows.
pub(super) fn context_closed(context: &str) -> String {
    event(context, "contextClosed", json!({}))
}

/// A stretch of sound, or only word times, with what it counts for. On the socket the absence of times is said with `null`.
pub(super) fn chunk(audio: Option<&[u8]>, usage: Value, times: Option<Value>) -> Value {
    piece(audio, usage, Some(times.unwrap_or(Value::Null)))
}

/// The same over HTTP, where a published client breaks on `null` times.
pub(super) fn piece(audio: Option<&[u8]>, usage: Value, times: Option<Value>) -> Value {
    let mut piece = Map::new();
    let mut put = |name: &str, value: Value| piece.insert(name.to_owned(), value);
    if let Some(audio) = audio {
        put("audioContent", STANDARD.encode(audio).into());
    }
    put("usage", usage);
    if let Some(times) = times {
        put("timestampInfo", times);
    }
    Value::Object(piece)
}

/// How many characters a piece of sound stands for.
pub(super) fn usage(characters: u64, model: &str) -> Value {
    json!({"processedCharactersCount": characters, "modelId": model})
}
