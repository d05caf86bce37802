//! Who is connected: gives out ids, keeps the number of connections bounded, and tells everyone when the server closes.
//!
//! Whoever has left may still have bytes on the way: a server waits for its [`Sockets`](crate::listen::Sockets).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use speech::{ConnectionId, RefusalKind};
use wire::ProtocolId;

use crate::mailbox::{Letter, Mailbox};
use crate::metrics::Metrics;

/// All live connections.
pub struct Roll {
    limit: usize,
    metrics: Arc<Metrics>,
    inner: Mutex<Inner>,
}

struct Inner {
    life: Life,
    next: u64,
    mailboxes: HashMap<ConnectionId, Arc<Mailbox>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Life {
    Open,
    Draining,
}

/// Why nobody is let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoEntry {
    /// As many are connected as may be.
    Full,
    /// The server is closing.
    Draining,
}

/// One connection's place. It is free again when this is dropped.
pub struct Member {
    /// Its name.
    pub id: ConnectionId,
    /// What it speaks.
    pub protocol: ProtocolId,
    /// Where its news waits.
    pub mailbox: Arc<Mailbox>,
    roll: Arc<Roll>,
}

impl Roll {
    /// With room for so many.
    #[must_use]
    pub fn new(limit: usize, metrics: Arc<Metrics>) -> Self {
        let inner = Inner { life: Life::Open, next: 0, mailboxes: HashMap::new() };
        Self { limit, metrics, inner: Mutex::new(inner) }
    }

    /// Lets a connection in.
    ///
    /// # Errors
    /// [`NoEntry`].
    pub fn enter(self: &Arc<Self>, protocol: ProtocolId) -> Result<Member, NoEntry> {
        let mut inner = self.lock();
        if inner.life == Life::Draining {
            self.metrics.refused(RefusalKind::ShuttingDown);
            return Err(NoEntry::Draining);
        }
        if inner.mailboxes.len() >= self.limit {
            self.metrics.refused(RefusalKind::Overloaded);
            return Err(NoEntry::Full);
        }
        let id = ConnectionId(inner.next);
        inner.next += 1;
        let mailbox = Arc::<Mailbox>::default();
        inner.mailboxes.insert(id, Arc::clone(&mailbox));
        drop(inner);
        self.metrics.connection_opened(protocol);
        Ok(Member { id, protocol, mailbox, roll: Arc::clone(self) })
    }

    /// Lets nobody in any more, and tells everyone to finish.
    pub fn drain(&self) {
        let mut inner = self.lock();
        inner.life = Life::Draining;
        inner.mailboxes.values().for_each(|mailbox| mailbox.put(Letter::Drain));
    }

    /// Tells everyone to leave now.
    pub fn close(&self) {
        self.lock().mailboxes.values().for_each(|mailbox| mailbox.put(Letter::Close));
    }

    /// How many are connected.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lock().mailboxes.len()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // Nothing under this lock can leave the table half changed.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        self.roll.lock().mailboxes.remove(&self.id);
        self.roll.metrics.connection_closed(self.protocol);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roll(limit: usize) -> Arc<Roll> {
        Arc::new(Roll::new(limit, Arc::default()))
    }

    #[test]
    fn a_place_is_free_again_when_its_holder_has_gone() {
        let roll = roll(1);
        let member = roll.enter(ProtocolId("test")).ok();
        assert_eq!(roll.enter(ProtocolId("test")).err(), Some(NoEntry::Full));
        drop(member);
        assert!(roll.enter(ProtocolId("test")).is_ok());
    }

    #[tokio::test]
    async fn a_closing_server_tells_everyone_and_lets_nobody_in() {
        let roll = roll(9);
        let member = roll.enter(ProtocolId("test")).unwrap_or_else(|_| panic!("room for nine"));
        roll.drain();
        let letter = std::future::poll_fn(|cx| member.mailbox.poll(cx)).await;
        assert!(matches!(letter, Letter::Drain));
        assert_eq!(roll.enter(ProtocolId("test")).err(), Some(NoEntry::Draining));
        drop(member);
        assert_eq!(roll.count(), 0);
    }
}
