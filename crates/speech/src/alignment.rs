//! Words tied to audio time.

use std::ops::Range;
use std::sync::Arc;

use crate::audio::SampleCount;
use crate::ending::Ending;
use crate::phoneme::PhonemeTime;
use crate::shown::Shown;
use crate::style::Style;
use crate::text::{ByteSpan, TextPosition, TextSpan, UserText};
use crate::time::AudioTime;

/// One word of the request's text, tied to the audio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenWord {
    /// Its place in the segment's *source* text, in bytes.
    pub source: ByteSpan,
    /// Where it begins, in samples from the start of the segment.
    pub start: SampleCount,
    /// Where it ends, likewise; never before `start`.
    pub end: SampleCount,
}

/// The source text of one segment and where it begins in the context's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentText {
    /// Exactly as the caller sent it, gaps included.
    pub text: UserText,
    /// What ends with it.
    pub ending: Ending,
    /// What of it is to be read.
    pub shown: Shown,
    /// How it is said, where that is not as its context is.
    pub style: Option<Arc<Style>>,
    /// Where it begins, counted over everything said in the context.
    pub start: TextPosition,
}

impl SegmentText {
    /// Where `span`, a stretch of this segment, lies in the context's text.
    #[must_use]
    pub fn locate(&self, span: ByteSpan) -> TextSpan {
        let start = self.start + TextPosition::length_of(&self.text[..span.start]);
        TextSpan { start, end: start + TextPosition::length_of(&self.text[span.range()]) }
    }
}

/// One word, or one stretch of the source that is spoken as a unit (`$100`), with its times.
///
/// Together with their gaps the words of a segment tile its source text: the first one's [`lead`](Self::lead) begins at
/// the segment's start, each next one's at the end of the word before, and the last one's [`tail`](Self::tail) reaches
/// to the segment's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordTime {
    /// The segment it was said in.
    pub segment: Arc<SegmentText>,
    /// The word's place in that segment.
    pub span: ByteSpan,
    /// Where the gap (spaces, punctuation) before the word begins.
    pub lead_start: usize,
    /// Where the gap after the word ends: the segment's end for its last word, the word's own end for the others.
    pub tail_end: usize,
    /// When it begins, since its generation began.
    pub start: AudioTime,
    /// When it ends, since its generation began. Never before `start`.
    pub end: AudioTime,
    /// What was said for it.
    pub spoken: SpokenForm,
    /// The phonemes that it was said with, in order and without overlap, within its time. Empty where nobody asked or
    /// the engine knows none.
    pub phonemes: Vec<PhonemeTime>,
    /// How far its generation's zero lies from the context's: add it to get times since the context began.
    pub generation_start: AudioTime,
}

/// A stretch of spoken text: what is said for one word of the source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpokenForm {
    /// All that is said of the segment.
    pub text: UserText,
    /// The word's own part of it.
    pub span: ByteSpan,
}

impl WordTime {
    fn slice(&self, range: Range<usize>) -> &str {
        &self.segment.text[range]
    }

    /// The word, as the caller wrote it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.slice(self.span.range())
    }

    /// What was said for it: `one hundred dollars` for `$100`.
    #[must_use]
    pub fn spoken(&self) -> &str {
        self.spoken.text.get(self.spoken.span.range()).unwrap_or_default()
    }

    /// Spaces and punctuation between the word before and this one. May be empty.
    #[must_use]
    pub fn lead(&self) -> &str {
        self.slice(self.lead_start..self.span.start)
    }

    /// Spaces and punctuation after the last word of a segment; empty for the others.
    #[must_use]
    pub fn tail(&self) -> &str {
        self.slice(self.span.end..self.tail_end)
    }

    /// The word's place in everything said in the context.
    #[must_use]
    pub fn place(&self) -> TextSpan {
        self.segment.locate(self.span)
    }
}
