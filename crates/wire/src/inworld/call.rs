//! One-shot speech over HTTP: one context, opened, said and finished by one body; answered whole or in lines.

use std::sync::Arc;

use serde_json::{Value, json};
use session::{AudioEvent, Command, Event};
use speech::{AudioTime, ContextId, EncodedAudio, KeyId, Moment, Refusal, RefusalKind, UserText};

use super::config::{Config, Transport};
use super::encoding::Packing;
use super::file::AudioFile;
use super::message;
use super::stream::too_long;
use super::times::{Division, Times};
use super::{auth, errors, reply};
use crate::actions::Actions;
use crate::card::Accept;
use crate::fields::Fields;
use crate::frame::{ClientFrame, ServerFrame};
use crate::head::{Head, HttpReply};
use crate::offer::Offer;
use crate::protocol::Protocol;
use crate::surrogate;

const CONTEXT: ContextId = ContextId(0);

/// `POST /tts/v1/voice`: one JSON object with a whole file in it.
pub(super) fn accept_whole(offer: &Arc<Offer>, head: Head) -> Accept {
    Call::accept(offer, &head, Answer::Whole(AudioFile::default()))
}

/// `POST /tts/v1/voice:stream`: a line of JSON for each stretch of audio.
pub(super) fn accept_lines(offer: &Arc<Offer>, head: Head) -> Accept {
    Call::accept(offer, &head, Answer::Lines(Begun::No))
}

/// One call.
struct Call {
    offer: Arc<Offer>,
    key: KeyId,
    answer: Answer,
    /// What is being said, once the body has told it.
    speech: Option<Speech>,
}

/// What a call says.
struct Speech {
    model: String,
    times: Times,
    /// How many characters are not yet accounted for: all or none.
    characters: u64,
    duration: AudioTime,
}

/// What is answered, and what there is of it.
enum Answer {
    Whole(AudioFile),
    Lines(Begun),
}

/// Whether the answer's status is already out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begun {
    No,
    Yes,
}

impl Call {
    fn accept(offer: &Arc<Offer>, head: &Head, answer: Answer) -> Accept {
        match auth::check(offer, head) {
            Err(denied) => Accept::Reply(errors::reply(&denied.refusal())),
            Ok(key) => Accept::stream(Self { offer: Arc::clone(offer), key, answer, speech: None }),
        }
    }

    fn begin(&mut self, body: &[u8], out: &mut Actions) -> Result<(), Refusal> {
        let undecodable = |_| Refusal::new(RefusalKind::Malformed, "body is not UTF-8");
        let fields = Fields::from(message::object(std::str::from_utf8(body).map_err(undecodable)?)?);
        let text = self.text(&fields)?;
        let config = Config::create(&self.offer, &fields)?;
        let (packing, transport) = match self.answer {
            Answer::Whole(_) => (Packing::File, Transport::Async),
            Answer::Lines(_) => (Packing::Messages, config.transport()),
        };
        let settings = Box::new(config.one_shot(&self.offer, self.key, packing)?);
        self.speech = Some(Speech {
            times: Times::new(config.timestamps(), transport, Division::chosen(&self.offer)),
            model: config.model,
            characters: text.chars().count() as u64,
            duration: AudioTime::ZERO,
        });
        out.command(Command::Open { context: CONTEXT, settings });
        out.command(Command::Say { context: CONTEXT, text });
        out.command(Command::Finish { context: CONTEXT });
        Ok(())
    }

    fn text(&self, fields: &Fields) -> Result<UserText, Refusal> {
        let missing = || Refusal::new(RefusalKind::InvalidValue, "text is required");
        let text = surrogate::whole(fields.text("text")?.ok_or_else(missing)?);
        let limit = self.offer.limits.request_characters;
        if text.chars().count() > limit { Err(too_long(limit)) } else { Ok(text.into()) }
    }

    fn on_audio(&mut self, event: &AudioEvent<EncodedAudio>, out: &mut Actions) {
        let Some(speech) = &mut self.speech else { return };
        let times = speech.times.with_audio(event);
        match &mut self.answer {
            Answer::Whole(file) => {
                file.push(&event.audio.0);
                self.check_length(out);
            }
            Answer::Lines(begun) => {
                let piece = reply::piece(Some(&event.audio.0), speech.usage(), times);
                begun.line(&json!({"result": piece}).to_string(), out);
            }
        }
    }

    fn check_length(&self, out: &mut Actions) {
        let limit = self.offer.limits.answer_bytes;
        if let Answer::Whole(file) = &self.answer
            && file.answer_bytes() > limit
        {
            let message =
                format!("answer exceeds the limit of {limit} bytes; ask for less text or for lines");
            out.refused(RefusalKind::LimitExceeded);
            // Not the code of a bound that time heals: trying the same again would not help.
            self.refuse(&Refusal::new(RefusalKind::InvalidValue, message), out);
        }
    }

    /// Everything is spoken.
    fn end(&mut self, out: &mut Actions) {
        let Some(speech) = &mut self.speech else { return out.close(1000, "") };
        let times = speech.times.at_end(speech.duration);
        match &mut self.answer {
            Answer::Whole(file) if file.is_empty() => {
                out.send(ServerFrame::Head(HttpReply::json(200, &nothing_said())));
            }
            Answer::Whole(file) => {
                let audio = std::mem::take(file).finish();
                let piece = reply::piece(Some(&audio), speech.usage(), times);
                out.send(ServerFrame::Head(HttpReply::json(200, &piece)));
            }
            Answer::Lines(begun @ Begun::No) => {
                begun.line(&json!({"result": nothing_said()}).to_string(), out);
            }
            Answer::Lines(begun) => {
                if let Some(times) = times {
                    let piece = reply::piece(None, speech.usage(), Some(times));
                    begun.line(&json!({"result": piece}).to_string(), out);
                }
            }
        }
        out.close(1000, "");
    }

    fn refuse(&self, refusal: &Refusal, out: &mut Actions) {
        match self.answer {
            // Whoever reads lines reads this one too.
            Answer::Lines(mut begun @ Begun::Yes) => {
                begun.line(&errors::top_level(&errors::status_of(refusal)), out);
            }
            Answer::Whole(_) | Answer::Lines(Begun::No) => {
                out.send(ServerFrame::Head(errors::reply(refusal)))
            }
        }
        out.close(1000, "");
    }
}

impl Speech {
    fn usage(&mut self) -> Value {
        reply::usage(std::mem::take(&mut self.characters), &self.model)
    }
}

impl Begun {
    /// Sends a line, with its end: clients read no line without one.
    fn line(&mut self, line: &str, out: &mut Actions) {
        if *self == Self::No {
            *self = Self::Yes;
            let headers = vec![("content-type", "application/json".to_owned())];
            out.send(ServerFrame::Head(HttpReply { status: 200, headers, body: Vec::new() }));
        }
        out.send(ServerFrame::Body(format!("{line}\n").into_bytes()));
    }
}

/// What is answered to a text without anything to say.
fn nothing_said() -> Value {
    json!({"audioContent": "", "usage": null})
}

impl Protocol for Call {
    fn on_client_frame(
        &mut self,
        _now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        match frame {
            ClientFrame::Body(body) | ClientFrame::Binary(body) => self.begin(body, out),
            ClientFrame::Text(text) => self.begin(text.as_bytes(), out),
        }
    }

    fn on_event(&mut self, _now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => self.on_audio(audio, out),
            Event::GenerationEnded { duration, .. } => {
                if let Some(speech) = &mut self.speech {
                    speech.duration = *duration;
                }
            }
            Event::Closed { .. } => self.end(out),
            Event::Refused(refusal) => self.refuse(refusal, out),
            // Nothing of these is part of an HTTP answer.
            Event::Opened(_)
            | Event::SegmentEnded { .. }
            | Event::ReleaseEnded { .. }
            | Event::Flushed { .. }
            | Event::Cleared { .. }
            | Event::Updated { .. } => {}
        }
    }
}
