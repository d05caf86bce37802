//! A context a turn on one socket (`docs/protocols/inworld.md`).

use serde_json::{Value, json};

use super::{Said, Stopped, TurnWire, number, sound};
use crate::client::wire::RATE;

/// The wire.
pub(super) static WIRE: TurnWire = TurnWire {
    name: "inworld",
    path: "/tts/v1/voice:streamBidirectional",
    begin,
    end: |turn| json!({"close_context": {}, "contextId": turn.to_string()}).to_string(),
    stop: |turn| json!({"cancel_context": {}, "contextId": turn.to_string()}).to_string(),
    stopped: Stopped::Told,
    read,
};

fn begin(turn: u64, text: &str) -> Vec<String> {
    let audio = json!({"audioEncoding": "PCM", "sampleRateHertz": RATE.hz()});
    let create = json!({"voiceId": "en-us", "modelId": "any", "audioConfig": audio, "autoMode": true});
    [json!({"create": create}), json!({"send_text": {"text": text}})]
        .map(|mut frame| {
            frame["contextId"] = turn.to_string().into();
            frame.to_string()
        })
        .into()
}

fn read(message: &Value) -> Said {
    let result = &message["result"];
    let turn = number(&result["contextId"]);
    if result["status"]["code"] != 0 {
        return Said::Declined(message.to_string());
    }
    if result.get("contextClosed").is_some() {
        return Said::Over(turn);
    }
    match result.get("audioChunk") {
        Some(chunk) => Said::Sound(turn, sound(&chunk["audioContent"])),
        None => Said::Other,
    }
}
