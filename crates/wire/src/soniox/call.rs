//! One-shot speech over HTTP: `POST /tts`, answered with the audio as it arises.

use std::sync::Arc;

use session::Event;
use speech::{ContextId, EncodedAudio, KeyId, Moment, OutputForm, Refusal, Scope, UserText};

use super::{config, frames, upgrade, words};
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
/// The longest name that a caller may give to its call, in bytes.
const REQUEST_ID_BYTES: usize = 256;

/// `POST /tts`.
pub(super) fn accept(offer: &Arc<Offer>, head: Head) -> Accept {
    let request_id = request_id(&head);
    match upgrade::caller(offer, &head) {
        Err(refusal) => Accept::Reply(upgrade::error(&refusal, &request_id)),
        Ok(key) => Accept::stream(Call { offer: Arc::clone(offer), request_id, key, answer: Answer::new() }),
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
    answer: Answer,
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

    fn headers(&self, form: &OutputForm) -> Vec<(&'static str, String)> {
        vec![("content-type", (self.offer.media_type)(form)), ("x-request-id", self.request_id.clone())]
    }
}

impl Protocol for Call {
    fn on_client_frame(
        &mut self,
        _now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        let body = std::str::from_utf8(frame.bytes()).map_err(|_| words::not_json())?;
        let fields = frames::fields(body).map_err(|unread| unread.refusal)?;
        let demands = frames::demands(&self.offer, Scope::Context);
        let settings = Box::new(config::settings(&self.offer, &demands, &fields, self.key(&fields)?)?);
        let text = self.text(&fields)?;
        self.answer.will_be(self.headers(&settings.form));
        out.speak(CONTEXT, settings, text);
        Ok(())
    }

    fn on_event(&mut self, _now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => self.answer.piece(audio.audio.0.clone(), out),
            Event::Closed { .. } => self.answer.end(out),
            Event::Refused(refusal) => {
                self.answer.refuse(refusal, |refusal| upgrade::error(refusal, &self.request_id), out);
            }
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
