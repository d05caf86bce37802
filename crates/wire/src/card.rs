//! What a protocol is, for the registry.

use std::fmt;
use std::sync::Arc;

use session::Event;
use speech::RefusalKind;

use crate::head::{Head, HttpReply};
use crate::offer::{Alias, Offer};
use crate::protocol::Protocol;

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
    /// Events that it renders as nothing, in every state; the common test suite reads this.
    pub silent: &'static [EventKind],
    /// Refusals after which it closes the connection; after the others the connection lives on.
    pub closes_on: &'static [RefusalKind],
    /// Stock voice names of its clients and the local voices that stand in for them.
    pub aliases: &'static [Alias],
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
    Stream(Box<dyn Protocol>),
    /// Answers at once; a WebSocket is not upgraded.
    Reply(HttpReply),
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
    /// [`Event::Closed`]
    Closed,
    /// [`Event::Refused`]
    Refused,
}

impl EventKind {
    /// The kind of an event.
    #[must_use]
    pub const fn of<A>(event: &Event<A>) -> Self {
        match event {
            Event::Opened(_) => Self::Opened,
            Event::Audio(_) => Self::Audio,
            Event::SegmentEnded { .. } => Self::SegmentEnded,
            Event::ReleaseEnded { .. } => Self::ReleaseEnded,
            Event::GenerationEnded { .. } => Self::GenerationEnded,
            Event::Flushed { .. } => Self::Flushed,
            Event::Cleared { .. } => Self::Cleared,
            Event::Updated { .. } => Self::Updated,
            Event::Closed { .. } => Self::Closed,
            Event::Refused(_) => Self::Refused,
        }
    }
}
