//! MP3 through symphonia.

use speech::CodecId;
use symphonia::core::codecs::Decoder;
use symphonia::default::codecs::MpaDecoder;
use symphonia::default::formats::MpaReader;

use super::{CodecEar, bytes, symphonic};
use crate::hear::Heard;

pub(super) const EAR: CodecEar = CodecEar {
    id: CodecId::MP3,
    unit: "frame",
    is_whole: |bytes| is_whole(bytes),
    decode: |form, coded| match bytes(coded)? {
        [] => Ok(Heard { rate: form.rate, samples: Vec::new() }),
        stream => symphonic::decode::<MpaReader, _>(stream, MpaDecoder::try_new),
    },
};

fn is_whole(mut bytes: &[u8]) -> bool {
    while !bytes.is_empty() {
        let Some(rest) = frame_len(bytes).and_then(|len| bytes.get(len..)) else { return false };
        bytes = rest;
    }
    true
}

/// How long the frame is that begins here. Sources: ISO/IEC 11172-3 and 13818-3, section 2.4.2.3.
fn frame_len(bytes: &[u8]) -> Option<usize> {
    const KBPS_OF_MPEG_1: [usize; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const KBPS_OF_MPEG_2: [usize; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    let &[0xFF, second, third, _] = bytes.first_chunk()? else { return None };
    let (version, layer) = (second >> 3 & 3, second >> 1 & 3);
    if second >> 5 != 0b111 || layer != 0b01 {
        return None;
    }
    let (kbps, samples, divisor) = match version {
        0b11 => (KBPS_OF_MPEG_1, 1_152, 1),
        0b10 => (KBPS_OF_MPEG_2, 576, 2),
        0b00 => (KBPS_OF_MPEG_2, 576, 4),
        _ => return None,
    };
    let kbps = *kbps.get(usize::from(third >> 4)).filter(|kbps| **kbps > 0)?;
    let rate = [44_100, 48_000, 32_000].get(usize::from(third >> 2 & 3))? / divisor;
    Some(samples / 8 * kbps * 1_000 / rate + usize::from(third >> 1 & 1))
}
