//! Two rates as whole numbers without a common divisor: all that a resampler has to know of them.

use speech::SampleRate;

/// So many output samples last as long as so many input samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ratio {
    /// Also how many phases an output sample can have between two input samples.
    pub(crate) output: u32,
    pub(crate) input: u32,
}

impl Ratio {
    /// What nothing has to be taken away for.
    pub(crate) const ONE: Self = Self { output: 1, input: 1 };

    pub(crate) fn between(from: SampleRate, to: SampleRate) -> Self {
        let divisor = greatest_common_divisor(from.hz(), to.hz());
        Self { output: to.hz() / divisor, input: from.hz() / divisor }
    }

    /// The lower rate over the input's: how much of the input's band the output can hold.
    pub(crate) fn narrowing(self) -> Self {
        if self.output < self.input { self } else { Self::ONE }
    }

    pub(crate) fn value(self) -> f64 {
        f64::from(self.output) / f64::from(self.input)
    }

    /// So many output samples at most come from `input` more input samples.
    pub(crate) fn output_len(self, input: usize) -> usize {
        input * self.output as usize / self.input as usize + 1
    }
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
