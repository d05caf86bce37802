//! Any segment as an engine reads it: no control characters, spans in order, inside both texts and on their characters.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|segment: &str| {
    let spoken = normaliser::normalise(segment);
    assert!(!spoken.text.chars().any(char::is_control), "a control character got through");
    for word in &spoken.words {
        assert!(
            spoken.text.get(word.spoken.range()).is_some_and(|word| !word.is_empty()),
            "a spoken span is off"
        );
        assert!(
            segment.get(word.source.range()).is_some_and(|word| !word.is_empty()),
            "a source span is off"
        );
    }
    for pair in spoken.words.windows(2) {
        assert!(pair[0].spoken.end <= pair[1].spoken.start, "spoken spans overlap");
        assert!(pair[0].source.end <= pair[1].source.start, "source spans overlap");
    }
    assert_eq!(
        spoken.words.is_empty(),
        !text::is_speakable(segment),
        "who has something to say has words, and nobody else"
    );
});
