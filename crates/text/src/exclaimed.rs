//! Exclamation marks that end no sentence, since they belong to names.

use crate::ahead::Ahead;
use crate::boundary::Until;
use crate::effort::spend;
use crate::language::holds;
use crate::shape::previous;

/// Names that have a mark of their own, and what they are followed by in longer names.
const NAMES: [(&str, &[&str]); 4] = [
    ("Jeopardy", &["Masters", "National"]),
    ("Joomla", &["CMS", "Extensions", "Framework"]),
    ("Kahoot", &["Academy", "Kids", "Quiz"]),
    ("Yahoo", &["Answers", "Finance", "Groups", "Inc", "Japan", "Mail", "Maps", "Messenger", "Sports"]),
];

/// Words before such a longer name. Behind others its second part may well begin a sentence: `I love Yahoo! Sports bore me.`
const DETERMINERS: &[&str] =
    &["a", "an", "her", "his", "its", "my", "our", "some", "that", "the", "their", "this", "your"];

/// Whether the mark behind the name at the end of `head` belongs to it and the name goes on.
pub(crate) fn is_in_name(head: &str, word: &str, ahead: Ahead<'_>) -> Result<bool, Until> {
    let Some((_, parts)) = NAMES.iter().find(|(name, _)| *name == word) else { return Ok(false) };
    let before = previous(head, head.len() - word.len());
    let is_behind =
        holds(DETERMINERS, &before.to_lowercase()) || before.ends_with("'s") || before.ends_with("’s");
    Ok(is_behind && holds(parts, ahead.word()?))
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
