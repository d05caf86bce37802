//! The engine contract: one segment of text in, pieces of audio with word times out, step by step.
//!
//! An engine knows text, voices and settings; it has never heard of a connection, a context or a listener. Read
//! [`Engine`] and [`Synthesis`] first; [`conformance`] is the suite that every engine passes.

pub mod conformance;
mod contract;
mod error;
mod silence;
mod sounding;
mod told;

pub use contract::{Engine, EngineCard, Piece, Synthesis};
pub use error::EngineError;
pub use silence::{AUDIBLE, ONSET, Silence};
pub use sounding::must_sound;
pub use speech::{Ipa, Phoneme, SpokenText, SpokenWord, SynthesisRequest, WordSource, Wording};
pub use told::Told;
