//! One-shot speech over HTTP, as bytes or as server-sent events: a request like those of the socket, said by one body.

use std::sync::Arc;

use session::{Event, WordTimes};
use speech::{ContextId, EncodedAudio, KeyId, Moment, OutputForm, Refusal, RefusalKind, UserText};

use super::message::Names;
use super::model::Model;
use super::wishes::{self, Pieces};
use super::{errors, events, formats, stream};
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

/// The audio itself, as it arises.
pub(super) fn accept_bytes(offer: &Arc<Offer>, head: Head) -> Accept {
    Call::accept(offer, &head, Manner::Bytes)
}

/// Server-sent events with the audio in base64.
pub(super) fn accept_events(offer: &Arc<Offer>, head: Head) -> Accept {
    Call::accept(offer, &head, Manner::Events)
}

/// One call.
struct Call {
    offer: Arc<Offer>,
    key: KeyId,
    /// The random part of its ids.
    name: String,
    /// What the path says about the model.
    model: Model,
    manner: Manner,
    answer: Answer,
}

/// How the sound is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Bytes,
    Events,
}

impl Call {
    fn accept(offer: &Arc<Offer>, head: &Head, manner: Manner) -> Accept {
        match stream::check_key(offer, head) {
            Err(refusal) => Accept::Reply(errors::reply(&refusal, &head.request_id)),
            Ok(key) => Accept::stream(Self {
                offer: Arc::clone(offer),
                key,
                name: head.request_id.clone(),
                model: Model::of_path(head),
                manner,
                answer: Answer::new(),
            }),
        }
    }

    fn request(&self) -> String {
        format!("task_{}", self.name)
    }

    fn headers(&self, names: Names, form: &OutputForm) -> Vec<(&'static str, String)> {
        let media = match self.manner {
            Manner::Bytes => formats::media_type(form),
            Manner::Events => "text/event-stream",
        };
        let mut headers = vec![
            ("content-type", media.to_owned()),
            ("x-request-id", self.request()),
            ("x-session-id", format!("http_{}", self.name)),
        ];
        headers.extend(names.session.map(|name| ("x-external-session-id", name)));
        headers.extend(names.request.map(|name| ("x-external-request-id", name)));
        headers
    }

    fn on_audio(&mut self, bytes: &[u8], out: &mut Actions) {
        let piece = match self.manner {
            Manner::Bytes => bytes.to_vec(),
            Manner::Events => events::audio(self.model, &self.request(), bytes),
        };
        self.answer.piece(piece, out);
    }

    /// Everything is spoken.
    fn end(&mut self, out: &mut Actions) {
        if self.manner == Manner::Events {
            self.answer.piece(events::end(self.model, &self.request()), out);
        }
        self.answer.end(out);
    }

    fn refuse(&mut self, refusal: &Refusal, out: &mut Actions) {
        let can_tell = self.manner == Manner::Events && self.answer.has_begun();
        match events::error(self.model, refusal).filter(|_| can_tell) {
            Some(event) => {
                self.answer.piece(event, out);
                self.answer.end(out);
            }
            None => {
                let request = self.request();
                self.answer.refuse(refusal, |refusal| errors::reply(refusal, &request), out);
            }
        }
    }
}

/// The text of a call.
fn text(offer: &Offer, fields: &Fields) -> Result<UserText, Refusal> {
    let missing = || Refusal::new(RefusalKind::InvalidValue, "text is required");
    let text = fields.text("text")?.filter(|text| !text.is_empty()).ok_or_else(missing)?;
    offer.check_request(text)?;
    Ok(surrogate::whole(text).into())
}

impl Protocol for Call {
    fn on_client_frame(
        &mut self,
        _now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        let fields = Fields::parse_bytes(frame.bytes())?;
        let text = text(&self.offer, &fields)?;
        let names = Names::of(&fields)?;
        let settings = wishes::settings(&self.offer, self.model, Pieces::Whole, &fields, self.key)?;
        self.answer.will_be(self.headers(names, &settings.form));
        // An HTTP answer has no place for word times.
        let settings = Box::new(session::ContextSettings { word_times: WordTimes::Off, ..settings });
        out.speak(CONTEXT, settings, text);
        Ok(())
    }

    fn on_event(&mut self, _now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => self.on_audio(&audio.audio.0, out),
            Event::Closed { .. } => self.end(out),
            Event::Refused(refusal) => self.refuse(refusal, out),
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
