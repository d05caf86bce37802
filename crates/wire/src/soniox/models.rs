//! `GET /v1/tts-models`: the vendor's names for what is loaded here, each with all voices.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};
use speech::{Gender, VoiceCard};

use super::config::{MODELS, SPEEDS};
use super::voices::ALIASES;
use super::{call, upgrade};
use crate::card::Accept;
use crate::head::{Head, HttpReply};
use crate::offer::Offer;

/// Lists the models.
pub(super) fn list(offer: &Arc<Offer>, head: Head) -> Accept {
    let request_id = call::request_id(&head);
    Accept::Reply(match upgrade::caller(offer, &head) {
        Ok(_) => {
            let (voices, languages) = (voices(offer), languages(offer));
            let models = MODELS.map(|id| model(id, &voices, &languages));
            HttpReply::json(200, &json!({"models": models})).with_header("x-request-id", request_id)
        }
        Err(refusal) => upgrade::error(&refusal, &request_id),
    })
}

fn model(id: &str, voices: &[Value], languages: &[Value]) -> Value {
    let (slowest, fastest) = SPEEDS;
    json!({
        "id": id,
        "name": id,
        "voices": voices,
        "languages": languages,
        "supports_timestamps": true,
        "supports_voice_cloning": false,
        "supports_speed_adjustment": true,
        "speed_min": slowest,
        "speed_max": fastest,
        "supports_silence_reduction": false,
    })
}

/// The stock names that mean something here, then our own.
fn voices(offer: &Offer) -> Vec<Value> {
    let stock = ALIASES.iter().filter_map(|alias| {
        let card = offer.voices.iter().find(|card| card.id.as_str() == alias.voice)?;
        Some(voice(alias.name, card))
    });
    stock.chain(offer.voices.iter().map(|card| voice(card.id.as_str(), card))).collect()
}

fn voice(id: &str, card: &VoiceCard) -> Value {
    json!({
        "id": id,
        "description": format!("{}, {}, {} engine", card.name, card.languages[0], card.engine),
        "gender": match card.gender {
            Gender::Female => "female",
            Gender::Male => "male",
            Gender::Neutral => "neutral",
        },
    })
}

fn languages(offer: &Offer) -> Vec<Value> {
    let spoken: BTreeSet<&str> =
        offer.voices.iter().flat_map(|card| &card.languages).map(|language| language.as_str()).collect();
    spoken.into_iter().map(|code| json!({"code": code, "name": code})).collect()
}
