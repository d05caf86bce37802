//! G.711: 16-bit samples as one byte, logarithmically. No memory, no delay.
//!
//! Source: ITU-T Recommendation G.711 (11/88). µ-law works on 14-bit samples, A-law on 13-bit ones; both take the upper bits
//! of ours. A code is a sign, one of eight segments (each twice as wide as the one below) and one of sixteen steps.

use speech::CodecId;

use crate::encoder::CodecCard;
use crate::pcm::{S16LE, open, to_i16};

/// µ-law. Media type: RFC 4856.
pub const MULAW: CodecCard = CodecCard {
    id: CodecId::MULAW,
    media_type: |rate| format!("audio/PCMU;rate={}", rate.hz()),
    open: |_| open(|sample| [mulaw(to_i16(sample))]),
    ..S16LE
};

/// A-law. Media type: RFC 4856.
pub const ALAW: CodecCard = CodecCard {
    id: CodecId::ALAW,
    media_type: |rate| format!("audio/PCMA;rate={}", rate.hz()),
    open: |_| open(|sample| [alaw(to_i16(sample))]),
    ..S16LE
};

const SIGN: u8 = 0x80;

/// Encodes one sample as µ-law. Values beyond the code's range (±32 635 of ±32 768) saturate.
#[must_use]
pub fn mulaw(sample: i16) -> u8 {
    /// Shifts the decision values so that segments begin at powers of two: 33 of 14 bits.
    const BIAS: u32 = 33 << 2;
    const HIGHEST: u32 = 0x7FFF;
    let magnitude = (u32::from(sample.unsigned_abs()) + BIAS).min(HIGHEST);
    let segment = magnitude.ilog2() - 7;
    let step = (magnitude >> (segment + 3)) & 0xF;
    let sign = if sample < 0 { SIGN } else { 0 };
    // All bits are inverted on the line, so that silence has many ones.
    !(sign | (segment << 4 | step) as u8)
}

/// Encodes one sample as A-law.
#[must_use]
pub fn alaw(sample: i16) -> u8 {
    /// Every second bit is inverted on the line.
    const EVEN_BITS: u8 = 0x55;
    let (sign, magnitude) = if sample < 0 { (0, !sample as u32) } else { (SIGN, sample as u32) };
    // The two lowest segments have the same step width; so the lowest counts as if its leading bit were there.
    let segment = (magnitude | 0x80).ilog2() - 7;
    let step = (magnitude >> (segment.max(1) + 3)) & 0xF;
    (sign | (segment << 4 | step) as u8) ^ EVEN_BITS
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decodes by the definition: 14 bits, here in the upper bits of 16.
    fn mulaw_value(code: u8) -> i16 {
        let code = !code;
        let (segment, step) = (i32::from(code >> 4 & 7), i32::from(code & 0xF));
        let magnitude = (((step << 1) + 33) << segment) - 33;
        (if code & 0x80 == 0 { magnitude } else { -magnitude } << 2) as i16
    }

    /// Decodes by the definition: 13 bits, here in the upper bits of 16.
    fn alaw_value(code: u8) -> i16 {
        let code = code ^ 0x55;
        let (segment, step) = (i32::from(code >> 4 & 7), i32::from(code & 0xF));
        let magnitude = if segment == 0 { (step << 1) + 1 } else { ((step << 1) + 33) << (segment - 1) };
        (if code & 0x80 != 0 { magnitude } else { -magnitude } << 3) as i16
    }

    /// Largest error of a code that is the nearest one: half a step, which is a sixteenth of the segment's width.
    fn assert_near(sample: i16, value: i16, step: i32) {
        let error = i32::from(sample).abs_diff(i32::from(value)) as i32;
        assert!(error <= step / 2, "{sample} became {value}: {error} away with steps of {step}");
    }

    #[test]
    fn every_code_comes_back() {
        for code in 0..=255u8 {
            assert_eq!(alaw(alaw_value(code)), code);
            // µ-law has two zeros; the positive one is the one to send.
            let expected = if code == 0x7F { 0xFF } else { code };
            assert_eq!(mulaw(mulaw_value(code)), expected);
        }
    }

    #[test]
    fn every_sample_gets_the_nearest_code() {
        for sample in -32_635..=32_635i16 {
            let magnitude = i32::from(sample).abs();
            assert_near(sample, mulaw_value(mulaw(sample)), 8 << ((magnitude + 132).ilog2() - 7));
            assert_near(sample, alaw_value(alaw(sample)), 16 << (magnitude.max(256).ilog2() - 8));
        }
    }

    #[test]
    fn the_ends_of_the_range_saturate() {
        assert_eq!((mulaw(i16::MAX), mulaw(i16::MIN)), (0x80, 0x00));
        assert_eq!((alaw(i16::MAX), alaw(i16::MIN)), (0xAA, 0x2A));
        assert_eq!((mulaw(0), alaw(0)), (0xFF, 0xD5));
    }
}
