//! How a voice is to speak.

/// How fast, as a factor of the voice's own pace.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Speed(f32);

impl Speed {
    /// The slowest factor.
    pub const MIN: f32 = 0.25;
    /// The fastest factor.
    pub const MAX: f32 = 4.0;
    /// The voice's own pace.
    pub const NORMAL: Self = Self(1.0);

    /// A factor from [`Self::MIN`] to [`Self::MAX`]; `None` outside, and for what is no number.
    #[must_use]
    pub fn new(factor: f64) -> Option<Self> {
        within(Self::MIN, Self::MAX, factor).map(Self)
    }

    /// The factor.
    #[must_use]
    pub const fn factor(self) -> f32 {
        self.0
    }
}

/// How high, as a factor of the voice's own pitch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pitch(f32);

impl Pitch {
    /// The deepest factor.
    pub const MIN: f32 = 0.5;
    /// The highest factor.
    pub const MAX: f32 = 2.0;
    /// The voice's own pitch.
    pub const NORMAL: Self = Self(1.0);

    /// A factor from [`Self::MIN`] to [`Self::MAX`]; `None` outside, and for what is no number.
    #[must_use]
    pub fn new(factor: f64) -> Option<Self> {
        within(Self::MIN, Self::MAX, factor).map(Self)
    }

    /// The factor.
    #[must_use]
    pub const fn factor(self) -> f32 {
        self.0
    }
}

/// How loud, as a factor of the amplitude that every voice has by default.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Volume(f32);

impl Volume {
    /// Silence, as long as the words would be.
    pub const MIN: f32 = 0.0;
    /// The highest factor: 6 dB more.
    pub const MAX: f32 = 2.0;
    /// The level that all voices share.
    pub const NORMAL: Self = Self(1.0);

    /// A factor from [`Self::MIN`] to [`Self::MAX`]; `None` outside, and for what is no number.
    #[must_use]
    pub fn new(factor: f64) -> Option<Self> {
        // Zero has two signs, and equal requests must have equal hashes.
        within(Self::MIN, Self::MAX, factor).map(|factor| Self(factor.abs()))
    }

    /// The factor.
    #[must_use]
    pub const fn factor(self) -> f32 {
        self.0
    }
}

/// The factor, unless it is outside or no number.
fn within(min: f32, max: f32, factor: f64) -> Option<f32> {
    (f64::from(min)..=f64::from(max)).contains(&factor).then_some(factor as f32)
}

/// What an engine is told besides text and voice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VoiceSettings {
    /// How fast.
    pub speed: Speed,
    /// How high.
    pub pitch: Pitch,
    /// How loud. No engine's affair: it is applied to what an engine has computed.
    pub volume: Volume,
}

impl Default for VoiceSettings {
    fn default() -> Self {
        Self { speed: Speed::NORMAL, pitch: Pitch::NORMAL, volume: Volume::NORMAL }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_end_where_they_say() {
        assert!(Speed::new(0.25).is_some() && Speed::new(4.0).is_some() && Speed::new(4.01).is_none());
        assert!(Pitch::new(0.5).is_some() && Pitch::new(2.0).is_some() && Pitch::new(0.49).is_none());
        assert!(Volume::new(2.0).is_some() && Volume::new(-0.1).is_none() && Volume::new(f64::NAN).is_none());
        assert_eq!(Volume::new(-0.0).unwrap().factor().to_bits(), 0);
    }
}
