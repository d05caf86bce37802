//! How loud something is to an ear.

use std::fmt;

/// Integrated loudness after ITU-R BS.1770, in hundredths of a LUFS, so that it is exact, ordered and hashable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Loudness(i16);

/// Into how many steps a factor of one is divided.
const GAIN_STEPS: f64 = 1_048_576.0;

impl Loudness {
    /// The quietest that can be said, in LUFS: where the measure itself ends.
    pub const MIN: f64 = -70.0;
    /// The loudest that can be said, in LUFS: a square wave at full scale lies below it.
    pub const MAX: f64 = 5.0;

    /// To the nearest hundredth; `None` outside of [`Self::MIN`] to [`Self::MAX`], and for what is no number.
    #[must_use]
    pub fn from_lufs(lufs: f64) -> Option<Self> {
        (Self::MIN..=Self::MAX).contains(&lufs).then(|| Self((lufs * 100.0).round() as i16))
    }

    /// So many hundredths of a LUFS.
    #[must_use]
    pub const fn from_hundredths(hundredths: i16) -> Self {
        Self(hundredths)
    }

    /// In LUFS.
    #[must_use]
    pub fn lufs(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// The factor of amplitude that brings what is as loud as this to `target`, to a millionth: the same on any system,
    /// of which the last bits of a power are not.
    #[must_use]
    pub fn gain_to(self, target: Self) -> f32 {
        let gain = 10f64.powf((target.lufs() - self.lufs()) / 20.0);
        ((gain * GAIN_STEPS).round() / GAIN_STEPS) as f32
    }
}

impl fmt::Display for Loudness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.lufs())
    }
}

impl fmt::Debug for Loudness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self} LUFS")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_survive_and_nonsense_does_not() {
        assert_eq!(Loudness::from_lufs(-18.004).unwrap().to_string(), "-18.00");
        assert_eq!(Loudness::from_lufs(-23.456), Some(Loudness::from_hundredths(-2_346)));
        assert!(Loudness::from_lufs(f64::NEG_INFINITY).is_none() && Loudness::from_lufs(f64::NAN).is_none());
    }

    #[test]
    fn six_decibels_double_and_equals_change_nothing() {
        let at = Loudness::from_hundredths;
        assert!((at(-2_400).gain_to(at(-1_798)) - 2.0).abs() < 0.001);
        assert_eq!(at(-1_700).gain_to(at(-1_700)), 1.0);
        let steps = f64::from(at(-2_345).gain_to(at(-2_000))) * GAIN_STEPS;
        assert_eq!(steps.fract(), 0.0);
    }
}
