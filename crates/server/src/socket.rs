//! A WebSocket's task: the loop between its socket and its driver.
//!
//! Frames from the client are heard before the next chunk is encoded, and one frame is begun only when the socket has
//! taken the one before. It decides nothing else. Read `serve` first.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::WebSocketUpgrade;
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use connection::Outgoing;
use futures_util::{Sink, Stream, StreamExt as _};
use session::Limits;
use speech::Moment;
use tungstenite::error::{CapacityError, Error as WireError};
use wire::{ClientFrame, Close, ServerFrame};

use crate::driver::Driver;
use crate::roll::Member;

/// What is read at one time. Larger buffers would cost every idle connection memory.
const READ_BUFFER: usize = 4 * 1024;
/// Messages up to so many times the protocols' bound reach them, to be refused in their own words.
const SLACK: usize = 4;
/// Frames heard in a row before anything else has its turn: a flood must not silence its own answer.
const LONGEST_STREAK: u32 = 32;
/// How long a closing client may take to say good-bye.
const FAREWELL: Duration = Duration::from_secs(5);

/// Bounds for a socket's buffers and messages.
pub(crate) fn tune(upgrade: WebSocketUpgrade, limits: &Limits) -> WebSocketUpgrade {
    let longest = limits.message_bytes.saturating_mul(SLACK);
    // Nothing is gathered before it is written: the loop writes one frame at a time.
    upgrade
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(0)
        .max_message_size(longest)
        .max_frame_size(longest)
}

/// Serves one client until either side closes.
pub(crate) async fn serve(socket: WebSocket, driver: Box<Driver>, member: Member) {
    let begun = driver.now();
    let ping_every = driver.ping_every();
    let mut line =
        Line { socket, driver, sending: Sending::Ready, streak: 0, ping_at: begun + ping_every, ping_every };
    tracing::debug!("connected");
    let end = line.run().await;
    let lasted = line.driver.now().since(begun);
    let Line { socket, driver, .. } = line;
    // All its work stops here, however long the good-bye takes.
    drop(driver);
    tracing::info!(seconds = lasted.as_secs_f32(), end = end.label(), "connection closed");
    if let End::Gone = end {
        return;
    }
    // Rare, and large: boxed, so that it costs nothing while the connection lives.
    Box::pin(farewell(socket, end)).await;
    drop(member);
}

/// One client's socket and what drives it.
struct Line {
    socket: WebSocket,
    driver: Box<Driver>,
    sending: Sending,
    /// Frames heard since anything else had its turn.
    streak: u32,
    ping_at: Moment,
    ping_every: Duration,
}

/// Whether the socket has taken what it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sending {
    Ready,
    Under,
}

/// What woke the task.
enum News {
    Frame(Option<Result<Message, axum::Error>>),
    /// The driver took something in, or a moment came.
    Stirred,
    Taken(Result<(), axum::Error>),
}

/// How it ended.
enum End {
    /// We close, with this.
    Ours(Close),
    /// The client closes.
    Theirs,
    /// The connection is broken.
    Gone,
}

impl End {
    const fn label(&self) -> &'static str {
        match self {
            Self::Ours(_) => "closed by the server",
            Self::Theirs => "closed by the client",
            Self::Gone => "broken off",
        }
    }
}

impl Line {
    async fn run(&mut self) -> End {
        loop {
            if let Err(end) = self.send_next() {
                return end;
            }
            let heard = match poll_fn(|cx| self.poll_news(cx)).await {
                News::Frame(frame) => self.hear(frame),
                News::Taken(Ok(())) => {
                    self.sending = Sending::Ready;
                    Ok(())
                }
                News::Taken(Err(error)) => Err(broken(&error)),
                News::Stirred => Ok(()),
            };
            if let Err(end) = heard {
                return end;
            }
        }
    }

    /// Begins the next frame, if the socket has taken the one before and there is one.
    fn send_next(&mut self) -> Result<(), End> {
        if self.sending == Sending::Under {
            return Ok(());
        }
        let message = match self.driver.next_outgoing() {
            Some(Outgoing::Frame(frame)) => message(frame),
            Some(Outgoing::Close(close)) => return Err(End::Ours(close)),
            None if self.ping_is_due() => Message::Ping(bytes::Bytes::new()),
            None => return Ok(()),
        };
        self.sending = Sending::Under;
        Pin::new(&mut self.socket).start_send(message).map_err(|error| broken(&error))
    }

    fn ping_is_due(&mut self) -> bool {
        let now = self.driver.now();
        let due = self.ping_at <= now;
        if due {
            self.ping_at = now + self.ping_every;
        }
        due
    }

    fn poll_news(&mut self, cx: &mut Context<'_>) -> Poll<News> {
        let patient = self.streak < LONGEST_STREAK;
        if patient && let Poll::Ready(frame) = self.poll_frame(cx) {
            return Poll::Ready(frame);
        }
        self.streak = 0;
        let others = self.poll_others(cx);
        if patient || others.is_ready() { others } else { self.poll_frame(cx) }
    }

    fn poll_frame(&mut self, cx: &mut Context<'_>) -> Poll<News> {
        if !self.driver.wants_frames() {
            return Poll::Pending;
        }
        let polled = Pin::new(&mut self.socket).poll_next(cx);
        self.streak += u32::from(polled.is_ready());
        polled.map(News::Frame)
    }

    fn poll_others(&mut self, cx: &mut Context<'_>) -> Poll<News> {
        // While a frame is under way, data flows or the socket is stalled: no ping would tell more.
        let ping_at = (self.sending == Sending::Ready).then_some(self.ping_at);
        if self.driver.poll_news(cx, ping_at).is_ready() {
            return Poll::Ready(News::Stirred);
        }
        match self.sending {
            Sending::Ready => Poll::Pending,
            Sending::Under => Pin::new(&mut self.socket).poll_flush(cx).map(News::Taken),
        }
    }

    fn hear(&mut self, frame: Option<Result<Message, axum::Error>>) -> Result<(), End> {
        match frame {
            Some(Ok(Message::Text(text))) => self.driver.hear(ClientFrame::Text(&text)),
            Some(Ok(Message::Binary(bytes))) => self.driver.hear(ClientFrame::Binary(&bytes)),
            // Answered below us, ahead of what waits to be encoded.
            Some(Ok(Message::Ping(_))) => self.driver.hear_ping(),
            // To our own ping: it says nothing of the client's wishes.
            Some(Ok(Message::Pong(_))) => {}
            Some(Ok(Message::Close(_))) => return Err(End::Theirs),
            Some(Err(error)) => return Err(broken(&error)),
            None => return Err(End::Gone),
        }
        Ok(())
    }
}

fn message(frame: ServerFrame) -> Message {
    match frame {
        ServerFrame::Text(text) => Message::Text(text.into()),
        ServerFrame::Binary(bytes) | ServerFrame::Body(bytes) => Message::Binary(bytes.into()),
        // No protocol answers a socket with an HTTP head; its body is what it wanted to say.
        ServerFrame::Head(head) => Message::Binary(head.body.into()),
    }
}

/// What to make of a socket's error: those that are the client's fault get a reason, the others nobody hears.
fn broken(error: &axum::Error) -> End {
    let source = std::error::Error::source(error).and_then(|source| source.downcast_ref::<WireError>());
    let (code, reason) = match source {
        Some(WireError::Capacity(CapacityError::MessageTooLong { max_size, .. })) => {
            (1009, format!("message exceeds {max_size} bytes"))
        }
        Some(WireError::Utf8(_)) => (1007, "text message is not UTF-8".to_owned()),
        Some(WireError::Protocol(fault)) => (1002, fault.to_string()),
        _ => {
            tracing::debug!(%error, "socket failed");
            return End::Gone;
        }
    };
    End::Ours(Close { code, reason })
}

/// Closes as the protocol demands: our close frame, then the client's, whoever was first.
async fn farewell(mut socket: WebSocket, end: End) {
    let goodbye = async {
        if let End::Ours(Close { code, reason }) = end {
            let frame = CloseFrame { code, reason: reason.into() };
            socket.send(Message::Close(Some(frame))).await?;
        }
        while let Some(frame) = socket.next().await {
            frame?;
        }
        Ok::<_, axum::Error>(())
    };
    // Whether it went well makes no difference any more.
    let _ = tokio::time::timeout(FAREWELL, goodbye).await;
}
