//! A continuation a turn; the server names turns by the client's request id (`docs/protocols/smallest.md`).

use serde_json::{Value, json};

use super::{Said, Stopped, TurnWire, number, sound};
use crate::client::wire::RATE;

/// The wire.
pub(super) static WIRE: TurnWire = TurnWire {
    name: "smallest",
    path: "/waves/v1/tts/live",
    begin: |turn, text| vec![fragment(turn, text, true)],
    end: |turn| fragment(turn, "", false),
    stop: |turn| json!({"context_id": turn.to_string(), "cancel_request": true}).to_string(),
    stopped: Stopped::Untold,
    read,
};

fn fragment(turn: u64, text: &str, more: bool) -> String {
    let name = turn.to_string();
    json!({"context_id": name, "request_id": name, "voice_id": "en-us", "sample_rate": RATE.hz(), "text": text,
        "continue": more})
    .to_string()
}

fn read(message: &Value) -> Said {
    let turn = number(&message["external_request_id"]);
    match message["status"].as_str() {
        Some("chunk") => Said::Sound(turn, sound(&message["data"]["audio"])),
        Some("complete") => Said::Over(turn),
        Some("error") => Said::Declined(message.to_string()),
        _ => Said::Other,
    }
}
