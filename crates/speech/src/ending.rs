//! Why a segment ends where it does.

use std::time::Duration;

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
    /// Nothing is said: the segment is a silence that somebody asked for.
    Break {
        /// How long it shall be between the sounds before and after it, at any pace.
        length: Duration,
        /// How much of that the segment before it rests anyway, at the usual pace.
        rested: Duration,
    },
}

impl Ending {
    /// How long the voice rests after it at the usual pace. The first three are about what eSpeak NG leaves within a text, so
    /// that a pause at a border of two segments is as long as one inside of a segment.
    #[must_use]
    pub const fn rest(self) -> Duration {
        match self {
            Self::Sentence => Duration::from_millis(300),
            Self::Part => Duration::from_millis(225),
            Self::Clause => Duration::from_millis(150),
            Self::Phrase => Duration::from_millis(60),
            Self::Cut => Duration::ZERO,
            Self::Break { length, rested } => length.saturating_sub(rested),
        }
    }
}
