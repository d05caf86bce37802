//! The voice list, in pages, and the stock ids that copied samples name.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use speech::{Refusal, RefusalKind, VoiceCard};

use super::{door, errors};
use crate::card::Accept;
use crate::fields::Fields;
use crate::head::{Head, HttpReply};
use crate::offer::{Alias, Offer};

/// Voices that the vendor's samples name (documentation, November 2026).
pub(super) const ALIASES: &[Alias] = &[
    Alias { name: "36b87413-6d7b-421d-8745-bc0897770d1e", voice: "en-us+f3" },
    // Mabel.
    Alias { name: "23b2186b-ed56-4185-998c-8d19e1bb227a", voice: "en-us+f2" },
    // Kevin.
    Alias { name: "50c9287d-bcee-4f2a-943f-f0f2184a5d3b", voice: "en-us+m3" },
];

/// The most voices of one page, and how many there are if the caller does not say.
const PAGE: usize = 1_000;

/// `GET /api/voices`.
pub(super) fn list(offer: &Arc<Offer>, head: Head) -> Accept {
    let page =
        door::check(offer, &head).and_then(|_| Wanted::read(&head)).and_then(|wanted| wanted.page(offer));
    Accept::Reply(match page {
        Ok(page) => HttpReply::json(200, &page),
        Err(refusal) => errors::reply(&refusal),
    })
}

/// Which voices a caller asks for.
struct Wanted {
    /// Part of the voice's name, in lower case.
    name: String,
    /// The engine, in lower case.
    kind: Option<String>,
    limit: usize,
    /// The last voice of the page before.
    after: Option<String>,
}

impl Wanted {
    fn read(head: &Head) -> Result<Self, Refusal> {
        let fields = Fields::from_pairs(head.query.iter().cloned());
        let text = |name| -> Result<Option<String>, Refusal> {
            Ok(fields.text(name)?.filter(|text| !text.is_empty()).map(str::to_lowercase))
        };
        let limit = match fields.integer("limit")? {
            Some(0) => return Err(invalid("limit must be 1 or more")),
            Some(limit) => limit.min(PAGE as u64) as usize,
            None => PAGE,
        };
        let after = fields.text("cursor")?.filter(|cursor| !cursor.is_empty()).map(place).transpose()?;
        Ok(Self { name: text("name")?.unwrap_or_default(), kind: text("voiceType")?, limit, after })
    }

    fn page(&self, offer: &Offer) -> Result<Value, Refusal> {
        let skipped = match &self.after {
            None => 0,
            Some(id) => {
                let at = offer.voices.iter().position(|card| card.id.as_str() == id);
                at.map(|at| at + 1).ok_or_else(wrong_cursor)?
            }
        };
        let mut rest = offer.voices[skipped..].iter().filter(|card| self.fits(card));
        let page: Vec<&VoiceCard> = rest.by_ref().take(self.limit).collect();
        let last = page.last().filter(|_| rest.next().is_some());
        Ok(json!({
            "voices": page.iter().map(|card| render(card)).collect::<Vec<_>>(),
            "cursor": last.map(|card| URL_SAFE_NO_PAD.encode(card.id.as_str())),
        }))
    }

    fn fits(&self, card: &VoiceCard) -> bool {
        let kind = self.kind.as_ref().is_none_or(|kind| *kind == card.engine.to_lowercase());
        kind && card.name.to_lowercase().contains(&self.name)
    }
}

/// What a cursor of ours stands for.
fn place(cursor: &str) -> Result<String, Refusal> {
    let id = URL_SAFE_NO_PAD.decode(cursor).ok().and_then(|id| String::from_utf8(id).ok());
    id.ok_or_else(wrong_cursor)
}

fn wrong_cursor() -> Refusal {
    invalid("cursor is none that this server gave; begin again without one")
}

fn invalid(message: &str) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}

fn render(card: &VoiceCard) -> Value {
    json!({
        "id": card.id.as_str(),
        "name": card.name,
        "voiceType": card.engine,
        "voiceTier": "STANDARD",
        "description": format!("{} voice of the {} engine", card.languages[0], card.engine),
    })
}
