//! Protocol, session and outbox, joined.

use std::collections::VecDeque;
use std::sync::Arc;

use session::{Command, Effect, EngineEvent, Event, Input, Limits, Session, Then, Verdict};
use speech::{ContextId, EncodedAudio, JobId, Moment, Refusal, RefusalKind};
use wire::{Action, Actions, ClientFrame, Close, Protocol, ServerFrame};

use crate::outbox::{News, Outbox, ended};
use crate::outlet::Ending;
use crate::work::{Outgoing, Work};

/// One connection between its socket and the scheduler.
///
/// Feed it with the `on_…` methods, [`drain`](Self::drain) and [`disconnect`](Self::disconnect), each with the moment at
/// which it happened. **After any of them, and after [`next_frame`](Self::next_frame), empty
/// [`poll_work`](Self::poll_work).** While the socket can take more and [`has_outgoing`](Self::has_outgoing), call
/// `next_frame`. Otherwise wait for news or for [`next_deadline`](Self::next_deadline), and read from the socket while
/// [`wants_frames`](Self::wants_frames).
///
/// ```no_run
/// # use connection::{Connection, Outgoing};
/// # fn turn(connection: &mut Connection, now: speech::Moment, socket_is_ready: bool) {
/// while let Some(work) = connection.poll_work() { /* to the scheduler */ }
/// while socket_is_ready && connection.has_outgoing() {
///     match connection.next_frame(now) {
///         Some(Outgoing::Frame(frame)) => { /* to the socket */ }
///         Some(Outgoing::Close(close)) => { /* to the socket, and that is all */ }
///         None => break,
///     }
///     while let Some(work) = connection.poll_work() { /* to the scheduler */ }
/// }
/// # }
/// ```
///
/// In what order things leave:
///
/// - What the protocol answers to a frame or a deadline overtakes all events that wait, but nothing already rendered.
/// - The events of one context leave in the order in which the session gave them. Contexts with sound take turns, a chunk
///   each; marks go ahead of other contexts' sound, and a generation's first chunk ahead of later ones. What a context says
///   in its turn of a lane waits until all has left that was said in the turns before.
/// - Where messages end, and which is a generation's last, depends on the text alone. For this the last 5 ms of an open
///   generation are withheld until more of its sound comes or it ends, and the [`Event::SegmentEnded`] and
///   [`Event::ReleaseEnded`] of its newest segment wait behind them: with [`session::GenerationRule::EachRelease`] they come
///   at once, with [`session::GenerationRule::EachFlush`] with the next sound or the flush. [`Then::Silence`] does not wait:
///   it is told with what leaves nothing but those 5 ms, and again with them; where the encoder gave no bytes for that, by
///   [`Protocol::on_silence`].
/// - A refusal that ends no context ([`speech::Reach::Request`]) overtakes the events that wait: it answers what was just
///   asked.
/// - After a clear, a cancel or a refusal of a context, nothing of its older sound leaves, nor the
///   [`Event::SegmentEnded`] and [`Event::ReleaseEnded`] that waited behind it.
/// - After [`Outgoing::Close`], nothing.
pub struct Connection {
    protocol: Box<dyn Protocol>,
    session: Session,
    outbox: Outbox,
    /// Frames that wait for the socket: those of at most one event, and the protocol's immediate answers.
    rendered: VecDeque<ServerFrame>,
    work: VecDeque<Work>,
    phase: Phase,
    limits: Arc<Limits>,
}

/// How far the connection's life has come.
enum Phase {
    Open,
    /// The server is closing: what was accepted is still spoken.
    Draining,
    /// It was, and the protocol has said good-bye.
    Drained,
    /// The protocol has closed: what is rendered still goes out, then this.
    Closing(Close),
    Closed,
}

impl Connection {
    /// A connection whose request the protocol has accepted.
    #[must_use]
    pub fn new(protocol: Box<dyn Protocol>, limits: Arc<Limits>) -> Self {
        Self {
            protocol,
            session: Session::new(Arc::clone(&limits)),
            outbox: Outbox::default(),
            rendered: VecDeque::new(),
            work: VecDeque::new(),
            phase: Phase::Open,
            limits,
        }
    }

    /// The client sent something. Ignored once the protocol has closed.
    pub fn on_frame(&mut self, now: Moment, frame: ClientFrame<'_>) {
        if !self.is_live() {
            return;
        }
        let mut actions = Actions::new();
        if let Err(refusal) = self.protocol.on_client_frame(now, frame, &mut actions) {
            self.protocol.on_event(now, &Event::Refused(refusal), &mut actions);
        }
        self.carry_out(now, actions);
        self.say_goodbye(now);
    }

    /// The client pinged. Answering it is the socket's affair.
    pub fn on_ping(&mut self, now: Moment) {
        if self.is_live() {
            self.protocol.on_ping(now);
        }
    }

    /// An engine produced sound, finished, failed, or could not start. Ignored for jobs that were abandoned.
    pub fn on_engine(&mut self, now: Moment, job: JobId, event: EngineEvent) {
        self.tell_session(now, Input::Engine(job, event));
        self.say_goodbye(now);
    }

    /// The answer to [`Work::Reserve`].
    pub fn on_admission(&mut self, now: Moment, context: ContextId, verdict: Verdict) {
        self.tell_session(now, Input::Admission(context, verdict));
        self.say_goodbye(now);
    }

    /// The moment of [`Self::next_deadline`] has come. Harmless at any other time.
    pub fn on_deadline(&mut self, now: Moment) {
        if !self.is_live() {
            return;
        }
        if is_due(self.protocol.next_deadline(), now) {
            let mut actions = Actions::new();
            self.protocol.on_deadline(now, &mut actions);
            self.carry_out(now, actions);
        }
        if is_due(self.session.next_deadline(), now) {
            self.tell_session(now, Input::Tick);
        }
        self.say_goodbye(now);
    }

    /// The server is closing: what was accepted is spoken and sent, then the protocol says good-bye. Doing it again does
    /// nothing. Whoever calls it bounds the wait ([`Limits::drain`]).
    pub fn drain(&mut self, now: Moment) {
        if matches!(self.phase, Phase::Open) {
            self.phase = Phase::Draining;
            self.tell_session(now, Input::Drain);
            self.say_goodbye(now);
        }
    }

    /// The client is gone: everything stops, and nothing leaves any more but [`Self::poll_work`].
    pub fn disconnect(&mut self, now: Moment) {
        self.stop(now);
        self.rendered = VecDeque::new();
        self.phase = Phase::Closed;
    }

    /// The next thing for the scheduler, in order.
    pub fn poll_work(&mut self) -> Option<Work> {
        let work = self.work.pop_front();
        release_if_empty(&mut self.work);
        work
    }

    /// What to send next; `None` if there is nothing, and then [`Self::has_outgoing`] is false. To be called only when
    /// the socket can take it: the sound in it counts as sent.
    ///
    /// Encodes one chunk at most, or a few if the codec gives no bytes for so little or the protocol renders none.
    pub fn next_frame(&mut self, now: Moment) -> Option<Outgoing> {
        loop {
            if let Some(frame) = self.rendered.pop_front() {
                release_if_empty(&mut self.rendered);
                self.say_goodbye(now);
                return Some(Outgoing::Frame(frame));
            }
            if !self.is_live() {
                return self.take_close();
            }
            match self.outbox.next() {
                Some(news) => self.render(now, news),
                None if self.say_goodbye(now) == Goodbye::Said => {}
                None => return None,
            }
        }
    }

    /// Whether something may leave now. True means that [`Self::next_frame`] has work to do, though it may come to
    /// nothing; sound that waits for its chunk to fill does not count.
    #[must_use]
    pub fn has_outgoing(&self) -> bool {
        match self.phase {
            Phase::Closed => false,
            Phase::Closing(_) => true,
            _ => !self.rendered.is_empty() || self.outbox.has_news(),
        }
    }

    /// Whether to read from the socket: false while [`Limits::unsent_events`] answers and soundless events wait for it.
    #[must_use]
    pub fn wants_frames(&self) -> bool {
        self.is_live() && self.rendered.len() + self.outbox.marks() < self.limits.unsent_events
    }

    /// When [`Self::on_deadline`] wants to be called; `None` for never.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Moment> {
        if !self.is_live() {
            return None;
        }
        earliest(self.protocol.next_deadline(), self.session.next_deadline())
    }

    /// Whether [`Outgoing::Close`] was handed out, or the client is gone: nothing more will happen.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self.phase, Phase::Closed)
    }

    fn is_live(&self) -> bool {
        matches!(self.phase, Phase::Open | Phase::Draining | Phase::Drained)
    }

    fn carry_out(&mut self, now: Moment, mut actions: Actions) {
        for action in actions.drain() {
            match action {
                Action::Command(command) => self.command(now, command),
                Action::Send(frame) => self.rendered.push_back(frame),
                // For observers between us and the protocol.
                Action::Refused(_) => {}
                Action::Close(close) => {
                    self.stop(now);
                    self.phase = Phase::Closing(close);
                    return;
                }
            }
        }
    }

    fn command(&mut self, now: Moment, command: Command) {
        if self.outbox.ask_late(&command) {
            if let Command::Clear { context, .. } | Command::Cancel { context } = command {
                self.tell_session(now, Input::Left(context));
            }
            return;
        }
        self.outbox.learn(&command);
        self.tell_session(now, Input::Command(command));
    }

    /// Everything unspoken is cancelled, everything unencoded forgotten.
    fn stop(&mut self, now: Moment) {
        if self.is_live() {
            self.tell_session(now, Input::Disconnected);
            self.outbox = Outbox::default();
        }
    }

    fn tell_session(&mut self, now: Moment, input: Input) {
        if !self.is_live() {
            return;
        }
        self.session.handle(now, input);
        while let Some(effect) = self.session.poll() {
            self.heed(effect);
        }
    }

    fn heed(&mut self, effect: Effect) {
        match effect {
            Effect::Reserve(context, voice) => self.work.push_back(Work::Reserve(context, voice)),
            Effect::Release(context) => self.work.push_back(Work::Release(context)),
            Effect::Submit(job) => self.work.push_back(Work::Submit(job)),
            Effect::Abandon(job) => self.work.push_back(Work::Abandon(job)),
            Effect::Turn(context) => self.outbox.begin_turn(context),
            Effect::Emit(event) => {
                if let Event::Cleared { context, .. } = event {
                    self.work.push_back(Work::Cleared(context));
                }
                if let Some(context) = ended(&event) {
                    self.protocol.on_gone(context);
                }
                self.outbox.push(event);
            }
        }
    }

    fn render(&mut self, now: Moment, news: News) {
        match news {
            News::Event(event) => {
                if let Some(context) = ended(&event) {
                    self.tell_session(now, Input::Left(context));
                }
                self.tell_protocol(now, event);
            }
            News::Chunk(context, duration, event) => {
                self.work.push_back(Work::Sent(context, duration));
                self.tell_session(now, Input::Sent(context, duration));
                match event {
                    Some(event) => self.tell_protocol(now, event),
                    None => self.tell_of_silence(now, context),
                }
            }
            News::Unencodable(context, reason) => {
                let message = format!("output format: {reason}");
                let refusal = Refusal::new(RefusalKind::Unsupported, message).of(context);
                let input = match self.outbox.fail(context, refusal) {
                    Ending::ToCome => Input::Command(Command::Cancel { context }),
                    Ending::Queued => Input::Left(context),
                };
                self.tell_session(now, input);
            }
        }
    }

    fn tell_protocol(&mut self, now: Moment, mut event: Event<EncodedAudio>) {
        if let Event::Audio(audio) = &mut event {
            audio.then = self.then(audio.context);
        }
        let mut actions = Actions::new();
        self.protocol.on_event(now, &event, &mut actions);
        self.carry_out(now, actions);
    }

    /// A stretch without bytes has left: there is no sound to tell of, but its end may be.
    fn tell_of_silence(&mut self, now: Moment, context: ContextId) {
        if self.then(context) == Then::Silence {
            let mut actions = Actions::new();
            self.protocol.on_silence(now, context, &mut actions);
            self.carry_out(now, actions);
        }
    }

    /// What follows the sound of a context that has left.
    fn then(&self, context: ContextId) -> Then {
        if self.outbox.has_sound(context) || self.session.has_unspoken(context) {
            Then::More
        } else {
            Then::Silence
        }
    }

    fn take_close(&mut self) -> Option<Outgoing> {
        match std::mem::replace(&mut self.phase, Phase::Closed) {
            Phase::Closing(close) => Some(Outgoing::Close(close)),
            _ => None,
        }
    }

    /// Lets the protocol say good-bye, once, when the server is closing and nothing is left to say.
    fn say_goodbye(&mut self, now: Moment) -> Goodbye {
        let all_said =
            self.session.live_contexts() == 0 && !self.outbox.has_news() && self.rendered.is_empty();
        if !(matches!(self.phase, Phase::Draining) && all_said) {
            return Goodbye::Withheld;
        }
        self.phase = Phase::Drained;
        let mut actions = Actions::new();
        self.protocol.on_drained(&mut actions);
        self.carry_out(now, actions);
        Goodbye::Said
    }
}

#[derive(PartialEq, Eq)]
enum Goodbye {
    Said,
    Withheld,
}

fn is_due(deadline: Option<Moment>, now: Moment) -> bool {
    deadline.is_some_and(|deadline| deadline <= now)
}

fn earliest(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    one.into_iter().chain(other).min()
}

/// A queue that was long once would keep its memory for the life of an idle connection.
fn release_if_empty<T>(queue: &mut VecDeque<T>) {
    if queue.is_empty() {
        *queue = VecDeque::new();
    }
}
