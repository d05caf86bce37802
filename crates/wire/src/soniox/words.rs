//! What clients are told when something is declined: the vendor's own sentences, statuses and slugs.

use serde_json::{Map, Value};
use speech::{Refusal, RefusalKind};

/// What a key that opens nothing is told.
const BAD_KEY: &str = "Invalid API key.";
/// What a caller without a key is told.
const NO_KEY: &str = "Missing API key.";

/// A required field is not there.
pub(crate) fn missing(field: &str) -> Refusal {
    invalid(format!("Missing required field: {field}"))
}

/// A value has too many characters; `what` as the vendor writes it, such as `Audio format`.
pub(crate) fn too_long(what: &str, most: usize) -> Refusal {
    invalid(format!("{what} is too long (max length {most})."))
}

/// It is not JSON.
pub(crate) fn not_json() -> Refusal {
    Refusal::new(RefusalKind::Malformed, "Invalid JSON body")
}

/// It is JSON, but not what a message looks like.
pub(crate) fn misshapen() -> Refusal {
    Refusal::new(RefusalKind::Malformed, "Invalid message format")
}

/// There is no such voice.
pub(crate) fn unknown_voice(voice: &str, model: &str) -> Refusal {
    Refusal::new(RefusalKind::UnknownVoice, format!("Invalid voice '{voice}' for model '{model}'."))
}

/// Nobody here speaks the language.
pub(crate) fn unknown_language(language: &str, model: &str) -> Refusal {
    invalid(format!("Invalid language '{language}' for model '{model}'."))
}

/// There is no such model, and the operator wants that said.
pub(crate) fn unknown_model(model: &str) -> Refusal {
    let message = format!("Model '{model}' is not available. GET /v1/tts-models lists the available models.");
    Refusal::new(RefusalKind::Unsupported, message)
}

/// The stream was never started, or is over.
pub(crate) fn not_found(stream: &str) -> Refusal {
    let message = format!("Stream {stream} not found. Send a start message first.");
    Refusal::new(RefusalKind::UnknownContext, message)
}

/// A start message for a stream that is active.
pub(crate) fn already_exists(stream: &str) -> Refusal {
    Refusal::new(RefusalKind::AlreadyOpen, format!("Stream {stream} already exists"))
}

/// Text for a stream whose text has ended.
pub(crate) fn text_has_ended(stream: &str) -> Refusal {
    invalid(format!("Stream {stream} accepts no more text after text_end."))
}

/// More streams than one connection may have.
pub(crate) fn too_many_streams(most: usize) -> Refusal {
    let message = format!("Too many concurrent streams (max {most}).");
    Refusal::new(RefusalKind::LimitExceeded, message)
}

/// A stream lasted too long, or nothing was said in it for too long.
pub(crate) fn timed_out() -> Refusal {
    Refusal::new(RefusalKind::IdleTimeout, "Request timeout")
}

/// No key where one is needed.
pub(crate) fn no_key() -> Refusal {
    Refusal::new(RefusalKind::Unauthenticated, NO_KEY)
}

/// A key that opens nothing.
pub(crate) fn bad_key() -> Refusal {
    Refusal::new(RefusalKind::Unauthenticated, BAD_KEY)
}

/// A stream that a closing server cut short.
pub(crate) fn cut_short() -> Refusal {
    let message = "The server is shutting down. Connect again to continue.";
    Refusal::new(RefusalKind::ShuttingDown, message)
}

/// A value that is not allowed.
pub(crate) fn invalid(message: impl Into<String>) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}

/// The status of a refusal: the same on every surface.
pub(crate) const fn code(kind: RefusalKind) -> u16 {
    match kind {
        RefusalKind::Malformed
        | RefusalKind::InvalidValue
        | RefusalKind::UnknownVoice
        | RefusalKind::AlreadyOpen
        | RefusalKind::UnknownContext
        | RefusalKind::Unsupported => 400,
        RefusalKind::Unauthenticated => 401,
        RefusalKind::Forbidden => 403,
        RefusalKind::IdleTimeout => 408,
        RefusalKind::LimitExceeded => 429,
        RefusalKind::EngineFailed => 500,
        RefusalKind::Overloaded | RefusalKind::ShuttingDown => 503,
    }
}

/// The slug that clients branch on.
const fn slug(kind: RefusalKind) -> &'static str {
    match kind {
        RefusalKind::Malformed
        | RefusalKind::InvalidValue
        | RefusalKind::UnknownVoice
        | RefusalKind::AlreadyOpen
        | RefusalKind::UnknownContext => "invalid_request",
        RefusalKind::Unsupported => "model_not_available",
        RefusalKind::Unauthenticated => "unauthenticated",
        RefusalKind::Forbidden => "permission_denied",
        RefusalKind::IdleTimeout => "request_timeout",
        RefusalKind::LimitExceeded => "limit_exceeded",
        RefusalKind::EngineFailed => "internal_error",
        RefusalKind::Overloaded | RefusalKind::ShuttingDown => "service_unavailable",
    }
}

/// The fields of an error. Never a `null` among them: one client takes a field that is there for one that says something.
pub(super) fn error(refusal: &Refusal, request_id: &str) -> Map<String, Value> {
    Map::from_iter([
        ("error_code".to_owned(), code(refusal.kind).into()),
        ("error_type".to_owned(), slug(refusal.kind).into()),
        ("error_message".to_owned(), refusal.message_with_retry().into()),
        ("request_id".to_owned(), request_id.into()),
    ])
}
