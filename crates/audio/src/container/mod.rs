//! What is put around a codec's bytes.
//!
//! Framing is apart from coding: a container sees bytes, or packets of them, and never a sample. Read [`ContainerCard`]
//! first.

mod card;
#[cfg(feature = "opus")]
mod ebml;
pub(crate) mod flac;
mod flac_length;
#[cfg(feature = "opus")]
mod ogg;
#[cfg(feature = "opus")]
mod opus_head;
mod raw;
mod wav;
#[cfg(feature = "opus")]
mod webm;

pub use card::{ContainerCard, Framing, Muxer, Track};
pub use flac::{FLAC, flac_header};
pub use flac_length::FlacLength;
#[cfg(feature = "opus")]
pub use ogg::OGG;
pub use raw::RAW;
pub use wav::{WAV, WAV_EACH, WAV_PCM_HEADER_LEN, wav_header};
#[cfg(feature = "opus")]
pub use webm::WEBM;
