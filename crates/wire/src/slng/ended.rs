//! The streams that ended lately: a clear that crosses the end of its stream is no mistake.

use std::collections::VecDeque;
use std::time::Duration;

use speech::Moment;

/// How long a name is remembered, and how many at most.
const MEMORY: Duration = Duration::from_secs(10);
const NAMES: usize = 1_000;

/// The names of one socket's streams that ended in the last ten seconds.
#[derive(Debug, Default)]
pub(super) struct Ended(VecDeque<(Moment, String)>);

impl Ended {
    /// A stream ended.
    pub(super) fn remember(&mut self, now: Moment, name: &str) {
        self.0.push_back((now, name.to_owned()));
        if self.0.len() > NAMES {
            self.0.pop_front();
        }
    }

    /// Forgets those that ended too long ago, and the memory that many of them took.
    pub(super) fn forget_old(&mut self, now: Moment) {
        while self.0.front().is_some_and(|(at, _)| now.since(*at) > MEMORY) {
            self.0.pop_front();
        }
        if self.0.is_empty() {
            self.0 = VecDeque::new();
        }
    }

    /// Whether a stream of this name is remembered.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.0.iter().any(|(_, known)| known == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Moment {
        Moment::after_start(Duration::from_secs(seconds))
    }

    #[test]
    fn names_are_forgotten_with_what_they_took() {
        let mut ended = Ended::default();
        ended.remember(at(0), "a");
        ended.remember(at(5), "b");
        ended.forget_old(at(10));
        assert!(ended.knows("a") && ended.knows("b"));
        ended.forget_old(at(11));
        assert!(!ended.knows("a") && ended.knows("b"));
        ended.forget_old(at(16));
        assert_eq!((ended.knows("b"), ended.0.capacity()), (false, 0));
    }

    #[test]
    fn names_are_bounded() {
        let mut ended = Ended::default();
        (0..=NAMES).for_each(|name| ended.remember(at(0), &name.to_string()));
        assert!(!ended.knows("0") && ended.knows("1"));
    }
}
