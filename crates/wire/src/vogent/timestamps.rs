//! Word times as the wire has them, as far as that is known.
//!
//! The documentation says that the message has three properties and gives no example. What the third is called and looks
//! like is our choice, made in [`SHAPE`] alone, so that it can be changed when somebody has seen a real one.

use serde_json::{Map, Value, json};

use crate::tiles::seconds;
use crate::tokens::Token;

/// The names of everything that is not documented.
const SHAPE: Shape = Shape { list: "timestamps", word: "word", start: "start", end: "end" };

struct Shape {
    /// The property with one entry for each word.
    list: &'static str,
    /// The word, with the marks that touch it.
    word: &'static str,
    /// When it begins, in seconds since the generation's sound began.
    start: &'static str,
    /// When it ends.
    end: &'static str,
}

/// The message for words that begin in the chunk before it; `None` if none does.
pub(super) fn message(generation: &str, tokens: &[Token]) -> Option<String> {
    if tokens.is_empty() {
        return None;
    }
    let mut frame = json!({"type": "timestamp", "generationId": generation});
    frame[SHAPE.list] = tokens.iter().map(entry).collect();
    Some(frame.to_string())
}

fn entry(token: &Token) -> Value {
    let mut entry = Map::new();
    entry.insert(SHAPE.word.to_owned(), token.text.as_str().into());
    entry.insert(SHAPE.start.to_owned(), seconds(token.start).into());
    entry.insert(SHAPE.end.to_owned(), seconds(token.end).into());
    Value::Object(entry)
}
