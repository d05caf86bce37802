//! Refusals as HTTP answers. The wire has one shape for all of them, and no codes besides the status.

use serde_json::json;
use speech::{Refusal, RefusalKind};

use crate::head::HttpReply;

/// An HTTP answer for a refusal.
pub(super) fn reply(refusal: &Refusal) -> HttpReply {
    let reply = HttpReply::json(status(refusal.kind), &json!({"error": refusal.message}));
    let reply = match refusal.kind {
        RefusalKind::Unauthenticated => reply.with_header("www-authenticate", "Bearer"),
        _ => reply,
    };
    match refusal.retry_after {
        Some(wait) => reply.with_retry_after(wait),
        None => reply,
    }
}

/// 400, 422 and 429 are documented; the others are what HTTP has for them.
const fn status(kind: RefusalKind) -> u16 {
    match kind {
        RefusalKind::Malformed => 400,
        RefusalKind::Unauthenticated => 401,
        RefusalKind::Forbidden => 403,
        RefusalKind::InvalidValue
        | RefusalKind::UnknownVoice
        | RefusalKind::LimitExceeded
        | RefusalKind::Unsupported
        | RefusalKind::AlreadyOpen
        | RefusalKind::UnknownContext
        | RefusalKind::IdleTimeout => 422,
        RefusalKind::Overloaded => 429,
        RefusalKind::EngineFailed => 500,
        RefusalKind::ShuttingDown => 503,
    }
}
