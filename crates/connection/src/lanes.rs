//! Contexts that speak one after another.
//!
//! The session tells a context's sound only when those before it in its lane are done. Here the same holds for the way
//! out: contexts take turns at the socket, but what one says in its turn of the lane waits until the last word of the one
//! before has left.

use std::collections::{HashMap, VecDeque};

use speech::{ContextId, LaneId};

/// The contexts of each lane whose end has not left yet, in the order of their opening.
#[derive(Debug, Default)]
pub(crate) struct Lanes(HashMap<LaneId, VecDeque<Member>>);

#[derive(Debug)]
struct Member {
    context: ContextId,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// The session has more to tell of it.
    Live,
    /// Its end waits for the socket.
    Ended,
}

impl Lanes {
    pub(crate) fn join(&mut self, lane: LaneId, context: ContextId) {
        self.0.entry(lane).or_default().push_back(Member { context, state: State::Live });
    }

    /// The session has told the end of `context`. Gives the one whose turn it is for the session: what is told of it from
    /// here on waits for those before it.
    pub(crate) fn end(&mut self, lane: LaneId, context: ContextId) -> Option<ContextId> {
        let members = self.0.get_mut(&lane)?;
        members.iter_mut().find(|member| member.context == context)?.state = State::Ended;
        let first_live = members.iter().position(|member| member.state == State::Live)?;
        // Nobody is before the very first, so it has nothing to wait for.
        (first_live > 0).then(|| members[first_live].context)
    }

    /// The end of `context` has left. Gives the one that nobody is before any more.
    pub(crate) fn leave(&mut self, lane: LaneId, context: ContextId) -> Option<ContextId> {
        let members = self.0.get_mut(&lane)?;
        let index = members.iter().position(|member| member.context == context)?;
        members.remove(index);
        let first = members.front().map(|member| member.context);
        if first.is_none() {
            self.0.remove(&lane);
        }
        if self.0.is_empty() {
            self.0 = HashMap::new();
        }
        first
    }
}
