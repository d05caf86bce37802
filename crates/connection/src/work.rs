//! What leaves a connection: frames for the socket, work for the scheduler.

use session::SynthesisJob;
use speech::{AudioTime, ContextId, JobId, VoiceId};
use wire::{Close, ServerFrame};

/// For whoever runs engines. Contexts and jobs are named within their connection.
#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    /// Is there room for this context, which is to speak with this voice? Answered by
    /// [`Connection::on_admission`](crate::Connection::on_admission).
    Reserve(ContextId, VoiceId),
    /// The context gives its share of the machine back.
    Release(ContextId),
    /// Have this spoken; its news goes to [`Connection::on_engine`](crate::Connection::on_engine). Jobs of one context
    /// run in this order.
    Submit(SynthesisJob),
    /// Stop this job; news of it is ignored from here on.
    Abandon(JobId),
    /// So much more of this context's sound was handed to the socket.
    Sent(ContextId, AudioTime),
    /// The context was cleared: its listener hears nothing, so its clock starts anew.
    Cleared(ContextId),
}

/// For the socket, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outgoing {
    /// Send this.
    Frame(ServerFrame),
    /// Close with this once everything before it is written. Nothing follows.
    ///
    /// On HTTP code 1000 ends the answer's body and any other aborts it.
    Close(Close),
}
