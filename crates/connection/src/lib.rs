//! The pure heart between a socket and the rules: one protocol, one session, and the events that wait for the socket.
//!
//! A [`Connection`] is told what arrives (frames, news from engines, passing deadlines) and asked for what leaves (frames
//! for the socket, work for the scheduler). It has no I/O in it, reads no clock and knows no engine. An HTTP synthesis is
//! a connection too: its body is the only frame, its answer is head, body and end.
//!
//! **Encode late.** What the session says waits *unencoded*. Only when the socket can take more, [`Connection::next_frame`]
//! encodes one chunk; so a clear or cancel takes sound back that no encoder has seen, and at most one chunk of it is under
//! way, however slow the listener is.
//!
//! Start with [`Connection`], then `outbox` (who is next), `queue` and `run` (where chunks end, and what waits), `mouth` (when an encoder
//! begins, settles and ends), `lanes` and `late` (contexts in turn, and contexts that have ended).

mod connection;
mod lanes;
mod late;
mod mouth;
mod outbox;
mod outlet;
mod queue;
mod run;
mod samples;
mod taps;
mod turns;
mod work;

pub use connection::Connection;
pub use work::{Outgoing, Work};
