//! SIGHUP: to look at the certificate's files now, rather than at the next handshake.
//!
//! The system's own way is to end the process, and the operator's other servers take it for "read your files again".

use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::listen::Door;

/// The signal, taken over from the system.
pub(crate) struct Hangups(Signal);

impl Hangups {
    /// From now on it ends nothing.
    ///
    /// # Errors
    /// If the system does not give it.
    pub(crate) fn take() -> std::io::Result<Self> {
        Ok(Self(signal(SignalKind::hangup())?))
    }

    /// Does what each of them asks for. It does not end.
    pub(crate) async fn heed(mut self, door: Door) {
        while self.0.recv().await.is_some() {
            match &door {
                Door::Tls(keeper) => {
                    tracing::info!("SIGHUP: looking at the certificate's files");
                    keeper.look_now();
                }
                Door::Plain => tracing::info!("SIGHUP: there is no certificate to look at"),
            }
        }
        std::future::pending().await
    }
}
