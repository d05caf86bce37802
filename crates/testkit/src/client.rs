//! One client of a server: its connection, its socket, what it sent and what it heard.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use connection::{Connection, Outgoing};
use session::Limits;
use speech::Moment;
use wire::{ClientFrame, Close, HttpReply, Protocol, ServerFrame};

use crate::eavesdrop::{Ear, Eavesdropped, Sound};

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

/// A client and the server's side of its connection.
pub(crate) struct Client {
    pub(crate) connection: Connection,
    pub(crate) ear: Ear,
    socket: Socket,
    /// What the client sent and the server does not read yet.
    inbox: VecDeque<Said>,
    /// What left the server and has not arrived yet.
    in_flight: Option<(Moment, Outgoing)>,
    pub(crate) heard: Vec<Heard>,
}

impl Client {
    /// One that this protocol has just accepted.
    pub(crate) fn new(protocol: Box<dyn Protocol>, limits: &Arc<Limits>, socket: Socket) -> Self {
        let ear = Ear::default();
        let protocol = Box::new(Eavesdropped::new(protocol, ear.clone()));
        Self {
            connection: Connection::new(protocol, Arc::clone(limits)),
            ear,
            socket,
            inbox: VecDeque::new(),
            in_flight: None,
            heard: Vec::new(),
        }
    }

    pub(crate) fn say(&mut self, said: Said) {
        self.inbox.push_back(said);
    }

    pub(crate) fn set_socket(&mut self, socket: Socket) {
        self.socket = socket;
    }

    /// It is gone.
    pub(crate) fn leave(&mut self, now: Moment) {
        self.in_flight = None;
        self.inbox.clear();
        self.connection.disconnect(now);
    }

    /// When what is under way arrives.
    pub(crate) fn next_arrival(&self) -> Option<Moment> {
        self.in_flight.as_ref().map(|(arrival, _)| *arrival)
    }

    /// When something happens by itself.
    pub(crate) fn next_event(&self) -> Option<Moment> {
        self.next_arrival().into_iter().chain(self.connection.next_deadline()).min()
    }

    pub(crate) fn wake(&mut self, now: Moment) {
        if self.connection.next_deadline().is_some_and(|deadline| deadline <= now) {
            self.connection.on_deadline(now);
        }
    }

    /// The server reads a frame. Says whether it did.
    pub(crate) fn read(&mut self, now: Moment) -> bool {
        if !self.connection.wants_frames() {
            return false;
        }
        let Some(said) = self.inbox.pop_front() else { return false };
        let frame = match &said {
            Said::Text(text) => ClientFrame::Text(text),
            Said::Binary(bytes) => ClientFrame::Binary(bytes),
            Said::Body(bytes) => ClientFrame::Body(bytes),
        };
        self.connection.on_frame(now, frame);
        true
    }

    /// The socket takes a frame, or one arrives. Says whether that happened.
    pub(crate) fn deliver(&mut self, now: Moment) -> bool {
        if let Some((_, outgoing)) = self.in_flight.take_if(|(arrival, _)| *arrival <= now) {
            self.hear(now, outgoing);
            return true;
        }
        let is_free = self.in_flight.is_none() && self.socket != Socket::Paused;
        if !is_free || !self.connection.has_outgoing() {
            return false;
        }
        let outgoing = self.connection.next_frame(now);
        self.in_flight = outgoing.map(|outgoing| (now + self.socket.time_for(&outgoing), outgoing));
        true
    }

    fn hear(&mut self, at: Moment, outgoing: Outgoing) {
        let (what, body) = match outgoing {
            Outgoing::Close(close) => {
                return self.heard.push(Heard { at, what: What::Close(close), sound: None });
            }
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
            return self.heard.push(Heard { at, what, sound });
        }
        self.heard.push(Heard { at, what, sound: None });
        self.heard.push(Heard { at, what: What::Body(body), sound });
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
