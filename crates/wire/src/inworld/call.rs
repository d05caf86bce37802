//! One-shot speech over HTTP: one context, opened, said and finished by one body; answered whole or in lines.

use std::fmt;
use std::sync::Arc;

use serde_json::{Value, json};
use session::{AudioEvent, Event};
use speech::{AudioTime, ContextId, EncodedAudio, KeyId, Moment, Refusal, RefusalKind, UserText};

use super::config::{Config, Transport};
use super::encoding::Packing;
use super::message;
use super::stream::too_long;
use super::times::{Division, Times};
use super::{auth, errors, reply};
use crate::actions::Actions;
use crate::answer::Answer;
use crate::card::Accept;
use crate::fields::Fields;
use crate::file::AudioFile;
use crate::frame::ClientFrame;
use crate::head::{Head, HttpReply};
use crate::offer::Offer;
use crate::protocol::Protocol;
use crate::surrogate;

const CONTEXT: ContextId = ContextId(0);

/// `POST /tts/v1/voice`: one JSON object with a whole file in it.
pub(super) fn accept_whole(offer: &Arc<Offer>, head: Head) -> Accept {
    Call::accept(offer, &head, Manner::Whole(AudioFile::default()))
}

/// `POST /tts/v1/voice:stream`: a line of JSON for each stretch of audio.
pub(super) fn accept_lines(offer: &Arc<Offer>, head: Head) -> Accept {
    Call::accept(offer, &head, Manner::Lines)
}

/// One call.
struct Call {
    offer: Arc<Offer>,
    key: KeyId,
    manner: Manner,
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

/// How the sound is handed over, and what there is of it.
enum Manner {
    Whole(AudioFile),
    Lines,
}

impl Call {
    fn accept(offer: &Arc<Offer>, head: &Head, manner: Manner) -> Accept {
        match auth::check(offer, head) {
            Err(denied) => Accept::Reply(errors::reply(&denied.refusal())),
            Ok(key) => {
                let (offer, answer) = (Arc::clone(offer), Answer::new());
                Accept::stream(Self { offer, key, manner, answer, speech: None })
            }
        }
    }

    fn begin(&mut self, body: &[u8], out: &mut Actions) -> Result<(), Refusal> {
        let undecodable = |_| Refusal::new(RefusalKind::Malformed, "body is not UTF-8");
        let fields = Fields::from(message::object(std::str::from_utf8(body).map_err(undecodable)?)?);
        let text = self.text(&fields)?;
        let config = Config::create(&self.offer, &fields)?;
        let (packing, transport) = match self.manner {
            Manner::Whole(_) => (Packing::File, Transport::Async),
            Manner::Lines => (Packing::Messages, config.transport()),
        };
        let settings = Box::new(config.one_shot(&self.offer, self.key, packing)?);
        self.speech = Some(Speech {
            times: Times::new(config.timestamps(), transport, Division::chosen(&self.offer)),
            model: config.model,
            characters: text.chars().count() as u64,
            duration: AudioTime::ZERO,
        });
        self.answer.will_be(vec![("content-type", "application/json".to_owned())]);
        out.speak(CONTEXT, settings, text);
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
        match &mut self.manner {
            Manner::Whole(file) => {
                file.push(&event.audio.0);
                self.check_length(out);
            }
            Manner::Lines => {
                let piece = reply::piece(Some(&event.audio.0), speech.usage(), times);
                self.answer.piece(line(&json!({"result": piece})), out);
            }
        }
    }

    fn check_length(&mut self, out: &mut Actions) {
        let limit = self.offer.limits.answer_bytes;
        if let Manner::Whole(file) = &self.manner
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
        match &mut self.manner {
            Manner::Whole(file) if file.is_empty() => {
                self.answer.whole(HttpReply::json(200, &nothing_said()), out);
            }
            Manner::Whole(file) => {
                let audio = std::mem::take(file).finish();
                let times = speech.times.whole_at_end(speech.duration);
                let piece = reply::piece(Some(&audio), speech.usage(), times);
                self.answer.whole(HttpReply::json(200, &piece), out);
            }
            Manner::Lines => {
                let times = speech.times.at_end(speech.duration);
                let last = if self.answer.has_begun() {
                    times.into_iter().map(|times| reply::piece(None, speech.usage(), Some(times))).collect()
                } else {
                    vec![nothing_said()]
                };
                last.into_iter().for_each(|piece| self.answer.piece(line(&json!({"result": piece})), out));
                self.answer.end(out);
            }
        }
    }

    fn refuse(&mut self, refusal: &Refusal, out: &mut Actions) {
        // Only lines have begun before they are all there, and whoever reads lines reads this one too.
        if self.answer.has_begun() {
            let error = errors::top_level(&errors::status_of(refusal));
            self.answer.piece(line(&error), out);
            self.answer.end(out);
        } else {
            self.answer.refuse(refusal, errors::reply, out);
        }
    }
}

impl Speech {
    fn usage(&mut self) -> Value {
        reply::usage(std::mem::take(&mut self.characters), &self.model)
    }
}

/// A line with its end: clients read no line without one.
fn line(line: &impl fmt::Display) -> Vec<u8> {
    format!("{line}\n").into_bytes()
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
        self.begin(frame.bytes(), out)
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
            | Event::Updated { .. }
            | Event::Warned { .. } => {}
        }
    }
}
