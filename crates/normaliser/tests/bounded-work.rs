//! However long a text is and whatever it is made of, it is read; `bench text` shows that the time grows with its length.

use normaliser::{Normaliser, normalise};
use speech::Language;

const LENGTH: usize = 100_000;
const HOSTILE_LENGTH: usize = 4_000;

/// All that have rules of their own.
const LANGUAGES: [&str; 16] =
    ["ar", "de", "en-gb", "en-us", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "zh"];

#[test]
fn normalising_a_long_text() {
    assert_eq!(normalise(&"word, ".repeat(LENGTH)).words.len(), LENGTH);
}

/// Texts in which every place looks like the beginning of something long.
const HOSTILE: [&str; 14] =
    ["1", "1.", "1,", "a.", "A.", "a@", "a/", "1-", "$1", "I", "(1", "x_", "St. ", "5 ft 3/4 in. vs. No. 7 "];

#[test]
fn hostile_texts_are_read_in_every_language() {
    for language in LANGUAGES {
        let normaliser = Normaliser::new(&Language::new(language));
        for piece in HOSTILE {
            let text = piece.repeat(HOSTILE_LENGTH / piece.len());
            let spoken = normaliser.read(&text);
            assert!(!spoken.text.as_str().is_empty(), "{language}: {piece:?}");
            assert!(spoken.words.iter().all(|word| word.source.end <= text.len()), "{language}: {piece:?}");
        }
    }
}
