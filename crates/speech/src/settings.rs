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
        (f64::from(Self::MIN)..=f64::from(Self::MAX)).contains(&factor).then_some(Self(factor as f32))
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
        (f64::from(Self::MIN)..=f64::from(Self::MAX)).contains(&factor).then_some(Self(factor as f32))
    }

    /// The factor.
    #[must_use]
    pub const fn factor(self) -> f32 {
        self.0
    }
}

/// What an engine is told besides text and voice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VoiceSettings {
    /// How fast.
    pub speed: Speed,
    /// How high.
    pub pitch: Pitch,
}

impl Default for VoiceSettings {
    fn default() -> Self {
        Self { speed: Speed::NORMAL, pitch: Pitch::NORMAL }
    }
}
