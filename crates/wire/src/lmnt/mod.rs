//! LMNT speech sessions: three dialects on one URL, told apart by the first frame, and the HTTP calls around them.
//!
//! The wire is described in `docs/protocols/lmnt.md`. Start with [`dialect`], then `stream.rs`.

mod account;
mod call;
mod detailed;
mod dialect;
mod errors;
mod formats;
mod init;
mod message;
mod reply;
mod stream;
mod timestamps;
mod voices;

use crate::card::{EventKind, ProtocolCard, ProtocolId, Route, RouteKind};
use crate::rules::Columns;
use speech::RefusalKind;

/// What this protocol is.
pub(crate) const CARD: ProtocolCard = ProtocolCard {
    id: ProtocolId("lmnt"),
    title: "LMNT speech sessions, one-shot speech and voices",
    routes: &[
        Route { kind: RouteKind::Socket, path: "/v1/ai/speech/stream", accept: stream::accept },
        Route { kind: RouteKind::Post, path: "/v1/ai/speech/bytes", accept: call::accept_bytes },
        Route { kind: RouteKind::Post, path: "/v1/ai/speech", accept: call::accept_detailed },
        Route { kind: RouteKind::Get, path: "/v1/ai/speech", accept: call::accept_query },
        Route { kind: RouteKind::Get, path: "/v1/ai/voice/list", accept: voices::list },
        Route { kind: RouteKind::Get, path: "/v1/ai/voice/{id}", accept: voices::one },
        Route { kind: RouteKind::Get, path: "/v1/account", accept: account::accept },
        Route { kind: RouteKind::Post, path: "/v1/ai/voice", accept: account::not_offered },
        Route { kind: RouteKind::Put, path: "/v1/ai/voice/{id}", accept: account::not_offered },
        Route { kind: RouteKind::Delete, path: "/v1/ai/voice/{id}", accept: account::not_offered },
        Route { kind: RouteKind::Post, path: "/v1/ai/speech/convert", accept: account::not_offered },
    ],
    silent: &[
        // Only the typed dialect says that it is ready, and the legacy one acknowledges nothing.
        EventKind::Opened,
        EventKind::Flushed,
        EventKind::Cleared,
        // A closing server takes no more text: this wire cannot say so.
        EventKind::Declined,
        EventKind::SegmentEnded,
        EventKind::Warned,
        EventKind::ReleaseEnded,
        EventKind::GenerationEnded,
        EventKind::Updated,
    ],
    closes_on: &[
        RefusalKind::Malformed,
        RefusalKind::InvalidValue,
        RefusalKind::Unauthenticated,
        RefusalKind::Forbidden,
        RefusalKind::UnknownVoice,
        RefusalKind::AlreadyOpen,
        RefusalKind::UnknownContext,
        RefusalKind::LimitExceeded,
        RefusalKind::IdleTimeout,
        RefusalKind::Unsupported,
        RefusalKind::Overloaded,
        RefusalKind::ShuttingDown,
        RefusalKind::EngineFailed,
    ],
    aliases: voices::ALIASES,
    columns: Columns::SAME,
    formats: formats::FORMATS,
    options: &[],
};
