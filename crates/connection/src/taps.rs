//! Encoders and how long they live.

use std::ops::AddAssign;

use audio::{AudioStream, Cleared, FormError};
use speech::{AudioTime, ContextId, OutputForm, PcmChunk, SampleCount};

/// One stream of bytes and who spoke into it last.
pub(crate) struct Tap {
    stream: AudioStream,
    /// Whose sound may still sit in the encoder.
    unsettled: Option<ContextId>,
}

impl Tap {
    /// A stream of this number: those that a listener may join to one file have different ones.
    pub(crate) fn open(form: OutputForm, number: u32) -> Result<Self, FormError> {
        Ok(Self { stream: AudioStream::open_numbered(form, number)?, unsettled: None })
    }

    pub(crate) fn push(&mut self, context: ContextId, pcm: &PcmChunk) {
        self.unsettled = Some(context);
        self.stream.push(pcm);
    }

    /// Makes everything decodable that `context` said, unless others have spoken since: their sound must not be
    /// interrupted by padding, and has pushed most of its own out.
    pub(crate) fn settle(&mut self, context: ContextId) -> Shift {
        if self.unsettled == Some(context) { self.settle_for_all() } else { Shift::default() }
    }

    /// Makes everything decodable, whoever said it.
    pub(crate) fn settle_for_all(&mut self) -> Shift {
        self.unsettled = None;
        let padding = self.stream.settle();
        self.shift(Cleared { padding, forgotten: SampleCount::ZERO })
    }

    /// Forgets what `context` said, as far as it has not left.
    pub(crate) fn clear(&mut self, context: ContextId) -> Shift {
        if self.unsettled != Some(context) {
            return Shift::default();
        }
        self.unsettled = None;
        let cleared = self.stream.clear();
        self.shift(cleared)
    }

    fn shift(&self, cleared: Cleared) -> Shift {
        let rate = self.stream.coding_rate();
        Shift { later: cleared.padding.time_at(rate), earlier: cleared.forgotten.time_at(rate) }
    }

    /// Appends one message of all that was said since the last.
    pub(crate) fn message(&mut self, out: &mut Vec<u8>) {
        self.stream.message(out);
    }

    /// Ends the stream, with a last message.
    pub(crate) fn finish(mut self, out: &mut Vec<u8>) {
        self.stream.finish();
        self.stream.message(out);
    }
}

/// How the place of a sound in its stream differs from that in what was said, for all that a codec added and a clear took
/// away.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Shift {
    later: AudioTime,
    earlier: AudioTime,
}

impl Shift {
    /// A time of what was said as one of the stream.
    pub(crate) fn apply(self, time: AudioTime) -> AudioTime {
        (time + self.later).saturating_sub(self.earlier)
    }
}

impl AddAssign for Shift {
    fn add_assign(&mut self, rhs: Self) {
        self.later = self.later + rhs.later;
        self.earlier = self.earlier + rhs.earlier;
    }
}

/// The streams that live as long as the connection: one, unless contexts ask for different forms.
#[derive(Default)]
pub(crate) struct SharedTaps {
    taps: Vec<(OutputForm, Tap)>,
    /// How many there have been.
    opened: u32,
}

impl SharedTaps {
    /// The stream of a form that is in use.
    pub(crate) fn get(&mut self, form: &OutputForm) -> Option<&mut Tap> {
        self.taps.iter_mut().find(|(of, _)| of == form).map(|(_, tap)| tap)
    }

    /// The stream of a form.
    pub(crate) fn open(&mut self, form: OutputForm) -> Result<&mut Tap, FormError> {
        let index = match self.taps.iter().position(|(of, _)| *of == form) {
            Some(index) => index,
            None => {
                self.opened = self.opened.wrapping_add(1);
                self.taps.push((form, Tap::open(form, self.opened)?));
                self.taps.len() - 1
            }
        };
        Ok(&mut self.taps[index].1)
    }

    /// Ends them all; what is said later begins new ones.
    pub(crate) fn finish(&mut self, out: &mut Vec<u8>) {
        for (_, tap) in std::mem::take(&mut self.taps) {
            tap.finish(out);
        }
    }
}
