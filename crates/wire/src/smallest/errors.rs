//! Refusals in the wire's words: codes on the socket, types and status codes over HTTP.

use serde_json::json;
use speech::{Refusal, RefusalKind};

use crate::head::HttpReply;

/// What a wrong key is told, as documented.
const BAD_KEY: &str = "Bearer token is missing or invalid.";

/// The socket's code for a refusal.
pub(super) const fn code(kind: RefusalKind) -> &'static str {
    match kind {
        RefusalKind::Malformed
        | RefusalKind::InvalidValue
        | RefusalKind::AlreadyOpen
        | RefusalKind::UnknownContext
        | RefusalKind::LimitExceeded
        | RefusalKind::Unsupported => "INVALID_REQUEST",
        RefusalKind::Unauthenticated => "UNAUTHORIZED",
        RefusalKind::Forbidden => "FORBIDDEN",
        RefusalKind::UnknownVoice => "VOICE_NOT_FOUND",
        RefusalKind::IdleTimeout => "TIMEOUT",
        RefusalKind::Overloaded => "RATE_LIMITED",
        RefusalKind::ShuttingDown => "SERVICE_UNAVAILABLE",
        RefusalKind::EngineFailed => "INTERNAL",
    }
}

/// An HTTP answer for a refusal.
pub(super) fn reply(refusal: &Refusal, request_id: &str) -> HttpReply {
    let (status, kind) = status(refusal.kind);
    let message = match refusal.kind {
        RefusalKind::Unauthenticated => BAD_KEY,
        _ => &refusal.message,
    };
    let reply = HttpReply::json(status, &json!({"error": kind, "message": message}))
        .with_header("x-request-id", request_id);
    match refusal.retry_after {
        Some(wait) => reply.with_retry_after(wait),
        None => reply,
    }
}

/// Documented: 400, 401, 403, 429, 500.
const fn status(kind: RefusalKind) -> (u16, &'static str) {
    match kind {
        RefusalKind::Malformed
        | RefusalKind::InvalidValue
        | RefusalKind::UnknownVoice
        | RefusalKind::AlreadyOpen
        | RefusalKind::UnknownContext
        | RefusalKind::LimitExceeded
        | RefusalKind::IdleTimeout
        | RefusalKind::Unsupported => (400, "InvalidRequest"),
        RefusalKind::Unauthenticated => (401, "Unauthorized"),
        RefusalKind::Forbidden => (403, "Forbidden"),
        RefusalKind::Overloaded => (429, "TooManyRequests"),
        RefusalKind::ShuttingDown => (503, "ServiceUnavailable"),
        RefusalKind::EngineFailed => (500, "InternalServerError"),
    }
}
