//! What an `init`, or the body of a call, says about voice and sound.

use session::{ContextSettings, GenerationRule, SegmentPolicy, WordTimes};
use speech::{KeyId, Language, Refusal, RefusalKind, Scope, Speed, VoiceCard, VoiceSettings};

use super::formats::Wanted;
use super::voices::ALIASES;
use crate::fields::Fields;
use crate::offer::Offer;

/// Every name that a model's page, or a published client, has for a setting.
const VOICE: &[&str] = &["voice", "voice_id", "speaker"];
const LANGUAGE: &[&str] = &["language"];
const ENCODING: &[&str] = &["encoding", "audio_format"];
const SAMPLE_RATE: &[&str] = &["sample_rate", "speech_sample_rate"];
const BIT_RATE: &[&str] = &["bitrate"];
const SPEED: &[&str] = &["speed", "pace"];
const TRANSPORT: &[&str] = &["audio_transport"];

/// Words that name no language: the voice decides.
const ANY_LANGUAGE: &[&str] = &["", "auto", "multi"];

/// The longest name of a voice or language, in characters, as on the sockets of streams.
const NAME_CHARACTERS: usize = 50;

/// How audio travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Transport {
    /// As binary frames.
    Binary,
    /// In base64, within JSON.
    Json,
}

impl Transport {
    /// By its name.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`].
    pub(super) fn named(name: &str) -> Result<Self, Refusal> {
        match name {
            "binary" => Ok(Self::Binary),
            "json" => Ok(Self::Json),
            _ => Err(Refusal::new(RefusalKind::InvalidValue, "audio_transport is none of binary, json")),
        }
    }
}

/// What is taken where nothing is said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Defaults {
    /// The voice; the server's first where this one is unknown, or none is named.
    pub(super) voice: Option<&'static str>,
    /// The format's name.
    pub(super) encoding: &'static str,
    /// How much of the sound is one playable stream.
    pub(super) scope: Scope,
    /// Under which key.
    pub(super) key: KeyId,
}

/// A client's settings: each at the top level, or in `config`.
pub(super) struct Said<'a> {
    top: &'a Fields,
    config: Option<Fields>,
}

impl<'a> Said<'a> {
    /// Reads where settings are.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] if `config` is not an object.
    pub(super) fn of(top: &'a Fields) -> Result<Self, Refusal> {
        Ok(Self { top, config: top.object("config")? })
    }

    /// All of them, for a context.
    ///
    /// # Errors
    /// A refusal for the first value that is wrong.
    pub(super) fn settings(&self, offer: &Offer, defaults: Defaults) -> Result<ContextSettings, Refusal> {
        let wanted = Wanted {
            encoding: self.find(ENCODING, Fields::text)?.unwrap_or(defaults.encoding),
            rate: self.find(SAMPLE_RATE, Fields::integer)?,
            bit_rate: self.find(BIT_RATE, Fields::integer)?,
            scope: defaults.scope,
        };
        let voice = self.voice(offer, defaults.voice)?.id.clone();
        Ok(ContextSettings {
            reading: offer.reading(&voice, self.language()?.as_ref()),
            voice,
            voice_settings: VoiceSettings { speed: self.speed()?, ..VoiceSettings::default() },
            form: wanted.form(offer)?,
            policy: SegmentPolicy::Clauses,
            release_delay: None,
            generations: GenerationRule::EachFlush,
            cast: offer.cast(ALIASES),
            markup: session::Syntax::default(),
            word_times: WordTimes::Off,
            lane: None,
            key: defaults.key,
        })
    }

    /// How audio is to travel, if it is said.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`].
    pub(super) fn transport(&self) -> Result<Option<Transport>, Refusal> {
        self.find(TRANSPORT, Fields::text)?.map(Transport::named).transpose()
    }

    fn voice<'o>(&self, offer: &'o Offer, default: Option<&str>) -> Result<&'o VoiceCard, Refusal> {
        let language = self.language()?;
        let name = match self.find(VOICE, Fields::text)?.filter(|name| !name.is_empty()) {
            Some(name) => short("voice", name)?,
            None => self.stand_in(offer, default)?,
        };
        offer.voice_for(ALIASES, name, language.as_ref())
    }

    /// Some callers name their voice as the model. Otherwise the default speaks, or whoever there is.
    fn stand_in<'b>(&'b self, offer: &'b Offer, default: Option<&'b str>) -> Result<&'b str, Refusal> {
        let candidates = self.find(&["model"], Fields::text)?.into_iter().chain(default);
        let known = |name: &&str| !name.is_empty() && offer.voice(ALIASES, name).is_ok();
        let first = || offer.voices.first().map(|card| card.id.as_str());
        let nobody = || Refusal::new(RefusalKind::UnknownVoice, "no voice is here");
        candidates.into_iter().find(known).or_else(first).ok_or_else(nobody)
    }

    fn language(&self) -> Result<Option<Language>, Refusal> {
        let tag = self.find(LANGUAGE, Fields::text)?.filter(|tag| !ANY_LANGUAGE.contains(tag));
        Ok(tag.map(|tag| short("language", tag)).transpose()?.map(Language::new))
    }

    fn speed(&self) -> Result<Speed, Refusal> {
        let Some(factor) = self.find(SPEED, Fields::number)? else { return Ok(Speed::NORMAL) };
        Speed::new(factor).ok_or_else(|| {
            let message = format!("speed {factor} is outside {} to {}", Speed::MIN, Speed::MAX);
            Refusal::new(RefusalKind::InvalidValue, message)
        })
    }

    /// The first of these names that is there, at the top level first.
    fn find<'b, T>(
        &'b self,
        names: &[&str],
        read: fn(&'b Fields, &str) -> Result<Option<T>, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        for place in std::iter::once(self.top).chain(&self.config) {
            for name in names {
                if let Some(value) = read(place, name)? {
                    return Ok(Some(value));
                }
            }
        }
        Ok(None)
    }
}

/// A name that an error may repeat.
fn short<'a>(what: &str, name: &'a str) -> Result<&'a str, Refusal> {
    match name.chars().count() {
        count if count > NAME_CHARACTERS => {
            let message = format!("{what} of {count} characters exceeds the limit of {NAME_CHARACTERS}");
            Err(Refusal::new(RefusalKind::InvalidValue, message))
        }
        _ => Ok(name),
    }
}
