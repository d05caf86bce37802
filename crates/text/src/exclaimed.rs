//! Exclamation marks that end no sentence, since they belong to names.

use crate::ahead::Ahead;
use crate::boundary::Until;
use crate::effort::spend;
use crate::language::holds;

/// Names that have a mark of their own, and what they are followed by in longer names.
const NAMES: [(&str, &[&str]); 4] = [
    ("Jeopardy", &["Masters", "National"]),
    ("Joomla", &["CMS", "Extensions", "Framework"]),
    ("Kahoot", &["Academy", "Kids", "Quiz"]),
    (
        "Yahoo",
        &[
            "Answers",
            "Finance",
            "Groups",
            "Inc",
            "Japan",
            "Mail",
            "Maps",
            "Messenger",
            "Music",
            "News",
            "Search",
            "Sports",
            "Weather",
        ],
    ),
];

/// Whether the mark behind `word` belongs to a name that goes on.
pub(crate) fn is_in_name(word: &str, ahead: Ahead<'_>) -> Result<bool, Until> {
    match NAMES.iter().find(|(name, _)| *name == word) {
        Some((_, parts)) => Ok(holds(parts, ahead.word()?)),
        None => Ok(false),
    }
}

/// The longest cry, in bytes.
const LONGEST_CRY: usize = 12;

/// Whether `cry`, the last part of a name with hyphens, is repeated: `Saint-Louis-du-Ha! Ha!`. Elsewhere a cry is a sentence
/// each time: `Yes! Yes!`
pub(crate) fn is_repeated(cry: &str, ahead: Ahead<'_>) -> Result<bool, Until> {
    if cry.len() > LONGEST_CRY || ahead.crosses_line() || !cry.starts_with(ahead.first()?) {
        return Ok(false);
    }
    spend(cry.len());
    let next = ahead.word()?;
    Ok(next == cry && ahead.behind(next).starts_with('!'))
}
