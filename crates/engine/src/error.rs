//! How an engine fails: for us and the operator, never shown to a client word for word.

use std::time::Duration;

use speech::VoiceId;

/// Why a segment could not be spoken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EngineError {
    /// This engine has no such voice.
    #[error("no voice named {0} in this engine")]
    UnknownVoice(VoiceId),
    /// The voice exists, but the engine could not switch to it.
    #[error("voice {voice} could not be set: {reason}")]
    VoiceNotSet {
        /// Which voice.
        voice: VoiceId,
        /// The engine's own words.
        reason: String,
    },
    /// What computes the sound ended before the segment did.
    #[error("synthesis process ended before the segment did: {0}")]
    Crashed(String),
    /// A step took more than its share of processor time.
    #[error("segment exceeded its limit of {0:?} of processor time")]
    TimedOut(Duration),
    /// What computes the sound gave no sign of life: it hangs, or the machine gives it no time.
    #[error("synthesis process gave no answer within {0:?}")]
    Stalled(Duration),
    /// What computes the sound cannot be started or reached.
    #[error("engine is unavailable: {context}")]
    Unavailable {
        /// What was attempted, and what the operator can do about it.
        context: String,
        /// What the operating system said.
        #[source]
        source: Option<std::io::Error>,
    },
    /// There is no place for the files that it needs. Only the operator can help.
    #[error("engine has no place for its data: {context}")]
    NoPlace {
        /// The places that were tried, why each would not do, and what the operator can do about it.
        context: String,
    },
    /// The text has letters or digits that sound ([`must_sound`](crate::must_sound)), yet no sound came of it.
    #[error("a text of {characters} characters gave no sound")]
    NoSound {
        /// The length of the text.
        characters: usize,
    },
    /// It gave what cannot be a sample.
    #[error("sample {sample} of a segment is infinite or no number")]
    NoNumber {
        /// Which one, from 0.
        sample: u64,
    },
}

impl EngineError {
    /// Whether the same request may succeed if it is tried again.
    #[must_use]
    pub const fn may_heal(&self) -> bool {
        matches!(self, Self::Crashed(_) | Self::Stalled(_) | Self::Unavailable { .. } | Self::NoPlace { .. })
    }
}
