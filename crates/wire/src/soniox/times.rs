//! When characters sound, as the wire has it: three arrays of one length, counted from the start of the stream.

use serde_json::{Value, json};
use session::{AudioEvent, WordTimes};
use speech::EncodedAudio;

use crate::tiles::{Tile, Tiles, Zero, seconds};

/// The characters that begin in one stretch of sound, and when.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct CharacterTimes {
    characters: Vec<String>,
    starts: Vec<f64>,
    ends: Vec<f64>,
}

impl CharacterTimes {
    /// The wire's object.
    pub(crate) fn json(&self) -> Value {
        json!({
            "characters": self.characters,
            "character_start_times_seconds": self.starts,
            "character_end_times_seconds": self.ends,
        })
    }

    fn push(&mut self, character: Tile) {
        self.starts.push(seconds(character.start));
        self.ends.push(seconds(character.end));
        self.characters.push(character.text);
    }
}

/// Turns the words of one stream's sound into the times of its characters.
pub(super) struct Timeline {
    tiles: Tiles,
    wanted: WordTimes,
}

impl Timeline {
    /// For a stream that has not sounded.
    pub(super) const fn new(wanted: WordTimes) -> Self {
        Self { tiles: Tiles::new(Zero::Context), wanted }
    }

    /// The characters that begin in this stretch; `None` if there are none, or nobody asked.
    pub(super) fn of(&mut self, audio: &AudioEvent<EncodedAudio>) -> Option<CharacterTimes> {
        if self.wanted == WordTimes::Off {
            return None;
        }
        let mut times = CharacterTimes::default();
        for tile in self.tiles.of(audio) {
            tile.characters().into_iter().for_each(|character| times.push(character));
        }
        (!times.characters.is_empty()).then_some(times)
    }
}
