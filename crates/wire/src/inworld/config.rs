//! The settings of a context: as a client says them, as it is told them, and what they mean to a session.

use std::time::Duration;

use serde_json::{Map, Value, json};
use session::{ContextSettings, GenerationRule, SegmentPolicy, WordTimes};
use speech::{KeyId, Language, Refusal, RefusalKind, Speed, VoiceId, VoiceSettings};

use super::encoding::{DEFAULT_ENCODING, ENCODINGS, Encoding, Packing};
use super::message::{inner, name};
use super::voices::ALIASES;
use crate::fields::Fields;
use crate::offer::Offer;

/// The most characters that may wait for more, and the threshold of a client that names none.
const MOST_BUFFERED: u64 = 1_000;
/// How long text waits for more where the client does not say, in milliseconds.
const DEFAULT_DELAY_MS: u64 = 3_000;
/// The longest that a client may make it wait, in milliseconds: the life of an idle connection.
const MOST_DELAY_MS: u64 = 600_000;

/// Everything about a context, in the client's terms.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Config {
    /// The voice by the client's name.
    voice_name: String,
    /// The voice that speaks for it.
    voice: VoiceId,
    /// Any name will do.
    pub(super) model: String,
    language: Option<String>,
    audio: AudioConfig,
    temperature: Option<f64>,
    delivery_mode: Option<&'static str>,
    normalization: Option<&'static str>,
    timestamps: Option<Timestamps>,
    transport: Option<Transport>,
    max_delay_ms: u64,
    threshold: u64,
    auto_mode: bool,
    strategy: Option<Strategy>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct AudioConfig {
    encoding: Encoding,
    /// In Hz.
    rate: Option<u64>,
    /// In bits per second.
    bit_rate: Option<u32>,
    speaking_rate: Option<f64>,
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
enum Strategy {
    /// The client: every message is spoken as it is.
    ClientSegmented,
    /// The server, at the ends of sentences.
    SentenceBoundary,
}

const TIMESTAMPS: &[(&str, Timestamps)] = &[
    ("TIMESTAMP_TYPE_UNSPECIFIED", Timestamps::None),
    ("WORD", Timestamps::Words),
    ("CHARACTER", Timestamps::Characters),
];
const TRANSPORTS: &[(&str, Transport)] = &[
    ("SYNC", Transport::Sync),
    ("ASYNC", Transport::Async),
    ("TIMESTAMP_TRANSPORT_STRATEGY_UNSPECIFIED", Transport::Sync),
];
const STRATEGIES: &[(&str, Strategy)] = &[
    ("CLIENT_SEGMENTED", Strategy::ClientSegmented),
    ("SENTENCE_BOUNDARY", Strategy::SentenceBoundary),
    ("AUTO_MODE_STRATEGY_UNSPECIFIED", Strategy::ClientSegmented),
];
const DELIVERY_MODES: &[(&str, &str)] = &[
    ("DELIVERY_MODE_UNSPECIFIED", "DELIVERY_MODE_UNSPECIFIED"),
    ("STABLE", "STABLE"),
    ("BALANCED", "BALANCED"),
    ("CREATIVE", "CREATIVE"),
];
const NORMALIZATIONS: &[(&str, &str)] = &[
    ("APPLY_TEXT_NORMALIZATION_UNSPECIFIED", "APPLY_TEXT_NORMALIZATION_UNSPECIFIED"),
    ("ON", "ON"),
    ("OFF", "OFF"),
];

impl Config {
    /// Reads the settings of a new context, or of an HTTP call.
    ///
    /// # Errors
    /// A refusal for the first value that is wrong, missing or not on offer.
    pub(super) fn create(offer: &Offer, fields: &Fields) -> Result<Self, Refusal> {
        let voice_name = required(fields, "voiceId")?;
        let model = required(fields, "modelId")?;
        let blank = Self {
            voice: VoiceId::from(""),
            voice_name,
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
        };
        blank.with(offer, fields)
    }

    /// Takes what an update says; what it leaves out stays as it is.
    ///
    /// # Errors
    /// As [`Config::create`], and for another model.
    pub(super) fn update(&self, offer: &Offer, fields: &Fields) -> Result<Self, Refusal> {
        if name(fields, "modelId")?.is_some_and(|model| model != self.model) {
            return Err(invalid("modelId of an open context cannot change; create another context"));
        }
        self.with(offer, fields)
    }

    fn with(&self, offer: &Offer, fields: &Fields) -> Result<Self, Refusal> {
        let voice_name = name(fields, "voiceId")?.unwrap_or_else(|| self.voice_name.clone());
        let language = name(fields, "language")?.or_else(|| self.language.clone());
        Ok(Self {
            voice: voice(offer, &voice_name, language.as_deref())?,
            voice_name,
            model: self.model.clone(),
            language,
            audio: self.audio.with(fields)?,
            temperature: temperature(fields)?.or(self.temperature),
            delivery_mode: word(fields, "deliveryMode", DELIVERY_MODES)?.or(self.delivery_mode),
            normalization: word(fields, "applyTextNormalization", NORMALIZATIONS)?.or(self.normalization),
            timestamps: word(fields, "timestampType", TIMESTAMPS)?.or(self.timestamps),
            transport: word(fields, "timestampTransportStrategy", TRANSPORTS)?.or(self.transport),
            max_delay_ms: delay(fields)?.unwrap_or(self.max_delay_ms),
            threshold: threshold(fields)?.unwrap_or(self.threshold),
            auto_mode: fields.flag("autoMode")?.unwrap_or(self.auto_mode),
            strategy: word(fields, "autoModeStrategy", STRATEGIES)?.or(self.strategy),
        })
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
            voice: self.voice.clone(),
            voice_settings: VoiceSettings { speed: self.audio.speed(), ..VoiceSettings::default() },
            form: encoding.form(offer, self.audio.rate_in_use(), bit_rate, packing)?,
            policy: SegmentPolicy::Clauses,
            release_delay: None,
            generations: GenerationRule::EachFlush,
            word_times: match self.timestamps() {
                Timestamps::None => WordTimes::Off,
                Timestamps::Words | Timestamps::Characters => WordTimes::On,
            },
            lane: None,
            key,
        })
    }

    fn policy(&self) -> SegmentPolicy {
        let characters = self.threshold as usize;
        match (self.auto_mode, self.strategy) {
            (false, _) => SegmentPolicy::Threshold { characters },
            (true, Some(Strategy::SentenceBoundary)) => SegmentPolicy::SentencesWithin { characters },
            (true, None | Some(Strategy::ClientSegmented)) => SegmentPolicy::Client,
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

    /// What a client is told when the settings come into use: what it said, and the defaults of what it may want to know.
    pub(super) fn echo(&self) -> Value {
        let mut echo = Map::new();
        let mut put = |name: &str, value: Option<Value>| {
            echo.extend(value.map(|value| (name.to_owned(), value)));
        };
        put("voiceId", Some(self.voice_name.clone().into()));
        put("modelId", Some(self.model.clone().into()));
        put("audioConfig", Some(self.audio.echo()));
        put("language", self.language.clone().map(Value::from));
        put("temperature", self.temperature.map(Value::from));
        put("deliveryMode", self.delivery_mode.map(Value::from));
        put("applyTextNormalization", self.normalization.map(Value::from));
        put("timestampType", self.timestamps.and_then(|value| word_for(value, TIMESTAMPS)));
        put("timestampTransportStrategy", self.transport.and_then(|value| word_for(value, TRANSPORTS)));
        put("maxBufferDelayMs", Some(self.max_delay_ms.into()));
        put("bufferCharThreshold", Some(self.threshold.into()));
        put("autoMode", Some(self.auto_mode.into()));
        put("autoModeStrategy", self.strategy.and_then(|value| word_for(value, STRATEGIES)));
        put("synthesisContext", Some(Value::Null));
        put("pronunciationDictionarySettings", Some(Value::Null));
        Value::Object(echo)
    }
}

impl AudioConfig {
    fn with(self, fields: &Fields) -> Result<Self, Refusal> {
        let Some(fields) = inner(fields, "audioConfig")? else { return Ok(self) };
        let encoding = word(&fields, "audioEncoding", &named(ENCODINGS))?.unwrap_or(self.encoding);
        // What was said of another encoding's rate says nothing of this one's.
        let old_rate = self.rate.filter(|_| encoding == self.encoding);
        Ok(Self {
            encoding,
            rate: positive(&fields, "sampleRateHertz")?.or(old_rate),
            bit_rate: bit_rate(&fields)?.or(self.bit_rate),
            speaking_rate: speaking_rate(&fields)?.or(self.speaking_rate),
        })
    }

    fn rate_in_use(&self) -> u64 {
        self.rate.unwrap_or(self.encoding.default_rate())
    }

    fn speed(&self) -> Speed {
        self.speaking_rate.and_then(Speed::new).unwrap_or(Speed::NORMAL)
    }

    fn echo(&self) -> Value {
        let mut echo = json!({"audioEncoding": self.encoding.name, "sampleRateHertz": self.rate_in_use()});
        if let Some(bit_rate) = self.encoding.bit_rate(self.bit_rate) {
            echo["bitRate"] = bit_rate.into();
        }
        if let Some(speaking_rate) = self.speaking_rate {
            echo["speakingRate"] = speaking_rate.into();
        }
        echo
    }
}

fn named(encodings: &'static [Encoding]) -> Vec<(&'static str, Encoding)> {
    encodings.iter().map(|encoding| (encoding.name, *encoding)).collect()
}

/// A word from a closed list.
fn word<T: Copy>(fields: &Fields, name: &str, words: &[(&str, T)]) -> Result<Option<T>, Refusal> {
    let Some(said) = fields.text(name)?.filter(|said| !said.is_empty()) else { return Ok(None) };
    let known = words.iter().find(|(word, _)| *word == said);
    known.map(|(_, value)| Some(*value)).ok_or_else(|| {
        let words = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
        invalid(&format!("{name} is none of {words}"))
    })
}

fn word_for<T: PartialEq>(value: T, words: &[(&str, T)]) -> Option<Value> {
    words.iter().find(|(_, meant)| *meant == value).map(|(word, _)| Value::from(*word))
}

fn required(fields: &Fields, field: &str) -> Result<String, Refusal> {
    name(fields, field)?.ok_or_else(|| invalid(&format!("{field} is required")))
}

/// A number where zero means that none was given, as in protocol buffers.
fn positive(fields: &Fields, name: &str) -> Result<Option<u64>, Refusal> {
    Ok(fields.integer(name)?.filter(|value| *value > 0))
}

fn voice(offer: &Offer, voice_name: &str, language: Option<&str>) -> Result<VoiceId, Refusal> {
    let unknown = |_| Refusal::new(RefusalKind::UnknownVoice, format!("unknown voice: {voice_name}"));
    offer.voice(ALIASES, voice_name).map_err(unknown)?;
    let language = language.filter(|tag| !tag.eq_ignore_ascii_case("auto")).map(Language::new);
    Ok(offer.voice_for(ALIASES, voice_name, language.as_ref())?.id.clone())
}

/// Our engines draw no random numbers; a wrong value is still worth a word.
fn temperature(fields: &Fields) -> Result<Option<f64>, Refusal> {
    let temperature = fields.number("temperature")?.filter(|value| *value != 0.0);
    match temperature {
        Some(value) if !(0.0..=2.0).contains(&value) => {
            Err(invalid(&format!("temperature {value} is outside 0 (the default) to 2")))
        }
        temperature => Ok(temperature),
    }
}

fn speaking_rate(fields: &Fields) -> Result<Option<f64>, Refusal> {
    let rate = fields.number("speakingRate")?.filter(|value| *value != 0.0);
    match rate {
        Some(value) if !(0.5..=1.5).contains(&value) => {
            Err(invalid(&format!("speakingRate {value} is outside 0.5 to 1.5")))
        }
        rate => Ok(rate),
    }
}

/// The schema says `bitRate`, a published client `bitrate`.
fn bit_rate(fields: &Fields) -> Result<Option<u32>, Refusal> {
    let bits = positive(fields, "bitRate")?.or(positive(fields, "bitrate")?);
    let too_large = |_| invalid("bitRate exceeds 4294967295 bits per second");
    bits.map(u32::try_from).transpose().map_err(too_large)
}

fn delay(fields: &Fields) -> Result<Option<u64>, Refusal> {
    match fields.integer("maxBufferDelayMs")? {
        Some(millis) if millis > MOST_DELAY_MS => {
            Err(invalid(&format!("maxBufferDelayMs {millis} is outside 0 (no limit) to {MOST_DELAY_MS}")))
        }
        delay => Ok(delay),
    }
}

fn threshold(fields: &Fields) -> Result<Option<u64>, Refusal> {
    match positive(fields, "bufferCharThreshold")? {
        Some(count) if count > MOST_BUFFERED => {
            Err(invalid(&format!("bufferCharThreshold {count} is outside 1 to {MOST_BUFFERED}")))
        }
        threshold => Ok(threshold),
    }
}

fn invalid(message: &str) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(value: Value) -> Fields {
        Fields::parse(&value.to_string()).unwrap()
    }

    fn blank() -> Config {
        Config {
            voice_name: "Ashley".to_owned(),
            voice: VoiceId::from("tone"),
            model: "m".to_owned(),
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

    #[test]
    fn who_cuts_the_text_decides_the_policy() {
        let mut config = Config { threshold: 7, strategy: Some(Strategy::SentenceBoundary), ..blank() };
        assert_eq!(config.policy(), SegmentPolicy::Threshold { characters: 7 });
        config.auto_mode = true;
        assert_eq!(config.policy(), SegmentPolicy::SentencesWithin { characters: 7 });
        config.strategy = None;
        assert_eq!(config.policy(), SegmentPolicy::Client);
    }

    #[test]
    fn another_encoding_forgets_the_rate_of_the_one_before() {
        let audio = |value: Value| fields(json!({"audioConfig": value}));
        let pcm = blank().audio.with(&audio(json!({"audioEncoding": "PCM", "sampleRateHertz": 16_000})));
        let pcm = pcm.unwrap();
        assert_eq!((pcm.encoding.name, pcm.rate_in_use()), ("PCM", 16_000));
        assert_eq!(pcm.with(&audio(json!({"speakingRate": 1.5}))).unwrap().rate_in_use(), 16_000);
        assert_eq!(pcm.with(&audio(json!({"audioEncoding": "MULAW"}))).unwrap().rate_in_use(), 8_000);
        assert_eq!(pcm.with(&audio(json!({"audioEncoding": "WAV"}))).unwrap().rate_in_use(), 48_000);
    }

    #[test]
    fn zero_and_nothing_mean_that_nothing_was_said() {
        let said = fields(json!({
            "temperature": 0, "bufferCharThreshold": 0, "timestampType": "", "speakingRate": 0.0,
            "bitRate": 0, "bitrate": "96000", "maxBufferDelayMs": 0
        }));
        assert_eq!(temperature(&said).unwrap(), None);
        assert_eq!(threshold(&said).unwrap(), None);
        assert_eq!(word(&said, "timestampType", TIMESTAMPS).unwrap(), None);
        assert_eq!(speaking_rate(&said).unwrap(), None);
        assert_eq!(bit_rate(&said).unwrap(), Some(96_000));
        assert_eq!(delay(&said).unwrap(), Some(0));
    }
}
