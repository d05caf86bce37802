//! The inner loop of every stream: windows of input times rows of taps. Knows nothing of streams and keeps nothing.
//!
//! Read [`convolve`] first. On x86-64 it is compiled twice, for every such machine and for those with AVX2, and chooses
//! when it first runs. Both give the same bits: the order of summation is written out here, and Rust never rounds a
//! product and a sum as one. AVX-512 was tried and gained nothing.

use multiversion::multiversion;
use wide::f32x4;

use super::filter::{Filter, Spacing};
use super::kernel::LANES;
use super::ratio::Ratio;

/// Where the next output sample lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Where in the input its taps begin.
    pub(crate) start: usize,
    /// How far it lies after its centre tap, in phases.
    pub(crate) phase: u32,
}

/// Appends all output samples from `place` on whose taps `input` holds; returns the place of the one after them.
#[multiversion(targets("x86_64+avx2"))]
pub(crate) fn convolve(
    filter: &Filter,
    ratio: Ratio,
    place: Place,
    input: &[f32],
    out: &mut Vec<f32>,
) -> Place {
    by_spacing(filter, ratio, place, input, out)
}

/// So many output samples end their sums together: four lanes of four samples are a square, and its columns are added.
const GROUP: usize = 4;

/// As many partial sums as one register holds where registers are wide.
type Partial = [f32; LANES / 2];

#[inline(always)]
fn by_spacing(filter: &Filter, ratio: Ratio, place: Place, input: &[f32], out: &mut Vec<f32>) -> Place {
    let windows = Windows::new(filter.taps, ratio, place, input);
    match filter.spacing {
        Spacing::Each(_) => walk(windows, &Each(filter), out),
        Spacing::Between(rows) => walk(windows, &Between { filter, rows, phases: ratio.output }, out),
    }
}

/// How a phase gets its sum. Not a closure: the compiler need not inline those, and what it does not inline is compiled
/// for every machine.
trait Rows {
    fn sum(&self, window: &[f32], phase: u32) -> Partial;
}

/// See [`Spacing::Each`].
struct Each<'a>(&'a Filter);

impl Rows for Each<'_> {
    #[inline(always)]
    fn sum(&self, window: &[f32], phase: u32) -> Partial {
        partial(window, self.0.row(phase as usize))
    }
}

/// See [`Spacing::Between`].
struct Between<'a> {
    filter: &'a Filter,
    rows: u32,
    phases: u32,
}

impl Rows for Between<'_> {
    #[inline(always)]
    fn sum(&self, window: &[f32], phase: u32) -> Partial {
        let place = u64::from(phase) * u64::from(self.rows);
        let (row, rest) = (place / u64::from(self.phases), place % u64::from(self.phases));
        let weight = rest as f32 / self.phases as f32;
        let mut sums = partial(window, self.filter.row(row as usize));
        let after = partial(window, self.filter.row(row as usize + 1));
        for lane in 0..LANES / 2 {
            sums[lane] += (after[lane] - sums[lane]) * weight;
        }
        sums
    }
}

/// Four at a time, then the rest one by one: the same sums in the same order.
#[inline(always)]
fn walk(mut windows: Windows<'_>, rows: &impl Rows, out: &mut Vec<f32>) -> Place {
    while windows.hold(GROUP) {
        let mut group = [[0.0; LANES / 2]; GROUP];
        for sums in &mut group {
            let Some((window, phase)) = windows.next() else { break };
            *sums = rows.sum(window, phase);
        }
        out.extend_from_slice(&total_of_four([
            quarter(group[0]),
            quarter(group[1]),
            quarter(group[2]),
            quarter(group[3]),
        ]));
    }
    while let Some((window, phase)) = windows.next() {
        let [a, b, c, d] = quarter(rows.sum(window, phase)).to_array();
        out.push(((a + b) + c) + d);
    }
    windows.place
}

/// The windows of one output sample after another.
struct Windows<'a> {
    place: Place,
    input: &'a [f32],
    taps: usize,
    phases: u32,
    /// From one output sample to the next: so many input samples and so many phases.
    step: Place,
}

impl<'a> Windows<'a> {
    #[inline(always)]
    fn new(taps: usize, ratio: Ratio, place: Place, input: &'a [f32]) -> Self {
        let Ratio { output: phases, input: period } = ratio;
        let step = Place { start: (period / phases) as usize, phase: period % phases };
        Self { place, input, taps, phases, step }
    }

    /// Whether there are surely so many more; at the very end it may say no to the last ones.
    #[inline(always)]
    fn hold(&self, count: usize) -> bool {
        self.place.start + (self.step.start + 1) * (count - 1) + self.taps <= self.input.len()
    }

    #[inline(always)]
    fn next(&mut self) -> Option<(&'a [f32], u32)> {
        let Place { mut start, mut phase } = self.place;
        let (window, of) = (self.input.get(start..start + self.taps)?, phase);
        start += self.step.start;
        phase += self.step.phase;
        if phase >= self.phases {
            phase -= self.phases;
            start += 1;
        }
        self.place = Place { start, phase };
        Some((window, of))
    }
}

/// How many taps a row has wherever the rate rises; the compiler writes out the loop for these.
const COMMON_TAPS: usize = 64;

/// The sum of products as `LANES` partial sums, which the compiler keeps in vector registers.
#[inline(always)]
fn partial(window: &[f32], row: &[f32]) -> Partial {
    match (window.as_array::<COMMON_TAPS>(), row.as_array::<COMMON_TAPS>()) {
        (Some(window), Some(row)) => lanes(window, row),
        _ => lanes(window, row),
    }
}

#[inline(always)]
fn lanes(window: &[f32], row: &[f32]) -> Partial {
    let (window, _) = window.as_chunks::<LANES>();
    let (row, _) = row.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for (samples, taps) in window.iter().zip(row) {
        for lane in 0..LANES {
            sums[lane] += samples[lane] * taps[lane];
        }
    }
    let mut half = [0.0; LANES / 2];
    for lane in 0..LANES / 2 {
        half[lane] = sums[lane] + sums[lane + LANES / 2];
    }
    half
}

#[inline(always)]
fn quarter([a, b, c, d, e, f, g, h]: Partial) -> f32x4 {
    f32x4::from([a, b, c, d]) + f32x4::from([e, f, g, h])
}

#[inline(always)]
fn total_of_four(quarters: [f32x4; GROUP]) -> [f32; GROUP] {
    let [a, b, c, d] = f32x4::transpose(quarters);
    (((a + b) + c) + d).to_array()
}

#[cfg(test)]
mod tests {
    use speech::SampleRate;

    use super::*;
    use crate::resample::shelf::shared;

    const PAIRS: [(u32, u32); 7] = [
        (22_050, 24_000),
        (22_050, 8_000),
        (22_050, 16_000),
        (8_000, 48_000),
        (48_000, 8_000),
        (22_050, 47_999),
        (48_000, 8_009),
    ];

    type Convolve = fn(&Filter, Ratio, Place, &[f32], &mut Vec<f32>) -> Place;

    fn noise() -> Vec<f32> {
        let mut state = 1u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state as i32) as f32 / 2_147_483_648.0
        };
        (0..5_003).map(|_| next()).collect()
    }

    fn output(convolve: Convolve, (from, to): (u32, u32)) -> (Vec<u32>, Place) {
        let ratio = Ratio::between(SampleRate::known(from), SampleRate::known(to));
        let mut out = Vec::new();
        let end = convolve(&shared(ratio), ratio, Place { start: 3, phase: 0 }, &noise(), &mut out);
        (out.into_iter().map(f32::to_bits).collect(), end)
    }

    /// The definition, sample by sample, for filters that have a row for each phase.
    fn plainly(filter: &Filter, ratio: Ratio, mut place: Place, input: &[f32], out: &mut Vec<f32>) -> Place {
        while let Some(window) = input.get(place.start..place.start + filter.taps) {
            let mut lanes = [0.0f32; LANES];
            for (tap, (sample, weight)) in window.iter().zip(filter.row(place.phase as usize)).enumerate() {
                lanes[tap % LANES] += sample * weight;
            }
            let quarter = |n: usize| (lanes[n] + lanes[n + 8]) + (lanes[n + 4] + lanes[n + 12]);
            out.push(((quarter(0) + quarter(1)) + quarter(2)) + quarter(3));
            let phase = place.phase + ratio.input;
            place =
                Place { start: place.start + (phase / ratio.output) as usize, phase: phase % ratio.output };
        }
        place
    }

    #[test]
    fn this_machine_gives_the_bits_of_every_machine() {
        for pair in PAIRS {
            assert!(output(convolve, pair) == output(by_spacing, pair), "{pair:?}");
        }
    }

    #[test]
    fn the_order_of_summation_is_the_written_one() {
        for pair in &PAIRS[..5] {
            assert!(output(convolve, *pair) == output(plainly, *pair), "{pair:?}");
        }
    }
}
