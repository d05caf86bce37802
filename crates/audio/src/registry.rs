//! Every codec and every container this build has, one line each, in the order the documentation lists them.

use crate::container::{self, ContainerCard};
use crate::encoder::CodecCard;
use crate::{g711, pcm};

/// All codecs.
pub const CODECS: &[CodecCard] = &[
    pcm::S16LE,
    pcm::S16BE,
    pcm::F32LE,
    g711::MULAW,
    g711::ALAW,
    #[cfg(feature = "flac")]
    crate::flac::CARD,
    #[cfg(feature = "mp3")]
    crate::mp3::CARD,
    #[cfg(feature = "opus")]
    crate::opus::CARD,
];

/// All containers.
pub const CONTAINERS: &[ContainerCard] = &[
    container::RAW,
    container::WAV,
    container::WAV_EACH,
    #[cfg(feature = "flac")]
    container::FLAC,
    #[cfg(feature = "opus")]
    container::OGG,
    #[cfg(feature = "opus")]
    container::WEBM,
];
