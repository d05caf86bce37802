//! Speak, reset in mid-speech, again: the reset must be final and the socket must live.

use std::time::Duration;

use tokio::task::JoinSet;

use super::sound_alike;
use crate::client::{Heard, LMNT, NATIVE, Session, Wire};
use crate::failure::Failure;
use crate::replies::{SEVENTY_SIX_WORDS, TWO_WORDS};
use crate::report::Report;
use crate::server::Address;

const SOCKETS: usize = 8;
/// After every so many resets the socket is listened to for a while.
const LISTEN_EVERY: usize = 25;
/// For so long: an engine step of ours takes less than a tenth of it.
const LISTENING: Duration = Duration::from_millis(30);

/// What one socket went through.
#[derive(Debug, Default)]
struct Cycles {
    done: usize,
    /// Sounds and acknowledgements of the old that came after the reset's own.
    late: usize,
    /// Times that a new sentence was spoken in full afterwards.
    recovered: usize,
    expected: usize,
}

pub(super) async fn cycle(address: Address, count: usize, report: &mut Report) -> Result<(), Failure> {
    let each = count.div_ceil(SOCKETS);
    let mut sockets = JoinSet::new();
    for index in 0..SOCKETS {
        let wire = if index % 2 == 0 { &LMNT } else { &NATIVE };
        sockets.spawn(cycles_on_one(address, wire, each));
    }
    let mut total = Cycles::default();
    let mut lost = 0;
    while let Some(cycles) = sockets.join_next().await {
        match cycles.map_err(|error| Failure::setup(error.to_string()))? {
            Ok(cycles) => total.add(&cycles),
            Err(_) => lost += 1,
        }
    }
    report
        .figure("speak-and-reset cycles", Some(total.done as f64), "")
        .promise("no socket was lost in a reset", lost == 0)
        .promise("nothing followed an acknowledged reset", total.late == 0)
        .promise("after a reset the same socket speaks on", total.recovered == total.expected && lost == 0);
    Ok(())
}

async fn cycles_on_one(address: Address, wire: &'static Wire, count: usize) -> Result<Cycles, Failure> {
    let mut session = Session::open(address, wire).await?;
    let before = session.converse(TWO_WORDS).await?.audio;
    let mut cycles = Cycles::default();
    for index in 0..count {
        session.speak(&[SEVENTY_SIX_WORDS]).await?;
        // Some before the first sound, some after it.
        if index % 3 != 0 {
            session.first_audio().await?;
        }
        let number = session.clear().await?;
        while session.hear().await? != Heard::Cleared(number) {}
        cycles.done += 1;
        if index % LISTEN_EVERY == 0 {
            cycles.late += usize::from(!session.is_silent_for(LISTENING).await?);
            cycles.expected += 1;
            let after = session.converse(TWO_WORDS).await?.audio;
            cycles.recovered += usize::from(sound_alike(before, after));
        }
    }
    Ok(cycles)
}

impl Cycles {
    fn add(&mut self, other: &Self) {
        self.done += other.done;
        self.late += other.late;
        self.recovered += other.recovered;
        self.expected += other.expected;
    }
}
