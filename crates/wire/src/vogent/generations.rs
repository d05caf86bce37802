//! The generations of one socket: the client's names for them, what they still take, and the conversations they are in.

use std::collections::{HashMap, HashSet};

use speech::{ContextId, LaneId, Moment};

use crate::names::{ContextNames, LaneNames, release_if_empty};
use crate::surrogate::SurrogateJoiner;
use crate::tiles::Zero;
use crate::tokens::Tokens;

/// All generations of one socket.
#[derive(Default)]
pub(super) struct Generations {
    names: ContextNames,
    table: HashMap<ContextId, Generation>,
    /// Those that the session holds no longer, and whose end is on its way to the client.
    leaving: HashSet<ContextId>,
    lanes: LaneNames,
}

/// One of them.
pub(super) struct Generation {
    /// Where it is in its life.
    pub(super) stage: Stage,
    /// Joins halves of surrogate pairs over its messages.
    pub(super) joiner: SurrogateJoiner,
    /// Makes its word times, if the client asked for them.
    pub(super) tokens: Option<Tokens>,
    /// When the client last sent text for it.
    pub(super) last_text: Moment,
    /// The client's name for the conversation that it is part of.
    conversation: Option<String>,
}

/// Where a generation is in its life. Each ends in exactly one answer, after which it is forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Text may come.
    Open,
    /// The client sent its last text, or it was finished for the client.
    Finishing,
    /// The client stopped it, and is owed its end.
    Cancelled,
    /// The client was told of an error, which is its end.
    Failed,
}

impl Generation {
    /// Whether its sound is still wanted.
    pub(super) fn sounds(&self) -> bool {
        matches!(self.stage, Stage::Open | Stage::Finishing)
    }
}

impl Generations {
    /// Takes in a new generation; `None` if its name is in use. Its lane is that of its conversation.
    pub(super) fn open(
        &mut self,
        now: Moment,
        name: &str,
        conversation: Option<String>,
    ) -> Option<(ContextId, Option<LaneId>)> {
        let id = self.names.open(name)?;
        let lane = conversation.as_deref().map(|name| self.lanes.enter(name));
        let generation = Generation {
            stage: Stage::Open,
            joiner: SurrogateJoiner::default(),
            tokens: None,
            last_text: now,
            conversation,
        };
        self.table.insert(id, generation);
        Some((id, lane))
    }

    /// The generation of this name.
    pub(super) fn find(&mut self, name: &str) -> Option<(ContextId, &mut Generation)> {
        let id = self.names.id(name)?;
        self.table.get_mut(&id).map(|generation| (id, generation))
    }

    /// The client's name for a generation, and the generation.
    pub(super) fn get(&mut self, id: ContextId) -> Option<(&str, &mut Generation)> {
        let generation = self.table.get_mut(&id)?;
        Some((self.names.name(id)?, generation))
    }

    /// The session holds one no longer.
    pub(super) fn leave(&mut self, id: ContextId) {
        if self.table.contains_key(&id) {
            self.leaving.insert(id);
        }
    }

    /// How many the session holds.
    pub(super) fn held(&self) -> usize {
        self.table.len() - self.leaving.len()
    }

    /// The one that has waited longest for text that may still come.
    pub(super) fn longest_waiting(&mut self) -> Option<(ContextId, &mut Generation)> {
        let open = self.table.iter_mut().filter(|(_, generation)| generation.stage == Stage::Open);
        open.map(|(id, generation)| (*id, generation))
            .min_by_key(|(id, generation)| (generation.last_text, *id))
    }

    /// Forgets one that is gone; its name is free again. Without any, no memory is kept for them: the socket may idle long.
    pub(super) fn forget(&mut self, id: ContextId) {
        self.names.forget(id);
        self.leaving.remove(&id);
        let gone = self.table.remove(&id);
        release_if_empty(&mut self.table);
        if let Some(conversation) = gone.and_then(|generation| generation.conversation) {
            self.lanes.leave(&conversation);
        }
        if self.table.is_empty() {
            (self.table, self.leaving) = (HashMap::new(), HashSet::new());
        }
    }
}

/// Word times count from the beginning of the generation's sound, through all its turns in its conversation.
pub(super) fn tokens() -> Tokens {
    Tokens::new(Zero::Context)
}
