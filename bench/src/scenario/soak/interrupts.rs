//! Speak, interrupt by stopping the turn's context, begin the next one: on every wire that has a context a turn.

use tokio::task::JoinSet;

use crate::client::{TURN_WIRES, TurnSession, TurnWire};
use crate::failure::Failure;
use crate::replies::{SEVENTY_SIX_WORDS, TWO_WORDS};
use crate::report::Report;
use crate::server::Address;

/// Of each wire.
const SOCKETS: usize = 2;
/// After every so many interruptions a turn is heard to its end.
const LISTEN_EVERY: usize = 25;

/// What the sockets of one wire went through.
#[derive(Debug, Default)]
struct Turns {
    interrupted: usize,
    late: usize,
    whole: usize,
    expected: usize,
}

pub(super) async fn cycle(address: Address, count: usize, report: &mut Report) -> Result<(), Failure> {
    let each = count.div_ceil(SOCKETS * TURN_WIRES.len());
    let mut sockets = JoinSet::new();
    for wire in TURN_WIRES.iter().flat_map(|wire| [*wire; SOCKETS]) {
        sockets.spawn(async move { (wire, turns_on_one(address, wire, each).await) });
    }
    let (mut total, mut lost) = (Turns::default(), Vec::new());
    while let Some(turns) = sockets.join_next().await {
        match turns.map_err(|error| Failure::setup(error.to_string()))? {
            (_, Ok(turns)) => total.add(&turns),
            (wire, Err(failure)) => lost.push(format!("{}: {failure}", wire.name)),
        }
    }
    let kept = "no socket was lost in an interruption".to_owned();
    let kept = if lost.is_empty() { kept } else { format!("{kept} ({})", lost.join("; ")) };
    report
        .figure("turns interrupted", Some(total.interrupted as f64), "")
        .promise(kept, lost.is_empty())
        .promise("no word of an interrupted turn came late", total.late == 0)
        .promise("after interruptions the next turn is spoken whole", total.whole == total.expected);
    Ok(())
}

async fn turns_on_one(address: Address, wire: &'static TurnWire, count: usize) -> Result<Turns, Failure> {
    let mut session = TurnSession::open(address, wire).await?;
    let length = session.converse(TWO_WORDS).await?;
    let mut turns = Turns::default();
    for index in 0..count {
        let turn = session.begin(SEVENTY_SIX_WORDS).await?;
        // Some before the first sound, some after it.
        if index % 3 != 0 {
            session.first_sound(turn).await?;
        }
        session.stop(turn).await?;
        turns.interrupted += 1;
        if index % LISTEN_EVERY == 0 {
            turns.expected += 1;
            turns.whole += usize::from(session.converse(TWO_WORDS).await? == length);
        }
    }
    turns.late = session.late;
    Ok(turns)
}

impl Turns {
    fn add(&mut self, other: &Self) {
        self.interrupted += other.interrupted;
        self.late += other.late;
        self.whole += other.whole;
        self.expected += other.expected;
    }
}
