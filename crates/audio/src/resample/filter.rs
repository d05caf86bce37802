//! The kernel, sampled beforehand: a row of taps for every phase an output sample can have between two input samples,
//! or rows so dense that a filter between two of them is as good.

use super::kernel::Kernel;
use super::ratio::Ratio;

/// Up to so many phases have a row each; where the ratio has more (22 050 to 47 999 Hz: 47 999), there are so many rows
/// to a period of the lower rate, and the filter is interpolated linearly between two. Its error is then below -100 dB:
/// (π / 512)² / 8.
const MAX_PHASES: u32 = 512;

/// What decides a filter. Pairs of rates with the same design share one: all awkward ratios upwards do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Design {
    pub(crate) spacing: Spacing,
    narrowing: Ratio,
}

/// How a phase finds its taps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spacing {
    /// Each of so many phases has its row.
    Each(u32),
    /// So many rows make up the distance of two input samples, and one more ends it; a phase lies between two.
    Between(u32),
}

impl Design {
    pub(crate) fn of(ratio: Ratio) -> Self {
        let narrowing = ratio.narrowing();
        let spacing = if ratio.output <= MAX_PHASES {
            Spacing::Each(ratio.output)
        } else {
            // The narrower the band, the more slowly the filter changes from one input sample to the next.
            Spacing::Between((MAX_PHASES * narrowing.output).div_ceil(narrowing.input))
        };
        Self { spacing, narrowing }
    }

    fn taps(self) -> usize {
        Kernel::taps(self.narrowing)
    }

    fn rows(self) -> usize {
        match self.spacing {
            Spacing::Each(phases) => phases as usize,
            Spacing::Between(rows) => rows as usize + 1,
        }
    }

    /// The size of its filter: about 130 KB for every awkward ratio, mostly 40 to 130 KB for the others, 790 KB at most.
    pub(crate) fn bytes(self) -> usize {
        self.rows() * self.taps() * size_of::<f32>()
    }
}

/// The rows of a design.
pub(crate) struct Filter {
    pub(crate) spacing: Spacing,
    /// Taps in a row; the centre is the last of the first half.
    pub(crate) taps: usize,
    rows: Vec<f32>,
}

impl Filter {
    pub(crate) fn new(design: Design) -> Self {
        let (Spacing::Each(per_sample) | Spacing::Between(per_sample)) = design.spacing;
        let (taps, count) = (design.taps(), design.rows());
        let kernel = Kernel::new(design.narrowing);
        let mut rows = Vec::with_capacity(count * taps);
        let computed = per_sample as usize / 2 + 1;
        for row in 0..computed {
            rows.extend(kernel.row(row as f64 / f64::from(per_sample)));
        }
        // The kernel is even: from the other side, the second half of the rows is the first.
        for row in computed..count {
            let mirrored = (per_sample as usize - row) * taps;
            rows.extend_from_within(mirrored..mirrored + taps);
            rows[row * taps..].reverse();
        }
        Self { spacing: design.spacing, taps, rows }
    }

    /// One of its rows.
    #[inline]
    pub(crate) fn row(&self, row: usize) -> &[f32] {
        &self.rows[row * self.taps..][..self.taps]
    }
}

#[cfg(test)]
mod tests {
    use speech::SampleRate;

    use super::*;

    fn design(from: u32, to: u32) -> Design {
        Design::of(Ratio::between(SampleRate::known(from), SampleRate::known(to)))
    }

    #[test]
    fn a_filter_has_the_size_that_was_announced() {
        for (from, to) in
            [(22_050, 24_000), (48_000, 8_009), (22_050, 47_999), (24_000, 8_000), (48_000, 8_176)]
        {
            let design = design(from, to);
            assert_eq!(Filter::new(design).rows.len() * size_of::<f32>(), design.bytes(), "{from} to {to}");
        }
    }

    #[test]
    fn awkward_ratios_cost_no_more_than_others() {
        for (from, to) in
            [(48_000, 8_009), (22_050, 8_009), (22_050, 47_999), (47_999, 8_001), (48_000, 47_999)]
        {
            let bytes = design(from, to).bytes();
            assert!((110_000..200_000).contains(&bytes), "{from} to {to}: {bytes}");
        }
        assert!(design(48_000, 8_176).bytes() < 800_000);
        assert_eq!(design(22_050, 47_999), design(8_000, 8_009));
        assert_eq!(design(22_050, 24_000), design(11_025, 12_000));
    }

    #[test]
    fn mirrored_rows_are_what_the_kernel_says() {
        for (from, to) in
            [(22_050, 24_000), (22_050, 44_100), (24_000, 8_000), (48_000, 8_009), (22_050, 47_999)]
        {
            let design = design(from, to);
            let (Spacing::Each(per_sample) | Spacing::Between(per_sample)) = design.spacing;
            let (filter, kernel) = (Filter::new(design), Kernel::new(design.narrowing));
            for row in 0..design.rows() {
                let wanted = kernel.row(row as f64 / f64::from(per_sample));
                let near = |(a, b): (&f32, &f32)| (a - b).abs() <= 1e-7 * b.abs() + 1e-12;
                assert!(filter.row(row).iter().zip(&wanted).all(near), "{from} to {to}, row {row}");
            }
        }
    }
}
