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

/// A stretch of sound, or only word times, with what it counts for.
pub(super) fn chunk(audio: Option<&[u8]>, usage: Value, times: Option<Value>) -> Value {
    let mut chunk = Map::new();
    if let Some(audio) = audio {
        chunk.insert("audioContent".to_owned(), STANDARD.encode(audio).into());
    }
    chunk.insert("usage".to_owned(), usage);
    chunk.insert("timestampInfo".to_owned(), times.unwrap_or(Value::Null));
    Value::Object(chunk)
}

/// How many characters a piece of sound stands for.
pub(super) fn usage(characters: u64, model: &str) -> Value {
    json!({"processedCharactersCount": characters, "modelId": model})
}
