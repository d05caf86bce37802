//! FLAC through symphonia.

use speech::CodecId;
use symphonia::core::codecs::Decoder;
use symphonia::default::codecs::FlacDecoder;
use symphonia::default::formats::FlacReader;

use super::{CodecEar, bytes, symphonic};
use crate::container::flac_head_len;
use crate::hear::Heard;

pub(super) const EAR: CodecEar = CodecEar {
    id: CodecId::FLAC,
    unit: "frame",
    is_whole: |bytes| sum(bytes) == 0,
    decode: |form, coded| match bytes(coded)? {
        // Symphonia opens no stream without a frame.
        stream if stream.is_empty() || flac_head_len(stream)? == stream.len() => {
            Ok(Heard { rate: form.rate, samples: Vec::new() })
        }
        stream => symphonic::decode::<FlacReader, _>(stream, FlacDecoder::try_new),
    },
};

/// The sum that ends every frame (RFC 9639, section 9.3). Over a frame with its sum it is zero, and so over any number of
/// whole frames.
fn sum(bytes: &[u8]) -> u16 {
    const POLYNOMIAL: u16 = 0x8005;
    bytes.iter().fold(0, |sum, &byte| {
        (0..8).fold(sum ^ u16::from(byte) << 8, |sum, _| {
            let shifted = sum << 1;
            if sum >> 15 == 1 { shifted ^ POLYNOMIAL } else { shifted }
        })
    })
}
