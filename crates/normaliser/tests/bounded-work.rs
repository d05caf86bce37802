//! However long a text is, it is read in time that grows with its length.

use normaliser::normalise;

const LENGTH: usize = 100_000;

#[test]
fn normalising_a_long_text() {
    assert_eq!(normalise(&"word, ".repeat(LENGTH)).words.len(), LENGTH);
}
