//! How long Opus packets play. Source: RFC 6716, section 3.

use speech::{AudioTime, SampleCount, SampleRate};

/// The rate in which Opus counts, whatever it was made from.
pub(super) const RATE: SampleRate = SampleRate::known(48_000);

/// How many samples at [`RATE`] come out of a packet.
pub(super) fn samples(packet: &[u8]) -> Result<u64, String> {
    let first = *packet.first().ok_or("an Opus packet is empty")?;
    let config = usize::from(first >> 3);
    let frame = match config {
        0..12 => [480, 960, 1_920, 2_880][config % 4],
        12..16 => [480, 960][config % 2],
        _ => [120, 240, 480, 960][config % 4],
    };
    let frames = match first & 3 {
        0 => 1,
        1 | 2 => 2,
        _ => u64::from(packet.get(1).ok_or("an Opus packet ends early")? & 0x3f),
    };
    Ok(frames * frame)
}

/// So many samples, without what a player leaves out of them.
pub(super) fn played(samples: u64, left_out: u64) -> AudioTime {
    SampleCount(samples.saturating_sub(left_out)).time_at(RATE)
}
