//! Words whose full stop does not end a sentence, or not always; and the words that show that one began.
//!
//! English, and what is unmistakable elsewhere. Words that are also ordinary words are listed only in the capitalised
//! form that is the abbreviation (`Sat.`, not `sat.`), or not at all.

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
    let lower = word.to_lowercase();
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let listed = |any: &[&str], capitalised: &[&str]| {
        any.contains(&lower.as_str()) || (capital && capitalised.contains(&lower.as_str()))
    };
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

const NEVER_LAST: &[&str] = &[
    "dr", "mr", "mrs", "ms", "mx", "prof", "messrs", "mme", "mlle", "vs", "e.g", "i.e", "eg", "viz",
    "approx", "cf", "z.b", "d.h", "u.a", "bzw", "vgl", "ggf", "sra", "srta", "dott", "sig", "т.е", "т.к",
    "डॉ",
];

const NEVER_LAST_CAPITALISED: &[&str] = &[
    "gen", "rep", "sen", "gov", "capt", "cpt", "lt", "col", "sgt", "maj", "cmdr", "adm", "rev", "hon",
    "pres", "supt", "insp", "hr", "mt", "ph", "ft",
];

const BEFORE_NUMBER: &[&str] =
    &["no", "nos", "nr", "fig", "figs", "vol", "vols", "pp", "eq", "tel", "ver", "núm", "pág", "p"];

const BEFORE_NUMBER_CAPITALISED: &[&str] = &["sec", "ch", "art", "ext", "op"];

const MAY_BE_LAST: &[&str] = &[
    "etc", "al", "inc", "ltd", "corp", "bros", "jr", "sr", "dept", "govt", "blvd", "apt", "usw", "ud", "uds",
    "ph.d", "m.d", "b.sc", "m.sc", "т.д", "т.п", "и.о", "misc", "ca",
];

const MAY_BE_LAST_CAPITALISED: &[&str] = &[
    "co", "st", "ave", "rd", "sq", "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "univ", "assn",
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

/// Looks `word` up in `list`.
pub(crate) fn find(list: &[&str], word: &str, complete: Complete) -> Listed {
    match complete {
        Complete::Yes if list.contains(&word) => Listed::Yes,
        Complete::NotYet if list.iter().any(|entry| entry.starts_with(word)) => Listed::Perhaps,
        Complete::Yes | Complete::NotYet => Listed::No,
    }
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
    "Today",
    "To",
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
