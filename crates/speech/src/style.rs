//! What marks in a text change about the voice that reads it.

use std::fmt;

use crate::settings::{Pitch, Speed, VoiceSettings, Volume};
use crate::text::UserText;
use crate::voice::{Gender, Language};

/// How a stretch of text is to be said, relative to how its context is said. The default changes nothing.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Style {
    /// How fast: multiplies the context's speed.
    pub rate: Factor,
    /// How high: multiplies the context's pitch.
    pub pitch: Factor,
    /// How loud: multiplies the context's volume.
    pub volume: Factor,
    /// Another voice. Nobody has checked that there is one.
    pub voice: Option<VoiceWish>,
    /// Another language.
    pub language: Option<Language>,
}

/// The voice that a text asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum VoiceWish {
    /// The one of this name, as the text gives it; or the first that there is of several with spaces between them.
    Named(UserText),
    /// One that is perceived like this.
    Perceived(Gender),
}

impl fmt::Debug for Style {
    /// The names come from the user's text and stay out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Style")
            .field("rate", &self.rate)
            .field("pitch", &self.pitch)
            .field("volume", &self.volume)
            .field("has_voice", &self.voice.is_some())
            .field("has_language", &self.language.is_some())
            .finish()
    }
}

impl Style {
    /// `settings` as this style changes them, within what there is.
    #[must_use]
    pub fn applied_to(&self, settings: VoiceSettings) -> VoiceSettings {
        let times = |own: f32, by: Factor, least: f32, most: f32| {
            (f64::from(own) * by.value()).clamp(f64::from(least), f64::from(most))
        };
        let speed = times(settings.speed.factor(), self.rate, Speed::MIN, Speed::MAX);
        let pitch = times(settings.pitch.factor(), self.pitch, Pitch::MIN, Pitch::MAX);
        let volume = times(settings.volume.factor(), self.volume, Volume::MIN, Volume::MAX);
        VoiceSettings {
            speed: Speed::new(speed).unwrap_or(settings.speed),
            pitch: Pitch::new(pitch).unwrap_or(settings.pitch),
            volume: Volume::new(volume).unwrap_or(settings.volume),
        }
    }
}

/// A factor in thousandths, so that it can be compared and hashed: from 0 to 65.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Factor(u16);

impl Factor {
    /// One.
    pub const NEUTRAL: Self = Self(1_000);

    /// The nearest there is; what is no number or negative is nothing.
    #[must_use]
    pub fn nearest(factor: f64) -> Self {
        Self((factor * 1_000.0).round().clamp(0.0, f64::from(u16::MAX)) as u16)
    }

    /// As a number.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1_000.0
    }
}

impl Default for Factor {
    fn default() -> Self {
        Self::NEUTRAL
    }
}

impl fmt::Debug for Factor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_stays_within_what_voices_can_do() {
        let style = Style { rate: Factor::nearest(0.5), pitch: Factor::nearest(9.0), ..Style::default() };
        let settings = style.applied_to(VoiceSettings::default());
        assert_eq!((settings.speed.factor(), settings.pitch.factor()), (0.5, Pitch::MAX));
        assert_eq!(settings.volume, Volume::NORMAL);
    }

    #[test]
    fn no_number_is_out_of_range() {
        let values = [1.25, -1.0, f64::NAN, 1e9].map(|factor| Factor::nearest(factor).value());
        assert_eq!(values, [1.25, 0.0, 0.0, 65.535]);
    }
}
