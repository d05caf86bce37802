//! Mark 1: how long a listener waits for the first byte of audio after the frame that makes the first boundary final.
//!
//! The server is idle. Ways in are tried in turn, so that all of them, and the bare engine, meet the same weather. Time
//! counts from before the frame is written, so the client's own work is in it.

use std::time::Duration;

use tokio::time::sleep;

use super::ms;
use crate::bare::Bare;
use crate::client::{LMNT, NATIVE, Session, Utterance, Wire};
use crate::failure::Failure;
use crate::options::Options;
use crate::replies::TWELVE_WORDS;
use crate::report::Report;
use crate::server::{Address, Server};
use crate::stats::Samples;

const DEFAULT_RUNS: usize = 60;
/// Untimed rounds first: the voice's host, caches and pages come up in them.
const WARM_UP: usize = 3;
/// Between two runs, so that nothing of the last is left.
const PAUSE: Duration = Duration::from_millis(20);
/// The beginning of the next sentence: what settles that the one before has ended.
const DECIDING_TOKEN: &str = " Please";

#[derive(Default)]
struct Figures {
    kept: Samples,
    fresh: Samples,
    from_connect: Samples,
    later_token: Samples,
    native: Samples,
    silence: Samples,
    bare: Samples,
    hosted: Samples,
}

pub(super) async fn run(options: &Options) -> Result<Report, Failure> {
    let server = Server::reach(options).await?;
    let mut bare = Bare::start().await?;
    let mut kept = Session::open(server.address, &LMNT).await?;
    let mut native = Session::open(server.address, &NATIVE).await?;
    let mut figures = Figures::default();
    for round in 0..WARM_UP + options.runs.unwrap_or(DEFAULT_RUNS) {
        if round == WARM_UP {
            figures = Figures::default();
        }
        figures.same_socket(&mut kept, &mut native).await?;
        figures.new_socket(server.address).await?;
        figures.engine_alone(&mut bare).await?;
    }
    drop((kept, native));
    server.stop().await?;
    Ok(figures.report(options))
}

impl Figures {
    async fn same_socket(&mut self, kept: &mut Session, native: &mut Session) -> Result<(), Failure> {
        let utterance = converse(kept).await?;
        self.kept.push(ms(utterance.first));
        self.silence.push(ms(utterance.leading_silence));
        self.native.push(ms(converse(native).await?.first));
        self.later_token.push(ms(decided_by_a_later_token(kept).await?));
        Ok(())
    }

    async fn new_socket(&mut self, address: Address) -> Result<(), Failure> {
        let mut session = Session::open(address, &LMNT).await?;
        self.fresh.push(ms(converse(&mut session).await?.first));
        drop(session);
        self.from_connect.push(ms(from_connect(address, &LMNT).await?));
        Ok(())
    }

    async fn engine_alone(&mut self, bare: &mut Bare) -> Result<(), Failure> {
        sleep(PAUSE).await;
        self.bare.push(ms(bare.speak(TWELVE_WORDS).await?.first));
        sleep(PAUSE).await;
        self.hosted.push(ms(bare.first_of_hosted(TWELVE_WORDS)?));
        Ok(())
    }

    fn report(&self, options: &Options) -> Report {
        let mut report = Report::new(options.scenario);
        report
            .samples("first audio: text and flush, session kept", &self.kept, "ms")
            .mark(3.0, 20.0)
            .samples("first audio: text and flush, new session", &self.fresh, "ms")
            .mark(3.0, 20.0)
            .samples("first audio: sentence ended by a later token", &self.later_token, "ms")
            .mark(3.0, 20.0)
            .samples("first audio: native protocol, session kept", &self.native, "ms")
            .mark(3.0, 20.0)
            .samples("first audio: all from connecting on", &self.from_connect, "ms")
            .samples("leading silence of a generation", &self.silence, "ms")
            .mark(5.0, 20.0)
            .samples("bare engine: first samples", &self.bare, "ms")
            .samples("engine in its voice host: first samples", &self.hosted, "ms")
            .figure("server over bare engine, pair by pair", self.kept.median_ratio_to(&self.bare), "x")
            .figure("server over engine in its host, pair by pair", self.kept.median_ratio_to(&self.hosted), "x")
            .note("A 12-word request as PCM at 24 kHz, from before its frame is written to the first binary byte.")
            .note("Silence: below half a percent of full scale. The bare engine includes its own leading silence.");
        report
    }
}

async fn converse(session: &mut Session) -> Result<Utterance, Failure> {
    sleep(PAUSE).await;
    session.converse(TWELVE_WORDS).await
}

/// The sentence is there, its end is not certain; then a token comes that settles it. The pause between the two is far
/// below the delay after which the server would speak without it.
async fn decided_by_a_later_token(session: &mut Session) -> Result<Duration, Failure> {
    sleep(PAUSE).await;
    session.say(TWELVE_WORDS).await?;
    sleep(PAUSE).await;
    session.say(DECIDING_TOKEN).await?;
    let first = session.first_audio().await?;
    let flush = session.flush().await?;
    session.listen(flush).await?;
    Ok(first)
}

async fn from_connect(address: Address, wire: &'static Wire) -> Result<Duration, Failure> {
    sleep(PAUSE).await;
    let started = std::time::Instant::now();
    let mut session = Session::connect(address, wire).await?;
    session.speak(&[TWELVE_WORDS]).await?;
    session.first_audio().await?;
    Ok(started.elapsed())
}
