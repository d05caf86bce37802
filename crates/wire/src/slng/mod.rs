//! SLNG unified speech: any model's path, direct or through its bridge, as a session of utterances or as one call.
//!
//! The wire is described in `docs/protocols/slng.md`. Start with `socket.rs`, then `utterances.rs`.

mod address;
mod call;
mod caller;
mod clocks;
mod ended;
mod errors;
mod formats;
mod message;
mod ready;
mod settings;
mod socket;
mod streams;
mod terminal;
mod utterances;
mod voices;

use std::time::Duration;

use session::Limits;
use speech::RefusalKind;

use crate::card::{EventKind, ProtocolCard, ProtocolId, Route, RouteKind};
use crate::rules::Columns;

/// What this protocol is.
pub(crate) const CARD: ProtocolCard = ProtocolCard {
    id: ProtocolId("slng"),
    title: "SLNG unified speech: sessions of utterances, streams, and one-shot speech",
    routes: &[
        Route { kind: RouteKind::Socket, path: "/v1/tts/{*model}", accept: socket::accept_direct },
        Route {
            kind: RouteKind::Socket,
            path: "/v1/bridges/unmute/tts/{*model}",
            accept: socket::accept_bridge,
        },
        Route { kind: RouteKind::Post, path: "/v1/tts/{*model}", accept: call::accept_direct },
        Route { kind: RouteKind::Post, path: "/v1/bridges/unmute/tts/{*model}", accept: call::accept_bridge },
    ],
    silent: &[
        // Streams have no frame for it, and a session that goes on after an error was greeted before.
        EventKind::Opened,
        EventKind::SegmentEnded,
        EventKind::Warned,
        EventKind::ReleaseEnded,
        EventKind::GenerationEnded,
        // A clear takes the terminals of what it took back.
        EventKind::Flushed,
        // The error that ended a context answers what crossed it.
        EventKind::Declined,
        // A closing server says good-bye to the connection, not to its session.
        EventKind::Closed,
    ],
    closes_on: &[RefusalKind::IdleTimeout],
    aliases: voices::ALIASES,
    columns: Columns { generous, vendor },
    formats: formats::FORMATS,
    options: &[terminal::OPTION, streams::OPTION],
};

/// The wire's own choice for a message, or more where the operator allows more; the server's own bounds else.
fn generous(limits: &mut Limits) {
    limits.message_bytes = limits.message_bytes.max(MESSAGE_BYTES);
}

/// What is documented of the models behind the wire, and our choice where it is only said that there is a bound.
fn vendor(limits: &mut Limits) {
    limits.message_bytes = MESSAGE_BYTES;
    limits.message_characters = 5_000;
    limits.request_characters = 5_000;
    limits.contexts_per_connection = 5;
    limits.context_life = Duration::from_secs(120);
    limits.context_idle = Duration::from_secs(12);
    limits.idle = Duration::from_secs(60);
    limits.connection_life = Duration::from_secs(3_600);
}

const MESSAGE_BYTES: usize = 1024 * 1024;
