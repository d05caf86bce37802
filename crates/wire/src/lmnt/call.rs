//! One-shot speech over HTTP: the same context as on the socket, opened, said and finished by one body.

use std::sync::Arc;

use session::{Event, WordTimes};
use speech::{ContextId, EncodedAudio, KeyId, Moment, Refusal, RefusalKind, UserText};

use super::detailed::Detailed;
use super::dialect::Dialect;
use super::formats::{self, Place};
use super::init::{self, Said};
use super::timestamps::Timestamps;
use super::voices::Caller;
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

/// `POST /v1/ai/speech/bytes`: the audio itself, as it arises.
pub(super) fn accept_bytes(offer: &Arc<Offer>, head: Head) -> Accept {
    Call::accept(offer, head, Manner::Bytes)
}

/// `POST /v1/ai/speech`: JSON with the audio in base64 and the word times.
pub(super) fn accept_detailed(offer: &Arc<Offer>, head: Head) -> Accept {
    Call::accept(offer, head, Manner::Detailed(Detailed::default()))
}

/// `GET /v1/ai/speech`: the same, with the query for a body.
pub(super) fn accept_query(offer: &Arc<Offer>, head: Head) -> Accept {
    accept_detailed(offer, head)
}

/// One call.
struct Call {
    offer: Arc<Offer>,
    caller: Caller,
    head: Head,
    key: KeyId,
    manner: Manner,
    answer: Answer,
    word_times: WordTimes,
    timestamps: Timestamps,
}

/// What is answered.
enum Manner {
    /// The sound, as it arises.
    Bytes,
    /// All at the end; and what there is of it.
    Detailed(Detailed),
}

impl Call {
    fn accept(offer: &Arc<Offer>, head: Head, manner: Manner) -> Accept {
        let caller = Caller::of(&head);
        match offer.keys.check(head.header("x-api-key")) {
            Err(refusal) => Accept::Reply(caller.refuse(&refusal)),
            Ok(key) => Accept::stream(Self {
                offer: Arc::clone(offer),
                caller,
                head,
                key,
                manner,
                answer: Answer::new(),
                word_times: WordTimes::Off,
                timestamps: Timestamps::default(),
            }),
        }
    }

    /// A JSON body, a form, or on GET the query.
    fn fields(&self, body: &[u8]) -> Result<Fields, Refusal> {
        let kind = self.head.header("content-type").unwrap_or_default();
        if body.is_empty() && !self.head.query.is_empty() {
            Ok(Fields::from_pairs(self.head.query.iter().cloned()))
        } else if kind.starts_with("application/x-www-form-urlencoded") && !looks_like_json(body) {
            Ok(Fields::from_pairs(form_urlencoded::parse(body).into_owned()))
        } else {
            Fields::parse_bytes(body)
        }
    }

    fn text(&self, fields: &Fields) -> Result<UserText, Refusal> {
        let missing = || Refusal::new(RefusalKind::InvalidValue, "text is required");
        let text = fields.text("text")?.filter(|text| !text.is_empty()).ok_or_else(missing)?;
        self.offer.check_request(text)?;
        Ok(surrogate::whole(text).into())
    }

    fn on_audio(&mut self, event: &session::AudioEvent<EncodedAudio>, out: &mut Actions) {
        match &mut self.manner {
            Manner::Bytes => self.answer.piece(event.audio.0.clone(), out),
            Manner::Detailed(detailed) => {
                detailed.push(&event.audio.0, self.timestamps.entries(Dialect::Typed, event));
                let limit = self.offer.limits.answer_bytes;
                if detailed.answer_bytes() > limit {
                    let message =
                        format!("answer exceeds the limit of {limit} bytes; ask for less text or for bytes");
                    out.refused(RefusalKind::LimitExceeded);
                    self.refuse(&Refusal::new(RefusalKind::LimitExceeded, message), out);
                }
            }
        }
    }

    fn headers(&self, media_type: String) -> Vec<(&'static str, String)> {
        vec![("content-type", media_type), ("request-id", self.caller.request_id.clone())]
    }

    /// Everything is spoken.
    fn end(&mut self, out: &mut Actions) {
        match std::mem::replace(&mut self.manner, Manner::Bytes) {
            Manner::Bytes => self.answer.end(out),
            Manner::Detailed(detailed) => {
                let body = detailed.finish(self.caller.dialect, self.word_times);
                self.answer.whole(self.caller.reply_bytes(body), out);
            }
        }
    }

    fn refuse(&mut self, refusal: &Refusal, out: &mut Actions) {
        self.answer.refuse(refusal, |refusal| self.caller.refuse(refusal), out);
    }
}

/// People try a call with `curl -d`, which calls any body a form.
fn looks_like_json(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"{")
}

impl Protocol for Call {
    fn on_client_frame(
        &mut self,
        _now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        let fields = self.fields(frame.bytes())?;
        let text = self.text(&fields)?;
        let said = Said { place: Place::Http, dialect: self.caller.dialect };
        let settings = Box::new(init::settings(&self.offer, said, &fields, self.key)?);
        let media_type = formats::media_type(&self.offer, init::format(&fields)?, &settings.form);
        self.answer.will_be(self.headers(media_type));
        self.word_times = settings.word_times;
        out.speak(CONTEXT, settings, text);
        Ok(())
    }

    fn on_event(&mut self, _now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => self.on_audio(audio, out),
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
