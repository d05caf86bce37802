//! What can be declined, and why: the errors that clients see.

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
    /// There is no such thing, other than a voice.
    NotFound,
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

/// Something that was declined: for the client's eyes, in its protocol's words.
///
/// The message is a lower-case fragment that names the thing and the limit and never repeats the user's text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// The one context that it concerns and fails; `None` if it concerns the message or the connection.
    pub context: Option<ContextId>,
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
        Self { context: None, kind, message: message.into(), retry_after: None }
    }

    /// Narrows it to one context.
    #[must_use]
    pub fn of(mut self, context: ContextId) -> Self {
        self.context = Some(context);
        self
    }

    /// Says when trying again makes sense.
    #[must_use]
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }
}
