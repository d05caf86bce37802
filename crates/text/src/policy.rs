//! What a context is asked to do with its text, and the bounds that hold whatever it asks.

use std::time::Duration;

use crate::boundary::{Haste, Phrases};

/// When text becomes segments. One per context, from what its protocol offers.
///
/// With [`Clauses`](Self::Clauses), [`Words`](Self::Words), [`Sentences`](Self::Sentences), [`SentencesWithin`](Self::SentencesWithin) and
/// [`OnFlushOnly`](Self::OnFlushOnly) any division of a text into pushes gives the same segments. The other two are about the pushes, so there the division shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SegmentPolicy {
    /// The first segment of a generation may end at a clause of at least a second of estimated speech (fifteen
    /// letters), so that the first word comes early; every later one is a whole sentence. Decided by the ordinal, never by the clock.
    #[default]
    Clauses,
    /// The first segment of a generation may end before a word such as `and` or `because` in the text's language, or at a
    /// clause, after three words: the earliest sound, and a voice that does not know how the sentence goes on. Every later
    /// one is a whole sentence.
    Words,
    /// Every segment is a whole sentence, and what hangs on to it behind a space, such as an emoji.
    Sentences,
    /// As [`Sentences`](Self::Sentences), but a sentence that is longer than this is cut.
    SentencesWithin {
        /// The most characters (code points) of a segment; [`SegmentBounds`] may allow fewer. Zero counts as one.
        characters: usize,
    },
    /// Every push is one segment, cut only where the bounds demand it.
    Client,
    /// Once this many characters wait, all that waits becomes one segment, cut only where the bounds demand it.
    Threshold {
        /// How many characters (code points) must wait. Zero and one mean the same as [`Client`](Self::Client).
        characters: usize,
    },
    /// Nothing before a release; then one segment for each sentence.
    OnFlushOnly,
}

/// How much one segment may be, under any policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SegmentBounds {
    /// The most characters (code points). Zero counts as one.
    pub characters: usize,
    /// The most speech, by [`estimate_speech`](crate::estimate_speech). One character is always allowed.
    pub speech: Duration,
}

impl Default for SegmentBounds {
    fn default() -> Self {
        Self { characters: 300, speech: Duration::from_secs(20) }
    }
}

/// Which borders end a segment, once policy and ordinal have been looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grain {
    /// A phrase or clause of some words, or a sentence.
    Phrase,
    /// A clause that is long enough, or a sentence.
    Clause,
    /// A sentence.
    Sentence,
    /// None: only a release or the bounds.
    Whole,
}

impl SegmentPolicy {
    pub(crate) fn grain(self, ordinal: u32) -> Grain {
        match self {
            Self::Words if ordinal == 0 => Grain::Phrase,
            Self::Clauses if ordinal == 0 => Grain::Clause,
            Self::Clauses
            | Self::Words
            | Self::Sentences
            | Self::SentencesWithin { .. }
            | Self::OnFlushOnly => Grain::Sentence,
            Self::Client | Self::Threshold { .. } => Grain::Whole,
        }
    }

    /// How soon the end of a sentence is to be certain: for the first sound at once.
    pub(crate) fn haste(self, ordinal: u32) -> Haste {
        match self {
            Self::Words | Self::Clauses | Self::SentencesWithin { .. } if ordinal == 0 => Haste::AtTheSpace,
            _ => Haste::None,
        }
    }

    /// Whether phrases are looked for.
    pub(crate) fn phrases(self, ordinal: u32) -> Phrases {
        if self.grain(ordinal) == Grain::Phrase { Phrases::End } else { Phrases::Pass }
    }

    /// How many waiting characters make a push release everything; `None` if a push never does.
    pub(crate) fn release_at(self) -> Option<usize> {
        match self {
            Self::Client => Some(1),
            Self::Threshold { characters } => Some(characters.max(1)),
            Self::Clauses
            | Self::Words
            | Self::Sentences
            | Self::SentencesWithin { .. }
            | Self::OnFlushOnly => None,
        }
    }

    /// Whether text is cut as it arrives, rather than only when it is released.
    pub(crate) fn cuts_on_arrival(self) -> bool {
        matches!(self, Self::Clauses | Self::Words | Self::Sentences | Self::SentencesWithin { .. })
    }

    /// The bounds that hold for a segment under this policy.
    pub(crate) fn within(self, bounds: SegmentBounds) -> SegmentBounds {
        let most = match self {
            Self::SentencesWithin { characters } => bounds.characters.min(characters),
            Self::Clauses
            | Self::Words
            | Self::Sentences
            | Self::Client
            | Self::Threshold { .. }
            | Self::OnFlushOnly => bounds.characters,
        };
        SegmentBounds { characters: most.max(1), ..bounds }
    }
}
