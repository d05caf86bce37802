//! The simulator: an event loop over a heap, with one player per caller who notes every gap in the sound.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque};
use std::time::Duration;

use scheduler::{
    Busy, EngineShare, JobKey, Scheduler, SchedulerLimits, Start, Step, StepOutcome, StepReport, StreamKey,
    Ticket,
};
use speech::{AudioTime, ConnectionId, ContextId, JobId, Moment};

use crate::machine::Machine;

const ENGINE: &str = "simulated";
/// How many jobs the session has with the scheduler at one time.
const JOBS_AHEAD: usize = 2;

pub(crate) const fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

pub(crate) fn at(millis: u64) -> Moment {
    Moment::after_start(ms(millis))
}

/// What a caller wants said.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) arrives: Moment,
    /// The lengths of the segments as they will sound.
    pub(crate) segments: Vec<Duration>,
    /// The time between one segment's text and the next; zero for those who have all of it at once.
    pub(crate) text_every: Duration,
    /// What estimates are off by.
    pub(crate) estimate_factor: f64,
    /// How long the context stays open after its last sound was heard.
    pub(crate) lingers: Duration,
}

impl Caller {
    pub(crate) fn reading(arrives: Moment, segments: usize, each: Duration) -> Self {
        Self {
            arrives,
            segments: vec![each; segments],
            text_every: Duration::ZERO,
            estimate_factor: 1.0,
            lingers: Duration::ZERO,
        }
    }
}

/// What became of a caller.
#[derive(Debug, Default, Clone)]
pub(crate) struct Story {
    pub(crate) refused: Option<(Moment, Busy)>,
    pub(crate) first_audio: Option<Duration>,
    pub(crate) worst_gap: Duration,
    pub(crate) heard: Duration,
    pub(crate) done: Option<Moment>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum News {
    StepDone(usize),
    Arrives(usize),
    Text(usize),
    Closes(usize),
    Wake,
}

struct Speaker {
    caller: Caller,
    story: Story,
    /// Segments whose text has come and that are not submitted.
    ready: VecDeque<Duration>,
    texts: usize,
    /// Jobs with the scheduler: name and when submitted.
    jobs: VecDeque<(JobKey, Moment)>,
    segments_done: usize,
    plays_until: Option<Moment>,
}

struct Synthesis {
    speaker: usize,
    left: Duration,
    /// Steps so far.
    steps: usize,
}

pub(crate) struct Simulation {
    scheduler: Scheduler,
    /// The most that was ever reserved, over what the slots can compute.
    pub(crate) most_reserved: f32,
    machine: Machine,
    speakers: Vec<Speaker>,
    heap: BinaryHeap<Reverse<(Moment, u64, News)>>,
    syntheses: BTreeMap<JobKey, Synthesis>,
    under_way: BTreeMap<usize, (JobKey, AudioTime, Duration, StepOutcome)>,
    free: BTreeSet<usize>,
    now: Moment,
    count: u64,
    /// Steps begun so far.
    steps: u64,
}

impl Simulation {
    pub(crate) fn new(machine: Machine, callers: Vec<Caller>) -> Self {
        let share =
            EngineShare { engine: ENGINE, max_open: machine.max_open, speed_guess: machine.speed_guess };
        let limits =
            SchedulerLimits { max_lead: machine.max_lead, ..SchedulerLimits::for_slots(machine.slots) };
        let mut simulation = Self {
            scheduler: Scheduler::new(limits, &[share]),
            most_reserved: 0.0,
            machine,
            speakers: callers.into_iter().map(Speaker::new).collect(),
            heap: BinaryHeap::new(),
            syntheses: BTreeMap::new(),
            under_way: BTreeMap::new(),
            free: (0..machine.slots).collect(),
            now: Moment::START,
            count: 0,
            steps: 0,
        };
        for index in 0..simulation.speakers.len() {
            simulation.later(simulation.speakers[index].caller.arrives, News::Arrives(index));
        }
        simulation
    }

    /// Until nothing is left to happen.
    pub(crate) fn run(&mut self) -> Vec<Story> {
        while let Some(Reverse((moment, _, news))) = self.heap.pop() {
            self.now = moment;
            self.on(news);
            self.fill_slots();
            self.most_reserved = self.most_reserved.max(self.scheduler.load().reserved);
        }
        assert!(self.syntheses.is_empty(), "every synthesis ended");
        self.speakers.iter().map(|speaker| speaker.story.clone()).collect()
    }

    fn later(&mut self, moment: Moment, news: News) {
        self.count += 1;
        self.heap.push(Reverse((moment, self.count, news)));
    }

    fn on(&mut self, news: News) {
        match news {
            News::Arrives(index) => self.arrives(index),
            News::Text(index) => self.text(index),
            News::StepDone(slot) => self.step_done(slot),
            News::Closes(index) => self.scheduler.release(self.now, stream(index)),
            News::Wake => {}
        }
    }

    fn arrives(&mut self, index: usize) {
        match self.scheduler.reserve(self.now, stream(index), ENGINE) {
            Ok(()) => self.text(index),
            Err(busy) => self.speakers[index].story.refused = Some((self.now, busy)),
        }
    }

    fn text(&mut self, index: usize) {
        let speaker = &mut self.speakers[index];
        while let Some(&length) = speaker.caller.segments.get(speaker.texts) {
            speaker.texts += 1;
            speaker.ready.push_back(length);
            if !speaker.caller.text_every.is_zero() {
                let next = self.now + speaker.caller.text_every;
                self.later(next, News::Text(index));
                break;
            }
        }
        self.submit_what_fits(index);
    }

    fn submit_what_fits(&mut self, index: usize) {
        while self.speakers[index].jobs.len() < JOBS_AHEAD && self.speakers[index].story.refused.is_none() {
            let speaker = &mut self.speakers[index];
            let Some(length) = speaker.ready.pop_front() else { break };
            let silent = speaker.jobs.is_empty() && speaker.plays_until.is_none_or(|until| until <= self.now);
            let start = if silent { Start::Fresh } else { Start::Continues };
            self.count += 1;
            let key = JobKey { connection: ConnectionId(index as u64), job: JobId(self.count) };
            let estimate = length.mul_f64(speaker.caller.estimate_factor);
            let ticket = Ticket { key, stream: stream(index), engine: ENGINE, start, estimate };
            match self.scheduler.submit(self.now, ticket) {
                Ok(()) => {
                    speaker.jobs.push_back((key, self.now));
                    self.syntheses.insert(key, Synthesis { speaker: index, left: length, steps: 0 });
                }
                Err(busy) => {
                    speaker.story.refused = Some((self.now, busy));
                    self.scheduler.release(self.now, stream(index));
                }
            }
        }
    }

    fn fill_slots(&mut self) {
        while let Some(&slot) = self.free.first() {
            let Some(step) = self.scheduler.next_step(self.now) else { break };
            self.free.remove(&slot);
            self.start(slot, step);
        }
        if let Some(wake) = self.scheduler.next_wake() {
            assert!(wake > self.now, "a wake-up in the past would spin");
            self.later(wake, News::Wake);
        }
    }

    fn start(&mut self, slot: usize, step: Step) {
        let synthesis = self.syntheses.get_mut(&step.key).expect("a job that was submitted");
        self.count += 1;
        let piece = self.machine.piece(synthesis.steps, synthesis.left, self.count);
        self.steps += 1;
        let busy = self.machine.cost(step.kind, piece, self.steps);
        let outcome = self.machine.outcome(synthesis.left, piece);
        synthesis.steps += 1;
        synthesis.left -= piece;
        self.under_way.insert(slot, (step.key, audio_of(piece), busy, outcome));
        self.later(self.now + busy, News::StepDone(slot));
    }

    fn step_done(&mut self, slot: usize) {
        let (key, audio, busy, outcome) = self.under_way.remove(&slot).expect("a step was under way");
        self.free.insert(slot);
        self.scheduler.step_done(self.now, key, StepReport { audio, busy, outcome });
        let index = self.syntheses[&key].speaker;
        self.speakers[index].hears(self.now, audio.as_duration());
        self.scheduler.sent(self.now, stream(index), audio);
        if outcome == StepOutcome::Ended {
            self.syntheses.remove(&key);
            self.segment_done(index);
        }
    }

    fn segment_done(&mut self, index: usize) {
        let speaker = &mut self.speakers[index];
        speaker.jobs.pop_front();
        speaker.segments_done += 1;
        if speaker.segments_done == speaker.caller.segments.len() {
            let end = speaker.plays_until.expect("it has sounded");
            speaker.story.done = Some(end);
            let closes = end + speaker.caller.lingers;
            self.later(closes, News::Closes(index));
        }
        self.submit_what_fits(index);
    }
}

impl Speaker {
    fn new(caller: Caller) -> Self {
        Self {
            caller,
            story: Story::default(),
            ready: VecDeque::new(),
            texts: 0,
            jobs: VecDeque::new(),
            segments_done: 0,
            plays_until: None,
        }
    }

    /// A gap is ours only from the moment at which there was something to say.
    fn hears(&mut self, now: Moment, audio: Duration) {
        if audio.is_zero() {
            return;
        }
        let submitted = self.jobs.front().expect("the job that sounds").1;
        match self.plays_until {
            None => self.story.first_audio = Some(now.since(self.caller.arrives)),
            Some(until) => self.story.worst_gap = self.story.worst_gap.max(now.since(until.max(submitted))),
        }
        self.plays_until = Some(self.plays_until.map_or(now, |until| until.max(now)) + audio);
        self.story.heard += audio;
    }
}

pub(crate) fn stream(index: usize) -> StreamKey {
    StreamKey { connection: ConnectionId(index as u64), context: ContextId(0) }
}

fn audio_of(time: Duration) -> AudioTime {
    AudioTime::from_nanos(u64::try_from(time.as_nanos()).expect("shorter than 500 years"))
}

/// The callers who were taken.
pub(crate) fn accepted(stories: &[Story]) -> impl Iterator<Item = &Story> {
    stories.iter().filter(|story| story.refused.is_none())
}

pub(crate) fn refusals(stories: &[Story]) -> usize {
    stories.iter().filter(|story| story.refused.is_some()).count()
}

pub(crate) fn worst_gap(stories: &[Story]) -> Duration {
    accepted(stories).map(|story| story.worst_gap).max().unwrap_or_default()
}

pub(crate) fn longest_wait(stories: &[Story]) -> Duration {
    accepted(stories)
        .map(|story| story.first_audio.expect("who is accepted is heard"))
        .max()
        .unwrap_or_default()
}
