//! The contexts of one socket: the client's names for them, their wishes, and what they still wait for.

use std::collections::{HashMap, VecDeque};

use serde_json::Value;
use speech::{ContextId, FlushToken, Refusal, RefusalKind};

use super::settings::Wishes;
use crate::names::{ContextNames, LaneNames, release_if_empty};
use crate::offer::Offer;
use crate::surrogate::SurrogateJoiner;

/// All contexts of one socket.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    names: ContextNames,
    table: HashMap<ContextId, Context>,
    lanes: LaneNames,
}

/// One of them.
#[derive(Debug)]
pub(super) struct Context {
    /// What the client wants now: for the next update.
    pub(super) wishes: Wishes,
    /// What it wants of what is being said: changes when the update is acknowledged.
    pub(super) current: Wishes,
    /// Whether it still takes text.
    pub(super) stage: Stage,
    /// Joins halves of surrogate pairs over its messages.
    pub(super) joiner: SurrogateJoiner,
    lane: Option<String>,
    waiting: VecDeque<Waiting>,
    next_token: u64,
}

/// Whether a context still takes text and settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// It does.
    Open,
    /// The client has finished it.
    Finishing,
}

/// A command whose acknowledgement is due.
#[derive(Debug)]
struct Waiting {
    token: FlushToken,
    id: Value,
    update: Option<Wishes>,
}

impl Contexts {
    /// Takes in a new context; `None` if its name is in use.
    pub(super) fn open(
        &mut self,
        name: &str,
        mut wishes: Wishes,
        lane: Option<String>,
    ) -> Option<(ContextId, Wishes)> {
        let id = self.names.open(name)?;
        wishes.session.lane = lane.as_deref().map(|lane| self.lanes.enter(lane));
        let context = Context {
            current: wishes.clone(),
            wishes: wishes.clone(),
            stage: Stage::Open,
            joiner: SurrogateJoiner::default(),
            lane,
            waiting: VecDeque::new(),
            next_token: 0,
        };
        self.table.insert(id, context);
        Some((id, wishes))
    }

    /// The context of this name.
    pub(super) fn find(&mut self, name: &str) -> Option<(ContextId, &mut Context)> {
        let id = self.names.id(name)?;
        self.table.get_mut(&id).map(|context| (id, context))
    }

    /// The client's name for a context, and the context.
    pub(super) fn get(&mut self, id: ContextId) -> Option<(&str, &mut Context)> {
        let context = self.table.get_mut(&id)?;
        Some((self.names.name(id)?, context))
    }

    /// Forgets a context that is gone.
    pub(super) fn forget(&mut self, id: ContextId) {
        self.names.forget(id);
        let lane = self.table.remove(&id).and_then(|context| context.lane);
        release_if_empty(&mut self.table);
        if let Some(lane) = lane {
            self.lanes.leave(&lane);
        }
    }
}

impl Context {
    /// Declines what a finished context does not take any more.
    ///
    /// # Errors
    /// [`RefusalKind::UnknownContext`].
    pub(super) fn check_open(&self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Open => Ok(()),
            Stage::Finishing => {
                let message = "this context is finished; open another one for more text or other settings";
                Err(Refusal::new(RefusalKind::UnknownContext, message))
            }
        }
    }

    /// Notes that an acknowledgement is due.
    ///
    /// # Errors
    /// [`RefusalKind::LimitExceeded`] if too many are; the context lives on.
    pub(super) fn expect(
        &mut self,
        offer: &Offer,
        id: Value,
        update: Option<Wishes>,
    ) -> Result<FlushToken, Refusal> {
        let limit = offer.limits.pending_acknowledgements;
        if self.waiting.len() >= limit {
            let message =
                format!("{limit} flushes, clears and updates of this context wait already, the limit");
            return Err(Refusal::new(RefusalKind::LimitExceeded, message));
        }
        let token = FlushToken(self.next_token);
        self.next_token += 1;
        self.waiting.push_back(Waiting { token, id, update });
        Ok(token)
    }

    /// The acknowledgement came: the client's id for it. An update's wishes hold from here on.
    pub(super) fn acknowledge(&mut self, token: FlushToken) -> Value {
        let found = self.waiting.iter().position(|waiting| waiting.token == token);
        let Some(done) = found.and_then(|at| self.waiting.remove(at)) else { return Value::Null };
        if let Some(wishes) = done.update {
            self.current = wishes;
        }
        done.id
    }
}
