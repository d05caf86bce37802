//! A conversation with a server in virtual time, and what must be true of it.

use std::sync::Arc;
use std::time::Duration;

use engine::Engine;
use engine_tone::{Tone, ToneConfig};
use session::Limits;
use testkit::{Answer, Door, OfferBuilder, Request, Rig, Said, Socket, What, World};
use wire::{Options, PROTOCOLS};

use crate::story::{Operation, Story};

/// Longer stories only take longer.
const MOST_OPERATIONS: usize = 48;
/// After a story, everything that was accepted is spoken well within this.
const AFTERMATH: Duration = Duration::from_secs(7_200);
/// A story of [`MOST_OPERATIONS`] messages of 255 bytes cannot sound for longer, even at the slowest speed and as
/// 32-bit samples at 48 kHz, repeated over the widest JSON: a sign of growth without bound, not a measure.
const MOST_BYTES: usize = 2 << 30;
/// Frames of one story, for the same reason.
const MOST_FRAMES: usize = 200_000;

/// Holds the conversation that the bytes tell, on the socket at `path`, and checks it.
///
/// # Panics
/// If the server does, if anything leaves after the close, or if more leaves than the story can explain.
pub fn hold(path: &str, phrases: &[&str], bytes: &[u8]) {
    let Some(mut rig) = connect(path) else { panic!("no protocol listens at {path}") };
    for operation in Story::new(bytes, phrases).take(MOST_OPERATIONS) {
        carry_out(&mut rig, operation);
    }
    rig.set_socket(Socket::Free);
    rig.run_for(AFTERMATH);
    check(&rig);
    let before = rig.heard().len();
    rig.drop_client();
    rig.run_for(AFTERMATH);
    assert_eq!(rig.heard().len(), before, "something was sent to a client that is gone");
}

/// A server with the voices that fail on purpose, whose steps take time, with bounds small enough to be met.
fn connect(path: &str) -> Option<Rig> {
    let engine = Arc::new(Tone::new(ToneConfig::default().with_faults()));
    let limits = Arc::new(Limits {
        contexts_per_connection: 6,
        message_bytes: 2_048,
        unspoken_bytes: 1_024,
        pending_acknowledgements: 8,
        unsent_events: 64,
        ..Limits::default()
    });
    let offer = OfferBuilder {
        limits: Arc::clone(&limits),
        door: Door::Open,
        ..OfferBuilder::new(engine.card().clone())
    };
    let world = World { engine, limits, step: Duration::from_millis(3), slots: 1, socket: Socket::Free };
    let address = Request::connect(path).address(PROTOCOLS)?;
    let tailored = offer.build().tailored(Limits::clone(&world.limits), Options::of(address.card.options));
    match address.knock(&Arc::new(tailored)) {
        Answer::Stream(protocol) => Some(Rig::new(protocol, &world)),
        Answer::Reply(_) => None,
    }
}

fn carry_out(rig: &mut Rig, operation: Operation) {
    match operation {
        Operation::Text(text) => rig.say(Said::Text(text)),
        Operation::Binary(bytes) => rig.say(Said::Binary(bytes)),
        Operation::Wait(time) => rig.run_for(time),
        Operation::Slow(0) => rig.set_socket(Socket::Paused),
        Operation::Slow(rate) => rig.set_socket(Socket::Rate(rate)),
        Operation::Fast => rig.set_socket(Socket::Free),
        Operation::Drain => rig.drain(),
    }
}

fn check(rig: &Rig) {
    let heard = rig.heard();
    let close = heard.iter().position(|heard| matches!(heard.what, What::Close(_)));
    assert!(close.is_none_or(|at| at + 1 == heard.len()), "something followed the close");
    assert!(heard.windows(2).all(|pair| pair[0].at <= pair[1].at), "time ran backwards");
    assert!(heard.len() <= MOST_FRAMES, "{} frames left", heard.len());
    let bytes: usize = heard.iter().map(|heard| size(&heard.what)).sum();
    assert!(bytes <= MOST_BYTES, "{bytes} bytes left");
    assert!(
        heard.iter().all(|heard| !matches!(&heard.what, What::Binary(bytes) if bytes.is_empty())),
        "an empty frame"
    );
}

fn size(what: &What) -> usize {
    match what {
        What::Text(text) => text.len(),
        What::Binary(bytes) | What::Body(bytes) => bytes.len(),
        What::Head(_) | What::Close(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Opens, says something, waits, hears it.
    #[test]
    fn a_story_makes_the_server_speak() {
        let mut rig = connect("/syrinx/v1/stream").expect("the native protocol is there");
        let story = [r#"{"op":"open","text":"Hello."}"#, r#"{"op":"flush"}"#];
        for text in story {
            carry_out(&mut rig, Operation::Text(text.to_owned()));
        }
        carry_out(&mut rig, Operation::Wait(Duration::from_secs(5)));
        assert!(rig.heard().iter().any(|heard| matches!(heard.what, What::Binary(_))));
        check(&rig);
    }
}
