//! Mark 10: one file. How large it is, how fast it starts, what it holds when nobody speaks, and for each who listens.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use tokio::time::sleep;

use super::crowd::Crowd;
use super::ms;
use crate::client::{LMNT, NATIVE, Session, Wire};
use crate::failure::Failure;
use crate::options::Options;
use crate::replies::{TWELVE_WORDS, TWO_WORDS};
use crate::report::Report;
use crate::server::{Server, Start, binary};
use crate::stats::Samples;

const DEFAULT_RUNS: usize = 9;
const DEFAULT_SESSIONS: usize = 2_000;
/// What the marks count in.
const MB: f64 = 1e6;
const KIB: f64 = 1024.0;
/// After this long without work a server counts as idle.
const IDLE_AFTER: Duration = Duration::from_secs(3);

pub(super) async fn run(options: &Options) -> Result<Report, Failure> {
    let start = Start { binary: options.binary.clone(), data_dir: None };
    let mut report = Report::new(options.scenario);
    let bytes = fs::metadata(binary(&start)?)?.len();
    report.figure("binary, voices of all languages in it", Some(bytes as f64 / MB), "MB").mark(40.0, 60.0);
    starts(&start, options.runs.unwrap_or(DEFAULT_RUNS), &mut report).await?;
    let sessions = options.streams.unwrap_or(DEFAULT_SESSIONS);
    for wire in [&LMNT, &NATIVE] {
        idle(options, wire, sessions, &mut report).await?;
    }
    report.note(
        "Memory: PSS of the server and its voice hosts; what the kernel holds for sockets is not in it.",
    );
    report.note(format!(
        "Connections: {sessions} at one time, each with its session open, on a fresh server that has spoken."
    ));
    Ok(report)
}

async fn starts(start: &Start, runs: usize, report: &mut Report) -> Result<(), Failure> {
    let (mut warm, mut cold) = (Samples::default(), Samples::default());
    first_audio_of_start(start).await?;
    for run in 0..runs {
        warm.push(ms(first_audio_of_start(start).await?));
        let folder = FreshFolder::new(run);
        let fresh = Start { data_dir: Some(folder.0.clone()), ..start.clone() };
        cold.push(ms(first_audio_of_start(&fresh).await?));
    }
    report.samples("process start to first audio", &warm, "ms").mark(200.0, 500.0);
    report.samples("the same, voice not unpacked yet", &cold, "ms").mark(200.0, 500.0);
    Ok(())
}

/// From before the process is made; the client connects as soon as the server says where.
async fn first_audio_of_start(start: &Start) -> Result<Duration, Failure> {
    let server = Server::start(start).await?;
    let mut session = Session::connect(server.address, &LMNT).await?;
    session.speak(&[TWELVE_WORDS]).await?;
    session.first_audio().await?;
    let elapsed = server.started()?.elapsed();
    // A server that is asked to leave waits for those who are still there.
    drop(session);
    server.stop().await?;
    Ok(elapsed)
}

async fn idle(
    options: &Options,
    wire: &'static Wire,
    sessions: usize,
    report: &mut Report,
) -> Result<(), Failure> {
    let server = Server::reach_owned(options).await?;
    Session::open(server.address, wire).await?.converse(TWO_WORDS).await?;
    sleep(IDLE_AFTER).await;
    let name = wire.name;
    report
        .figure(&format!("resident, idle, after {name} has spoken"), Some(server.memory()? / MB), "MB")
        .mark(40.0, 64.0);
    let crowd = Crowd::gather(&server, &[wire], sessions).await?;
    report
        .figure(&format!("per idle {name} connection beyond that"), Some(crowd.bytes_each / KIB), "KiB")
        .mark(16.0, 24.0);
    if crowd.turned_away > 0 {
        report.note(format!("{name}: sessions were turned away {} times and came back.", crowd.turned_away));
    }
    drop(crowd);
    server.stop().await
}

/// A folder that does not exist yet; removed when dropped.
struct FreshFolder(PathBuf);

impl FreshFolder {
    fn new(run: usize) -> Self {
        Self(std::env::temp_dir().join(format!("syrinx-bench-{}-{run}", std::process::id())))
    }
}

impl Drop for FreshFolder {
    fn drop(&mut self) {
        // In a temporary place; whoever owns it sweeps it.
        let _ = fs::remove_dir_all(&self.0);
    }
}
