//! What both wires have in common. Read [`Wire`] first.

use std::time::Duration;

use speech::{SampleCount, SampleRate};

/// The rate of all audio that is asked for.
pub(crate) const RATE: SampleRate = SampleRate::known(24_000);
/// It is asked for as `pcm_s16le`, mono.
const BYTES_PER_SAMPLE: usize = 2;

/// How one wire writes our words. All messages are text frames; audio is always heard in binary ones.
#[derive(Debug)]
pub(crate) struct Wire {
    /// For reports.
    pub(crate) name: &'static str,
    /// Where it is spoken.
    pub(crate) path: &'static str,
    /// The first message: a session with the voice `en-us` in `pcm_s16le` at [`RATE`].
    pub(crate) open: fn() -> String,
    /// Appends text.
    pub(crate) say: fn(&str) -> String,
    /// Has everything spoken, and this number acknowledged.
    pub(crate) flush: fn(u64) -> String,
    /// Has everything forgotten, and this number acknowledged.
    pub(crate) clear: fn(u64) -> String,
    /// What a text frame of the server means.
    pub(crate) read: fn(&str) -> Heard,
}

/// What a client hears.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Heard {
    /// The session is open.
    Opened,
    /// Audio.
    Audio(bytes::Bytes),
    /// The flush of this number is done.
    Flushed(u64),
    /// The clear of this number is done: nothing older follows.
    Cleared(u64),
    /// An error.
    Declined {
        /// In the protocol's words.
        kind: String,
        /// For people.
        message: String,
        /// When to try again, where the protocol says it.
        retry_after: Option<Duration>,
    },
    /// Something of no interest here.
    Other,
}

/// How long so many bytes of audio sound.
pub(crate) fn length(bytes: usize) -> Duration {
    SampleCount((bytes / BYTES_PER_SAMPLE) as u64).time_at(RATE).as_duration()
}
