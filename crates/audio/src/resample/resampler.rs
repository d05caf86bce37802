//! One stream from one rate to another.

use std::sync::Arc;

use speech::SampleRate;

use super::convolve::{Place, convolve};
use super::filter::Filter;
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

    /// Takes the next samples and returns the output that is ready: all but the last 32 periods of the lower rate.
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
    /// Where in `recent` the next output sample lies.
    place: Place,
}

/// So many input samples are taken in at a time, which bounds the memory of a stream to 2.5 KB, mostly 1 KB.
const BLOCK: usize = 128;

impl Polyphase {
    fn new(ratio: Ratio) -> Self {
        let filter = shared(ratio);
        let half = filter.taps / 2;
        let mut recent = Vec::with_capacity(filter.taps + BLOCK.max(half));
        recent.resize(half + 1, 0.0);
        // The first output sample has its centre tap on the first input sample, `half - 1` taps after the beginning.
        Self { ratio, filter, recent, place: Place { start: 2, phase: 0 } }
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
        self.place = convolve(&self.filter, self.ratio, self.place, &self.recent, out);
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
        let kept = (self.recent.len() - self.place.start).max(self.filter.taps / 2 + 1);
        let gone = self.recent.len() - kept;
        self.recent.drain(..gone);
        self.place.start -= gone;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_keeps_less_than_2_and_a_half_kb() {
        for (from, to) in [(48_000, 8_000), (22_050, 8_000), (22_050, 24_000), (8_000, 48_000)] {
            let ratio = Ratio::between(SampleRate::known(from), SampleRate::known(to));
            let mut polyphase = Polyphase::new(ratio);
            for _ in 0..3 {
                polyphase.push(&[0.5; 5_000]);
                polyphase.settle();
            }
            let bytes = polyphase.recent.capacity() * size_of::<f32>() + size_of::<Polyphase>();
            assert!(bytes < 2_560, "{from} to {to}: {bytes} bytes");
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
