//! Words that are read in a way of their own: a pronunciation dictionary. Read [`Lexicon`] first.

use std::collections::{BTreeSet, HashMap};

use crate::parse::is_run_together;
use crate::place::Place;
use speech::How;

/// The most entries of one lexicon.
pub const MOST_ENTRIES: usize = 10_000;
/// The most bytes of what an entry is about.
pub const LONGEST_WRITTEN: usize = 128;
/// The most bytes of how an entry is said: of its words or sounds.
pub const LONGEST_SAID: usize = 512;

/// How some words, names and phrases are read.
///
/// An entry is found in any case, but one in exactly the text's case comes first (`US` beside `us`), and of several that
/// fit the longest. It is found as whole words only; where words are written without spaces between them, in Japanese and
/// Chinese, anywhere but in the middle of a run of katakana, which is a word.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// How many characters the entries have that begin with a run of letters and digits, in lower case, or else with a
    /// character, as Chinese does: no more than there are lengths, so that no text is compared with all of them.
    lengths: HashMap<Box<str>, BTreeSet<usize>>,
    /// As they are written.
    entries: HashMap<Box<str>, How>,
    /// The latest spelling of what is the same in lower case.
    spellings: HashMap<Box<str>, Box<str>>,
}

/// Without the words, which are somebody's text.
impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lexicon {{ entries: {} }}", self.len())
    }
}

/// Why something is no entry of a lexicon. The words themselves belong to somebody and stay out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryError {
    /// There is nothing to look for, or it begins with a space.
    Empty,
    /// It has more than [`LONGEST_WRITTEN`] bytes; so many.
    TooLong(usize),
    /// Its words or sounds have more than [`LONGEST_SAID`] bytes; so many.
    SaysTooMuch(usize),
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
            Self::SaysTooMuch(bytes) => {
                write!(f, "a pronunciation is {bytes} bytes long; at most {LONGEST_SAID} are said for a word")
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
        if let How::Alias(said) | How::Sounds(said) = &how
            && said.len() > LONGEST_SAID
        {
            return Err(EntryError::SaysTooMuch(said.len()));
        }
        if let Some(entry) = self.entries.get_mut(written) {
            *entry = how;
            return Ok(());
        }
        if self.entries.len() == MOST_ENTRIES {
            return Err(EntryError::TooMany);
        }
        self.lengths.entry(key.into()).or_default().insert(written.chars().count());
        self.entries.insert(written.into(), how);
        self.spellings.insert(small(written).into(), written.into());
        Ok(())
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How what begins at the place is read, and how many bytes of the text that is.
    pub(crate) fn find(&self, place: Place<'_>) -> Option<(usize, &How)> {
        let rest = place.rest();
        let goes_on = place.previous().is_some_and(is_katakana) && rest.starts_with(is_katakana);
        if self.is_empty() || !place.begins_word() || goes_on {
            return None;
        }
        let lengths = self.lengths.get(key(rest)?.as_str())?;
        lengths.iter().rev().find_map(|&characters| {
            let length = length_of(rest, characters).filter(|&length| ends(place, length))?;
            Some((length, self.how(&rest[..length])?))
        })
    }

    /// How exactly this is read, or else the same in another case.
    fn how(&self, written: &str) -> Option<&How> {
        let in_another_case = || self.entries.get(self.spellings.get(small(written).as_str())?);
        self.entries.get(written).or_else(in_another_case)
    }
}

/// What an entry or a text is looked up by.
fn key(text: &str) -> Option<String> {
    let first = text.chars().next().filter(|c| !c.is_whitespace())?;
    let end = text.find(|c: char| !c.is_alphanumeric() || is_run_together(c)).unwrap_or(text.len());
    Some(text[..end.max(first.len_utf8())].to_lowercase())
}

/// The text in lower case, each character by itself, so that none depends on those around it.
fn small(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// How many bytes so many characters of `text` are, if it has as many.
fn length_of(text: &str, characters: usize) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(characters)
}

fn ends(place: Place<'_>, length: usize) -> bool {
    let (found, behind) = place.rest().split_at(length);
    let goes_on = found.ends_with(is_katakana) && behind.starts_with(is_katakana);
    !found.ends_with(char::is_alphanumeric) || place.may_end(length) && !goes_on
}

/// Katakana with the mark that draws a vowel out; the dot between two words is none.
fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FE}')
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

    /// The words that are found in a text, in order.
    fn all(lexicon: &Lexicon, text: &str) -> Vec<String> {
        let mut at = 0;
        let mut words = Vec::new();
        while at < text.len() {
            let (length, said) = found(lexicon, text, at).unwrap_or((0, ""));
            words.extend((length > 0).then(|| said.to_owned()));
            at = text.ceil_char_boundary(at + length.max(1));
        }
        words
    }

    #[test]
    fn words_are_found_where_no_spaces_are_written() {
        let japanese = lexicon(&[
            ("東京", "a"),
            ("東京都", "b"),
            ("人々", "c"),
            ("アイス", "d"),
            ("SQL", "e"),
            ("AI技術", "f"),
        ]);
        assert_eq!(all(&japanese, "私は東京都から東京へ人々と行く"), ["b", "a", "c"]);
        assert_eq!(all(&japanese, "アイスとアイスランドとバニラアイス・アイス"), ["d", "d"]);
        assert_eq!(all(&japanese, "毎日SQLを使うAI技術と旧SQLX"), ["e", "f"]);
        let chinese = lexicon(&[("重庆", "a"), ("重庆路", "b"), ("3月", "c")]);
        assert_eq!(all(&chinese, "他3月去重庆路，再回重庆了"), ["c", "b", "a"]);
        assert_eq!(all(&lexicon(&[("서울", "a")]), "서울 서울대"), ["a"]);
    }

    #[test]
    fn no_more_than_all_lengths_are_looked_up_at_a_place() {
        let mut lexicon = Lexicon::default();
        let most = LONGEST_WRITTEN / "中".len();
        (1..=most).for_each(|n| lexicon.add(&"中".repeat(n), How::Plain).unwrap());
        (0..1_000).for_each(|n| lexicon.add(&format!("中{n:04}"), How::Plain).unwrap());
        assert_eq!(lexicon.lengths["中"].len(), most);
    }

    #[test]
    fn entries_are_bounded_and_replaced() {
        let mut lexicon = lexicon(&[("a", "b"), ("a", "c")]);
        assert_eq!((lexicon.len(), found(&lexicon, "a", 0)), (1, Some((1, "c"))));
        assert_eq!(lexicon.add(" a", How::Plain), Err(EntryError::Empty));
        assert_eq!(lexicon.add(&"a".repeat(129), How::Plain), Err(EntryError::TooLong(129)));
        assert_eq!(lexicon.add("b", How::Alias("x".repeat(513).into())), Err(EntryError::SaysTooMuch(513)));
        assert_eq!(lexicon.add("b", How::Sounds("x".repeat(600).into())), Err(EntryError::SaysTooMuch(600)));
        (1..MOST_ENTRIES).for_each(|n| lexicon.add(&n.to_string(), How::Plain).unwrap());
        assert_eq!(lexicon.add("one more", How::Plain), Err(EntryError::TooMany));
    }

    #[test]
    fn entries_with_the_same_first_word_are_told_apart() {
        let mut lexicon = Lexicon::default();
        (0..MOST_ENTRIES).for_each(|n| lexicon.add(&format!("New {n:0100}"), How::Plain).unwrap());
        lexicon.add(&format!("New {:0100}", 7), How::Alias("seven".into())).unwrap();
        assert_eq!(lexicon.lengths["new"].len(), 1);
        assert_eq!(found(&lexicon, &format!("new {:0100}!", 7), 0), Some((104, "seven")));
        assert_eq!(lexicon.find(Place::new("new 7", 0, 5)), None);
    }

    #[test]
    fn the_words_are_not_shown() {
        assert_eq!(format!("{:?}", lexicon(&[("Bob", "Rob")])), "Lexicon { entries: 1 }");
    }
}
