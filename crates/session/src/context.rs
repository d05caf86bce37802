//! One context's life: what the client asks of it, from opening to the last word.
//!
//! Text goes through the [`TextBuffer`] into the [`SpeechQueue`]; `delivery.rs` takes it from there to the engine and
//! back to the client. Whatever is asked, its acknowledgement is a mark in the same queue, so nothing can overtake.
//! A context knows nothing of its neighbours: its [`Turn`] is told to it.

use std::sync::Arc;

use speech::{ContextId, FlushToken, Moment, Refusal, SegmentText, UserText};

use crate::budget::{Budget, Place, Share};
use crate::buffer::TextBuffer;
use crate::clock::Clock;
use crate::follower::Follower;
use crate::heard::HeardMemory;
use crate::lanes::{Claim, Turn};
use crate::numbering::Numbering;
use crate::outgoing::{Outgoing, Stage};
use crate::queue::{Item, SpeechQueue};
use crate::refusals;
use crate::reservation::Reservation;
use crate::segment::QueuedSegment;
use crate::timetable::Deadlines;
use crate::{CloseReason, ContextSettings, GenerationRule, Outlook, SegmentPolicy, Start, Timer, Verdict};

/// Where a context is in its life. It is draining while its queue ends in a closing mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Waiting for the answer to its first reservation. Commands are taken, nothing is told.
    Opening,
    /// Announced to the client.
    Open,
    /// Its final event is out.
    Over,
}

/// One independent stream of speech.
#[derive(Debug)]
pub(crate) struct Context {
    pub(super) id: ContextId,
    pub(super) phase: Phase,
    pub(super) turn: Turn,
    /// What its lane counts for it.
    pub(crate) claim: Claim,
    pub(super) settings: Arc<ContextSettings>,
    /// Finds out who speaks each segment.
    follower: Follower,
    pub(super) reservation: Reservation,
    pub(super) buffer: TextBuffer,
    pub(super) numbering: Numbering,
    pub(super) queue: SpeechQueue,
    pub(super) clock: Clock,
    pub(super) heard: HeardMemory,
    /// What the connection's budget counts for it.
    pub(super) share: Share,
    /// Where it waits for room in that budget.
    pub(super) place: Option<Place>,
    /// How the segment begins that waits there.
    pub(super) held_start: Start,
    /// Since when nothing has been under way or come in. Text may wait all the same.
    pub(super) idle_since: Option<Moment>,
    /// What the session's timetable holds for it.
    pub(crate) armed: Deadlines,
}

impl Context {
    /// Begins a context by asking for its share of the machine. Where it has a lane, it has no place in it yet.
    pub(crate) fn open(id: ContextId, settings: ContextSettings, stage: &mut Stage<'_>) -> Self {
        let turn = if settings.lane.is_some() { Turn::Aside } else { Turn::Speaking };
        let mut reservation = Reservation::None;
        reservation.ensure(id, &settings.voice, stage.out);
        let settings = Arc::new(settings);
        Self {
            id,
            phase: Phase::Opening,
            turn,
            claim: Claim::None,
            buffer: TextBuffer::new(&settings, stage.limits),
            follower: Follower::of(&settings),
            settings,
            reservation,
            numbering: Numbering::default(),
            queue: SpeechQueue::default(),
            clock: Clock::default(),
            heard: HeardMemory::default(),
            share: Share::default(),
            place: None,
            held_start: Start::Fresh,
            idle_since: None,
            armed: Deadlines::default(),
        }
    }

    /// The scheduler's answer to a reservation. A late one, to a question that was taken back, changes nothing.
    pub(crate) fn admission(&mut self, stage: &mut Stage<'_>, verdict: Verdict) {
        match verdict {
            _ if !self.reservation.is_asked() => {}
            Verdict::Admitted => self.admitted(stage),
            Verdict::Declined { retry_after } => {
                self.reservation = Reservation::None;
                self.fail(stage, refusals::overloaded(retry_after));
            }
        }
    }

    fn admitted(&mut self, stage: &mut Stage<'_>) {
        self.reservation.grant();
        if self.phase == Phase::Opening {
            self.phase = Phase::Open;
            stage.out.emit(crate::Event::Opened(self.id));
        }
    }

    /// Appends text.
    pub(crate) fn say(&mut self, stage: &mut Stage<'_>, text: &UserText) {
        if let Some(reason) = self.queue.closing() {
            return stage.out.refuse(refusals::closing_context(self.id, reason));
        }
        let unspoken = self.queue.weight() + self.buffer.bytes() + text.len();
        if unspoken > stage.limits.unspoken_bytes {
            return self.fail(stage, refusals::too_much_text(unspoken, stage.limits));
        }
        if !text.is_empty() {
            self.idle_since = None;
            self.reservation.ensure(self.id, &self.settings.voice, stage.out);
            let freed = self.buffer.push(stage.now, text, &self.settings, stage.limits);
            self.queue_warnings();
            self.hand_over_as_freed(freed);
        }
    }

    /// Warnings are told before what was freed with them, so that they do not wait for its sound.
    fn queue_warnings(&mut self) {
        for warning in self.buffer.take_warnings() {
            self.queue.push(Item::Warning(warning));
        }
    }

    /// Segments that the policy freed while text came: where it looks at the text, each is a release of its own; where
    /// it looks at the message or its length, all that one message freed is one.
    fn hand_over_as_freed(&mut self, freed: Vec<SegmentText>) {
        match self.settings.policy {
            SegmentPolicy::Words
            | SegmentPolicy::Clauses
            | SegmentPolicy::Sentences
            | SegmentPolicy::SentencesWithin { .. } => {
                freed.into_iter().for_each(|segment| self.hand_over(vec![segment]));
            }
            SegmentPolicy::Client | SegmentPolicy::Threshold { .. } | SegmentPolicy::OnFlushOnly => {
                self.hand_over(freed);
            }
        }
    }

    /// Queues one release.
    fn hand_over(&mut self, segments: Vec<SegmentText>) {
        if segments.is_empty() {
            return;
        }
        let generation = self.numbering.generation(characters_of(&segments));
        let release = self.numbering.next_release();
        for text in segments {
            let (settings, warning) = self.follower.settings(&text, &self.settings);
            if let Some(warning) = warning {
                self.queue.push(Item::Warning(warning));
            }
            let segment = QueuedSegment::new(text, settings, generation);
            self.queue.push(Item::Segment(segment));
        }
        self.queue.push(Item::ReleaseEnd(generation.id, release));
        match self.settings.generations {
            GenerationRule::EachRelease => self.end_generation(Outlook::Open),
            GenerationRule::EachFlush => {}
        }
    }

    fn end_generation(&mut self, outlook: Outlook) {
        if let Some(generation) = self.numbering.end_generation() {
            self.queue.push(Item::GenerationEnd(generation, outlook));
        }
    }

    fn release(&mut self) {
        let rest = self.buffer.release();
        self.queue_warnings();
        self.hand_over(rest);
    }

    /// Speaks all that waits and ends the generation.
    fn release_and_restart(&mut self, outlook: Outlook) {
        self.release();
        self.end_generation(outlook);
        self.buffer.restart();
        self.follower.restart();
    }

    /// Speaks all that waits, and tells when it is spoken. A finished context may be flushed: it is about to be anyway.
    pub(crate) fn flush(&mut self, stage: &mut Stage<'_>, token: FlushToken) {
        if self.acknowledges_too_much(stage) {
            return;
        }
        self.release_and_restart(Outlook::Open);
        let covers_something = !self.queue.is_empty() || !self.clock.is_dry();
        let generation = self.numbering.newest().filter(|_| covers_something);
        self.queue.push(Item::Flushed(token, generation));
    }

    /// Forgets all that waits and stops what is spoken. Nothing is left then that its acknowledgement could wait for, but
    /// the answer to the first reservation.
    pub(crate) fn clear(&mut self, stage: &mut Stage<'_>, token: FlushToken) {
        if self.phase == Phase::Opening && self.acknowledges_too_much(stage) {
            return;
        }
        self.cut(stage);
        self.queue.push(Item::Cleared(token));
    }

    /// Speaks all that waits with the old settings, then uses the new ones, but for lane and key.
    pub(crate) fn update(&mut self, stage: &mut Stage<'_>, token: FlushToken, mut settings: ContextSettings) {
        if let Some(reason) = self.queue.closing() {
            return stage.out.refuse(refusals::closing_context(self.id, reason));
        }
        if self.acknowledges_too_much(stage) {
            return;
        }
        self.release_and_restart(Outlook::Open);
        (settings.lane, settings.key) = (self.settings.lane, self.settings.key);
        self.follower.update(&self.settings, &settings);
        self.settings = Arc::new(settings);
        self.buffer.update(&self.settings, stage.limits);
        self.queue.push(Item::Updated(token, Arc::clone(&self.settings)));
    }

    /// Speaks all that waits, then closes. Once is enough.
    pub(crate) fn finish(&mut self, reason: CloseReason) {
        if self.queue.closing().is_none() {
            self.release_and_restart(Outlook::End);
            self.queue.push(Item::Close(reason));
        }
    }

    /// Stops and closes, whatever waits. What was asked before is acknowledged before.
    pub(crate) fn cancel(&mut self, stage: &mut Stage<'_>) {
        self.cut(stage);
        while let Some(item) = self.queue.pop_front() {
            if !matches!(item, Item::Close(_)) {
                self.tell(stage, item);
            }
        }
        self.close(stage, CloseReason::Cancelled);
    }

    /// Stops and closes because of `refusal`, which answers all that was asked. Generations that the client may have
    /// heard of end before.
    pub(super) fn fail(&mut self, stage: &mut Stage<'_>, refusal: Refusal) {
        self.cut(stage);
        while let Some(item) = self.queue.pop_front() {
            if matches!(item, Item::GenerationEnd(..)) && self.phase == Phase::Open {
                self.tell(stage, item);
            }
        }
        self.reservation.give_back(self.id, stage.out);
        self.phase = Phase::Over;
        stage.out.refuse(refusal.of(self.id));
    }

    /// Stops without a word: nobody is left to hear it.
    pub(crate) fn vanish(&mut self, stage: &mut Stage<'_>) {
        self.cut(stage);
        self.reservation.give_back(self.id, stage.out);
    }

    /// Forgets all that is unspoken or unsent; only marks are left in the queue.
    fn cut(&mut self, stage: &mut Stage<'_>) {
        for job in self.queue.cut() {
            stage.out.abandon(job);
        }
        self.end_generation(Outlook::Open);
        self.idle_since = None;
        self.buffer.clear();
        self.follower.forget(&self.settings);
        self.clock.cut();
        self.heard.cut(self.clock.sent_total());
    }

    fn acknowledges_too_much(&mut self, stage: &mut Stage<'_>) -> bool {
        let too_much = self.queue.acknowledgements() >= stage.limits.pending_acknowledgements;
        if too_much {
            self.fail(stage, refusals::too_many_acknowledgements(stage.limits));
        }
        too_much
    }

    /// A deadline of [`Self::deadlines`] has passed.
    pub(crate) fn wake(&mut self, stage: &mut Stage<'_>, timer: Timer) {
        match timer {
            Timer::StrongRelease | Timer::RemainderRelease => {
                self.armed.release = None;
                self.release();
            }
            Timer::ReservationIdle => {
                self.armed.idle = None;
                self.reservation.give_back(self.id, stage.out);
                self.queue.shrink();
                self.heard.shrink();
                self.follower.shrink();
            }
            // The session looks after the lane when it follows up on this.
            Timer::LanePatience => {}
        }
    }

    /// When it wants to be woken.
    pub(crate) fn deadlines(&self, stage: &Stage<'_>) -> Deadlines {
        let idle = self.idle_since.filter(|_| self.is_silent() && self.reservation.is_held());
        Deadlines {
            release: self.buffer.due(),
            idle: idle.map(|since| since + stage.limits.reservation_idle),
        }
    }

    /// Nothing buffered, nothing under way, no answer awaited.
    pub(crate) fn is_idle(&self) -> bool {
        self.phase == Phase::Open && self.buffer.bytes() == 0 && self.is_at_rest()
    }

    /// Whether nothing is to be told and no sound is to leave. Text may wait.
    pub(super) fn is_at_rest(&self) -> bool {
        self.queue.is_empty() && self.clock.is_dry()
    }

    /// Whether it is at rest, and no text waits that says something. Text that waits was accepted: with its share given
    /// away it could be refused when its time comes.
    pub(crate) fn is_silent(&self) -> bool {
        self.is_at_rest() && !self.buffer.has_something_to_say()
    }

    /// Whether nothing of it sounds until the client asks for it: it is at rest, and no timer releases the text that it
    /// may hold back.
    fn waits_for_client(&self) -> bool {
        self.is_at_rest() && self.buffer.due().is_none()
    }

    /// Since when it has waited for its client, if it does.
    pub(crate) fn idle_since(&self) -> Option<Moment> {
        self.idle_since.filter(|_| self.waits_for_client())
    }

    /// Whether there is text that has not become sound.
    pub(crate) fn has_unspoken(&self) -> bool {
        self.queue.weight() > 0 || self.buffer.has_something_to_say()
    }

    pub(crate) fn is_over(&self) -> bool {
        self.phase == Phase::Over
    }

    /// It is gone: others may have what it had of the connection's budget.
    pub(crate) fn give_room(&mut self, budget: &mut Budget) {
        budget.step_out(&mut self.place);
        budget.report(&mut self.share, Share::default());
    }

    /// It moves up in its lane.
    pub(crate) fn take_turn(&mut self, turn: Turn, out: &mut Outgoing) {
        let before = std::mem::replace(&mut self.turn, turn);
        if turn == Turn::Speaking && before != turn {
            out.turn(self.id);
        }
    }

    /// It has kept others waiting for too long with text that it holds back: that is spoken now, as if its time had come.
    pub(crate) fn speak_up(&mut self) {
        self.idle_since = None;
        self.release();
    }

    /// It has had nothing to say for too long, and is silent. What is said later comes after others have spoken, and so is
    /// a new generation: the end of this one must not wait for it.
    pub(crate) fn step_aside(&mut self, stage: &mut Stage<'_>) {
        self.end_generation(Outlook::Open);
        self.buffer.restart();
        self.tell_all_marks(stage);
        self.turn = Turn::Aside;
    }

    pub(crate) fn is_aside(&self) -> bool {
        self.turn == Turn::Aside
    }

    /// What it counts for in the line of its lane.
    pub(crate) fn wanted_claim(&self) -> Claim {
        if self.turn.may_sound() || self.waits_for_client() { Claim::None } else { Claim::Turn }
    }

    pub(crate) fn lane(&self) -> Option<speech::LaneId> {
        self.settings.lane
    }
}

/// How many there are in one release; a context never holds more unspoken text than fits the number.
fn characters_of(segments: &[SegmentText]) -> u32 {
    let count = segments.iter().map(|segment| segment.text.chars().count()).sum::<usize>();
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silent_context_is_small() {
        assert!(size_of::<Context>() <= 704, "{} bytes", size_of::<Context>());
    }
}
