//! How long, how high, and who: the engine's configuration, and the voices that fail on purpose.

use std::time::Duration;

use speech::{Language, SampleRate, VoiceId};

/// What decides the sound, besides the request.
#[derive(Debug, Clone, PartialEq)]
pub struct ToneConfig {
    /// Samples per second, of all voices.
    pub rate: SampleRate,
    /// How long a letter or digit sounds at normal speed. Rounded to whole samples, one at least.
    pub per_char: Duration,
    /// How long any other character is silent at normal speed. Rounded to whole samples.
    pub per_gap: Duration,
    /// How much audio one step computes, the last one less. Rounded to whole samples, one at least.
    pub piece: Duration,
    /// How many segments may be begun and unfinished, for the engine's card. The engine itself does not mind.
    pub max_open: usize,
    /// Who speaks, the default voice first.
    pub voices: Vec<ToneVoice>,
}

impl Default for ToneConfig {
    /// 20 ms a character and 10 ms a gap at 24 kHz, in steps of 100 ms, with `tone`, `tone-low` and `tone-high`.
    fn default() -> Self {
        Self {
            rate: SampleRate::known(24_000),
            per_char: Duration::from_millis(20),
            per_gap: Duration::from_millis(10),
            piece: Duration::from_millis(100),
            max_open: 1_024,
            voices: vec![
                ToneVoice::new("tone", 330.0),
                ToneVoice::new("tone-low", 165.0),
                ToneVoice::new("tone-high", 660.0),
            ],
        }
    }
}

impl ToneConfig {
    /// Adds one test voice for each [`Fault`], named after it. Never for a server that people listen to.
    #[must_use]
    pub fn with_faults(mut self) -> Self {
        let faulty =
            Fault::ALL.map(|fault| ToneVoice { fault: Some(fault), ..ToneVoice::new(fault.voice(), 330.0) });
        self.voices.extend(faulty);
        self
    }
}

/// One voice.
#[derive(Debug, Clone, PartialEq)]
pub struct ToneVoice {
    /// Its name.
    pub id: VoiceId,
    /// The frequency of its deepest characters, in Hz; the highest lie just below the octave above.
    pub base_hz: f64,
    /// What it says that it speaks. A sine is at home in none: `und`, undetermined.
    pub language: Language,
    /// How it fails, if it is a test voice.
    pub fault: Option<Fault>,
}

impl ToneVoice {
    /// A voice without fault.
    #[must_use]
    pub fn new(id: &str, base_hz: f64) -> Self {
        Self { id: id.into(), base_hz, language: Language::new("und"), fault: None }
    }
}

/// How a test voice fails. A text without letters and digits ends without sound in these voices too, and without error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// `tone-broken`: the step after the first piece is [`Crashed`](engine::EngineError::Crashed).
    CrashesAfterFirstPiece,
    /// `tone-broken-at-start`: the first step is [`Crashed`](engine::EngineError::Crashed), before any audio.
    CrashesAtStart,
    /// `tone-silent`: the first step is [`NoSound`](engine::EngineError::NoSound), which no new attempt heals.
    NoSound,
    /// `tone-unset`: to begin is [`VoiceNotSet`](engine::EngineError::VoiceNotSet), whatever the text.
    NotSet,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::CrashesAfterFirstPiece, Self::CrashesAtStart, Self::NoSound, Self::NotSet];

    /// The name of the voice that fails so.
    #[must_use]
    pub const fn voice(self) -> &'static str {
        match self {
            Self::CrashesAfterFirstPiece => "tone-broken",
            Self::CrashesAtStart => "tone-broken-at-start",
            Self::NoSound => "tone-silent",
            Self::NotSet => "tone-unset",
        }
    }
}
