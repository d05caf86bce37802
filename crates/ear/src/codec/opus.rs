//! Opus through libopus, at 48 kHz as players decode it.

use opus::{Channels, Decoder};
use speech::{CodecId, SampleRate};

use super::CodecEar;
use crate::container::Coded;
use crate::hear::{Heard, Wrong};

pub(super) const EAR: CodecEar =
    CodecEar { id: CodecId::OPUS, unit: "packet", is_whole: |_| false, decode: |_, coded| decode(coded) };

const HZ: u32 = 48_000;
/// 120 ms, the longest packet.
const LONGEST: usize = 5_760;

fn decode(coded: &Coded) -> Result<Heard, Wrong> {
    let Coded::Packets(packets) = coded else { return Err(Wrong::invalid("Opus without packets")) };
    let mut decoder = Decoder::new(HZ, Channels::Mono).map_err(refused)?;
    let mut samples = Vec::new();
    for packet in packets {
        let begin = samples.len();
        samples.resize(begin + LONGEST, 0.0);
        let len = decoder.decode_float(packet, &mut samples[begin..], false).map_err(refused)?;
        samples.truncate(begin + len);
    }
    Ok(Heard { rate: SampleRate::known(HZ), samples })
}

/// How many samples at 48 kHz a decoder makes of a packet.
pub(crate) fn len(packet: &[u8]) -> Result<u64, Wrong> {
    opus::packet::get_nb_samples(packet, HZ).map(|len| len as u64).map_err(refused)
}

fn refused(error: opus::Error) -> Wrong {
    Wrong::invalid(format!("libopus says: {error}"))
}
