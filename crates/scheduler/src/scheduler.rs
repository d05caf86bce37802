//! The scheduler itself: the calls, and what each of them changes.

use std::collections::BTreeMap;
use std::time::Duration;

use speech::{AudioTime, ConnectionId, Moment};

use crate::admission::{self, Among, Newcomer};
use crate::choice;
use crate::limits::{EngineShare, SchedulerLimits};
use crate::load::Load;
use crate::roster::Roster;
use crate::stream::{HouseIndex, Job, LONGEST_TALK, Phase, Reservation, Stream};
use crate::{
    Abandoned, Busy, JobKey, Standing, Start, Step, StepKind, StepOutcome, StepReport, StreamKey, Ticket,
};

/// Shares the worker slots out among streams. All calls take the present moment, which never runs backwards.
///
/// Each call costs `O(log n)` in the number of streams, times the handful of engines.
#[derive(Debug)]
pub struct Scheduler {
    limits: SchedulerLimits,
    roster: Roster,
    jobs: BTreeMap<JobKey, Holder>,
    running: usize,
    submitted: u64,
    latest: Moment,
}

/// Where a job is kept.
#[derive(Debug, Clone, Copy)]
enum Holder {
    Stream(StreamKey),
    /// It was abandoned in mid-step and leaves when the step ends.
    Leaving(HouseIndex),
}

impl Scheduler {
    /// An idle one. An engine that is not in the list gets one open segment at a time and counts as slow until measured.
    #[must_use]
    pub fn new(limits: SchedulerLimits, engines: &[EngineShare]) -> Self {
        Self {
            limits,
            roster: Roster::new(engines),
            jobs: BTreeMap::new(),
            running: 0,
            submitted: 0,
            latest: Moment::START,
        }
    }

    /// Keeps a share of the machine for a stream: when its context opens, and again when it wakes from idleness.
    /// Asking twice equals asking once.
    ///
    /// # Errors
    /// [`Busy`] if, among all that is reserved, it would wait longer for its first sound than the limit says.
    pub fn reserve(&mut self, now: Moment, stream: StreamKey, engine: &'static str) -> Result<(), Busy> {
        self.advance(now);
        let house = self.roster.house(engine);
        let held = self.roster.stream(stream).is_some_and(|known| known.reservation == Reservation::Held);
        if !held {
            admission::admit(&self.limits, &self.roster.houses, self.newcomer(Among::Live, stream, house))?;
        }
        let hold = |known: &mut Stream| {
            known.house = house;
            known.reservation = Reservation::Held;
        };
        self.roster.change_or_add(stream, || Stream::new(now, house), hold);
        Ok(())
    }

    /// Gives a stream's share back: its context closed, or fell idle. Jobs that it still has are finished.
    pub fn release(&mut self, now: Moment, stream: StreamKey) {
        self.advance(now);
        self.roster.change(stream, |known| known.reservation = Reservation::None);
    }

    /// Takes a job. Jobs of one stream run in the order of submission, one at a time. A name that is in use is ignored.
    ///
    /// # Errors
    /// [`Busy`], for [`Start::Fresh`] only, if it would wait longer for its first sound than the limit says, or if the
    /// queue is full.
    pub fn submit(&mut self, now: Moment, ticket: Ticket) -> Result<(), Busy> {
        self.advance(now);
        if self.jobs.contains_key(&ticket.key) {
            return Ok(());
        }
        let house = self.roster.house(ticket.engine);
        if ticket.start == Start::Fresh {
            self.admit_start(ticket.stream, house)?;
        }
        self.take(now, ticket, house);
        Ok(())
    }

    fn admit_start(&self, stream: StreamKey, house: HouseIndex) -> Result<(), Busy> {
        let newcomer = self.newcomer(Among::Speaking, stream, house);
        if self.jobs.len() >= self.limits.queued_jobs {
            let wait = admission::predicted_wait(&self.limits, &self.roster.houses, newcomer);
            return Err(admission::busy(wait, wait));
        }
        admission::admit(&self.limits, &self.roster.houses, newcomer)
    }

    fn newcomer(&self, among: Among, stream: StreamKey, house: HouseIndex) -> Newcomer {
        let known = self.roster.stream(stream).filter(|known| known.house == house);
        Newcomer { among, house, counted: known.map(Stream::tally).unwrap_or_default() }
    }

    fn take(&mut self, now: Moment, ticket: Ticket, house: HouseIndex) {
        self.submitted += 1;
        let job = Job {
            key: ticket.key,
            sequence: self.submitted,
            house,
            phase: Phase::Unbegun,
            remaining: ticket.estimate.min(LONGEST_TALK),
            given: AudioTime::ZERO,
            busy: Duration::ZERO,
        };
        self.jobs.insert(ticket.key, Holder::Stream(ticket.stream));
        self.roster.change_or_add(
            ticket.stream,
            || Stream::new(now, house),
            |known| known.push(now, ticket.start, job),
        );
    }

    /// Forgets a job. Sound that it has given stays counted until it is sent, or the stream is [cleared](Self::cleared).
    pub fn abandon(&mut self, now: Moment, key: JobKey) -> Abandoned {
        self.advance(now);
        match self.jobs.get(&key) {
            None => Abandoned::Unknown,
            Some(Holder::Leaving(_)) => Abandoned::Running,
            Some(&Holder::Stream(stream)) => self.drop_job(stream, key),
        }
    }

    fn drop_job(&mut self, stream: StreamKey, key: JobKey) -> Abandoned {
        self.jobs.remove(&key);
        let Some(job) = self.roster.change(stream, |known| known.abandon(key)).flatten() else {
            return Abandoned::Unknown;
        };
        match job.phase {
            Phase::Unbegun => Abandoned::NotStarted,
            Phase::Parked => {
                self.roster.houses[job.house].let_out();
                Abandoned::Parked
            }
            Phase::Running(_) => {
                self.jobs.insert(key, Holder::Leaving(job.house));
                Abandoned::Running
            }
        }
    }

    /// So much of a stream's sound was handed to its socket.
    pub fn sent(&mut self, now: Moment, stream: StreamKey, audio: AudioTime) {
        self.advance(now);
        self.roster.change(stream, |known| known.listener.sent(now, audio));
    }

    /// A stream's unsent sound was dropped, and its listener's clock starts again. Its jobs are abandoned one by one.
    pub fn cleared(&mut self, now: Moment, stream: StreamKey) {
        self.advance(now);
        self.roster.change(stream, |known| known.listener.cleared(now));
    }

    /// Whose step a free worker should run. The job is then under way until [`step_done`](Self::step_done).
    pub fn next_step(&mut self, now: Moment) -> Option<Step> {
        self.advance(now);
        let horizon = choice::horizon(&self.limits, &self.roster.houses, now);
        let choices = self.roster.houses.iter().filter_map(|house| house.choose(&horizon));
        let (_, _, stream) = choices.min()?;
        self.start_step(stream)
    }

    fn start_step(&mut self, stream: StreamKey) -> Option<Step> {
        let job = self.roster.change(stream, |known| {
            let job = known.head()?;
            let kind = if job.phase == Phase::Parked { StepKind::Resume } else { StepKind::Begin };
            job.phase = Phase::Running(kind);
            Some((job.house, Step { key: job.key, kind }))
        });
        let (house, step) = job.flatten()?;
        if step.kind == StepKind::Begin {
            self.roster.houses[house].let_in();
        }
        self.running += 1;
        Some(step)
    }

    /// A worker is done with a step. Reports of jobs that are not under way change nothing.
    pub fn step_done(&mut self, now: Moment, key: JobKey, report: StepReport) -> Standing {
        self.advance(now);
        match self.jobs.get(&key) {
            Some(&Holder::Stream(stream)) => {
                self.advance_job(now, stream, key, report);
                Standing::Wanted
            }
            Some(&Holder::Leaving(house)) => {
                self.jobs.remove(&key);
                self.running -= 1;
                self.roster.houses[house].let_out();
                Standing::Abandoned
            }
            None => Standing::Abandoned,
        }
    }

    fn advance_job(&mut self, now: Moment, stream: StreamKey, key: JobKey, report: StepReport) {
        let job = self.roster.change(stream, |known| {
            let job = known.head().filter(|job| job.key == key)?;
            let kind = job.step_done(report)?;
            let job = *job;
            known.listener.computed(now, report.audio);
            match report.outcome {
                StepOutcome::More => None,
                StepOutcome::Ended => known.remove(key),
                StepOutcome::Failed => known.abandon(key),
            };
            Some((kind, job))
        });
        let Some((kind, job)) = job.flatten() else { return };
        self.running -= 1;
        self.measure(kind, &job, report);
        if report.outcome != StepOutcome::More {
            self.jobs.remove(&key);
            self.roster.houses[job.house].let_out();
        }
    }

    /// A step that failed says nothing about how fast the engine speaks, nor does a job that was cut off.
    fn measure(&mut self, kind: StepKind, job: &Job, report: StepReport) {
        let pace = &mut self.roster.houses[job.house].pace;
        if report.outcome == StepOutcome::Failed {
            return;
        }
        pace.saw_step(report.audio, report.busy);
        if kind == StepKind::Begin {
            pace.saw_begin(report.busy);
        }
        if report.outcome == StepOutcome::Ended {
            pace.saw_segment(job.given, job.busy);
        }
    }

    /// When to ask for a step again, if a slot is free and only `max_lead` keeps jobs from it; `None` otherwise.
    #[must_use]
    pub fn next_wake(&self) -> Option<Moment> {
        let lead = self.limits.max_lead.filter(|_| self.running < self.limits.slots)?;
        let dry = self.roster.houses.iter().filter_map(crate::house::House::first_dry).min()?;
        let wake = Moment::after_start(dry.since_start().saturating_sub(lead));
        (wake > self.latest).then_some(wake)
    }

    /// How full the machine is.
    #[must_use]
    pub fn load(&self) -> Load {
        let houses = &self.roster.houses;
        let reserved: f64 = houses.iter().map(|house| house.tally.live as f64 * house.pace.share()).sum();
        let open = houses.iter().map(crate::house::House::open).sum();
        Load {
            reserved: (reserved / choice::slots(&self.limits)) as f32,
            queued: self.jobs.len() - open,
            open,
            predicted_wait: self.longest_wait(),
        }
    }

    fn longest_wait(&self) -> Duration {
        let newcomer =
            |house| Newcomer { among: Among::Speaking, house, counted: crate::stream::Tally::default() };
        let waits = (0..self.roster.houses.len())
            .map(|house| admission::predicted_wait(&self.limits, &self.roster.houses, newcomer(house)));
        waits.max().unwrap_or_default()
    }

    /// Forgets everything of a connection. Its parked jobs are returned, for the worker pool to drop; steps under way
    /// are abandoned.
    pub fn disconnect(&mut self, now: Moment, connection: ConnectionId) -> Vec<JobKey> {
        self.advance(now);
        let mut parked = Vec::new();
        for stream in self.roster.of_connection(connection) {
            let jobs: Vec<JobKey> =
                self.roster.stream(stream).into_iter().flat_map(Stream::job_keys).collect();
            parked.extend(jobs.into_iter().filter(|&job| self.drop_job(stream, job) == Abandoned::Parked));
            self.roster.forget(stream);
        }
        parked
    }

    fn advance(&mut self, now: Moment) {
        self.latest = self.latest.max(now);
        self.roster.fade(now);
    }
}

#[cfg(test)]
impl Scheduler {
    pub(crate) fn is_deserted(&self) -> bool {
        self.jobs.is_empty() && self.running == 0 && self.roster.is_deserted()
    }

    /// Whether a job could run a step, as far as its stream and the room in its engine go.
    pub(crate) fn has_a_stream_at_rest(&self) -> bool {
        self.roster.houses.iter().any(crate::house::House::has_work)
    }
}
