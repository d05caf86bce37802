//! Every voice at one level, no peak above the ceiling, and nothing else changed.

mod rig;

use mastering::{CEILING, RELEASE, TARGET};
use proptest::prelude::*;
use rig::{Parrot, RATE, WINDOW, heard, heard_at, tone};
use speech::Loudness;

/// 12 dB, in hundredths.
const HOT: i16 = 1_200;

fn gain(hundredths: i16) -> f32 {
    let target = (TARGET.lufs() * 100.0).round() as i16;
    Loudness::from_hundredths(target - hundredths).gain_to(TARGET)
}

/// Speech as a limiter sees it: bursts of all levels, with a peak at either end.
fn bursts() -> Vec<f32> {
    let levels = [1.0, 0.02, 0.7, 0.0, 0.3, 0.9, 0.05, 1.0];
    let mut samples: Vec<f32> = levels.iter().flat_map(|level| tone(*level, 3_000)).collect();
    samples.extend([0.0, 1.0]);
    samples[0] = -1.0;
    samples
}

#[test]
fn a_voice_that_is_much_too_hot_never_goes_above_the_ceiling() {
    let out = heard(&Parrot::new(bursts()).below_target(HOT), "a").samples;
    assert_eq!(out.len(), bursts().len());
    let loudest = out.iter().fold(0.0, |loudest: f32, sample| loudest.max(sample.abs()));
    assert!(loudest <= CEILING && loudest > 0.99 * CEILING, "{loudest}");
}

#[test]
fn below_the_ceiling_each_sample_is_its_gain_times_itself() {
    let samples = tone(0.2, 20_000);
    let out = heard(&Parrot::new(samples.clone()).below_target(HOT), "a").samples;
    let expected: Vec<f32> = samples.iter().map(|sample| sample * gain(HOT)).collect();
    assert!(out == expected);
    assert!(heard(&Parrot::new(samples.clone()).below_target(0), "a").samples == samples);
}

#[test]
fn a_voice_that_nobody_measured_is_heard_as_it_is() {
    let parrot = Parrot::new(bursts());
    assert!(heard(&parrot, "a").samples == bursts());
    let quiet: Vec<f32> = bursts().iter().map(|sample| sample * 0.5).collect();
    assert!(heard_at(&parrot, 0.5) == quiet);
    assert!(heard_at(&parrot, 0.0).iter().all(|sample| *sample == 0.0));
    let loudest = heard_at(&parrot, 2.0).iter().fold(0.0, |loudest: f32, sample| loudest.max(sample.abs()));
    assert!(loudest <= CEILING);
}

/// A steady signal shows the gain itself.
fn curve(samples: &[f32]) -> Vec<f32> {
    let out = heard(&Parrot::new(samples.to_vec()).below_target(0), "a").samples;
    out.iter().zip(samples).map(|(out, sample)| out / sample).collect()
}

#[test]
fn the_gain_moves_no_faster_than_its_attack_and_its_release() {
    let steady = |level| vec![level; 8_000];
    let samples = [steady(0.1), steady(1.0), steady(0.1), steady(0.95), steady(0.1)].concat();
    let curve = curve(&samples);
    let lowest = curve.iter().copied().fold(1.0, f32::min);
    assert!((lowest - CEILING).abs() < 1e-4, "{lowest}");
    let attack = (1.0 - lowest) / WINDOW as f32;
    let release = (1.0 - lowest) / (RELEASE.as_secs_f32() * RATE.hz() as f32);
    for pair in curve.windows(2) {
        let step = pair[1] - pair[0];
        assert!(-attack - 1e-6 < step && step < release + 1e-6, "{step}");
    }
    // It begins to fall a look-ahead before the peak, and not sooner.
    assert_eq!(curve[8_000 - WINDOW], 1.0);
    assert!(curve[8_000 - 1] < 1.0 && curve[8_000] < lowest + 1e-4);
}

#[test]
fn a_tone_after_a_burst_only_gets_louder_until_it_is_as_it_was() {
    let samples = [tone(0.3, 11_025), tone(1.5, 2_205), tone(0.3, 44_100)].concat();
    let out = heard(&Parrot::new(samples.clone()).below_target(0), "a").samples;
    assert!(out[..11_025 - WINDOW] == samples[..11_025 - WINDOW], "what comes before is untouched");
    // In whole periods of the tone, so that its level alone is seen.
    let period = 441;
    let level = |from: usize| out[from..from + period].iter().map(|s| f64::from(s * s)).sum::<f64>();
    let levels: Vec<f64> = (0..80).map(|n| level(13_230 + n * period)).collect();
    assert!(levels.windows(2).all(|pair| pair[1] >= pair[0] * 0.999_999), "{levels:?}");
    assert!(levels[0] < 0.6 * levels[79]);
    let end = samples.len() - 11_025;
    assert!(out[end..] == samples[end..], "after a while it is untouched again");
}

/// What the limiter promises, sample by sample: of the gains that the loudest sample within a look-ahead allows, taken at
/// once and given back slowly, the mean over a look-ahead.
fn limited(samples: &[f32], hz: u32) -> Vec<f32> {
    let release = 1.0 / (RELEASE.as_secs_f32() * hz as f32);
    let window = hz as usize / 200;
    let allowed = |sample: &f32| (CEILING / sample.abs()).min(1.0);
    let mut gain = 1.0_f32;
    let gains = (0..samples.len() + window - 1).map(|heard| {
        let within = (heard + 1).saturating_sub(window)..samples.len().min(heard + 1);
        let lowest = samples.get(within).unwrap_or_default().iter().map(allowed).fold(1.0, f32::min);
        gain = (gain + (1.0 - gain) * release).min(lowest);
        f64::from(gain)
    });
    let gains: Vec<f64> = gains.collect();
    let means = gains.windows(window).map(|part| part.iter().sum::<f64>() / window as f64);
    samples.iter().zip(means).map(|(sample, mean)| sample * mean as f32).collect()
}

const RATES: [u32; 4] = [8_000, 22_050, 24_000, 48_000];

/// Sound in stretches of one level each, quiet, near the ceiling and far above it.
fn stretches() -> impl Strategy<Value = Vec<f32>> {
    let level = prop_oneof![0.0f32..0.5, 0.8f32..1.0, 1.0f32..4.0];
    let stretch = (level, 1usize..400, 1usize..40).prop_map(|(level, length, period)| {
        (0..length).map(move |n| if n % period == 0 { -level } else { level * 0.7 })
    });
    prop::collection::vec(stretch, 1..12).prop_map(|stretches| stretches.into_iter().flatten().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_limiter_does_what_it_promises_and_no_more(samples in stretches(), step in 1usize..700, rate in 0..RATES.len()) {
        let hz = RATES[rate];
        let parrot = Parrot::new(samples.clone()).below_target(0).in_steps(step).at_rate(hz);
        let out = heard(&parrot, "a").samples;
        let expected = limited(&samples, hz);
        prop_assert_eq!(out.len(), expected.len());
        for (at, (out, expected)) in out.iter().zip(&expected).enumerate() {
            // What is left of a gain that counts as whole.
            prop_assert!((out - expected).abs() <= 2e-4, "{} instead of {} at {}", out, expected, at);
            prop_assert!(out.abs() <= CEILING);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_division_into_pieces_makes_no_difference(step in 1usize..9_000, hot in 0i16..HOT) {
        let parrot = |step| Parrot::new(bursts()).below_target(hot).in_steps(step);
        prop_assert!(heard(&parrot(step), "a").samples == heard(&parrot(100_000), "a").samples);
    }
}
