//! The two traits of an engine, and what flows out of it.

use speech::{Phoneme, SampleRate, SpokenWord, VoiceCard};

use crate::{EngineError, Silence, SynthesisRequest};

/// Turns one segment of text into audio, step by step. Shared by all worker threads.
pub trait Engine: Send + Sync {
    /// What this engine is and who speaks in it.
    fn card(&self) -> &EngineCard;

    /// Starts one segment. Cheap: the work happens in [`Synthesis::next`].
    ///
    /// # Errors
    /// [`EngineError`] if the request cannot be met at all, such as an unknown voice. Never silence instead.
    fn begin(&self, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError>;
}

/// One segment under way. Dropping it cancels it, at once and without waiting.
pub trait Synthesis: Send {
    /// The next piece of audio with the word times known so far; `None` after the last, and ever after.
    ///
    /// One bounded step on a worker thread; it never waits for a listener. Between two steps any time may pass.
    ///
    /// # Errors
    /// [`EngineError`] if the segment cannot be completed. Nothing follows an error.
    fn next(&mut self) -> Result<Option<Piece>, EngineError>;
}

/// What an engine is.
#[derive(Debug, Clone)]
pub struct EngineCard {
    /// Its name, such as `espeak`; also a metrics label.
    pub id: &'static str,
    /// The licence of the engine's code, as an SPDX expression.
    pub licence: &'static str,
    /// Who speaks in it. The first is its default.
    pub voices: Vec<VoiceCard>,
    /// How many segments may be begun and unfinished at one time: what a parked one costs decides it.
    pub max_open: usize,
    /// A first guess of audio seconds computed per second of one worker, until the server has measured it.
    pub speed_guess: f32,
    /// Whose affair the silence around its segments is.
    pub silence: Silence,
}

/// A piece of audio and what was learned with it.
///
/// Positions count samples from the start of the segment. Times may lie in this piece, in an earlier or in a later
/// one; over all pieces of a segment they never run backwards.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Piece {
    /// Mono, at the voice's rate, full scale ±1. May be empty if there are only words to tell.
    pub samples: Vec<f32>,
    /// Words whose times became known.
    pub words: Vec<SpokenWord>,
    /// Phonemes whose times became known. One belongs to the word within whose time it begins, and is told no later than
    /// that word.
    pub phonemes: Vec<Phoneme>,
}

impl EngineCard {
    /// The voice of this name.
    #[must_use]
    pub fn voice(&self, id: &speech::VoiceId) -> Option<&VoiceCard> {
        self.voices.iter().find(|card| card.id == *id)
    }

    /// The rate of a voice's audio.
    #[must_use]
    pub fn rate_of(&self, id: &speech::VoiceId) -> Option<SampleRate> {
        self.voice(id).map(|card| card.rate)
    }
}
