//! What a client can ask for about how its text is read. Read [`Reading`] first.

use std::sync::Arc;

use speech::Language;

use crate::lexicon::Lexicon;

/// In which language a text is read, and how. [`Normaliser::for_reading`](crate::Normaliser::for_reading) does so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The language that it is written in.
    pub language: Language,
    /// Whether numbers, dates, symbols and the like are written out.
    pub rules: Rules,
    /// In which language they are, if not in that of the text.
    pub numbers: Option<Language>,
    /// Whether signs between numbers are arithmetic even where they might not be.
    pub mathematics: Mathematics,
    /// Whether emoji are heard.
    pub emoji: Emoji,
    /// Dictionaries, the first that knows a word being right.
    pub lexicons: Vec<Arc<Lexicon>>,
}

/// Whether the rules of a language are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rules {
    /// They are.
    #[default]
    Apply,
    /// The text is given to the voice as written.
    Rest,
}

/// How signs between numbers are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mathematics {
    /// As arithmetic where that is plain: `2 + 2 = 4`.
    #[default]
    Plain,
    /// As arithmetic wherever it can be: `5 x 3`, `10 / 2`, `7 - 4`.
    Always,
}

/// What becomes of emoji.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Emoji {
    /// They decorate and are silent, but for those that stand for a word (`I ❤ it`, `3️⃣`).
    #[default]
    Skipped,
    /// The voice says their names, if it has any.
    Named,
}

impl Reading {
    /// As usual, in this language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self {
            language,
            rules: Rules::default(),
            numbers: None,
            mathematics: Mathematics::default(),
            emoji: Emoji::default(),
            lexicons: Vec::new(),
        }
    }

    /// The same for a stretch of the text that says itself in which language it is: its numbers are in that language too.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Self {
        Self { language: language.clone(), numbers: None, ..self.clone() }
    }
}
