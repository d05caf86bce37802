//! What all containers of Opus have in common: their clock, a packet of silence, and what they put first, the
//! identification header of RFC 7845 §5.1.

use super::Track;

/// The rate at which containers of Opus count, whatever was encoded, in Hz (RFC 7845 §4).
pub(super) const CLOCK_HZ: u64 = 48_000;

/// 10 ms of silence in Opus: a frame of CELT whose first bit says that nothing follows (RFC 6716 §4.3).
pub(super) const SILENCE: [u8; 3] = [30 << 3, 0xFF, 0xFE];

/// How long [`SILENCE`] is, at [`CLOCK_HZ`].
pub(super) const SILENCE_LEN: u64 = 480;

/// So many samples at the track's coding rate, at [`CLOCK_HZ`]. Exact, for it is a multiple of all coding rates of Opus.
pub(super) fn on_clock(samples: u64, track: &Track) -> u64 {
    samples * CLOCK_HZ / u64::from(track.coding_rate.hz())
}

/// The header: one channel, no gain, mapping family 0.
pub(super) fn opus_head(track: &Track) -> Vec<u8> {
    let (version, channels, family) = (1, 1, 0);
    let pre_skip = u16::try_from(on_clock(track.delay.0, track)).unwrap_or(u16::MAX);
    let gain: i16 = 0;
    let mut out = Vec::with_capacity(19);
    out.extend_from_slice(b"OpusHead");
    out.extend_from_slice(&[version, channels]);
    out.extend_from_slice(&pre_skip.to_le_bytes());
    out.extend_from_slice(&track.rate.hz().to_le_bytes());
    out.extend_from_slice(&gain.to_le_bytes());
    out.push(family);
    out
}

#[cfg(test)]
mod tests {
    use speech::{SampleCount, SampleRate};

    use super::*;

    #[test]
    fn says_how_much_to_skip_and_what_the_rate_was() {
        let track = Track {
            number: 1,
            rate: SampleRate::known(22_050),
            coding_rate: SampleRate::known(24_000),
            delay: SampleCount(156),
        };
        assert_eq!(opus_head(&track), b"OpusHead\x01\x01\x38\x01\x22\x56\0\0\0\0\0");
    }
}
