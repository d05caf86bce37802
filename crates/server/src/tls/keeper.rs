//! Keeps the certificate in use, and looks now and then whether there is a newer one.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use tokio_rustls::rustls::ServerConfig;

use super::files::Stamp;
use super::{TlsError, TlsFiles};

/// The files are looked at before a handshake, but not more often than this.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The certificate in use. Connections keep the one that they began with.
pub struct Keeper {
    files: TlsFiles,
    inner: Mutex<Inner>,
    /// Held by whoever looks. A file system that does not answer costs one thread, not one a second.
    looking: Mutex<()>,
}

struct Inner {
    config: Arc<ServerConfig>,
    /// Of the files that it came from.
    stamp: Stamp,
    looked: Instant,
    /// What was complained of already.
    told: Option<Stamp>,
}

impl Keeper {
    /// Reads the files for the first time.
    ///
    /// # Errors
    /// [`TlsError`].
    pub fn open(files: TlsFiles) -> Result<Self, TlsError> {
        // Before they are read: a change in between is found later.
        let stamp = files.stamp();
        let inner = Inner { config: files.load()?, stamp, looked: Instant::now(), told: None };
        Ok(Self { files, inner: Mutex::new(inner), looking: Mutex::new(()) })
    }

    /// For the next handshake. It waits for the file system, where nobody has looked for a while.
    pub async fn current(self: &Arc<Self>) -> Arc<ServerConfig> {
        if self.is_time_to_look() {
            let keeper = Arc::clone(self);
            // It fails only while the runtime ends.
            let _ = tokio::task::spawn_blocking(move || keeper.look()).await;
        }
        Arc::clone(&self.lock().config)
    }

    /// Looks at the files now, and complains of what is wrong even if it did before.
    pub fn look_now(self: &Arc<Self>) {
        self.lock().told = None;
        let keeper = Arc::clone(self);
        drop(tokio::task::spawn_blocking(move || keeper.look()));
    }

    fn is_time_to_look(&self) -> bool {
        let mut inner = self.lock();
        let is_time = inner.looked.elapsed() >= LOOK_EVERY;
        if is_time {
            inner.looked = Instant::now();
        }
        is_time
    }

    /// Takes over what is new and right. What is wrong is complained of once, and tried again: of a pair that is being
    /// replaced, one file is always the first.
    fn look(&self) {
        let _looking = match self.looking.try_lock() {
            Ok(guard) => guard,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        let stamp = self.files.stamp();
        if self.lock().stamp == stamp {
            return;
        }
        let loaded = self.files.load();
        let mut inner = self.lock();
        match loaded {
            Ok(config) => {
                tracing::info!(cert = %self.files.cert.display(), "new certificate is in use");
                (inner.config, inner.stamp, inner.told) = (config, stamp, None);
            }
            Err(error) => {
                if inner.told.replace(stamp) != Some(stamp) {
                    tracing::error!("new certificate is not used, the old one stays: {error}");
                }
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // Assignments cannot be left half done in a way that matters: each field is whole.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use loopback_certificate::Loopback;

    use super::*;

    #[test]
    fn there_is_one_look_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        Loopback::make().unwrap().write(folder.path()).unwrap();
        let files = TlsFiles { cert: folder.path().join("cert.pem"), key: folder.path().join("key.pem") };
        let keeper = Keeper::open(files).unwrap();
        let first = Arc::clone(&keeper.lock().config);
        Loopback::make().unwrap().write(folder.path()).unwrap();
        let another = keeper.looking.lock().unwrap();
        keeper.look();
        assert!(Arc::ptr_eq(&keeper.lock().config, &first), "another one looks");
        drop(another);
        keeper.look();
        assert!(!Arc::ptr_eq(&keeper.lock().config, &first));
    }
}
