//! A server in virtual time: the scheduler, an engine, a worker pool, and its clients.

use std::sync::Arc;
use std::time::Duration;

use engine::Engine;
use engine_tone::Tone;
use session::Limits;
use speech::{ConnectionId, Moment};
use wire::Protocol;

use crate::client::{Client, Heard, Said, Socket};
use crate::eavesdrop::Passed;
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

/// A server with its clients, in virtual time.
///
/// Most tests have one client. Where more [join](Self::join), the methods about a client mean the one that the rig
/// [faces](Self::face).
pub struct Rig {
    now: Moment,
    workers: Workers,
    clients: Vec<Client>,
    faced: Seat,
    /// How often something was due without time going on.
    standing_still: usize,
}

/// One client of a [`Rig`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat(usize);

impl Seat {
    /// The client that the rig was made with.
    pub const FIRST: Self = Self(0);
}

impl Rig {
    /// A connection that this protocol has just accepted, at the start of time.
    #[must_use]
    pub fn new(protocol: Box<dyn Protocol>, world: &World) -> Self {
        let mut rig = Self {
            now: Moment::START,
            workers: Workers::new(Arc::clone(&world.engine), &world.limits, world.slots, world.step),
            clients: vec![Client::new(protocol, &world.limits, world.socket)],
            faced: Seat::FIRST,
            standing_still: 0,
        };
        rig.come_to_rest();
        rig
    }

    /// One more client connects, with the limits and the socket of `world`; engine and workers are the rig's. Gives its
    /// seat, and faces it.
    pub fn join(&mut self, protocol: Box<dyn Protocol>, world: &World) -> Seat {
        self.faced = Seat(self.clients.len());
        self.clients.push(Client::new(protocol, &world.limits, world.socket));
        self.come_to_rest();
        self.faced
    }

    /// From here on this client is meant.
    pub fn face(&mut self, seat: Seat) {
        self.faced = seat;
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Everything that has arrived at the client.
    #[must_use]
    pub fn heard(&self) -> &[Heard] {
        &self.client().heard
    }

    /// Everything that has passed between the client's protocol and its session.
    #[must_use]
    pub fn passed(&self) -> Vec<Passed> {
        self.client().ear.passed()
    }

    /// Whether the client's connection is closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.client().connection.is_closed()
    }

    /// How many of the client's jobs are with the scheduler or the engine.
    #[must_use]
    pub fn jobs(&self) -> usize {
        self.workers.jobs_of(connection_of(self.faced))
    }

    /// The client sends something now, and everything that follows at once happens.
    pub fn say(&mut self, said: Said) {
        self.client_mut().say(said);
        self.come_to_rest();
    }

    /// The same for a text frame.
    pub fn say_text(&mut self, text: impl Into<String>) {
        self.say(Said::Text(text.into()));
    }

    /// The client pings.
    pub fn ping(&mut self) {
        let now = self.now;
        self.client_mut().connection.on_ping(now);
        self.come_to_rest();
    }

    /// The client is gone.
    pub fn drop_client(&mut self) {
        let now = self.now;
        self.client_mut().leave(now);
        self.come_to_rest();
    }

    /// The server begins to close.
    pub fn drain(&mut self) {
        for client in &mut self.clients {
            client.connection.drain(self.now);
        }
        self.come_to_rest();
    }

    /// From now on the client takes bytes in another way.
    pub fn set_socket(&mut self, socket: Socket) {
        self.client_mut().set_socket(socket);
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

    /// Lets time pass until the client has heard more than `count` things, but not beyond `limit`. Says whether it has.
    pub fn run_until_heard(&mut self, count: usize, limit: Moment) -> bool {
        while self.heard().len() <= count {
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
            let arrivals = rig.clients.iter().filter_map(Client::next_arrival);
            rig.workers.next_step_end().into_iter().chain(arrivals).min()
        };
        while let Some(next) = busy_until(self) {
            self.go_on_at(next);
        }
    }

    fn client(&self) -> &Client {
        &self.clients[self.faced.0]
    }

    fn client_mut(&mut self) -> &mut Client {
        &mut self.clients[self.faced.0]
    }

    fn next_event(&self) -> Option<Moment> {
        let of_clients = self.clients.iter().filter_map(Client::next_event);
        self.workers.next_event().into_iter().chain(of_clients).min()
    }

    fn go_on_at(&mut self, moment: Moment) {
        self.standing_still = if moment > self.now { 0 } else { self.standing_still + 1 };
        assert!(self.standing_still < DEADLINES_AT_ONE_MOMENT, "at {:?} time does not go on", self.now);
        self.now = self.now.max(moment);
        for client in &mut self.clients {
            client.wake(self.now);
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
        let now = self.now;
        self.hand_work_over()
            || self.clients.iter_mut().any(|client| client.read(now))
            || self.clients.iter_mut().any(|client| client.deliver(now))
            || self.finish_step()
            || self.workers.start_steps(now)
    }

    fn hand_work_over(&mut self) -> bool {
        for (index, client) in self.clients.iter_mut().enumerate() {
            if let Some(work) = client.connection.poll_work() {
                let report = self.workers.take(self.now, connection_of(Seat(index)), work);
                report.into_iter().for_each(|report| self.report(report));
                return true;
            }
        }
        false
    }

    fn finish_step(&mut self) -> bool {
        let Some(report) = self.workers.finish_step(self.now) else { return false };
        report.into_iter().for_each(|report| self.report(report));
        true
    }

    fn report(&mut self, report: Report) {
        let now = self.now;
        match report {
            Report::Admission(stream, verdict) => {
                self.at(stream.connection).connection.on_admission(now, stream.context, verdict);
            }
            Report::Engine(key, event) => {
                self.at(key.connection).connection.on_engine(now, key.job, event);
            }
        }
    }

    fn at(&mut self, connection: ConnectionId) -> &mut Client {
        &mut self.clients[connection.0 as usize]
    }
}

fn connection_of(seat: Seat) -> ConnectionId {
    ConnectionId(seat.0 as u64)
}
