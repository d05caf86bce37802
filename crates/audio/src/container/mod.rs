//! What is put around a codec's bytes.
//!
//! Framing is apart from coding: a container sees bytes, or packets of them, and never a sample. Read [`ContainerCard`]
//! first.

mod card;
mod raw;
mod wav;

pub use card::{ContainerCard, Framing, Muxer, Track};
pub use raw::RAW;
pub use wav::{WAV, WAV_EACH, WAV_PCM_HEADER_LEN, wav_header};
