//! SIGHUP: to look at the certificate's files now, rather than at the next handshake, and to read the file of
//! pronunciations again.
//!
//! The system's own way is to end the process, and the operator's other servers take it for "read your files again".

use std::path::PathBuf;
use std::sync::Arc;

use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::config::PronunciationFile;
use crate::listen::Door;
use crate::serve::Server;

/// The signal, taken over from the system.
pub(crate) struct Hangups(Signal);

/// The file of pronunciations, and whom its words are for.
pub(crate) struct Words {
    /// `None` if there is no such file.
    pub(crate) path: Option<PathBuf>,
    pub(crate) server: Arc<Server>,
}

impl Hangups {
    /// From now on it ends nothing.
    ///
    /// # Errors
    /// If the system does not give it.
    pub(crate) fn take() -> std::io::Result<Self> {
        Ok(Self(signal(SignalKind::hangup())?))
    }

    /// Does what each of them asks for. It does not end.
    pub(crate) async fn heed(mut self, door: Door, words: Words) {
        while self.0.recv().await.is_some() {
            match &door {
                Door::Tls(keeper) => {
                    tracing::info!("SIGHUP: looking at the certificate's files");
                    keeper.look_now();
                }
                Door::Plain => tracing::info!("SIGHUP: there is no certificate to look at"),
            }
            words.read_again().await;
        }
        std::future::pending().await
    }
}

impl Words {
    /// Takes the words over if all is well with the file. Otherwise the old ones stay.
    async fn read_again(&self) {
        let Some(path) = self.path.clone() else { return };
        let voices = Arc::clone(&self.server.voices);
        let reading = tokio::task::spawn_blocking(move || {
            let file = PronunciationFile::load(&path)?;
            file.unknown_voice(&voices).map_or(Ok(file), Err)
        });
        match reading.await {
            Ok(Ok(file)) => {
                self.server.offers.renew(&file.lexicons);
                tracing::info!("SIGHUP: new pronunciations are in use");
            }
            Ok(Err(wrong)) => {
                tracing::error!("new pronunciations are not used, the old ones stay: pronunciations {wrong}");
            }
            Err(error) => tracing::error!(%error, "pronunciations could not be read again"),
        }
    }
}
