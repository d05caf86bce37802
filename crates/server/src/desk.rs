//! What one connection asks of the pool.

use std::sync::Arc;

use scheduler::{Busy, JobKey, Start, StreamKey, Ticket};
use session::{Retry, SynthesisJob};
use speech::{AudioTime, ConnectionId, ContextId, JobId, SampleRate, VoiceId};

use crate::mailbox::{Letter, Mailbox};
use crate::pool::{Job, Shared};
use crate::step;

/// Of a voice that its own engine's card does not list: such an engine fails the segment anyway.
const UNKNOWN_RATE: SampleRate = SampleRate::known(24_000);

/// What one connection asks of the pool. Everything it began is forgotten when it is dropped.
pub struct Desk {
    shared: Arc<Shared>,
    connection: ConnectionId,
    mailbox: Arc<Mailbox>,
}

impl Desk {
    pub(crate) fn new(shared: Arc<Shared>, connection: ConnectionId, mailbox: Arc<Mailbox>) -> Self {
        Self { shared, connection, mailbox }
    }

    /// Keeps a share of the machine for a context.
    ///
    /// # Errors
    /// [`Busy`] if there is none.
    pub fn reserve(&self, context: ContextId, voice: &VoiceId) -> Result<(), Busy> {
        // The protocol checked the voice against what is on offer; a name unknown to the scheduler counts as slow.
        let engine = self.shared.engine_of(voice).map_or("", |engine| engine.card().id);
        self.shared.schedule(|scheduler, now| scheduler.reserve(now, self.stream(context), engine))
    }

    /// Gives it back.
    pub fn release(&self, context: ContextId) {
        self.shared.schedule(|scheduler, now| scheduler.release(now, self.stream(context)));
    }

    /// Has a segment spoken; its news comes to the mailbox.
    ///
    /// # Errors
    /// [`Busy`] if it begins something for which there is no room.
    pub fn submit(&self, job: SynthesisJob) -> Result<(), Busy> {
        let Some(engine) = self.shared.engine_of(&job.request.voice) else {
            self.mailbox.put(Letter::Engine(job.job, step::failure(Retry::Useless)));
            return Ok(());
        };
        let card = engine.card();
        let ticket = Ticket {
            key: self.job(job.job),
            stream: self.stream(job.context),
            engine: card.id,
            start: start_of(job.start),
            estimate: job.estimate,
        };
        let rate = card.rate_of(&job.request.voice).unwrap_or(UNKNOWN_RATE);
        let held = Job::new(Arc::clone(engine), rate, Arc::clone(&self.mailbox), *job.request);
        self.shared.take_in(ticket, held)
    }

    /// Stops a job.
    pub fn abandon(&self, job: JobId) {
        self.shared.abandon(self.job(job));
    }

    /// So much of a context's sound went to the socket.
    pub fn sent(&self, context: ContextId, audio: AudioTime) {
        self.shared.schedule(|scheduler, now| scheduler.sent(now, self.stream(context), audio));
    }

    /// A context's unsent sound was dropped.
    pub fn cleared(&self, context: ContextId) {
        self.shared.schedule(|scheduler, now| scheduler.cleared(now, self.stream(context)));
    }

    fn stream(&self, context: ContextId) -> StreamKey {
        StreamKey { connection: self.connection, context }
    }

    fn job(&self, job: JobId) -> JobKey {
        JobKey { connection: self.connection, job }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.shared.disconnect(self.connection);
    }
}

const fn start_of(start: session::Start) -> Start {
    match start {
        session::Start::Fresh => Start::Fresh,
        session::Start::Continues => Start::Continues,
    }
}
