//! How long a start would wait for its turn.
//!
//! Two regimes. As long as all who speak, the new one included, fit into the slots at the pace of real time, a start
//! waits only for the first steps that are ahead of it, computed with what the others leave over; that is never more than
//! about one step's worth of sound. Once they do not fit, a start has to wait until others end: then everything queued or
//! expected must be computed first, less what a small excess can borrow from the lead that it leaves untouched.
//!
//! Starts are measured against who speaks, contexts that open against all who hold a reservation. Neither is declined for
//! the sum alone, only for the wait that follows from it.

use std::time::Duration;

use crate::Busy;
use crate::choice::slots;
use crate::house::House;
use crate::limits::SchedulerLimits;
use crate::stream::{HouseIndex, Tally};

/// Nobody is asked to come back sooner than this.
const SOONEST_RETRY: Duration = Duration::from_millis(100);
/// Nor later than this: by then everything may be different.
const LATEST_RETRY: Duration = Duration::from_secs(30);
/// Who speaks at real time fits only into so much of the slots: steps come unevenly, and what they cost is an estimate.
const USABLE: f64 = 0.97;
/// By how much more a small excess counts while nobody knows how long people talk.
const CAUTION: f64 = 0.9;
/// Longer waits are all the same, in seconds.
const LONGEST_WAIT: f64 = 3_600.0;

/// Whom a newcomer has to fit in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Among {
    /// All who hold a reservation or have jobs.
    Live,
    /// All who speak.
    Speaking,
}

/// One who asks to be let in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Newcomer {
    pub(crate) among: Among,
    pub(crate) house: HouseIndex,
    /// What it already contributes to the sums of its engine.
    pub(crate) counted: Tally,
}

/// Everything that a forecast rests on, in slots and slot seconds.
#[derive(Debug, Clone, Copy, Default)]
struct Forecast {
    slots: f64,
    /// What all take together, the newcomer included.
    demand: f64,
    /// What those take who are heard already.
    sounding: f64,
    /// The first steps that are ahead.
    first_steps: f64,
    /// All that is queued or expected.
    outlook: f64,
    /// What must be finished before the engine has room for one more segment.
    full_house: f64,
    /// How little is known of how long people talk, from 0 to 1.
    doubt: f64,
}

impl Forecast {
    fn new(limits: &SchedulerLimits, houses: &[House], newcomer: Newcomer) -> Self {
        let own = &houses[newcomer.house];
        let mut sum = Self {
            slots: slots(limits),
            full_house: own.work_ahead_of_room(),
            doubt: own.pace.doubt(),
            ..Self::default()
        };
        for house in houses {
            sum.add(house, newcomer.among);
        }
        if newcomer.among.count(&newcomer.counted) == 0 {
            sum.demand += own.pace.share();
        }
        sum
    }

    fn add(&mut self, house: &House, among: Among) {
        let share = house.pace.share();
        self.demand += among.count(&house.tally) as f64 * share;
        self.sounding += house.tally.speaking.saturating_sub(house.silent()) as f64 * share;
        self.first_steps += house.silent() as f64 * house.pace.begin();
        self.outlook += house.outlook() * share;
    }

    fn wait(&self) -> Duration {
        let turn = if self.demand <= self.slots * USABLE {
            self.among_those_who_fit()
        } else {
            self.past_the_rest()
        };
        let wait = turn.max(self.full_house / self.slots);
        Duration::from_secs_f64(if wait.is_finite() { wait.clamp(0.0, LONGEST_WAIT) } else { LONGEST_WAIT })
    }

    fn among_those_who_fit(&self) -> f64 {
        let everything = (self.first_steps + self.outlook) / self.slots;
        let left_over = self.slots - self.sounding;
        if left_over > 0.0 { (self.first_steps / left_over).min(everything) } else { everything }
    }

    /// If `n` streams of `w` seconds each begin evenly spread over `t` seconds, then none of them runs dry as long as
    /// `n (x - t/2) ≤ c x` at every later moment `x`, with `c` audio seconds computed each second. The narrowest place
    /// is their end at `x = w + t/2`, so `t ≥ 2 w (n/c - 1)`. With demand for `n/c` and the outlook for `n w / c`.
    ///
    /// Before any talk has ended, `w` may prove longer than it seems. That matters as long as leads are borrowed from;
    /// once all must be computed first, nobody is heard who could run dry.
    fn past_the_rest(&self) -> f64 {
        let everything = self.outlook / self.slots;
        let borrowed = (2.0 * (1.0 - self.slots * USABLE / self.demand)).min(1.0);
        let doubted = borrowed * (1.0 + self.doubt * CAUTION * (1.0 - borrowed));
        (everything * doubted).max(self.first_steps / self.slots)
    }
}

impl Among {
    const fn count(self, tally: &Tally) -> usize {
        match self {
            Self::Live => tally.live,
            Self::Speaking => tally.speaking,
        }
    }
}

/// How long a newcomer would wait for its turn.
pub(crate) fn predicted_wait(limits: &SchedulerLimits, houses: &[House], newcomer: Newcomer) -> Duration {
    Forecast::new(limits, houses, newcomer).wait()
}

/// Whether a newcomer would be heard soon enough.
pub(crate) fn admit(limits: &SchedulerLimits, houses: &[House], newcomer: Newcomer) -> Result<(), Busy> {
    let predicted_wait = predicted_wait(limits, houses, newcomer);
    let excess = predicted_wait.saturating_sub(limits.first_audio_wait);
    if excess.is_zero() { Ok(()) } else { Err(busy(predicted_wait, excess)) }
}

/// Declines, with a retry time within reason.
pub(crate) fn busy(predicted_wait: Duration, retry_after: Duration) -> Busy {
    Busy { predicted_wait, retry_after: retry_after.clamp(SOONEST_RETRY, LATEST_RETRY) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two slots of an engine at five times real time: ten streams fit.
    fn of(streams: f64, seconds_each: f64) -> Forecast {
        let demand = streams / 5.0;
        Forecast {
            slots: 2.0,
            demand,
            sounding: demand,
            outlook: demand * seconds_each,
            ..Forecast::default()
        }
    }

    fn seconds(forecast: Forecast) -> f64 {
        forecast.wait().as_secs_f64()
    }

    #[test]
    fn who_fits_waits_only_for_first_steps() {
        assert_eq!(seconds(of(9.6, 600.0)), 0.0);
        let crowd = Forecast { first_steps: 0.5, sounding: 1.0, ..of(9.6, 600.0) };
        assert!((seconds(crowd) - 0.5).abs() < 1e-6, "{crowd:?}");
    }

    #[test]
    fn a_small_excess_of_short_sentences_is_absorbed() {
        assert!(seconds(of(11.0, 3.0)) < 1.0);
        assert!(seconds(of(11.0, 60.0)) > 3.0, "of long readings it is not");
    }

    #[test]
    fn far_past_it_everything_must_be_computed_first() {
        assert!((seconds(of(40.0, 10.0)) - 40.0).abs() < 1e-6);
    }

    #[test]
    fn a_full_house_makes_wait() {
        let full = Forecast { full_house: 8.0, ..of(1.0, 3.0) };
        assert!((seconds(full) - 4.0).abs() < 1e-6);
    }

    #[test]
    fn retry_times_are_within_reason() {
        assert_eq!(busy(Duration::from_secs(4), Duration::from_nanos(1)).retry_after, SOONEST_RETRY);
        assert_eq!(busy(Duration::MAX, Duration::MAX).retry_after, LATEST_RETRY);
    }
}
