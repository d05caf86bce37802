//! The sound of one character: a sine that fades in and out.

use std::f64::consts::TAU;

/// The level of the loudest sample; full scale is 1.
const LEVEL: f64 = 0.5;
/// How long a tone takes to fade in, and again to fade out, in seconds; at most a quarter of the tone each.
const RAMP_SECONDS: f64 = 0.002;

/// A sine over a whole number of samples, silent at both ends, so that tones may follow one another without a click.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Wave {
    cycles_per_sample: f64,
    samples: f64,
    ramp: f64,
}

impl Wave {
    /// A sine of `hz` over so many samples. Kept below a quarter of the rate, far from where it could fold back.
    pub(crate) fn new(hz: f64, rate: f64, samples: u64) -> Self {
        let samples = samples as f64;
        let ramp = (RAMP_SECONDS * rate).min(samples / 4.0).max(1.0);
        Self { cycles_per_sample: (hz / rate).min(0.25), samples, ramp }
    }

    /// The sample of this number.
    pub(crate) fn at(&self, n: u64) -> f32 {
        let n = n as f64;
        let to_nearer_end = (n + 1.0).min(self.samples - n);
        let gain = (to_nearer_end / self.ramp).min(1.0);
        (LEVEL * gain * sine(n * self.cycles_per_sample)) as f32
    }
}

/// The sine of so many turns, within 4e-6.
///
/// A Taylor series, because the standard library's sine may differ from one platform to the next in its last bits.
fn sine(turns: f64) -> f64 {
    let turn = turns - (turns + 0.5).floor();
    let folded = if turn.abs() > 0.25 { 0.5 * turn.signum() - turn } else { turn };
    let x = folded * TAU;
    let square = x * x;
    x * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0 * (1.0 - square / 72.0))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sine_is_the_sine() {
        for n in -400..400 {
            let turns = f64::from(n) / 97.0;
            assert!((sine(turns) - (turns * TAU).sin()).abs() < 4e-6, "at {turns} turns");
        }
    }

    #[test]
    fn fades_in_and_out() {
        let wave = Wave::new(600.0, 24_000.0, 480);
        let peak = |range: std::ops::Range<u64>| range.map(|n| wave.at(n).abs()).fold(0.0, f32::max);
        assert!(wave.at(0).abs() < 0.001 && wave.at(479).abs() < 0.011);
        assert!(peak(0..12) < 0.14 && peak(468..480) < 0.14);
        assert!(peak(48..432) > 0.499);
    }

    #[test]
    fn one_sample_is_a_wave_too() {
        assert!(Wave::new(600.0, 24_000.0, 1).at(0).is_finite());
    }
}
