//! The socket: messages in, events out, many contexts on one connection.

use std::sync::Arc;

use session::{AudioEvent, Command, Event};
use speech::{AudioTime, ContextId, EncodedAudio, GenerationId, KeyId, Moment, Refusal, RefusalKind};

use super::auth::{self, Denied};
use super::config::Config;
use super::contexts::{Context, Contexts, Intake, Needs, Told};
use super::message::{Ask, Message, SendText, Then, Unread};
use super::times::Division;
use super::{errors, reply};
use crate::actions::Actions;
use crate::card::Accept;
use crate::fields::Fields;
use crate::frame::ClientFrame;
use crate::head::Head;
use crate::offer::Offer;
use crate::protocol::Protocol;

/// Checks the key before the upgrade or, as the operator chose, after the first frame.
pub(super) fn accept(offer: &Arc<Offer>, head: Head) -> Accept {
    let access = auth::check(offer, &head);
    match access {
        Err(denied) if offer.options.choice("auth") == "handshake" => {
            Accept::Reply(errors::reply(&denied.refusal()))
        }
        access => Accept::stream(Stream::new(Arc::clone(offer), access, &head)),
    }
}

/// One socket.
struct Stream {
    offer: Arc<Offer>,
    access: Result<KeyId, Denied>,
    contexts: Contexts,
    /// When the client or the session was last heard of.
    last_heard: Moment,
}

/// A message that was declined, and of which context.
struct Declined {
    context: Option<String>,
    refusal: Refusal,
}

impl Stream {
    fn new(offer: Arc<Offer>, access: Result<KeyId, Denied>, head: &Head) -> Self {
        let contexts = Contexts::new(Division::chosen(&offer), head.request_id.clone());
        Self { offer, access, contexts, last_heard: head.arrived }
    }

    fn on_message(&mut self, key: KeyId, message: Message, out: &mut Actions) -> Result<(), Declined> {
        let unnamed = |refusal| Declined { context: None, refusal };
        let name = match (message.context, &message.ask) {
            (_, Ask::Nothing) => return Ok(()),
            // Shows that the client lives, whichever of its contexts do.
            (_, Ask::SendText(SendText { text, then: Then::More })) if text.is_empty() => return Ok(()),
            (Some(name), _) => name,
            (None, Ask::Create(_)) => self.contexts.fresh_name(),
            (None, ask) => self.contexts.only(needs(ask)).map_err(unnamed)?,
        };
        let done = match message.ask {
            Ask::Create(fields) => self.create(key, &name, &fields, out),
            ask => self.on_context(key, &name, ask, out),
        };
        done.map_err(|refusal| Declined { context: Some(name), refusal })
    }

    fn create(&mut self, key: KeyId, name: &str, fields: &Fields, out: &mut Actions) -> Result<(), Refusal> {
        let config = Config::create(&self.offer, fields)?;
        let settings = Box::new(config.settings(&self.offer, key)?);
        if self.contexts.find(name).is_none() {
            check_room(&self.offer, self.contexts.count())?;
        }
        let in_use = || Refusal::new(RefusalKind::AlreadyOpen, format!("context {name} already exists"));
        let context = self.contexts.open(name, config).ok_or_else(in_use)?;
        out.command(Command::Open { context, settings });
        Ok(())
    }

    /// Everything that needs an open context.
    fn on_context(&mut self, key: KeyId, name: &str, ask: Ask, out: &mut Actions) -> Result<(), Refusal> {
        let unknown = || not_found(name, payload(&ask));
        let (id, context) = self.contexts.find(name).ok_or_else(unknown)?;
        if context.intake == Intake::Closed && needs(&ask) == Needs::OpenContext {
            return Err(unknown());
        }
        match ask {
            Ask::SendText(message) => say(&self.offer, id, context, &message, out)?,
            Ask::Update(fields) => {
                let config = context.wanted.update(&self.offer, &fields)?;
                let settings = Box::new(config.settings(&self.offer, key)?);
                context.joiner.say_rest(id, out);
                let token = context.token();
                context.expect(token, config);
                out.command(Command::Update { context: id, token, settings });
            }
            Ask::Flush => flush(id, context, out),
            Ask::Close => {
                context.joiner.say_rest(id, out);
                context.intake = Intake::Closed;
                out.command(Command::Finish { context: id });
            }
            Ask::Cancel => {
                out.command(Command::Cancel { context: id });
                out.text(reply::context_closed(name));
                self.contexts.forget(id);
            }
            Ask::Create(_) | Ask::Nothing => unreachable!("handled before a context is looked up"),
        }
        Ok(())
    }

    /// When the connection has been silent for too long. One without a key has less time: it is here to say one thing.
    fn idle_due(&self) -> Moment {
        let limits = &self.offer.limits;
        self.last_heard
            + match self.access {
                Ok(_) => limits.idle,
                Err(_) => limits.first_message_wait.min(limits.idle),
            }
    }

    /// Tells of something that was declined, and of the context's end if it is one.
    fn refuse(&mut self, refusal: &Refusal, out: &mut Actions) {
        let Some(id) = refusal.context else {
            return out.text(errors::top_level(&errors::status_of(refusal)));
        };
        // A context that was cancelled has nothing more to say.
        let Some((name, context)) = self.contexts.get(id) else { return };
        let refusal = &match refusal.kind {
            RefusalKind::UnknownContext => Refusal { message: missing(name), ..refusal.clone() },
            _ => refusal.clone(),
        };
        out.text(reply::failure(Some(name), errors::status_of(refusal)));
        if refusal.ended().is_some() {
            if context.told == Told::Created {
                out.text(reply::context_closed(name));
            }
            self.contexts.forget(id);
        }
    }

    fn on_text(&mut self, key: KeyId, text: &str, out: &mut Actions) {
        let done = match Message::parse(text) {
            Ok(message) => self.on_message(key, message, out),
            Err(Unread::Refused { context, refusal }) => Err(Declined { context, refusal }),
            Err(Unread::Undecodable) => {
                out.refused(RefusalKind::Malformed);
                return out.text(errors::undecodable());
            }
        };
        if let Err(Declined { context, refusal }) = done {
            out.refused(refusal.kind);
            out.text(reply::failure(context.as_deref(), errors::status_of(&refusal)));
        }
    }
}

/// Nobody without a key stays.
fn deny(denied: Denied, out: &mut Actions) {
    out.refused(RefusalKind::Unauthenticated);
    out.text(denied.frame());
    out.close(1000, "");
}

/// The page's words, which a published client waits for, behind the words of today.
fn check_room(offer: &Offer, open: usize) -> Result<(), Refusal> {
    let most = offer.limits.contexts_per_connection;
    if open < most {
        return Ok(());
    }
    let message = format!(
        "You have reached the limit of {most} TTS contexts per connection. Please close other contexts on this \
         connection to continue. (max contexts limit reached)"
    );
    Err(Refusal::new(RefusalKind::LimitExceeded, message))
}

fn say(
    offer: &Offer,
    id: ContextId,
    context: &mut Context,
    message: &SendText,
    out: &mut Actions,
) -> Result<(), Refusal> {
    let limit = offer.limits.message_characters;
    if message.text.chars().count() > limit {
        return Err(too_long(limit));
    }
    context.joiner.say(id, &message.text, out);
    match message.then {
        Then::More => {}
        Then::Flush => flush(id, context, out),
    }
    Ok(())
}

fn flush(id: ContextId, context: &mut Context, out: &mut Actions) {
    context.joiner.say_rest(id, out);
    let token = context.token();
    out.command(Command::Flush { context: id, token });
}

/// What a text beyond the limit is told, in a message and in a call.
pub(super) fn too_long(limit: usize) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, format!("text length should not exceed {limit} characters."))
}

fn missing(name: &str) -> String {
    format!("context {name} not found")
}

fn not_found(name: &str, payload: Option<&str>) -> Refusal {
    let message = match payload {
        Some(payload) => format!("{} (payload={payload})", missing(name)),
        None => missing(name),
    };
    Refusal::new(RefusalKind::UnknownContext, message)
}

/// How a message is called in the error about a context that is not there; closing has no such name.
fn payload(ask: &Ask) -> Option<&'static str> {
    match ask {
        Ask::SendText(_) => Some("SEND_TEXT"),
        Ask::Flush => Some("FLUSH_CONTEXT"),
        Ask::Update(_) => Some("UPDATE_CONFIG"),
        Ask::Create(_) | Ask::Close | Ask::Cancel | Ask::Nothing => None,
    }
}

/// A context that is closing can still be flushed, closed once more, and cancelled.
const fn needs(ask: &Ask) -> Needs {
    match ask {
        Ask::SendText(_) | Ask::Update(_) | Ask::Create(_) | Ask::Nothing => Needs::OpenContext,
        Ask::Flush | Ask::Close | Ask::Cancel => Needs::AnyContext,
    }
}

fn audio(name: &str, context: &mut Context, event: &AudioEvent<EncodedAudio>, out: &mut Actions) {
    let times = context.times.with_audio(event);
    let usage = reply::usage(context.characters(event), &context.current.model);
    let chunk = reply::chunk(Some(&event.audio.0), usage, times);
    out.text(reply::event(name, "audioChunk", chunk));
}

/// The last word times of a generation, then that it is complete. One that was cut short has a refusal right behind it.
fn generation_ended(
    name: &str,
    context: &mut Context,
    generation: GenerationId,
    duration: AudioTime,
    out: &mut Actions,
) {
    if !context.was_said(generation) {
        return context.times.forget();
    }
    for times in context.times.at_end(duration) {
        let usage = reply::usage(0, &context.current.model);
        out.text(reply::event(name, "audioChunk", reply::chunk(None, usage, Some(times))));
    }
    out.text(reply::flush_completed(name));
}

impl Protocol for Stream {
    fn on_client_frame(
        &mut self,
        now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        self.last_heard = now;
        let key = match self.access {
            Ok(key) => key,
            Err(denied) => {
                deny(denied, out);
                return Ok(());
            }
        };
        match frame {
            ClientFrame::Text(text) => {
                self.offer.check_size(text.len())?;
                self.on_text(key, text, out);
            }
            ClientFrame::Binary(_) | ClientFrame::Body(_) => {
                out.refused(RefusalKind::Malformed);
                out.text(errors::undecodable());
            }
        }
        Ok(())
    }

    fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        self.last_heard = now;
        if let Event::Refused(refusal) = event {
            return self.refuse(refusal, out);
        }
        let division = self.contexts.division();
        // A context that was cancelled is forgotten already.
        let Some((name, context)) = event.context().and_then(|id| self.contexts.get(id)) else { return };
        match event {
            Event::Opened(_) => {
                context.told = Told::Created;
                out.text(reply::event(name, "contextCreated", context.current.echo()));
            }
            Event::Audio(event) => audio(name, context, event, out),
            Event::ReleaseEnded { generation, .. } => context.has_said(*generation),
            Event::GenerationEnded { generation, duration, .. } => {
                generation_ended(name, context, *generation, *duration, out);
            }
            // A flush that covers something ends with the generation that it covers.
            Event::Flushed { generation: Some(_), .. } => {}
            Event::Flushed { generation: None, .. } => out.text(reply::flush_completed(name)),
            Event::Updated { token, .. } => {
                context.updated(*token, division);
                out.text(reply::event(name, "contextUpdated", context.current.echo()));
            }
            Event::Closed { context: id, .. } => {
                out.text(reply::context_closed(name));
                self.contexts.forget(*id);
            }
            Event::SegmentEnded { .. } | Event::Cleared { .. } | Event::Warned { .. } | Event::Refused(_) => {
            }
        }
    }

    fn on_deadline(&mut self, now: Moment, out: &mut Actions) {
        if now < self.idle_due() {
            return;
        }
        if let Err(denied) = self.access {
            return deny(denied, out);
        }
        out.refused(RefusalKind::IdleTimeout);
        for name in self.contexts.names() {
            out.text(reply::context_closed(name));
        }
        out.close(1000, "");
    }

    fn next_deadline(&self) -> Option<Moment> {
        Some(self.idle_due())
    }
}
