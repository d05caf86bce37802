//! Every codec decoded again. Read [`CodecEar`] first.

mod flac;
mod g711;
mod mp3;
mod opus;
mod pcm;
mod symphonic;

use speech::{CodecId, OutputForm};

use crate::container::Coded;
use crate::hear::{Heard, Wrong};

pub(crate) use opus::len as opus_len;

/// Decodes one codec.
#[derive(Debug, Clone, Copy)]
pub struct CodecEar {
    /// Its name.
    pub id: CodecId,
    /// What of it cannot be cut.
    pub unit: &'static str,
    /// Whether bytes are whole units; only asked where they are not in packets.
    pub is_whole: fn(&[u8]) -> bool,
    /// All that a decoder makes of a stream from its beginning; nothing is left out.
    pub decode: fn(&OutputForm, &Coded) -> Result<Heard, Wrong>,
}

/// All that we can decode.
pub const CODECS: &[CodecEar] =
    &[pcm::S16LE, pcm::S16BE, pcm::F32LE, g711::MULAW, g711::ALAW, mp3::EAR, opus::EAR, flac::EAR];

fn bytes(coded: &Coded) -> Result<&[u8], Wrong> {
    match coded {
        Coded::Bytes(bytes) => Ok(bytes),
        Coded::Packets(_) => Err(Wrong::invalid("packets of a codec that has none")),
    }
}
