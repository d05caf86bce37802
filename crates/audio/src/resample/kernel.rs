//! The low-pass filter as a function of time: a sinc under a Kaiser window.
//!
//! Source: J. F. Kaiser, *Nonrecursive digital filter design using the I0-sinh window function* (1974), for the window,
//! its β and the width of its transition band.

use std::f64::consts::PI;

use speech::SampleRate;

/// How many periods of the lower rate the filter reaches to either side. 24 of them are 3 ms at 8 kHz and 1.1 ms at
/// 22 050 Hz: that is how long a sample waits for its successors.
const REACH: f64 = 24.0;

/// By how much everything above the lower rate's Nyquist frequency is attenuated, in dB.
const STOP_BAND_DB: f64 = 66.0;

/// The filter for one pair of rates. Time is in samples at the input rate.
#[derive(Debug, Clone, Copy)]
pub struct Kernel {
    /// Where it ends, to either side.
    half_width: f64,
    /// In cycles per input sample.
    cutoff: f64,
    beta: f64,
    /// The window's value in the middle, before it is scaled to one.
    peak: f64,
}

impl Kernel {
    /// The filter that lets pass what both rates can hold: up to 83 % of the lower Nyquist frequency unchanged, from
    /// there falling, nothing above.
    #[must_use]
    pub fn between(from: SampleRate, to: SampleRate) -> Self {
        let lower_per_input = f64::from(from.hz().min(to.hz())) / f64::from(from.hz());
        // Kaiser: taps = (A - 7.95) / (14.36 · transition).
        let transition = (STOP_BAND_DB - 7.95) / (14.36 * 2.0 * REACH);
        let beta = 0.1102 * (STOP_BAND_DB - 8.7);
        Self {
            half_width: REACH / lower_per_input,
            cutoff: (0.5 - transition / 2.0) * lower_per_input,
            beta,
            peak: bessel_i0(beta),
        }
    }

    /// Where it ends, to either side, in input samples.
    #[must_use]
    pub fn half_width(&self) -> f64 {
        self.half_width
    }

    /// Its value `time` input samples from its centre; zero beyond its width.
    #[must_use]
    pub fn at(&self, time: f64) -> f64 {
        let place = time / self.half_width;
        if place.abs() > 1.0 {
            return 0.0;
        }
        let window = bessel_i0(self.beta * (1.0 - place * place).sqrt()) / self.peak;
        2.0 * self.cutoff * sinc(2.0 * self.cutoff * time) * window
    }
}

fn sinc(x: f64) -> f64 {
    if x == 0.0 { 1.0 } else { (PI * x).sin() / (PI * x) }
}

/// The modified Bessel function of the first kind and order zero, by its power series.
fn bessel_i0(x: f64) -> f64 {
    let quarter_square = x * x / 4.0;
    let (mut sum, mut term, mut n) = (1.0, 1.0, 1.0);
    while term > sum * 1e-12 {
        term *= quarter_square / (n * n);
        sum += term;
        n += 1.0;
    }
    sum
}
