//! How the end of an utterance is told: clients do not agree on its name, and each takes the first for the only one.

use serde_json::json;

use crate::actions::Actions;
use crate::offer::Offer;
use crate::rules::{OptionKind, ProtocolOption};

/// The option's name.
const NAME: &str = "terminal";
const FLUSHED: &str = "flushed";
const AUDIO_END: &str = "audio_end";
const BOTH: &str = "both";

/// What an operator may choose.
pub(super) const OPTION: ProtocolOption = ProtocolOption {
    name: NAME,
    about: "how the end of an utterance is told; both harms clients that count terminals",
    kind: OptionKind::Choice(&[FLUSHED, AUDIO_END, BOTH]),
};

/// How the end of an utterance is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Terminal {
    /// `flushed`.
    Flushed,
    /// `audio_end`, with the length of the sound.
    AudioEnd,
    /// The second, then the first.
    Both,
}

impl Terminal {
    /// What the operator chose.
    pub(super) fn chosen(offer: &Offer) -> Self {
        match offer.options.choice(NAME) {
            AUDIO_END => Self::AudioEnd,
            BOTH => Self::Both,
            _ => Self::Flushed,
        }
    }

    /// Tells the end of an utterance that sounded for so many seconds.
    pub(super) fn say(self, duration: f64, out: &mut Actions) {
        if matches!(self, Self::AudioEnd | Self::Both) {
            out.text(json!({"type": AUDIO_END, "duration": duration}).to_string());
        }
        if matches!(self, Self::Flushed | Self::Both) {
            out.text(json!({"type": FLUSHED}).to_string());
        }
    }
}
