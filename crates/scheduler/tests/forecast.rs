//! What scheduled work teaches about the wait of those who come after.

use std::time::Duration;

use scheduler::{
    Busy, EngineShare, JobKey, Scheduler, SchedulerLimits, Start, StepOutcome, StepReport, StreamKey, Ticket,
};
use speech::{AudioTime, ConnectionId, ContextId, JobId, Moment};

fn at(millis: u64) -> Moment {
    Moment::after_start(Duration::from_millis(millis))
}

fn stream(id: u64) -> StreamKey {
    StreamKey { connection: ConnectionId(id), context: ContextId(0) }
}

fn key(id: u64) -> JobKey {
    JobKey { connection: ConnectionId(id), job: JobId(id) }
}

/// Two slots at eight hundred times real time.
fn scheduler() -> Scheduler {
    let engines = [EngineShare { engine: "tone", max_open: 64, speed_guess: 800.0 }];
    Scheduler::new(SchedulerLimits::for_slots(2), &engines)
}

fn submit(scheduler: &mut Scheduler, now: Moment, id: u64, seconds: u64) -> Result<(), Busy> {
    scheduler.reserve(now, stream(id), "tone")?;
    let estimate = Duration::from_secs(seconds);
    let ticket = Ticket { key: key(id), stream: stream(id), engine: "tone", start: Start::Fresh, estimate };
    scheduler.submit(now, ticket)
}

fn step(scheduler: &mut Scheduler, now: Moment, audio: u64, busy: u64, outcome: StepOutcome) {
    let step = scheduler.next_step(now).expect("a job is ready");
    let (audio, busy) = (AudioTime::from_millis(audio), Duration::from_micros(busy));
    scheduler.step_done(now, step.key, StepReport { audio, busy, outcome });
}

/// How many of two thousand may begin a sentence of one second, all at this moment.
fn taken(scheduler: &mut Scheduler, now: Moment) -> usize {
    (10_000..12_000).filter(|&id| submit(scheduler, now, id, 1).is_ok()).count()
}

/// A minute each was asked for, and forty milliseconds were said.
#[test]
fn what_was_reset_was_no_long_talk() {
    let mut scheduler = scheduler();
    for id in 0..100 {
        submit(&mut scheduler, at(id), id, 60).expect("nobody else is there");
        step(&mut scheduler, at(id), 40, 800, StepOutcome::More);
        scheduler.abandon(at(id), key(id));
        scheduler.cleared(at(id), stream(id));
        scheduler.release(at(id), stream(id));
    }
    assert_eq!(taken(&mut scheduler, at(1_000)), 2_000);
}

#[test]
fn nor_was_what_failed() {
    let mut scheduler = scheduler();
    for id in 0..100 {
        submit(&mut scheduler, at(id), id, 60).expect("nobody else is there");
        step(&mut scheduler, at(id), 40, 800, StepOutcome::More);
        step(&mut scheduler, at(id), 0, 100, StepOutcome::Failed);
        scheduler.release(at(id), stream(id));
    }
    assert_eq!(taken(&mut scheduler, at(1_000)), 2_000);
}

#[test]
fn who_really_talks_for_long_makes_others_wait() {
    let mut scheduler = scheduler();
    for id in 0..100 {
        submit(&mut scheduler, at(id), id, 60).expect("nobody else is there");
        step(&mut scheduler, at(id), 60_000, 75_000, StepOutcome::Ended);
        scheduler.release(at(id), stream(id));
    }
    assert!(taken(&mut scheduler, at(100_000)) < 1_700, "1 600 fit for long");
}
