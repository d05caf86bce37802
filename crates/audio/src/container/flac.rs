//! FLAC's own head: the marker and the one metadata block that every stream has.
//!
//! Source: RFC 9639, sections 6 (the marker), 8.1 (block header) and 8.2 (STREAMINFO).

use speech::{CodecId, ContainerId, OutputForm, SampleCount, SampleRate};

use super::{ContainerCard, Framing};

/// One head, then frames for as long as it lasts.
pub const FLAC: ContainerCard = ContainerCard {
    id: ContainerId::FLAC,
    media_type: Some("audio/flac"),
    holds: |codec| codec == CodecId::FLAC,
    framing: Framing::Bytes { header: |form| flac_header(form, None), message: |_, bytes| bytes },
};

/// A FLAC head: for a stream without a known end (`None`), or for a file of so many samples.
///
/// Its length is always the same, so a file can be begun with `None` and its first bytes overwritten at the end. A number
/// that STREAMINFO has no room for is left unknown. The checksum of the samples and the sizes of frames stay unknown,
/// which decoders take for "not checked".
#[must_use]
pub fn flac_header(form: &OutputForm, samples: Option<SampleCount>) -> Vec<u8> {
    let samples = samples.map_or(UNKNOWN, |samples| samples.0);
    let samples = if samples < 1 << 36 { samples } else { UNKNOWN };
    let mut out = Vec::with_capacity(HEADER_LEN);
    out.extend_from_slice(b"fLaC");
    out.push(IS_LAST | STREAMINFO);
    out.extend_from_slice(&STREAMINFO_LEN.to_be_bytes()[1..]);
    out.extend_from_slice(&SHORTEST_BLOCK.to_be_bytes());
    out.extend_from_slice(&longest_block(form.rate).to_be_bytes());
    out.extend_from_slice(&[0; 2 * 3]);
    out.extend_from_slice(&sound(form.rate, samples).to_be_bytes());
    out.extend_from_slice(&[0; 16]);
    out
}

/// Rate, channels, depth and length share eight bytes: 20, 3, 5 and 36 bits, the middle two less one.
fn sound(rate: SampleRate, samples: u64) -> u64 {
    let (channels, depth) = (1, 16);
    u64::from(rate.hz()) << 44 | (channels - 1) << 41 | (depth - 1) << 36 | samples
}

/// How short a block may be, in samples, unless it is the last.
pub(crate) const SHORTEST_BLOCK: u16 = 16;
/// How long a block is, but for the first and the last before a settle.
pub(crate) const BLOCK_MS: u64 = 40;
/// Blocks begin and end at multiples of it, in samples: residuals are coded in halves, quarters and so on of a block.
pub(crate) const BLOCK_STEP: u64 = 16;

/// The longest block at this rate, in samples.
pub(crate) fn longest_block(rate: SampleRate) -> u16 {
    let usual = (BLOCK_MS * u64::from(rate.hz())).div_ceil(1000).next_multiple_of(BLOCK_STEP);
    // A settle also takes what was kept back because it would have been too short for a block.
    u16::try_from(usual).expect("40 ms of the highest rate are 1920 samples") + SHORTEST_BLOCK
}

const HEADER_LEN: usize = 4 + 4 + STREAMINFO_LEN as usize;
/// Set in the type of the last metadata block.
const IS_LAST: u8 = 0x80;
/// The type of STREAMINFO.
const STREAMINFO: u8 = 0;
const STREAMINFO_LEN: u32 = 34;
/// What stands for an unknown number of samples.
const UNKNOWN: u64 = 0;
