//! Who may speak when contexts share a lane: one after another, in the order of their opening.
//!
//! The head speaks. The one behind it may have one segment submitted ahead, whose sound is kept until its turn; all
//! others wait. A head that is open but silent is still the head: that is what a lane means. It moves on when the head
//! is closed, cancelled or refused.

use std::collections::{BTreeMap, VecDeque};

use speech::{ContextId, LaneId};

/// A context's place in its lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// It speaks. Contexts without a lane always do.
    Speaking,
    /// The next: one segment ahead, nothing told.
    Next,
    /// Further behind.
    Waiting,
}

/// All lanes of a connection that have contexts.
#[derive(Debug, Default)]
pub(crate) struct Lanes {
    lanes: BTreeMap<LaneId, VecDeque<ContextId>>,
}

impl Lanes {
    /// A new context joins its lane, if it names one.
    pub(crate) fn join(&mut self, lane: Option<LaneId>, context: ContextId) -> Turn {
        let Some(lane) = lane else { return Turn::Speaking };
        let queue = self.lanes.entry(lane).or_default();
        queue.push_back(context);
        turn_at(queue.len() - 1)
    }

    /// A context is gone: who speaks, and who is next?
    pub(crate) fn leave(
        &mut self,
        lane: Option<LaneId>,
        context: ContextId,
    ) -> [Option<(ContextId, Turn)>; 2] {
        let Some(lane) = lane else { return [None; 2] };
        let Some(queue) = self.lanes.get_mut(&lane) else { return [None; 2] };
        queue.retain(|other| *other != context);
        let first = [0, 1].map(|place| queue.get(place).map(|context| (*context, turn_at(place))));
        if queue.is_empty() {
            self.lanes.remove(&lane);
        }
        first
    }

    pub(crate) fn clear(&mut self) {
        self.lanes.clear();
    }
}

fn turn_at(place: usize) -> Turn {
    match place {
        0 => Turn::Speaking,
        1 => Turn::Next,
        _ => Turn::Waiting,
    }
}
