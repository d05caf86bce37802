//! What a context has still to say and to acknowledge, in order: segments, and between them marks.
//!
//! A mark becomes its event when everything before it is done. Segments are submitted ahead of the front, up to a
//! bound; a cursor remembers how far, so that no search grows with the queue. Start with [`Item`].

use std::collections::VecDeque;
use std::sync::Arc;

use markup::Warning;
use speech::{FlushToken, GenerationId, JobId, ReleaseId};

use crate::segment::QueuedSegment;
use crate::{CloseReason, ContextSettings, Outlook};

/// One thing to say or to tell.
#[derive(Debug)]
pub(crate) enum Item {
    Segment(QueuedSegment),
    /// About the text behind it. Goes when that goes.
    Warning(Warning),
    ReleaseEnd(GenerationId, ReleaseId),
    GenerationEnd(GenerationId, Outlook),
    Flushed(FlushToken, Option<GenerationId>),
    /// Nothing behind it is submitted before it is told: the voice may change.
    Updated(FlushToken, Arc<ContextSettings>),
    /// Only while the context is being opened; later a clear is told at once.
    Cleared(FlushToken),
    /// Always the last.
    Close(CloseReason),
}

impl Item {
    fn is_acknowledgement(&self) -> bool {
        matches!(self, Self::Flushed(..) | Self::Updated(..) | Self::Cleared(_))
    }

    fn is_speech(&self) -> bool {
        matches!(self, Self::Segment(_) | Self::Warning(_) | Self::ReleaseEnd(..))
    }
}

/// The queue of one context.
#[derive(Debug, Default)]
pub(crate) struct SpeechQueue {
    items: VecDeque<Item>,
    /// No segment before this waits for an engine.
    cursor: usize,
    submitted: usize,
    weight: usize,
    acknowledgements: usize,
}

impl SpeechQueue {
    /// Appends, but never behind a closing mark.
    pub(crate) fn push(&mut self, item: Item) {
        self.acknowledgements += usize::from(item.is_acknowledgement());
        if let Item::Segment(segment) = &item {
            self.weight += segment.weight();
        }
        let place = self.items.len() - usize::from(self.closing().is_some());
        self.items.insert(place, item);
    }

    /// Why nothing more is said: the reason of the closing mark at the end, if there is one.
    pub(crate) fn closing(&self) -> Option<CloseReason> {
        match self.items.back() {
            Some(Item::Close(reason)) => Some(*reason),
            _ => None,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Bytes that are queued and not spoken; short segments count for more than their text.
    pub(crate) fn weight(&self) -> usize {
        self.weight
    }

    /// Flushes, clears and updates that wait to be told.
    pub(crate) fn acknowledgements(&self) -> usize {
        self.acknowledgements
    }

    /// Segments that are with an engine, or spoken and not told.
    pub(crate) fn submitted(&self) -> usize {
        self.submitted
    }

    pub(crate) fn front_mut(&mut self) -> Option<&mut Item> {
        self.items.front_mut()
    }

    /// The segment at the front, if one is there.
    pub(crate) fn front_segment(&mut self) -> Option<&mut QueuedSegment> {
        match self.items.front_mut() {
            Some(Item::Segment(segment)) => Some(segment),
            _ => None,
        }
    }

    pub(crate) fn pop_front(&mut self) -> Option<Item> {
        let item = self.items.pop_front()?;
        self.cursor = self.cursor.saturating_sub(1);
        self.acknowledgements -= usize::from(item.is_acknowledgement());
        if let Item::Segment(segment) = &item {
            self.weight -= segment.weight();
            self.submitted -= usize::from(segment.job().is_some());
        }
        Some(item)
    }

    /// Gives back room that a silent context does not need.
    pub(crate) fn shrink(&mut self) {
        self.items.shrink_to_fit();
    }

    /// The first segment that may be submitted now.
    pub(crate) fn next_waiting(&mut self) -> Option<&mut QueuedSegment> {
        while let Some(item) = self.items.get(self.cursor) {
            match item {
                Item::Updated(..) => return None,
                Item::Segment(segment) if segment.is_waiting() => break,
                _ => self.cursor += 1,
            }
        }
        match self.items.get_mut(self.cursor) {
            Some(Item::Segment(segment)) => Some(segment),
            _ => None,
        }
    }

    /// Counts the segment that [`Self::next_waiting`] gave as submitted.
    pub(crate) fn note_submitted(&mut self) {
        self.submitted += 1;
    }

    /// The segment that is spoken as `job`.
    pub(crate) fn spoken_as(&mut self, job: JobId) -> Option<&mut QueuedSegment> {
        self.items.iter_mut().take(self.cursor + 1).find_map(|item| match item {
            Item::Segment(segment) if segment.job() == Some(job) => Some(segment),
            _ => None,
        })
    }

    /// Takes out all that would have been spoken and leaves the marks. Returns the jobs to be stopped.
    pub(crate) fn cut(&mut self) -> Vec<JobId> {
        let jobs = self.jobs().collect();
        self.items.retain(|item| !item.is_speech());
        (self.cursor, self.submitted, self.weight) = (0, 0, 0);
        jobs
    }

    /// The jobs that are out, in order.
    pub(crate) fn jobs(&self) -> impl Iterator<Item = JobId> {
        self.items.iter().take(self.cursor + 1).filter_map(|item| match item {
            Item::Segment(segment) => segment.job(),
            _ => None,
        })
    }
}
