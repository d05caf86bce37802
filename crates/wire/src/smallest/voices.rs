//! The voice lists, and the stock names that clients ship.

use std::sync::Arc;

use serde_json::{Value, json};
use speech::{Gender, Language, Refusal, RefusalKind, VoiceCard};

use super::{errors, model, stream};
use crate::card::Accept;
use crate::head::{Head, HttpReply};
use crate::offer::{Alias, Offer};

/// Voices that published clients, samples and the vendor's pages name.
pub(super) const ALIASES: &[Alias] = &[
    Alias { name: "meher", voice: "en-us+f2" },
    Alias { name: "sophia", voice: "en-us+f3" },
    Alias { name: "magnus", voice: "en-us+m1" },
    Alias { name: "emily", voice: "en-us+f1" },
    Alias { name: "devansh", voice: "en-us+m2" },
    Alias { name: "kartik", voice: "en-us+m3" },
    Alias { name: "maithili", voice: "en-us+f4" },
    Alias { name: "liam", voice: "en-us+m4" },
    Alias { name: "avery", voice: "en-us+f5" },
    Alias { name: "kanik", voice: "en-us+m5" },
    Alias { name: "kaitlyn", voice: "en-us+f1" },
    Alias { name: "rhea", voice: "en-us+f2" },
    Alias { name: "jasmine", voice: "en-us+f3" },
    Alias { name: "arman", voice: "en-us+m6" },
    Alias { name: "james", voice: "en-gb" },
    Alias { name: "george", voice: "en-gb" },
    Alias { name: "raj", voice: "en-us+m7" },
    Alias { name: "raman", voice: "en-us+m8" },
    Alias { name: "diya", voice: "en-us+f4" },
    Alias { name: "ananya", voice: "en-us+f5" },
    Alias { name: "arnav", voice: "en-us+m1" },
    Alias { name: "olivia", voice: "en-us+f1" },
    Alias { name: "quinn", voice: "en-us+f3" },
    Alias { name: "daniel", voice: "en-us" },
    Alias { name: "aditi", voice: "en-us+f2" },
    Alias { name: "male-1", voice: "en-us+m1" },
    Alias { name: "female-2", voice: "en-us+f2" },
];

/// English names of the languages that the wire knows: its lists say them instead of tags.
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "arabic"),
    ("bn", "bengali"),
    ("cmn", "chinese"),
    ("de", "german"),
    ("el", "greek"),
    ("en", "english"),
    ("es", "spanish"),
    ("fi", "finnish"),
    ("fr", "french"),
    ("gu", "gujarati"),
    ("he", "hebrew"),
    ("hi", "hindi"),
    ("id", "indonesian"),
    ("it", "italian"),
    ("ja", "japanese"),
    ("kn", "kannada"),
    ("ko", "korean"),
    ("ml", "malayalam"),
    ("mr", "marathi"),
    ("ms", "malay"),
    ("nb", "norwegian"),
    ("nl", "dutch"),
    ("or", "odia"),
    ("pa", "punjabi"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("ru", "russian"),
    ("sv", "swedish"),
    ("ta", "tamil"),
    ("te", "telugu"),
    ("tr", "turkish"),
    ("vi", "vietnamese"),
];

/// `GET /waves/v1/{model}/get_voices`: every voice speaks for every model.
pub(super) fn of_model(offer: &Arc<Offer>, head: Head) -> Accept {
    Accept::Reply(answer(offer, &head, |offer| {
        let name = head.param("model").unwrap_or_default();
        if !model::is_known(name) {
            return Err(Refusal::new(
                RefusalKind::InvalidValue,
                "no such model; lightning-v3.1 lists all voices",
            ));
        }
        Ok(json!({"voices": offer.voices.iter().map(of_this_model).collect::<Vec<_>>()}))
    }))
}

/// `GET /waves/v1/voice/get-all-models`.
pub(super) fn catalogue(offer: &Arc<Offer>, head: Head) -> Accept {
    let catalogue =
        |offer: &Offer| Ok(json!({"voices": offer.voices.iter().map(in_catalogue).collect::<Vec<_>>()}));
    Accept::Reply(answer(offer, &head, catalogue))
}

/// Answers with JSON, if the key is right.
pub(super) fn answer(
    offer: &Offer,
    head: &Head,
    body: impl FnOnce(&Offer) -> Result<Value, Refusal>,
) -> HttpReply {
    match stream::check_key(offer, head).and_then(|_| body(offer)) {
        Ok(body) => HttpReply::json(200, &body).with_header("x-request-id", head.request_id.clone()),
        Err(refusal) => errors::reply(&refusal, &head.request_id),
    }
}

fn of_this_model(card: &VoiceCard) -> Value {
    json!({
        "voiceId": card.id.as_str(),
        "displayName": card.name,
        "tags": {
            "language": languages(card),
            "accent": accent(&card.languages[0]),
            "gender": gender(card.gender),
            "age": "",
            "emotions": [],
            "usecases": ["conversational"],
        },
    })
}

fn in_catalogue(card: &VoiceCard) -> Value {
    json!({
        "_id": card.id.as_str(),
        "voiceId": card.id.as_str(),
        "displayName": card.name,
        "description": format!("{} voice of the {} engine", card.languages[0], card.engine),
        "audioPreview": "",
        "tags": {"age": "", "emotions": [], "language": languages(card)},
    })
}

fn languages(card: &VoiceCard) -> Vec<&str> {
    let named = |language: &Language| {
        LANGUAGES.iter().find(|(tag, _)| *tag == language.primary()).map(|(_, name)| *name)
    };
    let mut names: Vec<&str> =
        card.languages.iter().map(|language| named(language).unwrap_or(language.as_str())).collect();
    names.dedup();
    names
}

fn accent(language: &Language) -> &'static str {
    match language.as_str() {
        "en" | "en-us" => "american",
        "en-gb" => "british",
        "en-in" => "indian",
        _ => "",
    }
}

const fn gender(gender: Gender) -> &'static str {
    match gender {
        Gender::Female => "female",
        Gender::Male => "male",
        Gender::Neutral => "neutral",
    }
}
