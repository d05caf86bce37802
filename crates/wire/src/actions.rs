//! What a protocol causes.

use session::{Command, ContextSettings};
use speech::{ContextId, RefusalKind, UserText};

use crate::frame::ServerFrame;

/// One thing that a protocol causes.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Ask the session for something.
    Command(Command),
    /// Send something to the client.
    Send(ServerFrame),
    /// Send no more and close, after what was sent so far. Everything unspoken is cancelled.
    Close(Close),
    /// A note for whoever counts: the protocol declined something in words of its own, among the frames that it sends. It
    /// causes nothing.
    Refused(RefusalKind),
}

/// How a connection ends.
///
/// On HTTP 1000 ends the answer's body; any other code aborts it, so that the client cannot take it for complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Close {
    /// A WebSocket close code (RFC 6455, 7.4).
    pub code: u16,
    /// A reason for people; at most [`Close::REASON_BYTES`].
    pub reason: String,
}

impl Close {
    /// The longest reason, in bytes: a close frame holds 125, two of which are the code (RFC 6455, 5.5).
    pub const REASON_BYTES: usize = 123;

    /// Cuts a reason that is too long, between two characters.
    #[must_use]
    pub fn new(code: u16, reason: impl Into<String>) -> Self {
        let mut reason = reason.into();
        reason.truncate(reason.floor_char_boundary(Self::REASON_BYTES));
        Self { code, reason }
    }
}

/// An ordered list of actions, for the caller to carry out.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Asks the session for something.
    pub fn command(&mut self, command: Command) {
        self.0.push(Action::Command(command));
    }

    /// Asks the session for a context that says one text and closes.
    pub fn speak(&mut self, context: ContextId, settings: Box<ContextSettings>, text: UserText) {
        self.command(Command::Open { context, settings });
        self.command(Command::Say { context, text });
        self.command(Command::Finish { context });
    }

    /// Sends a WebSocket text message.
    pub fn text(&mut self, text: String) {
        self.send(ServerFrame::Text(text));
    }

    /// Sends a WebSocket binary message.
    pub fn binary(&mut self, bytes: Vec<u8>) {
        self.send(ServerFrame::Binary(bytes));
    }

    /// Sends any frame.
    pub fn send(&mut self, frame: ServerFrame) {
        self.0.push(Action::Send(frame));
    }

    /// Closes the connection, after what was sent so far.
    pub fn close(&mut self, code: u16, reason: impl Into<String>) {
        self.0.push(Action::Close(Close::new(code, reason)));
    }

    /// Notes that something was declined which the session never heard of. What the client reads is sent besides.
    pub fn refused(&mut self, kind: RefusalKind) {
        self.0.push(Action::Refused(kind));
    }

    /// Passes on what another protocol caused.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Takes everything out, in order.
    pub fn drain(&mut self) -> std::vec::Drain<'_, Action> {
        self.0.drain(..)
    }

    /// All of them, in order.
    #[must_use]
    pub fn as_slice(&self) -> &[Action] {
        &self.0
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_fits_a_close_frame() {
        for (reason, wanted) in [
            ("bye".to_owned(), "bye".to_owned()),
            ("x".repeat(123), "x".repeat(123)),
            ("x".repeat(124), "x".repeat(123)),
            ("é".repeat(100), "é".repeat(61)),
        ] {
            let mut out = Actions::new();
            out.close(1000, reason);
            assert_eq!(out.drain().next(), Some(Action::Close(Close { code: 1000, reason: wanted })));
        }
    }
}
