//! Word and character times as the wire has them: three lists of equal length, counted from the generation's beginning.

use serde_json::{Value, json};
use session::{AudioEvent, Part};
use speech::{AudioTime, EncodedAudio};

use super::config::{Timestamps, Transport};
use super::phones;
use crate::offer::Offer;
use crate::tiles::{Tile, Tiles, Zero, seconds};
use crate::tokens::{Token, Tokens};

/// How a text is divided into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Division {
    /// Words, marks and spaces each on their own: joined they are the text.
    Separate,
    /// Words with their marks attached, without the spaces: for consumers of older versions.
    Attached,
}

impl Division {
    /// The one that the operator chose.
    pub(super) fn chosen(offer: &Offer) -> Self {
        match offer.options.choice("tokens") {
            "attached" => Self::Attached,
            _ => Self::Separate,
        }
    }
}

/// Turns the words of one context's audio events into alignments.
pub(super) struct Times {
    shape: Shape,
    transport: Transport,
    /// What was said with audio that is out, to be told after all of it; with [`Transport::Sync`] only the marks at the end,
    /// which make no sound, until more follows.
    waiting: Vec<Tile>,
}

enum Shape {
    None,
    Words(Tiles),
    Attached(Tokens),
    Characters(Tiles),
}

impl Times {
    /// For what is said under these settings.
    pub(super) fn new(timestamps: Timestamps, transport: Transport, division: Division) -> Self {
        let shape = match (timestamps, division) {
            (Timestamps::None, _) => Shape::None,
            (Timestamps::Words, Division::Separate) => Shape::Words(Tiles::new(Zero::Generation)),
            (Timestamps::Words, Division::Attached) => Shape::Attached(Tokens::new(Zero::Generation)),
            (Timestamps::Characters, _) => Shape::Characters(Tiles::new(Zero::Generation)),
        };
        Self { shape, transport, waiting: Vec::new() }
    }

    /// Takes the words of a stretch of audio; what is returned belongs into the same frame.
    pub(super) fn with_audio(&mut self, audio: &AudioEvent<EncodedAudio>) -> Option<Value> {
        let begun: Vec<Tile> = match &mut self.shape {
            Shape::None => return None,
            Shape::Words(tiles) => tiles.of(audio),
            Shape::Attached(tokens) => tokens.of(audio).into_iter().map(Tile::from).collect(),
            Shape::Characters(tiles) => tiles.of(audio).iter().flat_map(Tile::characters).collect(),
        };
        self.waiting.extend(begun);
        match (self.transport, audio.part) {
            (Transport::Async, _) => None,
            (Transport::Sync, Part::More) => {
                let told =
                    self.waiting.iter().rposition(|tile| tile.start < tile.end).map_or(0, |last| last + 1);
                let told: Vec<Tile> = self.waiting.drain(..told).collect();
                self.alignment(&told)
            }
            (Transport::Sync, Part::Last) => self.at_end(audio.start + audio.duration),
        }
    }

    /// What is still to be told of a generation that lasted so long.
    ///
    /// The last entry reaches to the generation's end: clients that add generations up take it for their length, and would
    /// run ahead of the sound by every silence that is left out.
    pub(super) fn at_end(&mut self, duration: AudioTime) -> Option<Value> {
        let mut waiting = std::mem::take(&mut self.waiting);
        if let Some(last) = waiting.last_mut() {
            last.end = last.end.max(duration);
        }
        self.alignment(&waiting)
    }

    /// Forgets what was not told.
    pub(super) fn forget(&mut self) {
        self.waiting.clear();
    }

    fn alignment(&self, tiles: &[Tile]) -> Option<Value> {
        if tiles.is_empty() {
            return None;
        }
        let texts: Vec<&str> = tiles.iter().map(|tile| tile.text.as_str()).collect();
        let starts: Vec<f64> = tiles.iter().map(|tile| seconds(tile.start)).collect();
        let ends: Vec<f64> = tiles.iter().map(|tile| seconds(tile.end)).collect();
        Some(match self.shape {
            Shape::Characters(_) => json!({"characterAlignment": {
                "characters": texts,
                "characterStartTimeSeconds": starts,
                "characterEndTimeSeconds": ends,
            }}),
            Shape::None | Shape::Words(_) | Shape::Attached(_) => {
                let mut words = json!({
                    "words": texts,
                    "wordStartTimeSeconds": starts,
                    "wordEndTimeSeconds": ends,
                });
                if let Some(details) = phones::details(tiles) {
                    words["phoneticDetails"] = details;
                }
                json!({"wordAlignment": words})
            }
        })
    }
}

impl From<Token> for Tile {
    fn from(token: Token) -> Self {
        Self { text: token.text, start: token.start, end: token.end, phonemes: token.phonemes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(text: &str, start: u64, end: u64) -> Tile {
        let [start, end] = [start, end].map(AudioTime::from_millis);
        Tile::new(text, start, end)
    }

    #[test]
    fn the_last_entry_reaches_to_the_end_of_the_sound() {
        let mut times = Times::new(Timestamps::Words, Transport::Async, Division::Separate);
        times.waiting = vec![tile("Yes", 20, 300), tile(".", 300, 300)];
        let told = times.at_end(AudioTime::from_millis(450)).unwrap();
        assert_eq!(told["wordAlignment"]["words"], json!(["Yes", "."]));
        assert_eq!(told["wordAlignment"]["wordEndTimeSeconds"], json!([0.3, 0.45]));
        assert_eq!(times.at_end(AudioTime::from_millis(450)), None);
    }

    #[test]
    fn what_is_cut_short_is_not_told() {
        let mut times = Times::new(Timestamps::Characters, Transport::Async, Division::Separate);
        times.waiting = vec![tile("N", 0, 10)];
        times.forget();
        assert_eq!(times.at_end(AudioTime::from_millis(10)), None);
    }
}
