//! Where a phrase ends without any mark: before a word such as `and` or `because`, so that a first segment need not wait
//! for the end of its clause.

use crate::ahead::Ahead;
use crate::boundary::Until;
use crate::language::{Customs, Nouns, holds};
use crate::shape::previous;

/// The fewest words of a phrase.
pub(crate) const FEWEST_WORDS: u16 = 3;

/// Whether a phrase ends with the space that is at byte `at` of `text`. Never within a number, or a name of several
/// words: `3 to 5`, `Trinidad and Tobago`.
pub(crate) fn ends(text: &str, at: usize, customs: &Customs) -> Result<bool, Until> {
    let before = previous(text, at);
    let joins =
        before.ends_with(|c: char| !c.is_alphabetic()) || holds(customs.phrases, &before.to_lowercase());
    if joins || customs.phrases.is_empty() {
        return Ok(false);
    }
    let ahead = Ahead::new(&text[at..]);
    if !ahead.is_in(customs.phrases)? {
        return Ok(false);
    }
    let word = ahead.word()?;
    let behind = ahead.behind(word);
    if !holds(customs.phrases, word) || !behind.after().starts_with(' ') {
        return Ok(false);
    }
    let is_named = customs.nouns == Nouns::Small && before.starts_with(char::is_uppercase);
    let next = behind.first()?;
    Ok(!(next.is_numeric() || is_named && next.is_uppercase()))
}
