//! One engine: who waits for it, how many segments it has open, how fast it is.
//!
//! At most `max_open` segments are begun and unfinished. Those can always go on; others wait outside. When the house is
//! full and somebody outside needs a step sooner than anybody inside, then the guest with the least left to say takes
//! that step in their place, even beyond `max_lead`: only an end makes room, and the shortest remainder makes it soonest.
//! So segments that were begun far ahead of their listeners, and parked, keep no new caller waiting for ever.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::StreamKey;
use crate::limits::EngineShare;
use crate::listener::Hearing;
use crate::pace::Pace;
use crate::stream::{Job, Phase, Tally};
use crate::urgency::{Horizon, Line, Place, Urgency};

#[derive(Debug)]
pub(crate) struct House {
    pub(crate) engine: &'static str,
    max_open: usize,
    /// Segments begun and unfinished, those included that were abandoned in mid-step.
    open: usize,
    pub(crate) tally: Tally,
    pub(crate) pace: Pace,
    parked: Line,
    outside: Line,
    /// The parked ones again, those with the least left to say first.
    remainders: BTreeSet<(Duration, u64, StreamKey)>,
}

impl House {
    pub(crate) fn new(share: &EngineShare) -> Self {
        Self {
            engine: share.engine,
            max_open: share.max_open.max(1),
            open: 0,
            tally: Tally::default(),
            pace: Pace::guess(share.speed_guess),
            parked: Line::default(),
            outside: Line::default(),
            remainders: BTreeSet::new(),
        }
    }

    pub(crate) fn line_up(&mut self, stream: StreamKey, job: &Job, hearing: Hearing) {
        if job.phase == Phase::Parked {
            self.parked.enter(stream, job.sequence, hearing);
            self.remainders.insert((job.remaining, job.sequence, stream));
        } else {
            self.outside.enter(stream, job.sequence, hearing);
        }
    }

    pub(crate) fn step_out(&mut self, stream: StreamKey, job: &Job, hearing: Hearing) {
        if job.phase == Phase::Parked {
            self.parked.leave(stream, job.sequence, hearing);
            self.remainders.remove(&(job.remaining, job.sequence, stream));
        } else {
            self.outside.leave(stream, job.sequence, hearing);
        }
    }

    pub(crate) const fn let_in(&mut self) {
        self.open += 1;
    }

    pub(crate) const fn let_out(&mut self) {
        self.open -= 1;
    }

    /// Whose step should run next in this house, and how urgent that is.
    pub(crate) fn choose(&self, horizon: &Horizon) -> Option<(Urgency, u64, StreamKey)> {
        let inside = self.parked.first(horizon).map(name);
        let outside = self.outside.first(horizon).map(name);
        match outside {
            Some(caller) if self.is_full() && inside.is_none_or(|guest| caller < guest) => {
                self.soonest_to_leave().map(|guest| (caller.0, caller.1, guest)).or(inside)
            }
            Some(caller) if !self.is_full() => inside.into_iter().chain([caller]).min(),
            _ => inside,
        }
    }

    fn soonest_to_leave(&self) -> Option<StreamKey> {
        self.remainders.first().map(|&(_, _, stream)| stream)
    }

    const fn is_full(&self) -> bool {
        self.open >= self.max_open
    }

    /// When the first ready listener who has sound runs dry.
    pub(crate) fn first_dry(&self) -> Option<speech::Moment> {
        self.parked.first_dry().into_iter().chain(self.outside.first_dry()).min()
    }

    pub(crate) const fn open(&self) -> usize {
        self.open
    }

    /// Streams that wait in silence for a step.
    pub(crate) fn silent(&self) -> usize {
        self.parked.silent() + self.outside.silent()
    }

    /// Streams with a listener who hears something, ready for a step.
    pub(crate) fn sounding(&self) -> usize {
        self.parked.sounding() + self.outside.sounding()
    }

    /// Slot seconds until one more segment that comes now may begin: as many must end first as are too many then.
    pub(crate) fn work_ahead_of_room(&self) -> f64 {
        let ahead = (self.outside.len() + 1 + self.open).saturating_sub(self.max_open);
        let usual_job = self.tally.queued.as_secs_f64() / self.tally.jobs.max(1) as f64;
        ahead as f64 * usual_job * self.pace.share()
    }

    /// Seconds of sound that are queued or expected: what the streams themselves give reason for, or what talks have
    /// been like of late, if that is more.
    pub(crate) fn outlook(&self) -> f64 {
        (self.tally.speaking as f64 * self.pace.talk()).max(self.tally.outlook.as_secs_f64())
    }

    #[cfg(test)]
    pub(crate) fn has_work(&self) -> bool {
        self.parked.len() > 0 || (self.outside.len() > 0 && !self.is_full())
    }

    #[cfg(test)]
    pub(crate) fn is_deserted(&self) -> bool {
        self.open == 0
            && self.tally == Tally::default()
            && self.parked.len() == 0
            && self.outside.len() == 0
            && self.remainders.is_empty()
    }
}

fn name((urgency, place): (Urgency, Place)) -> (Urgency, u64, StreamKey) {
    (urgency, place.sequence, place.stream)
}
