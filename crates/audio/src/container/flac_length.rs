//! How long a FLAC stream is, by what its own frames say.
//!
//! Source: RFC 9639, section 9.1.

use speech::SampleCount;

/// Counts the samples of a stream of ours while its messages pass by, so that a file can say its length in the end.
///
/// Each frame says the number of its first sample and how many it has. Where the next one begins can only be found by
/// looking for it: two marker bytes, the number that is due, and a checksum.
#[derive(Debug, Clone, Copy, Default)]
pub struct FlacLength {
    samples: u64,
}

impl FlacLength {
    /// Reads one message, which begins with the stream's head or with a frame.
    pub fn hear(&mut self, message: &[u8]) {
        for at in 0..message.len() {
            if let Some((first, samples)) = frame(&message[at..]).filter(|(first, _)| *first == self.samples)
            {
                self.samples = first + samples;
            }
        }
    }

    /// How many samples there are in all that was heard.
    #[must_use]
    pub fn samples(&self) -> SampleCount {
        SampleCount(self.samples)
    }
}

/// The number of the first sample of the frame that begins here, and how many it has.
fn frame(bytes: &[u8]) -> Option<(u64, u64)> {
    let [0xFF, 0xF9, sizes, _, rest @ ..] = bytes else { return None };
    let (first, mut rest) = number(rest)?;
    let block = match sizes >> 4 {
        1 => 192,
        code @ 2..=5 => 576 << (code - 2),
        6 => 1 + u64::from(*rest.split_off_first()?),
        7 => 1 + rest.split_off(..2)?.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)),
        code @ 8..=15 => 256 << (code - 8),
        _ => return None,
    };
    let rate_len = match sizes & 15 {
        12 => 1,
        13 | 14 => 2,
        _ => 0,
    };
    rest.split_off(..rate_len)?;
    let head = &bytes[..bytes.len() - rest.len()];
    (checksum(head) == *rest.first()?).then_some((first, block))
}

/// A number of up to 36 bits, coded as UTF-8 would code it if it went so far, and what follows.
fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (&first, mut rest) = bytes.split_first()?;
    let more = match first.leading_ones() {
        0 => 0,
        ones @ 2..=7 => ones as usize - 1,
        _ => return None,
    };
    // Of the first byte, what stands after its ones and a zero.
    let top = u64::from(first) & (0x7F >> if more == 0 { 0 } else { more + 1 });
    let tail = rest.split_off(..more)?;
    Some((tail.iter().fold(top, |number, byte| number << 6 | u64::from(byte & 0x3F)), rest))
}

/// CRC-8 with the polynomial x⁸ + x² + x + 1.
fn checksum(bytes: &[u8]) -> u8 {
    let shifted = |sum: u8| if sum & 0x80 == 0 { sum << 1 } else { sum << 1 ^ 0x07 };
    bytes.iter().fold(0, |sum, byte| (0..8).fold(sum ^ byte, |sum, _| shifted(sum)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_length_are_read() {
        for (bytes, wanted) in [
            (&[0x7F][..], 0x7F),
            (&[0xC2, 0x80], 0x80),
            (&[0xDF, 0xBF], 0x7FF),
            (&[0xEF, 0xBF, 0xBF], 0xFFFF),
            (&[0xFE, 0xBF, 0xBF, 0xBF, 0xBF, 0xBF, 0xBF], (1 << 36) - 1),
        ] {
            assert_eq!(number(bytes), Some((wanted, &[][..])), "{bytes:x?}");
            assert_eq!(number(&bytes[..bytes.len() - 1]), None);
        }
    }

    #[test]
    fn what_is_no_frame_counts_for_nothing() {
        let mut length = FlacLength::default();
        length.hear(b"fLaC");
        length.hear(&[0xFF, 0xF9]);
        length.hear(&[0xFF; 300]);
        assert_eq!(length.samples(), SampleCount::ZERO);
    }
}
