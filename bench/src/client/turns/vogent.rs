//! A generation a turn (`docs/protocols/vogent.md`).

use serde_json::{Value, json};

use super::{Said, Stopped, TurnWire, number, sound};
use crate::client::wire::RATE;

/// The wire.
pub(super) static WIRE: TurnWire = TurnWire {
    name: "vogent",
    path: "/api/tts/websocket",
    begin: |turn, text| {
        let message = json!({"generationId": turn.to_string(), "voiceId": "en-us", "sampleRate": RATE.hz(), "text": text});
        vec![message.to_string()]
    },
    end: |turn| json!({"generationId": turn.to_string(), "text": "", "finalText": true}).to_string(),
    stop: |turn| json!({"generationId": turn.to_string(), "cancel": true}).to_string(),
    stopped: Stopped::Told,
    read,
};

fn read(message: &Value) -> Said {
    let turn = number(&message["generationId"]);
    match message["type"].as_str() {
        Some("chunk") => Said::Sound(turn, sound(&message["audio"])),
        Some("finished") => Said::Over(turn),
        Some("error") => Said::Declined(message.to_string()),
        _ => Said::Other,
    }
}
