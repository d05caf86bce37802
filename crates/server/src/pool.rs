//! The worker threads and the scheduler that they obey.
//!
//! The scheduler stands behind a lock that is held for microseconds, not behind a thread of its own: so a start is
//! admitted or declined on the spot, a chunk that was sent costs no wake-up, and between a segment's submission and its
//! first sound lie two: that of a worker, and that of the connection.
//!
//! A connection's jobs are begun, parked and dropped here; their news goes to its [`Mailbox`]. Start with [`Pool`].

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use engine::Engine;
use scheduler::{
    Abandoned, Busy, JobKey, Load, Scheduler, SchedulerLimits, Standing, Step, StepOutcome, StepReport,
    Ticket,
};
use session::Limits;
use speech::{AudioTime, ConnectionId, JobId, Moment, SampleRate, SynthesisRequest, VoiceId};

use crate::clock::Clock;
use crate::desk::Desk;
use crate::engines::Engines;
use crate::mailbox::{Letter, Mailbox};
use crate::metrics::{Metrics, SegmentEnd};
use crate::step::{self, Stage, Stepped};

/// Runs the engines' steps. Stops its threads when it is dropped.
pub struct Pool {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

/// What connections and workers share.
pub(crate) struct Shared {
    clock: Clock,
    engines: Arc<Engines>,
    metrics: Arc<Metrics>,
    state: Mutex<State>,
    work: Condvar,
}

struct State {
    scheduler: Scheduler,
    jobs: BTreeMap<JobKey, Job>,
    /// Workers that wait for work.
    idle: usize,
    life: Life,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Life {
    Open,
    Closing,
}

/// One segment on its way.
pub(crate) struct Job {
    engine: Arc<dyn Engine>,
    rate: SampleRate,
    mailbox: Arc<Mailbox>,
    stage: Stage,
    busy: Duration,
    audio: AudioTime,
}

impl Job {
    /// One that has not begun.
    pub(crate) fn new(
        engine: Arc<dyn Engine>,
        rate: SampleRate,
        mailbox: Arc<Mailbox>,
        request: SynthesisRequest,
    ) -> Self {
        let stage = Stage::Request(Box::new(request));
        Self { engine, rate, mailbox, stage, busy: Duration::ZERO, audio: AudioTime::ZERO }
    }
}

/// A step that a worker took.
struct Taken {
    step: Step,
    engine: Arc<dyn Engine>,
    rate: SampleRate,
    mailbox: Arc<Mailbox>,
    stage: Stage,
    begun: Moment,
}

impl Pool {
    /// Starts so many workers.
    ///
    /// # Errors
    /// If the system gives no threads.
    pub fn start(
        workers: usize,
        limits: &Limits,
        engines: Arc<Engines>,
        metrics: Arc<Metrics>,
        clock: Clock,
    ) -> io::Result<Self> {
        let bounds = SchedulerLimits {
            first_audio_wait: limits.first_audio_wait,
            queued_jobs: limits.queued_jobs,
            ..SchedulerLimits::for_slots(workers)
        };
        let scheduler = Scheduler::new(bounds, &engines.shares());
        let state = State { scheduler, jobs: BTreeMap::new(), idle: 0, life: Life::Open };
        let shared =
            Arc::new(Shared { clock, engines, metrics, state: Mutex::new(state), work: Condvar::new() });
        let spawn = |at| {
            let shared = Arc::clone(&shared);
            thread::Builder::new().name(format!("worker-{at}")).spawn(move || shared.work())
        };
        let threads = (0..workers.max(1)).map(spawn).collect::<io::Result<_>>()?;
        Ok(Self { shared, threads })
    }

    /// The clock that everyone here goes by.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.shared.clock
    }

    /// How full the machine is.
    #[must_use]
    pub fn load(&self) -> Load {
        self.shared.lock().scheduler.load()
    }

    /// A connection's way in.
    #[must_use]
    pub fn desk(&self, connection: ConnectionId, mailbox: Arc<Mailbox>) -> Desk {
        Desk::new(Arc::clone(&self.shared), connection, mailbox)
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.shared.lock().life = Life::Closing;
        self.shared.work.notify_all();
        for thread in self.threads.drain(..) {
            // A worker that panicked has nothing left to tell.
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // Engines run outside of this lock, and a panic of ours inside would be a bug that stops nobody else.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who computes a voice.
    pub(crate) fn engine_of(&self, voice: &VoiceId) -> Option<&Arc<dyn Engine>> {
        self.engines.engine_of(voice)
    }

    /// Tells the scheduler something that starts no step.
    pub(crate) fn schedule<T>(&self, tell: impl FnOnce(&mut Scheduler, Moment) -> T) -> T {
        tell(&mut self.lock().scheduler, self.clock.now())
    }

    /// Takes a job, or declines it.
    pub(crate) fn take_in(&self, ticket: Ticket, job: Job) -> Result<(), Busy> {
        let mut state = self.lock();
        if let Err(busy) = state.scheduler.submit(self.clock.now(), ticket) {
            self.metrics.segment_ended(ticket.engine, SegmentEnd::Declined);
            return Err(busy);
        }
        state.jobs.insert(ticket.key, job);
        let wake = state.idle > 0;
        drop(state);
        if wake {
            self.work.notify_one();
        }
        Ok(())
    }

    /// Stops a job.
    pub(crate) fn abandon(&self, key: JobKey) {
        let mut state = self.lock();
        let dropped = match state.scheduler.abandon(self.clock.now(), key) {
            Abandoned::NotStarted | Abandoned::Parked => state.jobs.remove(&key),
            Abandoned::Running | Abandoned::Unknown => None,
        };
        self.room_was_made(state);
        self.count_abandoned(dropped);
    }

    /// Stops everything of a connection.
    pub(crate) fn disconnect(&self, connection: ConnectionId) {
        let key = |job| JobKey { connection, job };
        let mut state = self.lock();
        state.scheduler.disconnect(self.clock.now(), connection);
        // Those under way are kept until their step ends, which then finds itself unwanted.
        let of_connection = key(JobId(0))..=key(JobId(u64::MAX));
        let stopped = state.jobs.extract_if(of_connection, |_, job| !matches!(job.stage, Stage::Running));
        let dropped: Vec<Job> = stopped.map(|(_, job)| job).collect();
        self.room_was_made(state);
        self.count_abandoned(dropped);
    }

    /// A segment that waited for room in its engine may begin now.
    fn room_was_made(&self, state: MutexGuard<'_, State>) {
        let wake = state.idle > 0 && state.scheduler.load().queued > 0;
        drop(state);
        if wake {
            self.work.notify_one();
        }
    }

    fn count_abandoned(&self, jobs: impl IntoIterator<Item = Job>) {
        for job in jobs {
            self.metrics.segment_ended(job.engine.card().id, SegmentEnd::Abandoned);
        }
    }

    /// A worker's life.
    fn work(&self) {
        while let Some(taken) = self.take_step() {
            let Taken { step, engine, rate, mailbox, stage, begun } = taken;
            let stepped = step::run(&engine, rate, stage);
            self.finish(step, &mailbox, begun, stepped);
        }
    }

    /// The next step, however long that takes; `None` when the pool closes.
    fn take_step(&self) -> Option<Taken> {
        let mut state = self.lock();
        loop {
            if state.life == Life::Closing {
                return None;
            }
            let now = self.clock.now();
            match state.scheduler.next_step(now) {
                Some(step) => match state.start(step, now) {
                    Some(taken) => return Some(taken),
                    None => continue,
                },
                None => state = self.wait(state, now),
            }
        }
    }

    fn wait<'a>(&self, mut state: MutexGuard<'a, State>, now: Moment) -> MutexGuard<'a, State> {
        let wake = state.scheduler.next_wake();
        state.idle += 1;
        state = match wake {
            Some(wake) => {
                self.work.wait_timeout(state, wake.since(now)).unwrap_or_else(PoisonError::into_inner).0
            }
            None => self.work.wait(state).unwrap_or_else(PoisonError::into_inner),
        };
        state.idle -= 1;
        state
    }

    /// Hands a step's news on, then tells the scheduler: the other way round, another worker could go on with the job
    /// and overtake the news. News of a job that was abandoned meanwhile is ignored by its connection.
    fn finish(&self, step: Step, mailbox: &Mailbox, begun: Moment, stepped: Stepped) {
        let now = self.clock.now();
        mailbox.put(Letter::Engine(step.key.job, stepped.event));
        let report = StepReport { audio: stepped.audio, busy: now.since(begun), outcome: stepped.outcome };
        let mut state = self.lock();
        let standing = state.scheduler.step_done(now, step.key, report);
        let Some((job, end)) = state.park_or_end(step.key, standing, report, stepped.stage) else { return };
        self.room_was_made(state);
        self.metrics.segment_ended(job.engine.card().id, end);
        if end == SegmentEnd::Finished {
            self.metrics.segment_paced(job.busy, job.audio.as_duration());
        }
    }
}

impl State {
    fn start(&mut self, step: Step, begun: Moment) -> Option<Taken> {
        let Some(job) = self.jobs.get_mut(&step.key) else {
            // Cannot be: jobs leave both tables under one lock. A job without a table entry must not stay under way.
            let report =
                StepReport { audio: AudioTime::ZERO, busy: Duration::ZERO, outcome: StepOutcome::Failed };
            self.scheduler.step_done(begun, step.key, report);
            return None;
        };
        let stage = std::mem::replace(&mut job.stage, Stage::Running);
        let (engine, mailbox) = (Arc::clone(&job.engine), Arc::clone(&job.mailbox));
        Some(Taken { step, engine, rate: job.rate, mailbox, stage, begun })
    }

    /// Keeps what is parked; gives back the job that is over, with what became of it.
    fn park_or_end(
        &mut self,
        key: JobKey,
        standing: Standing,
        report: StepReport,
        stage: Stage,
    ) -> Option<(Job, SegmentEnd)> {
        let end = match (standing, report.outcome) {
            (Standing::Wanted, StepOutcome::More) => {
                let job = self.jobs.get_mut(&key)?;
                job.busy += report.busy;
                job.audio = job.audio + report.audio;
                job.stage = stage;
                return None;
            }
            (Standing::Wanted, StepOutcome::Ended) => SegmentEnd::Finished,
            (Standing::Wanted, StepOutcome::Failed) => SegmentEnd::Failed,
            (Standing::Abandoned, _) => SegmentEnd::Abandoned,
        };
        let mut job = self.jobs.remove(&key)?;
        job.busy += report.busy;
        job.stage = stage;
        Some((job, end))
    }
}
