//! An HTTP synthesis: the same connection, driven by whoever sends the answer's body.
//!
//! The body is *pulled*: the next chunk is encoded when the HTTP layer can write it, so a slow client slows its own work
//! down and nothing piles up. A client that goes away drops the body, and with it all its work.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use bytes::Bytes;
use connection::Outgoing;
use hyper::body::{Frame, SizeHint};
use wire::{ClientFrame, Close, HttpReply, ServerFrame};

use crate::driver::Driver;
use crate::roll::Member;
use crate::routes::{headed, problem};

/// The WebSocket code that stands for a good end.
const DONE: u16 = 1000;

/// Hands the body of a request to its protocol and waits for the answer's head.
pub(crate) async fn speak(mut driver: Box<Driver>, member: Member, body: &[u8]) -> Response {
    driver.hear(ClientFrame::Body(body));
    match std::future::poll_fn(|cx| driver.poll_outgoing(cx)).await {
        Some(Outgoing::Frame(ServerFrame::Head(head))) => answer(driver, member, head),
        Some(Outgoing::Close(Close { code: 1001, .. })) => {
            problem(StatusCode::SERVICE_UNAVAILABLE, "server is shutting down")
        }
        _ => problem(StatusCode::INTERNAL_SERVER_ERROR, "nothing was answered"),
    }
}

fn answer(mut driver: Box<Driver>, member: Member, head: HttpReply) -> Response {
    match driver.next_outgoing() {
        // All of it is there: its length can be told.
        Some(Outgoing::Close(Close { code: DONE, .. })) => whole(head, member),
        second => {
            let HttpReply { status, headers, body } = head;
            let first = Some(Outgoing::Frame(ServerFrame::Body(body)));
            let body = SpeechBody { driver, early: [first, second], broken: None, _member: member };
            headed(status, &headers, Body::new(body))
        }
    }
}

fn whole(reply: HttpReply, member: Member) -> Response {
    let body = WholeBody { bytes: Some(reply.body.into()), _member: member };
    headed(reply.status, &reply.headers, Body::new(body))
}

/// An answer whose length is known. Its connection counts as open until the HTTP layer has passed it on: that layer drops a
/// body which has not said that it is at its end only once there is room for more.
struct WholeBody {
    bytes: Option<Bytes>,
    _member: Member,
}

impl hyper::body::Body for WholeBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.bytes.take().filter(|bytes| !bytes.is_empty()).map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.as_ref().is_some_and(Bytes::is_empty)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}

/// The body of an answer, as it arises.
struct SpeechBody {
    driver: Box<Driver>,
    /// What was taken out before the body began.
    early: [Option<Outgoing>; 2],
    /// Why it breaks off, once what came before is on its way.
    broken: Option<BrokenOff>,
    _member: Member,
}

/// The answer cannot be completed: the connection is to be broken off, so that nobody takes it for whole.
#[derive(Debug, thiserror::Error)]
#[error("speech broke off: {0}")]
struct BrokenOff(String);

impl hyper::body::Body for SpeechBody {
    type Data = Bytes;
    type Error = BrokenOff;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokenOff>>> {
        if let Some(broken) = self.broken.take() {
            return Poll::Ready(Some(Err(broken)));
        }
        loop {
            let early = self.early.iter_mut().find_map(Option::take);
            let outgoing = match early {
                Some(outgoing) => Some(outgoing),
                None => ready!(self.driver.poll_outgoing(cx)),
            };
            match outgoing {
                Some(Outgoing::Frame(frame)) => {
                    let bytes = bytes_of(frame);
                    if !bytes.is_empty() {
                        return Poll::Ready(Some(Ok(Frame::data(bytes))));
                    }
                }
                Some(Outgoing::Close(Close { code: DONE, .. })) | None => return Poll::Ready(None),
                Some(Outgoing::Close(close)) => {
                    // Told at once, it would make the HTTP layer drop what it has not written yet, head included.
                    self.broken = Some(BrokenOff(close.reason));
                    cx.waker().wake_by_ref();
                    return Poll::Pending;
                }
            }
        }
    }
}

fn bytes_of(frame: ServerFrame) -> Bytes {
    match frame {
        ServerFrame::Text(text) => text.into(),
        ServerFrame::Binary(bytes) | ServerFrame::Body(bytes) => bytes.into(),
        ServerFrame::Head(head) => head.body.into(),
    }
}
