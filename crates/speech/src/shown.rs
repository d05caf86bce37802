//! What a segment shows to those who read it: its text without markup, the way back, and the wishes of the markup.
//!
//! A source says more than its words: `**now**` shows `now`. Rules for cutting and reading look at [`Shown::text`] only;
//! [`Shown::source_of`] says where a stretch of it came from.

use std::fmt;

use crate::text::ByteSpan;
use crate::wish::Wish;

/// The text of one segment as it is to be read.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Shown {
    text: String,
    /// In the order of the text, each beginning where the one before it ends.
    runs: Vec<Run>,
    wishes: Vec<Wish>,
}

/// A stretch of shown text from one stretch of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Run {
    /// Where it begins in the shown text.
    start: usize,
    source: ByteSpan,
    origin: Origin,
}

/// How a stretch of shown text came from the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// It is the source's, byte for byte.
    Verbatim,
    /// It stands for its stretch of the source as a whole: `&amp;` shows `&`.
    Instead,
}

impl Shown {
    /// What a source shows that has no markup.
    #[must_use]
    pub fn plain(source: &str) -> Self {
        let mut shown = Self::default();
        shown.push(source, ByteSpan::new(0, source.len()), Origin::Verbatim);
        shown
    }

    /// Appends `text`, which came from `source`. Spans of the source never run backwards.
    pub fn push(&mut self, text: &str, source: ByteSpan, origin: Origin) {
        let start = self.text.len();
        self.text.push_str(text);
        match self.runs.last_mut() {
            Some(run) if run.goes_on(source, origin) => run.source.end = source.end,
            Some(_) | None if text.is_empty() => {}
            Some(_) | None => self.runs.push(Run { start, source, origin }),
        }
    }

    /// Adds a wish. They are in order and do not overlap.
    pub fn wish(&mut self, wish: Wish) {
        self.wishes.push(wish);
    }

    /// What is to be read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How stretches of it are to be read, in order and without overlap.
    #[must_use]
    pub fn wishes(&self) -> &[Wish] {
        &self.wishes
    }

    /// The stretch of the source that `span`, a stretch of the shown text that is not empty, came from.
    #[must_use]
    pub fn source_of(&self, span: ByteSpan) -> ByteSpan {
        let (first, last) = (self.run_at(span.start), self.run_at(span.end.saturating_sub(1)));
        ByteSpan::new(
            first.map_or(0, |run| run.start_of(span.start)),
            last.map_or(0, |run| run.end_of(span.end)),
        )
    }

    fn run_at(&self, byte: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.start <= byte);
        self.runs.get(after.checked_sub(1)?)
    }
}

impl Run {
    fn goes_on(&self, source: ByteSpan, origin: Origin) -> bool {
        self.origin == Origin::Verbatim && origin == Origin::Verbatim && self.source.end == source.start
    }

    fn start_of(&self, byte: usize) -> usize {
        match self.origin {
            Origin::Verbatim => self.source.start + (byte - self.start),
            Origin::Instead => self.source.start,
        }
    }

    fn end_of(&self, end: usize) -> usize {
        match self.origin {
            Origin::Verbatim => self.source.start + (end - self.start),
            Origin::Instead => self.source.end,
        }
    }
}

impl fmt::Debug for Shown {
    /// The text belongs to the user and stays out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shown")
            .field("bytes", &self.text.len())
            .field("runs", &self.runs)
            .field("wishes", &self.wishes)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_leads_back_over_what_was_skipped() {
        // `**Tom** &amp; Ann`
        let mut shown = Shown::default();
        shown.push("Tom", ByteSpan::new(2, 5), Origin::Verbatim);
        shown.push(" ", ByteSpan::new(7, 8), Origin::Verbatim);
        shown.push("&", ByteSpan::new(8, 13), Origin::Instead);
        shown.push(" Ann", ByteSpan::new(13, 17), Origin::Verbatim);
        let source = |start, end| shown.source_of(ByteSpan::new(start, end));
        assert_eq!(shown.text(), "Tom & Ann");
        assert_eq!(source(0, 3), ByteSpan::new(2, 5));
        assert_eq!(source(4, 5), ByteSpan::new(8, 13));
        assert_eq!(source(1, 7), ByteSpan::new(3, 15));
        assert!(!format!("{shown:?}").contains("Tom"));
    }
}
