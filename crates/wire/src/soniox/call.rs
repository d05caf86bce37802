//! One-shot speech over HTTP: `POST /tts`, answered with the audio as it arises.

use std::sync::Arc;

use session::{Command, Event};
use speech::{ContextId, EncodedAudio, KeyId, Moment, OutputForm, Refusal, Scope, UserText};

use super::{config, frames, upgrade, words};
use crate::actions::Actions;
use crate::card::Accept;
use crate::fields::Fields;
use crate::frame::{ClientFrame, ServerFrame};
use crate::head::{Head, HttpReply};
use crate::offer::Offer;
use crate::protocol::Protocol;
use crate::surrogate;

const CONTEXT: ContextId = ContextId(0);
/// The longest name that a caller may give to its call, in bytes.
const REQUEST_ID_BYTES: usize = 256;

/// `POST /tts`.
pub(super) fn accept(offer: &Arc<Offer>, head: Head) -> Accept {
    let request_id = request_id(&head);
    match upgrade::caller(offer, &head) {
        Err(refusal) => Accept::Reply(upgrade::error(&refusal, &request_id)),
        Ok(key) => Accept::stream(Call { offer: Arc::clone(offer), request_id, key, phase: Phase::Waiting }),
    }
}

/// The caller's own name for its call, or ours.
pub(super) fn request_id(head: &Head) -> String {
    let is_fit = |id: &&str| {
        (1..=REQUEST_ID_BYTES).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
    };
    head.header("x-request-id").filter(is_fit).unwrap_or(&head.request_id).to_owned()
}

/// One call.
struct Call {
    offer: Arc<Offer>,
    request_id: String,
    key: KeyId,
    phase: Phase,
}

/// How far the answer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// The body has not been read.
    Waiting,
    /// It has been; the answer will be in this form.
    Asked(OutputForm),
    /// The status is out.
    Begun,
}

impl Call {
    fn text(&self, fields: &Fields) -> Result<UserText, Refusal> {
        let text = fields.text("text").map_err(|_| words::misshapen())?.filter(|text| !text.is_empty());
        let text = text.ok_or_else(|| words::missing("text"))?;
        let most = self.offer.limits.request_characters;
        if text.chars().count() > most {
            return Err(words::too_long("Text", most));
        }
        Ok(surrogate::whole(text).into())
    }

    /// Older clients put their key into the body too; it must be right even so.
    fn key(&self, fields: &Fields) -> Result<KeyId, Refusal> {
        match frames::key(fields)? {
            Some(key) => self.offer.keys.check(Some(key)).map_err(|_| words::bad_key()),
            None => Ok(self.key),
        }
    }

    fn begin(&mut self, out: &mut Actions) {
        if let Phase::Asked(form) = self.phase {
            self.phase = Phase::Begun;
            out.send(ServerFrame::Head(HttpReply {
                status: 200,
                headers: vec![
                    ("content-type", (self.offer.media_type)(&form)),
                    ("x-request-id", self.request_id.clone()),
                ],
                body: Vec::new(),
            }));
        }
    }

    fn refuse(&self, refusal: &Refusal, out: &mut Actions) {
        if self.phase == Phase::Begun {
            // A 200 is out: only a broken body can still tell.
            return out.close(1011, refusal.message.clone());
        }
        out.send(ServerFrame::Head(upgrade::error(refusal, &self.request_id)));
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
        let body = std::str::from_utf8(body).map_err(|_| words::not_json())?;
        let fields = frames::fields(body).map_err(|unread| unread.refusal)?;
        let demands = frames::demands(&self.offer, Scope::Context);
        let settings = Box::new(config::settings(&self.offer, &demands, &fields, self.key(&fields)?)?);
        let text = self.text(&fields)?;
        self.phase = Phase::Asked(settings.form);
        out.command(Command::Open { context: CONTEXT, settings });
        out.command(Command::Say { context: CONTEXT, text });
        out.command(Command::Finish { context: CONTEXT });
        Ok(())
    }

    fn on_event(&mut self, _now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => {
                self.begin(out);
                out.send(ServerFrame::Body(audio.audio.0.clone()));
            }
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
