//! The server's end: on SIGTERM or SIGINT what was accepted is finished; on a second one, at once.

use std::sync::Arc;
use std::time::Duration;

use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::readiness::State;
use crate::serve::Server;

/// How long sockets may take to say good-bye once they were told to.
const GOODBYE: Duration = Duration::from_secs(2);

/// The two signals that end a server.
pub struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    /// Takes them over from the system, whose way is to end the process at once.
    ///
    /// # Errors
    /// If the system does not give them.
    pub fn take() -> std::io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    /// Waits for the next one.
    pub async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// Waits for the first signal, then until every socket is closed: drained if there is time, cut if there is none.
pub async fn wait(server: Arc<Server>, mut signals: Signals) {
    signals.next().await;
    server.readiness.set(State::Closing);
    let drain = server.limits.drain;
    tracing::info!(connections = server.roll.count(), seconds = drain.as_secs_f32(), "shutting down");
    server.roll.drain();
    server.sockets.drain();
    tokio::select! {
        () = server.sockets.closed() => return,
        () = tokio::time::sleep(drain) => tracing::warn!(sockets = server.sockets.count(), "time is over"),
        () = signals.next() => tracing::warn!(sockets = server.sockets.count(), "told twice"),
    }
    server.roll.close();
    tokio::select! {
        () = server.sockets.closed() => {}
        () = tokio::time::sleep(GOODBYE) => {}
        () = signals.next() => {}
    }
}
