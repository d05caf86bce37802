//! Two spellings of every name. The wire is the JSON form of protocol buffers, which reads `voiceId` and `voice_id` alike,
//! and its own samples mix the two within one object.

use serde_json::{Map, Value};

/// The same object with every name, at every level, in lower camel case. Where both spellings are there, the value of the
/// one that was camel case already stands.
pub(super) fn camel_case(object: Map<String, Value>) -> Map<String, Value> {
    let (snakes, mut names): (Map<_, _>, Map<_, _>) =
        object.into_iter().map(|(name, value)| (name, inside(value))).partition(|(name, _)| is_snake(name));
    for (name, value) in snakes {
        names.entry(camel_name(&name)).or_insert(value);
    }
    names
}

fn inside(value: Value) -> Value {
    match value {
        Value::Object(object) => Value::Object(camel_case(object)),
        Value::Array(items) => Value::Array(items.into_iter().map(inside).collect()),
        plain => plain,
    }
}

fn is_snake(name: &str) -> bool {
    name.contains('_')
}

fn camel_name(name: &str) -> String {
    let mut words = name.split('_');
    let mut camel = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: Value) -> Value {
        inside(value)
    }

    #[test]
    fn both_spellings_are_one_name_at_every_level() {
        let mixed = json!({"send_text": {"text": "a_b", "flush_context": {}}, "contextId": "my_ctx"});
        let camel = json!({"sendText": {"text": "a_b", "flushContext": {}}, "contextId": "my_ctx"});
        assert_eq!(read(mixed), camel);
        assert_eq!(
            read(json!({"audio_config": {"sample_rate_hertz": 1}})),
            json!({"audioConfig": {"sampleRateHertz": 1}})
        );
    }

    #[test]
    fn camel_case_wins_and_other_case_is_another_name() {
        assert_eq!(read(json!({"voice_id": "a", "voiceId": "b"})), json!({"voiceId": "b"}));
        assert_eq!(read(json!({"VoiceId": "a", "voiceid": "b"})), json!({"VoiceId": "a", "voiceid": "b"}));
    }
}
