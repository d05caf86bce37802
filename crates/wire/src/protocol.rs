//! The contract of a protocol.

use session::Event;
use speech::{ContextId, EncodedAudio, Moment, Refusal};

use crate::{Actions, ClientFrame};

/// One connection's view of one wire protocol. Never blocks, never reads a clock. A WebSocket or one HTTP request alike.
///
/// What it sends from [`on_client_frame`](Self::on_client_frame) and [`on_deadline`](Self::on_deadline) overtakes sound
/// that waits for the socket; what it sends from [`on_event`](Self::on_event) keeps the order of the events.
pub trait Protocol: Send {
    /// Translates a client frame into what it asks for.
    ///
    /// # Errors
    /// [`Refusal`] if the frame is malformed or asks for something not on offer. The caller hands it to
    /// [`Protocol::on_event`] as [`Event::Refused`], so each protocol writes its error frames in one place.
    fn on_client_frame(
        &mut self,
        now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal>;

    /// Renders what the client should know; some events have no frame in some protocols.
    fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions);

    /// All text of a context has been spoken so far, and the last stretch of it gave no bytes: they sit in its encoder, and come
    /// with the next sound or the end. Where a stretch has bytes, its [`session::Then`] says the same.
    fn on_silence(&mut self, _now: Moment, _context: ContextId, _out: &mut Actions) {}

    /// The session holds a context no longer, so there is room for another one. Its end may still wait for the socket, behind
    /// sound; [`Protocol::on_event`] tells it in its turn.
    fn on_gone(&mut self, _context: ContextId) {}

    /// The client sent a WebSocket ping. It is answered elsewhere; some protocols count it as a sign of life.
    fn on_ping(&mut self, _now: Moment) {}

    /// Time of its own: waiting for the first frame, idle rules, frames that bridge a pause.
    fn on_deadline(&mut self, _now: Moment, _out: &mut Actions) {}

    /// When [`Protocol::on_deadline`] wants to be called.
    fn next_deadline(&self) -> Option<Moment> {
        None
    }

    /// How this protocol says good-bye when the server closes and everything accepted was spoken.
    /// The default is close code 1001, going away.
    fn on_drained(&mut self, out: &mut Actions) {
        out.close(1001, "server is shutting down");
    }
}
