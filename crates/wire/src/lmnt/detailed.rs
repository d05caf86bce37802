//! The body of a detailed one-shot answer, collected while its audio arises.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use session::WordTimes;

use super::dialect::Dialect;
use crate::file::AudioFile;

/// JSON with the audio in base64 and, if asked for, its word times.
#[derive(Default)]
pub(super) struct Detailed {
    file: AudioFile,
    entries: Vec<Value>,
}

impl Detailed {
    /// Adds audio and the word times that belong to it.
    pub(super) fn push(&mut self, audio: &[u8], entries: Vec<Value>) {
        self.file.push(audio);
        self.entries.extend(entries);
    }

    /// How large the audio is so far in the answer, in bytes.
    pub(super) fn answer_bytes(&self) -> usize {
        self.file.answer_bytes()
    }

    /// The whole body. Older callers know other names, and require a seed; our engines draw no random numbers.
    pub(super) fn finish(self, dialect: Dialect, word_times: WordTimes) -> Vec<u8> {
        let mut body = "{\"audio\":\"".to_owned();
        STANDARD.encode_string(self.file.finish(), &mut body);
        body.push('"');
        let times = match dialect {
            Dialect::Typed => ",\"timestamps\":",
            Dialect::Commands | Dialect::Legacy => {
                body.push_str(",\"seed\":0");
                ",\"durations\":"
            }
        };
        if word_times == WordTimes::On {
            body.push_str(times);
            body.push_str(&Value::Array(self.entries).to_string());
        }
        body.push('}');
        body.into_bytes()
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
            let mut detailed = Detailed::default();
            audio.chunks(size).for_each(|piece| detailed.push(piece, vec![json!(piece.len())]));
            let body: Value =
                serde_json::from_slice(&detailed.finish(Dialect::Legacy, WordTimes::On)).unwrap();
            assert_eq!(STANDARD.decode(body["audio"].as_str().unwrap()).unwrap(), audio);
            assert_eq!(body["durations"].as_array().unwrap().len(), 256usize.div_ceil(size));
            assert_eq!(body["seed"], 0);
        }
    }
}
