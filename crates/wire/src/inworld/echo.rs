//! What a client is told of its settings: what it said, and the defaults of what it may want to know.

use serde_json::{Map, Value, json};

use super::config::{AudioConfig, Config};
use super::words::{STRATEGIES, TIMESTAMPS, TRANSPORTS, word_for};

impl Config {
    /// What a client is told when the settings come into use.
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
    fn echo(&self) -> Value {
        let mut echo = json!({"audioEncoding": self.encoding.name(), "sampleRateHertz": self.rate_in_use()});
        if let Some(bit_rate) = self.encoding.bit_rate(self.bit_rate, self.rate_in_use()) {
            echo["bitRate"] = bit_rate.into();
        }
        if let Some(speaking_rate) = self.speaking_rate {
            echo["speakingRate"] = speaking_rate.into();
        }
        echo
    }
}
