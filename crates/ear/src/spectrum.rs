//! Where in the spectrum a sound has its energy. Read [`Spectrum`] first.

use realfft::RealFftPlanner;

/// So many samples are looked at together: at 8 kHz, half a second in steps of 2 Hz.
const FRAME: usize = 4_096;
/// Frames overlap, so that the window forgets nothing.
const HOP: usize = FRAME / 4;

/// The energy of a whole sound over frequency.
#[derive(Debug, Clone)]
pub struct Spectrum {
    hz: u32,
    bins: Vec<f64>,
}

impl Spectrum {
    /// Of a sound at `hz` samples a second. What does not fill a last frame is not looked at: a sound that breaks off is
    /// no longer band-limited.
    #[must_use]
    pub fn of(sound: &[f32], hz: u32) -> Self {
        let fft = RealFftPlanner::<f64>::new().plan_fft_forward(FRAME);
        let (mut frame, mut out) = (fft.make_input_vec(), fft.make_output_vec());
        let mut bins = vec![0.0; out.len()];
        for samples in sound.windows(FRAME).step_by(HOP) {
            for (n, (place, &sample)) in frame.iter_mut().zip(samples).enumerate() {
                *place = window(n) * f64::from(sample);
            }
            fft.process(&mut frame, &mut out).expect("buffers that it made itself");
            bins.iter_mut().zip(&out).for_each(|(bin, value)| *bin += value.norm_sqr());
        }
        Self { hz, bins }
    }

    fn bin(&self, frequency: f64) -> usize {
        (frequency / f64::from(self.hz) * FRAME as f64).round() as usize
    }

    /// The energy from `low` to `high`, in Hz.
    #[must_use]
    pub fn energy(&self, low: f64, high: f64) -> f64 {
        self.bins[self.bin(low)..=self.bin(high)].iter().sum()
    }

    /// The energy per Hz from `low` to `high`.
    #[must_use]
    pub fn density(&self, low: f64, high: f64) -> f64 {
        self.energy(low, high) / (self.bin(high) - self.bin(low) + 1) as f64
    }
}

/// Blackman-Harris with four terms: side lobes at -92 dB.
fn window(n: usize) -> f64 {
    let turn = std::f64::consts::TAU * n as f64 / FRAME as f64;
    0.358_75 - 0.488_29 * turn.cos() + 0.141_28 * (2.0 * turn).cos() - 0.011_68 * (3.0 * turn).cos()
}

/// A ratio of energies in dB.
#[must_use]
pub fn db(ratio: f64) -> f64 {
    10.0 * ratio.log10()
}
