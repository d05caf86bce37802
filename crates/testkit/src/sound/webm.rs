//! WebM with one track of Opus. Sources: RFC 8794 (EBML), sections 4 to 6; RFC 9559 (Matroska), section 5.

use super::opus::{RATE, played, samples};
use super::{Ending, StreamTime, number};

/// Elements that matter here; those of the first row hold others.
const SEGMENT: u64 = 0x1853_8067;
const TRACKS: u64 = 0x1654_AE6B;
const TRACK_ENTRY: u64 = 0xAE;
const CLUSTER: u64 = 0x1F43_B675;
const BLOCK_GROUP: u64 = 0xA0;
const EBML: u64 = 0x1A45_DFA3;
const CODEC_DELAY: u64 = 0x56AA;
const TIMESTAMP: u64 = 0xE7;
const SIMPLE_BLOCK: u64 = 0xA3;
const BLOCK: u64 = 0xA1;
const DISCARD_PADDING: u64 = 0x75A2;

/// Of a block, before its packet: track, time, flags.
const BLOCK_HEAD: usize = 4;

/// What has been read of a stream.
#[derive(Default)]
struct Reader {
    samples: u64,
    /// What a player leaves out, in nanoseconds.
    delay: u64,
    discarded: u64,
    /// Where the newest cluster begins, in milliseconds.
    cluster: Option<u64>,
}

/// Reads a stream from its head on.
pub(super) fn time(bytes: &[u8]) -> Result<StreamTime, String> {
    if number(bytes.get(..4).unwrap_or_default()) != EBML {
        return Err("a WebM stream does not begin with its head".to_owned());
    }
    let mut reader = Reader::default();
    reader.elements(bytes)?;
    let left_out = (reader.delay + reader.discarded) * u64::from(RATE.hz());
    // To the nearest sample: nanoseconds are rounded.
    let left_out = (left_out + 500_000_000) / 1_000_000_000;
    let ending = if reader.discarded > 0 { Ending::Said } else { Ending::Open };
    Ok(StreamTime { time: played(reader.samples, left_out), ending })
}

impl Reader {
    fn elements(&mut self, mut bytes: &[u8]) -> Result<(), String> {
        while !bytes.is_empty() {
            let id = vint(&mut bytes, Marker::Kept)?;
            let data = match vint(&mut bytes, Marker::Removed)? {
                UNKNOWN_SIZE if id == SEGMENT => std::mem::take(&mut bytes),
                size => {
                    let size = usize::try_from(size).unwrap_or(usize::MAX);
                    let ends_early = || format!("element {id:x} ends early");
                    bytes.split_off(..size).ok_or_else(ends_early)?
                }
            };
            self.element(id, data)?;
        }
        Ok(())
    }

    fn element(&mut self, id: u64, data: &[u8]) -> Result<(), String> {
        if self.discarded > 0 {
            return Err(format!("element {id:x} follows the end"));
        }
        match id {
            SEGMENT | TRACKS | TRACK_ENTRY | CLUSTER | BLOCK_GROUP => self.elements(data)?,
            CODEC_DELAY => self.delay = number(data),
            SIMPLE_BLOCK | BLOCK => self.samples += samples(data.get(BLOCK_HEAD..).unwrap_or_default())?,
            DISCARD_PADDING => self.discarded = number(data),
            TIMESTAMP => {
                let begin = number(data);
                if self.cluster.is_some_and(|before| before > begin) {
                    return Err(format!("a cluster goes back to {begin} ms"));
                }
                self.cluster = Some(begin);
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether the bit that tells a number's length is part of it, as in ids.
#[derive(Clone, Copy, PartialEq)]
enum Marker {
    Kept,
    Removed,
}

/// A size that is told in eight bytes and is none.
const UNKNOWN_SIZE: u64 = (1 << 56) - 1;

fn vint(bytes: &mut &[u8], marker: Marker) -> Result<u64, String> {
    let ends_early = || "an element's head ends early".to_owned();
    let length = bytes.first().ok_or_else(ends_early)?.leading_zeros() as usize + 1;
    let value = number(bytes.split_off(..length).ok_or_else(ends_early)?);
    let bits = 7 * length;
    let is_unknown = marker == Marker::Removed && value == (2 << bits) - 1;
    Ok(match marker {
        Marker::Kept => value,
        Marker::Removed if is_unknown => UNKNOWN_SIZE,
        Marker::Removed => value & ((1 << bits) - 1),
    })
}
