//! What a protocol is, for the registry.

use std::fmt;
use std::sync::Arc;

use session::Event;
use speech::RefusalKind;

use crate::format::FormatName;
use crate::head::{Head, HttpReply};
use crate::offer::{Alias, Offer};
use crate::protocol::Protocol;
use crate::rules::{Columns, ProtocolOption};

/// The name of a protocol; also a metrics label and the name of its documentation page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProtocolId(pub &'static str);

impl fmt::Display for ProtocolId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// What a protocol is: where it listens, what it never says, which errors end its connection.
#[derive(Debug)]
pub struct ProtocolCard {
    /// Its name.
    pub id: ProtocolId,
    /// One line for people.
    pub title: &'static str,
    /// Where its clients knock.
    pub routes: &'static [Route],
    /// Events that it renders as nothing, always or in some state or dialect. All others give at least one frame, or a close,
    /// whenever they come: the common test suite holds a socket to this.
    pub silent: &'static [EventKind],
    /// Refusals after which it closes the connection; after the others the connection lives on.
    pub closes_on: &'static [RefusalKind],
    /// Stock voice names of its clients and the local voices that stand in for them.
    pub aliases: &'static [Alias],
    /// How the bounds of its connections differ from the server's own.
    pub columns: Columns,
    /// Every name of a format that its clients can ask for, at one of its addresses at least. Its parsers take names from this
    /// list, so that none is listed and refused at all of them; empty where clients cannot choose.
    pub formats: &'static [FormatName],
    /// What an operator may choose about it.
    pub options: &'static [ProtocolOption],
}

/// One address of a protocol.
pub struct Route {
    /// What kind of call it is.
    pub kind: RouteKind,
    /// The path, with `{name}` for a segment that the protocol reads as a parameter.
    pub path: &'static str,
    /// Looks at the request's head and takes it or answers at once.
    pub accept: fn(&Arc<Offer>, Head) -> Accept,
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}", self.kind, self.path)
    }
}

/// What kind of call a route takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RouteKind {
    /// A WebSocket upgrade.
    Socket,
    /// HTTP GET; there is no body.
    Get,
    /// HTTP POST with a body.
    Post,
    /// HTTP PUT with a body.
    Put,
    /// HTTP DELETE; there is no body.
    Delete,
}

/// What a protocol does with a request.
pub enum Accept {
    /// Speaks with it. On HTTP the body follows as the only frame; on GET and DELETE an empty one.
    Stream(Accepted),
    /// Answers at once; a WebSocket is not upgraded.
    Reply(HttpReply),
}

/// A request that a protocol has taken.
pub struct Accepted {
    /// Who speaks with it.
    pub protocol: Box<dyn Protocol>,
    /// The WebSocket subprotocol to agree on, if the client offered it.
    pub subprotocol: Option<&'static str>,
    /// What an operator may want to know of it, such as a region asked for: for the connection's log span. At most
    /// [`Accepted::NOTES_BYTES`] of it are kept. Never the user's text, nor a key.
    pub notes: String,
}

impl Accepted {
    /// How much of the notes is kept.
    pub const NOTES_BYTES: usize = 512;

    /// Nothing but a protocol.
    #[must_use]
    pub fn new(protocol: Box<dyn Protocol>) -> Self {
        Self { protocol, subprotocol: None, notes: String::new() }
    }
}

impl Accept {
    /// Speaks with it, in the usual way.
    #[must_use]
    pub fn stream(protocol: impl Protocol + 'static) -> Self {
        Self::Stream(Accepted::new(Box::new(protocol)))
    }
}

/// The kinds of [`Event`], for tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// [`Event::Opened`]
    Opened,
    /// [`Event::Audio`]
    Audio,
    /// [`Event::SegmentEnded`]
    SegmentEnded,
    /// [`Event::ReleaseEnded`]
    ReleaseEnded,
    /// [`Event::GenerationEnded`]
    GenerationEnded,
    /// [`Event::Flushed`]
    Flushed,
    /// [`Event::Cleared`]
    Cleared,
    /// [`Event::Updated`]
    Updated,
    /// [`Event::Warned`]
    Warned,
    /// [`Event::Closed`]
    Closed,
    /// [`Event::Refused`], where it ends a context or is about none.
    Refused,
    /// [`Event::Refused`], where it answers one request and its context lives on, or was not there.
    Declined,
}

impl EventKind {
    /// The kind of an event.
    #[must_use]
    pub fn of<A>(event: &Event<A>) -> Self {
        match event {
            Event::Opened(_) => Self::Opened,
            Event::Audio(_) => Self::Audio,
            Event::SegmentEnded { .. } => Self::SegmentEnded,
            Event::ReleaseEnded { .. } => Self::ReleaseEnded,
            Event::GenerationEnded { .. } => Self::GenerationEnded,
            Event::Flushed { .. } => Self::Flushed,
            Event::Cleared { .. } => Self::Cleared,
            Event::Updated { .. } => Self::Updated,
            Event::Warned { .. } => Self::Warned,
            Event::Closed { .. } => Self::Closed,
            Event::Refused(refusal) if refusal.context.is_some() && refusal.ended().is_none() => {
                Self::Declined
            }
            Event::Refused(_) => Self::Refused,
        }
    }
}
