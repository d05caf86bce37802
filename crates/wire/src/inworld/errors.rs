//! Refusals in the wire's words: the codes of gRPC, in frames, lines and HTTP answers.

use serde_json::{Value, json};
use speech::{Refusal, RefusalKind};

use crate::head::HttpReply;

/// What a frame that cannot be decoded is told.
const UNDECODABLE: &str = "invalid WebSocket request for the selected response protocol";

/// The codes that this wire uses, as gRPC numbers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// The request is wrong, whatever the state of things.
    InvalidArgument = 3,
    /// There is no such context or voice.
    NotFound = 5,
    /// There is such a context already.
    AlreadyExists = 6,
    /// The key is wrong, or does not open this.
    PermissionDenied = 7,
    /// A bound is reached.
    ResourceExhausted = 8,
    /// The wire has it, this server does not.
    Unimplemented = 12,
    /// The engine failed.
    Internal = 13,
    /// Not now.
    Unavailable = 14,
    /// There is no key.
    Unauthenticated = 16,
}

impl Code {
    /// The code of a refusal.
    pub(super) const fn of(kind: RefusalKind) -> Self {
        match kind {
            RefusalKind::Malformed
            | RefusalKind::InvalidValue
            | RefusalKind::UnknownVoice
            | RefusalKind::Unsupported => Self::InvalidArgument,
            RefusalKind::UnknownContext => Self::NotFound,
            RefusalKind::AlreadyOpen => Self::AlreadyExists,
            RefusalKind::Forbidden => Self::PermissionDenied,
            RefusalKind::LimitExceeded => Self::ResourceExhausted,
            RefusalKind::EngineFailed => Self::Internal,
            RefusalKind::IdleTimeout | RefusalKind::Overloaded | RefusalKind::ShuttingDown => {
                Self::Unavailable
            }
            RefusalKind::Unauthenticated => Self::Unauthenticated,
        }
    }

    /// The HTTP status that gRPC's own gateway gives to it.
    const fn status(self) -> u16 {
        match self {
            Self::InvalidArgument => 400,
            Self::NotFound => 404,
            Self::AlreadyExists => 409,
            Self::PermissionDenied => 403,
            Self::ResourceExhausted => 429,
            Self::Unimplemented => 501,
            Self::Internal => 500,
            Self::Unavailable => 503,
            Self::Unauthenticated => 401,
        }
    }
}

/// The object that says what went wrong, the same in frames, lines and answers.
pub(super) fn status(code: Code, message: &str) -> Value {
    json!({"code": code as u16, "message": message, "details": []})
}

/// The same for a refusal. When to try again is said in words: this wire has no field for it.
pub(super) fn status_of(refusal: &Refusal) -> Value {
    status(Code::of(refusal.kind), &refusal.message_with_retry())
}

/// The frame for a message that cannot be decoded. The connection lives on.
pub(super) fn undecodable() -> String {
    let code = Code::InvalidArgument as u16;
    json!({"error": {"code": code, "message": UNDECODABLE, "status": "INVALID_ARGUMENT"}}).to_string()
}

/// The frame or line for what concerns no context.
pub(super) fn top_level(status: &Value) -> String {
    json!({"error": status}).to_string()
}

/// An HTTP answer for a refusal.
pub(super) fn reply(refusal: &Refusal) -> HttpReply {
    let reply = HttpReply::json(Code::of(refusal.kind).status(), &status_of(refusal));
    match (refusal.kind, refusal.retry_after) {
        (RefusalKind::Unauthenticated, _) => reply.with_header("www-authenticate", "Bearer"),
        (_, Some(wait)) => reply.with_retry_after(wait),
        _ => reply,
    }
}

/// An HTTP answer for a code of our own choice.
pub(super) fn reply_with(code: Code, message: &str) -> HttpReply {
    HttpReply::json(code.status(), &status(code, message))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_refusal_says_its_code_and_when_to_try_again() {
        let refusal = Refusal::new(RefusalKind::Overloaded, "no capacity now");
        assert_eq!(status_of(&refusal)["code"], 14);
        let refusal = refusal.retry_after(Duration::from_millis(1_200));
        assert_eq!(status_of(&refusal)["message"], "no capacity now (retry after 1200 ms)");
        let reply = reply(&refusal);
        assert_eq!(reply.status, 503);
        assert!(reply.headers.contains(&("retry-after", "2".to_owned())));
    }
}
