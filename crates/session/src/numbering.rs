//! Which generation and which release text belongs to.

use speech::{GenerationId, ReleaseId};

/// A generation and how it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Generation {
    pub(crate) id: GenerationId,
    /// Characters of its first release.
    pub(crate) characters: u32,
}

/// Hands out a context's generations and releases, both counted from 0.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    open: Option<Generation>,
    generations: u64,
    releases: u64,
}

impl Numbering {
    /// The open generation, or a new one that begins with so many characters.
    pub(crate) fn generation(&mut self, characters: u32) -> Generation {
        *self.open.get_or_insert_with(|| {
            self.generations += 1;
            Generation { id: GenerationId(self.generations - 1), characters }
        })
    }

    /// Ends the open generation, if there is one.
    pub(crate) fn end_generation(&mut self) -> Option<GenerationId> {
        self.open.take().map(|generation| generation.id)
    }

    /// The newest generation, open or not.
    pub(crate) fn newest(&self) -> Option<GenerationId> {
        self.generations.checked_sub(1).map(GenerationId)
    }

    pub(crate) fn next_release(&mut self) -> ReleaseId {
        self.releases += 1;
        ReleaseId(self.releases - 1)
    }
}
