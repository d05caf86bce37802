//! The policies by which text becomes segments, as far as a reply that is written word by word cares.

use text::SegmentPolicy;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Policy {
    /// The earliest sound.
    Words,
    /// What a context has that wishes nothing.
    Clauses,
    /// Whole sentences only.
    Sentences,
}

impl Policy {
    /// All of them, the most hasty first.
    pub(crate) const ALL: [Self; 3] = [Self::Words, Self::Clauses, Self::Sentences];

    /// As in the native protocol and on the command line.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Clauses => "clauses",
            Self::Sentences => "sentences",
        }
    }

    /// What the segmenter calls it.
    pub(crate) const fn of_segments(self) -> SegmentPolicy {
        match self {
            Self::Words => SegmentPolicy::Words,
            Self::Clauses => SegmentPolicy::Clauses,
            Self::Sentences => SegmentPolicy::Sentences,
        }
    }

    /// The one of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.name() == name)
    }
}
