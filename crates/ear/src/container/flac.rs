//! FLAC's own container: a marker, metadata blocks, then frames.
//!
//! Source: RFC 9639, sections 6 and 8. The head goes on to the decoder, which needs it.

use speech::ContainerId;

use super::{ContainerEar, Sizes, Unframed, join};
use crate::codec::CodecEar;
use crate::hear::Wrong;

pub(super) const EAR: ContainerEar = ContainerEar {
    id: ContainerId::FLAC,
    sizes: Sizes::Free,
    unframe: |_, codec, messages| unframe(codec, messages),
};

fn unframe(codec: &CodecEar, messages: &[Vec<u8>]) -> Result<Unframed, Wrong> {
    let Some((first, others)) = messages.split_first() else {
        return Ok(Unframed::of_bytes(Vec::new()));
    };
    let (head, frames) = first.split_at(head_len(first)?);
    let frames = std::iter::once(frames).chain(others.iter().map(Vec::as_slice));
    Ok(Unframed::of_bytes([head, &join(codec, frames)?].concat()))
}

/// The marker and all metadata blocks, which have four bytes before them: the highest bit says that it is the last, the
/// lowest three bytes how long it is.
pub(crate) fn head_len(bytes: &[u8]) -> Result<usize, Wrong> {
    let cut = || Wrong::Cut { message: 0, what: "head" };
    if !bytes.starts_with(b"fLaC") {
        return Err(Wrong::invalid("a FLAC stream begins with fLaC"));
    }
    let mut place = 4;
    loop {
        let &[kind, high, middle, low] =
            bytes.get(place..).and_then(|rest| rest.first_chunk()).ok_or_else(cut)?;
        place += 4 + (usize::from(high) << 16 | usize::from(middle) << 8 | usize::from(low));
        if place > bytes.len() {
            return Err(cut());
        }
        if kind & 0x80 != 0 {
            return Ok(place);
        }
    }
}
