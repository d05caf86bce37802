//! Names for things that live and die. All are small, `Copy`, and never reused within their owner's life.

use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }
    };
}

id! {
    /// One connection: a WebSocket, or one HTTP request. Unique for the life of the server.
    ConnectionId, "conn-"
}
id! {
    /// One stream of speech within a connection. Given out by the protocol, which keeps the client's own name for it.
    /// Unique within its connection, never reused: a name that a client uses again gets a new id.
    ContextId, "ctx-"
}
id! {
    /// Contexts of one lane speak one after another, in the order of their opening. Unique within its connection.
    LaneId, "lane-"
}
id! {
    /// What is said between two restarts of a context's clock. Counts from 0 within its context.
    GenerationId, "gen-"
}
id! {
    /// Text handed over to be spoken in one go. Counts from 0 within its context.
    ReleaseId, "rel-"
}
id! {
    /// Chosen by the protocol for a flush, clear or update, and handed back with its acknowledgement.
    FlushToken, "tok-"
}
id! {
    /// One segment on its way through an engine. Unique within its connection.
    JobId, "job-"
}
id! {
    /// The key under which a context was opened: its place in the configured list. Never the key itself.
    KeyId, "key-"
}
