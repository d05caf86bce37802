//! What full stops behind abbreviations mean, and how words are looked up that are still growing.

/// What the full stop after an abbreviation means. The words are in [`language`](crate::language).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Something always follows: `e.g.`
    NeverLast,
    /// A name follows: `Dr.`
    Title,
    /// Part of the abbreviation before a number, else the end of a sentence: `No. 5`, `No. I will not.`
    BeforeNumber,
    /// May be the last word: `etc.`
    MayBeLast,
    /// May be the last word, or stand in the middle of a name: `Inc.`
    Name,
    /// Behind the name of a street.
    Street,
}

/// What is known of a word that may be in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    /// It is one of the words.
    Yes,
    /// It is not, and will not be.
    No,
    /// It is still growing and may become one.
    Perhaps,
}

/// Whether the whole of a word has been seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Complete {
    /// What follows it is no part of it.
    Yes,
    /// The text ends with it.
    NotYet,
}

/// Looks `word` up in `list`, which is sorted.
pub(crate) fn find(list: &[&str], word: &str, complete: Complete) -> Listed {
    let place = list.partition_point(|&entry| entry < word);
    let entry = list.get(place).filter(|_| !word.is_empty() || complete == Complete::NotYet);
    match complete {
        Complete::Yes if entry == Some(&word) => Listed::Yes,
        Complete::NotYet if entry.is_some_and(|entry| entry.starts_with(word)) => Listed::Perhaps,
        Complete::Yes | Complete::NotYet => Listed::No,
    }
}

/// Whether a word without vowels, such as `bldg` or `pkg`, is short for another one. Sounds that people write (`hmm`,
/// `psst`) have a letter twice.
pub(crate) fn is_without_vowels(word: &str) -> bool {
    let mut before = ' ';
    let mut rest = word.chars();
    let is_short = (2..=5).contains(&word.len()) && word.is_ascii();
    is_short
        && word.ends_with(|c: char| c.is_ascii_lowercase())
        && rest.all(|c| {
            let c = c.to_ascii_lowercase();
            let goes = c.is_ascii_alphabetic() && !"aeiouy".contains(c) && c != before;
            before = c;
            goes
        })
        && !matches!(word, "hm" | "Hm" | "sh" | "Sh" | "nth")
}

/// Whether `word` is a number in Roman numerals of two letters or more.
pub(crate) fn is_roman(word: &str) -> bool {
    (2..=8).contains(&word.len()) && word.chars().all(|c| "IVXLCDM".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_vowels_are_short_for_others() {
        assert!(["bldg", "Pkg", "hrs", "tbsp"].into_iter().all(is_without_vowels));
        assert!(!["hmm", "TV", "by", "so", "psst", "x", "strengths"].into_iter().any(is_without_vowels));
    }

    #[test]
    fn a_growing_word_may_still_be_listed() {
        let list = &["The", "There"];
        assert_eq!(find(list, "Th", Complete::NotYet), Listed::Perhaps);
        assert_eq!(find(list, "The", Complete::Yes), Listed::Yes);
        assert_eq!(find(list, "Th", Complete::Yes), Listed::No);
        assert_eq!(find(list, "Sm", Complete::NotYet), Listed::No);
    }
}
