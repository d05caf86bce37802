//! Thousands of short segments through the voice hosts, over a few sockets at one time.

use tokio::task::JoinSet;

use crate::client::{LMNT, Session};
use crate::failure::Failure;
use crate::replies::{TEN_SEGMENTS, segments};
use crate::report::Report;
use crate::server::Address;

const SOCKETS: usize = 8;

pub(super) async fn pass(address: Address, count: usize, report: &mut Report) -> Result<(), Failure> {
    let per_round = segments(TEN_SEGMENTS).len();
    let rounds = count.div_ceil(per_round * SOCKETS);
    let mut sockets = JoinSet::new();
    for _ in 0..SOCKETS {
        sockets.spawn(rounds_on_one(address, rounds));
    }
    let mut lengths = Vec::new();
    while let Some(heard) = sockets.join_next().await {
        lengths.extend(heard.map_err(|error| Failure::setup(error.to_string()))??);
    }
    let same = !lengths.is_empty() && lengths.iter().all(|length| super::sound_alike(lengths[0], *length));
    report
        .figure("segments spoken", Some((rounds * SOCKETS * per_round) as f64), "")
        .promise("every segment sounded, the same each time", same);
    Ok(())
}

/// How long each round sounded.
async fn rounds_on_one(address: Address, rounds: usize) -> Result<Vec<std::time::Duration>, Failure> {
    let mut session = Session::open(address, &LMNT).await?;
    let mut lengths = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        lengths.push(session.converse(TEN_SEGMENTS).await?.audio);
    }
    Ok(lengths)
}
