//! Refusals in the wire's words: categories, shapes, status codes and close codes.

use std::borrow::Cow;

use serde_json::{Value, json};
use speech::{Refusal, RefusalKind};

use super::dialect::Dialect;
use crate::head::HttpReply;

/// What a wrong key is told; older clients compare the text.
const BAD_KEY: &str = "Invalid API key";
/// Close code for the client's faults: what the cloud was seen to use.
const CLIENT_FAULT: u16 = 1002;
/// Close code for ours (RFC 6455, 7.4.1).
const SERVER_FAULT: u16 = 1011;

/// The wire's category of a refusal.
pub(super) const fn category(kind: RefusalKind) -> &'static str {
    match kind {
        RefusalKind::Malformed
        | RefusalKind::InvalidValue
        | RefusalKind::AlreadyOpen
        | RefusalKind::UnknownContext
        | RefusalKind::LimitExceeded
        | RefusalKind::IdleTimeout
        | RefusalKind::Unsupported => "invalid_request_error",
        RefusalKind::Unauthenticated => "authentication_error",
        RefusalKind::Forbidden => "permission_error",
        RefusalKind::UnknownVoice => "not_found_error",
        RefusalKind::Overloaded => "rate_limit_error",
        RefusalKind::ShuttingDown | RefusalKind::EngineFailed => "internal_server_error",
    }
}

/// The close code that follows a refusal on the socket.
pub(super) const fn close_code(kind: RefusalKind) -> u16 {
    match kind {
        RefusalKind::ShuttingDown | RefusalKind::EngineFailed | RefusalKind::Overloaded => SERVER_FAULT,
        _ => CLIENT_FAULT,
    }
}

/// The body of an error: an object in the typed dialect, a string in the older ones.
pub(super) fn body(dialect: Dialect, refusal: &Refusal, request_id: &str) -> Value {
    let message = message(refusal);
    match dialect {
        Dialect::Typed => json!({
            "type": "error",
            "error": {"type": category(refusal.kind), "message": message},
            "request_id": request_id,
        }),
        Dialect::Commands | Dialect::Legacy => json!({"error": message}),
    }
}

/// An HTTP answer for a refusal.
pub(super) fn reply(dialect: Dialect, refusal: &Refusal, request_id: &str) -> HttpReply {
    let reply = HttpReply::json(status(dialect, refusal.kind), &body(dialect, refusal, request_id))
        .with_header("request-id", request_id);
    match refusal.retry_after {
        Some(wait) => {
            reply.with_header("retry-after-ms", wait.as_millis().to_string()).with_retry_after(wait)
        }
        // Clients repeat some statuses by themselves; these errors do not heal.
        None => reply.with_header("x-should-retry", "false"),
    }
}

/// Documented per category; a wrong key was seen to get 403 where no version is given.
const fn status(dialect: Dialect, kind: RefusalKind) -> u16 {
    match kind {
        RefusalKind::Unauthenticated => match dialect {
            Dialect::Typed => 401,
            Dialect::Commands | Dialect::Legacy => 403,
        },
        RefusalKind::Forbidden => 403,
        RefusalKind::UnknownVoice => 404,
        RefusalKind::Overloaded => 429,
        RefusalKind::ShuttingDown => 503,
        RefusalKind::EngineFailed => 500,
        RefusalKind::Malformed
        | RefusalKind::InvalidValue
        | RefusalKind::AlreadyOpen
        | RefusalKind::UnknownContext
        | RefusalKind::LimitExceeded
        | RefusalKind::IdleTimeout
        | RefusalKind::Unsupported => 400,
    }
}

fn message(refusal: &Refusal) -> Cow<'_, str> {
    match refusal.kind {
        RefusalKind::Unauthenticated => BAD_KEY.into(),
        _ => refusal.message_with_retry(),
    }
}
