//! The requests of one socket, in the order in which they are spoken.

use std::collections::{BTreeMap, HashMap};

use speech::{ContextId, Moment};

use super::utterance::{Input, Stage, Utterance};
use crate::names::release_if_empty;

/// All requests that are not over.
#[derive(Default)]
pub(super) struct Table {
    utterances: BTreeMap<ContextId, Utterance>,
    /// Those that take more text, by their names; the nameless one is the continuous input.
    open: HashMap<Option<String>, ContextId>,
    next: u64,
}

impl Table {
    /// Takes in a request.
    pub(super) fn insert(&mut self, utterance: Utterance) -> (ContextId, &mut Utterance) {
        let id = ContextId(self.next);
        self.next += 1;
        if utterance.input != Input::Whole {
            self.open.insert(utterance.context().map(str::to_owned), id);
        }
        (id, self.utterances.entry(id).or_insert(utterance))
    }

    /// The request of this name that takes more text.
    pub(super) fn find_open(&mut self, name: Option<&String>) -> Option<(ContextId, &mut Utterance)> {
        let id = *self.open.get(&name.cloned())?;
        self.utterances.get_mut(&id).map(|utterance| (id, utterance))
    }

    /// Nobody can add to the request of this name any more; the name is free.
    pub(super) fn shut(&mut self, name: Option<&String>) {
        self.open.remove(&name.cloned());
        release_if_empty(&mut self.open);
    }

    /// A request that is not over.
    pub(super) fn get(&mut self, id: ContextId) -> Option<&mut Utterance> {
        self.utterances.get_mut(&id)
    }

    /// A request is over.
    pub(super) fn remove(&mut self, id: ContextId) -> Option<Utterance> {
        let utterance = self.utterances.remove(&id)?;
        let name = utterance.context().map(str::to_owned);
        if self.open.get(&name) == Some(&id) {
            self.shut(name.as_ref());
        }
        Some(utterance)
    }

    /// Marks a request as unwanted; its name is free.
    pub(super) fn give_up(&mut self, id: ContextId) {
        let Some(utterance) = self.utterances.get_mut(&id) else { return };
        utterance.stage = Stage::Unwanted;
        let name = utterance.context().map(str::to_owned);
        self.shut(name.as_ref());
    }

    /// Marks all requests of this name as unwanted, and says which they are.
    pub(super) fn drop_all(&mut self, name: Option<&String>) -> Vec<ContextId> {
        self.shut(name);
        let mut dropped = Vec::new();
        for (id, utterance) in &mut self.utterances {
            if utterance.context() == name.map(String::as_str) {
                utterance.stage = Stage::Unwanted;
                dropped.push(*id);
            }
        }
        dropped
    }

    /// Whether a request without a name has its end to come.
    pub(super) fn has_nameless(&self) -> bool {
        let mut nameless = self.utterances.values().filter(|utterance| utterance.context().is_none());
        nameless.any(|utterance| utterance.stage != Stage::Unwanted)
    }

    /// Whether anything is being spoken, or about to be without the client's doing.
    pub(super) fn is_speaking(&self) -> bool {
        self.utterances.values().any(Utterance::is_under_way)
    }

    /// The earliest moment at which a request must be heard of, or ends by itself.
    pub(super) fn next_due(&self) -> Option<Moment> {
        self.utterances
            .values()
            .flat_map(|utterance| [utterance.bridge_due(), utterance.backoff_due()])
            .flatten()
            .min()
    }

    /// All requests, to be looked at and changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (ContextId, &mut Utterance)> {
        self.utterances.iter_mut().map(|(id, utterance)| (*id, utterance))
    }
}
