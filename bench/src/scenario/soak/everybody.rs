//! A crowd of idle sessions, and then all of them speak at once.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::super::crowd::{ATTEMPTS, Crowd, RETRY, reopened};
use super::super::ms;
use crate::client::{LMNT, NATIVE, Session};
use crate::failure::Failure;
use crate::replies::TWO_WORDS;
use crate::report::Report;
use crate::server::{Address, Server};
use crate::stats::Samples;

/// Mark 10, in KiB.
const TARGET_KIB: f64 = 16.0;
const FLOOR_KIB: f64 = 24.0;
/// A crowd that has not spoken by then has not completed.
const LIMIT: Duration = Duration::from_secs(120);
/// Before the crowd speaks, what was reserved for its opening has been given back.
const IDLE: Duration = Duration::from_secs(1);

pub(super) async fn speaks(server: &Server, count: usize, report: &mut Report) -> Result<(), Failure> {
    let crowd = Crowd::gather(server, &[&LMNT, &NATIVE], count).await?;
    let each = crowd.bytes_each / 1024.0;
    report.figure("idle sessions, half of them native", Some(count as f64), "");
    report.figure("memory for each", Some(each), "KiB").mark(TARGET_KIB, FLOOR_KIB);
    report.promise("an idle session stays below 24 KiB", each <= FLOOR_KIB);
    report.figure("turned away while opening, and came back", Some(crowd.turned_away as f64), "");
    sleep(IDLE).await;
    let outcome = all_at_once(server.address, crowd.sessions).await?;
    report
        .samples("from asking to first audio, all at once", &outcome.first, "ms")
        .figure("all of them had spoken after", Some(outcome.took.as_secs_f64()), "s")
        .figure(
            "declined at first for want of room, and came back",
            Some(outcome.declined_at_first as f64),
            "",
        )
        .promise("everybody who asked at once was spoken to the end", outcome.first.count() == count);
    if let Some(reason) = outcome.reason {
        report.note(format!("The first that was not: {reason}"));
    }
    Ok(())
}

/// How one of them got its sentence.
struct Spoken {
    first: Duration,
    declined: usize,
}

#[derive(Default)]
struct Outcome {
    first: Samples,
    declined_at_first: usize,
    took: Duration,
    reason: Option<String>,
}

async fn all_at_once(address: Address, sessions: Vec<Session>) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let mut speaking = JoinSet::new();
    for session in sessions {
        speaking.spawn(async move { timeout(LIMIT, speak(address, session)).await });
    }
    let mut outcome = Outcome::default();
    while let Some(spoken) = speaking.join_next().await {
        let limit = Failure::Silence { what: "a sentence", limit: LIMIT };
        let spoken = spoken.map_err(|error| Failure::setup(error.to_string()))?;
        outcome.add(spoken.unwrap_or(Err(limit)));
    }
    outcome.took = started.elapsed();
    Ok(outcome)
}

/// One that is declined comes back with a new session, when it was told to.
async fn speak(address: Address, mut session: Session) -> Result<Spoken, Failure> {
    let started = Instant::now();
    for declined in 0..ATTEMPTS {
        let asked = started.elapsed();
        let retry_after = match session.converse(TWO_WORDS).await {
            Ok(utterance) => return Ok(Spoken { first: asked + utterance.first, declined }),
            Err(Failure::Declined { retry_after, .. }) => retry_after,
            Err(failure) => return Err(failure),
        };
        sleep(retry_after.unwrap_or(RETRY)).await;
        session = reopened(address, session.wire()).await?;
    }
    Err(Failure::setup(format!("still no room after {ATTEMPTS} attempts")))
}

impl Outcome {
    fn add(&mut self, spoken: Result<Spoken, Failure>) {
        match spoken {
            Ok(spoken) => {
                self.first.push(ms(spoken.first));
                self.declined_at_first += usize::from(spoken.declined > 0);
            }
            Err(failure) => {
                self.reason.get_or_insert_with(|| failure.to_string());
            }
        }
    }
}
