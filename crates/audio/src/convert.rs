//! Many samples at once, from 16 bits to full scale ±1 and back.
//!
//! What a single sample becomes, and how it is rounded, say [`pcm::to_f32`] and [`pcm::to_i16`]. These do the same to
//! each of a slice, with room made once, in a form that the compiler turns into vector instructions: bytes are equal on
//! every machine.

use crate::pcm;

/// Appends each sample as a float; see [`pcm::to_f32`].
pub fn to_f32(samples: &[i16], out: &mut Vec<f32>) {
    out.extend(samples.iter().copied().map(pcm::to_f32));
}

/// Appends each sample rounded to 16 bits; see [`pcm::to_i16`].
pub fn to_i16(samples: &[f32], out: &mut Vec<i16>) {
    out.extend(samples.iter().copied().map(pcm::to_i16));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_bits_come_back_as_they_were() {
        let samples: Vec<i16> = (i16::MIN..=i16::MAX).collect();
        let (mut floats, mut back) = (Vec::new(), Vec::new());
        to_f32(&samples, &mut floats);
        to_i16(&floats, &mut back);
        assert_eq!(back, samples);
    }

    #[test]
    fn a_slice_of_any_length_is_its_samples_one_by_one() {
        let floats: Vec<f32> = (0..67).map(|n| (n as f32 * 0.7).sin() * 1.1).chain([f32::NAN]).collect();
        let wanted: Vec<i16> = floats.iter().copied().map(pcm::to_i16).collect();
        for (begin, end) in (0..floats.len()).flat_map(|begin| [(begin, floats.len()), (0, begin)]) {
            let mut out = vec![7];
            to_i16(&floats[begin..end], &mut out);
            assert_eq!((out[0], &out[1..]), (7, &wanted[begin..end]));
        }
    }
}
