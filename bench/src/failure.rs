//! Why something could not be measured.

use std::io;
use std::time::Duration;

use tokio_tungstenite::tungstenite;

/// Why something could not be measured. A broken promise is not one of these: it is a line in the report.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// What is needed to measure is missing; the text says what to do.
    #[error("{0}")]
    Setup(String),
    /// The operating system said no.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// The socket broke.
    #[error("socket: {0}")]
    Socket(Box<tungstenite::Error>),
    /// The server declined.
    #[error("declined: {kind}: {message}")]
    Declined {
        /// In the words of the protocol.
        kind: String,
        /// For people.
        message: String,
        /// How long after the request it came.
        after: Duration,
        /// The server's advice when to try again, if its protocol has a place for it.
        retry_after: Option<Duration>,
    },
    /// The server closed the socket before it should have.
    #[error("closed with {0:?} before the answer was complete")]
    Closed(Option<u16>),
    /// An answer that does not fit.
    #[error("unexpected answer: {0}")]
    Unexpected(String),
    /// Nothing came for too long.
    #[error("nothing came within {limit:?} while waiting for {what}")]
    Silence {
        /// What was waited for.
        what: &'static str,
        /// For how long.
        limit: Duration,
    },
}

impl From<tungstenite::Error> for Failure {
    fn from(error: tungstenite::Error) -> Self {
        Self::Socket(Box::new(error))
    }
}

impl Failure {
    pub(crate) fn setup(text: impl Into<String>) -> Self {
        Self::Setup(text.into())
    }
}
