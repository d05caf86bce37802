//! A stream a turn, in frames without a type (`docs/protocols/soniox.md`).

use serde_json::{Value, json};

use super::{Said, Stopped, TurnWire, number, sound};
use crate::client::wire::RATE;

/// The wire.
pub(super) static WIRE: TurnWire = TurnWire {
    name: "soniox",
    path: "/tts-websocket",
    begin,
    end: |turn| json!({"stream_id": turn.to_string(), "text": "", "text_end": true}).to_string(),
    stop: |turn| json!({"stream_id": turn.to_string(), "cancel": true}).to_string(),
    stopped: Stopped::Told,
    read,
};

fn begin(turn: u64, text: &str) -> Vec<String> {
    let stream = turn.to_string();
    let config = json!({"stream_id": stream, "model": "any", "voice": "en-us", "language": "en",
        "audio_format": "pcm_s16le", "sample_rate": RATE.hz()});
    let text = json!({"stream_id": stream, "text": text, "text_end": false});
    vec![config.to_string(), text.to_string()]
}

fn read(message: &Value) -> Said {
    let turn = number(&message["stream_id"]);
    if message.get("error_code").is_some() {
        Said::Declined(message.to_string())
    } else if message["terminated"] == true {
        Said::Over(turn)
    } else {
        Said::Sound(turn, sound(&message["audio"]))
    }
}
