//! Is there enough to speak?
//!
//! Push text as it comes, then take segments until there are none. It neither waits nor forgets: when to give up waiting is
//! decided by who calls [`Segmenter::release`]. Start with [`Segmenter`].

use std::collections::VecDeque;
use std::fmt;

use speech::{Ending, Language};

use crate::ending::{Why, of_segment};
use crate::language::Customs;
use crate::policy::{Grain, SegmentBounds, SegmentPolicy};
use crate::reason::Reason;
use crate::scanner::Scanner;
use crate::tail::Tail;

/// Text for one engine call.
///
/// The segments of a context, one after another, are its text exactly: nothing is inserted or dropped, spaces included. So
/// a segment may have nothing to say (see [`is_speakable`](crate::is_speakable)), but only after a release or at a bound.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Segment {
    /// The slice of what was pushed.
    pub text: String,
    /// Counts the segments, from 0; again from 0 after [`Segmenter::restart`] and [`Segmenter::clear`].
    pub ordinal: u32,
    /// What ends with it.
    pub ending: Ending,
    why: Why,
}

impl Segment {
    /// Why it ends there.
    #[must_use]
    pub fn reason(&self) -> Reason {
        Reason::of(&self.text, self.why)
    }
}

impl fmt::Debug for Segment {
    /// The text belongs to the user and stays out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Segment {} ({} bytes, {:?})", self.ordinal, self.text.len(), self.ending)
    }
}

/// What waits for more text, or for a release. Segments that are ready to be taken are not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pending {
    /// Its length in bytes of UTF-8.
    pub bytes: usize,
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
    customs: &'static Customs,
    waiting: String,
    /// Characters that wait.
    characters: usize,
    /// None while nothing waits, so that a silent context is small.
    reading: Option<Box<Reading>>,
    ready: VecDeque<Segment>,
    ordinal: u32,
}

/// What is known of the text that waits.
#[derive(Clone, Default)]
struct Reading {
    scanner: Scanner,
    tail: Tail,
}

impl fmt::Debug for Segmenter {
    /// The text belongs to the user and stays out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Segmenter")
            .field("policy", &self.policy)
            .field("bounds", &self.bounds)
            .field("language", &self.customs.tag)
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
        let bounds = policy.within(bounds);
        Self {
            policy,
            bounds,
            customs: Customs::default_for_all(),
            waiting: String::new(),
            characters: 0,
            reading: None,
            ready: VecDeque::new(),
            ordinal: 0,
        }
    }

    /// The same for text of this language: its abbreviations, ordinals, quotations and words that open sentences. Without
    /// it, and for a language that nobody wrote down, the text is taken for English.
    #[must_use]
    pub fn in_language(self, language: &Language) -> Self {
        Self { customs: Customs::of(language), ..self }
    }

    /// Appends text, exactly as sent.
    pub fn push(&mut self, text: &str) {
        self.waiting.push_str(text);
        self.characters += text.chars().count();
        if self.policy.cuts_on_arrival() {
            self.cut();
        }
        self.read_tail();
        if self.policy.release_at().is_some_and(|enough| self.characters >= enough) {
            self.release();
        }
    }

    /// Makes all that waits final now, still cut by policy and bounds: a flush came, or a delay expired. The ordinal goes on.
    pub fn release(&mut self) {
        self.cut();
        self.reading = None;
        let rest = std::mem::take(&mut self.waiting);
        self.add_segment(&rest, "", Why::Release);
    }

    /// Begins a new generation: the ordinal starts again at 0. What waits should have been released before; if it has not,
    /// it becomes part of the new generation.
    pub fn restart(&mut self) {
        self.ordinal = 0;
    }

    /// Forgets everything that has not been taken, segments that are ready included. The ordinal starts again at 0.
    pub fn clear(&mut self) {
        *self = Self { customs: self.customs, ..Self::new(self.policy, self.bounds) };
    }

    /// Takes the next segment that is final; `None` until there is another.
    pub fn next_segment(&mut self) -> Option<Segment> {
        self.ready.pop_front()
    }

    /// What waits, undecided.
    #[must_use]
    pub fn pending(&self) -> Pending {
        let end = self.reading.as_ref().map_or(PendingEnd::Empty, |reading| reading.tail.end());
        Pending { bytes: self.waiting.len(), end }
    }

    /// Looks at what is new at the end of what waits.
    fn read_tail(&mut self) {
        if self.waiting.is_empty() {
            self.reading = None;
        } else {
            self.reading.get_or_insert_default().tail.read(&self.waiting);
        }
    }

    /// Makes segments of what waits, up to the last border that is certain.
    fn cut(&mut self) {
        let text = std::mem::take(&mut self.waiting);
        let mut reading = self.reading.take().unwrap_or_default();
        let mut rest = text.as_str();
        while let Some((length, why)) = reading.scanner.find_end(rest, self.grain(), self.bounds) {
            let (segment, later) = rest.split_at(length);
            self.add_segment(segment, later, why);
            *reading = Reading::default();
            rest = later;
        }
        let taken = text.len() - rest.len();
        self.reading = Some(reading);
        self.waiting = text;
        self.waiting.drain(..taken);
    }

    fn grain(&self) -> Grain {
        self.policy.grain(self.ordinal)
    }

    /// `after` is what stands behind it.
    fn add_segment(&mut self, text: &str, after: &str, why: Why) {
        if text.is_empty() {
            return;
        }
        let ending = of_segment(text, after, why);
        self.characters -= text.chars().count();
        self.ready.push_back(Segment { text: text.to_owned(), ordinal: self.ordinal, ending, why });
        self.ordinal += 1;
    }
}
