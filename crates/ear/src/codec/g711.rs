//! G.711, by the definition of its decoder.
//!
//! Source: ITU-T Recommendation G.711 (11/88), tables 1 and 2: a sign, eight segments, each of sixteen steps. Values here
//! are the tables' (14 bits for µ-law, 13 for A-law) in the upper bits of 16.

use speech::CodecId;

use super::CodecEar;
use super::pcm::{full_scale, per_sample};

pub(super) const MULAW: CodecEar = CodecEar {
    id: CodecId::MULAW,
    unit: "sample",
    is_whole: |_| true,
    decode: |form, coded| per_sample(form, coded, |&[code]| full_scale(mulaw(code))),
};

pub(super) const ALAW: CodecEar = CodecEar {
    id: CodecId::ALAW,
    decode: |form, coded| per_sample(form, coded, |&[code]| full_scale(alaw(code))),
    ..MULAW
};

fn mulaw(code: u8) -> i16 {
    let code = !code;
    let (segment, step) = (code >> 4 & 7, i16::from(code & 0xF));
    let magnitude = (((2 * step + 33) << segment) - 33) * 4;
    if code & 0x80 == 0 { magnitude } else { -magnitude }
}

fn alaw(code: u8) -> i16 {
    let code = code ^ 0x55;
    let (segment, step) = (code >> 4 & 7, i16::from(code & 0xF));
    let magnitude = match segment {
        0 => 2 * step + 1,
        _ => (2 * step + 33) << (segment - 1),
    } * 8;
    if code & 0x80 != 0 { magnitude } else { -magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_tables_are_the_recommendations() {
        assert_eq!([0xFF, 0x7F, 0x80, 0x00].map(mulaw), [0, 0, 8_031 * 4, -8_031 * 4]);
        assert_eq!([0xD5, 0x55, 0xAA, 0x2A].map(alaw), [8, -8, 4_032 * 8, -4_032 * 8]);
    }
}
