//! The one clock of the program: everything pure is told the time by it.

use std::time::{Duration, Instant};

use speech::Moment;

/// A moment that no instant can name is as good as this one, counted from now: nobody waits for either.
const FAR: Duration = Duration::from_secs(30 * 24 * 60 * 60);

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

    /// The runtime's name for a moment; one beyond what the system can name is far in the future.
    #[must_use]
    pub fn instant(&self, moment: Moment) -> tokio::time::Instant {
        let named = self.start.checked_add(moment.since_start());
        tokio::time::Instant::from_std(named.unwrap_or_else(|| Instant::now() + FAR))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_has_an_instant() {
        let clock = Clock::start();
        let never = clock.instant(Moment::after_start(Duration::MAX));
        assert!(never > clock.instant(clock.now() + Duration::from_secs(24 * 60 * 60)));
        let soon = clock.instant(Moment::after_start(Duration::from_secs(1)));
        assert_eq!(soon.into_std(), clock.start + Duration::from_secs(1));
    }
}
