//! What all contexts of a connection share: places for segments with the scheduler, and room for sound before the socket.
//!
//! Each context reports its share whenever it changes, so nothing here ever looks at all of them. Where there is no room,
//! contexts stand in line, one segment a turn. Sound of a context that is gone counts until it has left.
//!
//! **Why nobody waits for ever.** A segment of a context that speaks is told when its engine is done, and its sound leaves
//! with the socket. A segment that is submitted ahead in a lane waits for other contexts instead; so those may take only
//! half of the places.

use std::collections::BTreeMap;

use speech::{AudioTime, ContextId};

use crate::Limits;
use crate::lanes::Turn;

/// What one context, or all of them, take of a connection's bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Share {
    /// Sound that was told and is not sent.
    pub(crate) unsent: AudioTime,
    /// The same without what little an open generation withholds: this leaves as soon as the socket takes it.
    pub(crate) sendable: AudioTime,
    /// Segments that are with an engine, or spoken and not told.
    pub(crate) segments: usize,
    /// How many of those are submitted ahead of their context's turn.
    pub(crate) ahead: usize,
}

/// A place in the line: contexts that speak come before those that would be ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    turn: Turn,
    number: u64,
}

/// The bounds of one connection, and who waits for room in them.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    taken: Share,
    /// Sound of contexts that are gone.
    leaving: BTreeMap<ContextId, AudioTime>,
    line: BTreeMap<Place, ContextId>,
    next_number: u64,
}

impl Budget {
    /// A context's share is now `share`.
    pub(crate) fn report(&mut self, reported: &mut Share, share: Share) {
        let taken = &mut self.taken;
        taken.unsent = taken.unsent - reported.unsent + share.unsent;
        taken.sendable = taken.sendable - reported.sendable + share.sendable;
        taken.segments = taken.segments - reported.segments + share.segments;
        taken.ahead = taken.ahead - reported.ahead + share.ahead;
        *reported = share;
    }

    /// A context ends while so much of its sound is unsent.
    pub(crate) fn leave(&mut self, context: ContextId, unsent: AudioTime) {
        if unsent > AudioTime::ZERO {
            self.taken.unsent = self.taken.unsent + unsent;
            self.taken.sendable = self.taken.sendable + unsent;
            self.leaving.insert(context, unsent);
        }
    }

    /// So much more was sent of a context that has ended.
    pub(crate) fn sent(&mut self, context: ContextId, amount: AudioTime) {
        let Some(unsent) = self.leaving.get_mut(&context) else { return };
        let amount = amount.min(*unsent);
        *unsent = *unsent - amount;
        self.give(amount);
    }

    /// Nothing of a context that has ended is unsent any more.
    pub(crate) fn left(&mut self, context: ContextId) {
        if let Some(unsent) = self.leaving.remove(&context) {
            self.give(unsent);
        }
    }

    fn give(&mut self, sound: AudioTime) {
        self.taken.unsent = self.taken.unsent - sound;
        self.taken.sendable = self.taken.sendable - sound;
    }

    /// Whether a context may submit a segment now, without waiting for anybody.
    pub(crate) fn lets_pass(&self, turn: Turn, limits: &Limits) -> bool {
        let is_first = match turn {
            Turn::Speaking | Turn::Aside => self.line.keys().next().is_none_or(|place| place.turn > turn),
            Turn::Next | Turn::Waiting => self.line.is_empty(),
        };
        is_first && self.has_room(turn, limits)
    }

    /// Stands in line, unless it does already.
    pub(crate) fn stand_in_line(&mut self, context: ContextId, turn: Turn, place: &mut Option<Place>) {
        if place.is_some_and(|place| place.turn == turn) {
            return;
        }
        self.step_out(place);
        let new = Place { turn, number: self.next_number };
        self.next_number += 1;
        self.line.insert(new, context);
        *place = Some(new);
    }

    /// Does not wait any more.
    pub(crate) fn step_out(&mut self, place: &mut Option<Place>) {
        if let Some(place) = place.take() {
            self.line.remove(&place);
        }
    }

    /// The next in line that there is room for.
    pub(crate) fn call(&self, limits: &Limits) -> Option<ContextId> {
        let (place, context) = self.line.first_key_value()?;
        self.has_room(place.turn, limits).then_some(*context)
    }

    fn has_room(&self, turn: Turn, limits: &Limits) -> bool {
        let Share { unsent, sendable, segments, ahead } = self.taken;
        let places = limits.jobs_per_connection.max(1);
        let place_is_free = match turn {
            Turn::Speaking | Turn::Aside => true,
            Turn::Next => ahead < places / 2,
            Turn::Waiting => false,
        };
        // What is withheld leaves only when more is spoken: by itself it keeps nobody waiting, however low the bound.
        let room = unsent < limits.unsent_audio_per_connection || sendable == AudioTime::ZERO;
        room && segments < places && place_is_free
    }
}
