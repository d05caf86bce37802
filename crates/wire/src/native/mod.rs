//! Our own protocol, the reference for the others: everything that a session can do, in JSON frames, with the audio as
//! binary frames or in base64.
//!
//! `docs/protocols/native.md` specifies it so that a stranger can write a client from it. Start with `message.rs` (what
//! a client can ask), then `reply.rs` (what it is told); `stream.rs` joins them.

mod casting;
mod contexts;
mod message;
mod reading;
mod reply;
mod settings;
mod stream;

use speech::RefusalKind;

use crate::card::{ProtocolCard, ProtocolId, Route, RouteKind};
use crate::rules::Columns;

/// What this protocol is.
pub(crate) const CARD: ProtocolCard = ProtocolCard {
    id: ProtocolId("native"),
    title: "Syrinx's own: contexts, lanes, generations, flush, clear, cancel, update, word times",
    routes: &[Route { kind: RouteKind::Socket, path: "/syrinx/v1/stream", accept: stream::accept }],
    silent: &[],
    closes_on: &[RefusalKind::IdleTimeout],
    aliases: &[],
    columns: Columns::SAME,
    formats: settings::FORMATS,
    options: &[],
};
