//! What a worker is told and what it tells.

use std::time::Duration;

use speech::AudioTime;

use crate::JobKey;

/// One bounded piece of work for one slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Whose.
    pub key: JobKey,
    /// Whether there is a synthesis to go on with.
    pub kind: StepKind,
}

/// Whether a step is a job's first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// The first: ask the engine to begin.
    Begin,
    /// A later one: go on with the parked synthesis.
    Resume,
}

/// What a step came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepReport {
    /// The sound that it handed on to the connection, after any trimming.
    pub audio: AudioTime,
    /// How long it held its slot.
    pub busy: Duration,
    /// Whether there is more.
    pub outcome: StepOutcome,
}

/// Whether a job goes on after a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepOutcome {
    /// It is parked, and has more to say.
    More,
    /// All is said.
    Ended,
    /// It broke; nothing more comes of it.
    Failed,
}

/// Whether a job whose step just ended is still wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It is: hand its sound on, keep what is parked.
    Wanted,
    /// It was abandoned meanwhile, or was never known: drop its sound and its synthesis.
    Abandoned,
}

/// What an abandoned job leaves behind in the worker pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Abandoned {
    /// Nothing: it had not begun.
    NotStarted,
    /// A parked synthesis: drop it.
    Parked,
    /// A step under way: drop the synthesis when it ends ([`Standing::Abandoned`] says so again).
    Running,
    /// Nothing: there is no such job, or not any more.
    Unknown,
}
