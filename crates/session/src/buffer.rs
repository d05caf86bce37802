//! Text that waits for more text: the segmenter, places in all that was said, and how long a remainder may wait.
//!
//! Delays. A remainder that ends in strong terminal punctuation is released `Limits::strong_release_delay` after the
//! *last* text; any remainder `ContextSettings::release_delay` after the *oldest* text in it, so that it also ends for a
//! client that never stops. Text without anything to say waits for no timer. Where the client cuts the text none of it
//! waits, so there are no timers; a context that speaks only on a flush never has the short one.

use markup::Warning;
use speech::{Moment, SegmentText, TextPosition};
use text::{Pending, PendingEnd, SegmentBounds, SegmentPolicy, Segmenter};

use crate::{ContextSettings, Limits, Timer};

/// The unreleased text of one context.
#[derive(Debug)]
pub(crate) struct TextBuffer {
    segmenter: Segmenter,
    /// The end of everything said.
    said: TextPosition,
    /// The end of everything that became a segment or was forgotten.
    taken: TextPosition,
    /// How the remainder ends.
    end: PendingEnd,
    /// When the oldest text in the remainder came; spaces and punctuation before it do not count.
    oldest: Moment,
    due: Option<(Moment, Timer)>,
}

impl TextBuffer {
    pub(crate) fn new(settings: &ContextSettings, limits: &Limits) -> Self {
        Self {
            segmenter: segmenter(settings, limits),
            said: TextPosition::default(),
            taken: TextPosition::default(),
            end: PendingEnd::Empty,
            oldest: Moment::START,
            due: None,
        }
    }

    /// Appends text and returns the segments that became final with it.
    pub(crate) fn push(
        &mut self,
        now: Moment,
        text: &str,
        settings: &ContextSettings,
        limits: &Limits,
    ) -> Vec<SegmentText> {
        self.segmenter.push(text);
        self.said = self.said + TextPosition::length_of(text);
        let freed = self.take_segments();
        let pending = self.segmenter.pending();
        let had_nothing_to_say = std::mem::replace(&mut self.end, pending.end) == PendingEnd::Empty;
        if had_nothing_to_say || pending.bytes <= text.len() {
            self.oldest = now;
        }
        self.due = due(pending, now, self.oldest, settings, limits);
        freed
    }

    /// All that waits, as segments.
    pub(crate) fn release(&mut self) -> Vec<SegmentText> {
        self.segmenter.release();
        self.settle();
        self.take_segments()
    }

    /// What was not understood of the markup since the last call: a few of each generation.
    pub(crate) fn take_warnings(&mut self) -> Vec<Warning> {
        self.segmenter.take_warnings()
    }

    /// A new generation begins: its first segment may be short again.
    pub(crate) fn restart(&mut self) {
        self.segmenter.restart();
    }

    /// Later text is cut in another way. Nothing may wait.
    pub(crate) fn update(&mut self, settings: &ContextSettings, limits: &Limits) {
        self.segmenter = segmenter(settings, limits);
    }

    /// Forgets all that waits.
    pub(crate) fn clear(&mut self) {
        self.segmenter.clear();
        self.taken = self.said;
        self.settle();
    }

    fn settle(&mut self) {
        self.end = PendingEnd::Empty;
        self.due = None;
    }

    /// Bytes that wait.
    pub(crate) fn bytes(&self) -> usize {
        (self.said.bytes - self.taken.bytes) as usize
    }

    /// Whether anything of what waits can be spoken: spaces and punctuation alone cannot.
    pub(crate) fn has_something_to_say(&self) -> bool {
        self.end != PendingEnd::Empty
    }

    /// When what waits is to be released, and for which reason.
    pub(crate) fn due(&self) -> Option<(Moment, Timer)> {
        self.due
    }

    fn take_segments(&mut self) -> Vec<SegmentText> {
        let mut segments = Vec::new();
        while let Some(segment) = self.segmenter.next_segment() {
            let start = self.taken;
            self.taken = start + TextPosition::length_of(&segment.text);
            segments.push(SegmentText {
                text: segment.text.into(),
                ending: segment.ending,
                shown: segment.shown,
                style: segment.style,
                start,
            });
        }
        segments
    }
}

fn segmenter(settings: &ContextSettings, limits: &Limits) -> Segmenter {
    let bounds = SegmentBounds { characters: limits.segment_characters, speech: limits.segment_speech };
    let empty = Segmenter::new(settings.policy, bounds);
    empty.in_language(&settings.reading.language).with_markup(settings.markup)
}

fn due(
    pending: Pending,
    now: Moment,
    oldest: Moment,
    settings: &ContextSettings,
    limits: &Limits,
) -> Option<(Moment, Timer)> {
    if pending.end == PendingEnd::Empty {
        return None;
    }
    let remainder = settings.release_delay.map(|delay| (oldest + delay, Timer::RemainderRelease));
    let strong = (pending.end == PendingEnd::Strong && settings.policy != SegmentPolicy::OnFlushOnly)
        .then(|| (now + limits.strong_release_delay, Timer::StrongRelease));
    remainder.into_iter().chain(strong).min()
}
