//! How long the chunks are in which a generation is sent.

use speech::{SampleCount, SampleRate};

/// The borders of the chunks of a generation: the first chunk is short so that it leaves at once, later ones grow so
/// that there are few.
///
/// A function of the place in the generation and of the rate alone, never of the clock or the load: borders lie 20, 60,
/// 140 and 300 ms into the generation, and every 200 ms after that. It says no more than where borders lie; who sends the
/// sound may cut at other places too, where a segment ends or something is cleared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChunkPlan;

impl ChunkPlan {
    /// Where the first chunks end, in ms.
    const FIRST_ENDS_MS: [u64; 4] = [20, 60, 140, 300];
    /// How long all others are, in ms.
    const LATER_MS: u64 = 200;

    /// How many samples from `position`, counted from the beginning of the generation, to the next border. Never zero.
    #[must_use]
    pub fn next_len(position: SampleCount, rate: SampleRate) -> SampleCount {
        Self::next_border(position, rate) - position
    }

    fn next_border(position: SampleCount, rate: SampleRate) -> SampleCount {
        let passed_ms = position.0 * 1000 / u64::from(rate.hz());
        let [.., last_ms] = Self::FIRST_ENDS_MS;
        let later = passed_ms.saturating_sub(last_ms) / Self::LATER_MS;
        // Borders are rounded down to whole samples, so that one may be passed a fraction of a millisecond early.
        let candidates =
            Self::FIRST_ENDS_MS.into_iter().chain((later..).map(|n| last_ms + n * Self::LATER_MS));
        candidates
            .map(|ms| border(ms, rate))
            .find(|&border| border > position)
            .expect("the candidates rise without end")
    }
}

fn border(ms: u64, rate: SampleRate) -> SampleCount {
    SampleCount(ms * u64::from(rate.hz()) / 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(rate: SampleRate, count: usize) -> Vec<u64> {
        let mut position = SampleCount::ZERO;
        let mut lengths = Vec::new();
        while lengths.len() < count {
            let len = ChunkPlan::next_len(position, rate);
            lengths.push(len.0);
            position += len;
        }
        lengths
    }

    #[test]
    fn grows_from_20_to_200_ms() {
        let in_ms: Vec<u64> = lengths(SampleRate::known(8_000), 8).iter().map(|len| len / 8).collect();
        assert_eq!(in_ms, [20, 40, 80, 160, 200, 200, 200, 200]);
    }

    #[test]
    fn odd_rates_neither_drift_nor_stall() {
        let rate = SampleRate::known(22_051);
        let total: u64 = lengths(rate, 4 + 498).iter().sum();
        assert_eq!(total, 22_051 * (300 + 498 * 200) / 1000);
    }

    #[test]
    fn between_borders_leads_to_the_next_one() {
        let rate = SampleRate::known(8_000);
        let mut border = ChunkPlan::next_len(SampleCount::ZERO, rate);
        for position in (0..10_000).map(SampleCount) {
            if position == border {
                border = position + ChunkPlan::next_len(position, rate);
            }
            assert_eq!(position + ChunkPlan::next_len(position, rate), border);
        }
    }
}
