//! The settings of a context, and what they mean to a session. `reading.rs` takes them from the client, `echo.rs` tells them
//! back.

use std::time::Duration;

use session::{Cast, ContextSettings, GenerationRule, Reading, Rules, SegmentPolicy, WordTimes};
use speech::{KeyId, Language, Refusal, Speed, VoiceId, VoiceSettings};

use super::encoding::{DEFAULT_ENCODING, Encoding, Packing};
use super::reading;
use super::voices::ALIASES;
use crate::offer::Offer;

/// The most characters that may wait for more, and the threshold of a client that names none.
pub(super) const MOST_BUFFERED: u64 = 1_000;
/// How long text waits for more where the client does not say, in milliseconds.
const DEFAULT_DELAY_MS: u64 = 3_000;

/// The models whose word times tell the sounds of each word, by how their names begin.
const MODELS_WITH_PHONES: [&str; 2] = ["inworld-tts-1.5", "inworld-tts-2"];

/// Everything about a context, in the client's terms.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Config {
    /// The voice by the client's name.
    pub(super) voice_name: String,
    /// The voice that speaks for it.
    pub(super) voice: VoiceId,
    /// Any name will do.
    pub(super) model: String,
    pub(super) language: Option<String>,
    pub(super) audio: AudioConfig,
    pub(super) temperature: Option<f64>,
    pub(super) delivery_mode: Option<&'static str>,
    pub(super) normalization: Option<&'static str>,
    pub(super) timestamps: Option<Timestamps>,
    pub(super) transport: Option<Transport>,
    /// How long text waits for more, in milliseconds; 0 is for ever.
    pub(super) max_delay_ms: u64,
    /// So many characters wait for no more.
    pub(super) threshold: u64,
    pub(super) auto_mode: bool,
    pub(super) strategy: Option<Strategy>,
}

/// What the sound is to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct AudioConfig {
    pub(super) encoding: Encoding,
    /// In Hz.
    pub(super) rate: Option<u64>,
    /// In bits per second.
    pub(super) bit_rate: Option<u32>,
    pub(super) speaking_rate: Option<f64>,
}

/// Which times are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timestamps {
    None,
    Words,
    Characters,
}

/// How times travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Transport {
    /// With the audio that they are about.
    Sync,
    /// After it.
    Async,
}

/// Who cuts the text where the server decides when to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strategy {
    /// The client: every message is spoken as it is.
    ClientSegmented,
    /// The server, at the ends of sentences.
    SentenceBoundary,
}

impl Config {
    /// What holds for a client that names a model and says nothing else.
    pub(super) fn of_model(model: String) -> Self {
        Self {
            voice_name: String::new(),
            voice: VoiceId::from(""),
            model,
            language: None,
            audio: AudioConfig {
                encoding: DEFAULT_ENCODING,
                rate: None,
                bit_rate: None,
                speaking_rate: None,
            },
            temperature: None,
            delivery_mode: None,
            normalization: None,
            timestamps: None,
            transport: None,
            max_delay_ms: DEFAULT_DELAY_MS,
            threshold: MOST_BUFFERED,
            auto_mode: false,
            strategy: None,
        }
    }

    /// What a session is told of a context on a socket.
    ///
    /// # Errors
    /// A refusal for an encoding or rate that is not on offer.
    pub(super) fn settings(&self, offer: &Offer, key: KeyId) -> Result<ContextSettings, Refusal> {
        Ok(ContextSettings {
            policy: self.policy(),
            release_delay: (self.max_delay_ms > 0).then_some(Duration::from_millis(self.max_delay_ms)),
            generations: GenerationRule::EachRelease,
            ..self.one_shot(offer, key, Packing::Messages)?
        })
    }

    /// What a session is told of an HTTP call: its text comes whole, and is one generation.
    ///
    /// # Errors
    /// As [`Config::settings`].
    pub(super) fn one_shot(
        &self,
        offer: &Offer,
        key: KeyId,
        packing: Packing,
    ) -> Result<ContextSettings, Refusal> {
        let AudioConfig { encoding, bit_rate, .. } = self.audio;
        Ok(ContextSettings {
            reading: self.reading(offer),
            voice: self.voice.clone(),
            voice_settings: VoiceSettings { speed: self.audio.speed(), ..VoiceSettings::default() },
            form: encoding.form(offer, self.audio.rate_in_use(), bit_rate, packing)?,
            policy: SegmentPolicy::Clauses,
            release_delay: None,
            generations: GenerationRule::EachFlush,
            cast: self.cast(offer),
            // Text may say its own sounds, in IPA between slashes: docs.inworld.ai/tts/capabilities/custom-pronunciation.
            markup: session::Syntax { sounds: session::Sounds::Slashes, ..session::Syntax::default() },
            word_times: self.word_times(),
            lane: None,
            key,
        })
    }

    /// In the language that the client named; as written if it wants no normalization.
    fn reading(&self, offer: &Offer) -> Reading {
        let rules = if self.normalization == Some("OFF") { Rules::Rest } else { Rules::Apply };
        Reading { rules, ..offer.reading(&self.voice, self.language().as_ref()) }
    }

    /// The language that the client named; `auto` is none.
    fn language(&self) -> Option<Language> {
        self.language.as_deref().and_then(reading::language)
    }

    /// Where the client named no language, the text decides.
    fn cast(&self, offer: &Offer) -> Cast {
        if self.language().is_some() {
            return offer.cast(ALIASES);
        }
        offer.open_cast(ALIASES, Some(&self.voice_name))
    }

    fn policy(&self) -> SegmentPolicy {
        let characters = self.threshold as usize;
        match (self.auto_mode, self.strategy) {
            (false, _) => SegmentPolicy::Threshold { characters },
            (true, Some(Strategy::SentenceBoundary)) => SegmentPolicy::SentencesWithin { characters },
            (true, None | Some(Strategy::ClientSegmented)) => SegmentPolicy::Client,
        }
    }

    /// Characters divide a word by its phonemes; words have them told where the vendor's model does.
    fn word_times(&self) -> WordTimes {
        let has_phones = MODELS_WITH_PHONES.iter().any(|model| is_of(&self.model, model));
        match self.timestamps() {
            Timestamps::None => WordTimes::Off,
            Timestamps::Words if !has_phones => WordTimes::On,
            Timestamps::Words | Timestamps::Characters => WordTimes::WithPhonemes,
        }
    }

    /// Which times are wanted.
    pub(super) fn timestamps(&self) -> Timestamps {
        self.timestamps.unwrap_or(Timestamps::None)
    }

    /// How they travel.
    pub(super) fn transport(&self) -> Transport {
        self.transport.unwrap_or(Transport::Sync)
    }
}

/// Whether a model is of a family: of its name, or that and more behind a hyphen.
fn is_of(model: &str, family: &str) -> bool {
    model.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

impl AudioConfig {
    /// The rate, in Hz.
    pub(super) fn rate_in_use(&self) -> u64 {
        self.rate.unwrap_or(self.encoding.default_rate())
    }

    fn speed(&self) -> Speed {
        self.speaking_rate.and_then(Speed::new).unwrap_or(Speed::NORMAL)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_cuts_the_text_decides_the_policy() {
        let mut config = Config {
            threshold: 7,
            strategy: Some(Strategy::SentenceBoundary),
            ..Config::of_model("m".to_owned())
        };
        assert_eq!(config.policy(), SegmentPolicy::Threshold { characters: 7 });
        config.auto_mode = true;
        assert_eq!(config.policy(), SegmentPolicy::SentencesWithin { characters: 7 });
        config.strategy = None;
        assert_eq!(config.policy(), SegmentPolicy::Client);
    }

    #[test]
    fn text_is_read_as_written_where_no_normalization_is_wanted() {
        let offer = crate::offer::tests::offer(Vec::new());
        let rules = |normalization| {
            Config { normalization, ..Config::of_model("m".to_owned()) }.reading(&offer).rules
        };
        assert_eq!(
            [rules(None), rules(Some("ON")), rules(Some("OFF"))],
            [Rules::Apply, Rules::Apply, Rules::Rest]
        );
    }

    #[test]
    fn phonemes_are_worked_out_for_whom_they_are_told() {
        let wanted = |model: &str, timestamps| {
            Config { timestamps, ..Config::of_model(model.to_owned()) }.word_times()
        };
        assert_eq!(wanted("inworld-tts-2", None), WordTimes::Off);
        assert_eq!(wanted("inworld-tts-1", Some(Timestamps::Words)), WordTimes::On);
        assert_eq!(wanted("inworld-tts-1", Some(Timestamps::Characters)), WordTimes::WithPhonemes);
        for model in ["inworld-tts-1.5-mini", "inworld-tts-1.5-max", "inworld-tts-2"] {
            assert_eq!(wanted(model, Some(Timestamps::Words)), WordTimes::WithPhonemes);
        }
        assert_eq!(wanted("inworld-tts-20", Some(Timestamps::Words)), WordTimes::On);
    }
}
