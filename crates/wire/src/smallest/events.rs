//! Speech as server-sent events: the flat shape of the current models, the nested one of the older ones.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use speech::Refusal;

use super::model::Model;

/// One event with sound.
pub(super) fn audio(model: Model, request: &str, bytes: &[u8]) -> Vec<u8> {
    let audio = STANDARD.encode(bytes);
    match model {
        Model::Current => event("event: audio\n", &json!({"audio": audio, "done": false, "status": "206"})),
        Model::Older => {
            event("", &json!({"request_id": request, "status": "chunk", "data": {"audio": audio}}))
        }
    }
}

/// The last event.
pub(super) fn end(model: Model, request: &str) -> Vec<u8> {
    event(
        "",
        &match model {
            Model::Current => json!({"status": "200", "done": true}),
            Model::Older => json!({
                "request_id": request,
                "status": "complete",
                "message": "All chunks sent",
                "done": true,
            }),
        },
    )
}

/// An event that says why there is no more sound, where the shape has one.
pub(super) fn error(model: Model, refusal: &Refusal) -> Option<Vec<u8>> {
    match model {
        Model::Current => None,
        Model::Older => {
            let body = json!({"status": "error", "message": refusal.message, "errors": []});
            Some(event("", &body))
        }
    }
}

/// Clients look for `data: ` with the space.
fn event(name: &str, data: &Value) -> Vec<u8> {
    format!("{name}data: {data}\n\n").into_bytes()
}
