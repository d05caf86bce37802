//! One connection's contexts: who is meant, who may speak, who is to be woken.
//!
//! Everything about a single context is in `context.rs` and `delivery.rs`; here news finds its context, and one
//! context's end is made known to its lane. Nothing that happens to one context reaches another, but through a lane.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use speech::{ContextId, LaneId, Moment};

use crate::budget::Budget;
use crate::context::Context;
use crate::lanes::{Claim, Lanes};
use crate::outgoing::{Outgoing, Stage};
use crate::timetable::Timetable;
use crate::{CloseReason, Command, ContextSettings, Effect, Input, Limits, Timer, refusals};

/// Decides what happens on one connection. Has no I/O in it and never reads a clock.
///
/// Feed it news with [`handle`](Self::handle), take what it causes with [`poll`](Self::poll) until `None`, then wait for
/// more news or for [`next_deadline`](Self::next_deadline).
#[derive(Debug)]
pub struct Session {
    limits: Arc<Limits>,
    life: Life,
    contexts: BTreeMap<ContextId, Box<Context>>,
    lanes: Lanes,
    timetable: Timetable,
    budget: Budget,
    out: Outgoing,
    /// Contexts for which something may have become possible. Empty between two pieces of news.
    stirred: VecDeque<ContextId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Life {
    Open,
    /// The server is closing: no new contexts.
    Draining,
    /// The client is gone: nothing counts any more.
    Gone,
}

impl Session {
    /// A connection without contexts.
    #[must_use]
    pub fn new(limits: Arc<Limits>) -> Self {
        Self {
            limits,
            life: Life::Open,
            contexts: BTreeMap::new(),
            lanes: Lanes::default(),
            timetable: Timetable::default(),
            budget: Budget::default(),
            out: Outgoing::default(),
            stirred: VecDeque::new(),
        }
    }

    /// Takes in what happened at `now`. Deadlines that have passed by then come first, also without an [`Input::Tick`].
    pub fn handle(&mut self, now: Moment, input: Input) {
        if self.life == Life::Gone {
            return;
        }
        self.wake_due(now);
        match input {
            Input::Command(command) => self.command(now, command),
            Input::Admission(context, verdict) => {
                self.with(now, context, |context, stage| context.admission(stage, verdict));
            }
            Input::Engine(job, event) => {
                if let Some(context) = self.out.owner(job) {
                    self.with(now, context, |context, stage| context.engine(stage, job, event));
                }
            }
            Input::Sent(context, amount) => {
                if !self.with(now, context, |context, _| context.sent(amount)) {
                    self.budget.sent(context, amount);
                }
            }
            Input::Left(context) => self.budget.left(context),
            Input::Tick => {}
            Input::Drain => self.drain(now),
            Input::Disconnected => self.disconnect(now),
        }
        self.call_those_in_line(now);
    }

    /// The next thing to do; `None` when there is nothing until more is known.
    pub fn poll(&mut self) -> Option<Effect> {
        self.out.poll()
    }

    /// When to wake it with an [`Input::Tick`], if nothing happens before.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Moment> {
        self.timetable.first().map(|(at, ..)| at)
    }

    /// The same with its reason.
    #[must_use]
    pub fn next_timer(&self) -> Option<(Moment, Timer, ContextId)> {
        self.timetable.first()
    }

    /// Whether nothing is buffered, under way, or waiting to be polled. Looks at every context.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.out.is_empty() && self.contexts.values().all(|context| context.is_idle())
    }

    /// How many contexts are not closed, those that are draining included.
    #[must_use]
    pub fn live_contexts(&self) -> usize {
        self.contexts.len()
    }

    /// Whether text of a context waits, is queued or is being spoken: more of its sound is to be expected. False for one
    /// that is not live. Text without anything to say does not count while it waits for more.
    #[must_use]
    pub fn has_unspoken(&self, context: ContextId) -> bool {
        self.contexts.get(&context).is_some_and(|context| context.has_unspoken())
    }

    fn command(&mut self, now: Moment, command: Command) {
        let id = command.context();
        let found = match command {
            Command::Open { context, settings } => {
                self.open(now, context, *settings);
                true
            }
            Command::Say { text, .. } => {
                if !text.is_empty() {
                    self.stand_in_lane(now, id);
                }
                self.with(now, id, |context, stage| context.say(stage, &text))
            }
            Command::Flush { token, .. } => self.with(now, id, |context, stage| context.flush(stage, token)),
            Command::Clear { token, .. } => self.with(now, id, |context, stage| context.clear(stage, token)),
            Command::Update { token, settings, .. } => {
                self.with(now, id, |context, stage| context.update(stage, token, *settings))
            }
            Command::Finish { .. } => self.with(now, id, |context, _| context.finish(CloseReason::Finished)),
            Command::Cancel { .. } => self.with(now, id, Context::cancel),
        };
        if !found {
            self.out.refuse(refusals::unknown_context().about(id));
        }
    }

    fn open(&mut self, now: Moment, id: ContextId, settings: ContextSettings) {
        if self.contexts.contains_key(&id) {
            return self.out.refuse(refusals::already_open().about(id));
        }
        if self.life == Life::Draining {
            return self.out.refuse(refusals::shutting_down().of(id));
        }
        if self.contexts.len() >= self.limits.contexts_per_connection {
            return self.out.refuse(refusals::too_many_contexts(&self.limits).of(id));
        }
        let mut stage = Stage { now, limits: &self.limits, out: &mut self.out, budget: &mut self.budget };
        let context = Context::open(id, settings, &mut stage);
        self.contexts.insert(id, Box::new(context));
        self.stand_in_lane(now, id);
    }

    /// A context that is not in the line of its lane, if it has one, joins it.
    fn stand_in_lane(&mut self, now: Moment, id: ContextId) {
        let Some(context) = self.contexts.get_mut(&id).filter(|context| context.is_aside()) else { return };
        let Some(lane) = context.lane() else { return };
        let turn = self.lanes.join(now, lane, id);
        context.take_turn(turn, &mut self.out);
    }

    /// Lets a context act, then follows up on it. Says whether there is such a context.
    fn with(&mut self, now: Moment, id: ContextId, act: impl FnOnce(&mut Context, &mut Stage<'_>)) -> bool {
        let Some(context) = self.contexts.get_mut(&id) else { return false };
        act(context, &mut Stage { now, limits: &self.limits, out: &mut self.out, budget: &mut self.budget });
        self.stirred.push_back(id);
        self.follow_all(now);
        true
    }

    fn follow_all(&mut self, now: Moment) {
        while let Some(id) = self.stirred.pop_front() {
            self.follow_up(now, id);
        }
    }

    fn follow_up(&mut self, now: Moment, id: ContextId) {
        let Some(context) = self.contexts.get_mut(&id) else { return };
        let mut stage = Stage { now, limits: &self.limits, out: &mut self.out, budget: &mut self.budget };
        context.settle(&mut stage);
        if context.is_over() {
            return self.remove(now, id);
        }
        let wanted = context.deadlines(&stage);
        self.timetable.arm(id, &mut context.armed, wanted);
        if let Some(lane) = context.lane() {
            let claim = context.wanted_claim();
            self.lanes.report(lane, &mut context.claim, claim);
            self.watch(now, lane);
        }
    }

    fn remove(&mut self, now: Moment, id: ContextId) {
        let Some(mut context) = self.contexts.remove(&id) else { return };
        self.timetable.arm(id, &mut context.armed, Default::default());
        context.give_room(&mut self.budget);
        if let Some(lane) = context.lane() {
            self.lanes.report(lane, &mut context.claim, Claim::None);
            self.close_ranks(now, lane, id);
            self.watch(now, lane);
        }
    }

    /// A context is out of its lane's line: those behind it move up.
    fn close_ranks(&mut self, now: Moment, lane: LaneId, id: ContextId) {
        for (next, turn) in self.lanes.leave(now, lane, id).into_iter().flatten() {
            if let Some(context) = self.contexts.get_mut(&next) {
                context.take_turn(turn, &mut self.out);
                let claim = context.wanted_claim();
                self.lanes.report(lane, &mut context.claim, claim);
                self.stirred.push_back(next);
            }
        }
    }

    /// Loses patience with heads of a lane that have said nothing for too long while others wait, and sees to it that this
    /// is done for the next one in time.
    fn watch(&mut self, now: Moment, lane: LaneId) {
        let mut patience = self.patience(lane);
        while let Some((_, head)) = patience.filter(|(end, _)| *end <= now) {
            self.lose_patience(now, lane, head);
            patience = self.patience(lane);
        }
        self.lanes.arm(lane, patience, &mut self.timetable);
    }

    /// When a lane's patience with its head ends, if somebody waits for it.
    fn patience(&self, lane: LaneId) -> Option<(Moment, ContextId)> {
        let (head, since) = self.lanes.awaited(lane)?;
        let idle_since = self.contexts.get(&head)?.idle_since()?;
        Some((since.max(idle_since) + self.limits.lane_patience, head))
    }

    /// The head says what it holds back; if that is nothing, it steps aside.
    fn lose_patience(&mut self, now: Moment, lane: LaneId, id: ContextId) {
        let Some(context) = self.contexts.get_mut(&id) else { return };
        if !context.is_silent() {
            context.speak_up();
            return self.stirred.push_back(id);
        }
        let mut stage = Stage { now, limits: &self.limits, out: &mut self.out, budget: &mut self.budget };
        context.step_aside(&mut stage);
        self.close_ranks(now, lane, id);
    }

    /// Lets those submit that were held back, as far as there is room now.
    fn call_those_in_line(&mut self, now: Moment) {
        while let Some(id) = self.budget.call(&self.limits) {
            self.with(now, id, Context::called);
        }
    }

    fn wake_due(&mut self, now: Moment) {
        while let Some((timer, id)) = self.timetable.take_due(now) {
            self.with(now, id, |context, stage| context.wake(stage, timer));
        }
    }

    fn drain(&mut self, now: Moment) {
        self.life = Life::Draining;
        let live: Vec<_> = self.contexts.keys().copied().collect();
        for id in live {
            self.with(now, id, |context, _| context.finish(CloseReason::Drained));
        }
    }

    fn disconnect(&mut self, now: Moment) {
        self.life = Life::Gone;
        let mut stage = Stage { now, limits: &self.limits, out: &mut self.out, budget: &mut self.budget };
        for context in self.contexts.values_mut() {
            context.vanish(&mut stage);
        }
        self.out.hush();
        self.contexts.clear();
        self.lanes.clear();
        self.timetable.clear();
        self.budget = Budget::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_moves_between_threads_and_its_effects_are_small() {
        fn is_send<T: Send>() {}
        is_send::<Session>();
        assert!(size_of::<Effect>() <= 128, "{} bytes", size_of::<Effect>());
    }
}
