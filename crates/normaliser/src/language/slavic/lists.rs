//! Lists: of words and endings, written as text with spaces between; and of numbers in a text.

/// Whether `word` is one of `words`.
pub(crate) fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}

/// Whether `word` ends in one of `endings`.
pub(crate) fn ends_in(word: &str, endings: &str) -> bool {
    endings.split(' ').any(|ending| word.ends_with(ending))
}

/// The text behind what a number is listed with, each behind one of `links`: `do 20`, `или 3`, `–5`.
pub(crate) fn behind_listed<'a>(text: &'a str, links: &[&str]) -> &'a str {
    let mut rest = text;
    for _ in 0..3 {
        let bare = rest.trim_start();
        let bare = links.iter().find_map(|link| bare.strip_prefix(link)).map_or("", str::trim_start);
        let behind = bare.trim_start_matches(|c: char| c.is_ascii_digit());
        if bare.is_empty() || behind.len() == bare.len() {
            break;
        }
        rest = behind;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_and_endings_are_ends() {
        assert!(has("ab cd", "cd") && !has("ab cd", "b"));
        assert_eq!(behind_listed(" do 20 lub 30 osób", &["do ", "lub "]), " osób");
        assert!(ends_in("abcd", "x cd") && !ends_in("abcd", "ab"));
    }
}
