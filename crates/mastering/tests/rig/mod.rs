//! What the tests of this crate share: an engine that says what it is told to, in pieces of a chosen length.

#![allow(dead_code, reason = "each test file uses its own part of it")]

use engine::conformance::{plain_request, speak};
use engine::{Engine, EngineCard, EngineError, Phoneme, Piece, Silence, Synthesis, SynthesisRequest};
use mastering::TARGET;
use speech::{
    ByteSpan, Ending, Gender, Language, Loudness, SampleCount, SampleRate, SpokenWord, VoiceCard,
    VoiceSettings, Volume,
};

pub(crate) const RATE: SampleRate = SampleRate::known(22_050);
/// Samples of the look-ahead.
pub(crate) const WINDOW: usize = 110;

/// An engine with one voice and one thing to say.
pub(crate) struct Parrot {
    card: EngineCard,
    whole: Piece,
    step: usize,
}

impl Parrot {
    /// Says these samples, whatever the text.
    pub(crate) fn new(samples: Vec<f32>) -> Self {
        let voice = VoiceCard {
            id: "parrot".into(),
            name: "Parrot".into(),
            languages: vec![Language::new("und")],
            gender: Gender::Neutral,
            engine: "parrot",
            rate: RATE,
            licence: "MIT".into(),
            loudness: None,
        };
        let card = EngineCard {
            id: "parrot",
            licence: "MIT",
            voices: vec![voice],
            max_open: 1,
            speed_guess: 1.0,
            silence: Silence::Kept,
        };
        Self { card, whole: Piece { samples, ..Piece::default() }, step: 2_205 }
    }

    /// In pieces of so many samples.
    pub(crate) fn in_steps(self, step: usize) -> Self {
        Self { step, ..self }
    }

    /// So much less loud than the target, in hundredths of a decibel.
    pub(crate) fn below_target(mut self, hundredths: i16) -> Self {
        let target = (TARGET.lufs() * 100.0).round() as i16;
        self.card.voices[0].loudness = Some(Loudness::from_hundredths(target - hundredths));
        self
    }

    /// Leaves its silence to others.
    pub(crate) fn dressed(mut self) -> Self {
        self.card.silence = Silence::Dressed;
        self
    }

    /// At another rate.
    pub(crate) fn at_rate(mut self, hz: u32) -> Self {
        self.card.voices[0].rate = SampleRate::known(hz);
        self
    }

    /// Tells of a phoneme that begins there, before its first sample.
    pub(crate) fn with_phoneme(mut self, start: u64) -> Self {
        self.whole.phonemes.push(Phoneme { ipa: "a".into(), start: SampleCount(start) });
        self
    }

    /// Tells of a word with these samples, all words before its first sample.
    pub(crate) fn with_word(mut self, start: u64, end: u64) -> Self {
        let source = ByteSpan::new(0, 1);
        self.whole.words.push(SpokenWord { source, start: SampleCount(start), end: SampleCount(end) });
        self
    }
}

impl Engine for Parrot {
    fn card(&self) -> &EngineCard {
        &self.card
    }

    fn begin(&self, _: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
        Ok(Box::new(Saying { left: self.whole.clone(), step: self.step }))
    }
}

struct Saying {
    left: Piece,
    step: usize,
}

impl Synthesis for Saying {
    fn next(&mut self) -> Result<Option<Piece>, EngineError> {
        if self.left == Piece::default() {
            return Ok(None);
        }
        let rest = self.left.samples.split_off(self.step.min(self.left.samples.len()));
        let rest = Piece { samples: rest, ..Piece::default() };
        Ok(Some(std::mem::replace(&mut self.left, rest)))
    }
}

/// Any engine, with everything that it says mastered.
struct Heard<'a>(&'a dyn Engine);

impl Engine for Heard<'_> {
    fn card(&self) -> &EngineCard {
        self.0.card()
    }

    fn begin(&self, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
        mastering::begin(self.0, request)
    }
}

/// A sentence that this engine is asked for.
pub(crate) fn request(text: &str) -> SynthesisRequest {
    plain_request(text, &"parrot".into())
}

/// What a listener hears of this request.
pub(crate) fn hear(parrot: &Parrot, request: &SynthesisRequest) -> Result<Piece, EngineError> {
    speak(&Heard(parrot), request)
}

/// What a listener hears of this sentence.
pub(crate) fn heard(parrot: &Parrot, text: &str) -> Piece {
    hear(parrot, &request(text)).expect("it speaks")
}

/// What a listener hears of something that ends so.
pub(crate) fn heard_until(parrot: &Parrot, ending: Ending) -> Piece {
    hear(parrot, &SynthesisRequest { ending, ..request("a") }).expect("it speaks")
}

/// The same at another volume.
pub(crate) fn heard_at(parrot: &Parrot, volume: f64) -> Vec<f32> {
    let volume = Volume::new(volume).expect("it is in range");
    let settings = VoiceSettings { volume, ..VoiceSettings::default() };
    hear(parrot, &SynthesisRequest { settings, ..request("a.") }).expect("it speaks").samples
}

/// A sine of 200 Hz.
pub(crate) fn tone(level: f32, samples: usize) -> Vec<f32> {
    let step = std::f32::consts::TAU * 200.0 / RATE.hz() as f32;
    (0..samples).map(|n| level * (n as f32 * step).sin()).collect()
}
