//! One stream from one rate to another.

use std::sync::Arc;

use speech::SampleRate;

use wide::f32x4;

use super::filter::{Filter, Spacing};
use super::kernel::LANES;
use super::ratio::Ratio;
use super::shelf::shared;

/// Converts one mono stream from one rate to another, sample-exact in time and in length.
///
/// - Output sample `k` is the sound at input time `k · from / to`: the filter's delay is made up for. The phase is kept
///   in whole numbers and never drifts.
/// - After a [`settle`](Self::settle), `n` input samples have given exactly `⌈n · to / from⌉` output samples.
/// - The output does not depend on how the input is divided into pushes.
/// - Equal rates: samples pass as they are.
pub struct Resampler {
    from: SampleRate,
    path: Path,
}

enum Path {
    Straight,
    Filtered(Polyphase),
}

impl Resampler {
    /// A converter with silence before its first sample.
    #[must_use]
    pub fn new(from: SampleRate, to: SampleRate) -> Self {
        let path = if from == to {
            Path::Straight
        } else {
            Path::Filtered(Polyphase::new(Ratio::between(from, to)))
        };
        Self { from, path }
    }

    /// The rate of its input.
    #[must_use]
    pub fn from(&self) -> SampleRate {
        self.from
    }

    /// Takes the next samples and returns the output that is ready: all but the last 24 periods of the lower rate.
    #[must_use]
    pub fn push(&mut self, input: Vec<f32>) -> Vec<f32> {
        match &mut self.path {
            Path::Straight => input,
            Path::Filtered(polyphase) => polyphase.push(&input),
        }
    }

    /// Returns the rest of the output for the input so far, as if that went on the way it came. The stream goes on.
    #[must_use]
    pub fn settle(&mut self) -> Vec<f32> {
        match &mut self.path {
            Path::Straight => Vec::new(),
            Path::Filtered(polyphase) => polyphase.settle(),
        }
    }
}

struct Polyphase {
    ratio: Ratio,
    filter: Arc<Filter>,
    /// The last input samples, oldest first: all that a later output needs, and what [`Self::extrapolate`] looks at.
    recent: Vec<f32>,
    /// Where in `recent` the taps of the next output sample begin.
    start: usize,
    /// How far the next output sample lies after its centre tap, in phases.
    phase: u32,
}

/// So many input samples are taken in at a time, which bounds the memory of a stream to 2 KB, mostly 1 KB.
const BLOCK: usize = 128;

impl Polyphase {
    fn new(ratio: Ratio) -> Self {
        let filter = shared(ratio);
        let half = filter.taps / 2;
        let mut recent = Vec::with_capacity(filter.taps + BLOCK.max(half));
        recent.resize(half + 1, 0.0);
        // The first output sample has its centre tap on the first input sample, `half - 1` taps after the beginning.
        Self { ratio, filter, recent, start: 2, phase: 0 }
    }

    fn push(&mut self, input: &[f32]) -> Vec<f32> {
        let mut out = Vec::with_capacity(self.ratio.output_len(input.len()));
        for block in input.chunks(BLOCK) {
            self.recent.extend_from_slice(block);
            self.produce(&mut out);
            self.forget();
        }
        out
    }

    fn settle(&mut self) -> Vec<f32> {
        let mut out = Vec::new();
        let known = self.recent.len();
        // Half the taps lie after the centre: so an output sample is due if its centre tap is on a sample that was pushed.
        self.extrapolate(self.filter.taps / 2);
        self.produce(&mut out);
        self.recent.truncate(known);
        self.forget();
        out
    }

    /// Computes output as long as `recent` holds all its taps.
    fn produce(&mut self, out: &mut Vec<f32>) {
        let filter = Arc::clone(&self.filter);
        let phases = u64::from(self.ratio.output);
        match filter.spacing {
            Spacing::Each(_) => self.walk(out, |window, phase| dot(window, filter.row(phase as usize))),
            Spacing::Between(rows) => self.walk(out, |window, phase| {
                let place = u64::from(phase) * u64::from(rows);
                let (row, rest) = (place / phases, place % phases);
                let before = dot(window, filter.row(row as usize));
                let after = dot(window, filter.row(row as usize + 1));
                before + (after - before) * (rest as f32 / phases as f32)
            }),
        }
    }

    /// Calls `filter` with the window and the phase of every output sample whose taps `recent` holds.
    #[inline]
    fn walk(&mut self, out: &mut Vec<f32>, filter: impl Fn(&[f32], u32) -> f32) {
        let (phases, taps) = (self.ratio.output, self.filter.taps);
        let (whole_step, step) = ((self.ratio.input / phases) as usize, self.ratio.input % phases);
        let (mut start, mut phase) = (self.start, self.phase);
        while let Some(window) = self.recent.get(start..start + taps) {
            out.push(filter(window, phase));
            start += whole_step;
            phase += step;
            if phase >= phases {
                phase -= phases;
                start += 1;
            }
        }
        (self.start, self.phase) = (start, phase);
    }

    /// Continues the input by `count` samples, point-symmetric about its last one: so that neither its value nor its
    /// slope breaks off, and no click is heard where a stream is settled within a sound.
    fn extrapolate(&mut self, count: usize) {
        let last = self.recent.len() - 1;
        let pivot = 2.0 * self.recent[last];
        for distance in 1..=count {
            self.recent.push(pivot - self.recent[last - distance]);
        }
    }

    fn forget(&mut self) {
        let kept = (self.recent.len() - self.start).max(self.filter.taps / 2 + 1);
        let gone = self.recent.len() - kept;
        self.recent.drain(..gone);
        self.start -= gone;
    }
}

/// The sum of products, in a fixed order: `LANES` partial sums that the compiler keeps in vector registers.
#[inline]
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (a, _) = a.as_chunks::<LANES>();
    let (b, _) = b.as_chunks::<LANES>();
    let mut sums = [f32x4::ZERO; LANES / 4];
    for (a, b) in a.iter().zip(b) {
        let ((a, _), (b, _)) = (a.as_chunks::<4>(), b.as_chunks::<4>());
        for lane in 0..LANES / 4 {
            sums[lane] += f32x4::from(a[lane]) * f32x4::from(b[lane]);
        }
    }
    let [a, b, c, d] = sums;
    ((a + b) + (c + d)).reduce_add()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_keeps_less_than_2_kb() {
        for (from, to) in [(48_000, 8_000), (22_050, 8_000), (22_050, 24_000), (8_000, 48_000)] {
            let ratio = Ratio::between(SampleRate::known(from), SampleRate::known(to));
            let mut polyphase = Polyphase::new(ratio);
            for _ in 0..3 {
                polyphase.push(&[0.5; 5_000]);
                polyphase.settle();
            }
            let bytes = polyphase.recent.capacity() * size_of::<f32>() + size_of::<Polyphase>();
            assert!(bytes < 2_048, "{from} to {to}: {bytes} bytes");
        }
    }

    #[test]
    fn streams_of_one_ratio_share_a_filter() {
        let filter =
            |from, to| Polyphase::new(Ratio::between(SampleRate::known(from), SampleRate::known(to))).filter;
        assert!(Arc::ptr_eq(&filter(22_050, 16_000), &filter(22_050, 16_000)));
        assert!(Arc::ptr_eq(&filter(22_050, 24_000), &filter(11_025, 12_000)));
    }
}
