//! The engine: its card, and how a segment begins.

use engine::{Engine, EngineCard, EngineError, Silence, Synthesis, SynthesisRequest};
use speech::{Gender, VoiceCard, VoiceId};

use crate::config::{Fault, ToneConfig, ToneVoice};
use crate::plan::Plan;
use crate::synthesis::ToneSynthesis;

const ID: &str = "tone";
const LICENCE: &str = "MIT OR Apache-2.0";
/// Audio seconds per second of one worker, to begin with: a little below the 5 100 measured at 24 kHz on one core.
const SPEED_GUESS: f32 = 4_000.0;

/// The engine of sines. Without state: any number of segments may be under way, on any threads.
#[derive(Debug)]
pub struct Tone {
    config: ToneConfig,
    card: EngineCard,
}

impl Tone {
    /// The engine with these lengths and voices.
    #[must_use]
    pub fn new(config: ToneConfig) -> Self {
        let voices = config.voices.iter().map(|voice| voice_card(&config, voice)).collect();
        let max_open = config.max_open;
        let card = EngineCard {
            id: ID,
            licence: LICENCE,
            voices,
            max_open,
            speed_guess: SPEED_GUESS,
            // Its gaps are part of its plan: hundreds of tests count its samples.
            silence: Silence::Kept,
        };
        Self { config, card }
    }

    fn voice(&self, id: &VoiceId) -> Result<&ToneVoice, EngineError> {
        let voice = self.config.voices.iter().find(|voice| voice.id == *id);
        voice.ok_or_else(|| EngineError::UnknownVoice(id.clone()))
    }

    fn step(&self) -> u64 {
        let samples = self.config.piece.as_secs_f64() * f64::from(self.config.rate.hz());
        (samples.round() as u64).max(1)
    }
}

impl Default for Tone {
    /// With [`ToneConfig::default`].
    fn default() -> Self {
        Self::new(ToneConfig::default())
    }
}

impl Engine for Tone {
    fn card(&self) -> &EngineCard {
        &self.card
    }

    fn begin(&self, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
        let voice = self.voice(&request.voice)?;
        if voice.fault == Some(Fault::NotSet) {
            let reason = "this test voice fails on purpose".into();
            return Err(EngineError::VoiceNotSet { voice: voice.id.clone(), reason });
        }
        let plan = Plan::new(&self.config, voice, &request.text, request.settings);
        let characters = request.text.text.chars().count();
        Ok(Box::new(ToneSynthesis::new(plan, self.step(), voice.fault, characters)))
    }
}

fn voice_card(config: &ToneConfig, voice: &ToneVoice) -> VoiceCard {
    VoiceCard {
        id: voice.id.clone(),
        name: voice.id.to_string(),
        languages: vec![voice.language.clone()],
        gender: Gender::Neutral,
        engine: ID,
        rate: config.rate,
        licence: LICENCE.into(),
        loudness: None,
    }
}
