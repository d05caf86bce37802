//! The client's names for its contexts, and ours.

use std::collections::HashMap;

use speech::ContextId;

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
    }
}
