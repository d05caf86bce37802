//! Who can speak.

use std::fmt;
use std::sync::Arc;

use crate::audio::SampleRate;
use crate::loudness::Loudness;

/// The local name of a voice, such as `en-us` or `tone`. Unique over all engines.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VoiceId(Arc<str>);

impl VoiceId {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for VoiceId {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

impl fmt::Display for VoiceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A language, as a lower-case BCP 47 tag such as `en`, `en-us` or `cmn`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(Arc<str>);

impl Language {
    /// A tag in any case, with `-` or `_`.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        Self(tag.to_ascii_lowercase().replace('_', "-").into())
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the first `-`: the language without region or script.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a voice is perceived, where its maker says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Perceived as a woman's.
    Female,
    /// Perceived as a man's.
    Male,
    /// Neither, or not said.
    Neutral,
}

/// What there is to know about a voice before it speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceCard {
    /// Its local name.
    pub id: VoiceId,
    /// What people call it.
    pub name: String,
    /// The languages it speaks, the best first. Never empty.
    pub languages: Vec<Language>,
    /// How it is perceived.
    pub gender: Gender,
    /// The engine that computes it.
    pub engine: &'static str,
    /// The rate of its audio before resampling.
    pub rate: SampleRate,
    /// The licence of the voice itself, as an SPDX expression.
    pub licence: String,
    /// How loud it is by itself; `None` if nobody has measured it.
    pub loudness: Option<Loudness>,
}

impl VoiceCard {
    /// Whether it speaks a language. A bare language takes its regions with it.
    #[must_use]
    pub fn speaks(&self, language: &Language) -> bool {
        let is_bare = language.as_str() == language.primary();
        let fits = |of: &Language| of == language || (is_bare && of.primary() == language.primary());
        self.languages.iter().any(fits)
    }
}
