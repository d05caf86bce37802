//! The low-pass filter as a function of time: a sinc under a Kaiser window.
//!
//! Source: J. F. Kaiser, *Nonrecursive digital filter design using the I0-sinh window function* (1974), for the window,
//! its β and the width of its transition band.
//!
//! A filter is tens of thousands of its values, and the first stream of a pair of rates waits for them. So none costs a
//! sine or a Bessel series of its own: the window is a polynomial with constant coefficients, and the sines of a row
//! come from those of the first row by the addition theorem.

use std::f64::consts::PI;

use wide::f64x4;

use super::ratio::Ratio;

/// Rows are a multiple of this long, so that the inner loop of a stream has no remainder.
pub(crate) const LANES: usize = 16;

/// How many periods of the lower rate the filter reaches to either side. 32 of them are 4 ms at 8 kHz and 1.5 ms at
/// 22 050 Hz: that is how long a sample waits for its successors.
const REACH: f64 = 32.0;

/// By how much everything above the lower rate's Nyquist frequency is attenuated, in dB.
const STOP_BAND_DB: f64 = 82.0;

/// Half the width of the transition band over the lower Nyquist frequency. Kaiser: taps = (A - 7.95) / (14.36 · width).
const TRANSITION: f64 = (STOP_BAND_DB - 7.95) / (14.36 * 2.0 * REACH);

/// Where the transition band ends, over the lower Nyquist frequency. Upwards nothing has to be free below it. Downwards
/// the top 2.5 % are, to 60 dB: at 8 kHz what is above 3.9 kHz, which a telephone's own filter would mirror.
const END_UPWARDS: f64 = 1.0;
const END_DOWNWARDS: f64 = 0.979;

const BETA: f64 = 0.1102 * (STOP_BAND_DB - 8.7);

/// The power series of I0(β √y) in y: term n is (β²/4)ⁿ / n!². The next one would be below 1e-18 of the sum at y = 1.
const WINDOW: [f64; 22] = {
    let mut series = [1.0; 22];
    let mut n = 1;
    while n < series.len() {
        series[n] = series[n - 1] * (BETA * BETA / 4.0) / (n * n) as f64;
        n += 1;
    }
    series
};

/// The filter that lets pass what both rates can hold: up to 84 % of the lower Nyquist frequency unchanged (82 % where
/// the rate falls), from there falling, nothing above. Time is in samples at the input rate.
pub(crate) struct Kernel {
    /// Where it ends, to either side.
    half_width: f64,
    /// In radians per input sample.
    cutoff: f64,
    /// The taps of a row, four at a time; the centre is the last tap of the first half.
    taps: Vec<FourTaps>,
}

/// What is the same in every row.
struct FourTaps {
    /// After the centre.
    time: f64x4,
    sine: f64x4,
    cosine: f64x4,
}

impl Kernel {
    /// The filter for a [narrowing](Ratio::narrowing).
    pub(crate) fn new(narrowing: Ratio) -> Self {
        let half = Self::taps(narrowing) as i32 / 2;
        let end = if narrowing == Ratio::ONE { END_UPWARDS } else { END_DOWNWARDS };
        let cutoff = PI * (end - TRANSITION) * narrowing.value();
        let four = |first: i32| {
            let time = [0, 1, 2, 3].map(|n| f64::from(first + n));
            let sine = time.map(|time| (cutoff * time).sin());
            let cosine = time.map(|time| (cutoff * time).cos());
            FourTaps { time: time.into(), sine: sine.into(), cosine: cosine.into() }
        };
        let taps = (1 - half..=half).step_by(4).map(four).collect();
        Self { half_width: half_width(narrowing), cutoff, taps }
    }

    /// How many taps a row has.
    pub(crate) fn taps(narrowing: Ratio) -> usize {
        (2 * half_width(narrowing).ceil() as usize).next_multiple_of(LANES)
    }

    /// The taps for an output sample that lies `offset` of an input sample after the centre. They add up to one, so
    /// that a constant stays what it is.
    pub(crate) fn row(&self, offset: f64) -> Vec<f32> {
        let (sine, cosine) = (self.cutoff * offset).sin_cos();
        let four = |taps: &FourTaps| {
            let time = taps.time - offset;
            let wave = taps.sine * cosine - taps.cosine * sine;
            let sinc = time.simd_eq(f64x4::ZERO).select(f64x4::splat(self.cutoff), wave / time);
            (sinc * window(time / self.half_width)).to_array()
        };
        let row: Vec<f64> = self.taps.iter().flat_map(four).collect();
        let sum: f64 = row.iter().sum();
        row.into_iter().map(|tap| (tap / sum) as f32).collect()
    }
}

fn half_width(narrowing: Ratio) -> f64 {
    REACH / narrowing.value()
}

/// The Kaiser window at four places, where it ends at ±1; not scaled.
#[inline]
fn window(places: f64x4) -> f64x4 {
    let y = f64x4::ONE - places * places;
    let values = WINDOW.iter().rev().fold(f64x4::ZERO, |sum, term| sum * y + *term);
    y.simd_lt(f64x4::ZERO).select(f64x4::ZERO, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modified Bessel function of the first kind and order zero: the mean of e^(x cos φ) over a turn.
    fn bessel_i0(x: f64) -> f64 {
        let turn = (0..64).map(|n| (x * (f64::from(n) * PI / 32.0).cos()).exp());
        turn.sum::<f64>() / 64.0
    }

    fn window_at(place: f64) -> f64 {
        window(f64x4::splat(place)).to_array()[0]
    }

    #[test]
    fn the_window_is_kaisers() {
        for n in 0..=1_000 {
            let place = f64::from(n) / 1_000.0;
            let wanted = bessel_i0(BETA * (1.0 - place * place).sqrt());
            assert!((window_at(place) / wanted - 1.0).abs() < 1e-13, "{place}");
        }
        assert_eq!(window_at(1.001), 0.0);
    }

    #[test]
    fn a_row_is_the_sinc_under_its_window_as_exactly_as_a_float_can_be() {
        for (output, input) in [(1, 1), (160, 441), (8_009, 48_000)] {
            let kernel = Kernel::new(Ratio { output, input });
            for offset in [0.0, 1.0 / 512.0, 0.25, 0.5, 0.999, 1.0] {
                let count = 4 * kernel.taps.len();
                let half = count as f64 / 2.0;
                let direct = |tap: usize| {
                    let time = tap as f64 - (half - 1.0) - offset;
                    let sinc =
                        if time == 0.0 { 1.0 } else { (kernel.cutoff * time).sin() / (kernel.cutoff * time) };
                    sinc * window_at(time / kernel.half_width)
                };
                let wanted: Vec<f64> = (0..count).map(direct).collect();
                let sum: f64 = wanted.iter().sum();
                for (got, wanted) in kernel.row(offset).iter().zip(wanted) {
                    assert!((f64::from(*got) - wanted / sum).abs() < 6e-8 * (wanted / sum).abs() + 1e-14);
                }
            }
        }
    }
}
