//! Endurance: what must not wear out, on one server, with the counts of the project's promises.
//!
//! Segments through the hosts, speak-and-reset cycles, interruptions, abrupt disconnects, then a crowd of idle sessions that all speak at
//! once. After a warm-up of a tenth, memory, descriptors and processes must stay where they are. One file a part.

mod disconnects;
mod everybody;
mod interrupts;
mod resets;
mod segments;
mod wear;

use std::time::{Duration, Instant};

use self::wear::Wear;
use crate::client::{LMNT, Session};
use crate::failure::Failure;
use crate::options::Options;
use crate::replies::TWELVE_WORDS;
use crate::report::Report;
use crate::server::Server;

/// How much of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counts {
    segments: usize,
    resets: usize,
    interrupts: usize,
    disconnects: usize,
    sessions: usize,
}

const FULL: Counts =
    Counts { segments: 10_000, resets: 10_000, interrupts: 10_000, disconnects: 1_000, sessions: 2_000 };
/// How often all of it is done; more than once shows whether memory has found its level.
const DEFAULT_RUNS: usize = 1;
/// `--short` divides by this.
const SHORT: usize = 50;

impl Counts {
    fn of(options: &Options) -> Self {
        let divisor = if options.short { SHORT } else { 1 };
        Self {
            segments: FULL.segments / divisor,
            resets: FULL.resets / divisor,
            interrupts: FULL.interrupts / divisor,
            disconnects: FULL.disconnects / divisor,
            sessions: FULL.sessions / divisor,
        }
    }

    /// A tenth, at least one round of everything.
    fn warm_up(self) -> Self {
        Self {
            segments: self.segments.div_ceil(10),
            resets: self.resets.div_ceil(10),
            interrupts: self.interrupts.div_ceil(10),
            disconnects: self.disconnects.div_ceil(10),
            sessions: 0,
        }
    }
}

pub(super) async fn run(options: &Options) -> Result<Report, Failure> {
    let counts = Counts::of(options);
    let server = Server::reach_owned(options).await?;
    let mut report = Report::new(options.scenario);
    let mut witness = Session::open(server.address, &LMNT).await?;
    work(&server, counts.warm_up(), &mut Report::new(options.scenario)).await?;
    let before = Wear::of(&server).await?;
    let started = Instant::now();
    let mut after = before;
    for pass in 0..options.runs.unwrap_or(DEFAULT_RUNS) {
        work(&server, counts, &mut report).await?;
        after = Wear::of(&server).await?;
        report.figure(&format!("memory after pass {}", pass + 1), Some(after.megabytes()), "MB");
    }
    report.figure("all of it took", Some(started.elapsed().as_secs_f64()), "s");
    before.compare(&after, &mut report);
    let lives = witness.converse(TWELVE_WORDS).await.is_ok();
    report.promise("a session that was idle through all of it still speaks", lives);
    drop(witness);
    everybody::speaks(&server, counts.sessions, &mut report).await?;
    server.stop().await?;
    Ok(report)
}

async fn work(server: &Server, counts: Counts, report: &mut Report) -> Result<(), Failure> {
    segments::pass(server.address, counts.segments, report).await?;
    resets::cycle(server.address, counts.resets, report).await?;
    interrupts::cycle(server.address, counts.interrupts, report).await?;
    disconnects::happen(server.address, counts.disconnects, report).await
}

/// Whether the same text sounded the same. Two samples are forgiven: over the life of a socket its resampler's phase moves,
/// so the same text may end a sample earlier or later.
fn sound_alike(one: Duration, other: Duration) -> bool {
    const TWO_SAMPLES: Duration = Duration::from_nanos(83_400);
    !one.is_zero() && one.abs_diff(other) <= TWO_SAMPLES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_means_to_the_sample_and_not_silent() {
        let second = Duration::from_secs(1);
        assert!(sound_alike(second, second + Duration::from_micros(42)));
        assert!(!sound_alike(second, second + Duration::from_millis(1)));
        assert!(!sound_alike(Duration::ZERO, Duration::ZERO));
    }

    #[test]
    fn the_warm_up_is_a_tenth_and_never_nothing() {
        let warm = FULL.warm_up();
        assert_eq!(
            (warm.segments, warm.resets, warm.interrupts, warm.disconnects),
            (FULL.segments / 10, FULL.resets / 10, FULL.interrupts / 10, FULL.disconnects / 10)
        );
        let tiny = Counts { segments: 3, resets: 3, interrupts: 3, disconnects: 3, sessions: 3 }.warm_up();
        assert_eq!((tiny.segments, tiny.resets, tiny.interrupts, tiny.disconnects), (1, 1, 1, 1));
    }
}
