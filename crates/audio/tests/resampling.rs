//! The resampler keeps time, length and sound, whatever the rates and however its input is divided.

#![expect(clippy::unwrap_used, reason = "the oracle does not fail")]

mod sound;

use audio::Resampler;
use audioadapter_buffers::direct::InterleavedSlice;
use proptest::prelude::*;
use rubato::{Fft, FixedSync, Resampler as _, WindowFunction};
use sound::{divide, largest, level, rate, sine, snr_db, speech_like, steps};

/// Pairs that voices and clients have, and some that nobody has.
const PAIRS: [(u32, u32); 10] = [
    (22_050, 24_000),
    (22_050, 8_000),
    (22_050, 44_100),
    (22_050, 47_999),
    (22_050, 11_025),
    (24_000, 16_000),
    (16_000, 48_000),
    (48_000, 8_000),
    (8_000, 48_000),
    (47_999, 8_001),
];

fn whole((from, to): (u32, u32), input: &[f32]) -> Vec<f32> {
    let mut resampler = Resampler::new(rate(from), rate(to));
    let mut output = resampler.push(input.to_vec());
    output.extend(resampler.settle());
    output
}

/// Without the first and last 10 ms, where the filter sees the silence around the sound.
fn inner(samples: &[f32], hz: u32) -> &[f32] {
    let edge = hz as usize / 100;
    &samples[edge..samples.len() - edge]
}

#[test]
fn a_tone_comes_out_at_the_same_time_and_level() {
    for (from, to) in PAIRS {
        let top = f64::from(from.min(to)) / 2.0 * 0.82;
        for frequency in [100.0, 440.0, 1_000.0, top * 0.6, top] {
            let got = whole((from, to), &sine(frequency, from, from as usize / 2));
            let wanted = sine(frequency, to, got.len());
            let snr = snr_db(inner(&wanted, to), inner(&got, to));
            assert!(snr > 60.0, "{from} to {to}, {frequency:.0} Hz: {snr:.1} dB");
        }
    }
}

#[test]
fn what_the_lower_rate_cannot_hold_is_gone() {
    for (from, to) in PAIRS.into_iter().filter(|(from, to)| to < from) {
        let nyquist = f64::from(to) / 2.0;
        for beyond in [1.001, 1.05, 1.2, 1.35] {
            let frequency = nyquist * beyond;
            if frequency >= f64::from(from) / 2.0 {
                continue;
            }
            let input = sine(frequency, from, from as usize / 2);
            let got = whole((from, to), &input);
            let attenuation = 20.0 * (level(&input) / level(inner(&got, to))).log10();
            assert!(attenuation > 80.0, "{from} to {to}, {frequency:.0} Hz: only {attenuation:.1} dB");
        }
    }
}

#[test]
fn going_up_adds_no_images() {
    for (from, to) in PAIRS.into_iter().filter(|(from, to)| to > from) {
        let frequency = f64::from(from) / 2.0 * 0.8;
        let got = whole((from, to), &sine(frequency, from, from as usize / 2));
        let wanted = sine(frequency, to, got.len());
        let difference: Vec<f32> = wanted.iter().zip(&got).map(|(a, b)| a - b).collect();
        let images = 20.0 * (level(inner(&wanted, to)) / level(inner(&difference, to))).log10();
        assert!(images > 80.0, "{from} to {to}: {images:.1} dB");
    }
}

#[test]
fn agrees_with_rubato_in_what_both_let_pass() {
    for (from, to) in [(22_050, 24_000), (22_050, 8_000), (24_000, 16_000), (24_000, 48_000)] {
        let top = f64::from(from.min(to)) / 2.0 * 0.8;
        for input in [sweep(top, from), many_tones(top, from)] {
            let ours = whole((from, to), &input);
            let theirs = by_rubato((from, to), &input);
            assert!(ours.len().abs_diff(theirs.len()) <= 1);
            let len = ours.len().min(theirs.len());
            let snr = snr_db(inner(&theirs[..len], to), inner(&ours[..len], to));
            assert!(snr > 60.0, "{from} to {to}: {snr:.1} dB");
        }
    }
}

/// One second that rises from 50 Hz to `top`.
fn sweep(top: f64, hz: u32) -> Vec<f32> {
    let phase = |time: f64| std::f64::consts::TAU * (50.0 * time + (top - 50.0) * time * time / 2.0);
    (0..hz).map(|n| (0.5 * phase(f64::from(n) / f64::from(hz)).sin()) as f32).collect()
}

/// One second of tones all over the band, as dense as speech.
fn many_tones(top: f64, hz: u32) -> Vec<f32> {
    let tones: Vec<Vec<f32>> =
        (1..60).map(|k| sine(top * f64::from(k * k) / 3_600.0, hz, hz as usize)).collect();
    (0..hz as usize).map(|n| tones.iter().map(|tone| tone[n]).sum::<f32>() / 30.0).collect()
}

fn by_rubato((from, to): (u32, u32), input: &[f32]) -> Vec<f32> {
    let mut resampler = {
        // One long block: rubato's shorter filters let less pass, and those of odd length are half a sample late.
        let window = WindowFunction::BlackmanHarris2;
        Fft::<f32>::new_custom(from as usize, to as usize, 4096, 1, 1, window, FixedSync::Input).unwrap()
    };
    let adapter = InterleavedSlice::new(input, 1, input.len()).unwrap();
    resampler.process_all(&adapter, input.len(), None).unwrap().take_data()
}

#[test]
fn silence_stays_silent_and_a_constant_constant() {
    for pair in PAIRS {
        assert!(whole(pair, &[0.0; 5_000]).iter().all(|&sample| sample == 0.0));
        let constant = whole(pair, &vec![0.25; 10_000]);
        assert!(inner(&constant, pair.1).iter().all(|sample| (sample - 0.25).abs() < 1e-4), "{pair:?}");
    }
}

/// The step at a settle before sample `cut` of `input`, and the step that 999 of 1000 in the output do not exceed.
fn step_at_settle((from, to): (u32, u32), input: &[f32], cut: usize) -> (f32, f32) {
    let mut resampler = Resampler::new(rate(from), rate(to));
    let mut output = resampler.push(input[..cut].to_vec());
    output.extend(resampler.settle());
    let seam = output.len();
    output.extend(resampler.push(input[cut..].to_vec()));
    let ordinary = steps(&whole((from, to), input));
    (largest(&steps(&output[seam - 2..seam + 2])), ordinary[ordinary.len() * 999 / 1000])
}

#[test]
fn a_settle_between_two_utterances_makes_no_step() {
    for pair in PAIRS {
        let voice = speech_like(pair.0, 4_000).into_iter().map(audio::pcm::to_f32).collect::<Vec<_>>();
        for cut in 2_000..2_040usize {
            // Each utterance begins and ends within 5 ms, which is more abrupt than a voice.
            let fade = |n: usize| (n.abs_diff(cut) as f32 / (pair.0 as f32 * 0.005)).min(1.0);
            let utterances: Vec<f32> = voice.iter().enumerate().map(|(n, sample)| sample * fade(n)).collect();
            let (step, usual) = step_at_settle(pair, &utterances, cut);
            assert!(step <= usual, "{pair:?} at {cut}: {step} against {usual}");
        }
    }
}

#[test]
fn a_settle_within_a_tone_makes_no_step_that_is_heard() {
    for pair in PAIRS {
        for cut in 2_000..2_040 {
            // What comes cannot be known, only guessed: to a fiftieth of full scale.
            let (step, usual) = step_at_settle(pair, &sine(313.0, pair.0, 4_000), cut);
            assert!(step <= usual + 0.02, "{pair:?} at {cut}: {step} against {usual}");
        }
    }
}

fn any_rate() -> impl Strategy<Value = u32> {
    prop_oneof![
        8_000..=48_000u32,
        prop::sample::select(vec![8_000, 11_025, 16_000, 22_050, 24_000, 44_100, 48_000])
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_length_is_exact_after_every_settle(from in any_rate(), to in any_rate(), pieces in prop::collection::vec(0..700usize, 1..6)) {
        let mut resampler = Resampler::new(rate(from), rate(to));
        let (mut taken, mut given) = (0u64, 0u64);
        for piece in pieces {
            given += resampler.push(vec![0.1; piece]).len() as u64;
            given += resampler.settle().len() as u64;
            taken += piece as u64;
            prop_assert_eq!(given, (taken * u64::from(to)).div_ceil(u64::from(from)));
            prop_assert!(resampler.settle().is_empty());
        }
    }

    #[test]
    fn the_division_into_pushes_does_not_matter(from in any_rate(), to in any_rate(), cuts in prop::collection::vec(any::<usize>(), 0..12)) {
        let input: Vec<f32> = speech_like(from, 3_000).into_iter().map(audio::pcm::to_f32).collect();
        let mut resampler = Resampler::new(rate(from), rate(to));
        let mut output = Vec::new();
        for piece in divide(&input, &cuts) {
            output.extend(resampler.push(piece.to_vec()));
        }
        output.extend(resampler.settle());
        prop_assert_eq!(output, whole((from, to), &input));
    }
}
