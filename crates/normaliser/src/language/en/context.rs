//! What stands around a number or abbreviation, as far as its reading depends on it.

use crate::place::{Place, first_word};

/// Words that are no nouns: behind `the 5 km` they show that the amount stands for itself, before a number that they are
/// no name.
const FUNCTION: &[&str] = &[
    "a",
    "about",
    "above",
    "across",
    "after",
    "again",
    "against",
    "all",
    "almost",
    "along",
    "also",
    "an",
    "and",
    "any",
    "are",
    "around",
    "as",
    "at",
    "away",
    "back",
    "be",
    "because",
    "been",
    "before",
    "behind",
    "below",
    "between",
    "both",
    "but",
    "by",
    "can",
    "came",
    "cost",
    "costs",
    "did",
    "do",
    "does",
    "down",
    "during",
    "each",
    "equals",
    "every",
    "fell",
    "for",
    "from",
    "got",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "i",
    "if",
    "in",
    "into",
    "is",
    "isn't",
    "it",
    "its",
    "just",
    "later",
    "left",
    "less",
    "more",
    "my",
    "near",
    "nearly",
    "never",
    "next",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "off",
    "often",
    "on",
    "once",
    "only",
    "or",
    "our",
    "out",
    "over",
    "per",
    "plus",
    "rose",
    "she",
    "since",
    "so",
    "some",
    "still",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "till",
    "to",
    "today",
    "too",
    "toward",
    "towards",
    "twice",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "was",
    "we",
    "went",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "yesterday",
    "yet",
    "you",
    "your",
    "minus",
    "exactly",
    "roughly",
    "approximately",
    "another",
    "last",
    "first",
];

/// Words after which an amount before a noun belongs to that noun: `a 5 km run`.
const DETERMINERS: &[&str] = &[
    "a", "an", "the", "this", "that", "her", "his", "my", "our", "your", "their", "its", "another", "one",
    "first", "same", "new",
];

/// Whether a word is a small word of grammar, or one of the commonest verbs and adverbs.
pub(super) fn is_function(word: &str) -> bool {
    FUNCTION.contains(&word.to_lowercase().as_str())
}

/// Whether a word begins with a capital.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether what is `length` bytes long belongs to the noun behind it: `a $5 bill`, `a 5-mile walk`.
pub(super) fn is_adjective(place: Place<'_>, length: usize) -> bool {
    let behind = place.rest().get(length..).unwrap_or_default();
    let hyphen = behind.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let noun = place.next_word(length);
    let determined = DETERMINERS.contains(&place.previous_word().to_lowercase().as_str());
    let capitals = noun.len() > 1 && noun.chars().all(char::is_uppercase);
    hyphen || (determined && (is_noun(noun) || capitals))
}

/// Whether a word could be a noun: written small, and none of the small words.
pub(super) fn is_noun(word: &str) -> bool {
    word.len() > 1 && word.starts_with(char::is_lowercase) && !is_function(word)
}

/// Whether a word looks like the plural of a noun: things that are counted.
pub(super) fn is_plural(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "people", "men", "women", "children", "feet", "percent", "mice", "teeth", "sheep", "fish", "dollars",
        "million", "billion",
    ];
    let ends = word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && word.len() > 3
        && !word.contains(['\'', '’']);
    is_noun(word) && (ends || IRREGULAR.contains(&word))
}

/// The word before the place, also one with the full stop of an abbreviation: `Rm. 212`.
pub(super) fn word_before(place: Place<'_>) -> &str {
    let word = place.previous_word();
    if !word.is_empty() {
        return word;
    }
    place.before().trim_end().strip_suffix('.').map_or("", crate::place::last_word)
}

/// The word before the last one, if only spaces stand between; `at` `noon`.
pub(super) fn word_before_last(place: Place<'_>) -> &str {
    let before = place.before().trim_end();
    let last = place.previous_word();
    crate::place::last_word(&before[..before.len() - last.len()])
}

/// Whether one of `words` stands before the place within the same clause, at most 40 bytes away. They are in lower case.
pub(super) fn follows_any(place: Place<'_>, words: &[&str]) -> bool {
    const NEAR: usize = 40;
    let before = place.before();
    let start = before.ceil_char_boundary(before.len().saturating_sub(NEAR));
    let clause = before[start..].rsplit(['.', ';', '?', '!']).next().unwrap_or_default().to_lowercase();
    clause.split(|c: char| !c.is_alphanumeric() && c != '\'').any(|word| words.contains(&word))
}

/// How much of a spelling with a full stop behind it is read over: the stop too, unless it ends the text or a sentence,
/// or begins an ellipsis.
pub(super) fn with_stop(place: Place<'_>, length: usize) -> usize {
    let over = over_stop(place, length);
    let behind = &place.rest()[over..];
    if over > length && behind.starts_with(' ') && is_opener(first_word(behind)) { length } else { over }
}

/// Whether a word begins a sentence and no name, as its capital and its kind show.
pub(super) fn is_opener(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "Everybody",
        "Everyone",
        "Everything",
        "Few",
        "However",
        "Instead",
        "Many",
        "Meanwhile",
        "Most",
        "Nobody",
        "Nothing",
        "Please",
        "Several",
        "Somebody",
        "Someone",
        "Therefore",
        "Unfortunately",
        "Yes",
    ];
    OPENERS.contains(&word) || (is_capitalised(word) && is_function(word) && word != "Will")
}

/// The same where what follows is never a new sentence: behind titles.
pub(super) fn over_stop(place: Place<'_>, length: usize) -> usize {
    let behind = &place.rest()[length..];
    match behind.strip_prefix('.') {
        Some(rest) if rest.starts_with('.') => length,
        Some(rest) if !rest.trim_start_matches(['"', '”', '’', ')', '*', '_']).trim().is_empty() => {
            length + 1
        }
        _ => length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at<'a>(text: &'a str, part: &str) -> Place<'a> {
        Place::new(text, text.find(part).unwrap(), text.len())
    }

    #[test]
    fn an_amount_may_belong_to_a_noun() {
        assert!(is_adjective(at("a 5 km run", "5"), 4));
        assert!(is_adjective(at("two 5-mile walks", "5"), 1));
        assert!(!is_adjective(at("the 5 km to town", "5"), 4));
        assert!(!is_adjective(at("run 5 km daily", "5"), 4));
    }

    #[test]
    fn counted_things_are_in_the_plural() {
        assert!(is_plural("lamps") && is_plural("people"));
        assert!(!is_plural("was") && !is_plural("saw") && !is_plural("boss"));
    }

    #[test]
    fn sentences_open_with_small_words() {
        assert!(is_opener("Then") && is_opener("Nobody"));
        assert!(!is_opener("then") && !is_opener("Marlowe") && !is_opener("Will"));
    }

    #[test]
    fn a_stop_is_silent_unless_it_ends_the_text() {
        assert_eq!(with_stop(at("Elm Ave. is", "Ave"), 3), 4);
        assert_eq!(with_stop(at("Elm Ave.”", "Ave"), 3), 3);
        assert_eq!(with_stop(at("Elm Ave is", "Ave"), 3), 3);
    }
}
