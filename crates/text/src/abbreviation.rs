//! Words whose full stop does not end a sentence, or not always; and the words that show that one began.
//!
//! English, and what is unmistakable elsewhere. Words that are also ordinary words are listed only in the capitalised
//! form that is the abbreviation (`Sat.`, not `sat.`), or not at all.

use crate::effort::spend;

/// What the full stop after an abbreviation means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Something always follows: `Dr.`, `e.g.`
    NeverLast,
    /// Part of the abbreviation before a number, else the end of a sentence: `No. 5`, `No. I will not.`
    BeforeNumber,
    /// May be the last word: `etc.`, `Inc.`
    MayBeLast,
}

/// What `word`, written without its last full stop, abbreviates; `None` if nothing known.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    spend(word.len());
    let lower = word.to_lowercase();
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let listed =
        |any: &[&str], capitalised: &[&str]| holds(any, &lower) || (capital && holds(capitalised, &lower));
    if listed(NEVER_LAST, NEVER_LAST_CAPITALISED) {
        Some(Abbreviation::NeverLast)
    } else if listed(BEFORE_NUMBER, BEFORE_NUMBER_CAPITALISED) {
        Some(Abbreviation::BeforeNumber)
    } else if listed(MAY_BE_LAST, MAY_BE_LAST_CAPITALISED) {
        Some(Abbreviation::MayBeLast)
    } else {
        None
    }
}

/// Bytes of the longest word that may abbreviate something: no listed one has more than six characters.
const LONGEST: usize = 6 * 4;

const NEVER_LAST: &[&str] = &[
    "approx", "bzw", "cf", "d.h", "dott", "dr", "e.g", "eg", "ggf", "i.e", "messrs", "mlle", "mme", "mr",
    "mrs", "ms", "mx", "prof", "sig", "sra", "srta", "u.a", "vgl", "viz", "vs", "z.b", "т.е", "т.к", "डॉ",
];

const NEVER_LAST_CAPITALISED: &[&str] = &[
    "adm", "capt", "cmdr", "col", "cpt", "ft", "gen", "gov", "hon", "hr", "insp", "lt", "maj", "mt", "ph",
    "pres", "rep", "rev", "sen", "sgt", "supt",
];

const BEFORE_NUMBER: &[&str] =
    &["eq", "fig", "figs", "no", "nos", "nr", "núm", "p", "pp", "pág", "tel", "ver", "vol", "vols"];

const BEFORE_NUMBER_CAPITALISED: &[&str] = &["art", "ch", "ext", "op", "sec"];

const MAY_BE_LAST: &[&str] = &[
    "al", "apt", "b.sc", "blvd", "bros", "ca", "corp", "dept", "etc", "govt", "inc", "jr", "ltd", "m.d",
    "m.sc", "misc", "ph.d", "sr", "ud", "uds", "usw", "и.о", "т.д", "т.п",
];

const MAY_BE_LAST_CAPITALISED: &[&str] = &[
    "apr", "assn", "aug", "ave", "co", "dec", "est", "feb", "fri", "jan", "jul", "jun", "mar", "mon", "nov",
    "oct", "rd", "sat", "sep", "sept", "sq", "st", "sun", "thu", "thurs", "tue", "tues", "univ", "wed",
];

/// What `run`, the letters that follow a possible end of a sentence, says about whether a sentence begins there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    /// It is one of the words.
    Yes,
    /// It is not, and will not be.
    No,
    /// It is still growing and may become one.
    Perhaps,
}

/// Whether `word` is one that opens a sentence rather than goes on with a name; `complete` once its end is known.
pub(crate) fn is_opener(word: &str, complete: Complete) -> Listed {
    find(OPENERS, word, complete)
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
    match complete {
        Complete::Yes if holds(list, word) => Listed::Yes,
        Complete::NotYet if holds_beginning(list, word) => Listed::Perhaps,
        Complete::Yes | Complete::NotYet => Listed::No,
    }
}

fn holds(list: &[&str], word: &str) -> bool {
    !word.is_empty() && list.binary_search(&word).is_ok()
}

fn holds_beginning(list: &[&str], word: &str) -> bool {
    let place = list.partition_point(|&entry| entry < word);
    list.get(place).is_some_and(|entry| entry.starts_with(word))
}

/// Words that seldom follow an abbreviation or initial inside a sentence with a capital letter.
const OPENERS: &[&str] = &[
    "A",
    "About",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "Any",
    "Are",
    "As",
    "At",
    "Because",
    "Before",
    "But",
    "By",
    "Can",
    "Could",
    "Did",
    "Do",
    "Does",
    "Each",
    "Even",
    "Every",
    "Finally",
    "First",
    "For",
    "From",
    "Had",
    "Has",
    "Have",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "Is",
    "It",
    "Its",
    "Just",
    "Last",
    "Later",
    "Let",
    "Many",
    "Maybe",
    "More",
    "Most",
    "My",
    "Next",
    "No",
    "Not",
    "Now",
    "Of",
    "Oh",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Our",
    "Perhaps",
    "Please",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Sometimes",
    "Still",
    "Such",
    "Thank",
    "Thanks",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "To",
    "Today",
    "Two",
    "Until",
    "Was",
    "We",
    "Well",
    "Were",
    "What",
    "When",
    "Where",
    "Which",
    "While",
    "Who",
    "Why",
    "Will",
    "With",
    "Would",
    "Yes",
    "Yet",
    "You",
    "Your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        let any = [NEVER_LAST, BEFORE_NUMBER, MAY_BE_LAST, OPENERS];
        let capitalised = [NEVER_LAST_CAPITALISED, BEFORE_NUMBER_CAPITALISED, MAY_BE_LAST_CAPITALISED];
        assert!(any.iter().chain(&capitalised).all(|list| list.is_sorted()));
    }

    #[test]
    fn no_abbreviation_is_longer_than_the_longest() {
        let any = [NEVER_LAST, BEFORE_NUMBER, MAY_BE_LAST].concat();
        let capitalised =
            [NEVER_LAST_CAPITALISED, BEFORE_NUMBER_CAPITALISED, MAY_BE_LAST_CAPITALISED].concat();
        assert_eq!(any.iter().chain(&capitalised).map(|word| 4 * word.chars().count()).max(), Some(LONGEST));
    }

    #[test]
    fn capitals_tell_abbreviations_from_words() {
        assert_eq!(abbreviation("Sat"), Some(Abbreviation::MayBeLast));
        assert_eq!(abbreviation("sat"), None);
        assert_eq!(abbreviation("dr"), Some(Abbreviation::NeverLast));
        assert_eq!(abbreviation("No"), Some(Abbreviation::BeforeNumber));
    }

    #[test]
    fn a_growing_word_may_still_open_a_sentence() {
        assert_eq!(is_opener("Th", Complete::NotYet), Listed::Perhaps);
        assert_eq!(is_opener("The", Complete::Yes), Listed::Yes);
        assert_eq!(is_opener("Th", Complete::Yes), Listed::No);
        assert_eq!(is_opener("Sm", Complete::NotYet), Listed::No);
    }
}
