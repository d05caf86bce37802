//! How written Japanese is read aloud: its phrases, in kana.
//!
//! Japanese is written without spaces, mostly in characters with several readings each. Here a text becomes the phrases
//! that a speaker makes of it, each a word with the particles and endings that lean on it, in the kana of how it sounds:
//! `会議は三時に` is `カイギワ` and `サンジニ`.
//!
//! ```text
//!  text ─► stretches ─► lattice of words ─► cheapest path ─► phrases in kana
//!                          ▲    ▲    ▲
//!                dictionary  numbers  what neither knows
//! ```
//!
//! The dictionary is IPADIC's, packed (`data/README.md`): words with what they cost, and what it costs that one kind of
//! word follows another. The cheapest path through all words of a stretch is its reading. Numbers with what they count
//! are [`counting`]'s, since they change each other's sounds. Read [`Dictionary`] first, then [`Dictionary::read`].
//!
//! What it does not do: figures and symbols (the text comes ready to be spoken), pitch accents.
//!
//! Everything is linear in the length of the text: stretches, words and what is looked at around a place are bounded.

mod classes;
mod counters;
mod counting;
mod dictionary;
mod lattice;
mod letters;
mod mended;
mod numerals;
mod phrases;
mod script;
mod unknown;

pub use dictionary::{Damaged, Dictionary};
pub use phrases::Phrase;
pub use script::is_unspaced;

/// The packed dictionary, compressed by zstd: [`Dictionary::from_bytes`] takes what is in it.
pub const PACKED: &[u8] = include_bytes!("../data/ipadic.zst");

/// What the unpacked dictionary is called where it lies among the files of a voice.
pub const FILE: &str = "ja_kana";

/// Under which terms [`PACKED`] may be passed on: the notices that must go with it, each with whose it is.
pub const NOTICES: &[(&str, &str)] = &[
    ("IPADIC, the dictionary of Japanese readings: NAIST-2003", include_str!("../data/LICENSE-IPADIC")),
    ("yoin-ipadic, which the dictionary was taken from: MIT", include_str!("../data/LICENSE-YOIN")),
];
