//! FLAC with its own head. Source: RFC 9639, sections 8.2 and 9.1.

use speech::{SampleCount, SampleRate};

use super::{Ending, StreamTime, number};

/// Marker, head of the one metadata block, the block.
const HEAD: usize = 4 + 4 + 34;
/// Where the rate is in it, in the upper 20 bits of three bytes.
const RATE_AT: usize = 4 + 4 + 10;

/// Reads a stream from its head on.
pub(super) fn time(bytes: &[u8]) -> Result<StreamTime, String> {
    let (head, frames) = bytes.split_at_checked(HEAD).ok_or("a FLAC head ends early")?;
    if !head.starts_with(b"fLaC\x80") {
        return Err("a FLAC stream does not begin with its head".to_owned());
    }
    let rate =
        SampleRate::new(number(&head[RATE_AT..RATE_AT + 3]) >> 4).map_err(|error| error.to_string())?;
    if !frames.is_empty() && Frame::read(frames, 0).is_none() {
        return Err("a FLAC head is not followed by its first frame".to_owned());
    }
    let (mut samples, mut at) = (0, 0);
    while at < frames.len() {
        match Frame::read(&frames[at..], samples) {
            Some(frame) => {
                samples += frame.samples;
                at += frame.head_len;
            }
            // Somewhere within a frame: the next one tells by its place in the stream where it begins.
            None => at += 1,
        }
    }
    Ok(StreamTime { time: SampleCount(samples).time_at(rate), ending: Ending::Open })
}

/// What the head of a frame says.
struct Frame {
    samples: u64,
    head_len: usize,
}

impl Frame {
    /// The frame that begins with these bytes, if one does whose first sample is the stream's number `first`.
    fn read(bytes: &[u8], first: u64) -> Option<Self> {
        let [0xff, 0xf9, sizes, _, rest @ ..] = bytes else { return None };
        let (place, mut more) = coded_number(rest)?;
        let samples = match sizes >> 4 {
            1 => 192,
            code @ 2..=5 => 576 << (code - 2),
            6 => number(more.split_off(..1)?) + 1,
            7 => number(more.split_off(..2)?) + 1,
            code @ 8..=15 => 256 << (code - 8),
            _ => return None,
        };
        let rate_len = match sizes & 15 {
            12 => 1,
            13 | 14 => 2,
            _ => 0,
        };
        more.split_off(..rate_len)?;
        let head_len = bytes.len() - more.len();
        let is_whole = checksum(&bytes[..head_len]) == *more.first()?;
        (is_whole && place == first).then_some(Self { samples, head_len: head_len + 1 })
    }
}

/// A number in the manner of UTF-8, of up to seven bytes, and what follows it.
fn coded_number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let first = *bytes.first()?;
    let length = match first.leading_ones() as usize {
        0 => 1,
        ones @ 2..=7 => ones,
        _ => return None,
    };
    let (coded, rest) = bytes.split_at_checked(length)?;
    let top = if length == 1 { u64::from(first) } else { u64::from(first) & ((1 << (7 - length)) - 1) };
    Some((coded[1..].iter().fold(top, |number, byte| number << 6 | u64::from(byte & 0x3f)), rest))
}

/// CRC-8 of a frame's head, with the polynomial `x^8 + x^2 + x + 1`.
fn checksum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ byte, |sum, _| if sum & 0x80 == 0 { sum << 1 } else { sum << 1 ^ 7 })
    })
}
