//! The socket: requests in, events out.

use std::sync::Arc;

use serde_json::{Value, json};
use session::{Command, Event};
use speech::{ContextId, EncodedAudio, KeyId, Moment, Refusal, RefusalKind};

use super::contexts::{Context, Contexts, Stage};
use super::message::{self, Op, Request};
use super::reply;
use super::settings::Wishes;
use crate::actions::Actions;
use crate::card::Accept;
use crate::frame::ClientFrame;
use crate::head::{Head, HttpReply};
use crate::offer::Offer;
use crate::protocol::Protocol;

/// Checks the key before the upgrade: `Authorization: Bearer`, `X-API-Key`, or `?key=` for browsers.
pub(super) fn accept(offer: &Arc<Offer>, head: Head) -> Accept {
    let presented = head.bearer().or(head.header("x-api-key")).or(head.query("key"));
    match offer.keys.check(presented) {
        Ok(key) => Accept::stream(Stream {
            offer: Arc::clone(offer),
            key,
            contexts: Contexts::default(),
            last_heard: head.arrived,
        }),
        Err(refusal) => {
            let body = json!({"event": "error", "kind": refusal.kind.name(), "message": refusal.message});
            Accept::Reply(HttpReply::json(401, &body).with_header("www-authenticate", "Bearer"))
        }
    }
}

/// One socket.
struct Stream {
    offer: Arc<Offer>,
    key: KeyId,
    contexts: Contexts,
    last_heard: Moment,
}

impl Stream {
    fn on_request(&mut self, request: Request, out: &mut Actions) -> Result<(), Refusal> {
        match request.op {
            Op::Ping => {
                out.text(json!({"event": "pong"}).to_string());
                Ok(())
            }
            Op::Open => self.open(request, out),
            _ => self.on_context(request, out),
        }
    }

    fn open(&mut self, request: Request, out: &mut Actions) -> Result<(), Refusal> {
        let wishes = Wishes::default_for(&self.offer, self.key).updated(&self.offer, &request.fields)?;
        let speaks = request.fields.text("text")?.is_some();
        let lane = message::name(&request.fields, "lane")?;
        let in_use = || Refusal::new(RefusalKind::AlreadyOpen, "a context of this name is open");
        let (context, wishes) = self.contexts.open(&request.context, wishes, lane).ok_or_else(in_use)?;
        out.command(Command::Open { context, settings: Box::new(wishes.session) });
        if speaks { self.on_context(Request { op: Op::Say, ..request }, out) } else { Ok(()) }
    }

    /// Everything that needs an open context.
    fn on_context(&mut self, request: Request, out: &mut Actions) -> Result<(), Refusal> {
        let unknown = || Refusal::new(RefusalKind::UnknownContext, "no context of this name is open");
        let (id, context) = self.contexts.find(&request.context).ok_or_else(unknown)?;
        match request.op {
            Op::Say => say(id, context, &request, out),
            Op::Update => update(&self.offer, id, context, request, out),
            Op::Flush => {
                let token = context.expect(&self.offer, request.id, None)?;
                context.joiner.say_rest(id, out);
                out.command(Command::Flush { context: id, token });
                Ok(())
            }
            Op::Clear => {
                let token = context.expect(&self.offer, request.id, None)?;
                context.joiner.settle();
                out.command(Command::Clear { context: id, token });
                Ok(())
            }
            Op::Finish => {
                context.joiner.say_rest(id, out);
                context.stage = Stage::Finishing;
                out.command(Command::Finish { context: id });
                Ok(())
            }
            Op::Cancel => {
                out.command(Command::Cancel { context: id });
                Ok(())
            }
            Op::Open | Op::Ping => unreachable!("handled before a context is looked up"),
        }
    }

    fn refuse(&mut self, refusal: &Refusal, out: &mut Actions) {
        let name = refusal.context.and_then(|id| self.contexts.get(id)).map(|(name, _)| name.to_owned());
        out.text(reply::refused(name.as_deref(), &Value::Null, refusal));
        if let Some(id) = refusal.ended() {
            self.contexts.forget(id);
        }
        if refusal.kind == RefusalKind::IdleTimeout {
            out.close(1000, "idle for too long");
        }
    }
}

/// Declines a request in our own words: nobody else learns of it, so it is noted.
fn decline(context: Option<&str>, id: &Value, refusal: &Refusal, out: &mut Actions) {
    out.refused(refusal.kind);
    out.text(reply::refused(context, id, refusal));
}

fn say(id: ContextId, context: &mut Context, request: &Request, out: &mut Actions) -> Result<(), Refusal> {
    let missing = || Refusal::new(RefusalKind::InvalidValue, "say needs text");
    let text = request.fields.text("text")?.ok_or_else(missing)?;
    context.check_open()?;
    context.joiner.say(id, text, out);
    Ok(())
}

fn update(
    offer: &Offer,
    id: ContextId,
    context: &mut Context,
    request: Request,
    out: &mut Actions,
) -> Result<(), Refusal> {
    context.check_open()?;
    let wishes = context.wishes.updated(offer, &request.fields)?;
    let token = context.expect(offer, request.id, Some(wishes.clone()))?;
    context.joiner.say_rest(id, out);
    let settings = Box::new(wishes.session.clone());
    context.wishes = wishes;
    out.command(Command::Update { context: id, token, settings });
    Ok(())
}

/// Says an event of an open context.
fn render(name: &str, context: &mut Context, event: &Event<EncodedAudio>, out: &mut Actions) {
    let units = context.current.units;
    let (word, more) = match event {
        Event::Audio(audio) => return reply::audio(name, &context.current, audio, out),
        Event::Opened(_) => ("opened", reply::described(&context.current)),
        Event::SegmentEnded { generation, place, outcome, said_by, .. } => {
            let ended = reply::segment_ended(*generation, *place, *outcome, units);
            ("segment_ended", reply::with_speaker(ended, said_by.as_deref()))
        }
        Event::ReleaseEnded { generation, release, .. } => {
            ("release_ended", json!({"generation": generation.0, "release": release.0}))
        }
        Event::GenerationEnded { generation, duration, .. } => {
            ("generation_ended", json!({"generation": generation.0, "duration": reply::seconds(*duration)}))
        }
        Event::Flushed { token, generation, .. } => {
            let generation = generation.map(|generation| generation.0);
            ("flushed", json!({"id": context.acknowledge(*token), "generation": generation}))
        }
        Event::Cleared { token, heard, .. } => {
            ("cleared", json!({"id": context.acknowledge(*token), "heard": reply::heard(heard, units)}))
        }
        Event::Updated { token, .. } => {
            let id = context.acknowledge(*token);
            let mut more = reply::described(&context.current);
            more["id"] = id;
            ("updated", more)
        }
        Event::Warned { warning, .. } => {
            ("warning", json!({"code": warning.code(), "message": warning.to_string()}))
        }
        Event::Closed { reason, heard, .. } => {
            ("closed", json!({"reason": reply::reason(*reason), "heard": reply::heard(heard, units)}))
        }
        Event::Refused(_) => unreachable!("refusals are said in one place of their own"),
    };
    out.text(reply::event(word, name, more));
}

impl Protocol for Stream {
    fn on_client_frame(
        &mut self,
        now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        self.last_heard = now;
        let ClientFrame::Text(text) = frame else {
            return Err(Refusal::new(RefusalKind::Malformed, "requests are text messages, not binary ones"));
        };
        self.offer.check_size(text.len())?;
        // Whatever is declined here, its context, if there is one, lives on.
        match Request::parse(text) {
            Err(unread) => decline(unread.context.as_deref(), &unread.id, &unread.refusal, out),
            Ok(request) => {
                let (name, id) = (request.context.clone(), request.id.clone());
                if let Err(refusal) = self.on_request(request, out) {
                    decline(Some(&name), &id, &refusal, out);
                }
            }
        }
        Ok(())
    }

    fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        self.last_heard = now;
        if let Event::Refused(refusal) = event {
            return self.refuse(refusal, out);
        }
        let Some(id) = event.context() else { return };
        // A context that we have forgotten has nothing more to say.
        if let Some((name, context)) = self.contexts.get(id) {
            render(name, context, event, out);
        }
        if let Event::Closed { .. } = event {
            self.contexts.forget(id);
        }
    }

    fn on_deadline(&mut self, now: Moment, out: &mut Actions) {
        if now.since(self.last_heard) >= self.offer.limits.idle {
            let refusal = Refusal::new(RefusalKind::IdleTimeout, "idle for too long");
            out.refused(refusal.kind);
            self.refuse(&refusal, out);
        }
    }

    fn next_deadline(&self) -> Option<Moment> {
        Some(self.last_heard + self.offer.limits.idle)
    }
}
