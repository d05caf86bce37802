//! The text behind some marks, as far as it has come. Start with [`Ahead`].
//!
//! Each question is answered from text that cannot change, or with what to wait for.

use crate::abbreviation::{Complete, Listed, find};
use crate::boundary::Until;
use crate::effort::spend;
use crate::mark::{Enclosure, enclosure, is_line_end};

/// What is behind some marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ahead<'a> {
    /// All of it.
    after: &'a str,
    /// From the first character that is no space.
    visible: &'a str,
}

/// No word that a rule knows is longer, in bytes.
const LONGEST: usize = 48;

impl<'a> Ahead<'a> {
    pub(crate) fn new(after: &'a str) -> Self {
        let visible = after.trim_start();
        spend(after.len() - visible.len());
        Self { after, visible }
    }

    /// Whether a line ends before the first visible character.
    pub(crate) fn crosses_line(&self) -> bool {
        self.after[..self.after.len() - self.visible.len()].contains(is_line_end)
    }

    /// The first visible character.
    pub(crate) fn first(&self) -> Result<char, Until> {
        self.visible.chars().next().ok_or(Until::Visible)
    }

    /// The character behind the first visible one; a space at the end of a line counts too.
    pub(crate) fn second(&self) -> Result<char, Until> {
        self.visible.chars().nth(1).ok_or(Until::Next)
    }

    /// The same behind what opens quotations and brackets.
    pub(crate) fn bare(&self) -> Result<Self, Until> {
        if self.visible.len() == 2
            && self.visible.starts_with('\'')
            && self.visible.ends_with(char::is_alphabetic)
        {
            return Err(Until::Next);
        }
        let visible = behind_article(self.visible).trim_start_matches(|c| enclosure(c).is_some());
        spend(self.visible.len() - visible.len());
        if visible.is_empty() {
            return Err(if self.visible.is_empty() { Until::Visible } else { Until::Bare });
        }
        Ok(Self { after: visible, visible })
    }

    /// The first character behind what opens quotations and brackets.
    pub(crate) fn bare_first(&self) -> Result<char, Until> {
        self.bare()?.first()
    }

    /// Whether the first visible character opens a quotation or bracket.
    pub(crate) fn opens(&self) -> bool {
        self.visible.starts_with(|c| matches!(enclosure(c), Some(Enclosure::Opening | Enclosure::Either)))
    }

    /// The word that begins at the first visible character, apostrophes inside it included; empty if none does.
    pub(crate) fn word(&self) -> Result<&'a str, Until> {
        let is_part = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’');
        let length = self.visible.find(|c| !is_part(c)).unwrap_or(self.visible.len());
        spend(length.min(LONGEST));
        if length == self.visible.len() && length <= LONGEST {
            return Err(if length == 0 { Until::Visible } else { Until::Apart });
        }
        Ok(self.visible[..length].trim_end_matches(['\'', '’']))
    }

    /// Whether the word that begins at the first visible character is in `list`.
    pub(crate) fn is_in(&self, list: &[&str]) -> Result<bool, Until> {
        let length = self.visible.find(|c: char| !c.is_alphabetic()).unwrap_or(self.visible.len());
        spend(length.min(LONGEST));
        let complete = if length < self.visible.len() { Complete::Yes } else { Complete::NotYet };
        match find(list, &self.visible[..length], complete) {
            Listed::Yes => Ok(true),
            Listed::No => Ok(false),
            Listed::Perhaps => Err(Until::Next),
        }
    }

    /// What stands up to the next space.
    pub(crate) fn token(&self) -> Result<&'a str, Until> {
        let length = self.visible.find(char::is_whitespace).unwrap_or(self.visible.len());
        spend(length.min(LONGEST));
        if length == self.visible.len() && length <= LONGEST {
            return Err(Until::Space);
        }
        Ok(&self.visible[..length])
    }

    /// The text behind `word`, which is what [`Ahead::word`] gave.
    pub(crate) fn behind(&self, word: &str) -> Self {
        Self::new(&self.visible[word.len()..])
    }

    /// Whether it goes on with `mark` at once.
    pub(crate) fn starts_with(&self, mark: char) -> bool {
        self.after.starts_with(mark)
    }

    /// All of it.
    pub(crate) fn after(&self) -> &'a str {
        self.after
    }

    /// The visible text.
    pub(crate) fn visible(&self) -> &'a str {
        self.visible
    }
}

/// What follows a letter that stands for a small word, as Dutch begins sentences with: `'s Nachts`.
fn behind_article(visible: &str) -> &str {
    let rest = visible.strip_prefix('\'').and_then(|rest| rest.strip_prefix(['s', 't', 'n', 'k', 'm']));
    rest.and_then(|rest| rest.strip_prefix(' ')).unwrap_or(visible)
}
