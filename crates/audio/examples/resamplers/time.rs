//! What a resampler costs, and how long a sample waits in it.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the crate is pure; this program times it from outside"
)]

use std::hint::black_box;
use std::time::Instant;

use crate::candidates::{Candidate, Pair};

/// So often everybody gets a turn.
const ROUNDS: usize = 41;

/// For an audio second in pieces of 200 ms, in microseconds: the medians of turns that are taken one after another, so
/// that whatever else the machine does falls on all alike.
pub(crate) fn costs(pair: Pair, candidates: &[Candidate]) -> Vec<f64> {
    let input: Vec<f32> = (0..pair.from / 5).map(|n| (n as f32 * 0.05).sin() * 0.5).collect();
    let mut streams: Vec<_> = candidates.iter().map(|candidate| (candidate.open)()).collect();
    let mut times = vec![Vec::with_capacity(ROUNDS); streams.len()];
    let mut out = Vec::with_capacity(2 * pair.to as usize);
    for _ in 0..ROUNDS {
        for (stream, times) in streams.iter_mut().zip(&mut times) {
            out.clear();
            let start = Instant::now();
            (0..5).for_each(|_| stream.push(black_box(&input), &mut out));
            times.push(start.elapsed().as_secs_f64() * 1e6);
            black_box(&out);
        }
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[ROUNDS / 2]
    };
    times.into_iter().map(median).collect()
}

/// The longest that a sound is later than it could be, in ms: from when the input at its middle was there to when the
/// output at its middle comes, while samples arrive one by one at the input's rate. So the filter's reach and the
/// waiting for a block are both in it.
pub(crate) fn waits(pair: Pair, candidate: &Candidate) -> f64 {
    let (place, made) = pulse(pair, candidate);
    let shift = made - place * pair.ratio();
    let mut stream = (candidate.open)();
    let (mut out, mut worst) = (Vec::new(), 0.0);
    for pushed in 1..=pair.from / 2 {
        let before = out.len();
        stream.push(&[0.0], &mut out);
        // The first of a block has waited longest.
        if out.len() > before && before as f64 > 2.0 * shift.abs() {
            let heard = (before as f64 - shift) / f64::from(pair.to);
            worst = f64::max(worst, f64::from(pushed - 1) / f64::from(pair.from) - heard);
        }
    }
    worst * 1_000.0
}

/// Where a short bell lies in the input, and where in the output: its centre of gravity.
fn pulse(pair: Pair, candidate: &Candidate) -> (f64, f64) {
    let (place, width) = (f64::from(pair.from) * 0.25, f64::from(pair.from) * 0.002);
    let bell = |n: u32| (-((f64::from(n) - place) / width).powi(2)).exp() as f32;
    let mut input: Vec<f32> = (0..pair.from).map(bell).collect();
    // So that whoever works in long blocks has all of it through.
    input.extend(vec![0.0; 2 * pair.from as usize]);
    let (mut sum, mut moment) = (0.0, 0.0);
    for (n, sample) in candidate.whole(&input).into_iter().enumerate() {
        let energy = f64::from(sample).powi(2);
        sum += energy;
        moment += n as f64 * energy;
    }
    (place, moment / sum)
}

/// Whether a sound that comes in other pieces gives the same bits.
pub(crate) fn same_however_divided(pair: Pair, candidate: &Candidate) -> bool {
    let mut state = 1u32;
    let noise = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state as i32) as f32 / 4e9
    };
    let input: Vec<f32> = (0..2 * pair.from).map(noise).collect();
    let whole = candidate.whole(&input);
    [1, 7, 441, 4_410].into_iter().all(|piece| {
        let (mut stream, mut out) = ((candidate.open)(), Vec::new());
        input.chunks(piece).for_each(|piece| stream.push(piece, &mut out));
        out.iter().map(|sample| sample.to_bits()).eq(whole.iter().map(|sample| sample.to_bits()))
    })
}
