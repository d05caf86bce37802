//! Encoders and how long they live.

use audio::{AudioStream, FormError};
use speech::{ContextId, OutputForm, PcmChunk};

/// One stream of bytes and who spoke into it last.
pub(crate) struct Tap {
    stream: AudioStream,
    /// Whose sound may still sit in the encoder.
    unsettled: Option<ContextId>,
}

impl Tap {
    fn open(form: OutputForm, number: u32) -> Result<Self, FormError> {
        Ok(Self { stream: AudioStream::open_numbered(form, number)?, unsettled: None })
    }

    pub(crate) fn push(&mut self, context: ContextId, pcm: &PcmChunk) {
        self.unsettled = Some(context);
        self.stream.push(pcm);
    }

    /// Makes everything decodable that `context` said, unless others have spoken since: their sound must not be
    /// interrupted by padding, and has pushed most of its own out.
    pub(crate) fn settle(&mut self, context: ContextId) {
        if self.unsettled == Some(context) {
            self.unsettled = None;
            self.stream.settle();
        }
    }

    /// Forgets what `context` said, as far as it has not left.
    pub(crate) fn clear(&mut self, context: ContextId) {
        if self.unsettled == Some(context) {
            self.unsettled = None;
            self.stream.clear();
        }
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

/// The streams that live as long as the connection: one, unless contexts ask for different forms.
#[derive(Default)]
pub(crate) struct SharedTaps {
    taps: Vec<(OutputForm, Tap)>,
    /// How many streams the connection has had, contexts' own included.
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
                let tap = self.open_own(form)?;
                self.taps.push((form, tap));
                self.taps.len() - 1
            }
        };
        Ok(&mut self.taps[index].1)
    }

    /// A stream of one context's own.
    pub(crate) fn open_own(&mut self, form: OutputForm) -> Result<Tap, FormError> {
        self.opened = self.opened.wrapping_add(1);
        Tap::open(form, self.opened)
    }

    /// Ends them all; what is said later begins new ones.
    pub(crate) fn finish(&mut self, out: &mut Vec<u8>) {
        for (_, tap) in std::mem::take(&mut self.taps) {
            tap.finish(out);
        }
    }
}
