//! Every container taken apart. Read [`ContainerEar`] first.

mod ebml;
mod flac;
mod ogg;
mod raw;
mod wav;
mod webm;

pub(crate) use flac::head_len as flac_head_len;

use speech::{ContainerId, OutputForm};

use crate::codec::CodecEar;
use crate::hear::Wrong;

/// Takes one container's streams apart.
#[derive(Debug, Clone, Copy)]
pub struct ContainerEar {
    /// Its name.
    pub id: ContainerId,
    /// Whether the joined bytes depend on where messages end.
    pub sizes: Sizes,
    /// From the messages of a stream to what the codec said. The codec tells whether a message holds whole units of it.
    pub unframe: Unframe,
}

/// How a container is taken apart.
pub type Unframe = fn(&OutputForm, &CodecEar, &[Vec<u8>]) -> Result<Unframed, Wrong>;

/// Whether a container's bytes depend on where messages end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sizes {
    /// They do not.
    Free,
    /// Each message is framed, so they do.
    PerMessage,
}

/// A stream without its container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unframed {
    /// What the codec said.
    pub coded: Coded,
    /// How many samples at the beginning of what is decoded the player leaves out.
    pub skip: u64,
    /// How many samples after those are sound, where the container says so.
    pub sound: Option<u64>,
    /// Whether it says that it is over.
    pub ending: Ending,
}

/// How a stream ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It says so.
    Said,
    /// It does not, or its container has no word for it.
    Open,
}

/// What a codec said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Coded {
    /// Bytes in a row.
    Bytes(Vec<u8>),
    /// Packets.
    Packets(Vec<Vec<u8>>),
}

/// All that we can take apart.
pub const CONTAINERS: &[ContainerEar] = &[raw::EAR, wav::EAR, wav::EACH_EAR, ogg::EAR, webm::EAR, flac::EAR];

impl Unframed {
    fn of_bytes(bytes: Vec<u8>) -> Self {
        Self { coded: Coded::Bytes(bytes), skip: 0, sound: None, ending: Ending::Open }
    }
}

/// Joins messages that hold whole units of the codec each.
fn join<'a>(codec: &CodecEar, messages: impl Iterator<Item = &'a [u8]>) -> Result<Vec<u8>, Wrong> {
    let mut joined = Vec::new();
    for (message, bytes) in messages.enumerate() {
        if !(codec.is_whole)(bytes) {
            return Err(Wrong::Cut { message, what: codec.unit });
        }
        joined.extend_from_slice(bytes);
    }
    Ok(joined)
}
