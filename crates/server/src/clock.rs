//! The one clock of the program: everything pure is told the time by it.

use std::time::Instant;

use speech::Moment;

/// Counts from the start of the server. Cheap to copy; all copies agree.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    start: Instant,
}

impl Clock {
    /// Starts counting.
    #[must_use]
    pub fn start() -> Self {
        Self { start: Instant::now() }
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Moment {
        Moment::after_start(self.start.elapsed())
    }

    /// The runtime's name for a moment.
    #[must_use]
    pub fn instant(&self, moment: Moment) -> tokio::time::Instant {
        tokio::time::Instant::from_std(self.start + moment.since_start())
    }
}
