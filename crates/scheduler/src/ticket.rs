//! What is handed in: the names of streams and jobs, a job's particulars, and how a start is declined.

use std::time::Duration;

use speech::{ConnectionId, ContextId, JobId};

/// One context, over all connections: what has a listener.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StreamKey {
    /// Whose it is.
    pub connection: ConnectionId,
    /// Which of the connection's contexts.
    pub context: ContextId,
}

/// One segment on its way through an engine, over all connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JobKey {
    /// Whose it is.
    pub connection: ConnectionId,
    /// Which of the connection's jobs.
    pub job: JobId,
}

/// Whether a job begins something, which may be declined, or goes on with what was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Start {
    /// The stream has nothing under way: its listener waits in silence.
    Fresh,
    /// More of what is being said. Never declined.
    Continues,
}

/// A job to be run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket {
    /// Its name, never used before.
    pub key: JobKey,
    /// Whose listener it is for.
    pub stream: StreamKey,
    /// Which engine computes it: a name of [`EngineShare::engine`](crate::EngineShare).
    pub engine: &'static str,
    /// Whether it may be declined.
    pub start: Start,
    /// About how long it will sound.
    pub estimate: Duration,
}

/// There is no room for a start now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy {
    /// When trying again makes sense: from a tenth of a second to half a minute.
    pub retry_after: Duration,
    /// How long it would have waited for its first sound, had it been taken.
    pub predicted_wait: Duration,
}
