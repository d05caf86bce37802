//! Whose step runs next, seen from outside.

use std::time::Duration;

use scheduler::{
    Abandoned, EngineShare, JobKey, Scheduler, SchedulerLimits, Standing, Start, StepKind, StepOutcome,
    StepReport, StreamKey, Ticket,
};
use speech::{AudioTime, ConnectionId, ContextId, JobId, Moment};

fn at(millis: u64) -> Moment {
    Moment::after_start(Duration::from_millis(millis))
}

fn stream(id: u64) -> StreamKey {
    StreamKey { connection: ConnectionId(id / 10), context: ContextId(id) }
}

/// Job `n` of stream `s` is number `100 s + n`.
fn key(id: u64) -> JobKey {
    JobKey { connection: stream(id / 100).connection, job: JobId(id) }
}

fn scheduler(max_open: usize, max_lead: Option<Duration>) -> Scheduler {
    let limits = SchedulerLimits { max_lead, ..SchedulerLimits::for_slots(2) };
    Scheduler::new(limits, &[EngineShare { engine: "tone", max_open, speed_guess: 500.0 }])
}

fn submit(scheduler: &mut Scheduler, now: Moment, id: u64, start: Start) {
    let stream = stream(id / 100);
    let ticket = Ticket { key: key(id), stream, engine: "tone", start, estimate: Duration::from_secs(5) };
    scheduler.submit(now, ticket).expect("there is room");
}

/// Which job the next step is of.
fn next(scheduler: &mut Scheduler, now: Moment) -> Option<u64> {
    scheduler.next_step(now).map(|step| step.key.job.0)
}

fn done(scheduler: &mut Scheduler, now: Moment, id: u64, audio: u64, outcome: StepOutcome) -> Standing {
    let audio = AudioTime::from_millis(audio);
    scheduler.step_done(now, key(id), StepReport { audio, busy: Duration::from_millis(1), outcome })
}

#[test]
fn silent_listeners_come_in_order_of_submission() {
    let mut scheduler = scheduler(64, None);
    [100, 200, 300].into_iter().for_each(|id| submit(&mut scheduler, at(0), id, Start::Fresh));
    assert_eq!([(); 3].map(|()| next(&mut scheduler, at(1))), [Some(100), Some(200), Some(300)]);
    assert_eq!(next(&mut scheduler, at(1)), None, "all are under way");
}

#[test]
fn a_new_caller_goes_before_those_with_a_lead() {
    let mut scheduler = scheduler(64, None);
    submit(&mut scheduler, at(0), 100, Start::Fresh);
    next(&mut scheduler, at(0));
    done(&mut scheduler, at(1), 100, 1_000, StepOutcome::More);
    submit(&mut scheduler, at(1), 200, Start::Fresh);
    assert_eq!(next(&mut scheduler, at(1)), Some(200));
    assert_eq!(next(&mut scheduler, at(1)), Some(100), "nobody is slowed while there is room");
}

#[test]
fn who_is_about_to_run_dry_goes_before_a_new_caller() {
    let mut scheduler = scheduler(64, None);
    submit(&mut scheduler, at(0), 100, Start::Fresh);
    next(&mut scheduler, at(0));
    done(&mut scheduler, at(1), 100, 1_000, StepOutcome::More);
    scheduler.sent(at(1), stream(1), AudioTime::from_millis(1_000));
    submit(&mut scheduler, at(1_000), 200, Start::Fresh);
    assert_eq!(next(&mut scheduler, at(1_000)), Some(100));
}

#[test]
fn the_shortest_lead_goes_first() {
    let mut scheduler = scheduler(64, None);
    for (id, audio) in [(100, 900), (200, 300), (300, 600)] {
        submit(&mut scheduler, at(0), id, Start::Fresh);
        next(&mut scheduler, at(0));
        done(&mut scheduler, at(1), id, audio, StepOutcome::More);
    }
    assert_eq!([(); 3].map(|()| next(&mut scheduler, at(2))), [Some(200), Some(300), Some(100)]);
}

#[test]
fn jobs_of_one_stream_run_one_at_a_time_and_in_order() {
    let mut scheduler = scheduler(64, None);
    submit(&mut scheduler, at(0), 100, Start::Fresh);
    submit(&mut scheduler, at(0), 101, Start::Continues);
    assert_eq!(next(&mut scheduler, at(0)), Some(100));
    assert_eq!(next(&mut scheduler, at(0)), None);
    done(&mut scheduler, at(1), 100, 200, StepOutcome::More);
    assert_eq!(next(&mut scheduler, at(1)), Some(100));
    done(&mut scheduler, at(2), 100, 200, StepOutcome::Ended);
    assert_eq!(next(&mut scheduler, at(2)), Some(101));
}

#[test]
fn a_full_house_finishes_somebody_for_a_new_caller() {
    let mut scheduler = scheduler(2, Some(Duration::from_secs(1)));
    for (id, audio) in [(100, 1_500), (200, 3_000)] {
        submit(&mut scheduler, at(0), id, Start::Fresh);
        next(&mut scheduler, at(0));
        done(&mut scheduler, at(1), id, audio, StepOutcome::More);
    }
    assert_eq!(next(&mut scheduler, at(2)), None, "both have more lead than they may");
    submit(&mut scheduler, at(2), 300, Start::Fresh);
    assert_eq!(next(&mut scheduler, at(2)), Some(200), "it has the least left to say");
    done(&mut scheduler, at(3), 200, 2_000, StepOutcome::Ended);
    assert_eq!(next(&mut scheduler, at(3)), Some(300));
}

#[test]
fn a_lead_is_bounded_where_the_operator_says_so() {
    let mut scheduler = scheduler(64, Some(Duration::from_secs(1)));
    submit(&mut scheduler, at(0), 100, Start::Fresh);
    next(&mut scheduler, at(0));
    done(&mut scheduler, at(0), 100, 3_000, StepOutcome::More);
    assert_eq!(next(&mut scheduler, at(0)), None);
    assert_eq!(scheduler.next_wake(), Some(at(2_000)));
    assert_eq!(next(&mut scheduler, at(2_000)), Some(100));
    assert_eq!(scheduler.next_wake(), None);
}

#[test]
fn what_is_abandoned_leaves_what_it_must() {
    let mut scheduler = scheduler(64, None);
    [100, 200, 300].into_iter().for_each(|id| submit(&mut scheduler, at(0), id, Start::Fresh));
    next(&mut scheduler, at(0));
    done(&mut scheduler, at(1), 100, 500, StepOutcome::More);
    next(&mut scheduler, at(1));
    assert_eq!(scheduler.abandon(at(2), key(100)), Abandoned::Parked);
    assert_eq!(scheduler.abandon(at(2), key(200)), Abandoned::Running);
    assert_eq!(scheduler.abandon(at(2), key(300)), Abandoned::NotStarted);
    assert_eq!(scheduler.abandon(at(2), key(100)), Abandoned::Unknown);
    assert_eq!(done(&mut scheduler, at(3), 200, 500, StepOutcome::More), Standing::Abandoned);
    assert_eq!((scheduler.load().queued, scheduler.load().open), (0, 0));
}

#[test]
fn after_a_clear_the_next_words_need_not_wait_for_the_step_under_way() {
    let mut scheduler = scheduler(64, None);
    submit(&mut scheduler, at(0), 100, Start::Fresh);
    next(&mut scheduler, at(0));
    scheduler.abandon(at(1), key(100));
    scheduler.cleared(at(1), stream(1));
    submit(&mut scheduler, at(1), 101, Start::Fresh);
    assert_eq!(
        scheduler.next_step(at(1)).map(|step| (step.key, step.kind)),
        Some((key(101), StepKind::Begin))
    );
}

#[test]
fn a_full_queue_declines_starts_and_takes_what_goes_on() {
    let limits = SchedulerLimits { queued_jobs: 1, ..SchedulerLimits::for_slots(2) };
    let mut scheduler =
        Scheduler::new(limits, &[EngineShare { engine: "tone", max_open: 64, speed_guess: 500.0 }]);
    submit(&mut scheduler, at(0), 100, Start::Fresh);
    let estimate = Duration::from_secs(1);
    let fresh = Ticket { key: key(200), stream: stream(2), engine: "tone", start: Start::Fresh, estimate };
    let busy = scheduler.submit(at(0), fresh).expect_err("the queue is full");
    assert!(busy.retry_after >= Duration::from_millis(100));
    submit(&mut scheduler, at(0), 101, Start::Continues);
    assert_eq!(scheduler.load().queued, 2);
}

#[test]
fn a_connection_that_goes_leaves_its_neighbours_alone() {
    let mut scheduler = scheduler(64, None);
    [1_000, 1_100, 2_000].into_iter().for_each(|id| submit(&mut scheduler, at(0), id, Start::Fresh));
    next(&mut scheduler, at(0));
    done(&mut scheduler, at(1), 1_000, 500, StepOutcome::More);
    assert_eq!(scheduler.disconnect(at(1), ConnectionId(1)), [key(1_000)]);
    assert_eq!(next(&mut scheduler, at(1)), Some(2_000));
    assert_eq!(next(&mut scheduler, at(1)), None);
}

#[test]
fn thousands_of_idle_contexts_are_no_load() {
    let mut scheduler = scheduler(64, None);
    for id in 0..2_000 {
        scheduler.reserve(at(id), stream(id), "tone").expect("nobody speaks");
        scheduler.release(at(id + 10_000), stream(id));
    }
    assert!(scheduler.load().reserved == 0.0);
    for id in 0..2_000 {
        scheduler.reserve(at(20_000), stream(id), "tone").expect("they wake");
    }
    assert!(scheduler.load().reserved > 1.0, "{:?}", scheduler.load());
}
