//! PCM in, the client's bytes out: resampling, encoding, framing. Stateful but pure; no clock, no I/O.
//!
//! It does not decide when sound is sent (the outbox does, with [`ChunkPlan`] for the sizes) and does not wrap bytes
//! into messages (`wire` does). It never decodes.
//!
//! Start with [`AudioStream`]: one whole stream, from [`PcmChunk`](speech::PcmChunk)s at any rate to bytes in an
//! [`OutputForm`](speech::OutputForm). What forms there are say [`CODECS`] and [`CONTAINERS`]; a new codec is one file
//! with one [`Encoder`] and one line there, a new container one file and one line too. Both
//! want an ear as well, in the crate `ear`, or the tests say that nobody hears them.
//!
//! # The way of a sample
//!
//! ```text
//! PcmChunk (i16) ─► f32 ─► resampler ─► encoder ─► container ─► bytes
//! ```

pub mod chunk_plan;
pub mod coded;
pub mod container;
pub mod convert;
pub mod encoder;
#[cfg(feature = "flac")]
pub mod flac;
pub mod form;
pub mod g711;
#[cfg(feature = "mp3")]
pub mod mp3;
#[cfg(feature = "opus")]
pub mod opus;
pub mod pcm;
pub mod registry;
pub mod resample;
pub mod stream;

pub use chunk_plan::ChunkPlan;
pub use coded::{Coded, Packet};
pub use container::{
    ContainerCard, FlacLength, Framing, Muxer, Track, WAV_PCM_HEADER_LEN, flac_header, wav_header,
};
pub use convert::{to_f32, to_i16};
pub use encoder::{Cleared, CodecCard, Encoder, Rates};
pub use form::{FormError, check, media_type};
pub use registry::{CODECS, CONTAINERS};
pub use resample::{Resampler, prepare};
pub use stream::AudioStream;
