//! The suite that every engine passes.
//!
//! Plain functions that panic, so that any test framework can call them. It knows the contract only: whether a voice
//! sounds good, or starts soon enough, is measured elsewhere. It reads no clock and never waits; whoever wants an engine
//! to be left alone between two steps hands in how (`park`).
//!
//! Read [`check`] first, then [`CASES`]. [`plain_text`], [`plain_request`] and [`speak`] serve other tests too.

mod cases;
mod request;
mod rules;
mod run;
#[cfg(test)]
mod tests;

use std::time::Duration;

use speech::VoiceId;

pub use cases::CASES;
pub use request::{plain_request, plain_text, speak};

use crate::{Engine, EngineError};

/// Tries every case on one voice of an engine, with the default [`Bounds`].
///
/// `park` is called between some steps, a handful of times in all: let it sleep if time may matter to the engine.
///
/// # Panics
/// If a case fails, naming the engine, the voice and every failed case.
pub fn check(engine: &dyn Engine, voice: &VoiceId, park: impl Fn()) {
    Suite { engine, voice, bounds: Bounds::default(), park: &park }.run();
}

/// What the cases are tried on, and how.
#[derive(Clone, Copy)]
pub struct Suite<'a> {
    /// The engine.
    pub engine: &'a dyn Engine,
    /// The voice that speaks in every case but the one about the card.
    pub voice: &'a VoiceId,
    /// How much may come of one request.
    pub bounds: Bounds,
    /// Called between some steps, a handful of times in all.
    pub park: &'a dyn Fn(),
}

/// How much may come of one request, whatever its text.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// The longest audio of one segment, at the voice's own pace; divided by the speed for others.
    pub audio: Duration,
    /// The most calls of [`Synthesis::next`](crate::Synthesis::next) until one answers `None`.
    pub steps: usize,
}

impl Default for Bounds {
    /// Three minutes, for 400 digits at a third of a second each are 133 s; and 20 000 steps, 9 ms each at that length.
    fn default() -> Self {
        Self { audio: Duration::from_secs(180), steps: 20_000 }
    }
}

/// One thing that every engine does right.
#[derive(Clone, Copy)]
pub struct Case {
    /// Its name, a sentence about a good engine.
    pub name: &'static str,
    /// Tries it.
    pub attempt: fn(&Suite<'_>) -> Result<(), Failure>,
}

/// How a case fails.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The engine declined what it should have spoken.
    #[error("unexpected error: {0}")]
    Engine(#[from] EngineError),
    /// The engine did something that the contract rules out.
    #[error("{0}")]
    Broken(String),
}

impl Suite<'_> {
    /// Tries all [`CASES`].
    ///
    /// # Panics
    /// If a case fails, naming the engine, the voice and every failed case.
    pub fn run(&self) {
        let failures: Vec<String> = CASES.iter().filter_map(|case| self.complaint(case)).collect();
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    }

    fn complaint(&self, case: &Case) -> Option<String> {
        let failure = (case.attempt)(self).err()?;
        let Self { engine, voice, .. } = self;
        Some(format!("engine {}, voice {voice}, case \"{}\": {failure}", engine.card().id, case.name))
    }
}

/// The rule or its breach.
fn ensure(holds: bool, breach: impl FnOnce() -> String) -> Result<(), Failure> {
    if holds { Ok(()) } else { Err(Failure::Broken(breach())) }
}
