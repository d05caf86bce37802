//! The way in.

use engine::{Engine, EngineError, Silence, Synthesis, SynthesisRequest};

use crate::edges::Edges;
use crate::level::Level;
use crate::mastered::Mastered;
use crate::pause::pause_after;

/// Begins a segment as [`Engine::begin`] does, and masters what comes of it.
///
/// An engine that keeps its silence, with a voice that nobody has measured and at the usual volume, is heard as it is.
///
/// # Errors
/// As [`Engine::begin`].
pub fn begin(engine: &dyn Engine, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
    let synthesis = engine.begin(request)?;
    let card = engine.card();
    // A voice that is not on the card has no rate: nothing is known of its sound.
    let Some(voice) = card.voice(&request.voice) else { return Ok(synthesis) };
    let level = Level::new(voice.loudness, request.settings.volume, voice.rate);
    let edges = match card.silence {
        Silence::Kept => None,
        Silence::Dressed => {
            Some(Edges::new(voice.rate, pause_after(&request.text.text, request.settings.speed)))
        }
    };
    if edges.is_none() && level.is_none() {
        return Ok(synthesis);
    }
    Ok(Box::new(Mastered::new(synthesis, edges, level, &request.text.text)))
}
