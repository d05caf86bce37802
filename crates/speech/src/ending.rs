//! Why a segment ends where it does.

/// What ends with a segment, which decides how long the voice rests after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// A sentence, a paragraph, a heading or an item of a list.
    Sentence,
    /// A part of a sentence that could stand by itself (`;`, `:`, a dash), or one that trails off (`…`).
    Part,
    /// What a comma ends.
    Clause,
    /// Nothing but a word: the rest of the sentence is in the next segment.
    Phrase,
    /// Not even a word: what comes next belongs to it without a gap.
    Cut,
}
