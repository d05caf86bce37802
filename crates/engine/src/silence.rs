//! What counts as silence, for all who listen for it.

use std::time::Duration;

/// Whose affair the silence before and after a segment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// The engine's: it begins and ends as a listener is to hear it.
    Kept,
    /// Nobody's yet: it is cut before the first sound, and after the last one made the pause that the text asks for.
    Dressed,
}

/// The least level that is heard, about −50 dB of full scale: 100 of the 32 768 steps of a 16-bit sample.
pub const AUDIBLE: f32 = 100.0 / 32_768.0;

/// What is left of the silence before the first audible sample, so that its onset is whole.
pub const ONSET: Duration = Duration::from_millis(2);
