//! The socket: one context, opened by the first frame.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use session::{AudioEvent, CloseReason, Command, Event, Then, WordTimes};
use speech::{ContextId, EncodedAudio, FlushToken, Moment, Refusal, RefusalKind};

use super::dialect::Dialect;
use super::errors;
use super::formats::Place;
use super::init::{self, Said};
use super::message::{self, ClientMessage, Nonce};
use super::reply::{self, Done, Times};
use super::timestamps::Timestamps;
use crate::actions::Actions;
use crate::card::Accept;
use crate::fields::Fields;
use crate::frame::ClientFrame;
use crate::head::Head;
use crate::offer::Offer;
use crate::protocol::Protocol;
use crate::surrogate::SurrogateJoiner;

/// The only context of a socket.
const CONTEXT: ContextId = ContextId(0);

/// Takes every upgrade: the key comes in the first frame.
pub(super) fn accept(offer: &Arc<Offer>, head: Head) -> Accept {
    Accept::stream(Stream::new(Arc::clone(offer), &head))
}

/// One socket.
struct Stream {
    offer: Arc<Offer>,
    request_id: String,
    /// Some hand-written clients put the key there.
    header_key: Option<String>,
    dialect: Dialect,
    phase: Phase,
    word_times: WordTimes,
    timestamps: Timestamps,
    joiner: SurrogateJoiner,
    /// Flushes and resets that are not yet acknowledged, in order.
    waiting: VecDeque<Waiting>,
    /// When the client or the session was last heard of.
    last_heard: Moment,
    next_token: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Nothing came yet.
    Silent,
    /// Text may come.
    Open,
    /// The client said that it is done; what it says now is ignored.
    Finishing,
}

/// A command whose acknowledgement is due.
struct Waiting {
    token: FlushToken,
    nonce: Nonce,
}

impl Stream {
    fn new(offer: Arc<Offer>, head: &Head) -> Self {
        Self {
            offer,
            request_id: format!("req_{}", head.request_id),
            header_key: head.header("x-api-key").map(str::to_owned),
            dialect: Dialect::Legacy,
            phase: Phase::Silent,
            word_times: WordTimes::Off,
            timestamps: Timestamps::default(),
            joiner: SurrogateJoiner::default(),
            waiting: VecDeque::new(),
            last_heard: head.arrived,
            next_token: 0,
        }
    }

    fn on_first_frame(&mut self, frame: ClientFrame<'_>, out: &mut Actions) -> Result<(), Refusal> {
        let fields = Fields::parse(text_of(frame)?)?;
        self.dialect = Dialect::of_first_frame(&fields);
        let presented = fields.text("X-API-Key")?.or(self.header_key.as_deref());
        let key = self.offer.keys.check(presented)?;
        let said = Said { place: Place::Socket, dialect: self.dialect };
        let settings = Box::new(init::settings(&self.offer, said, &fields, key)?);
        self.word_times = settings.word_times;
        self.phase = Phase::Open;
        out.command(Command::Open { context: CONTEXT, settings });
        Ok(())
    }

    fn on_message(&mut self, message: ClientMessage, out: &mut Actions) {
        match message {
            ClientMessage::Text(text) => self.joiner.say(CONTEXT, &text, out),
            ClientMessage::Flush(nonce) => {
                self.joiner.say_rest(CONTEXT, out);
                let token = self.expect(nonce);
                out.command(Command::Flush { context: CONTEXT, token });
            }
            ClientMessage::Reset(nonce) => {
                self.joiner.settle();
                let token = self.expect(nonce);
                out.command(Command::Clear { context: CONTEXT, token });
            }
            ClientMessage::Finish => {
                self.joiner.say_rest(CONTEXT, out);
                self.phase = Phase::Finishing;
                out.command(Command::Finish { context: CONTEXT });
            }
        }
    }

    fn expect(&mut self, nonce: Nonce) -> FlushToken {
        let token = FlushToken(self.next_token);
        self.next_token += 1;
        self.waiting.push_back(Waiting { token, nonce });
        token
    }

    fn on_done(&mut self, token: FlushToken, done: Done, out: &mut Actions) {
        let Some(at) = self.waiting.iter().position(|waiting| waiting.token == token) else { return };
        if let Some(waiting) = self.waiting.remove(at) {
            reply::done(self.dialect, done, &waiting.nonce, out);
        }
    }

    fn on_audio(&mut self, event: &AudioEvent<EncodedAudio>, out: &mut Actions) {
        let times = (self.word_times == WordTimes::On).then(|| Times {
            entries: self.timestamps.entries(self.dialect, event),
            buffer_empty: event.then == Then::Silence,
        });
        reply::audio(self.dialect, event.audio.0.clone(), times, out);
    }

    /// How long the client may be silent.
    fn patience(&self) -> Duration {
        match self.phase {
            Phase::Silent => self.offer.limits.first_message_wait,
            Phase::Open | Phase::Finishing => self.offer.limits.idle,
        }
    }

    fn refuse(&self, refusal: &Refusal, out: &mut Actions) {
        if refusal.kind == RefusalKind::IdleTimeout {
            return out.close(1000, refusal.message.clone());
        }
        out.text(errors::body(self.dialect, refusal, &self.request_id).to_string());
        out.close(errors::close_code(refusal.kind), errors::category(refusal.kind));
    }
}

impl Protocol for Stream {
    fn on_client_frame(
        &mut self,
        now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        self.last_heard = now;
        if self.phase == Phase::Finishing {
            return Ok(());
        }
        if let ClientFrame::Text(text) = frame {
            self.offer.check_size(text.len())?;
        }
        if self.phase == Phase::Silent {
            return self.on_first_frame(frame, out);
        }
        for message in message::parse(self.dialect, text_of(frame)?)? {
            self.on_message(message, out);
        }
        Ok(())
    }

    fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        self.last_heard = now;
        match event {
            Event::Opened(_) => reply::ready(self.dialect, &self.request_id, out),
            Event::Audio(audio) => self.on_audio(audio, out),
            Event::Flushed { token, .. } => self.on_done(*token, Done::Flush, out),
            Event::Cleared { token, .. } => self.on_done(*token, Done::Reset, out),
            Event::Closed { reason: CloseReason::Finished | CloseReason::Cancelled, .. } => {
                out.close(1000, "")
            }
            Event::Closed { reason: CloseReason::Drained, .. } => self.on_drained(out),
            // A closing server takes no more text, but speaks what it has: this wire cannot say so, and need not.
            Event::Refused(refusal) if refusal.context.is_some() && refusal.ended().is_none() => {}
            Event::Refused(refusal) => self.refuse(refusal, out),
            // This wire says nothing of them.
            Event::SegmentEnded { .. }
            | Event::ReleaseEnded { .. }
            | Event::GenerationEnded { .. }
            | Event::Updated { .. }
            | Event::Warned { .. } => {}
        }
    }

    fn on_silence(&mut self, now: Moment, _context: ContextId, out: &mut Actions) {
        self.last_heard = now;
        if self.word_times == WordTimes::On {
            reply::buffer_empty(self.dialect, out);
        }
    }

    fn on_deadline(&mut self, now: Moment, out: &mut Actions) {
        if now < self.last_heard + self.patience() {
            return;
        }
        let refusal = match self.phase {
            Phase::Silent => {
                let message = format!("no first message within {} s", self.patience().as_secs());
                Refusal::new(RefusalKind::Malformed, message)
            }
            Phase::Open | Phase::Finishing => Refusal::new(RefusalKind::IdleTimeout, "idle for too long"),
        };
        out.refused(refusal.kind);
        self.refuse(&refusal, out);
    }

    fn next_deadline(&self) -> Option<Moment> {
        Some(self.last_heard + self.patience())
    }
}

/// This wire's messages are text, whatever they say.
fn text_of(frame: ClientFrame<'_>) -> Result<&str, Refusal> {
    match frame {
        ClientFrame::Text(text) => Ok(text),
        ClientFrame::Binary(_) | ClientFrame::Body(_) => {
            Err(Refusal::new(RefusalKind::Malformed, "binary messages are not part of this protocol"))
        }
    }
}
