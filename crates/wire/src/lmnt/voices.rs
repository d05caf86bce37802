//! The voice list, and the stock names that clients ship.

use std::sync::Arc;

use serde_json::{Value, json};
use speech::{Gender, RefusalKind, VoiceCard};

use super::dialect::Dialect;
use super::errors;
use crate::card::Accept;
use crate::fields::Fields;
use crate::head::{Head, HttpReply};
use crate::offer::{Alias, Offer};

/// Voices that published clients and samples name by default.
pub(super) const ALIASES: &[Alias] = &[
    Alias { name: "leah", voice: "en-us+f3" },
    Alias { name: "lily", voice: "en-us+f2" },
    Alias { name: "morgan", voice: "en-us+f4" },
    Alias { name: "elowen", voice: "en-us+f5" },
    Alias { name: "ava", voice: "en-us+f1" },
    Alias { name: "brandon", voice: "en-us" },
    Alias { name: "zeke", voice: "en-us+m3" },
];

/// What is common to the calls that need a key and no body.
pub(super) struct Caller {
    /// The shape of its errors.
    pub(super) dialect: Dialect,
    /// The name of this call.
    pub(super) request_id: String,
}

impl Caller {
    /// Reads the dialect; checks nothing.
    pub(super) fn of(head: &Head) -> Self {
        Self {
            dialect: Dialect::of_header(head.header("lmnt-version")),
            request_id: format!("req_{}", head.request_id),
        }
    }

    /// An answer in the shape that every answer of this wire has.
    pub(super) fn reply(&self, body: &Value) -> HttpReply {
        HttpReply::json(200, body).with_header("request-id", self.request_id.clone())
    }

    /// The same, with a body that is JSON already.
    pub(super) fn reply_bytes(&self, body: Vec<u8>) -> HttpReply {
        HttpReply { body, ..self.reply(&Value::Null) }
    }

    /// An error answer.
    pub(super) fn refuse(&self, refusal: &speech::Refusal) -> HttpReply {
        errors::reply(self.dialect, refusal, &self.request_id)
    }
}

/// `GET /v1/ai/voice/list`: a bare array.
pub(super) fn list(offer: &Arc<Offer>, head: Head) -> Accept {
    let caller = Caller::of(&head);
    if let Err(refusal) = offer.keys.check(head.header("x-api-key")) {
        return Accept::Reply(caller.refuse(&refusal));
    }
    let voices: Vec<Value> = match wanted(&head) {
        Ok(true) => offer.voices.iter().map(render).collect(),
        Ok(false) => Vec::new(),
        Err(refusal) => return Accept::Reply(caller.refuse(&refusal)),
    };
    Accept::Reply(caller.reply(&Value::Array(voices)))
}

/// `GET /v1/ai/voice/{id}`.
pub(super) fn one(offer: &Arc<Offer>, head: Head) -> Accept {
    let caller = Caller::of(&head);
    let name = head.param("id").unwrap_or_default();
    let found = offer.keys.check(head.header("x-api-key")).and_then(|_| offer.voice(ALIASES, name));
    Accept::Reply(match found {
        Ok(card) => caller.reply(&render(card)),
        Err(refusal) => caller.refuse(&refusal),
    })
}

/// All our voices belong to the system and none is starred, so some filters leave nothing.
fn wanted(head: &Head) -> Result<bool, speech::Refusal> {
    let fields = Fields::from_pairs(head.query.iter().cloned());
    let starred = fields.flag("starred")? == Some(true);
    match fields.text("owner")?.unwrap_or("all") {
        "all" | "system" => Ok(!starred),
        "me" => Ok(false),
        _ => Err(speech::Refusal::new(RefusalKind::InvalidValue, "owner is none of system, me, all")),
    }
}

fn render(card: &VoiceCard) -> Value {
    json!({
        "id": card.id.as_str(),
        "name": card.name,
        "owner": "system",
        "state": "ready",
        "type": "instant",
        "starred": false,
        "gender": match card.gender {
            Gender::Female => "female",
            Gender::Male => "male",
            Gender::Neutral => "nonbinary",
        },
        "description": format!("{} voice of the {} engine", card.languages[0], card.engine),
        "preview_url": null,
        "tags": card.languages.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}
