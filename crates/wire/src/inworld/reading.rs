//! The settings of a context as a client says them: with `create`, with `update_config`, or in the body of a call.

use speech::{Language, Refusal, RefusalKind, VoiceId};

use super::config::{AudioConfig, Config, MOST_BUFFERED};
use super::encoding::Encoding;
use super::message::{inner, name};
use super::voices::ALIASES;
use super::words::{DELIVERY_MODES, NORMALIZATIONS, STRATEGIES, TIMESTAMPS, TRANSPORTS, word};
use crate::fields::Fields;
use crate::offer::Offer;
use crate::stand_ins::is_auto;

/// The longest that a client may make text wait, in milliseconds: the life of an idle connection.
const MOST_DELAY_MS: u64 = 600_000;

impl Config {
    /// Reads the settings of a new context, or of an HTTP call.
    ///
    /// # Errors
    /// A refusal for the first value that is wrong, missing or not on offer.
    pub(super) fn create(offer: &Offer, fields: &Fields) -> Result<Self, Refusal> {
        required(fields, "voiceId")?;
        Self::of_model(required(fields, "modelId")?).with(offer, fields)
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
            audio: self.audio.with(offer, fields)?,
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
}

impl AudioConfig {
    fn with(self, offer: &Offer, fields: &Fields) -> Result<Self, Refusal> {
        let Some(fields) = inner(fields, "audioConfig")? else { return Ok(self) };
        let encoding = encoding(offer, &fields)?.unwrap_or(self.encoding);
        // What was said of another encoding's rates says nothing of this one's.
        let is_same = encoding == self.encoding;
        Ok(Self {
            encoding,
            rate: positive(&fields, "sampleRateHertz")?.or(self.rate.filter(|_| is_same)),
            bit_rate: bit_rate(&fields)?.or(self.bit_rate.filter(|_| is_same)),
            speaking_rate: speaking_rate(&fields)?.or(self.speaking_rate),
        })
    }
}

/// A name that is known and not in this build is another error, once its form is asked for.
fn encoding(offer: &Offer, fields: &Fields) -> Result<Option<Encoding>, Refusal> {
    let Some(said) = fields.text("audioEncoding")?.filter(|said| !said.is_empty()) else { return Ok(None) };
    let unknown = || invalid(&format!("audioEncoding is none of {}", Encoding::names(offer)));
    Encoding::named(said).map(Some).ok_or_else(unknown)
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
    let language = language.and_then(self::language);
    Ok(offer.voice_for(ALIASES, voice_name, language.as_ref())?.id.clone())
}

/// The language of a tag; `auto` is none.
pub(super) fn language(tag: &str) -> Option<Language> {
    (!is_auto(tag)).then(|| Language::new(tag))
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

/// A refusal of a value.
pub(super) fn invalid(message: &str) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::offer::tests::offer;

    fn fields(value: Value) -> Fields {
        Fields::parse(&value.to_string()).unwrap()
    }

    #[test]
    fn another_encoding_forgets_the_rate_of_the_one_before() {
        let offer = offer(Vec::new());
        let audio = |value: Value| fields(json!({"audioConfig": value}));
        let pcm = Config::of_model("m".to_owned())
            .audio
            .with(&offer, &audio(json!({"audioEncoding": "PCM", "sampleRateHertz": 16_000})));
        let pcm = pcm.unwrap();
        assert_eq!((pcm.encoding.name(), pcm.rate_in_use()), ("PCM", 16_000));
        assert_eq!(pcm.with(&offer, &audio(json!({"speakingRate": 1.5}))).unwrap().rate_in_use(), 16_000);
        assert_eq!(pcm.with(&offer, &audio(json!({"audioEncoding": "MULAW"}))).unwrap().rate_in_use(), 8_000);
        assert_eq!(pcm.with(&offer, &audio(json!({"audioEncoding": "WAV"}))).unwrap().rate_in_use(), 48_000);
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
