//! Lists of words and endings, written as text with spaces between.

/// Whether `word` is one of `words`.
pub(crate) fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}

/// Whether `word` ends in one of `endings`.
pub(crate) fn ends_in(word: &str, endings: &str) -> bool {
    endings.split(' ').any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_and_endings_are_ends() {
        assert!(has("ab cd", "cd") && !has("ab cd", "b"));
        assert!(ends_in("abcd", "x cd") && !ends_in("abcd", "ab"));
    }
}
