//! A stream a turn on the endpoint that has streams (`docs/protocols/slng.md`).

use serde_json::{Value, json};

use super::{Said, Stopped, TurnWire, number, sound};
use crate::client::wire::RATE;

/// The wire.
pub(super) static WIRE: TurnWire = TurnWire {
    name: "slng",
    path: "/v1/tts/soniox/tts-rt:v1",
    begin,
    end: |turn| {
        json!({"type": "text", "stream_id": turn.to_string(), "text": "", "text_end": true}).to_string()
    },
    stop: |turn| json!({"type": "clear", "stream_id": turn.to_string(), "cancel": true}).to_string(),
    stopped: Stopped::Told,
    read,
};

fn begin(turn: u64, text: &str) -> Vec<String> {
    let stream = turn.to_string();
    let init = json!({"type": "init", "stream_id": stream, "model": "any", "voice": "en-us",
        "audio_format": "pcm_s16le", "sample_rate": RATE.hz()});
    let text = json!({"type": "text", "stream_id": stream, "text": text, "text_end": false});
    vec![init.to_string(), text.to_string()]
}

fn read(message: &Value) -> Said {
    let turn = number(&message["stream_id"]);
    match message["type"].as_str() {
        Some("audio_chunk") => Said::Sound(turn, sound(&message["audio"])),
        Some("terminated") => Said::Over(turn),
        Some("error") => Said::Declined(message.to_string()),
        _ => Said::Other,
    }
}
