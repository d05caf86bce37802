//! One-shot speech over HTTP: the same context as on the socket, opened, said and finished by one body.

use std::sync::Arc;

use session::Event;
use speech::{ContextId, EncodedAudio, Moment, Refusal, RefusalKind, Scope, UserText};

use super::address::Family;
use super::caller::{self, Caller};
use super::errors;
use super::settings::{Defaults, Said};
use crate::actions::Actions;
use crate::answer::Answer;
use crate::card::Accept;
use crate::fields::Fields;
use crate::frame::ClientFrame;
use crate::head::Head;
use crate::offer::Offer;
use crate::protocol::Protocol;
use crate::surrogate;

const CONTEXT: ContextId = ContextId(0);
/// What a call has that names no format. One published client takes nothing else but raw samples.
const ENCODING: &str = "wav";

/// `POST /v1/tts/…`
pub(super) fn accept_direct(offer: &Arc<Offer>, head: Head) -> Accept {
    accept(offer, Family::Direct, &head)
}

/// `POST /v1/bridges/unmute/tts/…`
pub(super) fn accept_bridge(offer: &Arc<Offer>, head: Head) -> Accept {
    accept(offer, Family::Bridge, &head)
}

fn accept(offer: &Arc<Offer>, family: Family, head: &Head) -> Accept {
    match Caller::of(offer, family, head) {
        Ok(caller) => caller::accept(head, Call::new(offer, caller)),
        Err(refusal) => Accept::Reply(errors::reply_at_door(&refusal)),
    }
}

/// One call.
struct Call {
    offer: Arc<Offer>,
    caller: Caller,
    answer: Answer,
}

impl Call {
    fn new(offer: &Arc<Offer>, caller: Caller) -> Self {
        Self { offer: Arc::clone(offer), caller, answer: Answer::new() }
    }

    fn text(&self, fields: &Fields) -> Result<UserText, Refusal> {
        let missing = || Refusal::new(RefusalKind::Malformed, "text is required");
        let text = fields.text("text")?.filter(|text| !text.is_empty()).ok_or_else(missing)?;
        self.offer.check_request(text)?;
        Ok(surrogate::whole(text).into())
    }
}

impl Protocol for Call {
    fn on_client_frame(
        &mut self,
        _now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        let fields = Fields::parse_bytes(frame.bytes())?;
        let text = self.text(&fields)?;
        let Caller { address, key } = self.caller;
        let scope = Scope::Context;
        let defaults = Defaults { voice: address.default_voice, encoding: ENCODING, scope, key };
        let settings = Box::new(Said::of(&fields)?.settings(&self.offer, defaults)?);
        self.answer.will_be(vec![("content-type", (self.offer.media_type)(&settings.form))]);
        out.speak(CONTEXT, settings, text);
        Ok(())
    }

    fn on_event(&mut self, _now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => self.answer.piece(audio.audio.0.clone(), out),
            Event::Closed { .. } => self.answer.end(out),
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
