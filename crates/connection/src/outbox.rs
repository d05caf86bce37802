//! What waits for the socket, unencoded, over all contexts of a connection.

use std::collections::{HashMap, VecDeque};

use session::{Command, ContextSettings, Event};
use speech::{AudioTime, ContextId, EncodedAudio, LaneId, PcmChunk, Refusal};

use crate::lanes::{Lanes, Standing, Turn};
use crate::late::Late;
use crate::mouth::{Company, Surroundings};
use crate::outlet::{Ending, Outlet, Taken, without_sound};
use crate::taps::SharedTaps;
use crate::turns::Turns;

/// One outlet per live context, and the line in which they take turns.
#[derive(Default)]
pub(crate) struct Outbox {
    outlets: HashMap<ContextId, Box<Outlet>>,
    turns: Turns,
    lanes: Lanes,
    /// Events that belong to no live context.
    loose: VecDeque<Event<PcmChunk>>,
    shared: SharedTaps,
    /// Marks in all outlets.
    marks: usize,
}

/// What came out.
pub(crate) enum News {
    /// Tell the protocol.
    Event(Event<EncodedAudio>),
    /// Sound left; tell the session, and the protocol if it gave bytes.
    Chunk(ContextId, AudioTime, Option<Event<EncodedAudio>>),
    /// A context's sound has no encoder, for this reason: it must be cancelled.
    Unencodable(ContextId, String),
}

impl Outbox {
    /// Learns in what form a context's sound leaves, from commands on their way to the session.
    pub(crate) fn learn(&mut self, command: &Command) {
        match command {
            Command::Open { context, settings } => {
                self.open(*context, settings);
            }
            Command::Update { context, token, settings } => {
                if let Some(outlet) = self.outlets.get_mut(context) {
                    outlet.update(*token, settings.form);
                }
            }
            Command::Say { .. }
            | Command::Flush { .. }
            | Command::Clear { .. }
            | Command::Finish { .. }
            | Command::Cancel { .. } => {}
        }
    }

    /// Does what a client asks of a context that has ended for the session, but not for the client. Says whether it was
    /// one.
    pub(crate) fn ask_late(&mut self, command: &Command) -> bool {
        let late = self.with_outlet(command.context(), |outlet| outlet.ask_late(command));
        let Some(Late::Done(refusal)) = late else { return false };
        self.loose.extend(refusal.map(Event::Refused));
        true
    }

    fn open(&mut self, context: ContextId, settings: &ContextSettings) {
        if self.outlets.contains_key(&context) {
            return;
        }
        self.outlets.insert(context, Box::new(Outlet::new(context, settings.form, settings.lane)));
    }

    /// In its lane it is this context's turn: what is told of it from here on waits for those before it.
    pub(crate) fn begin_turn(&mut self, context: ContextId) {
        let lane = self.outlets.get(&context).and_then(|outlet| outlet.lane);
        let Some(lane) = lane else { return };
        if self.lanes.begin(lane, context) == Standing::Behind {
            self.with_outlet(context, Outlet::wait);
        }
        self.end_turns(lane);
    }

    /// Ends the turns of a lane of which all has left.
    fn end_turns(&mut self, lane: LaneId) {
        while let Some((context, turn)) = self.lanes.first(lane) {
            let is_over = match self.outlets.get(&context) {
                Some(outlet) => turn == Turn::Past && outlet.has_had_its_turn(),
                None => true,
            };
            if !is_over {
                return;
            }
            let next = self.lanes.end_first(lane);
            next.and_then(|next| self.with_outlet(next, Outlet::go_on));
        }
    }

    pub(crate) fn push(&mut self, event: Event<PcmChunk>) {
        let context = addressee(&event).filter(|context| self.outlets.contains_key(context));
        let Some(context) = context else { return self.loose.push_back(event) };
        self.with_outlet(context, |outlet| outlet.push(event));
    }

    /// The next event, if one can leave: of the context whose turn it is.
    pub(crate) fn next(&mut self) -> Option<News> {
        if let Some(event) = self.loose.pop_front() {
            return without_sound(event).map(News::Event).or_else(|| self.next());
        }
        let context = self.turns.pop()?;
        self.take_from(context)
    }

    /// Ends a context with a refusal and takes its sound out.
    pub(crate) fn fail(&mut self, context: ContextId, refusal: Refusal) -> Ending {
        self.with_outlet(context, |outlet| outlet.fail(refusal)).unwrap_or(Ending::Queued)
    }

    /// Whether sound of a context waits.
    pub(crate) fn has_sound(&self, context: ContextId) -> bool {
        self.outlets.get(&context).is_some_and(|outlet| outlet.has_sound())
    }

    /// Whether [`Self::next`] has something.
    pub(crate) fn has_news(&self) -> bool {
        !self.loose.is_empty() || !self.turns.is_empty()
    }

    /// How many events without sound wait.
    pub(crate) fn marks(&self) -> usize {
        self.loose.len() + self.marks
    }

    fn take_from(&mut self, context: ContextId) -> Option<News> {
        let company = if self.outlets.len() > 1 { Company::Others } else { Company::Alone };
        let mut around = Surroundings { shared: &mut self.shared, company };
        let outlet = self.outlets.get_mut(&context)?;
        outlet.turn = None;
        let (marks, lane) = (outlet.marks(), outlet.lane);
        let taken = outlet.take(&mut around);
        self.marks = self.marks + outlet.marks() - marks;
        if matches!(&taken, Taken::Event(event) if ended(event).is_some()) {
            self.close(context);
        } else {
            self.with_outlet(context, |_| {});
        }
        if let Some(lane) = lane {
            self.end_turns(lane);
        }
        match taken {
            Taken::Chunk(duration, event) => Some(News::Chunk(context, duration, event)),
            Taken::Event(event) => Some(News::Event(event)),
            Taken::Unencodable(error) => Some(News::Unencodable(context, error.to_string())),
            Taken::Nothing => self.next(),
        }
    }

    /// Does something to a context's outlet and gives it the turn that it then deserves.
    fn with_outlet<T>(&mut self, context: ContextId, act: impl FnOnce(&mut Outlet) -> T) -> Option<T> {
        let outlet = self.outlets.get_mut(&context)?;
        let marks = outlet.marks();
        let result = act(outlet);
        self.marks = self.marks + outlet.marks() - marks;
        outlet.turn = self.turns.renew(context, outlet.turn, outlet.rank());
        Some(result)
    }

    fn close(&mut self, context: ContextId) {
        if let Some(outlet) = self.outlets.remove(&context) {
            self.turns.renew(context, outlet.turn, None);
            self.marks -= outlet.marks();
        }
        if self.outlets.is_empty() {
            self.outlets = HashMap::new();
        }
    }
}

/// In whose line an event stands. A refusal that ends nothing is in nobody's: it would come too late to explain anything.
fn addressee<A>(event: &Event<A>) -> Option<ContextId> {
    match event {
        Event::Refused(refusal) => refusal.ended(),
        event => event.context(),
    }
}

/// The context of which nothing follows this event.
pub(crate) fn ended<A>(event: &Event<A>) -> Option<ContextId> {
    match event {
        Event::Closed { context, .. } => Some(*context),
        Event::Refused(refusal) => refusal.ended(),
        _ => None,
    }
}
