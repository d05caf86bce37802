//! Three times, three types: [`Moment`] says when something happened, [`AudioTime`] is a place in the audio, and wall
//! clock time exists only in logs, where it is none of our business.

use std::fmt;
use std::ops::{Add, Sub};
use std::time::Duration;

/// When something happened, counted from the start of the server, so that it prints, compares and replays.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Moment(Duration);

impl Moment {
    /// The start of the server.
    pub const START: Self = Self(Duration::ZERO);

    /// A moment this long after the start of the server.
    #[must_use]
    pub const fn after_start(since: Duration) -> Self {
        Self(since)
    }

    /// How long after the start of the server.
    #[must_use]
    pub const fn since_start(self) -> Duration {
        self.0
    }

    /// How long after `earlier`; zero if `earlier` is in fact later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

impl Add<Duration> for Moment {
    type Output = Self;
    fn add(self, rhs: Duration) -> Self {
        Self(self.0.saturating_add(rhs))
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{:?}", self.0)
    }
}

/// A place in the audio, or a length of it, in nanoseconds of playing time.
///
/// Made from a sample count and its rate with [`SampleCount::time_at`](crate::SampleCount::time_at).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct AudioTime(u64);

impl AudioTime {
    /// The beginning, or no length at all.
    pub const ZERO: Self = Self(0);

    /// So many nanoseconds into the audio.
    #[must_use]
    pub const fn from_nanos(nanos: u64) -> Self {
        Self(nanos)
    }

    /// So many milliseconds into the audio.
    #[must_use]
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis * 1_000_000)
    }

    /// In nanoseconds.
    #[must_use]
    pub const fn as_nanos(self) -> u64 {
        self.0
    }

    /// In seconds, for the wires that send them as numbers.
    #[must_use]
    pub fn as_seconds(self) -> f64 {
        self.0 as f64 / 1e9
    }

    /// In whole milliseconds, rounded to the nearest.
    #[must_use]
    pub const fn as_millis(self) -> u64 {
        (self.0 + 500_000) / 1_000_000
    }

    /// The time it takes to play it.
    #[must_use]
    pub const fn as_duration(self) -> Duration {
        Duration::from_nanos(self.0)
    }

    /// The distance back to `earlier`; zero if `earlier` is in fact later.
    #[must_use]
    pub const fn saturating_sub(self, earlier: Self) -> Self {
        Self(self.0.saturating_sub(earlier.0))
    }
}

impl Add for AudioTime {
    type Output = Self;
    fn add(self, rhs: Self) -> Self {
        Self(self.0 + rhs.0)
    }
}

impl Sub for AudioTime {
    type Output = Self;
    fn sub(self, rhs: Self) -> Self {
        Self(self.0 - rhs.0)
    }
}

impl fmt::Debug for AudioTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}s", self.as_seconds())
    }
}
