//! One way of reading, and what it says. Read [`Rule`] first.

use crate::customs::Customs;
use crate::place::Place;

/// Knows how one kind of thing is read aloud.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    /// What `syrinx explain --why` calls it: the kind of thing, such as `money`.
    pub(crate) name: &'static str,
    /// With what such a thing begins, so that nobody need ask elsewhere.
    pub(crate) starts: Starts,
    /// Says how what begins at the place is read, or `None` if that is nothing it knows.
    pub(crate) read: fn(Place<'_>, &Customs) -> Option<Said>,
}

/// With what a thing begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Starts {
    /// A digit, of any script.
    Digit,
    /// A letter that follows no other letter.
    Letter,
    /// Any other character but a space.
    Mark,
    /// A digit or a mark: a number with its sign or currency.
    DigitOrMark,
    /// Any of the three.
    Any,
}

/// What a stretch of text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    Digit,
    Letter,
    Mark,
}

impl Starts {
    pub(crate) fn takes(self, start: Start) -> bool {
        match self {
            Self::Any => true,
            Self::Digit => start == Start::Digit,
            Self::Letter => start == Start::Letter,
            Self::Mark => start == Start::Mark,
            Self::DigitOrMark => start != Start::Letter,
        }
    }
}

/// How a stretch of text is read aloud.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// How much of the text it is, in bytes from the place on. Never zero.
    pub(crate) length: usize,
    /// The words, with single spaces between; empty if nothing is said.
    pub(crate) words: String,
    /// Where the stretch falls into units that are highlighted one by one, if it does: `March` `5` `2024`.
    pub(crate) parts: Vec<Part>,
}

/// The end of a unit within [`Said`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// In bytes of the source, from the place on.
    pub(crate) source: usize,
    /// In bytes of the words.
    pub(crate) words: usize,
}

/// Without the words, which are somebody's text.
impl std::fmt::Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (words, parts) = (self.words.len(), self.parts.len());
        write!(f, "Said {{ length: {}, words: {words} bytes, parts: {parts} }}", self.length)
    }
}

impl Said {
    /// These words, for so many bytes.
    pub(crate) fn new(length: usize, words: impl Into<String>) -> Self {
        Self { length, words: words.into(), parts: Vec::new() }
    }

    /// The same, with `words` for what goes on up to `length`, as a unit of its own. What lies between the two in the
    /// source belongs to neither where it is silent.
    pub(crate) fn then(mut self, length: usize, words: &str) -> Self {
        if self.parts.is_empty() {
            self.parts.push(Part { source: self.length, words: self.words.len() });
        }
        if !self.words.is_empty() && !words.is_empty() {
            self.words.push(' ');
        }
        self.words.push_str(words);
        self.length = length;
        self.parts.push(Part { source: length, words: self.words.len() });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_shown() {
        assert_eq!(format!("{:?}", Said::new(3, "secret")), "Said { length: 3, words: 6 bytes, parts: 0 }");
    }

    #[test]
    fn parts_are_told_by_their_ends() {
        let said = Said::new(5, "March").then(7, "fifth");
        assert_eq!((said.length, said.words.as_str()), (7, "March fifth"));
        assert_eq!(said.parts, [Part { source: 5, words: 5 }, Part { source: 7, words: 11 }]);
    }
}
