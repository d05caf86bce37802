//! The smallest protocol: text messages are text, an empty binary one is the end, sound comes back as binary messages.

use std::sync::Arc;

use session::{Command, ContextSettings, Event};
use speech::{ContextId, EncodedAudio, Moment, Refusal};
use wire::{Actions, ClientFrame, Protocol};

use super::progress::Progress;

const CONTEXT: ContextId = ContextId(0);

/// One reading.
pub(crate) struct Reader {
    /// Until the context is open.
    settings: Option<Box<ContextSettings>>,
    progress: Arc<Progress>,
}

impl Reader {
    pub(crate) fn new(settings: ContextSettings, progress: Arc<Progress>) -> Self {
        Self { settings: Some(Box::new(settings)), progress }
    }
}

impl Protocol for Reader {
    fn on_client_frame(
        &mut self,
        _now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        if let Some(settings) = self.settings.take() {
            out.command(Command::Open { context: CONTEXT, settings });
        }
        match frame {
            ClientFrame::Text(text) => out.command(Command::Say { context: CONTEXT, text: text.into() }),
            ClientFrame::Binary(_) | ClientFrame::Body(_) => {
                out.command(Command::Finish { context: CONTEXT })
            }
        }
        Ok(())
    }

    fn on_event(&mut self, _now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => {
                self.progress.heard(audio.words.len(), audio.duration);
                out.binary(audio.audio.0.clone());
            }
            Event::SegmentEnded { place, .. } => self.progress.spoken_up_to(place.end.bytes),
            Event::Closed { .. } => out.close(1000, ""),
            Event::Refused(refusal) => out.close(1011, refusal.message.clone()),
            Event::Opened(_)
            | Event::ReleaseEnded { .. }
            | Event::GenerationEnded { .. }
            | Event::Flushed { .. }
            | Event::Cleared { .. }
            | Event::Updated { .. }
            | Event::Warned { .. } => {}
        }
    }
}
