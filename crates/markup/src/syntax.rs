//! What is looked for in a text.

/// How a context's text is read where it has markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Syntax {
    /// Which marks mean something.
    pub markup: Markup,
    /// What becomes of blocks of code.
    pub code: Code,
    /// Where sounds are written down.
    pub sounds: Sounds,
}

impl Syntax {
    /// Every character is read as it is written.
    pub const AS_WRITTEN: Self = Self { markup: Markup::None, code: Code::Say, sounds: Sounds::Tags };
}

/// Which marks mean something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Markup {
    /// None: the text is read as it is written.
    None,
    /// Tags of SSML and HTML, and references to characters (`&amp;`).
    Tags,
    /// Markdown, and references to characters. Tags are text.
    Markdown,
    /// All of them.
    #[default]
    MarkdownAndTags,
}

impl Markup {
    pub(crate) fn has_tags(self) -> bool {
        matches!(self, Self::Tags | Self::MarkdownAndTags)
    }

    pub(crate) fn has_markdown(self) -> bool {
        matches!(self, Self::Markdown | Self::MarkdownAndTags)
    }
}

/// What becomes of a block of code between fences. The word that names its language is never read, and code inside a
/// sentence always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Code {
    /// Nothing of it is read.
    #[default]
    Skip,
    /// It is read like text in which no mark means anything.
    Say,
    /// It is spelled, character by character.
    Spell,
}

/// Where sounds are written down in the International Phonetic Alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sounds {
    /// In tags, where these mean something.
    #[default]
    Tags,
    /// Also between slashes: `/kriːt/`.
    Slashes,
}
