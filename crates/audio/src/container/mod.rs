//! What is put around a codec's bytes.
//!
//! Framing is apart from coding: a container sees bytes, or packets of them, and never a sample. Read [`ContainerCard`]
//! first.

mod card;
#[cfg(feature = "flac")]
mod flac;
mod raw;
mod wav;

pub use card::{ContainerCard, Framing, Muxer, Track};
#[cfg(feature = "flac")]
pub use flac::{FLAC, flac_header};
pub use raw::RAW;
pub use wav::{WAV, WAV_EACH, WAV_PCM_HEADER_LEN, wav_header};
