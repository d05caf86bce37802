//! The streams of one connection: started, spoken to, ended, cancelled, terminated. It knows no frame; see [`face`].
//!
//! [`face`]: super::face

use std::sync::Arc;

use session::{AudioEvent, CloseReason, Command, Event, Part};
use speech::{ContextId, EncodedAudio, KeyId, Moment, Refusal, RefusalKind};

use super::face::{AudioEnd, Chunk, Face, Loss, Message, TextEnd};
use super::table::{Phase, Stream, Table};
use super::words;
use crate::actions::Actions;
use crate::fields::Fields;
use crate::offer::Offer;

/// The close code of a connection that the client ends (RFC 6455, 7.4.1).
const NORMAL: u16 = 1000;

/// The streams of one connection whose frames look as `F` says. It reads no frame and keeps no time of the connection's
/// own; [`Socket`](super::socket::Socket) does.
///
/// Every stream ends in exactly one [`Face::terminated`], right after its last sound, its error, or its cancel; its name is
/// free from then on. A cancel is answered at once, ahead of everything that waits: so no message can find a stream
/// that is cancelled and not yet terminated.
pub(crate) struct Streams<F> {
    offer: Arc<Offer>,
    face: F,
    door: Door,
    table: Table,
}

/// How far the client has proved who it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// It showed this key when it connected.
    Opened(KeyId),
    /// It must show one in every start message, and has not yet.
    Shut,
    /// The same, and it has.
    Ajar,
}

impl<F: Face> Streams<F> {
    /// No stream yet.
    pub(crate) fn new(offer: Arc<Offer>, face: F, door: Door) -> Self {
        Self { offer, face, door, table: Table::default() }
    }

    /// What the frames look like.
    pub(crate) fn face(&mut self) -> &mut F {
        &mut self.face
    }

    /// What this server has on offer.
    pub(crate) fn offer(&self) -> &Offer {
        &self.offer
    }

    /// How far the client has proved who it is.
    pub(crate) const fn door(&self) -> Door {
        self.door
    }

    /// The client asks for something.
    pub(crate) fn on_message(&mut self, now: Moment, message: Message, out: &mut Actions) {
        match message {
            Message::Start { stream, fields } => self.start(now, &stream, &fields, out),
            Message::Text { stream, text, end } => self.text(now, &stream, &text, end, out),
            Message::Cancel { stream } => self.cancel(&stream, out),
            Message::KeepAlive => {}
            Message::Close => out.close(NORMAL, ""),
        }
    }

    /// The session has news.
    pub(crate) fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => self.on_audio(now, audio, out),
            Event::Closed { context, reason, .. } => self.on_closed(*context, *reason, out),
            Event::Refused(refusal) => self.on_refused(refusal, out),
            // These wires say nothing of them.
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

    /// Ends the streams whose time is over.
    pub(crate) fn expire(&mut self, now: Moment, out: &mut Actions) {
        for id in self.table.due(now, &self.offer.limits) {
            self.fail(id, &words::timed_out(), out);
        }
    }

    /// When to [expire](Self::expire) them next.
    pub(crate) fn next_expiry(&self) -> Option<Moment> {
        self.table.wake()
    }

    fn start(&mut self, now: Moment, name: &str, fields: &Fields, out: &mut Actions) {
        let key = match self.key(fields) {
            Ok(key) => key,
            Err(refusal) => return self.never_started(name, &refusal, out),
        };
        if self.table.knows(name) {
            return self.decline(Some(name), &words::already_exists(name), out);
        }
        match self.settings(fields, key) {
            Err(refusal) => self.never_started(name, &refusal, out),
            Ok(settings) => {
                let opened = self.table.open(name, now, settings.word_times, &self.offer.limits);
                let context = opened.expect("whether the name is in use was asked above");
                out.command(Command::Open { context, settings: Box::new(settings) });
            }
        }
    }

    fn key(&mut self, fields: &Fields) -> Result<KeyId, Refusal> {
        match (self.face.key(fields)?, self.door) {
            (Some(presented), door) => {
                let key = self.offer.keys.check(Some(presented)).map_err(|_| words::bad_key())?;
                if door == Door::Shut {
                    self.door = Door::Ajar;
                }
                Ok(key)
            }
            (None, Door::Opened(key)) => Ok(key),
            (None, Door::Shut | Door::Ajar) => Err(words::no_key()),
        }
    }

    fn settings(&self, fields: &Fields, key: KeyId) -> Result<session::ContextSettings, Refusal> {
        let most = self.offer.limits.contexts_per_connection;
        if self.table.len() >= most {
            return Err(words::too_many_streams(most));
        }
        self.face.settings(&self.offer, fields, key)
    }

    fn text(&mut self, now: Moment, name: &str, text: &str, end: TextEnd, out: &mut Actions) {
        let most = self.offer.limits.message_characters;
        let Some((id, stream)) = self.table.find(name) else {
            return self.decline(Some(name), &words::not_found(name), out);
        };
        match stream.phase {
            Phase::Open if text.chars().count() > most => self.fail(id, &words::too_long("Text", most), out),
            Phase::Open => {
                stream.joiner.say(id, text, out);
                if end == TextEnd::Ended {
                    finish(id, stream, out);
                }
                if !text.is_empty() {
                    stream.stir(now);
                    self.table.wake_by(now + self.offer.limits.context_idle);
                }
            }
            // A second end of the text says nothing new. That a stream was cut short is said at its end.
            Phase::Ended | Phase::Told if text.is_empty() => {}
            Phase::Cut => {}
            Phase::Ended | Phase::Told => self.decline(Some(name), &words::text_has_ended(name), out),
        }
    }

    fn cancel(&mut self, name: &str, out: &mut Actions) {
        match self.table.find(name) {
            Some((id, _)) => {
                out.command(Command::Cancel { context: id });
                self.terminate(id, out);
            }
            None => {
                if let Some(frame) = self.face.stray_cancel(name) {
                    out.text(frame);
                }
            }
        }
    }

    fn on_audio(&mut self, now: Moment, event: &AudioEvent<EncodedAudio>, out: &mut Actions) {
        // What a cancelled stream still had under way is nobody's.
        let Some((name, stream)) = self.table.get(event.context) else { return };
        stream.stir(now);
        let times = stream.timeline.of(event);
        let mut chunk = Chunk { audio: &event.audio.0, end: AudioEnd::More, times: times.as_ref() };
        if event.part == Part::Last && stream.phase == Phase::Ended {
            stream.phase = Phase::Told;
            chunk.end = AudioEnd::Last;
        }
        out.text(self.face.audio(name, &chunk));
    }

    fn on_closed(&mut self, id: ContextId, reason: CloseReason, out: &mut Actions) {
        let Some((name, stream)) = self.table.get(id) else { return };
        match (reason, stream.phase) {
            (CloseReason::Drained, Phase::Open) | (_, Phase::Cut) => {
                // Of a stream that was cut, the session has told already.
                if stream.phase == Phase::Open {
                    out.refused(RefusalKind::ShuttingDown);
                }
                out.text(self.face.error(Some(name), &words::cut_short()));
            }
            (CloseReason::Finished | CloseReason::Drained, Phase::Open | Phase::Ended) => {
                out.text(self.face.audio(name, &Chunk { audio: &[], end: AudioEnd::Last, times: None }));
            }
            (_, Phase::Told) | (CloseReason::Cancelled, _) => {}
        }
        self.terminate(id, out);
    }

    fn on_refused(&mut self, refusal: &Refusal, out: &mut Actions) {
        match (refusal.ended(), refusal.context) {
            (Some(id), _) => {
                if let Some((name, _)) = self.table.get(id) {
                    out.text(self.face.error(Some(name), refusal));
                    self.terminate(id, out);
                }
            }
            // A closing server takes no more text.
            (None, Some(id)) => {
                if let Some((_, stream)) = self.table.get(id) {
                    stream.phase = Phase::Cut;
                }
            }
            (None, None) => out.text(self.face.error(None, refusal)),
        }
    }

    /// Ends a stream for a reason of our own.
    fn fail(&mut self, id: ContextId, refusal: &Refusal, out: &mut Actions) {
        let Some((name, _)) = self.table.get(id) else { return };
        out.refused(refusal.kind);
        out.text(self.face.error(Some(name), refusal));
        out.command(Command::Cancel { context: id });
        self.terminate(id, out);
    }

    fn never_started(&mut self, name: &str, refusal: &Refusal, out: &mut Actions) {
        self.decline(Some(name), refusal, out);
        // Whoever tries again under the name of an active stream must not take this for the end of that one.
        if !self.table.knows(name) {
            out.text(self.face.terminated(name));
        }
    }

    /// Declines a message; nothing else is lost.
    fn decline(&self, name: Option<&str>, refusal: &Refusal, out: &mut Actions) {
        out.refused(refusal.kind);
        out.text(self.face.error(name, refusal));
    }

    fn terminate(&mut self, id: ContextId, out: &mut Actions) {
        if let Some(name) = self.table.forget(id) {
            out.text(self.face.terminated(&name));
        }
    }

    /// The client sent what could not be read.
    pub(crate) fn on_unread(&mut self, refusal: &Refusal, loss: Loss, out: &mut Actions) {
        match loss {
            Loss::Frame => self.decline(None, refusal, out),
            Loss::Stream(name) => match self.table.find(&name) {
                Some((id, stream)) if stream.phase == Phase::Open => self.fail(id, refusal, out),
                // All its text is here: whatever this was, the stream does not need it.
                Some(_) => self.decline(Some(&name), refusal, out),
                None => self.never_started(&name, refusal, out),
            },
            Loss::Connection(code) => self.hang_up(code, refusal, out),
        }
    }

    /// Declines the connection as it is, and ends it.
    pub(crate) fn hang_up(&self, code: u16, refusal: &Refusal, out: &mut Actions) {
        self.decline(None, refusal, out);
        out.close(code, refusal.message.clone());
    }
}

fn finish(id: ContextId, stream: &mut Stream, out: &mut Actions) {
    stream.joiner.say_rest(id, out);
    stream.phase = Phase::Ended;
    out.command(Command::Finish { context: id });
}
