//! Whether the server can take work, for `/readyz`.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Shared by whoever finds out and whoever asks.
#[derive(Debug)]
pub struct Readiness {
    state: Mutex<State>,
}

/// What the server is up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The default voice is being loaded.
    Warming,
    /// It can speak.
    Ready,
    /// The default voice cannot speak. It is tried again. Why is in the log only: it may tell of this machine's files, and
    /// anyone may ask.
    Unable,
    /// It finishes what it has.
    Closing,
}

impl Default for Readiness {
    fn default() -> Self {
        Self { state: Mutex::new(State::Warming) }
    }
}

impl Readiness {
    /// The present state.
    #[must_use]
    pub fn state(&self) -> State {
        *self.lock()
    }

    /// What was found out. A closing server stays so.
    pub fn set(&self, found: State) {
        let mut state = self.lock();
        if *state != State::Closing {
            *state = found;
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // An assignment cannot be left half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_server_never_becomes_ready_again() {
        let readiness = Readiness::default();
        readiness.set(State::Closing);
        readiness.set(State::Ready);
        assert_eq!(readiness.state(), State::Closing);
    }
}
