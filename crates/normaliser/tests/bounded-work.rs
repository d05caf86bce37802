//! However long a text is, it is read in time that grows with its length.

use std::time::Instant;

use normaliser::{Normaliser, normalise};
use speech::Language;

const LENGTH: usize = 100_000;
const HOSTILE_LENGTH: usize = 20_000;

#[test]
fn normalising_a_long_text() {
    assert_eq!(normalise(&"word, ".repeat(LENGTH)).words.len(), LENGTH);
}

/// Texts in which every place looks like the beginning of something long.
const HOSTILE: [&str; 14] =
    ["1", "1.", "1,", "a.", "A.", "a@", "a/", "1-", "$1", "I", "(1", "x_", "St. ", "5 ft 3/4 in. vs. No. 7 "];

#[test]
fn hostile_texts_take_time_by_their_length() {
    let normaliser = Normaliser::new(&Language::new("en-us"));
    for piece in HOSTILE {
        let time = |length: usize| {
            let text = piece.repeat(length / piece.len());
            let start = Instant::now();
            assert!(!normaliser.read(&text).text.as_str().is_empty());
            start.elapsed()
        };
        let (short, long) = (time(HOSTILE_LENGTH / 10), time(HOSTILE_LENGTH));
        assert!(
            long < short * 40 + std::time::Duration::from_millis(200),
            "{piece:?}: {short:?}, then {long:?}"
        );
    }
}
