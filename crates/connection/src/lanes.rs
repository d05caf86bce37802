//! Contexts that speak one after another.
//!
//! The session tells a context's sound only in its turn of the lane, and says when that begins. Here the same holds for the
//! way out: contexts take turns at the socket, but what one says in its turn of the lane waits until all has left that those
//! before it said in theirs.

use std::collections::{HashMap, VecDeque};

use speech::{ContextId, LaneId};

/// For each lane the turns of which something may still wait for the socket, and last the one that it is for the session.
#[derive(Debug, Default)]
pub(crate) struct Lanes(HashMap<LaneId, VecDeque<ContextId>>);

/// Where a context stands with its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nobody is before it.
    First,
    /// What is told of it from here on must wait.
    Behind,
}

/// Whether the session may tell more of the first turn of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It may.
    Current,
    /// It has come to another context.
    Past,
}

impl Lanes {
    /// For the session it is the turn of `context`.
    pub(crate) fn begin(&mut self, lane: LaneId, context: ContextId) -> Standing {
        let turns = self.0.entry(lane).or_default();
        if turns.back() != Some(&context) {
            // What a first turn says is on its way. One further behind made no sound, or it would not be over: what there
            // is to tell of it may come later.
            if let Some(place) = turns.iter().skip(1).position(|other| *other == context) {
                turns.remove(place + 1);
            }
            turns.push_back(context);
        }
        if turns.len() > 1 { Standing::Behind } else { Standing::First }
    }

    /// Whose turn of a lane is the first.
    pub(crate) fn first(&self, lane: LaneId) -> Option<(ContextId, Turn)> {
        let turns = self.0.get(&lane)?;
        let turn = if turns.len() > 1 { Turn::Past } else { Turn::Current };
        turns.front().map(|context| (*context, turn))
    }

    /// All of the first turn has left. Gives the one that nobody is before any more.
    pub(crate) fn end_first(&mut self, lane: LaneId) -> Option<ContextId> {
        let turns = self.0.get_mut(&lane)?;
        turns.pop_front();
        let first = turns.front().copied();
        if first.is_none() {
            self.0.remove(&lane);
        }
        if self.0.is_empty() {
            self.0 = HashMap::new();
        }
        first
    }
}
