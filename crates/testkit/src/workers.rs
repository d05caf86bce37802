//! The worker pool in virtual time: the real scheduler over a real engine, whose steps cost what the test says.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use connection::Work;
use engine::{Engine, EngineError, Piece, Synthesis};
use scheduler::{
    EngineShare, JobKey, Scheduler, SchedulerLimits, Standing, StepOutcome, StepReport, StreamKey, Ticket,
};
use session::{EngineEvent, Limits, Retry, Start, SynthesisJob, Verdict};
use speech::{AudioTime, ConnectionId, Moment, PcmChunk, SampleRate, SynthesisRequest};

pub(crate) struct Workers {
    engine: Arc<dyn Engine>,
    scheduler: Scheduler,
    cost: Duration,
    slots: usize,
    jobs: HashMap<JobKey, Job>,
    running: Vec<Running>,
}

struct Job {
    request: SynthesisRequest,
    rate: SampleRate,
    synthesis: Option<Box<dyn Synthesis>>,
}

/// A step that is computed, but not yet told of.
struct Running {
    done: Moment,
    key: JobKey,
    result: Result<Option<Piece>, EngineError>,
}

/// What a connection is to be told.
pub(crate) enum Report {
    Admission(StreamKey, Verdict),
    Engine(JobKey, EngineEvent),
}

impl Workers {
    pub(crate) fn new(engine: Arc<dyn Engine>, limits: &Limits, slots: usize, cost: Duration) -> Self {
        let card = engine.card();
        let share = EngineShare { engine: card.id, max_open: card.max_open, speed_guess: card.speed_guess };
        let scheduler_limits = SchedulerLimits {
            slots,
            first_audio_wait: limits.first_audio_wait,
            queued_jobs: limits.queued_jobs,
            max_lead: None,
        };
        let scheduler = Scheduler::new(scheduler_limits, &[share]);
        Self { engine, scheduler, cost, slots, jobs: HashMap::new(), running: Vec::new() }
    }

    /// How many jobs of a connection have not ended.
    pub(crate) fn jobs_of(&self, connection: ConnectionId) -> usize {
        self.jobs.keys().filter(|key| key.connection == connection).count()
    }

    /// Takes what a connection asks for; what can be answered is answered at once.
    pub(crate) fn take(&mut self, now: Moment, connection: ConnectionId, work: Work) -> Option<Report> {
        let stream = |context| StreamKey { connection, context };
        match work {
            Work::Reserve(context, _) => return Some(self.reserve(now, stream(context))),
            Work::Submit(job) => return self.submit(now, connection, job),
            Work::Release(context) => self.scheduler.release(now, stream(context)),
            Work::Abandon(job) => {
                let key = JobKey { connection, job };
                self.scheduler.abandon(now, key);
                self.jobs.remove(&key);
            }
            Work::Sent(context, duration) => self.scheduler.sent(now, stream(context), duration),
            Work::Cleared(context) => self.scheduler.cleared(now, stream(context)),
        }
        None
    }

    fn reserve(&mut self, now: Moment, stream: StreamKey) -> Report {
        let verdict = match self.scheduler.reserve(now, stream, self.engine.card().id) {
            Ok(()) => Verdict::Admitted,
            Err(busy) => Verdict::Declined { retry_after: busy.retry_after },
        };
        Report::Admission(stream, verdict)
    }

    fn submit(&mut self, now: Moment, connection: ConnectionId, job: SynthesisJob) -> Option<Report> {
        let key = JobKey { connection, job: job.job };
        let ticket = Ticket {
            key,
            stream: StreamKey { connection, context: job.context },
            engine: self.engine.card().id,
            start: match job.start {
                Start::Fresh => scheduler::Start::Fresh,
                Start::Continues => scheduler::Start::Continues,
            },
            estimate: job.estimate,
        };
        if let Err(busy) = self.scheduler.submit(now, ticket) {
            return Some(Report::Engine(key, EngineEvent::Declined { retry_after: busy.retry_after }));
        }
        // An unknown voice fails when the engine begins; its rate does not matter then.
        let rate = self.engine.card().rate_of(&job.request.voice).unwrap_or(SampleRate::known(24_000));
        self.jobs.insert(key, Job { request: *job.request, rate, synthesis: None });
        None
    }

    /// Lets free slots run what the scheduler chooses. Says whether any did.
    pub(crate) fn start_steps(&mut self, now: Moment) -> bool {
        let before = self.running.len();
        while self.running.len() < self.slots
            && let Some(step) = self.scheduler.next_step(now)
        {
            let key = step.key;
            let result = match self.jobs.get_mut(&key) {
                Some(known) => known.step(self.engine.as_ref()),
                None => Ok(None),
            };
            self.running.push(Running { done: now + self.cost, key, result });
        }
        self.running.len() > before
    }

    /// Takes a step that is done by now, and what it gave, unless nobody wants it any more.
    pub(crate) fn finish_step(&mut self, now: Moment) -> Option<Option<Report>> {
        let index = self.running.iter().position(|running| running.done <= now)?;
        let Running { key, result, .. } = self.running.remove(index);
        let rate = self.jobs.get(&key).map(|job| job.rate);
        let (event, outcome) = told(result, rate.unwrap_or(SampleRate::known(24_000)));
        let audio = match &event {
            EngineEvent::Piece { pcm, .. } => pcm.duration(),
            _ => AudioTime::ZERO,
        };
        let standing = self.scheduler.step_done(now, key, StepReport { audio, busy: self.cost, outcome });
        if outcome != StepOutcome::More {
            self.jobs.remove(&key);
        }
        Some(match standing {
            Standing::Wanted => Some(Report::Engine(key, event)),
            Standing::Abandoned => None,
        })
    }

    /// When something happens by itself.
    pub(crate) fn next_event(&self) -> Option<Moment> {
        self.running.iter().map(|running| running.done).chain(self.scheduler.next_wake()).min()
    }

    /// The same, without what waits for a listener to get further.
    pub(crate) fn next_step_end(&self) -> Option<Moment> {
        self.running.iter().map(|running| running.done).min()
    }
}

impl Job {
    fn step(&mut self, engine: &dyn Engine) -> Result<Option<Piece>, EngineError> {
        let synthesis = match &mut self.synthesis {
            Some(synthesis) => synthesis,
            none => none.insert(mastering::begin(engine, &self.request)?),
        };
        synthesis.next()
    }
}

fn told(result: Result<Option<Piece>, EngineError>, rate: SampleRate) -> (EngineEvent, StepOutcome) {
    match result {
        Ok(Some(piece)) => {
            let samples = piece.samples.iter().copied().map(audio::pcm::to_i16).collect();
            let pcm = PcmChunk { rate, samples };
            (EngineEvent::Piece { pcm, words: piece.words, phonemes: piece.phonemes }, StepOutcome::More)
        }
        Ok(None) => (EngineEvent::Finished, StepOutcome::Ended),
        Err(error) => {
            let retry = if error.may_heal() { Retry::MayHelp } else { Retry::Useless };
            let message = "the voice could not speak this".to_owned();
            (EngineEvent::Failed { retry, message }, StepOutcome::Failed)
        }
    }
}
