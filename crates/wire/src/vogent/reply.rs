//! What a client is told on the socket. Every frame has `type`, and only failures have `error`: clients look for both in
//! whatever comes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

/// A piece of a generation's sound.
pub(super) fn chunk(generation: &str, audio: &[u8]) -> String {
    json!({"type": "chunk", "generationId": generation, "audio": STANDARD.encode(audio)}).to_string()
}

/// The end of a generation: nothing more follows under its name.
pub(super) fn finished(generation: &str) -> String {
    json!({"type": "finished", "generationId": generation}).to_string()
}

/// The failure of a generation, which is its end; of a message that named none if the name is empty.
pub(super) fn error(generation: &str, message: &str) -> String {
    json!({"type": "error", "generationId": generation, "error": message}).to_string()
}
