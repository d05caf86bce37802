//! The way in.

use engine::{AUDIBLE, Engine, EngineError, Silence, Synthesis, SynthesisRequest};

use speech::{Ending, Loudness};

use crate::edges::Edges;
use crate::level::{Level, voice_gain};
use crate::mastered::Mastered;
use crate::pause::pause_after;
use crate::rest::Rest;

/// Begins a segment as [`Engine::begin`] does, and masters what comes of it.
///
/// A break is silence of ours, whatever the engine.
///
/// An engine that keeps its silence, with a voice that nobody has measured and at the usual volume, is heard as it is.
///
/// # Errors
/// As [`Engine::begin`]; [`EngineError::UnknownVoice`] also for a voice that the engine would speak in and does not list,
/// because nothing is known of its sound.
pub fn begin(engine: &dyn Engine, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
    let card = engine.card();
    let unknown = || EngineError::UnknownVoice(request.voice.clone());
    let voice = card.voice(&request.voice).ok_or_else(unknown)?;
    if let Ending::Break(pause) = request.ending {
        let silence = match card.silence {
            Silence::Kept => pause.length(),
            Silence::Dressed => pause_after(request.ending, request.settings.speed),
        };
        return Ok(Box::new(Rest::new(voice.rate, silence)));
    }
    let synthesis = engine.begin(request)?;
    let level = Level::new(voice.loudness, request.settings.volume, voice.rate);
    let edges = match card.silence {
        Silence::Kept => None,
        Silence::Dressed => {
            let pause = pause_after(request.ending, request.settings.speed);
            Some(Edges::new(voice.rate, audible(voice.loudness), pause))
        }
    };
    if edges.is_none() && level.is_none() {
        return Ok(synthesis);
    }
    Ok(Box::new(Mastered::new(synthesis, edges, level, &request.text.text)))
}

/// The least level that is heard of a voice, before it is brought to the level of all: what is silence of a loud voice may
/// be a sound of a quiet one. The volume is no part of it, for it shall change nothing but the volume.
fn audible(loudness: Option<Loudness>) -> f32 {
    AUDIBLE / voice_gain(loudness)
}
