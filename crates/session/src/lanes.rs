//! Who may speak when contexts share a lane: one after another, in the order of their opening.
//!
//! The head speaks. The one behind it may have one segment submitted ahead, whose sound is kept until its turn; all
//! others wait. A lane moves on when its head is closed, cancelled or refused, and also when the head has had nothing to say
//! for [`Limits::lane_patience`](crate::Limits) while somebody in line has: then it steps aside. Being silent it needs no
//! turn; with its next text it joins the line again, at the end. Text that the head holds back, and that no timer releases,
//! is waited for as long, and then spoken. A lane in which nobody has anything to say stays as it is.

use std::collections::{BTreeMap, VecDeque};

use speech::{ContextId, LaneId, Moment};

use crate::timetable::Timetable;

/// A context's place in its lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// It speaks. Contexts without a lane always do.
    Speaking,
    /// It is not in line, since it has nothing to say.
    Aside,
    /// The next: one segment ahead, whose sound is not told.
    Next,
    /// Further behind.
    Waiting,
}

/// What a context in line counts for: whether the head keeps it waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Claim {
    /// It speaks, has nothing to say, or holds it back.
    #[default]
    None,
    /// It waits for its turn.
    Turn,
}

/// All lanes of a connection that have contexts in line.
#[derive(Debug, Default)]
pub(crate) struct Lanes {
    lanes: BTreeMap<LaneId, Lane>,
}

#[derive(Debug)]
struct Lane {
    line: VecDeque<ContextId>,
    /// How many in line have a [`Claim::Turn`].
    claims: usize,
    /// Since when the head has been the head.
    since: Moment,
    /// What the session's timetable holds: when which head must step aside.
    armed: Option<(Moment, ContextId)>,
}

impl Turn {
    /// Whether sound of it may be told.
    pub(crate) fn may_sound(self) -> bool {
        match self {
            Self::Speaking | Self::Aside => true,
            Self::Next | Self::Waiting => false,
        }
    }
}

impl Lanes {
    /// A context joins the line, at its end.
    pub(crate) fn join(&mut self, now: Moment, lane: LaneId, context: ContextId) -> Turn {
        let lane = self.lanes.entry(lane).or_insert_with(|| Lane {
            line: VecDeque::new(),
            claims: 0,
            since: now,
            armed: None,
        });
        lane.line.push_back(context);
        turn_at(lane.line.len() - 1)
    }

    /// A context that is in line counts for `claim` from here on.
    pub(crate) fn report(&mut self, lane: LaneId, reported: &mut Claim, claim: Claim) {
        let Some(lane) = self.lanes.get_mut(&lane) else { return };
        match (*reported, claim) {
            (Claim::None, Claim::Turn) => lane.claims += 1,
            (Claim::Turn, Claim::None) => lane.claims -= 1,
            (Claim::None, Claim::None) | (Claim::Turn, Claim::Turn) => {}
        }
        *reported = claim;
    }

    /// A context without a claim is out of the line: who speaks, and who is next?
    pub(crate) fn leave(
        &mut self,
        now: Moment,
        lane: LaneId,
        context: ContextId,
    ) -> [Option<(ContextId, Turn)>; 2] {
        let Some(Lane { line, since, .. }) = self.lanes.get_mut(&lane) else { return [None; 2] };
        if line.front() == Some(&context) {
            line.pop_front();
            *since = now;
        } else {
            line.retain(|other| *other != context);
        }
        [0, 1].map(|place| line.get(place).map(|context| (*context, turn_at(place))))
    }

    /// The head for which somebody in line has to wait, and since when it has been the head.
    pub(crate) fn awaited(&self, lane: LaneId) -> Option<(ContextId, Moment)> {
        let lane = self.lanes.get(&lane).filter(|lane| lane.claims > 0)?;
        lane.line.front().map(|head| (*head, lane.since))
    }

    /// Brings the timetable up to date: when which head of a lane must step aside. A lane without a line is forgotten.
    pub(crate) fn arm(
        &mut self,
        lane: LaneId,
        wanted: Option<(Moment, ContextId)>,
        timetable: &mut Timetable,
    ) {
        let Some(held) = self.lanes.get_mut(&lane) else { return };
        timetable.arm_lane(&mut held.armed, wanted);
        if held.line.is_empty() {
            self.lanes.remove(&lane);
        }
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
