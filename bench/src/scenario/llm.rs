//! A reply as a language model writes it: tokens at 70 a second, and the wait for the first sound.
//!
//! Most of that wait is for the text itself: nothing can be said before a boundary is certain. So the part that is ours,
//! from the token that decides, is shown beside it.

use std::time::{Duration, Instant};

use tokio::time::{sleep, sleep_until};

use super::ms;
use crate::client::{Heard, LMNT, Session};
use crate::failure::Failure;
use crate::options::Options;
use crate::replies::{SEVENTY_SIX_WORDS, deciding_token, tokens};
use crate::report::Report;
use crate::server::Server;
use crate::stats::Samples;

const DEFAULT_RUNS: usize = 15;
const TOKENS_PER_SECOND: f64 = 70.0;
/// Between two replies.
const PAUSE: Duration = Duration::from_millis(100);

/// When things happened in one reply, from its first token on.
struct Reply {
    first_audio: Duration,
    deciding_token: Duration,
    whole: Duration,
}

pub(super) async fn run(options: &Options) -> Result<Report, Failure> {
    let server = Server::reach(options).await?;
    let mut session = Session::open(server.address, &LMNT).await?;
    session.converse(SEVENTY_SIX_WORDS).await?;
    let (mut first, mut ours, mut whole) = (Samples::default(), Samples::default(), Samples::default());
    for _ in 0..options.runs.unwrap_or(DEFAULT_RUNS) {
        sleep(PAUSE).await;
        let reply = reply(&mut session).await?;
        first.push(ms(reply.first_audio));
        ours.push(ms(reply.first_audio.saturating_sub(reply.deciding_token)));
        whole.push(ms(reply.whole));
    }
    drop(session);
    server.stop().await?;
    let tokens = tokens(SEVENTY_SIX_WORDS);
    let deciding = deciding_token(&tokens);
    let mut report = Report::new(options.scenario);
    report
        .samples("first token to first audio", &first, "ms")
        .figure(
            "of it, waiting for the deciding token",
            Some(deciding as f64 / TOKENS_PER_SECOND * 1e3),
            "ms",
        )
        .samples("deciding token to first audio", &ours, "ms")
        .mark(3.0, 20.0)
        .samples("first token to last audio and acknowledgement", &whole, "ms")
        .note(format!(
            "{} tokens of 76 words at {TOKENS_PER_SECOND} a second; number {deciding} decides.",
            tokens.len()
        ));
    Ok(report)
}

/// Sends token after token on time and listens in between.
async fn reply(session: &mut Session) -> Result<Reply, Failure> {
    let tokens = tokens(SEVENTY_SIX_WORDS);
    let deciding = deciding_token(&tokens);
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
