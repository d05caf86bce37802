//! Clients that leave without a word, at every stage of a conversation.

use tokio::task::JoinSet;

use crate::client::{LMNT, NATIVE, Parting, Session, Wire};
use crate::failure::Failure;
use crate::replies::SEVENTY_SIX_WORDS;
use crate::report::Report;
use crate::server::Address;

const AT_ONCE: usize = 16;

/// When a client leaves.
#[derive(Debug, Clone, Copy)]
enum Stage {
    BeforeTheAnswer,
    Idle,
    Asked,
    Listening,
}

const STAGES: [Stage; 4] = [Stage::BeforeTheAnswer, Stage::Idle, Stage::Asked, Stage::Listening];

pub(super) async fn happen(address: Address, count: usize, report: &mut Report) -> Result<(), Failure> {
    let mut clients = JoinSet::new();
    let mut refused = 0;
    for index in 0..count {
        if clients.len() >= AT_ONCE {
            refused += failed(clients.join_next().await)?;
        }
        let wire = if index % 2 == 0 { &LMNT } else { &NATIVE };
        let parting = if index % 3 == 0 { Parting::Reset } else { Parting::Vanish };
        clients.spawn(leave(address, wire, STAGES[index / 2 % STAGES.len()], parting));
    }
    while let Some(outcome) = clients.join_next().await {
        refused += failed(Some(outcome))?;
    }
    report
        .figure("abrupt disconnects", Some(count as f64), "")
        .promise("each of them was served until it left", refused == 0);
    Ok(())
}

fn failed(outcome: Option<Result<Result<(), Failure>, tokio::task::JoinError>>) -> Result<usize, Failure> {
    let Some(outcome) = outcome else { return Ok(0) };
    Ok(usize::from(outcome.map_err(|error| Failure::setup(error.to_string()))?.is_err()))
}

async fn leave(address: Address, wire: &'static Wire, stage: Stage, parting: Parting) -> Result<(), Failure> {
    let mut session = match stage {
        Stage::BeforeTheAnswer => Session::connect(address, wire).await?,
        _ => Session::open(address, wire).await?,
    };
    if matches!(stage, Stage::Asked | Stage::Listening) {
        session.speak(&[SEVENTY_SIX_WORDS]).await?;
    }
    if matches!(stage, Stage::Listening) {
        session.first_audio().await?;
    }
    session.leave(parting)
}
