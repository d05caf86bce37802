//! How large messages are.
//!
//! Clients read messages of so many bytes at most: the Python package `websockets`, on which several published clients
//! stand, 1 MiB unless it is told otherwise, and it ends the connection, some clients without a word, at one that is
//! larger; `aiohttp` 4 MiB. The bounds here are far below.

use testkit::{Heard, What};

use crate::told::{self, Told};

/// The most bytes of a message or piece with sound in it. The largest there is has 200 ms of float samples at 48 kHz in
/// base64: 51 200 bytes, and what is around them.
const WITH_SOUND: usize = 56 * 1024;
/// The most bytes of any other: the times of all characters of a long text, where a client wants them after its sound.
const OTHER: usize = 256 * 1024;

/// The size of what travels alone. An HTTP answer in one piece is read as one, and has a bound of its own.
fn size(told: &Told, heard: &Heard) -> Option<usize> {
    match &heard.what {
        What::Text(text) => Some(text.len()),
        What::Binary(bytes) => Some(bytes.len()),
        What::Body(bytes) => is_streamed(told).then_some(bytes.len()),
        What::Head(_) | What::Close(_) => None,
    }
}

fn is_streamed(told: &Told) -> bool {
    told.heard.iter().filter(|heard| matches!(heard.what, What::Body(_))).count() > 1
}

#[test]
fn no_message_comes_near_what_clients_read() {
    let mut largest = 0;
    for told in told::all() {
        for heard in &told.heard {
            let Some(bytes) = size(told, heard) else { continue };
            let bound = if heard.sound.is_some() { WITH_SOUND } else { OTHER };
            assert!(bytes <= bound, "{}: a message of {bytes} bytes", told.name);
            largest = largest.max(if heard.sound.is_some() { bytes } else { 0 });
        }
    }
    // The largest there can be was among them.
    assert!(largest > 51_200, "the largest message has {largest} bytes");
}
