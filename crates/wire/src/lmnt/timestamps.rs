//! Word times as the wire has them: one entry for each word, space and mark, in order.

use serde_json::{Value, json};
use session::AudioEvent;
use speech::{AudioTime, EncodedAudio};

use super::dialect::Dialect;
use crate::tiles::{Tile, Tiles, Zero, seconds};

/// Turns the words of audio events into entries. An entry is told with the stretch of audio in which it begins.
pub(super) struct Timestamps(Tiles);

impl Default for Timestamps {
    fn default() -> Self {
        Self(Tiles::new(Zero::Generation))
    }
}

impl Timestamps {
    /// The entries that begin in this stretch of audio.
    pub(super) fn entries(&mut self, dialect: Dialect, audio: &AudioEvent<EncodedAudio>) -> Vec<Value> {
        let zero = match dialect {
            // Cumulative since the last flush or reset.
            Dialect::Typed => AudioTime::ZERO,
            // The older dialects count from the start of each piece of audio.
            Dialect::Commands | Dialect::Legacy => audio.start,
        };
        self.0.of(audio).iter().map(|tile| render(tile, zero)).collect()
    }
}

fn render(tile: &Tile, zero: AudioTime) -> Value {
    json!({
        "text": tile.text,
        "start": seconds(tile.start.saturating_sub(zero)),
        "duration": seconds(tile.end.saturating_sub(tile.start)),
    })
}
