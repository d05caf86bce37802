//! One-shot speech over HTTP: the same context as on the socket, opened, said and finished by one body.

use std::sync::Arc;

use session::{AudioEvent, Command, Event};
use speech::{ContextId, EncodedAudio, Moment, OutputForm, Refusal, RefusalKind, Scope, UserText};

use super::address::Family;
use super::caller::{self, Caller};
use super::errors;
use super::settings::{Defaults, Said};
use crate::actions::Actions;
use crate::card::Accept;
use crate::fields::Fields;
use crate::frame::{ClientFrame, ServerFrame};
use crate::head::{Head, HttpReply};
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

/// How far the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// The body has not been understood.
    None,
    /// It will be sound in this form.
    Due(OutputForm),
    /// Its status is out.
    Begun,
}

impl Call {
    fn new(offer: &Arc<Offer>, caller: Caller) -> Self {
        Self { offer: Arc::clone(offer), caller, answer: Answer::None }
    }

    fn text(&self, fields: &Fields) -> Result<UserText, Refusal> {
        let missing = || Refusal::new(RefusalKind::Malformed, "text is required");
        let text = fields.text("text")?.filter(|text| !text.is_empty()).ok_or_else(missing)?;
        let (count, limit) = (text.chars().count(), self.offer.limits.request_characters);
        if count > limit {
            let message = format!("text of {count} characters exceeds the limit of {limit} per request");
            return Err(Refusal::new(RefusalKind::LimitExceeded, message));
        }
        Ok(surrogate::whole(text).into())
    }

    /// Sends the status, once.
    fn begin(&mut self, out: &mut Actions) {
        if let Answer::Due(form) = self.answer {
            self.answer = Answer::Begun;
            let headers = vec![("content-type", (self.offer.media_type)(&form))];
            out.send(ServerFrame::Head(HttpReply { status: 200, headers, body: Vec::new() }));
        }
    }

    fn on_audio(&mut self, event: &AudioEvent<EncodedAudio>, out: &mut Actions) {
        self.begin(out);
        out.send(ServerFrame::Body(event.audio.0.clone()));
    }

    fn refuse(&self, refusal: &Refusal, out: &mut Actions) {
        if self.answer == Answer::Begun {
            // A 200 is out: only a broken body can still tell.
            return out.close(1011, refusal.message.clone());
        }
        out.send(ServerFrame::Head(errors::reply(refusal)));
        out.close(1000, "");
    }
}

impl Protocol for Call {
    fn on_client_frame(
        &mut self,
        _now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        let body = match frame {
            ClientFrame::Body(body) | ClientFrame::Binary(body) => body,
            ClientFrame::Text(text) => text.as_bytes(),
        };
        let fields = Fields::parse_bytes(body)?;
        let text = self.text(&fields)?;
        let Caller { address, key } = self.caller;
        let scope = Scope::Context;
        let defaults = Defaults { voice: address.default_voice, encoding: ENCODING, scope, key };
        let settings = Box::new(Said::of(&fields)?.settings(&self.offer, defaults)?);
        self.answer = Answer::Due(settings.form);
        out.command(Command::Open { context: CONTEXT, settings });
        out.command(Command::Say { context: CONTEXT, text });
        out.command(Command::Finish { context: CONTEXT });
        Ok(())
    }

    fn on_event(&mut self, _now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => self.on_audio(audio, out),
            Event::Closed { .. } => {
                self.begin(out);
                out.close(1000, "");
            }
            Event::Refused(refusal) => self.refuse(refusal, out),
            // Nothing of these is part of an HTTP answer.
            Event::Opened(_)
            | Event::SegmentEnded { .. }
            | Event::ReleaseEnded { .. }
            | Event::GenerationEnded { .. }
            | Event::Flushed { .. }
            | Event::Cleared { .. }
            | Event::Updated { .. } => {}
        }
    }
}
