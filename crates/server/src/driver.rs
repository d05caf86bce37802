//! Drives one [`Connection`]: brings it its news and the time, and carries its wishes to the pool.
//!
//! It knows no socket. A WebSocket's task and an HTTP answer's body both hold one, and ask it for a frame only when they
//! can send it. Start with [`Driver::poll_outgoing`].

use std::collections::BTreeMap;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use connection::{Connection, Outgoing, Work};
use scheduler::Busy;
use session::{EngineEvent, Limits, Start, SynthesisJob, Verdict};
use speech::{ContextId, Moment};
use wire::{ClientFrame, Close, Protocol, ProtocolId, ServerFrame};

use crate::alarm::Alarm;
use crate::clock::Clock;
use crate::desk::Desk;
use crate::mailbox::{Letter, Mailbox};
use crate::metrics::Metrics;
use crate::pool::Pool;
use crate::roll::Member;

/// One connection between its socket and the pool. Dropping it stops all its work.
pub struct Driver {
    connection: Connection,
    desk: Desk,
    mailbox: Arc<Mailbox>,
    clock: Clock,
    alarm: Alarm,
    metrics: Arc<Metrics>,
    protocol: ProtocolId,
    /// Since when listeners wait in silence for what they asked for.
    waiting: BTreeMap<ContextId, Moment>,
    patience: Patience,
    ping_every: Duration,
}

/// Whether the server still waits for what was accepted.
#[derive(PartialEq, Eq)]
enum Patience {
    Patient,
    /// The time is over: close, and that is all.
    Over,
    Said,
}

impl Driver {
    /// For a connection that was let in.
    #[must_use]
    pub fn new(
        protocol: Box<dyn Protocol>,
        member: &Member,
        limits: Arc<Limits>,
        pool: &Arc<Pool>,
        metrics: Arc<Metrics>,
    ) -> Self {
        let ping_every = limits.ping_every;
        Self {
            connection: Connection::new(protocol, limits),
            desk: pool.desk(member.id, Arc::clone(&member.mailbox)),
            mailbox: Arc::clone(&member.mailbox),
            clock: pool.clock(),
            alarm: Alarm::new(pool.clock()),
            metrics,
            protocol: member.protocol,
            waiting: BTreeMap::new(),
            patience: Patience::Patient,
            ping_every,
        }
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// How often a silent client is pinged.
    #[must_use]
    pub fn ping_every(&self) -> Duration {
        self.ping_every
    }

    /// The client sent something.
    pub fn hear(&mut self, frame: ClientFrame<'_>) {
        self.connection.on_frame(self.clock.now(), frame);
        self.carry_work();
    }

    /// The client pinged.
    pub fn hear_ping(&mut self) {
        self.connection.on_ping(self.clock.now());
    }

    /// Takes in one piece of news, or a deadline that has come. Ready if there was any, or if the moment `also` has
    /// come, which is the caller's own.
    pub fn poll_news(&mut self, cx: &mut Context<'_>, also: Option<Moment>) -> Poll<()> {
        if let Poll::Ready(letter) = self.mailbox.poll(cx) {
            self.open(letter);
            return Poll::Ready(());
        }
        let deadline = self.connection.next_deadline();
        ready!(self.alarm.poll(cx, deadline.into_iter().chain(also).min()));
        self.connection.on_deadline(self.clock.now());
        self.carry_work();
        Poll::Ready(())
    }

    /// What to send next. To be called only when it can be sent: the sound in it counts as heard.
    pub fn next_outgoing(&mut self) -> Option<Outgoing> {
        if self.patience == Patience::Over {
            self.patience = Patience::Said;
            self.connection.disconnect(self.clock.now());
            return Some(Outgoing::Close(Close { code: 1001, reason: "server is shutting down".to_owned() }));
        }
        if !self.connection.has_outgoing() {
            return None;
        }
        let outgoing = self.connection.next_frame(self.clock.now());
        self.carry_work();
        if let Some(Outgoing::Frame(frame)) = &outgoing {
            self.metrics.sent(self.protocol, length(frame));
        }
        outgoing
    }

    /// What to send next, however long that takes; `None` once all is said.
    pub fn poll_outgoing(&mut self, cx: &mut Context<'_>) -> Poll<Option<Outgoing>> {
        loop {
            if let Some(outgoing) = self.next_outgoing() {
                return Poll::Ready(Some(outgoing));
            }
            if self.connection.is_closed() {
                return Poll::Ready(None);
            }
            ready!(self.poll_news(cx, None));
        }
    }

    /// Whether to read from the client.
    #[must_use]
    pub fn wants_frames(&self) -> bool {
        self.connection.wants_frames()
    }

    fn open(&mut self, letter: Letter) {
        match letter {
            Letter::Engine(job, event) => self.connection.on_engine(self.clock.now(), job, event),
            Letter::Drain => self.connection.drain(self.clock.now()),
            Letter::Close => self.patience = Patience::Over,
        }
        self.carry_work();
    }

    fn carry_work(&mut self) {
        while let Some(work) = self.connection.poll_work() {
            match work {
                Work::Reserve(context, voice) => {
                    let verdict = verdict(self.desk.reserve(context, &voice));
                    self.connection.on_admission(self.clock.now(), context, verdict);
                }
                Work::Release(context) => {
                    self.waiting.remove(&context);
                    self.desk.release(context);
                }
                Work::Submit(job) => self.submit(job),
                Work::Abandon(job) => self.desk.abandon(job),
                Work::Sent(context, audio) => {
                    self.note_first_sound(context);
                    self.desk.sent(context, audio);
                }
                Work::Cleared(context) => {
                    self.waiting.remove(&context);
                    self.desk.cleared(context);
                }
            }
        }
    }

    fn submit(&mut self, job: SynthesisJob) {
        let (id, context, start) = (job.job, job.context, job.start);
        match self.desk.submit(job) {
            Ok(()) if start == Start::Fresh => {
                self.waiting.insert(context, self.clock.now());
            }
            Ok(()) => {}
            Err(Busy { retry_after, .. }) => {
                self.connection.on_engine(self.clock.now(), id, EngineEvent::Declined { retry_after });
            }
        }
    }

    fn note_first_sound(&mut self, context: ContextId) {
        if let Some(since) = self.waiting.remove(&context) {
            self.metrics.first_audio(self.clock.now().since(since));
        }
    }
}

fn verdict(reserved: Result<(), Busy>) -> Verdict {
    match reserved {
        Ok(()) => Verdict::Admitted,
        Err(Busy { retry_after, .. }) => Verdict::Declined { retry_after },
    }
}

fn length(frame: &ServerFrame) -> usize {
    match frame {
        ServerFrame::Text(text) => text.len(),
        ServerFrame::Binary(bytes) | ServerFrame::Body(bytes) => bytes.len(),
        ServerFrame::Head(reply) => reply.body.len(),
    }
}
