//! Sound for a telephone line is band-limited before it is coded: nothing above 3.9 kHz, and nothing from beyond 4 kHz.

mod sound;

use audio::Resampler;
use ear::{Spectrum, db};
use sound::{level, rate, sine, speech_like};

/// What a line has.
const LINE: u32 = 8_000;
/// What voices have.
const VOICES: [u32; 5] = [16_000, 22_050, 24_000, 44_100, 48_000];

fn on_the_line(from: u32, input: Vec<f32>) -> Vec<f32> {
    let mut resampler = Resampler::new(rate(from), rate(LINE));
    let mut output = resampler.push(input);
    output.extend(resampler.settle());
    output
}

/// Every frequency at the same strength.
fn noise(len: u32) -> Vec<f32> {
    let mut state = 1u32;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state as i32) as f32 / 8_589_934_592.0
    };
    (0..len).map(next).collect()
}

#[test]
fn noise_ends_below_3_9_khz() {
    for from in VOICES {
        let spectrum = Spectrum::of(&on_the_line(from, noise(6 * from)), LINE);
        let pass = spectrum.density(300.0, 3_000.0);
        for low in [3_900, 3_920, 3_940, 3_960, 3_980].map(f64::from) {
            let left = db(spectrum.density(low, low + 20.0) / pass);
            assert!(left <= -60.0, "{from} Hz, from {low} Hz up: {left:.1} dB");
        }
        // The band of a telephone goes up to 3.4 kHz.
        let top = db(spectrum.density(3_300.0, 3_400.0) / pass);
        assert!(top.abs() < 1.0, "{from} Hz, the top of the band: {top:.2} dB");
    }
}

#[test]
fn no_tone_from_beyond_the_line_comes_back_as_another() {
    for from in VOICES {
        for frequency in (4_000..from / 2).step_by(97).map(f64::from) {
            let input = sine(frequency, from, from as usize / 4);
            let output = on_the_line(from, input.clone());
            let settled = &output[LINE as usize / 100..output.len() - LINE as usize / 100];
            let left = 20.0 * (level(settled) / level(&input)).log10();
            assert!(left <= -80.0, "{from} Hz, {frequency} Hz: {left:.1} dB");
        }
    }
}

#[test]
fn a_settle_in_mid_sound_adds_nothing_above() {
    let voice: Vec<f32> = speech_like(22_050, 88_200).into_iter().map(audio::pcm::to_f32).collect();
    let mut resampler = Resampler::new(rate(22_050), rate(LINE));
    let mut output = Vec::new();
    for sentence in voice.chunks(22_050) {
        // A sentence begins and ends in silence.
        let fade = |n: usize| (n.min(sentence.len() - 1 - n) as f32 / 220.0).min(1.0);
        output.extend(resampler.push(sentence.iter().enumerate().map(|(n, s)| s * fade(n)).collect()));
        output.extend(resampler.settle());
    }
    let spectrum = Spectrum::of(&output, LINE);
    let left = db(spectrum.energy(3_900.0, 4_000.0) / spectrum.energy(0.0, 4_000.0));
    assert!(left <= -60.0, "{left:.1} dB");
}
