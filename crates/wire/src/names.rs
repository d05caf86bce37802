//! The client's names for its contexts and lanes, and ours.

use std::collections::HashMap;

use speech::{ContextId, LaneId};

/// Maps the names that a client gives to its contexts to ids and back. An id is never used again; a name may be, once
/// its context is gone.
#[derive(Debug, Default)]
pub struct ContextNames {
    ids: HashMap<String, ContextId>,
    names: HashMap<ContextId, String>,
    next: u64,
}

impl ContextNames {
    /// Gives a fresh id to `name`; `None` if a context of that name is known.
    pub fn open(&mut self, name: &str) -> Option<ContextId> {
        if self.ids.contains_key(name) {
            return None;
        }
        let id = ContextId(self.next);
        self.next += 1;
        self.ids.insert(name.to_owned(), id);
        self.names.insert(id, name.to_owned());
        Some(id)
    }

    /// The id of a known context.
    #[must_use]
    pub fn id(&self, name: &str) -> Option<ContextId> {
        self.ids.get(name).copied()
    }

    /// The client's name for a context, until [`ContextNames::forget`].
    #[must_use]
    pub fn name(&self, id: ContextId) -> Option<&str> {
        self.names.get(&id).map(String::as_str)
    }

    /// Forgets a context that is gone; its name is free again.
    pub fn forget(&mut self, id: ContextId) {
        if let Some(name) = self.names.remove(&id) {
            self.ids.remove(&name);
        }
        release_if_empty(&mut self.ids);
        release_if_empty(&mut self.names);
    }
}

/// A map that was large once would keep its memory for the life of an idle connection.
pub(crate) fn release_if_empty<K, V>(map: &mut HashMap<K, V>) {
    if map.is_empty() {
        *map = HashMap::new();
    }
}

/// Maps the names that a client gives to its lanes to ids. A lane lives as long as a context is in it; its id is never
/// used again, its name may be.
#[derive(Debug, Default)]
pub struct LaneNames {
    lanes: HashMap<String, Lane>,
    next: u64,
}

#[derive(Debug)]
struct Lane {
    id: LaneId,
    members: usize,
}

impl LaneNames {
    /// A context joins the lane of this name: its id.
    pub fn enter(&mut self, name: &str) -> LaneId {
        if let Some(lane) = self.lanes.get_mut(name) {
            lane.members += 1;
            return lane.id;
        }
        let id = LaneId(self.next);
        self.next += 1;
        self.lanes.insert(name.to_owned(), Lane { id, members: 1 });
        id
    }

    /// A context of that lane is gone.
    pub fn leave(&mut self, name: &str) {
        let Some(lane) = self.lanes.get_mut(name) else { return };
        lane.members -= 1;
        if lane.members == 0 {
            self.lanes.remove(name);
        }
        release_if_empty(&mut self.lanes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_that_are_empty_again_take_no_memory() {
        let (mut names, mut lanes) = (ContextNames::default(), LaneNames::default());
        let all: Vec<String> = (0..1_000).map(|name| name.to_string()).collect();
        let ids: Vec<_> = all.iter().map(|name| (names.open(name).unwrap(), lanes.enter(name))).collect();
        all.iter().for_each(|name| lanes.leave(name));
        ids.into_iter().for_each(|(id, _)| names.forget(id));
        assert_eq!((names.ids.capacity(), names.names.capacity(), lanes.lanes.capacity()), (0, 0, 0));
    }

    #[test]
    fn a_lane_lives_as_long_as_a_context_is_in_it() {
        let mut lanes = LaneNames::default();
        let first = lanes.enter("a");
        assert_eq!((lanes.enter("a"), lanes.enter("b")), (first, LaneId(1)));
        lanes.leave("a");
        assert_eq!(lanes.enter("a"), first);
        lanes.leave("a");
        lanes.leave("a");
        assert_eq!(lanes.enter("a"), LaneId(2));
    }
}
