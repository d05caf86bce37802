//! In what form audio leaves: codec, container, rate, and how long one encoder lives.
//!
//! Codecs and containers are names here; the `audio` crate has a registry for each and says which combinations exist.
//! So a new codec is one file there and no change here.

use crate::audio::SampleRate;

/// The name of a way to turn samples into bytes, such as `pcm_s16le` or `mp3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CodecId(pub &'static str);

impl CodecId {
    /// Signed 16-bit little-endian samples.
    pub const PCM_S16LE: Self = Self("pcm_s16le");
    /// Signed 16-bit big-endian samples.
    pub const PCM_S16BE: Self = Self("pcm_s16be");
    /// 32-bit little-endian floats, full scale ±1.
    pub const PCM_F32LE: Self = Self("pcm_f32le");
    /// G.711 µ-law, a byte a sample.
    pub const MULAW: Self = Self("mulaw");
    /// G.711 A-law, a byte a sample.
    pub const ALAW: Self = Self("alaw");
    /// MPEG audio layer III.
    pub const MP3: Self = Self("mp3");
    /// Opus, RFC 6716.
    pub const OPUS: Self = Self("opus");
    /// The Free Lossless Audio Codec, RFC 9639.
    pub const FLAC: Self = Self("flac");
}

/// The name of what is put around the codec's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContainerId(pub &'static str);

impl ContainerId {
    /// Nothing: the codec's bytes as they are.
    pub const RAW: Self = Self("raw");
    /// A RIFF/WAVE header once, with streaming sizes.
    pub const WAV: Self = Self("wav");
    /// A whole RIFF/WAVE file in every message: a header with exact sizes before each message's bytes.
    pub const WAV_EACH: Self = Self("wav_each");
    /// Ogg, RFC 3533.
    pub const OGG: Self = Self("ogg");
    /// WebM as it is streamed live: a segment of unknown size.
    pub const WEBM: Self = Self("webm");
    /// FLAC's own: a head once, then frames.
    pub const FLAC: Self = Self("flac");
}

/// How long one resampler and one encoder live, and so how much of what is sent is one playable stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All that a connection sends is one stream.
    Connection,
    /// All that a context says is one stream.
    Context,
    /// Each generation is a stream of its own.
    Generation,
}

/// The form in which a context's audio leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OutputForm {
    /// How samples become bytes.
    pub codec: CodecId,
    /// What is put around them.
    pub container: ContainerId,
    /// Samples per second after resampling.
    pub rate: SampleRate,
    /// Bits per second, for codecs that have the choice; the codec's own default where `None`.
    pub bit_rate: Option<u32>,
    /// How long one encoder lives.
    pub scope: Scope,
}
