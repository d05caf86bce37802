//! The caller's words, and places in them.

use std::fmt;
use std::ops::{Add, Deref, Range};
use std::sync::Arc;

/// Text that belongs to a user: prints its length, never its content.
///
/// Cheap to clone. [`Deref`]s to `str` for the code that needs to read it.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct UserText(Arc<str>);

impl UserText {
    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for UserText {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for UserText {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for UserText {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for UserText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UserText({} bytes)", self.0.len())
    }
}

/// A half-open stretch `[start, end)` of a text, in bytes of its UTF-8 form, on character borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct ByteSpan {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl ByteSpan {
    /// From `start` up to and without `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// For slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A place in all the text that was said in a context, in the three units that clients count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct TextPosition {
    /// Bytes of UTF-8.
    pub bytes: u64,
    /// UTF-16 code units, as JavaScript and Java count.
    pub utf16: u64,
    /// Unicode code points, as Python counts.
    pub chars: u64,
}

impl TextPosition {
    /// The length of `text`, as a position after its end.
    #[must_use]
    pub fn length_of(text: &str) -> Self {
        Self {
            bytes: text.len() as u64,
            utf16: text.encode_utf16().count() as u64,
            chars: text.chars().count() as u64,
        }
    }
}

impl Add for TextPosition {
    type Output = Self;
    fn add(self, rhs: Self) -> Self {
        Self { bytes: self.bytes + rhs.bytes, utf16: self.utf16 + rhs.utf16, chars: self.chars + rhs.chars }
    }
}

/// A half-open stretch of all the text that was said in a context.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TextSpan {
    /// The first place.
    pub start: TextPosition,
    /// The place after the last.
    pub end: TextPosition,
}
