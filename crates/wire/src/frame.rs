//! What travels over a connection, whatever carries it.

use std::fmt;

use crate::head::HttpReply;

/// Something that a client sent.
///
/// Prints its length, since it holds the user's text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ClientFrame<'a> {
    /// A WebSocket text message.
    Text(&'a str),
    /// A WebSocket binary message.
    Binary(&'a [u8]),
    /// The whole body of an HTTP request: the single frame of its connection.
    Body(&'a [u8]),
}

impl<'a> ClientFrame<'a> {
    /// Its bytes, whatever it came as.
    #[must_use]
    pub const fn bytes(self) -> &'a [u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Binary(bytes) | Self::Body(bytes) => bytes,
        }
    }
}

/// Something to send to the client.
///
/// Prints its length, since it may repeat the user's text.
#[derive(Clone, PartialEq, Eq)]
pub enum ServerFrame {
    /// A WebSocket text message.
    Text(String),
    /// A WebSocket binary message.
    Binary(Vec<u8>),
    /// Status and headers of an HTTP answer whose body follows in [`ServerFrame::Body`]s. Its own `body` comes first.
    Head(HttpReply),
    /// The next bytes of an HTTP answer's body.
    Body(Vec<u8>),
}

impl fmt::Debug for ClientFrame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::Binary(bytes) => write!(f, "Binary({} bytes)", bytes.len()),
            Self::Body(bytes) => write!(f, "Body({} bytes)", bytes.len()),
        }
    }
}

impl fmt::Debug for ServerFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::Binary(bytes) => write!(f, "Binary({} bytes)", bytes.len()),
            Self::Head(reply) => write!(f, "Head({reply:?})"),
            Self::Body(bytes) => write!(f, "Body({} bytes)", bytes.len()),
        }
    }
}
