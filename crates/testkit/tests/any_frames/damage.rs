//! Frames that are wrong: cut, with another byte, with another value, without a key.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use testkit::Said;

/// What is wrong with a frame.
#[derive(Debug, Clone)]
pub(crate) enum Damage {
    None,
    CutAt(Index),
    ByteAt(Index, u8),
    /// One value in the JSON becomes another.
    ValueAt(Index, Index),
    /// One key in the JSON goes.
    WithoutKey(Index),
}

/// Most frames are as they should be.
pub(crate) fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        6 => Just(Damage::None),
        1 => any::<Index>().prop_map(Damage::CutAt),
        1 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::ByteAt(at, byte)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(at, value)| Damage::ValueAt(at, value)),
        1 => any::<Index>().prop_map(Damage::WithoutKey),
    ]
}

/// The values that things become when they are damaged.
fn strange_values() -> [Value; 12] {
    let texts = ["", "x", "\u{1F600} ½ \u{0007}", "🎶"];
    let [empty, letter, odd, note] = texts.map(Value::from);
    [
        Value::Null,
        Value::Bool(true),
        Value::from(-1),
        Value::from(0),
        Value::from(u64::MAX),
        Value::from(1e308),
        empty,
        letter,
        odd,
        note,
        Value::Array(vec![Value::Null]),
        serde_json::json!({"a": {"b": 1}}),
    ]
}

/// All places in a JSON value, depth first.
fn places(value: &Value, path: &str) -> Vec<String> {
    let inner: Vec<String> = match value {
        Value::Object(object) => object
            .iter()
            .flat_map(|(key, value)| {
                places(value, &format!("{path}/{}", key.replace('~', "~0").replace('/', "~1")))
            })
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(index, item)| places(item, &format!("{path}/{index}")))
            .collect(),
        _ => Vec::new(),
    };
    std::iter::once(path.to_owned()).chain(inner).collect()
}

fn with_strange_value(text: &str, at: &Index, value: &Index) -> Option<String> {
    let mut json: Value = serde_json::from_str(text).ok()?;
    let places = places(&json, "");
    *json.pointer_mut(at.get::<String>(&places))? = value.get(&strange_values()).clone();
    Some(json.to_string())
}

fn without_key(text: &str, at: &Index) -> Option<String> {
    let mut json: Value = serde_json::from_str(text).ok()?;
    let object = json.as_object_mut().filter(|object| !object.is_empty())?;
    let keys: Vec<String> = object.keys().cloned().collect();
    object.remove(at.get(&keys));
    Some(json.to_string())
}

fn damaged_text(text: &str, damage: &Damage) -> String {
    match damage {
        Damage::None => text.to_owned(),
        Damage::CutAt(_) | Damage::ByteAt(..) => {
            String::from_utf8_lossy(&damaged_bytes(text.as_bytes(), damage)).into_owned()
        }
        Damage::ValueAt(at, value) => with_strange_value(text, at, value).unwrap_or_else(|| text.to_owned()),
        Damage::WithoutKey(at) => without_key(text, at).unwrap_or_else(|| text.to_owned()),
    }
}

fn damaged_bytes(bytes: &[u8], damage: &Damage) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    match damage {
        Damage::CutAt(at) if !bytes.is_empty() => bytes.truncate(at.index(bytes.len())),
        Damage::ByteAt(at, byte) if !bytes.is_empty() => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Damage::ValueAt(..) | Damage::WithoutKey(_) => {
            return damaged_text(&String::from_utf8_lossy(&bytes), damage).into_bytes();
        }
        _ => {}
    }
    bytes
}

/// A frame with that damage, as far as it can have it.
pub(crate) fn damaged(said: &Said, damage: &Damage) -> Said {
    match said {
        Said::Text(text) => Said::Text(damaged_text(text, damage)),
        Said::Binary(bytes) => Said::Binary(damaged_bytes(bytes, damage)),
        Said::Body(bytes) => Said::Body(damaged_bytes(bytes, damage)),
    }
}
