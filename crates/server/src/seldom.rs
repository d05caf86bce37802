//! Log lines about what strangers can cause as often as they like: one now and then, with the number of the others.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long one line stands for all of its kind.
const EVERY: Duration = Duration::from_secs(60);

/// Decides which of many misfortunes of one kind gets a log line.
#[derive(Debug, Default)]
pub(crate) struct Seldom(Mutex<Since>);

#[derive(Debug, Default)]
struct Since {
    /// The last line.
    line: Option<Instant>,
    /// How many have had none since.
    untold: u64,
}

impl Seldom {
    /// How many had no line since the last one, if it is time for the next.
    pub(crate) fn turn(&self) -> Option<u64> {
        self.turn_at(Instant::now())
    }

    fn turn_at(&self, now: Instant) -> Option<u64> {
        // Two fields, each right without the other.
        let mut since = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if since.line.is_some_and(|line| now.saturating_duration_since(line) < EVERY) {
            since.untold += 1;
            return None;
        }
        since.line = Some(now);
        Some(std::mem::take(&mut since.untold))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_a_minute_has_a_line_and_the_next_tells_how_many_had_none() {
        let seldom = Seldom::default();
        let begun = Instant::now();
        let turns = [0, 1, 59, 60, 61, 600].map(|second| seldom.turn_at(begun + Duration::from_secs(second)));
        assert_eq!(turns, [Some(0), None, None, Some(2), None, Some(1)]);
    }
}
