//! What can be declined, and why: the errors that clients see.

use std::borrow::Cow;
use std::time::Duration;

use crate::ids::ContextId;

/// Why something is declined. Stays exhaustive: a new kind stops every protocol until it decides how to say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusalKind {
    /// The message is not what this protocol's messages look like.
    Malformed,
    /// A value is of the right shape but outside of what is allowed.
    InvalidValue,
    /// No key, or a wrong one.
    Unauthenticated,
    /// The key is right, but does not open this.
    Forbidden,
    /// There is no such voice.
    UnknownVoice,
    /// The context's name is in use.
    AlreadyOpen,
    /// There is no open context of that name.
    UnknownContext,
    /// A bound of `Limits` was exceeded; trying again does not help.
    LimitExceeded,
    /// The client was silent for longer than its protocol allows.
    IdleTimeout,
    /// Asked for something that this protocol has and this server does not.
    Unsupported,
    /// No capacity now; trying again helps.
    Overloaded,
    /// The server is closing.
    ShuttingDown,
    /// The engine failed, not the client.
    EngineFailed,
}

/// How far a refusal goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Only this request is declined; the context that it names, if any, lives on.
    Request,
    /// The context that it names is gone.
    Context,
}

impl RefusalKind {
    /// A short name, for metrics and for wires that have no words of their own.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::InvalidValue => "invalid_value",
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "forbidden",
            Self::UnknownVoice => "unknown_voice",
            Self::AlreadyOpen => "already_open",
            Self::UnknownContext => "unknown_context",
            Self::LimitExceeded => "limit_exceeded",
            Self::IdleTimeout => "idle_timeout",
            Self::Unsupported => "unsupported",
            Self::Overloaded => "overloaded",
            Self::ShuttingDown => "shutting_down",
            Self::EngineFailed => "engine_failed",
        }
    }
}

/// Something that was declined: for the client's eyes, in its protocol's words.
///
/// The message is a lower-case fragment that names the thing and the limit and never repeats the user's text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// The one context that it concerns; `None` if it concerns the message or the connection.
    pub context: Option<ContextId>,
    /// What is lost besides the request.
    pub reach: Reach,
    /// Why.
    pub kind: RefusalKind,
    /// What, in words.
    pub message: String,
    /// When trying again makes sense, for [`RefusalKind::Overloaded`] and [`RefusalKind::ShuttingDown`].
    pub retry_after: Option<Duration>,
}

impl Refusal {
    /// Declines a message, or the connection.
    #[must_use]
    pub fn new(kind: RefusalKind, message: impl Into<String>) -> Self {
        let (context, reach, retry_after) = (None, Reach::Request, None);
        Self { context, reach, kind, message: message.into(), retry_after }
    }

    /// Makes it the end of one context.
    #[must_use]
    pub fn of(mut self, context: ContextId) -> Self {
        (self.context, self.reach) = (Some(context), Reach::Context);
        self
    }

    /// Says which context the request was about. It lives on, if it lives.
    #[must_use]
    pub fn about(mut self, context: ContextId) -> Self {
        (self.context, self.reach) = (Some(context), Reach::Request);
        self
    }

    /// The context that is gone with it, if one is.
    #[must_use]
    pub fn ended(&self) -> Option<ContextId> {
        match self.reach {
            Reach::Request => None,
            Reach::Context => self.context,
        }
    }

    /// The message and when trying again makes sense, for wires that have no field for the latter.
    #[must_use]
    pub fn message_with_retry(&self) -> Cow<'_, str> {
        match self.retry_after {
            Some(wait) => Cow::Owned(format!("{} (retry after {} ms)", self.message, wait.as_millis())),
            None => Cow::Borrowed(&self.message),
        }
    }

    /// Says when trying again makes sense.
    #[must_use]
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_when_to_try_again_if_that_is_known() {
        let refusal = Refusal::new(RefusalKind::Overloaded, "no capacity now");
        assert_eq!(refusal.message_with_retry(), "no capacity now");
        let refusal = refusal.retry_after(Duration::from_millis(1_200));
        assert_eq!(refusal.message_with_retry(), "no capacity now (retry after 1200 ms)");
    }

    #[test]
    fn only_a_refusal_of_a_context_ends_it() {
        let refusal = Refusal::new(RefusalKind::InvalidValue, "no such rate");
        assert_eq!((refusal.context, refusal.ended()), (None, None));
        let about = refusal.clone().about(ContextId(7));
        assert_eq!((about.context, about.ended()), (Some(ContextId(7)), None));
        let of = refusal.of(ContextId(7));
        assert_eq!((of.context, of.ended()), (Some(ContextId(7)), Some(ContextId(7))));
    }
}
