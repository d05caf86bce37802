//! Who goes before whom.
//!
//! Three classes, and within each the earlier moment first:
//!
//! 1. *Late*: listeners who hear sound and would run dry within the margin, and starts whose patience is at an end;
//! 2. *Waiting*: listeners who hear nothing, in order of submission;
//! 3. *Ahead*: listeners with more to hear than the margin, the least of it first.
//!
//! So a silent listener is due *now*, whenever now is. A fixed deadline at its submission would be the plainer rule, and
//! was rejected: in a burst the last of a thousand starts would then outrank, by a second, everyone who started first,
//! and make all of them stutter.

use std::collections::BTreeSet;
use std::time::Duration;

use speech::Moment;

use crate::StreamKey;
use crate::listener::Hearing;

/// How soon a stream needs a step. The least goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Urgency {
    /// Its listener runs dry at this moment, or has.
    Late(Moment),
    /// Its listener has waited in silence since this moment.
    Waiting(Moment),
    /// Its listener has sound up to this moment.
    Ahead(Moment),
}

/// What turns a stream's moment into its urgency.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Horizon {
    pub(crate) now: Moment,
    /// Who runs dry within this time goes before those who wait in silence.
    pub(crate) margin: Duration,
    /// Who has waited in silence for so long goes with the late ones, so that nobody waits for ever.
    pub(crate) patience: Duration,
    /// Who has more sound than this gets no more of it.
    pub(crate) max_lead: Option<Duration>,
}

impl Horizon {
    fn silent(&self, since: Moment) -> Urgency {
        let end = since + self.patience;
        if end <= self.now { Urgency::Late(end) } else { Urgency::Waiting(since) }
    }

    fn sounding(&self, due: Moment) -> Urgency {
        if due <= self.now + self.margin { Urgency::Late(due) } else { Urgency::Ahead(due) }
    }

    fn is_held_back(&self, due: Moment) -> bool {
        self.max_lead.is_some_and(|lead| due > self.now + lead)
    }
}

/// A stream's place in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Since when it is silent, or when it runs dry.
    pub(crate) at: Moment,
    /// The number of its job: the order of submission.
    pub(crate) sequence: u64,
    pub(crate) stream: StreamKey,
}

/// Streams that are ready for a step, the most urgent first.
#[derive(Debug, Default)]
pub(crate) struct Line {
    silent: BTreeSet<Place>,
    sounding: BTreeSet<Place>,
}

impl Line {
    pub(crate) fn enter(&mut self, stream: StreamKey, sequence: u64, hearing: Hearing) {
        let (side, at) = self.side(hearing);
        side.insert(Place { at, sequence, stream });
    }

    pub(crate) fn leave(&mut self, stream: StreamKey, sequence: u64, hearing: Hearing) {
        let (side, at) = self.side(hearing);
        side.remove(&Place { at, sequence, stream });
    }

    fn side(&mut self, hearing: Hearing) -> (&mut BTreeSet<Place>, Moment) {
        match hearing {
            Hearing::Silence(since) => (&mut self.silent, since),
            Hearing::Until(due) => (&mut self.sounding, due),
        }
    }

    /// The most urgent that is not held back.
    pub(crate) fn first(&self, horizon: &Horizon) -> Option<(Urgency, Place)> {
        let silent = self.silent.first().map(|place| (horizon.silent(place.at), *place));
        let sounding = self.sounding.first().filter(|place| !horizon.is_held_back(place.at));
        let sounding = sounding.map(|place| (horizon.sounding(place.at), *place));
        silent.into_iter().chain(sounding).min()
    }

    /// When the first listener who has sound runs dry.
    pub(crate) fn first_dry(&self) -> Option<Moment> {
        self.sounding.first().map(|place| place.at)
    }

    pub(crate) fn silent(&self) -> usize {
        self.silent.len()
    }

    pub(crate) fn sounding(&self) -> usize {
        self.sounding.len()
    }

    pub(crate) fn len(&self) -> usize {
        self.silent.len() + self.sounding.len()
    }
}
