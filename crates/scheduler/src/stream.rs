//! One stream: its jobs in order, its listener, and what it may still ask of us.

use std::collections::VecDeque;
use std::time::Duration;

use speech::{AudioTime, Moment};

use crate::listener::{Hearing, Listener};
use crate::{JobKey, Start, StepKind, StepReport, StreamKey};

/// Beyond this nobody is expected to go on talking, and no segment to sound.
pub(crate) const LONGEST_TALK: Duration = Duration::from_secs(600);

/// An engine's place in the list of houses.
pub(crate) type HouseIndex = usize;

/// One job of a stream.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Job {
    pub(crate) key: JobKey,
    /// Counts submissions over all streams.
    pub(crate) sequence: u64,
    pub(crate) house: HouseIndex,
    pub(crate) phase: Phase,
    /// Sound that is still expected of it.
    pub(crate) remaining: Duration,
    /// Sound that it has given.
    pub(crate) given: AudioTime,
    /// Slot time that it has taken.
    pub(crate) busy: Duration,
}

/// Where a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    Unbegun,
    Running(StepKind),
    Parked,
}

impl Job {
    /// Parks it after a step, and tells which step that was; `None` if there was none.
    pub(crate) fn step_done(&mut self, report: StepReport) -> Option<StepKind> {
        let Phase::Running(kind) = self.phase else { return None };
        self.phase = Phase::Parked;
        self.remaining = self.remaining.saturating_sub(report.audio.as_duration());
        self.given = self.given + report.audio;
        self.busy = self.busy.saturating_add(report.busy);
        Some(kind)
    }
}

/// Whether a share of the machine is kept for a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reservation {
    Held,
    None,
}

/// What is being said, from the first job after silence until the listener is dry and no job is left.
#[derive(Debug, Clone, Copy)]
struct Talk {
    /// The estimates of all its segments, less what was abandoned of them.
    submitted: Duration,
    segments: Segments,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Segments {
    One,
    Several,
}

/// What a stream contributes to the sums of its engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    /// Streams that hold a reservation or have jobs.
    pub(crate) live: usize,
    /// Streams that have jobs, or listeners who have not run dry since.
    pub(crate) speaking: usize,
    /// Jobs that have not ended.
    pub(crate) jobs: usize,
    /// Sound that is still to come of them.
    pub(crate) queued: Duration,
    /// The same, and what is expected after them.
    pub(crate) outlook: Duration,
}

#[derive(Debug)]
pub(crate) struct Stream {
    /// The engine that its share is reserved with.
    pub(crate) house: HouseIndex,
    pub(crate) reservation: Reservation,
    pub(crate) listener: Listener,
    jobs: VecDeque<Job>,
    talk: Option<Talk>,
}

/// Where a stream stands, as its jobs and its listener would have it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Spot {
    /// Its first job is ready for a step.
    Ready(Job, Hearing),
    /// It has no job; its talk ends when its listener runs dry.
    Fading(Moment),
    /// A step is under way, or there is nothing to do.
    Nowhere,
}

impl Stream {
    pub(crate) fn new(now: Moment, house: HouseIndex) -> Self {
        Self {
            house,
            reservation: Reservation::None,
            listener: Listener::new(now),
            jobs: VecDeque::new(),
            talk: None,
        }
    }

    pub(crate) fn push(&mut self, now: Moment, start: Start, job: Job) {
        if self.jobs.is_empty() {
            if start == Start::Fresh {
                self.talk = None;
                self.listener.nothing_unsent();
            }
            self.listener.awaits(now);
        }
        self.house = job.house;
        self.talk = Some(match self.talk {
            None => Talk { submitted: job.remaining, segments: Segments::One },
            Some(talk) => {
                Talk { submitted: talk.submitted.saturating_add(job.remaining), segments: Segments::Several }
            }
        });
        self.jobs.push_back(job);
    }

    pub(crate) fn head(&mut self) -> Option<&mut Job> {
        self.jobs.front_mut()
    }

    pub(crate) fn remove(&mut self, key: JobKey) -> Option<Job> {
        let index = self.jobs.iter().position(|job| job.key == key)?;
        self.jobs.remove(index)
    }

    /// Removes a job that will not be finished: what it had yet to say was not said.
    pub(crate) fn abandon(&mut self, key: JobKey) -> Option<Job> {
        let job = self.remove(key)?;
        if let Some(talk) = &mut self.talk {
            talk.submitted = talk.submitted.saturating_sub(job.remaining);
        }
        Some(job)
    }

    pub(crate) fn job_keys(&self) -> impl Iterator<Item = JobKey> + '_ {
        self.jobs.iter().map(|job| job.key)
    }

    /// Ends what is being said, and tells how much it was.
    pub(crate) fn end_talk(&mut self) -> Option<Duration> {
        self.talk.take().map(|talk| talk.submitted)
    }

    pub(crate) const fn is_speaking(&self) -> bool {
        self.talk.is_some()
    }

    /// Whether there is anything to remember of it.
    pub(crate) fn is_needed(&self) -> bool {
        self.reservation == Reservation::Held || !self.jobs.is_empty()
    }

    pub(crate) fn tally(&self) -> Tally {
        let queued = self.jobs.iter().map(|job| job.remaining).sum();
        Tally {
            live: 1,
            speaking: usize::from(self.is_speaking()),
            jobs: self.jobs.len(),
            queued,
            outlook: self.outlook(queued),
        }
    }

    /// How much sound is queued or expected of it.
    ///
    /// Who has gone on past the first segment is expected to go on for as long again as so far: the usual guess when
    /// nothing is known of an end, and the reason why many short sentences at once are no overload while many long
    /// readings are.
    fn outlook(&self, queued: Duration) -> Duration {
        let expected = match self.talk {
            Some(Talk { submitted, segments: Segments::Several }) => submitted,
            Some(_) | None => Duration::ZERO,
        };
        queued.saturating_add(expected).min(LONGEST_TALK)
    }

    pub(crate) fn spot(&self) -> Spot {
        match (self.jobs.front(), self.listener.hearing()) {
            (Some(Job { phase: Phase::Running(_), .. }), _) => Spot::Nowhere,
            (Some(job), hearing) => Spot::Ready(*job, hearing),
            (None, Hearing::Until(due)) if self.is_speaking() => Spot::Fading(due),
            (None, Hearing::Silence(since)) if self.is_speaking() => Spot::Fading(since),
            (None, _) => Spot::Nowhere,
        }
    }
}

/// Every context of one connection, for ranges over ordered maps.
pub(crate) fn streams_of(connection: speech::ConnectionId) -> std::ops::RangeInclusive<StreamKey> {
    let key = |context| StreamKey { connection, context: speech::ContextId(context) };
    key(u64::MIN)..=key(u64::MAX)
}
