//! Is there enough to speak?
//!
//! Push text as it comes, then take segments until there are none. It neither waits nor forgets: when to give up waiting is
//! decided by who calls [`Segmenter::release`]. Start with [`Segmenter`].

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use markup::{Piece, Syntax, View, Warning};
use speech::{Ending, Language, Pause, Shown, Style};

use crate::boundary::{Rank, Rules};
use crate::ending::{Why, of_segment};
use crate::language::Customs;
use crate::past::Past;
use crate::policy::{Grain, SegmentBounds, SegmentPolicy};
use crate::reason::Reason;
use crate::scanner::{Scanner, Wanted};
use crate::sound::is_speakable;
use crate::tail::Tail;
use crate::waiting::{self, Front, Waiting};

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
    /// Why it ends there.
    pub reason: Reason,
    /// What of it is to be read.
    pub shown: Shown,
    /// How it is said where that is not as its context is; inherited from segment to segment while an element is open.
    pub style: Option<Arc<Style>>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PendingEnd {
    /// Nothing waits that could be spoken: no text, or only spaces and punctuation.
    #[default]
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
    markup: Syntax,
    /// Characters that wait.
    characters: usize,
    /// None until text comes, so that a silent context is small.
    text: Option<Box<Text>>,
    ready: VecDeque<Segment>,
    ordinal: u32,
}

/// The text of one generation.
#[derive(Clone)]
struct Text {
    view: View,
    waiting: Waiting,
    reading: Reading,
    style: Option<Arc<Style>>,
    /// How long the voice rests after the last segment, at the context's own pace.
    rested: Duration,
    warnings: Vec<Warning>,
}

/// What is known of the text that waits.
#[derive(Clone, Default)]
struct Reading {
    scanner: Scanner,
    tail: Tail,
    end: PendingEnd,
}

impl Reading {
    /// That of text with this past.
    fn follow(past: Past) -> Self {
        Self { scanner: Scanner::follow(past), ..Self::default() }
    }
}

impl fmt::Debug for Segmenter {
    /// The text belongs to the user and stays out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Segmenter")
            .field("policy", &self.policy)
            .field("bounds", &self.bounds)
            .field("language", &self.customs.tag)
            .field("waiting_bytes", &self.pending().bytes)
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
            markup: Syntax::AS_WRITTEN,
            characters: 0,
            text: None,
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

    /// The same for text with markup.
    #[must_use]
    pub fn with_markup(self, markup: Syntax) -> Self {
        Self { markup, ..self }
    }

    /// Appends text, exactly as sent.
    pub fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.characters += text.chars().count();
        let markup = self.markup;
        let mut all = self.text.take().unwrap_or_else(|| Box::new(Text::new(markup)));
        all.push(text);
        if self.policy.cuts_on_arrival() {
            self.cut(&mut all);
        }
        all.read_tail(self.customs);
        self.text = Some(all);
        if self.policy.release_at().is_some_and(|enough| self.characters >= enough) {
            self.release();
        }
    }

    /// Makes all that waits final now, still cut by policy and bounds: a flush came, or a delay expired. The ordinal goes on.
    pub fn release(&mut self) {
        let Some(mut text) = self.text.take() else { return };
        text.view.settle_all();
        text.take_in();
        self.cut(&mut text);
        let rest = text.waiting.take_all();
        let end = End::of(rest.shown.text(), "", Why::Release, self.customs);
        self.add_segment(&mut text, rest, end);
        text.waiting.forget_taken();
        text.reading = Reading::default();
        self.text = Some(text);
    }

    /// Begins a new generation: the ordinal starts again at 0, and no element is open. What waits should have been released
    /// before; if it has not, it becomes part of the new generation.
    pub fn restart(&mut self) {
        self.ordinal = 0;
        if self.pending().bytes == 0 {
            self.text = None;
        }
    }

    /// Forgets everything that has not been taken, segments that are ready included. The ordinal starts again at 0.
    pub fn clear(&mut self) {
        *self = Self { customs: self.customs, markup: self.markup, ..Self::new(self.policy, self.bounds) };
    }

    /// Takes the next segment that is final; `None` until there is another.
    pub fn next_segment(&mut self) -> Option<Segment> {
        self.ready.pop_front()
    }

    /// What was not understood of the markup since the last call: a few of each generation.
    pub fn take_warnings(&mut self) -> Vec<Warning> {
        self.text.as_mut().map(|text| std::mem::take(&mut text.warnings)).unwrap_or_default()
    }

    /// What waits, undecided.
    #[must_use]
    pub fn pending(&self) -> Pending {
        let of = |text: &Text| Pending { bytes: text.waiting.bytes(), end: text.reading.end };
        self.text.as_deref().map_or(Pending { bytes: 0, end: PendingEnd::Empty }, of)
    }

    /// Makes segments of what waits, up to the last border that is certain.
    fn cut(&mut self, text: &mut Text) {
        while let Some(cut) = self.next_cut(text) {
            let (front, end, past) = match cut {
                Cut::Shown { length, why } => {
                    let (segment, later) = text.waiting.shown().split_at(length);
                    let end = End::of(segment, later, why, self.customs);
                    (text.waiting.take_shown(length), end, text.reading.scanner.past_behind(why))
                }
                Cut::Gap(ending) => {
                    let front = text.waiting.take_gap();
                    (front, End { ending, reason: Reason::Markup }, text.reading.scanner.past())
                }
            };
            self.add_segment(text, front, end);
            text.reading = Reading::follow(past);
        }
        text.waiting.forget_taken();
    }

    fn next_cut(&self, text: &mut Text) -> Option<Cut> {
        let wanted = self.wanted();
        loop {
            let stop = text.waiting.next_stop();
            let until = stop.as_ref().map_or(text.waiting.shown().len(), |(at, _)| *at);
            if let Some((length, why)) = text.reading.scanner.find_end(&text.waiting, until, wanted) {
                return Some(Cut::Shown { length, why });
            }
            let (_, reason) = stop?;
            if let Some(cut) = text.stop(until, reason, wanted.grain) {
                return Some(cut);
            }
            text.waiting.pass_stop();
        }
    }

    /// What ends the open segment.
    fn wanted(&self) -> Wanted {
        let rules = Rules {
            customs: self.customs,
            haste: self.policy.haste(self.ordinal),
            phrases: self.policy.phrases(self.ordinal),
        };
        Wanted { grain: self.policy.grain(self.ordinal), bounds: self.bounds, rules }
    }

    fn add_segment(&mut self, text: &mut Text, front: Front, End { ending, reason }: End) {
        if front.source.is_empty() {
            return;
        }
        self.characters -= front.source.chars().count();
        match ending {
            Ending::Break(_) => text.rested = Duration::ZERO,
            _ if is_speakable(front.shown.text()) => text.rested = ending.rest().div_f64(text.rate()),
            _ => {}
        }
        self.ready.push_back(Segment {
            text: front.source,
            ordinal: self.ordinal,
            ending,
            reason,
            shown: front.shown,
            style: text.style.clone(),
        });
        self.ordinal += 1;
    }
}

/// What ends with a segment, and why.
#[derive(Clone, Copy)]
struct End {
    ending: Ending,
    reason: Reason,
}

impl End {
    /// Of a segment that shows `text`, cut off from `later`.
    fn of(text: &str, later: &str, why: Why, customs: &'static Customs) -> Self {
        let marks = Tail::of(text, customs).marks();
        Self { ending: of_segment(text, later, why, marks), reason: Reason::of(why, marks) }
    }
}

/// Where the open segment ends.
enum Cut {
    /// Behind so many bytes of what is shown.
    Shown { length: usize, why: Why },
    /// Behind something that shows nothing.
    Gap(Ending),
}

impl Text {
    fn new(markup: Syntax) -> Self {
        Self {
            view: View::new(markup),
            waiting: Waiting::default(),
            reading: Reading::default(),
            style: None,
            rested: Duration::ZERO,
            warnings: Vec::new(),
        }
    }

    fn push(&mut self, text: &str) {
        self.view.push(text);
        self.waiting.push(text);
        self.take_in();
    }

    fn take_in(&mut self) {
        for piece in self.view.take() {
            match piece {
                Piece::Warning(warning) => self.warnings.push(warning),
                piece => self.waiting.settle(piece),
            }
        }
    }

    /// Where the open segment ends, of which so many bytes are shown up to a stop; `None` if it goes on.
    fn stop(&mut self, shown: usize, reason: waiting::Reason, grain: Grain) -> Option<Cut> {
        use waiting::Reason;
        let ends = |why| Some(Cut::Shown { length: shown, why });
        match reason {
            Reason::Border if grain == Grain::Whole || !self.reading.scanner.is_speakable() => None,
            Reason::Border => ends(Why::Border(Rank::Sentence)),
            Reason::Break(_) if shown > 0 => ends(Why::Break),
            Reason::Style(_) if !self.waiting.is_space(shown) => ends(Why::Change),
            Reason::Gap if shown > 0 => ends(Why::Change),
            Reason::Break(length) => Some(Cut::Gap(Ending::Break(self.pause(length)))),
            Reason::Gap => Some(Cut::Gap(Ending::Cut)),
            Reason::Style(style) => {
                self.style = style;
                None
            }
        }
    }

    fn pause(&self, length: Duration) -> Pause {
        Pause::new(length, self.rested.mul_f64(self.rate()))
    }

    /// How fast the text is said, compared with its context.
    fn rate(&self) -> f64 {
        self.style.as_ref().map_or(1.0, |style| style.rate.value().max(0.1))
    }

    /// Looks at what is new at the end of what waits, as it would be if nothing came to what is not settled.
    fn read_tail(&mut self, customs: &'static Customs) {
        let (waiting, reading) = (&mut self.waiting, &mut self.reading);
        reading.tail.read(waiting.shown(), customs);
        let unsettled = self.view.waiting();
        reading.end = match unsettled.len() {
            _ if self.view.is_substituting() => PendingEnd::Open,
            0 => reading.tail.end(),
            1..=LONGEST_MARKS => {
                let mut tail = reading.tail;
                waiting.with_more(unsettled, |text| tail.read(text, customs));
                tail.end()
            }
            _ => PendingEnd::Open,
        };
    }
}

/// Unsettled text that is longer than this is no marks behind a sentence, but the beginning of something.
const LONGEST_MARKS: usize = 16;
