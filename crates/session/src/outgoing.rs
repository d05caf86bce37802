//! What a session has decided and nobody has fetched yet, and which jobs are out.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use speech::{ContextId, JobId, PcmChunk, Refusal, SynthesisRequest, VoiceId};

use crate::budget::Budget;
use crate::{Effect, Event, Limits, Start, SynthesisJob};
use speech::Moment;

/// Everything around a context while it handles one piece of news.
pub(crate) struct Stage<'a> {
    /// When it happened.
    pub(crate) now: Moment,
    /// Every bound.
    pub(crate) limits: &'a Limits,
    /// Where its decisions go.
    pub(crate) out: &'a mut Outgoing,
    /// What it shares with the other contexts.
    pub(crate) budget: &'a mut Budget,
}

/// Effects in the order in which they were decided, and the jobs whose news is still wanted.
#[derive(Debug, Default)]
pub(crate) struct Outgoing {
    effects: VecDeque<Effect>,
    jobs: BTreeMap<JobId, ContextId>,
    next_job: u64,
}

/// Effects that a drained queue keeps room for while jobs are out. Without jobs it keeps none: most of thousands of
/// connections are silent.
const ROOM_KEPT: usize = 8;

impl Outgoing {
    pub(crate) fn poll(&mut self) -> Option<Effect> {
        let effect = self.effects.pop_front();
        if self.effects.is_empty() {
            self.effects.shrink_to(if self.jobs.is_empty() { 0 } else { ROOM_KEPT });
        }
        effect
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.effects.is_empty()
    }

    pub(crate) fn emit(&mut self, event: Event<PcmChunk>) {
        self.effects.push_back(Effect::Emit(event));
    }

    pub(crate) fn refuse(&mut self, refusal: Refusal) {
        self.emit(Event::Refused(refusal));
    }

    pub(crate) fn reserve(&mut self, context: ContextId, voice: VoiceId) {
        self.effects.push_back(Effect::Reserve(context, voice));
    }

    pub(crate) fn release(&mut self, context: ContextId) {
        self.effects.push_back(Effect::Release(context));
    }

    pub(crate) fn turn(&mut self, context: ContextId) {
        self.effects.push_back(Effect::Turn(context));
    }

    /// Sends a segment on its way, under a fresh name.
    pub(crate) fn submit(&mut self, context: ContextId, start: Start, request: Spoken) -> JobId {
        let job = JobId(self.next_job);
        self.next_job += 1;
        self.jobs.insert(job, context);
        let Spoken { estimate, request } = request;
        self.effects.push_back(Effect::Submit(SynthesisJob {
            job,
            context,
            start,
            estimate,
            request: Box::new(request),
        }));
        job
    }

    /// Stops a job, unless it has ended by itself.
    pub(crate) fn abandon(&mut self, job: JobId) {
        if self.jobs.remove(&job).is_some() {
            self.effects.push_back(Effect::Abandon(job));
        }
    }

    /// A job ended by itself: no more news of it counts.
    pub(crate) fn ended(&mut self, job: JobId) {
        self.jobs.remove(&job);
    }

    /// Whose job it is, as long as news of it is wanted.
    pub(crate) fn owner(&self, job: JobId) -> Option<ContextId> {
        self.jobs.get(&job).copied()
    }

    /// Drops what nobody is left to hear.
    pub(crate) fn hush(&mut self) {
        self.effects.retain(|effect| !matches!(effect, Effect::Emit(_)));
    }
}

/// What an engine is asked, and about how long the answer will sound.
pub(crate) struct Spoken {
    pub(crate) estimate: Duration,
    pub(crate) request: SynthesisRequest,
}
