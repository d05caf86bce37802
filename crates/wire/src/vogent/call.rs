//! One-shot speech over HTTP. Each line is a context of its own; all are in one lane and share one encoder, so what the
//! caller gets is one audio file.

use std::sync::Arc;

use session::Event;
use speech::{ContextId, EncodedAudio, KeyId, LaneId, Moment, Refusal};

use super::body::{self, Script};
use super::{door, errors, opening};
use crate::actions::Actions;
use crate::answer::Answer;
use crate::card::Accept;
use crate::frame::ClientFrame;
use crate::head::Head;
use crate::offer::Offer;
use crate::protocol::Protocol;

/// The only lane of a call.
const LANE: LaneId = LaneId(0);

/// Reads a body.
type Read = fn(&Offer, &[u8]) -> Result<Script, Refusal>;

/// `POST /api/tts`: one voice.
pub(super) fn accept_single(offer: &Arc<Offer>, head: Head) -> Accept {
    accept(offer, &head, body::single)
}

/// `POST /api/tts/multispeaker`: several voices, one after another.
pub(super) fn accept_multispeaker(offer: &Arc<Offer>, head: Head) -> Accept {
    accept(offer, &head, body::multispeaker)
}

fn accept(offer: &Arc<Offer>, head: &Head, read: Read) -> Accept {
    match door::check(offer, head) {
        Err(refusal) => Accept::Reply(errors::reply(&refusal)),
        Ok(key) => {
            Accept::stream(Call { offer: Arc::clone(offer), key, read, unspoken: 0, answer: Answer::new() })
        }
    }
}

/// One call.
struct Call {
    offer: Arc<Offer>,
    key: KeyId,
    read: Read,
    /// Lines that are not closed yet.
    unspoken: usize,
    answer: Answer,
}

impl Call {
    fn speak(&mut self, script: Script, out: &mut Actions) {
        self.unspoken = script.lines.len();
        // Documented for every output type.
        self.answer.will_be(vec![("content-type", "application/octet-stream".to_owned())]);
        for (context, line) in (0..).map(ContextId).zip(script.lines) {
            let mut settings = opening::settings(&self.offer, line.voice, script.form, self.key);
            settings.lane = Some(LANE);
            out.speak(context, Box::new(settings), line.text);
        }
    }

    fn end_line(&mut self, out: &mut Actions) {
        self.unspoken = self.unspoken.saturating_sub(1);
        if self.unspoken == 0 {
            self.answer.end(out);
        }
    }
}

impl Protocol for Call {
    fn on_client_frame(
        &mut self,
        _now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        let script = (self.read)(&self.offer, frame.bytes())?;
        self.speak(script, out);
        Ok(())
    }

    fn on_event(&mut self, _now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => self.answer.piece(audio.audio.0.clone(), out),
            Event::Closed { .. } => self.end_line(out),
            Event::Refused(refusal) => self.answer.refuse(refusal, errors::reply, out),
            // Nothing of these is part of an HTTP answer.
            Event::Opened(_)
            | Event::SegmentEnded { .. }
            | Event::ReleaseEnded { .. }
            | Event::GenerationEnded { .. }
            | Event::Flushed { .. }
            | Event::Cleared { .. }
            | Event::Updated { .. }
            | Event::Warned { .. } => {}
        }
    }
}
