//! How far it is, on a terminal.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicU64, Ordering};

use speech::AudioTime;

/// Shown anew after so much more sound.
const SHOW_EVERY: AudioTime = AudioTime::from_millis(500);

/// What was said so far.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    words: AtomicU64,
    nanos: AtomicU64,
    spoken_bytes: AtomicU64,
    shown: AtomicU64,
}

impl Progress {
    pub(crate) fn heard(&self, words: usize, duration: AudioTime) {
        self.words.fetch_add(words as u64, Ordering::Relaxed);
        self.nanos.fetch_add(duration.as_nanos(), Ordering::Relaxed);
    }

    pub(crate) fn spoken_up_to(&self, bytes: u64) {
        self.spoken_bytes.store(bytes, Ordering::Relaxed);
    }

    pub(crate) fn spoken_bytes(&self) -> u64 {
        self.spoken_bytes.load(Ordering::Relaxed)
    }

    /// Shows it, now and then.
    pub(crate) fn show(&self) {
        let heard = self.nanos.load(Ordering::Relaxed);
        let due = heard >= self.shown.load(Ordering::Relaxed) + SHOW_EVERY.as_nanos();
        if due && stderr().is_terminal() {
            self.shown.store(heard, Ordering::Relaxed);
            // A line that cannot be shown stops nothing.
            let _ = write!(stderr(), "\r{}", self.line());
        }
    }

    /// Shows how it ended.
    pub(crate) fn end(&self) {
        if stderr().is_terminal() {
            let _ = writeln!(stderr(), "\r{}", self.line());
        }
    }

    fn line(&self) -> String {
        let seconds = AudioTime::from_nanos(self.nanos.load(Ordering::Relaxed)).as_seconds();
        format!("{} words, {seconds:.1} s", self.words.load(Ordering::Relaxed))
    }
}
