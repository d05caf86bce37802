//! Refusals in the wire's words. Its clients read different fields of an error, so a frame has them all.

use serde_json::{Map, Value, json};
use speech::{Refusal, RefusalKind};

use crate::head::HttpReply;

/// An error's word, and the status that clients take it for (read in a published client's table).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slug {
    /// The word.
    pub(super) code: &'static str,
    /// As in HTTP.
    pub(super) status: u16,
}

/// The key is wrong.
const AUTH: Slug = Slug { code: "auth_error", status: 401 };
/// A setting is wrong.
const CONFIG: Slug = Slug { code: "config_error", status: 400 };
/// A message is wrong.
pub(super) const REQUEST: Slug = Slug { code: "invalid_request", status: 400 };
/// Too much at one time.
pub(super) const TOO_LARGE: Slug = Slug { code: "payload_too_large", status: 413 };
/// Something else has to come first, or another server.
const NOT_READY: Slug = Slug { code: "not_ready", status: 503 };
/// No capacity.
const BACKPRESSURE: Slug = Slug { code: "backpressure", status: 503 };
/// The engine failed.
const BACKEND: Slug = Slug { code: "backend_error", status: 502 };
/// More streams than there may be.
const RATE: Slug = Slug { code: "rate_limit_exceeded", status: 429 };
/// The client was silent for too long.
pub(super) const IDLE: Slug = Slug { code: "idle_timeout_exceeded", status: 408 };
/// The connection is too old.
pub(super) const TOO_OLD: Slug = Slug { code: "max_connection_duration_exceeded", status: 408 };

impl Slug {
    /// The word for a refusal.
    pub(super) const fn of(kind: RefusalKind) -> Self {
        match kind {
            RefusalKind::Malformed => REQUEST,
            RefusalKind::InvalidValue
            | RefusalKind::UnknownVoice
            | RefusalKind::Unsupported
            | RefusalKind::AlreadyOpen => CONFIG,
            RefusalKind::Unauthenticated | RefusalKind::Forbidden => AUTH,
            RefusalKind::UnknownContext | RefusalKind::ShuttingDown => NOT_READY,
            RefusalKind::LimitExceeded => TOO_LARGE,
            RefusalKind::IdleTimeout => IDLE,
            RefusalKind::Overloaded => BACKPRESSURE,
            RefusalKind::EngineFailed => BACKEND,
        }
    }

    /// The same on a socket of many streams, where the status is that of the vendor behind it.
    pub(super) const fn of_stream(kind: RefusalKind) -> Self {
        match kind {
            RefusalKind::UnknownContext | RefusalKind::AlreadyOpen => REQUEST,
            RefusalKind::LimitExceeded => RATE,
            _ => Self::of(kind),
        }
    }
}

/// An error frame.
pub(super) fn frame(slug: Slug, message: &str) -> String {
    Value::Object(fields(slug, message)).to_string()
}

/// The same for a refusal.
pub(super) fn frame_of(refusal: &Refusal) -> String {
    frame(Slug::of(refusal.kind), &refusal.message_with_retry())
}

/// What every error frame has.
pub(super) fn fields(slug: Slug, message: &str) -> Map<String, Value> {
    let pairs: [(&str, Value); 5] = [
        ("type", "error".into()),
        ("code", slug.code.into()),
        ("message", message.into()),
        ("error_code", slug.status.into()),
        ("error_message", message.into()),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// What is answered where no speech can begin: a path that names no model, a wrong key. `refusal` says which.
pub(super) fn reply_at_door(refusal: &Refusal) -> HttpReply {
    match refusal.kind {
        RefusalKind::Unsupported => HttpReply { status: 404, ..reply(refusal) },
        _ => reply(refusal),
    }
}

/// The same where a socket was asked for: the clients show a body as it is, so one for people is text.
pub(super) fn reply_to_upgrade(refusal: &Refusal) -> HttpReply {
    match refusal.kind {
        RefusalKind::Unsupported => HttpReply {
            status: 404,
            headers: vec![("content-type", "text/plain; charset=utf-8".to_owned())],
            body: format!("{refusal}\n").into_bytes(),
        },
        _ => reply(refusal),
    }
}

/// An HTTP answer.
pub(super) fn reply(refusal: &Refusal) -> HttpReply {
    let reply = HttpReply::json(Slug::of(refusal.kind).status, &json!({ "error": refusal.message }));
    match refusal.retry_after {
        Some(wait) => reply.with_retry_after(wait),
        None if refusal.kind == RefusalKind::Unauthenticated => {
            reply.with_header("www-authenticate", "Bearer")
        }
        None => reply,
    }
}
