//! Mark 2: many streams start at the same moment, each with a listener who plays at 1×.

use super::streams::{Plan, play};
use crate::accounting;
use crate::failure::Failure;
use crate::options::Options;
use crate::report::Report;
use crate::server::Server;

const DEFAULT_STREAMS: usize = 300;
/// Replies of each stream.
const DEFAULT_RUNS: usize = 2;

pub(super) async fn run(options: &Options) -> Result<Report, Failure> {
    let server = Server::reach(options).await?;
    let streams = options.streams.unwrap_or(DEFAULT_STREAMS);
    let replies = options.runs.unwrap_or(DEFAULT_RUNS);
    let plan = Plan { streams, spread: std::time::Duration::ZERO, replies };
    play(server.address, Plan { streams: 1, replies: 1, ..plan }).await?;
    let client_before = accounting::own();
    let outcome = play(server.address, plan).await?;
    let client = accounting::own().saturating_sub(client_before);
    server.stop().await?;
    let mut report = Report::new(options.scenario);
    report
        .figure("streams that started at once", Some(streams as f64), "")
        .figure("refused", Some(outcome.refusals.count() as f64), "")
        .figure("refusals that said to try again", Some(outcome.refusals_with_retry as f64), "")
        .samples("refusal came after", &outcome.refusals, "ms")
        .mark(50.0, 50.0)
        .figure("worst underrun of an accepted stream", outcome.underruns.max(), "ms")
        .mark(20.0, 100.0)
        .samples("worst underrun, stream by stream", &outcome.underruns, "ms")
        .samples("first audio of a reply", &outcome.first_audio, "ms")
        .figure("audio heard", Some(outcome.audio.as_secs_f64()), "s")
        .figure("processor time of the client itself", Some(client.as_secs_f64()), "s")
        .promise("every accepted stream was spoken to its end", outcome.broken == 0)
        .note(format!("76-word replies, {replies} each, the next when the one before has been played."));
    Ok(report)
}
