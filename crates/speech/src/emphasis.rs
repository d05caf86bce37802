//! Which words of a text stand out from the others.

use crate::text::ByteSpan;

/// A stretch of text that is to stand out, or to stand back. What melody the sentence has around it stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Emphasised {
    /// The stretch, in bytes of the text that it is a part of.
    pub span: ByteSpan,
    /// How much.
    pub level: Emphasis,
}

/// How much words stand out: the levels of SSML 1.1, section 3.2.2, that change anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Emphasis {
    /// Less than usual.
    Reduced,
    /// More than usual.
    Moderate,
    /// Much more than usual.
    Strong,
}
