//! Wires on which each turn of a conversation is a context of its own, and an interruption stops one.
//!
//! Start with [`TurnWire`], which is data; [`TurnSession`] speaks any of them. Turns are numbered from 1.

mod inworld;
mod slng;
mod smallest;
mod soniox;
mod vogent;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::Value;
use tokio_tungstenite::tungstenite::Message;

use super::socket::Socket;
use crate::failure::Failure;
use crate::server::Address;

/// All of them.
pub(crate) static TURN_WIRES: [&TurnWire; 5] =
    [&inworld::WIRE, &slng::WIRE, &smallest::WIRE, &soniox::WIRE, &vogent::WIRE];

/// How one wire writes turns. All messages are text frames; audio is `pcm_s16le` at 24 kHz in base64.
#[derive(Debug)]
pub(crate) struct TurnWire {
    /// For reports.
    pub(crate) name: &'static str,
    /// Where it is spoken.
    pub(crate) path: &'static str,
    /// Begins a turn with the voice `en-us`, and says a text.
    pub(crate) begin: fn(u64, &str) -> Vec<String>,
    /// Says that a turn has no more text.
    pub(crate) end: fn(u64) -> String,
    /// Stops a turn.
    pub(crate) stop: fn(u64) -> String,
    /// What the server answers to that.
    pub(crate) stopped: Stopped,
    /// What a text frame of the server means.
    pub(crate) read: fn(&Value) -> Said,
}

/// How a server says that a turn was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// With [`Said::Over`].
    Told,
    /// Not at all.
    Untold,
}

/// What a server says of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// So many bytes of its sound.
    Sound(u64, usize),
    /// Nothing of it follows.
    Over(u64),
    /// An error, in the protocol's words.
    Declined(String),
    /// Something of no interest here.
    Other,
}

/// One socket and its turns.
pub(crate) struct TurnSession {
    socket: Socket,
    wire: &'static TurnWire,
    turn: u64,
    /// Turns up to here were stopped, and that was told.
    silenced: u64,
    /// The newest turn that has sounded.
    newest: u64,
    /// Sound of a turn that was over, or of one before the newest.
    pub(crate) late: usize,
}

impl TurnSession {
    /// Connects. No wire of these has a greeting.
    pub(crate) async fn open(address: Address, wire: &'static TurnWire) -> Result<Self, Failure> {
        let socket = Socket::connect(address, wire.path).await?;
        Ok(Self { socket, wire, turn: 0, silenced: 0, newest: 0, late: 0 })
    }

    /// Begins the next turn; its number.
    pub(crate) async fn begin(&mut self, text: &str) -> Result<u64, Failure> {
        self.turn += 1;
        self.socket.send((self.wire.begin)(self.turn, text)).await?;
        Ok(self.turn)
    }

    /// Listens until this turn sounds.
    pub(crate) async fn first_sound(&mut self, turn: u64) -> Result<(), Failure> {
        while !matches!(self.hear().await?, Said::Sound(sounding, _) if sounding == turn) {}
        Ok(())
    }

    /// Stops a turn, and waits for the answer where there is one.
    pub(crate) async fn stop(&mut self, turn: u64) -> Result<(), Failure> {
        self.socket.send(vec![(self.wire.stop)(turn)]).await?;
        if self.wire.stopped == Stopped::Told {
            while self.hear().await? != Said::Over(turn) {}
            self.silenced = turn;
        }
        Ok(())
    }

    /// A whole turn; how many bytes it sounded.
    pub(crate) async fn converse(&mut self, text: &str) -> Result<usize, Failure> {
        let turn = self.begin(text).await?;
        self.socket.send(vec![(self.wire.end)(turn)]).await?;
        let mut sounded = 0;
        loop {
            match self.hear().await? {
                Said::Sound(sounding, bytes) if sounding == turn => sounded += bytes,
                Said::Over(over) if over == turn => return Ok(sounded),
                _ => {}
            }
        }
    }

    async fn hear(&mut self) -> Result<Said, Failure> {
        let Message::Text(frame) = self.socket.receive().await? else { return Ok(Said::Other) };
        let message: Value = serde_json::from_str(&frame)
            .map_err(|error| Failure::Unexpected(format!("a frame that is no JSON: {error}")))?;
        let said = (self.wire.read)(&message);
        match &said {
            Said::Sound(turn, 1..) => {
                self.late += usize::from(*turn <= self.silenced || *turn < self.newest);
                self.newest = self.newest.max(*turn);
            }
            Said::Declined(words) => return Err(Failure::Unexpected(words.clone())),
            _ => {}
        }
        Ok(said)
    }
}

/// The number in a name such as `7`; 0, which no turn has, for anything else.
fn number(name: &Value) -> u64 {
    name.as_str().and_then(|name| name.parse().ok()).unwrap_or_default()
}

/// How many bytes of sound there are in base64.
fn sound(base64: &Value) -> usize {
    base64.as_str().and_then(|text| BASE64_STANDARD.decode(text).ok()).map_or(0, |bytes| bytes.len())
}
