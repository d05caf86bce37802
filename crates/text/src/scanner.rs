//! Reads text one character at a time and says where the open segment ends.
//!
//! Everything it knows is a function of the characters read since the last border, which is why the division of a text
//! into messages cannot show. Each character is passed once, and read again at most where a cut falls before it.

use std::time::Duration;

use crate::boundary::{Rank, Rules};
use crate::cursor::{Border, Cursor};
use crate::ending::Why;
use crate::fallback::Fallback;
use crate::past::Past;
use crate::phrase::FEWEST_WORDS;
use crate::policy::{Grain, SegmentBounds};
use crate::sound::sounds;
use crate::waiting::{Held, Waiting};
use crate::weight::weight;

/// The shortest clause that may be a segment, in estimated speech: time enough for the text behind it to arrive.
const SHORTEST_CLAUSE: Duration = Duration::from_secs(1);

/// What ends a segment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    pub(crate) grain: Grain,
    pub(crate) bounds: SegmentBounds,
    pub(crate) rules: Rules,
}

/// The open segment as far as it has been read. Holds no text: that is handed in.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Scanner {
    /// Bytes read.
    read: usize,
    cursor: Cursor,
    characters: usize,
    speech: Duration,
    /// The byte after the first character that sounds.
    sounding: Option<usize>,
    fallback: Fallback,
}

impl Scanner {
    /// Reads on up to byte `until` of what is shown of the open segment, and returns the length of that segment once it ends,
    /// and why it does; `None` with all of it read.
    pub(crate) fn find_end(
        &mut self,
        waiting: &Waiting,
        until: usize,
        wanted: Wanted,
    ) -> Option<(usize, Why)> {
        let (text, bounds) = (&waiting.shown()[..until], wanted.bounds);
        while let Some(c) = text[self.read..].chars().next() {
            let limit = self.read;
            self.note(c);
            let seen = &text[..self.read];
            let full = limit > 0 && (self.characters > bounds.characters || self.speech > bounds.speech);
            if let Some(Border { at, rank }) = self.settle_open(waiting, seen, wanted) {
                let why = Why::Border(rank);
                return Some(if full { spare(waiting, at.min(limit), why) } else { (at, why) });
            }
            if full {
                let (at, why) = self.fallback.cut(seen, limit);
                return Some(spare(waiting, at, why));
            }
        }
        None
    }

    /// The one for text with this past.
    pub(crate) fn follow(past: Past) -> Self {
        Self { cursor: Cursor::follow(past), ..Self::default() }
    }

    /// The past of what stands behind a cut for this reason.
    pub(crate) fn past_behind(&self, why: Why) -> Past {
        match why {
            Why::Border(Rank::Sentence) | Why::Release => self.past().of_new_sentence(),
            Why::Border(Rank::Clause | Rank::Phrase) | Why::Bound | Why::Change | Why::Break => self.past(),
        }
    }

    /// The past of what is read next.
    pub(crate) fn past(&self) -> Past {
        self.cursor.past()
    }

    /// Whether something that was read sounds.
    pub(crate) fn is_speakable(&self) -> bool {
        self.sounding.is_some()
    }

    fn note(&mut self, c: char) {
        self.read += c.len_utf8();
        self.characters += 1;
        self.speech += weight(c);
        if c.is_whitespace() {
            self.fallback.note_space(self.read);
        }
        if self.sounding.is_none() && sounds(c) {
            self.sounding = Some(self.read);
        }
    }

    /// Goes through the borders that are certain, up to the first that ends the segment.
    fn settle_open(&mut self, waiting: &Waiting, seen: &str, wanted: Wanted) -> Option<Border> {
        while let Some(border) = self.cursor.next_border(seen, wanted.rules) {
            if waiting.held_at(border.at).is_some() {
                continue;
            }
            if self.takes(border, wanted.grain) {
                return Some(border);
            }
            self.fallback.note_border(border.at, border.rank);
        }
        None
    }

    /// Whether the segment ends at this border, where the cursor stands.
    fn takes(&self, border: Border, grain: Grain) -> bool {
        let speakable = self.sounding.is_some_and(|sounding| sounding <= border.at);
        speakable
            && match (grain, border.rank) {
                (Grain::Phrase | Grain::Clause | Grain::Sentence, Rank::Sentence) => true,
                (Grain::Phrase, Rank::Phrase) => true,
                (Grain::Phrase, Rank::Clause) => self.cursor.count_words() >= FEWEST_WORDS,
                (Grain::Clause, Rank::Clause) => self.cursor.speech() >= SHORTEST_CLAUSE,
                (Grain::Clause | Grain::Sentence, Rank::Phrase)
                | (Grain::Sentence, Rank::Clause)
                | (Grain::Whole, _) => false,
            }
    }
}

/// Where to cut instead of at byte `at` of what is shown, so that what is not to be cut stays whole, and why there.
fn spare(waiting: &Waiting, at: usize, why: Why) -> (usize, Why) {
    match waiting.held_at(at) {
        Some(Held { start, .. }) if start > 0 => (start, Why::Bound),
        Some(Held { end: Some(end), .. }) => (end, Why::Change),
        Some(_) | None => (at, why),
    }
}
