//! Medians, percentiles and ratios of measured values. Pure.

/// Measured values of one thing, in one unit.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Samples(Vec<f64>);

impl Samples {
    /// Adds one.
    pub(crate) fn push(&mut self, value: f64) {
        self.0.push(value);
    }

    /// Adds all of another.
    pub(crate) fn extend(&mut self, others: &Self) {
        self.0.extend_from_slice(&others.0);
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The mean, for what is measured coarsely; `None` if there is none.
    pub(crate) fn mean(&self) -> Option<f64> {
        (!self.0.is_empty()).then(|| self.0.iter().sum::<f64>() / self.0.len() as f64)
    }

    /// The middle one, or the mean of the middle two; `None` if there is none.
    pub(crate) fn median(&self) -> Option<f64> {
        let sorted = self.sorted();
        let upper = *sorted.get(sorted.len() / 2)?;
        let lower = sorted[(sorted.len() - 1) / 2];
        Some((lower + upper) / 2.0)
    }

    /// The smallest value that at least `percent` of all do not exceed (nearest rank); `None` if there is none.
    pub(crate) fn percentile(&self, percent: f64) -> Option<f64> {
        let sorted = self.sorted();
        let rank = (percent / 100.0 * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.clamp(1, sorted.len().max(1)) - 1).copied()
    }

    /// The greatest; `None` if there is none.
    pub(crate) fn max(&self) -> Option<f64> {
        self.percentile(100.0)
    }

    /// The median of the pairwise quotients: both sides of a pair were measured under the same weather.
    pub(crate) fn median_ratio_to(&self, base: &Self) -> Option<f64> {
        let pairs = self.0.iter().zip(&base.0).filter(|(_, base)| **base > 0.0);
        pairs.map(|(value, base)| value / base).collect::<Self>().median()
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }
}

impl FromIterator<f64> for Samples {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(values: &[f64]) -> Samples {
        values.iter().copied().collect()
    }

    #[test]
    fn of_nothing_there_is_no_figure() {
        let none = Samples::default();
        assert_eq!([none.mean(), none.median(), none.percentile(95.0), none.max()], [None; 4]);
        assert_eq!(none.median_ratio_to(&samples(&[1.0])), None);
    }

    #[test]
    fn the_median_ignores_order_and_outliers() {
        assert_eq!(samples(&[9.0, 1.0, 2.0]).median(), Some(2.0));
        assert_eq!(samples(&[4.0, 1000.0, 1.0, 2.0]).median(), Some(3.0));
        assert_eq!(samples(&[7.0]).median(), Some(7.0));
        assert_eq!(samples(&[1.0, 1.0, 4.0]).mean(), Some(2.0));
    }

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let hundred: Samples = (1..=100).map(f64::from).collect();
        assert_eq!(hundred.percentile(95.0), Some(95.0));
        assert_eq!(hundred.percentile(0.0), Some(1.0));
        assert_eq!(hundred.max(), Some(100.0));
        assert_eq!(samples(&[1.0, 2.0, 3.0]).percentile(95.0), Some(3.0));
    }

    #[test]
    fn ratios_are_taken_pair_by_pair() {
        let (ours, base) = (samples(&[2.0, 20.0, 6.0]), samples(&[1.0, 10.0, 2.0]));
        assert_eq!(ours.median_ratio_to(&base), Some(2.0));
        assert_eq!(samples(&[1.0, 4.0]).median_ratio_to(&samples(&[0.0, 2.0])), Some(2.0));
    }
}
