//! What a kind of word does in a sentence, as far as its phrases are concerned.

/// What words of a kind do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Class {
    /// It leans on the word before it: a particle, an ending.
    pub(crate) leans: bool,
    /// The word behind it leans on it: a prefix.
    pub(crate) leads: bool,
}

const LEANS: u8 = 1;
const LEADS: u8 = 2;

impl Class {
    pub(crate) fn from_bits(bits: u8) -> Self {
        Self { leans: bits & LEANS != 0, leads: bits & LEADS != 0 }
    }
}

// The kinds that words get that are not in the dictionary, by their numbers in IPADIC 2.7.0 (`left-id.def`).

/// Where a stretch begins and ends.
pub(crate) const EDGE: u16 = 0;
/// A mark.
pub(crate) const MARK: u16 = 5;
/// A noun.
pub(crate) const NOUN: u16 = 1285;
/// A number.
pub(crate) const NUMBER: u16 = 1295;
/// What counts things, behind a number.
pub(crate) const COUNTER: u16 = 1300;

/// Costs of the dictionary are so many of IPADIC's.
pub(crate) const STEP: i32 = 32;
