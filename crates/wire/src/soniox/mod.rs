//! Soniox native text-to-speech: many streams on one socket, one-shot speech, the list of models.
//!
//! The wire is described in `docs/protocols/soniox.md`. Start with [`streams`], which decides what happens; [`face`] is
//! all that it knows of frames, and `frames.rs` is how the vendor's own look. Another vendor's endpoint has the same
//! streams with a face of its own.

mod call;
pub(crate) mod config;
pub(crate) mod face;
pub(crate) mod formats;
pub(crate) mod frames;
mod models;
pub(crate) mod socket;
pub(crate) mod streams;
mod table;
pub(crate) mod times;
mod upgrade;
pub(crate) mod voices;
pub(crate) mod words;

use std::time::Duration;

use speech::RefusalKind;

use crate::card::{EventKind, ProtocolCard, ProtocolId, Route, RouteKind};
use crate::rules::{Columns, OptionKind, ProtocolOption};

/// Characters of text in one message or call, on every endpoint of the vendor and in both columns.
const TEXT_CHARACTERS: usize = 5_000;

/// What this protocol is.
pub(crate) const CARD: ProtocolCard = ProtocolCard {
    id: ProtocolId("soniox"),
    title: "Soniox text-to-speech streams, one-shot speech and models",
    routes: &[
        Route { kind: RouteKind::Socket, path: "/tts-websocket", accept: upgrade::accept },
        Route { kind: RouteKind::Post, path: "/tts", accept: call::accept },
        Route { kind: RouteKind::Get, path: "/v1/tts-models", accept: models::list },
    ],
    silent: &[
        EventKind::Opened,
        EventKind::SegmentEnded,
        EventKind::Warned,
        EventKind::ReleaseEnded,
        EventKind::GenerationEnded,
        EventKind::Flushed,
        EventKind::Cleared,
        EventKind::Updated,
        EventKind::Declined,
    ],
    // Besides a connection that is idle, or that shows no key in time.
    closes_on: &[RefusalKind::Malformed],
    aliases: voices::ALIASES,
    columns: Columns {
        generous: |limits| {
            limits.message_characters = TEXT_CHARACTERS;
            limits.request_characters = TEXT_CHARACTERS;
            limits.idle = Duration::from_secs(60);
            limits.context_idle = Duration::from_secs(60);
        },
        // Documented: streams, their duration. Seen: 20 to 30 s of a silent socket, 8 to 18 s of a silent stream.
        vendor: |limits| {
            limits.message_characters = TEXT_CHARACTERS;
            limits.request_characters = TEXT_CHARACTERS;
            limits.contexts_per_connection = 5;
            limits.context_life = Duration::from_secs(120);
            limits.idle = Duration::from_secs(25);
            limits.context_idle = Duration::from_secs(12);
        },
    },
    formats: formats::FORMATS,
    options: &[ProtocolOption {
        name: "models",
        about: "whether a model that the vendor does not list is spoken by what is loaded (any) or refused (listed)",
        kind: OptionKind::Choice(&["any", "listed"]),
    }],
};
