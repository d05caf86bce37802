//! Words that are read in a way of their own: a pronunciation dictionary. Read [`Lexicon`] first.

use std::collections::HashMap;

use crate::place::Place;
use speech::How;

/// The most entries of one lexicon.
pub const MOST_ENTRIES: usize = 10_000;
/// The most bytes of what an entry is about.
pub const LONGEST_WRITTEN: usize = 128;

/// How some words, names and phrases are read.
///
/// An entry is found in any case, but one in exactly the text's case comes first (`US` beside `us`), and of several that
/// fit the longest. It is found as whole words only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// By the first run of letters and digits in lower case, or else by the first character.
    entries: HashMap<Box<str>, Vec<Entry>>,
    count: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    written: Box<str>,
    how: How,
}

/// Why something is no entry of a lexicon. The words themselves belong to somebody and stay out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryError {
    /// There is nothing to look for, or it begins with a space.
    Empty,
    /// It has more than [`LONGEST_WRITTEN`] bytes; so many.
    TooLong(usize),
    /// There are [`MOST_ENTRIES`] already.
    TooMany,
}

impl std::fmt::Display for EntryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(f, "a pronunciation needs a word that begins with a letter, digit or mark"),
            Self::TooLong(bytes) => {
                write!(
                    f,
                    "a pronunciation is for {bytes} bytes of text; at most {LONGEST_WRITTEN} are looked for"
                )
            }
            Self::TooMany => {
                write!(f, "more than {MOST_ENTRIES} pronunciations; leave out those least needed")
            }
        }
    }
}

impl std::error::Error for EntryError {}

impl Lexicon {
    /// Adds how `written` is read; a later entry for exactly the same replaces the earlier.
    ///
    /// # Errors
    /// If nothing could be looked for, or a bound is met.
    pub fn add(&mut self, written: &str, how: How) -> Result<(), EntryError> {
        let written = written.trim_end();
        let key = key(written).ok_or(EntryError::Empty)?;
        if written.len() > LONGEST_WRITTEN {
            return Err(EntryError::TooLong(written.len()));
        }
        let entries = self.entries.entry(key.into()).or_default();
        if let Some(entry) = entries.iter_mut().find(|entry| *entry.written == *written) {
            entry.how = how;
            return Ok(());
        }
        if self.count == MOST_ENTRIES {
            return Err(EntryError::TooMany);
        }
        self.count += 1;
        entries.push(Entry { written: written.into(), how });
        Ok(())
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// How what begins at the place is read, and how many bytes of the text that is.
    pub(crate) fn find(&self, place: Place<'_>) -> Option<(usize, &How)> {
        if self.is_empty() || !place.begins_word() {
            return None;
        }
        let rest = place.rest();
        let fitting = self.entries.get(key(rest)?.as_str())?.iter().filter_map(|entry| {
            let length = length_of(rest, &entry.written).filter(|&length| ends(place, length))?;
            Some((length, rest[..length] == *entry.written, &entry.how))
        });
        let (length, _, how) = fitting.max_by_key(|(length, exact, _)| (*length, *exact))?;
        Some((length, how))
    }
}

/// What an entry or a text is looked up by.
fn key(text: &str) -> Option<String> {
    let first = text.chars().next().filter(|c| !c.is_whitespace())?;
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    Some(text[..end.max(first.len_utf8())].to_lowercase())
}

/// How much of `text` is `written`, in whatever case.
fn length_of(text: &str, written: &str) -> Option<usize> {
    let mut rest = text.chars();
    for expected in written.chars() {
        let found = rest.next()?;
        if found != expected && !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}

fn ends(place: Place<'_>, length: usize) -> bool {
    !place.rest()[..length].ends_with(char::is_alphanumeric) || place.may_end(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(entries: &[(&str, &str)]) -> Lexicon {
        let mut lexicon = Lexicon::default();
        entries
            .iter()
            .for_each(|(written, alias)| lexicon.add(written, How::Alias((*alias).into())).unwrap());
        lexicon
    }

    fn found<'a>(lexicon: &'a Lexicon, text: &str, at: usize) -> Option<(usize, &'a str)> {
        match lexicon.find(Place::new(text, at, text.len()))? {
            (length, How::Alias(alias)) => Some((length, alias.as_str())),
            _ => None,
        }
    }

    #[test]
    fn the_longest_entry_in_the_texts_own_case_counts() {
        let lexicon =
            lexicon(&[("us", "uss"), ("US", "u s"), ("US Open", "the open"), ("C++", "c plus plus")]);
        assert_eq!(found(&lexicon, "US Open now", 0), Some((7, "the open")));
        assert_eq!(found(&lexicon, "the US.", 4), Some((2, "u s")));
        assert_eq!(found(&lexicon, "us", 0), Some((2, "uss")));
        assert_eq!(found(&lexicon, "in c++, say", 3), Some((3, "c plus plus")));
    }

    #[test]
    fn parts_of_words_are_not_found() {
        let lexicon = lexicon(&[("us", "x"), (".NET", "dot net")]);
        assert_eq!((found(&lexicon, "bus", 1), found(&lexicon, "use", 0)), (None, None));
        assert_eq!(found(&lexicon, "in .net", 3), Some((4, "dot net")));
        assert_eq!(found(&lexicon, "", 0), None);
    }

    #[test]
    fn entries_are_bounded_and_replaced() {
        let mut lexicon = lexicon(&[("a", "b"), ("a", "c")]);
        assert_eq!((lexicon.len(), found(&lexicon, "a", 0)), (1, Some((1, "c"))));
        assert_eq!(lexicon.add(" a", How::Plain), Err(EntryError::Empty));
        assert_eq!(lexicon.add(&"a".repeat(129), How::Plain), Err(EntryError::TooLong(129)));
        (1..MOST_ENTRIES).for_each(|n| lexicon.add(&n.to_string(), How::Plain).unwrap());
        assert_eq!(lexicon.add("one more", How::Plain), Err(EntryError::TooMany));
    }
}
