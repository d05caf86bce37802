//! The kernel, sampled beforehand: a row of taps for every phase an output sample can have between two input samples.
//! Computed once for a pair of rates and shared by all streams.

use std::sync::{Arc, Mutex, PoisonError};

use speech::SampleRate;

use super::kernel::Kernel;

/// Rows are a multiple of this long, so that the inner loop has no remainder.
pub(crate) const LANES: usize = 16;

/// Up to so many phases have a row each; where the ratio has more (22 050 to 47 999 Hz: 47 999), rows lie this dense
/// and the filter is interpolated linearly between two. Its error is then below -100 dB: (π / 512)² / 8.
pub(crate) const MAX_PHASES: usize = 512;

/// So many pairs of rates are kept. One table is at most 600 KB and typically 30 to 90 KB.
const KEPT: usize = 16;

/// The rows for one pair of rates, and the exact ratio that walks through them.
pub(crate) struct Table {
    pub(crate) from: SampleRate,
    pub(crate) to: SampleRate,
    /// Phases between two input samples: the output rate, reduced.
    pub(crate) phases: u32,
    /// From one output sample to the next: so many whole input samples, and so many phases. Together they are the
    /// input rate, reduced.
    pub(crate) whole_step: usize,
    pub(crate) step: u32,
    /// Taps in a row; the centre lies after the first half of them.
    pub(crate) taps: usize,
    pub(crate) rows: Rows,
}

/// How a phase finds its taps.
pub(crate) enum Rows {
    /// Each phase has its row.
    Each(Vec<f32>),
    /// `MAX_PHASES` + 1 rows; a phase lies between two.
    Between(Vec<f32>),
}

/// Computes what a stream between two rates needs, so that the first one of them does not have to: about a millisecond.
pub fn prepare(from: SampleRate, to: SampleRate) {
    if from != to {
        shared(from, to);
    }
}

/// The table for a pair of rates, computed at most once while it is among the last few pairs that were asked for.
pub(crate) fn shared(from: SampleRate, to: SampleRate) -> Arc<Table> {
    static TABLES: Mutex<Vec<Arc<Table>>> = Mutex::new(Vec::new());
    // A panic while it was held cannot have left the list half changed.
    let mut tables = TABLES.lock().unwrap_or_else(PoisonError::into_inner);
    let table = match tables.iter().position(|table| (table.from, table.to) == (from, to)) {
        Some(place) => tables.remove(place),
        None => Arc::new(Table::new(from, to)),
    };
    tables.insert(0, Arc::clone(&table));
    tables.truncate(KEPT);
    table
}

impl Table {
    fn new(from: SampleRate, to: SampleRate) -> Self {
        let divisor = greatest_common_divisor(from.hz(), to.hz());
        let (phases, step) = (to.hz() / divisor, from.hz() / divisor);
        let kernel = Kernel::between(from, to);
        let taps = (2 * kernel.half_width().ceil() as usize).next_multiple_of(LANES);
        let rows = if phases as usize <= MAX_PHASES {
            Rows::Each(rows(&kernel, taps, phases as usize, phases as usize))
        } else {
            Rows::Between(rows(&kernel, taps, MAX_PHASES, MAX_PHASES + 1))
        };
        Self { from, to, phases, whole_step: (step / phases) as usize, step: step % phases, taps, rows }
    }

    /// One of its rows.
    #[inline]
    pub(crate) fn row<'a>(&self, rows: &'a [f32], row: usize) -> &'a [f32] {
        &rows[row * self.taps..][..self.taps]
    }

    /// At most so many output samples come from `input` more input samples.
    pub(crate) fn output_len(&self, input: usize) -> usize {
        input * self.to.hz() as usize / self.from.hz() as usize + 1
    }
}

/// `count` rows, `per_sample` of which make up the distance of two input samples.
fn rows(kernel: &Kernel, taps: usize, per_sample: usize, count: usize) -> Vec<f32> {
    (0..count).flat_map(|row| normalised_row(kernel, taps, row as f64 / per_sample as f64)).collect()
}

/// The taps for an output sample that lies `offset` of an input sample after the centre. They add up to one, so that a
/// constant stays what it is.
fn normalised_row(kernel: &Kernel, taps: usize, offset: f64) -> Vec<f32> {
    let centre = (taps / 2 - 1) as f64 + offset;
    let row: Vec<f64> = (0..taps).map(|tap| kernel.at(tap as f64 - centre)).collect();
    let sum: f64 = row.iter().sum();
    row.into_iter().map(|tap| (tap / sum) as f32).collect()
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
