//! The socket: fragments in, one request after another out.

use std::sync::Arc;
use std::time::Duration;

use session::{CloseReason, Command, Event, Limits};
use speech::{ContextId, EncodedAudio, KeyId, Moment, Refusal, RefusalKind};

use super::failed::Failed;
use super::message::{Fragment, Message, Names, Step};
use super::model::Model;
use super::reply::{self, Ids};
use super::table::Table;
use super::utterance::{Input, Stage, Utterance};
use super::wishes::{self, Pieces};
use super::{errors, patience};
use crate::actions::Actions;
use crate::card::Accept;
use crate::frame::ClientFrame;
use crate::head::Head;
use crate::offer::Offer;
use crate::protocol::Protocol;

/// The current address.
pub(super) fn accept_current(offer: &Arc<Offer>, head: Head) -> Accept {
    let patience = patience::current(offer, &head);
    Stream::accept(offer, &head, patience)
}

/// The addresses of older clients.
pub(super) fn accept_legacy(offer: &Arc<Offer>, head: Head) -> Accept {
    let patience = patience::legacy(offer, &head);
    Stream::accept(offer, &head, patience)
}

/// Checks the key that came with a request: a bearer token, or for browsers in the query.
///
/// # Errors
/// [`RefusalKind::Unauthenticated`].
pub(super) fn check_key(offer: &Offer, head: &Head) -> Result<KeyId, Refusal> {
    offer.keys.check(head.bearer().or(head.query("token")))
}

/// One socket.
struct Stream {
    offer: Arc<Offer>,
    key: KeyId,
    /// The random part of all ids.
    name: String,
    /// What the address says about the model.
    model: Model,
    table: Table,
    /// How many requests there were.
    requests: u64,
    /// Requests that failed, whose client still sends for them.
    failed: Failed,
    /// How long the client may be silent.
    patience: Duration,
    /// When the client was last heard of, or something was last being spoken.
    last_active: Moment,
}

impl Stream {
    fn accept(offer: &Arc<Offer>, head: &Head, patience: Duration) -> Accept {
        match check_key(offer, head) {
            Err(refusal) => Accept::Reply(errors::reply(&refusal, &head.request_id)),
            Ok(key) => Accept::stream(Self {
                offer: Arc::clone(offer),
                key,
                name: head.request_id.clone(),
                model: Model::of_path(head),
                table: Table::default(),
                requests: 0,
                failed: Failed::default(),
                patience,
                last_active: head.arrived,
            }),
        }
    }

    fn session(&self) -> String {
        format!("ws_{}", self.name)
    }

    /// The ids of another request.
    fn new_ids(&mut self, names: &Names) -> Ids {
        let request = format!("task_{}_{}", self.name, self.requests);
        self.requests += 1;
        Ids { session: self.session(), request, names: names.clone() }
    }

    fn on_fragment(&mut self, now: Moment, fragment: &Fragment, out: &mut Actions) -> Result<(), Refusal> {
        let name = fragment.context.as_ref();
        if self.failed.takes(now, name) {
            return self.after_failure(fragment);
        }
        match (self.table.find_open(name), fragment.speakable()?) {
            (Some((id, utterance)), _) => {
                continue_with(&self.offer, (id, utterance), now, fragment, out)?;
            }
            (None, Some(_)) => self.begin(now, fragment, out)?,
            (None, None) => self.on_nothing(fragment, out)?,
        }
        if fragment.step.is_closing() {
            self.table.shut(name);
        }
        Ok(())
    }

    /// A fragment of a request that failed: its client knows, and hears no more of it. Only what may be a whole request
    /// of its own is told why it is not spoken.
    fn after_failure(&mut self, fragment: &Fragment) -> Result<(), Refusal> {
        if fragment.step.is_closing() {
            self.failed.forget(fragment.context.as_ref());
        }
        if fragment.context.is_none() && fragment.step == Step::Close && fragment.speakable()?.is_some() {
            let message = "text closes continuous input that failed; send it again to have it spoken";
            return Err(Refusal::new(RefusalKind::InvalidValue, message));
        }
        Ok(())
    }

    /// A request begins with its first fragment that says something.
    fn begin(&mut self, now: Moment, fragment: &Fragment, out: &mut Actions) -> Result<(), Refusal> {
        let input = input(fragment)?;
        let text = checked_text(&self.offer, &input, fragment)?;
        let settings = wishes::settings(&self.offer, self.model, pieces(&input), &fragment.fields, self.key)?;
        let utterance = Utterance::new(self.new_ids(&fragment.names), input, &settings, now);
        let (context, utterance) = self.table.insert(utterance);
        out.command(Command::Open { context, settings: Box::new(settings) });
        utterance.say(now, context, text, out);
        step(now, (context, utterance), fragment.step, out);
        Ok(())
    }

    /// White space, or nothing, where no request is open: a client that keeps its socket alive, or closes what is closed.
    fn on_nothing(&mut self, fragment: &Fragment, out: &mut Actions) -> Result<(), Refusal> {
        let is_closing = fragment.fields.value("continue").is_some();
        match (&fragment.context, fragment.step) {
            // A client that flushes nothing would wait for its end for ever, unless what it said before has one to come.
            (None, Step::FlushAndClose) if !self.table.has_nameless() => {
                out.text(self.new_ids(&fragment.names).complete(self.model));
            }
            (None, Step::Close) if fragment.fields.value("text").is_none() && !is_closing => {
                return Err(Refusal::new(RefusalKind::InvalidValue, "text is required"));
            }
            _ => {}
        }
        Ok(())
    }

    fn cancel(&mut self, name: Option<&String>, out: &mut Actions) {
        self.failed.forget(name);
        for context in self.table.drop_all(name) {
            out.command(Command::Cancel { context });
        }
    }

    fn on_closed(&mut self, context: ContextId, reason: CloseReason, out: &mut Actions) {
        let Some(utterance) = self.table.remove(context) else { return };
        // A continuation has said so after each release, and what was cut short is not complete.
        if reason == CloseReason::Finished && utterance.context().is_none() {
            out.text(utterance.ids.complete(self.model));
        }
    }

    fn on_refused(&mut self, now: Moment, refusal: &Refusal, out: &mut Actions) {
        match (refusal.context, refusal.ended()) {
            (Some(context), Some(_)) => {
                let Some(utterance) = self.table.remove(context) else { return };
                if utterance.stage == Stage::Open {
                    self.failed.remember(now, utterance.context().map(str::to_owned));
                }
                out.text(utterance.ids.error(refusal));
            }
            // A closing server takes no more text, but speaks what it has: an error would make clients drop that.
            (Some(_), None) => {}
            (None, _) => out.text(reply::error(&self.session(), refusal)),
        }
    }

    /// Tells a client why its request cannot begin, go on or end. One that cannot begin has failed, whatever is still sent
    /// for it; one that cannot be closed as its client wants ends here, since nothing else will end it.
    fn decline(&mut self, now: Moment, fragment: &Fragment, refusal: &Refusal, out: &mut Actions) {
        out.refused(refusal.kind);
        let name = fragment.context.as_ref();
        let open = self.table.find_open(name).map(|(context, open)| (context, open.ids.clone()));
        match (open, fragment.step.is_closing()) {
            (Some((_, ids)), false) => out.text(ids.error(refusal)),
            (Some((context, ids)), true) => {
                out.text(ids.error(refusal));
                out.command(Command::Cancel { context });
                self.table.give_up(context);
            }
            (None, is_closing) => {
                out.text(self.new_ids(&fragment.names).error(refusal));
                if !is_closing {
                    self.failed.remember(now, name.cloned());
                }
            }
        }
    }

    /// When the client has been silent for too long. While something is being spoken it may be.
    fn idle_due(&self) -> Moment {
        let patience = if self.table.is_speaking() {
            self.patience.max(longest_pause(&self.offer.limits))
        } else {
            self.patience
        };
        self.last_active + patience
    }

    fn on_idle(&self, out: &mut Actions) {
        let seconds = self.patience.as_secs_f64();
        let message = format!("Connection timed out after {seconds} seconds of inactivity");
        let refusal = Refusal::new(RefusalKind::IdleTimeout, message);
        out.refused(refusal.kind);
        out.text(reply::error(&self.session(), &refusal));
        out.close(1000, "");
    }
}

/// How long nothing may be heard while something is being spoken. What is unspoken for longer waits for the client, as
/// does continuous input without an end.
fn longest_pause(limits: &Limits) -> Duration {
    limits.engine_stall + limits.socket_stall
}

/// How the text of a request comes that begins with this fragment.
fn input(fragment: &Fragment) -> Result<Input, Refusal> {
    Ok(match (&fragment.context, fragment.step) {
        (Some(name), _) => Input::Context(name.clone()),
        (None, Step::Close | Step::FlushAndClose) => Input::Whole,
        (None, Step::Continue | Step::Flush) => Input::Continuous(wishes::backoff(&fragment.fields)?),
    })
}

const fn pieces(input: &Input) -> Pieces {
    match input {
        Input::Whole => Pieces::Whole,
        Input::Continuous(_) => Pieces::Continuous,
        Input::Context(_) => Pieces::Context,
    }
}

/// The text of a fragment, if it is not too long.
fn checked_text<'a>(offer: &Offer, input: &Input, fragment: &'a Fragment) -> Result<&'a str, Refusal> {
    let text = fragment.fields.text("text")?.unwrap_or_default();
    let limit = match input {
        Input::Whole => offer.limits.request_characters,
        Input::Continuous(_) | Input::Context(_) => offer.limits.message_characters,
    };
    let count = text.chars().count();
    if count <= limit {
        return Ok(text);
    }
    let message =
        format!("text of {count} characters exceeds the limit of {limit}; send it in several messages");
    Err(Refusal::new(RefusalKind::LimitExceeded, message))
}

/// A fragment for a request that is open.
fn continue_with(
    offer: &Offer,
    (context, utterance): (ContextId, &mut Utterance),
    now: Moment,
    fragment: &Fragment,
    out: &mut Actions,
) -> Result<(), Refusal> {
    let text = checked_text(offer, &utterance.input, fragment)?;
    utterance.say(now, context, text, out);
    step(now, (context, utterance), fragment.step, out);
    Ok(())
}

fn step(now: Moment, (context, utterance): (ContextId, &mut Utterance), step: Step, out: &mut Actions) {
    match step {
        Step::Continue => {}
        Step::Flush => utterance.flush(now, context, out),
        Step::Close | Step::FlushAndClose => utterance.finish(now, context, out),
    }
}

impl Protocol for Stream {
    fn on_client_frame(
        &mut self,
        now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        self.last_active = now;
        let ClientFrame::Text(text) = frame else {
            return Err(Refusal::new(RefusalKind::Malformed, "messages are text, not binary"));
        };
        self.offer.check_size(text.len())?;
        match Message::parse(text)? {
            Message::Ping => out.text(reply::pong()),
            Message::Cancel(name) => self.cancel(name.as_ref(), out),
            Message::Fragment(fragment) => {
                if let Err(refusal) = self.on_fragment(now, &fragment, out) {
                    self.decline(now, &fragment, &refusal, out);
                }
            }
        }
        Ok(())
    }

    fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        if self.table.is_speaking() || matches!(event, Event::Audio(_)) {
            self.last_active = now;
        }
        match event {
            Event::Audio(audio) => {
                if let Some(utterance) = self.table.get(audio.context) {
                    utterance.sound(now, audio, out);
                }
            }
            Event::SegmentEnded { context, place, .. } => {
                if let Some(utterance) = self.table.get(*context) {
                    utterance.segment_ended(*place);
                }
            }
            Event::ReleaseEnded { context, .. } => {
                let continued = self.table.get(*context).filter(|utterance| utterance.context().is_some());
                if let Some(utterance) = continued {
                    utterance.released(now, self.model, out);
                }
            }
            Event::Closed { context, reason, .. } => self.on_closed(*context, *reason, out),
            Event::Refused(refusal) => self.on_refused(now, refusal, out),
            // This wire says nothing of them.
            Event::Opened(_)
            | Event::GenerationEnded { .. }
            | Event::Flushed { .. }
            | Event::Cleared { .. }
            | Event::Updated { .. }
            | Event::Warned { .. } => {}
        }
    }

    fn on_silence(&mut self, now: Moment, context: ContextId, _out: &mut Actions) {
        self.last_active = now;
        if let Some(utterance) = self.table.get(context) {
            utterance.all_spoken();
        }
    }

    fn on_deadline(&mut self, now: Moment, out: &mut Actions) {
        if self.idle_due() <= now {
            return self.on_idle(out);
        }
        let mut is_complete = false;
        for (context, utterance) in self.table.iter_mut() {
            if utterance.bridge_due().is_some_and(|due| due <= now) {
                utterance.bridge(now, out);
            }
            if utterance.backoff_due().is_some_and(|due| due <= now) {
                utterance.finish(now, context, out);
                is_complete = true;
            }
        }
        if is_complete {
            self.table.shut(None);
        }
    }

    fn next_deadline(&self) -> Option<Moment> {
        self.table.next_due().into_iter().chain([self.idle_due()]).min()
    }
}
