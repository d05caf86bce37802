//! Which generation and which release text belongs to.

use speech::{GenerationId, ReleaseId};

/// Hands out a context's generations and releases, both counted from 0.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    open: Option<GenerationId>,
    generations: u64,
    releases: u64,
}

impl Numbering {
    /// The open generation, or a new one.
    pub(crate) fn generation(&mut self) -> GenerationId {
        *self.open.get_or_insert_with(|| {
            self.generations += 1;
            GenerationId(self.generations - 1)
        })
    }

    /// Ends the open generation, if there is one.
    pub(crate) fn end_generation(&mut self) -> Option<GenerationId> {
        self.open.take()
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
