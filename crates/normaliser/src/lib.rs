//! Source text → spoken words with their spans.
//!
//! One segment at a time and pure. [`clean`] takes out what must not reach an engine. Then each place of the text where
//! something new begins is shown to the rules of the language, in order: the first that knows what stands there says how
//! it is read (`$100`: one hundred dollars) and how much of the text that was. What no rule knows stays as written, for
//! the engine reads plain words best. [`assemble`](assemble) joins both and keeps the way back to the source.
//!
//! A language is a folder in `language/`: its [`Customs`](customs::Customs), the words, and a table of
//! [`Rule`](rule::Rule)s. What a stretch of text *is* (an amount of money, a date) is found by the parsers in `parse/`,
//! which know customs but no words; how it is *said* is the language's own. Start with [`Normaliser`].

mod assemble;
mod clean;
mod customs;
mod language;
mod lexicon;
mod normaliser;
mod parse;
mod place;
mod reading;
mod rule;
mod shared;
mod words;

pub use lexicon::{EntryError, LONGEST_SAID, LONGEST_WRITTEN, Lexicon, MOST_ENTRIES};
pub use normaliser::{Normaliser, Why, normalise};
pub use reading::{Emoji, Mathematics, Reading, Rules};
pub use speech::{DateOrder, How, SayAs, Wish};
