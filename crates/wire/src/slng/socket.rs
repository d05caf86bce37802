//! The socket: what is common to its sessions, until the first `init` has decided which one it is, and its clocks.

use std::sync::Arc;

use session::Event;
use speech::{EncodedAudio, Moment, Refusal, RefusalKind, Scope};

use super::address::{Cancel, Family, Wire};
use super::caller::{self, Caller};
use super::clocks::{Clocks, Due};
use super::errors::{self, Slug};
use super::message::{self, Message};
use super::ready;
use super::settings::{Defaults, Said, Transport};
use super::streams::{self, ManyStreams};
use super::terminal::Terminal;
use super::utterances::{Utterances, Wishes};
use crate::actions::Actions;
use crate::card::Accept;
use crate::fields::Fields;
use crate::frame::ClientFrame;
use crate::head::Head;
use crate::offer::Offer;
use crate::protocol::Protocol;

/// What a session has that names no format.
const ENCODING: &str = "linear16";
/// So many messages in a row that are not JSON end the connection.
const UNREADABLE_IN_A_ROW: u32 = 5;
/// Close codes (RFC 6455, 7.4.1).
const NORMAL: u16 = 1000;
const POLICY: u16 = 1008;
const TOO_BIG: u16 = 1009;
const RESTART: u16 = 1012;

/// `/v1/tts/…`
pub(super) fn accept_direct(offer: &Arc<Offer>, head: Head) -> Accept {
    accept(offer, Family::Direct, &head)
}

/// `/v1/bridges/unmute/tts/…`
pub(super) fn accept_bridge(offer: &Arc<Offer>, head: Head) -> Accept {
    accept(offer, Family::Bridge, &head)
}

fn accept(offer: &Arc<Offer>, family: Family, head: &Head) -> Accept {
    match Caller::of(offer, family, head).and_then(|caller| Socket::new(offer, caller, head)) {
        Ok(socket) => caller::accept(head, socket),
        Err(refusal) => Accept::Reply(errors::reply_to_upgrade(&refusal)),
    }
}

/// One socket.
struct Socket {
    offer: Arc<Offer>,
    caller: Caller,
    request_id: Arc<str>,
    /// How audio travels unless an `init` says otherwise.
    transport: Transport,
    clocks: Clocks,
    /// Messages in a row that could not be read.
    unreadable: u32,
    session: Session,
}

/// What the first `init` decided.
enum Session {
    /// None came yet.
    None,
    Utterances(Box<Utterances>),
    Streams(Box<ManyStreams>),
}

impl Socket {
    fn new(offer: &Arc<Offer>, caller: Caller, head: &Head) -> Result<Self, Refusal> {
        let transport = head.query("audio").map(Transport::named).transpose()?;
        Ok(Self {
            offer: Arc::clone(offer),
            caller,
            request_id: head.request_id.as_str().into(),
            transport: transport.unwrap_or(Transport::Binary),
            clocks: Clocks::new(&offer.limits, head.arrived),
            unreadable: 0,
            session: Session::None,
        })
    }

    fn on_fields(&mut self, now: Moment, fields: Fields, out: &mut Actions) -> Result<(), Refusal> {
        if self.is_undecided() && streams::is_of_streams(&fields) {
            let ready = ready::fields(&self.request_id);
            let mut none_yet = ManyStreams::new(&self.offer, self.caller.key, ready);
            if !streams::begins(&fields) {
                none_yet.on_fields(now, fields, out);
                return Ok(());
            }
            self.session = Session::Streams(Box::new(none_yet));
            self.clocks.begin();
        }
        match &mut self.session {
            Session::Streams(streams) => {
                streams.on_fields(now, fields, out);
                Ok(())
            }
            Session::None | Session::Utterances(_) => self.on_message(&fields, out),
        }
    }

    fn on_message(&mut self, fields: &Fields, out: &mut Actions) -> Result<(), Refusal> {
        let message = Message::of(&self.offer, fields)?;
        match (message, &mut self.session) {
            (Message::KeepAlive, _) => {}
            (Message::Close, _) => out.close(NORMAL, ""),
            (Message::Init, _) => self.on_init(fields, out)?,
            (message, Session::Utterances(utterances)) => {
                on_speech(utterances, message, self.caller.address.cancel, out);
            }
            (_, Session::None | Session::Streams(_)) => return Err(no_session()),
        }
        Ok(())
    }

    /// Whether it is still open which of two wires is spoken here.
    fn is_undecided(&self) -> bool {
        let either = self.caller.address.wire == Wire::UtterancesOrStreams;
        either && matches!(self.session, Session::None)
    }

    fn on_init(&mut self, fields: &Fields, out: &mut Actions) -> Result<(), Refusal> {
        let wishes = self.wishes(fields)?;
        if let Session::Utterances(utterances) = &mut self.session {
            utterances.change(wishes, out);
            return Ok(());
        }
        let terminal = Terminal::chosen(&self.offer);
        let begun = Utterances::begin(Arc::clone(&self.request_id), terminal, wishes, out);
        self.session = Session::Utterances(Box::new(begun));
        self.clocks.begin();
        Ok(())
    }

    fn wishes(&self, fields: &Fields) -> Result<Wishes, Refusal> {
        let Caller { address, key } = self.caller;
        let said = Said::of(fields)?;
        // Each utterance can be played without the ones before.
        let scope = Scope::Generation;
        let defaults = Defaults { voice: address.default_voice, encoding: ENCODING, scope, key };
        let settings = said.settings(&self.offer, defaults)?;
        Ok(Wishes { settings, transport: said.transport()?.unwrap_or(self.transport) })
    }

    /// A message that is not JSON: said so, and tolerated a few times.
    fn on_unreadable(&mut self, refusal: &Refusal, out: &mut Actions) {
        self.unreadable += 1;
        out.refused(refusal.kind);
        out.text(errors::frame_of(refusal));
        if self.unreadable >= UNREADABLE_IN_A_ROW {
            out.close(POLICY, "too many messages that are not JSON");
        }
    }
}

/// Speech before there is a session.
fn no_session() -> Refusal {
    Refusal::new(RefusalKind::UnknownContext, "no session yet: send init first")
}

fn on_speech(utterances: &mut Utterances, message: Message, cancel: Cancel, out: &mut Actions) {
    match (message, cancel) {
        (Message::Text(text, end), _) => utterances.say(&text, end, out),
        (Message::Flush, _) | (Message::Cancel, Cancel::Flushes) => utterances.flush(out),
        (Message::Clear, _) | (Message::Cancel, Cancel::Stops) => utterances.clear(out),
        (Message::Init | Message::Close | Message::KeepAlive, _) => {
            unreachable!("handled before a session is looked for")
        }
    }
}

/// Says why, and closes.
fn end(slug: Slug, message: &str, code: u16, out: &mut Actions) {
    out.text(errors::frame(slug, message));
    out.close(code, message);
}

const fn size(frame: ClientFrame<'_>) -> usize {
    match frame {
        ClientFrame::Text(text) => text.len(),
        ClientFrame::Binary(bytes) | ClientFrame::Body(bytes) => bytes.len(),
    }
}

impl Protocol for Socket {
    fn on_client_frame(
        &mut self,
        now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        self.clocks.heard(now);
        if let Err(refusal) = self.offer.check_size(size(frame)) {
            out.refused(refusal.kind);
            end(errors::TOO_LARGE, &refusal.message, TOO_BIG, out);
            return Ok(());
        }
        match message::fields(frame) {
            Ok(fields) => {
                self.unreadable = 0;
                self.on_fields(now, fields, out)
            }
            Err(refusal) => {
                self.on_unreadable(&refusal, out);
                Ok(())
            }
        }
    }

    fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        self.clocks.heard(now);
        match (&mut self.session, event) {
            (Session::Utterances(utterances), event) => utterances.on_event(event, out),
            (Session::Streams(streams), event) => streams.on_event(now, event, out),
            (Session::None, Event::Refused(refusal)) => out.text(errors::frame_of(refusal)),
            // Without a session there is no context that anything could happen to.
            (Session::None, _) => {}
        }
    }

    fn on_ping(&mut self, now: Moment) {
        self.clocks.heard(now);
    }

    fn on_deadline(&mut self, now: Moment, out: &mut Actions) {
        if let Session::Streams(streams) = &mut self.session {
            streams.expire(now, out);
        }
        let Some(due) = self.clocks.due(now) else { return };
        let message = self.clocks.message(due);
        let (kind, slug, code) = match due {
            Due::NoInit => (RefusalKind::Malformed, errors::REQUEST, POLICY),
            Due::Idle => (RefusalKind::IdleTimeout, errors::IDLE, NORMAL),
            Due::TooOld => (RefusalKind::LimitExceeded, errors::TOO_OLD, NORMAL),
        };
        out.refused(kind);
        end(slug, &message, code, out);
    }

    fn next_deadline(&self) -> Option<Moment> {
        let expiry = match &self.session {
            Session::Streams(streams) => streams.next_expiry(),
            Session::None | Session::Utterances(_) => None,
        };
        Some(expiry.map_or(self.clocks.next(), |expiry| expiry.min(self.clocks.next())))
    }

    fn on_drained(&mut self, out: &mut Actions) {
        out.close(RESTART, "server is shutting down");
    }
}
