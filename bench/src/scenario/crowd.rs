//! Many idle sessions at one time. Shared by `size` and `soak`.

use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::client::{Session, Wire};
use crate::failure::Failure;
use crate::server::{Address, Server};

/// How many sockets are opened at one time.
const OPENING_AT_ONCE: usize = 32;
/// How long memory is given to settle.
const SETTLING: Duration = Duration::from_secs(2);
/// How often a session that is turned away for want of room comes back.
pub(super) const ATTEMPTS: usize = 20;
/// When it comes back if nobody said when.
pub(super) const RETRY: Duration = Duration::from_millis(500);

/// Sessions that are open and silent.
pub(super) struct Crowd {
    /// All of them.
    pub(super) sessions: Vec<Session>,
    /// The server's memory for each, in bytes, beyond what it had before they came.
    pub(super) bytes_each: f64,
    /// How often one of them was turned away and came back.
    pub(super) turned_away: usize,
}

impl Crowd {
    /// Opens `count` sessions, in turn over the wires, and weighs them.
    pub(super) async fn gather(
        server: &Server,
        wires: &[&'static Wire],
        count: usize,
    ) -> Result<Self, Failure> {
        sleep(SETTLING).await;
        let before = server.memory()?;
        let (mut sessions, mut turned_away) = (Vec::with_capacity(count), 0);
        let mut opening = JoinSet::new();
        for wire in wires.iter().cycle().take(count) {
            opening.spawn(open(server.address, wire));
            if opening.len() >= OPENING_AT_ONCE {
                let (session, declined) = joined(opening.join_next().await)?;
                sessions.push(session);
                turned_away += declined;
            }
        }
        while let Some(outcome) = opening.join_next().await {
            let (session, declined) = joined(Some(outcome))?;
            sessions.push(session);
            turned_away += declined;
        }
        sleep(SETTLING).await;
        let bytes_each = (server.memory()? - before).max(0.0) / count as f64;
        Ok(Self { sessions, bytes_each, turned_away })
    }
}

type Opened = Result<(Session, usize), Failure>;

fn joined(outcome: Option<Result<Opened, tokio::task::JoinError>>) -> Opened {
    let outcome = outcome.ok_or_else(|| Failure::setup("no session is being opened"))?;
    outcome.map_err(|error| Failure::setup(error.to_string()))?
}

/// Opens a session; comes back if there is no room. How often it had to.
async fn open(address: Address, wire: &'static Wire) -> Opened {
    for declined in 0..ATTEMPTS {
        match Session::open(address, wire).await {
            Ok(session) => return Ok((session, declined)),
            Err(Failure::Declined { retry_after, .. }) => sleep(retry_after.unwrap_or(RETRY)).await,
            Err(failure) => return Err(failure),
        }
    }
    Err(Failure::setup(format!("no room for a session after {ATTEMPTS} attempts")))
}

/// A session in the place of one that was declined.
pub(super) async fn reopened(address: Address, wire: &'static Wire) -> Result<Session, Failure> {
    open(address, wire).await.map(|(session, _)| session)
}
