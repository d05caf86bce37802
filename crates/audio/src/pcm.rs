//! Samples as plain numbers: 16-bit integers in either byte order, and 32-bit floats. No memory, no delay.

use speech::CodecId;

use crate::coded::Coded;
use crate::encoder::{CodecCard, Encoder, Rates};
use crate::form::FormError;

/// Signed 16 bit, little-endian.
pub const S16LE: CodecCard = CodecCard {
    id: CodecId::PCM_S16LE,
    media_type: |rate| format!("audio/pcm;rate={};encoding=signed-int;bits=16;endian=little", rate.hz()),
    rates: Rates::Any,
    coding_rate: |rate| rate,
    has_memory: false,
    default_bit_rate: None,
    open: |_| open(|sample| to_i16(sample).to_le_bytes()),
};

/// Signed 16 bit, big-endian. Media type: RFC 2586.
pub const S16BE: CodecCard = CodecCard {
    id: CodecId::PCM_S16BE,
    media_type: |rate| format!("audio/L16;rate={};channels=1", rate.hz()),
    open: |_| open(|sample| to_i16(sample).to_be_bytes()),
    ..S16LE
};

/// 32-bit floats, little-endian, full scale ±1, never beyond it.
pub const F32LE: CodecCard = CodecCard {
    id: CodecId::PCM_F32LE,
    media_type: |rate| format!("audio/pcm;rate={};encoding=float;bits=32;endian=little", rate.hz()),
    open: |_| open(|sample| sample.clamp(-1.0, 1.0).to_le_bytes()),
    ..S16LE
};

/// How many steps of a 16-bit sample make up full scale.
const FULL_SCALE: f32 = 32_768.0;

/// From a 16-bit sample to full scale ±1, exactly.
#[inline]
#[must_use]
pub fn to_f32(sample: i16) -> f32 {
    f32::from(sample) / FULL_SCALE
}

/// To the nearest 16-bit sample, ties to the even one; what lies beyond full scale saturates, and what is no number is
/// silence. Gives back exactly what [`to_f32`] was given.
#[inline]
#[must_use]
pub fn to_i16(sample: f32) -> i16 {
    // From 2²³ to 2²⁴ floats are a whole number apart, so adding 1.5 · 2²³ rounds, and the lowest 16 bits of the sum are
    // those of the sample. Neither a call to the C library, which is what `round` compiles to on plain x86-64, nor a
    // saturating cast, which stops the compiler from doing several samples at once.
    const ROUNDING: f32 = 12_582_912.0;
    const HIGHEST: f32 = FULL_SCALE - 1.0;
    let number = if sample.is_nan() { 0.0 } else { sample };
    ((number * FULL_SCALE).clamp(-FULL_SCALE, HIGHEST) + ROUNDING).to_bits() as i16
}

/// An encoder that turns each sample alone into `N` bytes, by a function that the compiler can inline.
struct PerSample<F>(F);

impl<const N: usize, F: Fn(f32) -> [u8; N] + Send> Encoder for PerSample<F> {
    fn push(&mut self, samples: &[f32], out: &mut Coded) {
        let out = &mut out.bytes;
        let begin = out.len();
        out.resize(begin + samples.len() * N, 0);
        let (places, _) = out[begin..].as_chunks_mut::<N>();
        for (place, &sample) in places.iter_mut().zip(samples) {
            *place = (self.0)(sample);
        }
    }
}

/// Opens an encoder that turns each sample alone into `N` bytes.
pub(crate) fn open<const N: usize, F>(encode: F) -> Result<Box<dyn Encoder>, FormError>
where
    F: Fn(f32) -> [u8; N] + Send + 'static,
{
    Ok(Box::new(PerSample(encode)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_to_the_nearest_and_saturates() {
        let step = 1.0 / FULL_SCALE;
        for (sample, wanted) in
            [(0.4, 0), (0.6, 1), (-0.4, 0), (-0.6, -1), (99.51, 100), (-32_767.6, i16::MIN)]
        {
            assert_eq!(to_i16(sample * step), wanted, "{sample}");
        }
        assert_eq!((to_i16(1.0), to_i16(7.0), to_i16(-7.0)), (i16::MAX, i16::MAX, i16::MIN));
        assert_eq!((to_i16(f32::INFINITY), to_i16(f32::NEG_INFINITY)), (i16::MAX, i16::MIN));
        for bits in [0x7FC0_0000, 0xFFC0_0000, 0x7F80_0001, 0x7FC0_1234] {
            assert_eq!(to_i16(f32::from_bits(bits)), 0);
        }
    }

    #[test]
    fn ties_go_to_the_even_one() {
        let halves =
            [(0.5, 0), (1.5, 2), (2.5, 2), (-0.5, 0), (-1.5, -2), (32_766.5, 32_766), (32_767.5, i16::MAX)];
        for (steps, wanted) in halves {
            assert_eq!(to_i16(steps / FULL_SCALE), wanted, "{steps}");
        }
    }

    #[test]
    fn agrees_with_the_definition_everywhere() {
        // Every 1021st float: 4 million of them, of all magnitudes.
        for bits in (0..=u32::MAX).step_by(1_021) {
            let sample = f32::from_bits(bits);
            let wanted = (sample * FULL_SCALE).round_ties_even() as i16;
            assert_eq!(to_i16(sample), wanted, "{sample}");
        }
    }
}
