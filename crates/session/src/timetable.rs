//! Every deadline of a session in one ordered table: thousands of silent contexts cost the next wake-up nothing.

use std::collections::BTreeSet;

use speech::{ContextId, Moment};

use crate::Timer;

/// When one context wants to be woken: for its text, and for its share of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Deadlines {
    pub(crate) release: Option<(Moment, Timer)>,
    pub(crate) idle: Option<Moment>,
}

impl Deadlines {
    fn entries(self, context: ContextId) -> impl Iterator<Item = (Moment, Timer, ContextId)> {
        let idle = self.idle.map(|at| (at, Timer::ReservationIdle));
        self.release.into_iter().chain(idle).map(move |(at, timer)| (at, timer, context))
    }
}

/// The deadlines of all contexts.
#[derive(Debug, Default)]
pub(crate) struct Timetable {
    entries: BTreeSet<(Moment, Timer, ContextId)>,
}

impl Timetable {
    /// Replaces what is armed for a context by what it wants.
    pub(crate) fn arm(&mut self, context: ContextId, armed: &mut Deadlines, wanted: Deadlines) {
        if *armed == wanted {
            return;
        }
        for entry in armed.entries(context) {
            self.entries.remove(&entry);
        }
        self.entries.extend(wanted.entries(context));
        *armed = wanted;
    }

    /// The same for a lane and its head.
    pub(crate) fn arm_lane(
        &mut self,
        armed: &mut Option<(Moment, ContextId)>,
        wanted: Option<(Moment, ContextId)>,
    ) {
        if *armed == wanted {
            return;
        }
        let entry = |(at, context)| (at, Timer::LanePatience, context);
        if let Some(old) = armed.map(entry) {
            self.entries.remove(&old);
        }
        self.entries.extend(wanted.map(entry));
        *armed = wanted;
    }

    pub(crate) fn first(&self) -> Option<(Moment, Timer, ContextId)> {
        self.entries.first().copied()
    }

    /// Takes out the first deadline that is not later than `now`.
    pub(crate) fn take_due(&mut self, now: Moment) -> Option<(Timer, ContextId)> {
        let (at, timer, context) = self.first()?;
        if at > now {
            return None;
        }
        self.entries.pop_first();
        Some((timer, context))
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }
}
