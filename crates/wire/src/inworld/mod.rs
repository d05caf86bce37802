//! Inworld speech: many contexts on one socket, every release of text a generation, and the HTTP calls around it.
//!
//! The wire is described in `docs/protocols/inworld.md`. Start with `message.rs` (what a client can ask) and `config.rs` (the
//! settings of a context), then `stream.rs`.

mod auth;
mod call;
mod config;
mod contexts;
mod echo;
mod encoding;
mod errors;
mod message;
mod phones;
mod reading;
mod reply;
mod spelling;
mod stream;
mod times;
mod voices;
mod words;

use std::time::Duration;

use session::Limits;
use speech::RefusalKind;

use crate::card::{EventKind, ProtocolCard, ProtocolId, Route, RouteKind};
use crate::rules::{Columns, OptionKind, ProtocolOption};

/// How long a connection may be silent: the documented time, which is also the server's own.
const IDLE: Duration = Duration::from_secs(600);

/// What this protocol is.
pub(crate) const CARD: ProtocolCard = ProtocolCard {
    id: ProtocolId("inworld"),
    title: "Inworld TTS: bidirectional contexts, one-shot and line-by-line speech, and voices",
    routes: &[
        Route { kind: RouteKind::Socket, path: "/tts/v1/voice:streamBidirectional", accept: stream::accept },
        Route { kind: RouteKind::Post, path: "/tts/v1/voice", accept: call::accept_whole },
        Route { kind: RouteKind::Post, path: "/tts/v1/voice:stream", accept: call::accept_lines },
        Route { kind: RouteKind::Get, path: "/tts/v1/voices", accept: voices::old_list },
        Route { kind: RouteKind::Get, path: "/voices/v1/voices", accept: voices::list },
        Route { kind: RouteKind::Get, path: "/voices/v1/voices/{id}", accept: voices::one },
        Route {
            kind: RouteKind::Get,
            path: "/voices/v1/workspaces/{workspace}/voices",
            accept: voices::list,
        },
        Route {
            kind: RouteKind::Get,
            path: "/voices/v1/workspaces/{workspace}/voices/{id}",
            accept: voices::one,
        },
        Route { kind: RouteKind::Post, path: "/voices/v1/voices:clone", accept: voices::not_offered },
        Route { kind: RouteKind::Post, path: "/voices/v1/voices:design", accept: voices::not_offered },
        // Publishing: `{id}:publish`.
        Route { kind: RouteKind::Post, path: "/voices/v1/voices/{id}", accept: voices::not_offered },
        Route { kind: RouteKind::Delete, path: "/voices/v1/voices/{id}", accept: voices::not_offered },
        Route {
            kind: RouteKind::Post,
            path: "/voices/v1/workspaces/{workspace}/voices:clone",
            accept: voices::not_offered,
        },
        Route {
            kind: RouteKind::Post,
            path: "/voices/v1/workspaces/{workspace}/voices:design",
            accept: voices::not_offered,
        },
        Route {
            kind: RouteKind::Post,
            path: "/voices/v1/workspaces/{workspace}/voices/{id}",
            accept: voices::not_offered,
        },
        Route {
            kind: RouteKind::Delete,
            path: "/voices/v1/workspaces/{workspace}/voices/{id}",
            accept: voices::not_offered,
        },
    ],
    silent: &[
        EventKind::SegmentEnded,
        EventKind::Warned,
        EventKind::ReleaseEnded,
        EventKind::Cleared,
        // One that is cut short has its error instead.
        EventKind::GenerationEnded,
        // The end of the generation that it covers says it too.
        EventKind::Flushed,
    ],
    closes_on: &[RefusalKind::Unauthenticated, RefusalKind::IdleTimeout],
    aliases: voices::ALIASES,
    columns: Columns { generous, vendor },
    formats: encoding::FORMATS,
    options: &[
        ProtocolOption {
            name: "auth",
            about: "where a socket's wrong key is refused: at the handshake, or as the vendor does after the first frame",
            kind: OptionKind::Choice(&["handshake", "lazy"]),
        },
        ProtocolOption {
            name: "tokens",
            about: "how word times divide the text: words, marks and spaces separately, or words with marks attached",
            kind: OptionKind::Choice(&["separate", "attached"]),
        },
    ],
};

/// The vendor documents 1 000 characters a message, and takes 2 000.
fn generous(limits: &mut Limits) {
    limits.message_characters = 2_000;
}

fn vendor(limits: &mut Limits) {
    limits.contexts_per_connection = 5;
    limits.message_characters = 1_000;
    limits.request_characters = 2_000;
    limits.idle = IDLE;
}
