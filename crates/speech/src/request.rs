//! What an engine is asked.

use std::hash::{Hash, Hasher};

use crate::emphasis::Emphasised;
use crate::ending::Ending;
use crate::settings::VoiceSettings;
use crate::text::{ByteSpan, UserText};
use crate::voice::VoiceId;

/// Exactly what decides the sound of one segment, and nothing else: no ids, no time.
///
/// So it can be a cache key and travel to another machine; equal requests give equal bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct SynthesisRequest {
    /// What to say.
    pub text: SpokenText,
    /// What ends with it, so that the silence after it is as long as within a text.
    pub ending: Ending,
    /// Who says it.
    pub voice: VoiceId,
    /// How.
    pub settings: VoiceSettings,
    /// For engines that draw random numbers.
    pub seed: u64,
}

impl Eq for SynthesisRequest {}

impl Hash for SynthesisRequest {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
        self.ending.hash(state);
        self.voice.hash(state);
        self.settings.speed.factor().to_bits().hash(state);
        self.settings.pitch.factor().to_bits().hash(state);
        self.settings.volume.factor().to_bits().hash(state);
        self.seed.hash(state);
    }
}

/// A segment as it is to be spoken, with the way back to what the caller wrote.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct SpokenText {
    /// What the engine reads: never contains control characters.
    pub text: UserText,
    /// Which stretch of `text` came from which stretch of the source, in order and without overlap in either.
    /// One source stretch may be several spoken words (`$100`: `one hundred dollars`).
    pub words: Vec<WordSource>,
    /// Which stretches of `text` are to sound otherwise than they are written, in order and without overlap. An engine
    /// that cannot do so says what is written.
    pub pronounced: Vec<Pronounced>,
    /// Which stretches of `text` stand out, in order and without overlap: whole words, of which a unit may have
    /// several in a script without spaces. An engine that cannot do so says them like others.
    pub emphasised: Vec<Emphasised>,
}

/// How a stretch of spoken text is to sound.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pronounced {
    /// The stretch of [`SpokenText::text`], in bytes: whole words.
    pub spoken: ByteSpan,
    /// Its sounds, in the International Phonetic Alphabet.
    pub ipa: UserText,
}

/// One unit of the source and its spoken form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WordSource {
    /// Its stretch of [`SpokenText::text`], in bytes.
    pub spoken: ByteSpan,
    /// The stretch of the segment's source text that it came from, in bytes.
    pub source: ByteSpan,
    /// Whether both are the same text.
    pub wording: Wording,
}

/// How the spoken form of a unit relates to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wording {
    /// It is the source, byte for byte, so a part of one is that part of the other.
    AsWritten,
    /// It stands for the source as a whole: `100` is said "one hundred".
    Otherwise,
}

#[cfg(test)]
mod tests {
    use std::hash::{DefaultHasher, Hasher};

    use super::*;
    use crate::settings::{Pitch, Speed, Volume};

    fn hash(settings: VoiceSettings, ending: Ending) -> u64 {
        let text = SpokenText { text: "a".into(), ..SpokenText::default() };
        let mut hasher = DefaultHasher::new();
        SynthesisRequest { text, ending, voice: "v".into(), settings, seed: 0 }.hash(&mut hasher);
        hasher.finish()
    }

    #[test]
    fn each_setting_and_each_ending_makes_another_request() {
        let usual = VoiceSettings::default();
        let hashes = [
            (usual, Ending::Phrase),
            (usual, Ending::Sentence),
            (VoiceSettings { speed: Speed::new(2.0).unwrap(), ..usual }, Ending::Phrase),
            (VoiceSettings { pitch: Pitch::new(2.0).unwrap(), ..usual }, Ending::Phrase),
            (VoiceSettings { volume: Volume::new(2.0).unwrap(), ..usual }, Ending::Phrase),
        ]
        .map(|(settings, ending)| hash(settings, ending));
        assert_eq!(hashes.iter().collect::<std::collections::HashSet<_>>().len(), 5);
    }
}
