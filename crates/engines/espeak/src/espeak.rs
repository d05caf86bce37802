//! The engine itself.

use std::sync::Arc;

use engine::{Engine, EngineCard, EngineError, Synthesis};
use speech::{Pitch, Speed, SpokenText, SynthesisRequest, VoiceId, VoiceSettings};

use crate::asking::Answer;
use crate::config::EspeakConfig;
use crate::hosts::Hosts;
use crate::records::{Job, JobKind, Record};
use crate::synthesis::Segment;
use crate::voices::{cards, find};

pub(crate) const ENGINE_ID: &str = "espeak";
/// Of eSpeak NG, its data included.
pub(crate) const LICENCE: &str = "GPL-3.0-or-later";

/// The library's own pace, in words a minute.
const NORMAL_PACE: f32 = 175.0;
/// The slowest that it speaks. There is no upper bound: from 450 on it shortens the sound with libsonic.
const SLOWEST_PACE: f32 = 80.0;

/// eSpeak NG behind the engine contract.
pub struct Espeak {
    card: EngineCard,
    hosts: Arc<Hosts>,
}

impl Espeak {
    /// An engine with these settings. Starts nothing yet and touches no file.
    ///
    /// # Errors
    /// [`EngineError::Unavailable`] if there is no folder at all to unpack the voice data into.
    pub fn new(config: EspeakConfig) -> Result<Self, EngineError> {
        if config.data_dirs.is_empty() {
            let context = "no folder for voice data; configure one".to_owned();
            return Err(EngineError::Unavailable { context, source: None });
        }
        let card = EngineCard {
            id: ENGINE_ID,
            licence: LICENCE,
            voices: cards(),
            max_open: config.max_open,
            speed_guess: 500.0,
        };
        Ok(Self { card, hosts: Arc::new(Hosts::new(config)) })
    }

    /// Unpacks a voice and starts its host, so that its first segment waits for neither.
    ///
    /// # Errors
    /// [`EngineError::UnknownVoice`], [`EngineError::VoiceNotSet`] or [`EngineError::Unavailable`].
    pub fn warm(&self, voice: &VoiceId) -> Result<(), EngineError> {
        self.hosts.warm(find(voice)?)
    }

    /// How a voice would read a text: its phonemes in IPA, one line a clause. Blocks for as long as that takes, about a
    /// millisecond.
    ///
    /// # Errors
    /// As [`Engine::begin`] and [`Synthesis::next`].
    pub fn phonemes(&self, text: &SpokenText, voice: &VoiceId) -> Result<String, EngineError> {
        let job = job(JobKind::Phonemes, text, VoiceSettings::default(), 0);
        let mut answer = Answer::ask(&self.hosts, find(voice)?, &job)?;
        let mut heard = String::new();
        loop {
            match answer.next()? {
                Record::Ipa(ipa) => heard = ipa,
                Record::End => return Ok(heard),
                _ => {}
            }
        }
    }
}

impl Engine for Espeak {
    fn card(&self) -> &EngineCard {
        &self.card
    }

    /// Any language of the card is also accepted with any variant of tone: `de+f3`, `fr-fr+whisper`.
    fn begin(&self, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
        let voice = find(&request.voice)?;
        let job = job(JobKind::Speak, &request.text, request.settings, request.seed);
        Ok(Box::new(Segment::new(Arc::clone(&self.hosts), voice, job, request.text.clone())))
    }
}

fn job(kind: JobKind, text: &SpokenText, settings: VoiceSettings, seed: u64) -> Job {
    Job {
        kind,
        seed,
        words_per_minute: words_per_minute(settings.speed),
        pitch: pitch(settings.pitch),
        text: readable(&text.text),
    }
}

/// The library obeys commands in control characters. A space each keeps all positions.
fn readable(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

fn words_per_minute(speed: Speed) -> u32 {
    (NORMAL_PACE * speed.factor()).max(SLOWEST_PACE).round() as u32
}

/// The library's scale from 0 to 99 is logarithmic, about an octave either way around 50. Source: `pitch_adjust_tab`
/// in `wavegen.c` of eSpeak NG 1.52.
fn pitch(pitch: Pitch) -> u32 {
    (50.0 + 50.0 * pitch.factor().log2()).round().clamp(0.0, 99.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_become_the_librarys_numbers() {
        let paces = [0.25, 1.0, 2.0, 4.0].map(|factor| words_per_minute(Speed::new(factor).unwrap()));
        assert_eq!(paces, [80, 175, 350, 700]);
        let pitches = [0.5, 1.0, 2.0].map(|factor| pitch(Pitch::new(factor).unwrap()));
        assert_eq!(pitches, [0, 50, 99]);
    }

    #[test]
    fn no_control_character_reaches_the_library_and_none_is_lost() {
        assert_eq!(readable("a\u{1}b\0c\u{85}ü\n"), "a b c ü ");
    }

    #[test]
    fn nothing_is_started_for_an_engine_that_cannot_work() {
        let config = EspeakConfig { data_dirs: Vec::new(), ..EspeakConfig::default() };
        assert!(matches!(Espeak::new(config), Err(EngineError::Unavailable { .. })));
    }
}
