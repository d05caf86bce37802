//! A reply as a language model writes it: tokens at 70 a second, and the wait for the first sound.
//!
//! Most of that wait is for the text itself: nothing can be said before a boundary is certain. So the part that is ours,
//! from the token that decides, is shown beside it.

use std::time::{Duration, Instant};

use tokio::time::{sleep, sleep_until};

use super::ms;
use crate::client::{Heard, Session, native_with};
use crate::failure::Failure;
use crate::options::Options;
use crate::policy::Policy;
use crate::replies::{SEVENTY_SIX_WORDS, deciding_token, tokens};
use crate::report::Report;
use crate::server::{Address, Server};
use crate::stats::Samples;

const DEFAULT_RUNS: usize = 15;
const TOKENS_PER_SECOND: f64 = 70.0;
/// Between two replies.
const PAUSE: Duration = Duration::from_millis(100);

/// The policies that the design has a mark for.
const MARKED: [Policy; 2] = [Policy::Clauses, Policy::Words];

/// The latest that the first audio may come after the first token, in milliseconds.
const fn latest(policy: Policy) -> Option<f64> {
    match policy {
        Policy::Words => Some(60.0),
        Policy::Clauses => Some(120.0),
        Policy::Sentences => None,
    }
}

/// When things happened in one reply, from its first token on.
struct Reply {
    first_audio: Duration,
    deciding_token: Duration,
    whole: Duration,
}

/// What was found of one policy, in milliseconds.
#[derive(Default)]
struct Replies {
    first: Samples,
    ours: Samples,
    whole: Samples,
}

pub(super) async fn run(options: &Options) -> Result<Report, Failure> {
    let server = Server::reach(options).await?;
    let mut report = Report::new(options.scenario);
    let policies = options.policy.map_or(MARKED.to_vec(), |policy| vec![policy]);
    for policy in policies {
        let replies = replies(server.address, policy, options.runs.unwrap_or(DEFAULT_RUNS)).await?;
        tell(&mut report, policy, &replies);
    }
    server.stop().await?;
    let count = tokens(SEVENTY_SIX_WORDS).len();
    report.note(format!(
        "{count} tokens of 76 words at {TOKENS_PER_SECOND} a second, over the native protocol."
    ));
    Ok(report)
}

fn tell(report: &mut Report, policy: Policy, replies: &Replies) {
    let name = policy.name();
    let deciding = deciding_token(&tokens(SEVENTY_SIX_WORDS), policy);
    let waiting = deciding as f64 / TOKENS_PER_SECOND * 1e3;
    report.samples(&format!("{name}: first token to first audio"), &replies.first, "ms");
    if let Some(latest) = latest(policy) {
        report.mark(latest, latest);
    }
    report
        .figure(&format!("{name}: of it, waiting for token {deciding}, which decides"), Some(waiting), "ms")
        .samples(&format!("{name}: deciding token to first audio"), &replies.ours, "ms")
        .mark(3.0, 20.0)
        .samples(&format!("{name}: first token to last audio, acknowledged"), &replies.whole, "ms");
}

async fn replies(address: Address, policy: Policy, runs: usize) -> Result<Replies, Failure> {
    let mut session = Session::open(address, native_with(policy)).await?;
    session.converse(SEVENTY_SIX_WORDS).await?;
    let mut replies = Replies::default();
    for _ in 0..runs {
        sleep(PAUSE).await;
        let reply = reply(&mut session, policy).await?;
        replies.first.push(ms(reply.first_audio));
        replies.ours.push(ms(reply.first_audio.saturating_sub(reply.deciding_token)));
        replies.whole.push(ms(reply.whole));
    }
    Ok(replies)
}

/// Sends token after token on time and listens in between.
async fn reply(session: &mut Session, policy: Policy) -> Result<Reply, Failure> {
    let tokens = tokens(SEVENTY_SIX_WORDS);
    let deciding = deciding_token(&tokens, policy);
    let started = Instant::now();
    let (mut first_audio, mut deciding_at) = (None, Duration::ZERO);
    for (index, token) in tokens.iter().enumerate() {
        let due = started + Duration::from_secs_f64(index as f64 / TOKENS_PER_SECOND);
        if let Some(heard) = listen_until(session, due).await? {
            first_audio.get_or_insert_with(|| heard.saturating_duration_since(started));
        }
        if index == deciding {
            deciding_at = started.elapsed();
        }
        session.say(token).await?;
    }
    let flush = session.flush().await?;
    let flushed = started.elapsed();
    let rest = session.listen(flush).await?;
    let first_audio = first_audio.unwrap_or(flushed + rest.first);
    Ok(Reply { first_audio, deciding_token: deciding_at, whole: flushed + rest.whole })
}

/// Listens up to an instant; when the first audio came, if any did.
async fn listen_until(session: &mut Session, due: Instant) -> Result<Option<Instant>, Failure> {
    let mut first = None;
    loop {
        tokio::select! {
            biased;
            heard = session.hear() => if matches!(heard?, Heard::Audio(_)) {
                first.get_or_insert_with(Instant::now);
            },
            () = sleep_until(due.into()) => return Ok(first),
        }
    }
}
