//! Samples as plain numbers.

use speech::{CodecId, OutputForm};

use super::{CodecEar, bytes};
use crate::container::Coded;
use crate::hear::{Heard, Wrong};

pub(super) const S16LE: CodecEar = CodecEar {
    id: CodecId::PCM_S16LE,
    unit: "sample",
    is_whole: |bytes| bytes.len().is_multiple_of(2),
    decode: |form, coded| per_sample(form, coded, |&pair| full_scale(i16::from_le_bytes(pair))),
};

pub(super) const S16BE: CodecEar = CodecEar {
    id: CodecId::PCM_S16BE,
    decode: |form, coded| per_sample(form, coded, |&pair| full_scale(i16::from_be_bytes(pair))),
    ..S16LE
};

pub(super) const F32LE: CodecEar = CodecEar {
    id: CodecId::PCM_F32LE,
    unit: "sample",
    is_whole: |bytes| bytes.len().is_multiple_of(4),
    decode: |form, coded| per_sample(form, coded, |&four| f32::from_le_bytes(four)),
};

/// 16 bits as full scale ±1.
pub(super) fn full_scale(sample: i16) -> f32 {
    f32::from(sample) / 32_768.0
}

/// One sample of every `N` bytes, at the form's rate.
pub(super) fn per_sample<const N: usize>(
    form: &OutputForm,
    coded: &Coded,
    decode: fn(&[u8; N]) -> f32,
) -> Result<Heard, Wrong> {
    let (samples, _) = bytes(coded)?.as_chunks();
    Ok(Heard { rate: form.rate, samples: samples.iter().map(decode).collect() })
}
