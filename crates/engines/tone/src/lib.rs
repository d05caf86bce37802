//! A deterministic engine for tests, demos and load: each letter or digit is a short sine, all else a short silence.
//!
//! The samples follow from the request and the configuration alone, on every platform: only additions,
//! multiplications and divisions decide them, and no library's sine. Word times are exact by construction. The engine
//! keeps no state between segments, nor does a segment between two steps beyond where it stands.
//!
//! It does not try to sound like speech, and it ignores the seed. Read [`ToneConfig`] first; [`Fault`] tells of the
//! voices that fail on purpose.

mod config;
mod plan;
mod synthesis;
mod tone;
mod wave;

pub use config::{Fault, ToneConfig, ToneVoice};
pub use tone::Tone;
