//! The body of a detailed one-shot answer, written while its audio arises.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use session::WordTimes;

use super::dialect::Dialect;

/// JSON with the audio in base64 and, if asked for, its word times.
pub(super) struct Detailed {
    /// Everything up to the last whole group of three bytes.
    body: String,
    /// Bytes that wait to become a group of three.
    rest: Vec<u8>,
    entries: Vec<Value>,
}

const OPENING: &str = "{\"audio\":\"";

impl Detailed {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { body: OPENING.to_owned(), rest: Vec::new(), entries: Vec::new() }
    }

    /// Adds audio and the word times that belong to it.
    pub(super) fn push(&mut self, audio: &[u8], entries: Vec<Value>) {
        self.rest.extend_from_slice(audio);
        let groups = self.rest.len() / 3 * 3;
        STANDARD.encode_string(&self.rest[..groups], &mut self.body);
        self.rest.drain(..groups);
        self.entries.extend(entries);
    }

    /// How large the body is so far, in bytes.
    pub(super) fn len(&self) -> usize {
        self.body.len()
    }

    /// The whole body. Older callers know other names, and require a seed; our engines draw no random numbers.
    pub(super) fn finish(mut self, dialect: Dialect, word_times: WordTimes) -> Vec<u8> {
        STANDARD.encode_string(&self.rest, &mut self.body);
        self.body.push('"');
        let times = match dialect {
            Dialect::Typed => ",\"timestamps\":",
            Dialect::Commands | Dialect::Legacy => {
                self.body.push_str(",\"seed\":0");
                ",\"durations\":"
            }
        };
        if word_times == WordTimes::On {
            self.body.push_str(times);
            self.body.push_str(&Value::Array(self.entries).to_string());
        }
        self.body.push('}');
        self.body.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn pieces_of_any_size_give_one_valid_body() {
        let audio: Vec<u8> = (0..=255).collect();
        for size in [1, 2, 3, 7, 256] {
            let mut detailed = Detailed::new();
            audio.chunks(size).for_each(|piece| detailed.push(piece, vec![json!(piece.len())]));
            let body: Value =
                serde_json::from_slice(&detailed.finish(Dialect::Legacy, WordTimes::On)).unwrap();
            assert_eq!(STANDARD.decode(body["audio"].as_str().unwrap()).unwrap(), audio);
            assert_eq!(body["durations"].as_array().unwrap().len(), 256usize.div_ceil(size));
            assert_eq!(body["seed"], 0);
        }
    }
}
