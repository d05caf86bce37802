//! Is there enough to speak?
//!
//! Push text as it comes, then take segments until there are none. It neither waits nor forgets: when to give up waiting is
//! decided by who calls [`Segmenter::release`]. Start with [`Segmenter`].

use std::collections::VecDeque;
use std::fmt;

use crate::boundary::ends_strongly;
use crate::policy::{Grain, SegmentBounds, SegmentPolicy};
use crate::scanner::Scanner;
use crate::sound::is_speakable;

/// Text for one engine call.
///
/// The segments of a context, one after another, are its text exactly: nothing is inserted or dropped, spaces included. So
/// a segment may have nothing to say (see [`is_speakable`]), but only after a release or at a bound.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Segment {
    /// The slice of what was pushed.
    pub text: String,
    /// Counts the segments of a generation, from 0.
    pub ordinal: u32,
}

impl fmt::Debug for Segment {
    /// The text belongs to the user and stays out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Segment {} ({} bytes)", self.ordinal, self.text.len())
    }
}

/// What waits for more text, or for a release. Segments that are ready to be taken are not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pending {
    /// Its length in bytes of UTF-8.
    pub bytes: usize,
    /// Its length in characters (code points).
    pub characters: usize,
    /// How it ends.
    pub end: PendingEnd,
}

/// How the waiting text ends, which decides how long it should wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PendingEnd {
    /// Nothing waits that could be spoken: no text, or only spaces and punctuation.
    Empty,
    /// With strong terminal punctuation, perhaps closed by quotation marks, brackets or spaces, and not after a digit, an
    /// initial or an abbreviation. A short silence may release it.
    Strong,
    /// Anyhow else.
    Open,
}

/// Cuts text into segments as it arrives. Pure and incremental.
///
/// ```
/// use text::{SegmentBounds, SegmentPolicy, Segmenter};
///
/// let mut segmenter = Segmenter::new(SegmentPolicy::Sentences, SegmentBounds::default());
/// segmenter.push("Hello there. How a");
/// assert_eq!(segmenter.next_segment().unwrap().text, "Hello there. ");
/// assert!(segmenter.next_segment().is_none());
/// segmenter.release();
/// assert_eq!(segmenter.next_segment().unwrap().text, "How a");
/// ```
#[derive(Clone)]
pub struct Segmenter {
    policy: SegmentPolicy,
    bounds: SegmentBounds,
    waiting: String,
    characters: usize,
    /// Whether anything that waits sounds.
    speakable: bool,
    scanner: Scanner,
    ready: VecDeque<Segment>,
    ordinal: u32,
}

impl fmt::Debug for Segmenter {
    /// The text belongs to the user and stays out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Segmenter")
            .field("policy", &self.policy)
            .field("bounds", &self.bounds)
            .field("waiting_bytes", &self.waiting.len())
            .field("ready", &self.ready)
            .field("ordinal", &self.ordinal)
            .finish_non_exhaustive()
    }
}

impl Segmenter {
    /// An empty one.
    #[must_use]
    pub fn new(policy: SegmentPolicy, bounds: SegmentBounds) -> Self {
        let bounds = SegmentBounds { characters: bounds.characters.max(1), ..bounds };
        Self {
            policy,
            bounds,
            waiting: String::new(),
            characters: 0,
            speakable: false,
            scanner: Scanner::default(),
            ready: VecDeque::new(),
            ordinal: 0,
        }
    }

    /// Appends text, exactly as sent.
    pub fn push(&mut self, text: &str) {
        self.waiting.push_str(text);
        self.characters += text.chars().count();
        self.speakable = self.speakable || is_speakable(text);
        if self.policy.cuts_on_arrival() {
            self.cut();
        }
        if self.policy.release_at().is_some_and(|enough| self.characters >= enough) {
            self.release();
        }
    }

    /// Makes all that waits final now, still cut by policy and bounds: a flush came, or a delay expired. The ordinal goes on.
    pub fn release(&mut self) {
        self.cut();
        let rest = std::mem::take(&mut self.waiting);
        self.finish_segment(&rest);
    }

    /// Begins a new generation: the ordinal starts again at 0. What waits should have been released before; if it has not,
    /// it becomes part of the new generation.
    pub fn restart(&mut self) {
        self.ordinal = 0;
    }

    /// Forgets everything that has not been taken, segments that are ready included, and returns its length in bytes. The
    /// ordinal starts again at 0.
    pub fn clear(&mut self) -> usize {
        let ready: usize = self.ready.iter().map(|segment| segment.text.len()).sum();
        let forgotten = ready + self.waiting.len();
        *self = Self::new(self.policy, self.bounds);
        forgotten
    }

    /// Takes the next segment that is final; `None` until there is another.
    pub fn next_segment(&mut self) -> Option<Segment> {
        self.ready.pop_front()
    }

    /// What waits, undecided.
    #[must_use]
    pub fn pending(&self) -> Pending {
        Pending { bytes: self.waiting.len(), characters: self.characters, end: self.pending_end() }
    }

    fn pending_end(&self) -> PendingEnd {
        if !self.speakable {
            PendingEnd::Empty
        } else if ends_strongly(&self.waiting) {
            PendingEnd::Strong
        } else {
            PendingEnd::Open
        }
    }

    /// Makes segments of what waits, up to the last border that is certain.
    fn cut(&mut self) {
        let text = std::mem::take(&mut self.waiting);
        let mut rest = text.as_str();
        while let Some(length) = self.scanner.find_end(rest, self.grain(), self.bounds) {
            let (segment, later) = rest.split_at(length);
            self.finish_segment(segment);
            rest = later;
        }
        self.speakable = self.scanner.is_speakable();
        let taken = text.len() - rest.len();
        self.waiting = text;
        self.waiting.drain(..taken);
    }

    fn grain(&self) -> Grain {
        self.policy.grain(self.ordinal)
    }

    fn finish_segment(&mut self, text: &str) {
        self.scanner = Scanner::default();
        self.speakable = false;
        if text.is_empty() {
            return;
        }
        self.characters -= text.chars().count();
        self.ready.push_back(Segment { text: text.to_owned(), ordinal: self.ordinal });
        self.ordinal += 1;
    }
}
