//! The socket's door: where the key may be, and what a wrong one is told.

use std::sync::Arc;

use speech::{KeyId, Refusal, Scope};

use super::frames::{self, Frames};
use super::socket::Socket;
use super::streams::{Door, Streams};
use super::words;
use crate::card::{Accept, Accepted};
use crate::head::{Head, HttpReply};
use crate::offer::Offer;

/// Browsers cannot set headers: they offer this subprotocol, and the key as a second one. One that offers any wants one
/// of them agreed on.
const SUBPROTOCOL: &str = "soniox-api-key";

/// Takes an upgrade, unless it shows a key that opens nothing. One that shows none may show it in its start messages.
pub(super) fn accept(offer: &Arc<Offer>, head: Head) -> Accept {
    let request_id = head.request_id.clone();
    let door = match door(offer, &head) {
        Ok(door) => door,
        Err(refusal) => return Accept::Reply(error(&refusal, &request_id)),
    };
    let face = Frames { request_id, demands: frames::demands(offer, Scope::Generation) };
    let streams = Streams::new(Arc::clone(offer), face, door);
    let socket = Socket::new(streams, head.arrived);
    let subprotocol = offers_subprotocol(&head).then_some(SUBPROTOCOL);
    Accept::Stream(Accepted { subprotocol, ..Accepted::new(Box::new(socket)) })
}

fn door(offer: &Offer, head: &Head) -> Result<Door, Refusal> {
    match head.bearer().or_else(|| subprotocol_key(head)) {
        Some(key) => offer.keys.check(Some(key)).map(Door::Opened).map_err(|_| words::bad_key()),
        None => Ok(offer.keys.check(None).map_or(Door::Shut, Door::Opened)),
    }
}

/// What a call over HTTP shows.
///
/// # Errors
/// A refusal in the wire's words.
pub(super) fn caller(offer: &Offer, head: &Head) -> Result<KeyId, Refusal> {
    let presented = head.bearer();
    offer.keys.check(presented).map_err(|_| match presented {
        Some(_) => words::bad_key(),
        None => words::no_key(),
    })
}

/// An error as the answer to a call.
pub(super) fn error(refusal: &Refusal, request_id: &str) -> HttpReply {
    let reply = HttpReply::json(words::code(refusal.kind), &words::error(refusal, request_id).into());
    let reply = reply.with_header("x-request-id", request_id);
    match refusal.retry_after {
        Some(wait) => reply.with_retry_after(wait),
        None => reply,
    }
}

fn offered(head: &Head) -> impl Iterator<Item = &str> {
    let lines = head.headers.iter().filter(|(name, _)| name == "sec-websocket-protocol");
    lines.flat_map(|(_, line)| line.split(',')).map(str::trim)
}

fn offers_subprotocol(head: &Head) -> bool {
    offered(head).any(|name| name == SUBPROTOCOL)
}

fn subprotocol_key(head: &Head) -> Option<&str> {
    offered(head).skip_while(|name| *name != SUBPROTOCOL).nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_of(lines: &[&str]) -> Option<String> {
        let header = |line: &&str| ("sec-websocket-protocol".to_owned(), (*line).to_owned());
        let head = Head { headers: lines.iter().map(header).collect(), ..Head::default() };
        subprotocol_key(&head).map(str::to_owned)
    }

    #[test]
    fn a_browsers_key_is_what_follows_the_subprotocol() {
        assert_eq!(key_of(&["soniox-api-key, k-1"]).as_deref(), Some("k-1"));
        assert_eq!(key_of(&["soniox-api-key", "k-1"]).as_deref(), Some("k-1"));
        assert_eq!(key_of(&["other, k-1"]), None);
        assert_eq!(key_of(&["soniox-api-key"]), None);
        assert_eq!(key_of(&[]), None);
    }
}
