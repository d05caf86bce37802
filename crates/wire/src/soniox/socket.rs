//! One socket: its frames read, its silences timed. What its streams do is decided in [`streams`](super::streams).

use session::Event;
use speech::{EncodedAudio, Moment, Refusal, RefusalKind};

use super::frames::Frames;
use super::streams::{Door, Streams};
use super::words;
use crate::actions::Actions;
use crate::frame::ClientFrame;
use crate::protocol::Protocol;

/// Close codes of RFC 6455, 7.4.1, and of the registry that it founds (1012).
const NORMAL: u16 = 1000;
const VIOLATION: u16 = 1008;
const TOO_LARGE: u16 = 1009;
const RESTART: u16 = 1012;

/// A socket of the vendor's own endpoint.
pub(super) struct Socket {
    streams: Streams<Frames>,
    begun: Moment,
    /// When the client was last heard, or last heard us.
    last_heard: Moment,
}

impl Socket {
    /// A socket that was opened at `now`.
    pub(super) const fn new(streams: Streams<Frames>, now: Moment) -> Self {
        Self { streams, begun: now, last_heard: now }
    }

    /// When a client that has not proved who it is must go.
    fn proof_due(&self) -> Option<Moment> {
        let wait = self.streams.offer().limits.first_message_wait;
        (self.streams.door() == Door::Shut).then(|| self.begun + wait)
    }

    fn idle_due(&self) -> Moment {
        self.last_heard + self.streams.offer().limits.idle
    }
}

fn on_idle(out: &mut Actions) {
    out.refused(RefusalKind::IdleTimeout);
    out.close(NORMAL, "idle for too long");
}

impl Protocol for Socket {
    fn on_client_frame(
        &mut self,
        now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        self.last_heard = now;
        if let ClientFrame::Text(text) = frame
            && let Err(refusal) = self.streams.offer().check_size(text.len())
        {
            self.streams.hang_up(TOO_LARGE, &refusal, out);
            return Ok(());
        }
        match self.streams.face().read(frame) {
            Ok(message) => self.streams.on_message(now, message, out),
            Err(unread) => self.streams.on_unread(&unread.refusal, unread.loss, out),
        }
        Ok(())
    }

    fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        self.last_heard = now;
        self.streams.on_event(now, event, out);
    }

    fn on_ping(&mut self, now: Moment) {
        self.last_heard = now;
    }

    fn on_deadline(&mut self, now: Moment, out: &mut Actions) {
        self.streams.expire(now, out);
        if self.proof_due().is_some_and(|due| due <= now) {
            self.streams.hang_up(VIOLATION, &words::no_key(), out);
        } else if self.idle_due() <= now {
            on_idle(out);
        }
    }

    fn next_deadline(&self) -> Option<Moment> {
        let due = [Some(self.idle_due()), self.proof_due(), self.streams.next_expiry()];
        due.into_iter().flatten().min()
    }

    fn on_drained(&mut self, out: &mut Actions) {
        out.close(RESTART, "server is restarting");
    }
}
