//! JSON with holes in it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use speech::AudioTime;

use crate::eavesdrop::Sound;
use crate::sound::playing_time;
use crate::transcript::time;

/// Stands for any value.
const ANY: &str = "*";
/// A pair of these says that an object may have more keys.
const MORE: &str = "...";
/// Numbers nearer to each other than this, relative to their size, are the same.
const SAME: f64 = 1e-9;

/// A JSON value with wildcards.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pattern(Value);

/// How long the sound in a pattern plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hole {
    /// `<audio>`
    AnyLength,
    /// `<audio 100ms>`
    Length(AudioTime),
}

impl Pattern {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map(Self).map_err(|error| format!("not JSON: {error}"))
    }

    /// The place for sound in it, if there is one.
    pub(crate) fn hole(&self) -> Option<Hole> {
        hole_in(&self.0)
    }

    /// Compares; gives how long the sound in it plays, zero where the pattern has no place for sound.
    pub(crate) fn fit(&self, text: &str, sound: Option<&Sound>) -> Result<AudioTime, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| format!("not JSON: {error}"))?;
        fit("", &self.0, &value, sound)
    }
}

fn hole_in(pattern: &Value) -> Option<Hole> {
    match pattern {
        Value::String(text) => hole_of(text),
        Value::Array(items) => items.iter().find_map(hole_in),
        Value::Object(object) => object.values().find_map(hole_in),
        _ => None,
    }
}

fn hole_of(text: &str) -> Option<Hole> {
    match text.strip_prefix("<audio")?.strip_suffix('>')?.trim() {
        "" => Some(Hole::AnyLength),
        length => {
            let length = time::duration(length).ok()?;
            Some(Hole::Length(AudioTime::from_nanos(length.as_nanos() as u64)))
        }
    }
}

fn fit(path: &str, pattern: &Value, value: &Value, sound: Option<&Sound>) -> Result<AudioTime, String> {
    let differs = || Err(format!("at {}: {} is expected, not {}", place(path), pattern, brief(value)));
    match (pattern, value) {
        (Value::String(any), _) if any == ANY => Ok(AudioTime::ZERO),
        (Value::String(text), Value::String(audio)) if hole_of(text).is_some() => fill(path, audio, sound),
        (Value::Number(wanted), Value::Number(found)) if same_number(wanted.as_f64(), found.as_f64()) => {
            Ok(AudioTime::ZERO)
        }
        (Value::Array(wanted), Value::Array(found)) if wanted.len() == found.len() => {
            let items = wanted.iter().zip(found).enumerate();
            sum(items.map(|(index, (wanted, found))| fit(&format!("{path}/{index}"), wanted, found, sound)))
        }
        (Value::Object(wanted), Value::Object(found)) => fit_object(path, wanted, found, sound),
        _ if pattern == value => Ok(AudioTime::ZERO),
        _ => differs(),
    }
}

fn fit_object(
    path: &str,
    wanted: &Map<String, Value>,
    found: &Map<String, Value>,
    sound: Option<&Sound>,
) -> Result<AudioTime, String> {
    let surplus = found.keys().find(|key| !wanted.contains_key(*key));
    if let Some(key) = surplus.filter(|_| !wanted.contains_key(MORE)) {
        return Err(format!("at {}: the key {key:?} is not expected", place(path)));
    }
    let keys = wanted.iter().filter(|(key, _)| *key != MORE);
    sum(keys.map(|(key, wanted)| match found.get(key) {
        Some(found) => fit(&format!("{path}/{key}"), wanted, found, sound),
        None => Err(format!("at {}: the key {key:?} is missing", place(path))),
    }))
}

fn fill(path: &str, audio: &str, sound: Option<&Sound>) -> Result<AudioTime, String> {
    let bytes = STANDARD.decode(audio).map_err(|error| format!("at {}: not base64: {error}", place(path)))?;
    let sound = sound.ok_or_else(|| format!("at {}: this frame was rendered for no sound", place(path)))?;
    Ok(playing_time(sound, &bytes))
}

fn sum(times: impl Iterator<Item = Result<AudioTime, String>>) -> Result<AudioTime, String> {
    times.into_iter().try_fold(AudioTime::ZERO, |sum, time| Ok(sum + time?))
}

fn same_number(wanted: Option<f64>, found: Option<f64>) -> bool {
    let (Some(wanted), Some(found)) = (wanted, found) else { return false };
    (wanted - found).abs() <= SAME * wanted.abs().max(found.abs())
}

fn place(path: &str) -> &str {
    if path.is_empty() { "the top" } else { path }
}

/// Long values would hide the difference.
pub(crate) fn brief(value: &Value) -> String {
    shortened(&value.to_string())
}

/// At most so many characters of a frame tell what it is.
pub(crate) fn shortened(text: &str) -> String {
    const ENOUGH: usize = 400;
    if text.chars().count() <= ENOUGH {
        return text.to_owned();
    }
    text.chars().take(ENOUGH).chain("…".chars()).collect()
}

/// The text of a frame as a pattern, if it carries sound: with a place for it.
pub(crate) fn patterned(text: &str, sound: &Sound) -> Option<String> {
    let value = serde_json::from_str(text).ok()?;
    let (audio, length) = sound_in(&value, sound)?;
    Some(text.replace(&audio, &format!("<audio {}>", time::written(length.as_duration()))))
}

/// The bytes of the sound that a frame's text carries, if it does.
pub(crate) fn sound_bytes(text: &str, sound: &Sound) -> Option<Vec<u8>> {
    let (audio, _) = sound_in(&serde_json::from_str(text).ok()?, sound)?;
    STANDARD.decode(audio).ok()
}

/// A RIFF file has one byte more where it would end at an odd place.
fn is_sound(bytes: &[u8], sound: &Sound) -> bool {
    bytes.len() == sound.bytes || bytes.starts_with(b"RIFF") && bytes.len() == sound.bytes + 1
}

fn sound_in(value: &Value, sound: &Sound) -> Option<(String, AudioTime)> {
    match value {
        Value::String(text) => {
            let bytes = STANDARD.decode(text).ok().filter(|bytes| is_sound(bytes, sound))?;
            (!bytes.is_empty()).then(|| (text.clone(), playing_time(sound, &bytes)))
        }
        Value::Array(items) => items.iter().find_map(|item| sound_in(item, sound)),
        Value::Object(object) => object.values().find_map(|item| sound_in(item, sound)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, value: &str) -> bool {
        Pattern::read(pattern).unwrap().fit(value, None).is_ok()
    }

    #[test]
    fn keys_are_an_exact_set_unless_marked() {
        assert!(fits(r#"{"a":1,"b":"*"}"#, r#"{"b":[],"a":1.0}"#));
        assert!(!fits(r#"{"a":1}"#, r#"{"a":1,"b":2}"#));
        assert!(!fits(r#"{"a":1,"b":2}"#, r#"{"a":1}"#));
        assert!(fits(r#"{"a":1,"...":"..."}"#, r#"{"a":1,"b":2}"#));
    }

    #[test]
    fn a_difference_says_where() {
        let error = Pattern::read(r#"{"a":[{"b":1}]}"#).unwrap().fit(r#"{"a":[{"b":2}]}"#, None).unwrap_err();
        assert_eq!(error, "at /a/0/b: 1 is expected, not 2");
    }
}
