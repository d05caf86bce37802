//! Whatever is done to a scheduler, nothing is left of a connection that has gone, and nobody waits for ever.

use std::collections::BTreeSet;
use std::time::Duration;

use proptest::prelude::*;
use speech::{AudioTime, ConnectionId, ContextId, JobId, Moment};

use crate::{
    EngineShare, JobKey, Scheduler, SchedulerLimits, Standing, Start, StepOutcome, StepReport, StreamKey,
    Ticket,
};

const ENGINES: [&str; 2] = ["one", "two"];

#[derive(Debug, Clone)]
enum Call {
    Reserve(u64, usize),
    Release(u64),
    Submit(u64, usize, Start),
    Abandon(u64),
    Sent(u64, u64),
    Cleared(u64),
    Next,
    Done(usize, u64, StepOutcome),
    Disconnect(u64),
    Wait(u64),
}

fn call() -> impl Strategy<Value = Call> {
    let start = prop_oneof![Just(Start::Fresh), Just(Start::Continues)];
    let outcome = prop_oneof![Just(StepOutcome::More), Just(StepOutcome::Ended), Just(StepOutcome::Failed)];
    prop_oneof![
        (0..9u64, 0..2usize).prop_map(|(s, e)| Call::Reserve(s, e)),
        (0..9u64).prop_map(Call::Release),
        (0..9u64, 0..2usize, start).prop_map(|(s, e, start)| Call::Submit(s, e, start)),
        (0..60u64).prop_map(Call::Abandon),
        (0..9u64, 0..3_000u64).prop_map(|(s, ms)| Call::Sent(s, ms)),
        (0..9u64).prop_map(Call::Cleared),
        Just(Call::Next),
        Just(Call::Next),
        (0..4usize, 0..2_000u64, outcome).prop_map(|(i, ms, outcome)| Call::Done(i, ms, outcome)),
        (0..3u64).prop_map(Call::Disconnect),
        (0..4_000u64).prop_map(Call::Wait),
    ]
}

/// The scheduler with its workers: three connections of three contexts each.
struct Bench {
    scheduler: Scheduler,
    now: Moment,
    jobs: u64,
    running: Vec<JobKey>,
    parked: BTreeSet<JobKey>,
}

fn stream(index: u64) -> StreamKey {
    StreamKey { connection: ConnectionId(index / 3), context: ContextId(index % 3) }
}

impl Bench {
    fn new(max_lead: Option<Duration>) -> Self {
        let engines = ENGINES.map(|engine| EngineShare { engine, max_open: 2, speed_guess: 5.0 });
        let limits = SchedulerLimits { max_lead, queued_jobs: 20, ..SchedulerLimits::for_slots(2) };
        Self {
            scheduler: Scheduler::new(limits, &engines),
            now: Moment::START,
            jobs: 0,
            running: Vec::new(),
            parked: BTreeSet::new(),
        }
    }

    fn make(&mut self, call: &Call) {
        let now = self.now;
        match *call {
            Call::Reserve(s, e) => drop(self.scheduler.reserve(now, stream(s), ENGINES[e])),
            Call::Release(s) => self.scheduler.release(now, stream(s)),
            Call::Submit(s, e, start) => self.submit(stream(s), ENGINES[e], start),
            Call::Abandon(job) => self.abandon(job),
            Call::Sent(s, ms) => self.scheduler.sent(now, stream(s), AudioTime::from_millis(ms)),
            Call::Cleared(s) => self.scheduler.cleared(now, stream(s)),
            Call::Next => drop(self.next()),
            Call::Done(i, ms, outcome) => self.done(i, AudioTime::from_millis(ms), outcome),
            Call::Disconnect(connection) => self.disconnect(ConnectionId(connection)),
            Call::Wait(ms) => self.now = now + Duration::from_millis(ms),
        }
    }

    fn submit(&mut self, stream: StreamKey, engine: &'static str, start: Start) {
        self.jobs += 1;
        let key = JobKey { connection: stream.connection, job: JobId(self.jobs) };
        let ticket = Ticket { key, stream, engine, start, estimate: Duration::from_secs(2) };
        let answer = self.scheduler.submit(self.now, ticket);
        assert!(answer.is_ok() || start == Start::Fresh, "only a start can be declined");
    }

    fn abandon(&mut self, job: u64) {
        for connection in (0..3).map(ConnectionId) {
            let key = JobKey { connection, job: JobId(job) };
            let answer = self.scheduler.abandon(self.now, key);
            assert_eq!(answer == crate::Abandoned::Parked, self.parked.remove(&key));
            assert_eq!(answer == crate::Abandoned::Running, self.running.contains(&key));
        }
    }

    fn next(&mut self) -> Option<JobKey> {
        if self.running.len() == 2 {
            return None;
        }
        let step = self.scheduler.next_step(self.now)?;
        assert_eq!(step.kind == crate::StepKind::Resume, self.parked.remove(&step.key));
        assert!(!self.running.contains(&step.key), "one step of a job at a time");
        self.running.push(step.key);
        Some(step.key)
    }

    fn done(&mut self, index: usize, audio: AudioTime, outcome: StepOutcome) {
        if self.running.is_empty() {
            return;
        }
        let key = self.running.remove(index % self.running.len());
        let busy = Duration::from_millis(50);
        let standing = self.scheduler.step_done(self.now, key, StepReport { audio, busy, outcome });
        if standing == Standing::Wanted && outcome == StepOutcome::More {
            self.parked.insert(key);
        }
    }

    fn disconnect(&mut self, connection: ConnectionId) {
        let dropped = self.scheduler.disconnect(self.now, connection);
        let expected: Vec<_> =
            self.parked.iter().copied().filter(|key| key.connection == connection).collect();
        assert_eq!(BTreeSet::from_iter(dropped), BTreeSet::from_iter(expected));
        self.parked.retain(|key| key.connection != connection);
    }

    /// Runs what is left; each job ends with its next step but three.
    fn drain(&mut self) {
        for round in 0..2_000 {
            while self.next().is_some() {}
            if self.running.is_empty() && self.scheduler.next_wake().is_none() {
                return;
            }
            let outcome = if round % 3 == 2 { StepOutcome::Ended } else { StepOutcome::More };
            self.done(0, AudioTime::from_millis(700), outcome);
            self.now =
                self.scheduler.next_wake().unwrap_or(self.now).max(self.now) + Duration::from_millis(50);
        }
        panic!("still not done: {:?}", self.scheduler.load());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn everything_accepted_ends(calls in prop::collection::vec(call(), 1..200), lead in 0..3u64) {
        let mut bench = Bench::new((lead > 0).then(|| Duration::from_secs(lead)));
        calls.iter().for_each(|call| bench.make(call));
        bench.drain();
        prop_assert_eq!((bench.scheduler.load().queued, bench.scheduler.load().open), (0, 0));
        (0..9).for_each(|s| bench.scheduler.release(bench.now, stream(s)));
        prop_assert!(bench.scheduler.is_deserted());
    }

    #[test]
    fn nothing_is_left_of_a_connection(calls in prop::collection::vec(call(), 1..200)) {
        let mut bench = Bench::new(None);
        calls.iter().for_each(|call| bench.make(call));
        (0..3).for_each(|connection| bench.disconnect(ConnectionId(connection)));
        while !bench.running.is_empty() {
            bench.done(0, AudioTime::from_millis(100), StepOutcome::More);
        }
        prop_assert!(bench.scheduler.is_deserted());
        prop_assert!(bench.parked.is_empty());
    }

    #[test]
    fn no_slot_idles_while_a_job_is_ready(calls in prop::collection::vec(call(), 1..200)) {
        let mut bench = Bench::new(None);
        for call in &calls {
            bench.make(call);
            let ready = bench.scheduler.has_a_stream_at_rest();
            prop_assert!(!ready || bench.running.len() == 2 || bench.next().is_some());
        }
    }
}
