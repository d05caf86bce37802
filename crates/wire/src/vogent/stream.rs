//! The socket: messages about generations in, their sound out.

use std::sync::Arc;

use session::{AudioEvent, Command, Event, WordTimes};
use speech::{ContextId, EncodedAudio, KeyId, Moment, Refusal, RefusalKind};

use super::abuse::Abuse;
use super::generations::{self, Generation, Generations, Stage};
use super::message::{self, Input, Message, Wish};
use super::{REMAINDER_WAIT, door, errors, opening, reply, timestamps};
use crate::actions::Actions;
use crate::card::Accept;
use crate::fields::Fields;
use crate::frame::ClientFrame;
use crate::head::Head;
use crate::offer::Offer;
use crate::protocol::Protocol;

/// Checks the key before the upgrade: no frame could tell of it, since each must name a generation.
pub(super) fn accept(offer: &Arc<Offer>, head: Head) -> Accept {
    match door::check(offer, &head) {
        Err(refusal) => Accept::Reply(errors::reply(&refusal)),
        Ok(key) => Accept::stream(Stream {
            offer: Arc::clone(offer),
            key,
            generations: Generations::default(),
            abuse: Abuse::default(),
            last_heard: head.arrived,
        }),
    }
}

/// One socket.
struct Stream {
    offer: Arc<Offer>,
    key: KeyId,
    generations: Generations,
    abuse: Abuse,
    /// When the client or the session was last heard of.
    last_heard: Moment,
}

impl Stream {
    fn on_message(&mut self, now: Moment, message: &Message, out: &mut Actions) -> Result<(), Refusal> {
        let known = self.generations.find(&message.generation);
        match (message.wish, known) {
            // Clients cancel what has ended meanwhile.
            (Wish::Cancel, None) => Ok(()),
            (Wish::Cancel, Some((id, generation))) => {
                if generation.sounds() {
                    generation.stage = Stage::Cancelled;
                    out.command(Command::Cancel { context: id });
                }
                Ok(())
            }
            // What takes no more text is not harmed by it.
            (Wish::Say(_), Some((_, generation))) if generation.stage != Stage::Open => Ok(()),
            (Wish::Say(input), known) => {
                let is_new = known.is_none();
                let text = self.text(&message.fields)?;
                if is_new {
                    self.open(now, message, out)?;
                }
                self.say(now, &message.generation, text, out);
                if input == Input::Final {
                    self.finish(&message.generation, out);
                }
                Ok(())
            }
        }
    }

    fn open(&mut self, now: Moment, message: &Message, out: &mut Actions) -> Result<(), Refusal> {
        let mut settings = opening::on_socket(&self.offer, &message.fields, self.key)?;
        let conversation = message::name(&message.fields, "contextId")?.filter(|name| !name.is_empty());
        self.make_room(now, out);
        let in_use = || Refusal::new(RefusalKind::AlreadyOpen, "a generation of this id is being spoken");
        let (id, lane) = self.generations.open(now, &message.generation, conversation).ok_or_else(in_use)?;
        if let (WordTimes::On, Some((_, generation))) = (settings.word_times, self.generations.get(id)) {
            generation.tokens = Some(generations::tokens());
        }
        settings.lane = lane;
        out.command(Command::Open { context: id, settings: Box::new(settings) });
        Ok(())
    }

    /// Some clients take a new id for each piece of text and never finish one. Where no more may be open, the one that
    /// has waited longest for text is finished for them: by then all that it had is spoken.
    fn make_room(&mut self, now: Moment, out: &mut Actions) {
        if self.generations.held() < self.offer.limits.contexts_per_connection {
            return;
        }
        let patience = self.offer.options.wait(REMAINDER_WAIT);
        if let Some((id, generation)) = self.generations.longest_waiting()
            && now.since(generation.last_text) >= patience
        {
            finish(id, generation, out);
        }
    }

    fn say(&mut self, now: Moment, name: &str, text: &str, out: &mut Actions) {
        let Some((id, generation)) = self.generations.find(name) else { return };
        generation.last_text = now;
        generation.joiner.say(id, text, out);
    }

    fn finish(&mut self, name: &str, out: &mut Actions) {
        if let Some((id, generation)) = self.generations.find(name) {
            finish(id, generation, out);
        }
    }

    fn text<'a>(&self, fields: &'a Fields) -> Result<&'a str, Refusal> {
        let text = fields.text("text")?.unwrap_or_default();
        let (count, limit) = (text.chars().count(), self.offer.limits.message_characters);
        if count > limit {
            let message = format!("text of {count} characters exceeds the limit of {limit} per message");
            return Err(Refusal::new(RefusalKind::LimitExceeded, message));
        }
        Ok(text)
    }

    /// Declines a message. An error is the end of the generation that it names.
    fn decline(&mut self, name: &str, refusal: &Refusal, out: &mut Actions) {
        out.refused(refusal.kind);
        if let Some((id, generation)) = self.generations.find(name) {
            if !generation.sounds() {
                // Its only answer is on its way.
                return;
            }
            generation.stage = Stage::Failed;
            out.command(Command::Cancel { context: id });
        }
        out.text(reply::error(name, &refusal.message_with_retry()));
    }

    fn on_audio(&mut self, event: &AudioEvent<EncodedAudio>, out: &mut Actions) {
        let Some((name, generation)) = self.generations.get(event.context) else { return };
        if !generation.sounds() {
            return;
        }
        if !event.audio.0.is_empty() {
            out.text(reply::chunk(name, &event.audio.0));
        }
        if let Some(tokens) = &mut generation.tokens
            && let Some(times) = timestamps::message(name, &tokens.of(event))
        {
            out.text(times);
        }
    }

    fn on_closed(&mut self, id: ContextId, out: &mut Actions) {
        if let Some((name, generation)) = self.generations.get(id)
            && generation.stage != Stage::Failed
        {
            out.text(reply::finished(name));
        }
        self.generations.forget(id);
    }

    fn refuse(&mut self, refusal: &Refusal, out: &mut Actions) {
        if refusal.kind == RefusalKind::IdleTimeout {
            return out.close(1000, refusal.message.clone());
        }
        let Some(id) = refusal.context else {
            return out.text(reply::error("", &refusal.message_with_retry()));
        };
        // What does not end a generation cannot be told: to a client an error is the end.
        if refusal.ended().is_none() {
            return;
        }
        if let Some((name, generation)) = self.generations.get(id)
            && generation.stage != Stage::Failed
        {
            out.text(reply::error(name, &refusal.message_with_retry()));
        }
        self.generations.forget(id);
    }
}

/// No more text comes for it.
fn finish(id: ContextId, generation: &mut Generation, out: &mut Actions) {
    generation.stage = Stage::Finishing;
    generation.joiner.say_rest(id, out);
    out.command(Command::Finish { context: id });
}

impl Protocol for Stream {
    fn on_client_frame(
        &mut self,
        now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        self.last_heard = now;
        let read = message::read(&self.offer, frame);
        if let Some(close) = self.abuse.judge(frame, &read) {
            out.refused(RefusalKind::Malformed);
            out.close(close, "too many messages that cannot be read");
            return Ok(());
        }
        match read {
            Err(unread) if unread.generation.is_empty() => return Err(unread.refusal),
            Err(unread) => self.decline(&unread.generation, &unread.refusal, out),
            Ok(message) => {
                if let Err(refusal) = self.on_message(now, &message, out) {
                    self.decline(&message.generation, &refusal, out);
                }
            }
        }
        Ok(())
    }

    fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        self.last_heard = now;
        match event {
            Event::Audio(audio) => self.on_audio(audio, out),
            Event::Closed { context, .. } => self.on_closed(*context, out),
            Event::Refused(refusal) => self.refuse(refusal, out),
            // This wire says nothing of them.
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

    fn on_gone(&mut self, context: ContextId) {
        self.generations.leave(context);
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
