//! What a view gives.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use speech::{Emphasis, How, Style};

/// The next stretch of the source, or something said between two of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// So many bytes of the source are shown as they are.
    Shown(usize),
    /// So many bytes of the source are shown as something else, which is not empty.
    Instead {
        /// What is shown.
        shown: speech::UserText,
        /// How much of the source it stands for, in bytes.
        bytes: usize,
    },
    /// So many bytes of the source show nothing.
    Skipped(usize),
    /// Something about what comes next.
    Mark(Mark),
    /// Something was not understood.
    Warning(Warning),
}

/// What markup asks for, at a place in the shown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Something ends here that stands by itself.
    Border(Border),
    /// Silence of this length, at most [`Mark::LONGEST_BREAK`].
    Break(Duration),
    /// From here on the text is to be read like this, until [`Close`](Self::Close). Never nested.
    Open(Manner),
    /// The end of what [`Open`](Self::Open) began.
    Close,
    /// From here on the text is said like this; it replaces the style before.
    Style(Arc<Style>),
    /// From here on the text stands out like this, or not any more; it replaces the emphasis before.
    Emphasis(Option<Emphasis>),
}

impl Mark {
    /// The longest silence that one mark may ask for.
    pub const LONGEST_BREAK: Duration = Duration::from_secs(10);
}

/// A way of reading a stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Manner {
    /// As the markup says.
    As(How),
    /// As code inside a line: in one piece, for its marks are no punctuation.
    Code,
}

/// What ends at a border.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Border {
    /// A sentence.
    Sentence,
    /// A paragraph, heading, item of a list, or row of a table.
    Paragraph,
}

/// What was skipped and not done. Says nothing of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Warning {
    /// A tag of a known kind that nothing is done about: `audio`, `mark`, `lexicon`.
    Unsupported(&'static str),
    /// A tag of an unknown kind.
    Unknown,
    /// A tag of this kind whose attributes say nothing that can be done.
    Value(&'static str),
    /// Nobody here is who a tag of this kind asks for. Only whoever knows the voices finds that out.
    Nobody(&'static str),
    /// A tag whose attributes cannot be read.
    Malformed,
    /// An element inside of this many others.
    TooDeep(usize),
    /// A comment, or the like, that does not end within so many bytes: what follows is read.
    TooLong(usize),
}

impl Warning {
    /// A name for programs. It stays.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unsupported(_) => "unsupported_tag",
            Self::Unknown => "unknown_tag",
            Self::Value(_) => "invalid_attribute",
            Self::Nobody(_) => "unknown_voice",
            Self::Malformed => "malformed_tag",
            Self::TooDeep(_) => "too_deep",
            Self::TooLong(_) => "too_long",
        }
    }
}

impl fmt::Display for Warning {
    /// A sentence for people, without anything of the text but the name of a known tag.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsupported(name) => write!(f, "<{name}> is not supported and was skipped"),
            Self::Unknown => f.write_str("an unknown tag was skipped"),
            Self::Value(name) => write!(f, "<{name}> has no attribute that can be followed, and was skipped"),
            Self::Nobody(name) => {
                write!(f, "no voice here is what <{name}> asks for, and the usual one reads it")
            }
            Self::Malformed => f.write_str("a tag with attributes that cannot be read was skipped"),
            Self::TooDeep(most) => write!(f, "more than {most} tags are open, and one more was skipped"),
            Self::TooLong(most) => write!(f, "what has no end within {most} bytes was read as text"),
        }
    }
}
