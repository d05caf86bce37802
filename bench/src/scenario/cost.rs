//! Mark 11: what a second of speech costs, and how many streams a core carries.
//!
//! Server and bare engine speak the same replies in turn. The bare engine is the same build of the library in a loop of
//! its own, without fork, socket or encoding; both sides are divided by the audio they gave.

use std::time::Duration;

use super::streams::{Plan, play};
use crate::bare::{Bare, Spoken};
use crate::client::{LMNT, Session};
use crate::failure::Failure;
use crate::machine;
use crate::options::Options;
use crate::replies::{SEVENTY_SIX_WORDS, segments, tokens};
use crate::report::Report;
use crate::server::Server;
use crate::stats::Samples;

const DEFAULT_RUNS: usize = 15;
/// Replies in one run: together they are well above the clocks' resolution.
const REPLIES: usize = 8;
/// Untimed runs first.
const WARM_UP: usize = 2;
/// The underrun up to which a stream counts as free of gaps: the floor of mark 2, in milliseconds.
const GAP_FREE: f64 = 100.0;
const FIRST_GUESS: usize = 64;
const MOST_STREAMS: usize = 2_048;
/// How often the interval between good and bad is halved.
const HALVINGS: usize = 2;

/// Processor seconds per second of audio.
#[derive(Default)]
struct Costs {
    whole: Samples,
    tokens: Samples,
    bare: Samples,
    speed: Samples,
    own_share: Samples,
}

pub(super) async fn run(options: &Options) -> Result<Report, Failure> {
    let server = Server::reach_owned(options).await?;
    let mut bare = Bare::start().await?;
    let mut session = Session::open(server.address, &LMNT).await?;
    let mut costs = Costs::default();
    for round in 0..WARM_UP + options.runs.unwrap_or(DEFAULT_RUNS) {
        if round == WARM_UP {
            costs = Costs::default();
        }
        costs.round(&server, &mut session, &mut bare).await?;
    }
    drop((session, bare));
    let mut report = Report::new(options.scenario);
    costs.report(&mut report, server.cpu_method()?);
    if !options.short {
        streams_per_core(&server, &mut report, options.streams).await?;
    }
    server.stop().await?;
    Ok(report)
}

impl Costs {
    async fn round(
        &mut self,
        server: &Server,
        session: &mut Session,
        bare: &mut Bare,
    ) -> Result<(), Failure> {
        let (own, all) = (server.family()?.own_cpu(), server.cpu()?);
        let whole = of_server(server, session, &[SEVENTY_SIX_WORDS]).await?;
        let all = server.cpu()?.saturating_sub(all);
        if let (Some(before), Some(after)) = (own, server.family()?.own_cpu()) {
            self.own_share.push(after.saturating_sub(before).as_secs_f64() / all.as_secs_f64() * 100.0);
        }
        self.whole.push(whole);
        self.speed.push(1.0 / whole);
        self.bare.push(of_bare(bare).await?);
        self.tokens.push(of_server(server, session, &tokens(SEVENTY_SIX_WORDS)).await?);
        Ok(())
    }

    fn report(&self, report: &mut Report, method: &str) {
        let milli = |samples: &Samples| samples.median().map(|cost| cost * 1e3);
        report
            .figure("server: processor time per second of audio", milli(&self.whole), "ms/s")
            .figure("of it, outside of the voice hosts and their children", self.own_share.mean(), "%")
            .figure("server, text token by token", milli(&self.tokens), "ms/s")
            .figure("bare engine", milli(&self.bare), "ms/s")
            .figure("server over bare engine, pair by pair", self.whole.median_ratio_to(&self.bare), "x")
            .mark(1.6, 2.5)
            .figure("the same, text token by token", self.tokens.median_ratio_to(&self.bare), "x")
            .mark(1.6, 2.5)
            .samples("audio seconds per processor second of the server", &self.speed, "s/s")
            .note(format!("Processor time of the server: {method}."))
            .note("76-word replies as PCM at 24 kHz, one at a time on a kept session.");
    }
}

async fn of_server(server: &Server, session: &mut Session, texts: &[&str]) -> Result<f64, Failure> {
    let before = server.cpu()?;
    let mut audio = Duration::ZERO;
    for _ in 0..REPLIES {
        let flush = session.speak(texts).await?;
        audio += session.listen(flush).await?.audio;
    }
    per_second(server.cpu()?.saturating_sub(before), audio)
}

async fn of_bare(bare: &mut Bare) -> Result<f64, Failure> {
    let segments = segments(SEVENTY_SIX_WORDS);
    let mut total = Spoken::default();
    for segment in segments.iter().cycle().take(segments.len() * REPLIES) {
        let spoken = bare.speak(segment).await?;
        total.cpu += spoken.cpu;
        total.audio += spoken.audio;
    }
    per_second(total.cpu, total.audio)
}

fn per_second(cpu: Duration, audio: Duration) -> Result<f64, Failure> {
    let heard = (!audio.is_zero()).then(|| cpu.as_secs_f64() / audio.as_secs_f64());
    heard.ok_or_else(|| Failure::Unexpected("no audio".to_owned()))
}

/// Doubles the streams while they are free of gaps, then halves the interval that is left.
async fn streams_per_core(server: &Server, report: &mut Report, guess: Option<usize>) -> Result<(), Failure> {
    let (mut good, mut bad) = (0, MOST_STREAMS + 1);
    let mut candidate = guess.unwrap_or(FIRST_GUESS).min(MOST_STREAMS);
    let mut halvings = 0;
    while halvings <= HALVINGS && candidate > good {
        if carries(server, report, candidate).await? {
            good = candidate;
        } else {
            bad = candidate;
        }
        let known = bad <= MOST_STREAMS;
        halvings += usize::from(known);
        candidate = if known { usize::midpoint(good, bad) } else { (good * 2).min(MOST_STREAMS) };
    }
    let per_core = good as f64 / machine::cores() as f64;
    report
        .figure("gap-free streams", Some(good as f64), "")
        .figure("gap-free streams per core, the client on the same cores", Some(per_core), "")
        .mark(300.0, 150.0);
    Ok(())
}

/// Starts are spread over the length of a reply, so that the streams ask for 1× together; each speaks two.
async fn carries(server: &Server, report: &mut Report, streams: usize) -> Result<bool, Failure> {
    const SPREAD: Duration = Duration::from_secs(22);
    let (before, client_before) = (server.cpu()?, crate::accounting::own());
    let outcome = play(server.address, Plan { streams, spread: SPREAD, replies: 2 }).await?;
    let cpu = server.cpu()?.saturating_sub(before).as_secs_f64();
    let client = crate::accounting::own().saturating_sub(client_before).as_secs_f64();
    let gap_free = outcome.is_gap_free(GAP_FREE);
    let number = |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{value:.0}"));
    report.note(format!(
        "{streams} streams: {}; refused {}, broken {}, worst underrun {} ms, first audio p95 {} ms; {:.0} audio s; server {cpu:.1} s, client {client:.1} s of processor time.",
        if gap_free { "free of gaps" } else { "NOT free of gaps" },
        outcome.refusals.count(),
        outcome.broken,
        number(outcome.underruns.max()),
        number(outcome.first_audio.percentile(95.0)),
        outcome.audio.as_secs_f64(),
    ));
    Ok(gap_free)
}
