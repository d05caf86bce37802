//! Vogent Voicelab: many generations on one socket, each with a name of its own, and the HTTP calls around it.
//!
//! The wire is described in `docs/protocols/vogent.md`. A generation of the wire is a context of ours. Start with
//! [`message`] (what a client can say), then `stream.rs`.

mod abuse;
mod body;
mod call;
mod door;
mod errors;
mod formats;
mod generations;
mod message;
mod opening;
mod reply;
mod stream;
mod timestamps;
mod voices;

use std::time::Duration;

use session::Limits;
use speech::RefusalKind;

use crate::card::{EventKind, ProtocolCard, ProtocolId, Route, RouteKind};
use crate::rules::{Columns, OptionKind, ProtocolOption};

/// The name of the option for text that waits without an end.
const REMAINDER_WAIT: &str = "remainder_wait";

/// What this protocol is.
pub(crate) const CARD: ProtocolCard = ProtocolCard {
    id: ProtocolId("vogent"),
    title: "Vogent Voicelab: generations, one-shot and multi-speaker speech, voices",
    routes: &[
        Route { kind: RouteKind::Socket, path: "/api/tts/websocket", accept: stream::accept },
        Route { kind: RouteKind::Post, path: "/api/tts", accept: call::accept_single },
        Route { kind: RouteKind::Post, path: "/api/tts/multispeaker", accept: call::accept_multispeaker },
        Route { kind: RouteKind::Get, path: "/api/voices", accept: voices::list },
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
    closes_on: &[RefusalKind::IdleTimeout],
    aliases: voices::ALIASES,
    columns: Columns { generous: go_on_soon, vendor: documented },
    formats: formats::FORMATS,
    options: &[ProtocolOption {
        name: REMAINDER_WAIT,
        about: "how long text of a generation without finalText waits for more before it is spoken",
        kind: OptionKind::Wait(Duration::from_secs(5)),
    }],
};

/// Some clients take a new id for each fragment and finish none: their conversation must not pause between fragments. An
/// open generation keeps its turn hardly longer than an ended sentence waits for more text.
fn go_on_soon(limits: &mut Limits) {
    limits.lane_patience = Duration::from_millis(300);
}

/// The numbers of the vendor's prose pages (November 2026); how many generations a socket may have is not documented.
fn documented(limits: &mut Limits) {
    go_on_soon(limits);
    limits.message_characters = 5_000;
    limits.request_characters = 5_000;
    limits.request_parts = 10;
    limits.part_characters = 500;
}
