//! How far to look ahead when choosing the next step.
//!
//! Before a silent listener gets its first step, those who are heard must not run dry for it. The margin is how long it
//! takes to give each of them a step, and the newcomer one besides, with something to spare. When more speak than fit, it grows by what the
//! excess would eat of everybody's lead until they are done: who was accepted in a wrong guess about the others' length
//! then waits a little longer, instead of making all of them stutter.

use std::time::Duration;

use speech::Moment;

use crate::house::House;
use crate::limits::SchedulerLimits;
use crate::urgency::Horizon;

/// How often a start may miss the accepted wait before it takes precedence over those who are heard.
const PATIENCE: u32 = 2;
/// One round would do if all steps were alike. With pieces of half to one and a half times the usual length, one lets
/// listeners of a full machine run dry by up to 0.1 s, two make starts wait past the limit (`tests/simulation`).
const ROUNDS: f64 = 1.5;

/// How many slots there are, for arithmetic.
pub(crate) fn slots(limits: &SchedulerLimits) -> f64 {
    limits.slots.max(1) as f64
}

/// What decides urgency at this moment.
pub(crate) fn horizon(limits: &SchedulerLimits, houses: &[House], now: Moment) -> Horizon {
    let margin = rounds(limits, houses) + excess(limits, houses);
    Horizon {
        now,
        margin: Duration::from_secs_f64(margin.min(limits.first_audio_wait.as_secs_f64())),
        patience: limits.first_audio_wait * PATIENCE,
        max_lead: limits.max_lead,
    }
}

/// Seconds to give everyone who is heard a step, and a newcomer one, for [`ROUNDS`] rounds.
fn rounds(limits: &SchedulerLimits, houses: &[House]) -> f64 {
    let steps: f64 = houses.iter().map(|house| house.sounding() as f64 * house.pace.step()).sum();
    let newcomer = houses.iter().map(|house| house.pace.begin()).fold(0.0, f64::max);
    (steps / slots(limits) + newcomer) * ROUNDS
}

/// Seconds of lead that an excess of speakers will eat until they are done.
fn excess(limits: &SchedulerLimits, houses: &[House]) -> f64 {
    let sum =
        |of: fn(&House) -> f64| -> f64 { houses.iter().map(|house| of(house) * house.pace.share()).sum() };
    let demand = sum(|house| house.tally.speaking as f64);
    if demand <= slots(limits) {
        return 0.0;
    }
    let usual_length = sum(House::outlook) / demand;
    usual_length * (1.0 - slots(limits) / demand)
}
