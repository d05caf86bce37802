//! One connection, the scheduler, an engine, a worker pool, a socket and a client, in virtual time.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use connection::{Connection, Outgoing};
use engine::Engine;
use engine_tone::Tone;
use session::Limits;
use speech::Moment;
use wire::{ClientFrame, Close, HttpReply, Protocol, ServerFrame};

use crate::eavesdrop::{Ear, Eavesdropped, Sound};
use crate::workers::{Report, Workers};

/// So many turns at one moment mean that something goes round in circles.
const TURNS_AT_REST: usize = 2_000_000;

/// So many deadlines at one moment mean that one of them never moves.
const DEADLINES_AT_ONE_MOMENT: usize = 10_000;

/// What a rig is made of, besides the protocol.
#[derive(Clone)]
pub struct World {
    /// Who computes the sound.
    pub engine: Arc<dyn Engine>,
    /// Every bound.
    pub limits: Arc<Limits>,
    /// How long each engine step takes.
    pub step: Duration,
    /// How many steps run at one time.
    pub slots: usize,
    /// How fast the client takes what is sent.
    pub socket: Socket,
}

impl Default for World {
    /// The tone engine, whose steps take no time; one slot; the default limits; a client that takes all at once.
    fn default() -> Self {
        Self {
            engine: Arc::new(Tone::default()),
            limits: Arc::new(Limits::default()),
            step: Duration::ZERO,
            slots: 1,
            socket: Socket::Free,
        }
    }
}

/// How fast a client takes what is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Socket {
    /// All at once.
    Free,
    /// So many bytes a second, one frame after another; a frame has arrived when its last byte has.
    Rate(u32),
    /// Nothing, until it is set to something else.
    Paused,
}

/// What a client sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A text frame.
    Text(String),
    /// A binary frame.
    Binary(Vec<u8>),
    /// The body of an HTTP request.
    Body(Vec<u8>),
}

/// What the client got.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// When it had arrived.
    pub at: Moment,
    /// What.
    pub what: What,
    /// The sound that it was rendered for.
    pub sound: Option<Sound>,
}

/// What a client can get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A text frame.
    Text(String),
    /// A binary frame.
    Binary(Vec<u8>),
    /// Status and headers of an HTTP answer; its `body` is always empty and follows as [`What::Body`].
    Head(HttpReply),
    /// A piece of an HTTP answer's body. Never empty.
    Body(Vec<u8>),
    /// The connection is closed. Nothing follows.
    Close(Close),
}

/// A server with one client, in virtual time.
pub struct Rig {
    now: Moment,
    connection: Connection,
    ear: Ear,
    workers: Workers,
    socket: Socket,
    /// What the client sent and the server does not read yet.
    inbox: VecDeque<Said>,
    /// What left the server and has not arrived yet.
    in_flight: Option<(Moment, Outgoing)>,
    heard: Vec<Heard>,
    /// How often something was due without time going on.
    standing_still: usize,
}

impl Rig {
    /// A connection that this protocol has just accepted, at the start of time.
    #[must_use]
    pub fn new(protocol: Box<dyn Protocol>, world: &World) -> Self {
        let ear = Ear::default();
        let protocol = Box::new(Eavesdropped::new(protocol, ear.clone()));
        let mut rig = Self {
            now: Moment::START,
            connection: Connection::new(protocol, Arc::clone(&world.limits)),
            ear,
            workers: Workers::new(Arc::clone(&world.engine), &world.limits, world.slots, world.step),
            socket: world.socket,
            inbox: VecDeque::new(),
            in_flight: None,
            heard: Vec::new(),
            standing_still: 0,
        };
        rig.come_to_rest();
        rig
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Everything that has arrived at the client.
    #[must_use]
    pub fn heard(&self) -> &[Heard] {
        &self.heard
    }

    /// Whether the connection is closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.connection.is_closed()
    }

    /// The client sends something now, and everything that follows at once happens.
    pub fn say(&mut self, said: Said) {
        self.inbox.push_back(said);
        self.come_to_rest();
    }

    /// The same for a text frame.
    pub fn say_text(&mut self, text: impl Into<String>) {
        self.say(Said::Text(text.into()));
    }

    /// The client pings.
    pub fn ping(&mut self) {
        self.connection.on_ping(self.now);
        self.come_to_rest();
    }

    /// The client is gone.
    pub fn drop_client(&mut self) {
        self.in_flight = None;
        self.inbox.clear();
        self.connection.disconnect(self.now);
        self.come_to_rest();
    }

    /// The server begins to close.
    pub fn drain(&mut self) {
        self.connection.drain(self.now);
        self.come_to_rest();
    }

    /// From now on the client takes bytes in another way.
    pub fn set_socket(&mut self, socket: Socket) {
        self.socket = socket;
        self.come_to_rest();
    }

    /// Lets time pass until `moment`, and everything happen that is due by then.
    pub fn run_until(&mut self, moment: Moment) {
        while let Some(next) = self.next_event().filter(|next| *next <= moment) {
            self.go_on_at(next);
        }
        self.now = self.now.max(moment);
    }

    /// The same, for so long.
    pub fn run_for(&mut self, time: Duration) {
        self.run_until(self.now + time);
    }

    /// Lets time pass until more than `count` things were heard, but not beyond `limit`. Says whether they were.
    pub fn run_until_heard(&mut self, count: usize, limit: Moment) -> bool {
        while self.heard.len() <= count {
            match self.next_event().filter(|next| *next <= limit) {
                Some(next) => self.go_on_at(next),
                None => {
                    self.now = self.now.max(limit);
                    return false;
                }
            }
        }
        true
    }

    /// Lets time pass until no step and no frame is under way. Timers do not count.
    pub fn run_until_quiet(&mut self) {
        let busy_until = |rig: &Self| {
            let arrival = rig.in_flight.as_ref().map(|(arrival, _)| *arrival);
            rig.workers.next_step_end().into_iter().chain(arrival).min()
        };
        while let Some(next) = busy_until(self) {
            self.go_on_at(next);
        }
    }

    fn next_event(&self) -> Option<Moment> {
        let arrival = self.in_flight.as_ref().map(|(arrival, _)| *arrival);
        let deadline = self.connection.next_deadline();
        self.workers.next_event().into_iter().chain(arrival).chain(deadline).min()
    }

    fn go_on_at(&mut self, moment: Moment) {
        self.standing_still = if moment > self.now { 0 } else { self.standing_still + 1 };
        assert!(self.standing_still < DEADLINES_AT_ONE_MOMENT, "at {:?} time does not go on", self.now);
        self.now = self.now.max(moment);
        if self.connection.next_deadline().is_some_and(|deadline| deadline <= self.now) {
            self.connection.on_deadline(self.now);
        }
        self.come_to_rest();
    }

    /// Lets everything happen that happens at this moment.
    fn come_to_rest(&mut self) {
        for _ in 0..TURNS_AT_REST {
            if !self.turn() {
                return;
            }
        }
        panic!("at {:?} the rig does not come to rest", self.now);
    }

    /// One thing that can happen now. Sound leaves as soon as it is there, before more is computed.
    fn turn(&mut self) -> bool {
        self.hand_work_over()
            || self.read()
            || self.deliver()
            || self.finish_step()
            || self.workers.start_steps(self.now)
    }

    fn hand_work_over(&mut self) -> bool {
        let Some(work) = self.connection.poll_work() else { return false };
        if let Some(report) = self.workers.take(self.now, work) {
            self.report(report);
        }
        true
    }

    fn finish_step(&mut self) -> bool {
        let Some(reports) = self.workers.finish_step(self.now) else { return false };
        for report in reports {
            self.report(report);
        }
        true
    }

    fn report(&mut self, report: Report) {
        match report {
            Report::Admission(context, verdict) => self.connection.on_admission(self.now, context, verdict),
            Report::Engine(job, event) => self.connection.on_engine(self.now, job, event),
        }
    }

    fn read(&mut self) -> bool {
        if !self.connection.wants_frames() {
            return false;
        }
        let Some(said) = self.inbox.pop_front() else { return false };
        let frame = match &said {
            Said::Text(text) => ClientFrame::Text(text),
            Said::Binary(bytes) => ClientFrame::Binary(bytes),
            Said::Body(bytes) => ClientFrame::Body(bytes),
        };
        self.connection.on_frame(self.now, frame);
        true
    }

    fn deliver(&mut self) -> bool {
        if let Some((_, outgoing)) = self.in_flight.take_if(|(arrival, _)| *arrival <= self.now) {
            self.hear(outgoing);
            return true;
        }
        let is_free = self.in_flight.is_none() && self.socket != Socket::Paused;
        if !is_free || !self.connection.has_outgoing() {
            return false;
        }
        let outgoing = self.connection.next_frame(self.now);
        self.in_flight = outgoing.map(|outgoing| (self.now + self.socket.time_for(&outgoing), outgoing));
        true
    }

    fn hear(&mut self, outgoing: Outgoing) {
        let (what, body) = match outgoing {
            Outgoing::Close(close) => return self.note(What::Close(close), None),
            Outgoing::Frame(ServerFrame::Text(text)) => (What::Text(text), Vec::new()),
            Outgoing::Frame(ServerFrame::Binary(bytes)) => (What::Binary(bytes), Vec::new()),
            Outgoing::Frame(ServerFrame::Body(bytes)) => (What::Body(bytes), Vec::new()),
            Outgoing::Frame(ServerFrame::Head(mut reply)) => {
                let body = std::mem::take(&mut reply.body);
                (What::Head(reply), body)
            }
        };
        let sound = self.ear.next_frame();
        if body.is_empty() {
            return self.note(what, sound);
        }
        self.note(what, None);
        self.note(What::Body(body), sound);
    }

    fn note(&mut self, what: What, sound: Option<Sound>) {
        self.heard.push(Heard { at: self.now, what, sound });
    }
}

impl Socket {
    fn time_for(self, outgoing: &Outgoing) -> Duration {
        match self {
            Self::Rate(rate) => Duration::from_secs_f64(size(outgoing) as f64 / f64::from(rate.max(1))),
            Self::Free | Self::Paused => Duration::ZERO,
        }
    }
}

fn size(outgoing: &Outgoing) -> usize {
    match outgoing {
        Outgoing::Frame(ServerFrame::Text(text)) => text.len(),
        Outgoing::Frame(ServerFrame::Binary(bytes) | ServerFrame::Body(bytes)) => bytes.len(),
        Outgoing::Frame(ServerFrame::Head(reply)) => reply.body.len(),
        Outgoing::Close(_) => 0,
    }
}
