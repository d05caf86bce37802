//! What a session learns and what it causes.

use std::time::Duration;

use speech::{AudioTime, ContextId, JobId, PcmChunk, SynthesisRequest};

use crate::{Command, EngineEvent, Event};

/// Everything a session can learn.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// The client asked for something, already translated from its wire protocol.
    Command(Command),
    /// The answer to [`Effect::Reserve`].
    Admission(ContextId, Verdict),
    /// An engine produced sound, finished, or failed.
    Engine(JobId, EngineEvent),
    /// So much of a context's sound was handed to the socket. Also wanted of a context that has ended.
    Sent(ContextId, AudioTime),
    /// No sound of a context that has ended waits for the socket any more: all of it was sent, or taken back.
    Left(ContextId),
    /// The deadline from [`Session::next_deadline`](crate::Session::next_deadline) has passed.
    Tick,
    /// The server is closing: finish what was accepted, take nothing new.
    Drain,
    /// The client is gone: stop everything, tell nobody.
    Disconnected,
}

/// Everything a session can cause.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask for a share of the machine for a context; answered by [`Input::Admission`].
    Reserve(ContextId, speech::VoiceId),
    /// Give that share back. If its [`Effect::Reserve`] is not answered yet, the answer is no longer wanted.
    Release(ContextId),
    /// Have a segment spoken. Jobs of one context run in the order of submission.
    Submit(SynthesisJob),
    /// Stop a job; no news of it is wanted any more.
    Abandon(JobId),
    /// In its lane it is this context's turn: its sound is to be heard after what was told of those before it.
    Turn(ContextId),
    /// Tell the client.
    Emit(Event<PcmChunk>),
}

/// Whether there is room for a context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// There is.
    Admitted,
    /// Not now.
    Declined {
        /// When trying again makes sense.
        retry_after: Duration,
    },
}

/// One segment on its way to an engine.
#[derive(Debug, Clone, PartialEq)]
pub struct SynthesisJob {
    /// Its name within the connection.
    pub job: JobId,
    /// Whose it is.
    pub context: ContextId,
    /// Whether a listener is waiting in silence for it.
    pub start: Start,
    /// About how long it will sound.
    pub estimate: Duration,
    /// What decides the sound.
    pub request: Box<SynthesisRequest>,
}

/// Whether a job begins something new, which may be declined, or goes on with what was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Start {
    /// The context had nothing under way.
    Fresh,
    /// More of what is being said.
    Continues,
}
