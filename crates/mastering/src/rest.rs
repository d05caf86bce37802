//! Silence that somebody asked for: no engine computes it.

use std::time::Duration;

use engine::{EngineError, Piece, Synthesis};
use speech::{AudioTime, SampleCount, SampleRate};

/// How much of it one step gives.
const STEP: Duration = Duration::from_millis(200);

/// A segment of silence.
pub(crate) struct Rest {
    /// Samples to come.
    left: usize,
    step: usize,
}

impl Rest {
    pub(crate) fn new(rate: SampleRate, length: Duration) -> Self {
        let samples = |time: Duration| {
            SampleCount::in_time(AudioTime::from_nanos(time.as_nanos() as u64), rate).0 as usize
        };
        Self { left: samples(length), step: samples(STEP).max(1) }
    }
}

impl Synthesis for Rest {
    fn next(&mut self) -> Result<Option<Piece>, EngineError> {
        let samples = self.left.min(self.step);
        self.left -= samples;
        Ok((samples > 0).then(|| Piece { samples: vec![0.0; samples], ..Piece::default() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_as_long_as_it_says_to_the_sample() {
        let rate = SampleRate::new(22_050).unwrap();
        let mut rest = Rest::new(rate, Duration::from_millis(1_010));
        let steps: Vec<_> =
            std::iter::from_fn(|| rest.next().unwrap()).map(|piece| piece.samples.len()).collect();
        assert_eq!(steps, [4_410, 4_410, 4_410, 4_410, 4_410, 220]);
        assert!(Rest::new(rate, Duration::ZERO).next().unwrap().is_none());
    }
}
