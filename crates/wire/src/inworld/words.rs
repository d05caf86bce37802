//! The wire's words from closed lists, and what they mean.

use serde_json::Value;
use speech::Refusal;

use super::config::{Strategy, Timestamps, Transport};
use super::reading::invalid;
use crate::fields::Fields;

pub(super) const TIMESTAMPS: &[(&str, Timestamps)] = &[
    ("TIMESTAMP_TYPE_UNSPECIFIED", Timestamps::None),
    ("WORD", Timestamps::Words),
    ("CHARACTER", Timestamps::Characters),
];
pub(super) const TRANSPORTS: &[(&str, Transport)] = &[
    ("SYNC", Transport::Sync),
    ("ASYNC", Transport::Async),
    ("TIMESTAMP_TRANSPORT_STRATEGY_UNSPECIFIED", Transport::Sync),
];
pub(super) const STRATEGIES: &[(&str, Strategy)] = &[
    ("CLIENT_SEGMENTED", Strategy::ClientSegmented),
    ("SENTENCE_BOUNDARY", Strategy::SentenceBoundary),
    ("AUTO_MODE_STRATEGY_UNSPECIFIED", Strategy::ClientSegmented),
];
pub(super) const DELIVERY_MODES: &[(&str, &str)] = &[
    ("DELIVERY_MODE_UNSPECIFIED", "DELIVERY_MODE_UNSPECIFIED"),
    ("STABLE", "STABLE"),
    ("BALANCED", "BALANCED"),
    ("CREATIVE", "CREATIVE"),
];
pub(super) const NORMALIZATIONS: &[(&str, &str)] = &[
    ("APPLY_TEXT_NORMALIZATION_UNSPECIFIED", "APPLY_TEXT_NORMALIZATION_UNSPECIFIED"),
    ("ON", "ON"),
    ("OFF", "OFF"),
];

/// A word from a closed list.
///
/// # Errors
/// [`RefusalKind::InvalidValue`](speech::RefusalKind::InvalidValue) for any other.
pub(super) fn word<T: Copy>(fields: &Fields, name: &str, words: &[(&str, T)]) -> Result<Option<T>, Refusal> {
    let Some(said) = fields.text(name)?.filter(|said| !said.is_empty()) else { return Ok(None) };
    let known = words.iter().find(|(word, _)| *word == said);
    known.map(|(_, value)| Some(*value)).ok_or_else(|| {
        let words = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
        invalid(&format!("{name} is none of {words}"))
    })
}

/// The word for what is meant.
pub(super) fn word_for<T: PartialEq>(value: T, words: &[(&str, T)]) -> Option<Value> {
    words.iter().find(|(_, meant)| *meant == value).map(|(word, _)| Value::from(*word))
}
