//! To test rules with: what a text becomes.

use speech::Language;

use crate::Normaliser;

/// What is said for each text in the language.
pub(in crate::language) fn check(tag: &str, readings: &[(&str, &str)]) {
    let normaliser = Normaliser::new(&Language::new(tag));
    for (text, said) in readings {
        assert_eq!(normaliser.read(text).text.as_str(), *said, "{tag}: {text}");
    }
}
