//! What travels over a connection, whatever carries it.

use crate::head::HttpReply;

/// Something that a client sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientFrame<'a> {
    /// A WebSocket text message.
    Text(&'a str),
    /// A WebSocket binary message.
    Binary(&'a [u8]),
    /// The whole body of an HTTP request: the single frame of its connection.
    Body(&'a [u8]),
}

/// Something to send to the client.
#[derive(Debug, Clone, PartialEq, Eq)]
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
