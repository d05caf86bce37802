//! Word and character times as the wire has them: three lists of equal length, counted from the generation's beginning.

use serde_json::{Value, json};
use session::{AudioEvent, Part};
use speech::{AudioTime, EncodedAudio};

use super::config::{Timestamps, Transport};
use super::phones;
use crate::offer::Offer;
use crate::tiles::{Tile, Tiles, Zero, seconds};
use crate::tokens::{Token, Tokens};

/// How many bytes of times one message tells of what is told behind the sound; a word is never divided.
const LARGEST: usize = 48 * 1024;

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
            (Transport::Sync, Part::Last) => {
                let rest = self.rest(audio.start + audio.duration);
                self.alignment(&rest)
            }
        }
    }

    /// What is still to be told of a generation that lasted so long.
    ///
    /// The last entry reaches to the generation's end: clients that add generations up take it for their length, and would
    /// run ahead of the sound by every silence that is left out.
    ///
    /// One alignment after another, none of them much above [`LARGEST`]: for messages, which clients read one by one.
    pub(super) fn at_end(&mut self, duration: AudioTime) -> Vec<Value> {
        let rest = self.rest(duration);
        portions(&rest).into_iter().filter_map(|portion| self.alignment(portion)).collect()
    }

    /// The same as one, for an answer that is read as a whole.
    pub(super) fn whole_at_end(&mut self, duration: AudioTime) -> Option<Value> {
        let rest = self.rest(duration);
        self.alignment(&rest)
    }

    fn rest(&mut self, duration: AudioTime) -> Vec<Tile> {
        let mut waiting = std::mem::take(&mut self.waiting);
        if let Some(last) = waiting.last_mut() {
            last.end = last.end.max(duration);
        }
        waiting
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

/// Tiles that are told in one message each.
fn portions(tiles: &[Tile]) -> Vec<&[Tile]> {
    let mut size = 0;
    let mut portions = Vec::new();
    let mut start = 0;
    for (at, tile) in tiles.iter().enumerate() {
        let more = bytes(tile);
        if at > start && size + more > LARGEST {
            portions.push(&tiles[start..at]);
            (start, size) = (at, 0);
        }
        size += more;
    }
    portions.push(&tiles[start..]);
    portions
}

/// About how many bytes a tile takes as JSON, rather too many.
fn bytes(tile: &Tile) -> usize {
    const TILE: usize = 80;
    const PHONE: usize = 120;
    TILE + 2 * tile.text.len() + PHONE * tile.phonemes.len()
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
        let told = times.whole_at_end(AudioTime::from_millis(450)).unwrap();
        assert_eq!(told["wordAlignment"]["words"], json!(["Yes", "."]));
        assert_eq!(told["wordAlignment"]["wordEndTimeSeconds"], json!([0.3, 0.45]));
        assert_eq!(times.whole_at_end(AudioTime::from_millis(450)), None);
    }

    #[test]
    fn what_is_cut_short_is_not_told() {
        let mut times = Times::new(Timestamps::Characters, Transport::Async, Division::Separate);
        times.waiting = vec![tile("N", 0, 10)];
        times.forget();
        assert_eq!(times.at_end(AudioTime::from_millis(10)), Vec::<Value>::new());
    }

    #[test]
    fn long_times_are_several_messages_that_together_tell_all() {
        let phoneme = |start: u64, end: u64| {
            let [start, end] = [start, end].map(AudioTime::from_millis);
            speech::PhonemeTime { ipa: "ˈʃ".into(), start, end }
        };
        let word = |at: u64| Tile {
            phonemes: (0..4)
                .map(|part| phoneme(100_000 + 40 * at + 10 * part, 100_010 + 40 * at + 10 * part))
                .collect(),
            ..tile("wish", 100_000 + 40 * at, 100_040 + 40 * at)
        };
        let mut times = Times::new(Timestamps::Words, Transport::Async, Division::Separate);
        times.waiting = (0..1_000).map(word).collect();
        let told = times.at_end(AudioTime::from_millis(999_000));
        assert!(told.len() > 1 && told.iter().all(|part| part.to_string().len() <= LARGEST));
        let words = told.iter().map(|part| part["wordAlignment"]["words"].as_array().unwrap());
        assert_eq!(words.map(Vec::len).sum::<usize>(), 1_000);
        assert!(told.iter().all(|part| part["wordAlignment"]["phoneticDetails"][0]["wordIndex"] == 0));
        let last = told.last().unwrap();
        assert_eq!(
            last["wordAlignment"]["wordEndTimeSeconds"].as_array().unwrap().last(),
            Some(&json!(999.0))
        );
    }
}
