//! Sound as numbers: rates, counts, and chunks of samples.

use std::fmt;
use std::num::NonZeroU32;
use std::ops::{Add, AddAssign, Sub};

use crate::time::AudioTime;

/// Samples per second of one channel. Never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SampleRate(NonZeroU32);

/// A sample rate outside of what the server can encode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("sample rate of {0} Hz is outside {min} to {max} Hz", min = SampleRate::MIN, max = SampleRate::MAX)]
pub struct SampleRateError(pub u64);

impl SampleRate {
    /// The lowest rate we speak at, in Hz: telephony.
    pub const MIN: u32 = 8_000;
    /// The highest rate we speak at, in Hz: studio and video.
    pub const MAX: u32 = 48_000;
    /// A rate that every codec has, those with a closed list of rates too: where one must stand for all.
    pub const COMMON: Self = Self::known(24_000);

    /// Any rate from [`Self::MIN`] to [`Self::MAX`].
    ///
    /// # Errors
    /// [`SampleRateError`] outside that range.
    pub fn new(hz: u64) -> Result<Self, SampleRateError> {
        match u32::try_from(hz) {
            Ok(hz) if (Self::MIN..=Self::MAX).contains(&hz) => Ok(Self::known(hz)),
            _ => Err(SampleRateError(hz)),
        }
    }

    /// A rate known at compile time.
    ///
    /// # Panics
    /// Outside of [`Self::MIN`] to [`Self::MAX`].
    #[must_use]
    pub const fn known(hz: u32) -> Self {
        assert!(hz >= Self::MIN && hz <= Self::MAX, "sample rate outside 8000 to 48000 Hz");
        match NonZeroU32::new(hz) {
            Some(hz) => Self(hz),
            None => unreachable!(),
        }
    }

    /// In Hz.
    #[must_use]
    pub const fn hz(self) -> u32 {
        self.0.get()
    }
}

impl fmt::Display for SampleRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} Hz", self.0)
    }
}

/// A number of samples of one channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct SampleCount(pub u64);

impl SampleCount {
    /// No samples.
    pub const ZERO: Self = Self(0);

    /// How long so many samples play at `rate`, to the nanosecond below.
    #[must_use]
    pub const fn time_at(self, rate: SampleRate) -> AudioTime {
        // 128 bits: a day at 48 kHz times a billion does not fit in 64.
        AudioTime::from_nanos((self.0 as u128 * 1_000_000_000 / rate.hz() as u128) as u64)
    }

    /// How many whole samples at `rate` fit into `time`.
    #[must_use]
    pub const fn in_time(time: AudioTime, rate: SampleRate) -> Self {
        Self((time.as_nanos() as u128 * rate.hz() as u128 / 1_000_000_000) as u64)
    }
}

impl Add for SampleCount {
    type Output = Self;
    fn add(self, rhs: Self) -> Self {
        Self(self.0 + rhs.0)
    }
}

impl AddAssign for SampleCount {
    fn add_assign(&mut self, rhs: Self) {
        self.0 += rhs.0;
    }
}

impl Sub for SampleCount {
    type Output = Self;
    fn sub(self, rhs: Self) -> Self {
        Self(self.0 - rhs.0)
    }
}

/// A piece of sound on its way to a listener: mono, signed 16 bit.
///
/// Sixteen bits, because a connection may hold half a minute of it (`docs/adr/0003-encode-late.md`).
#[derive(Clone, PartialEq, Eq)]
pub struct PcmChunk {
    /// Samples per second.
    pub rate: SampleRate,
    /// One sample after another.
    pub samples: Vec<i16>,
}

impl PcmChunk {
    /// How many samples.
    #[must_use]
    pub fn count(&self) -> SampleCount {
        SampleCount(self.samples.len() as u64)
    }

    /// How long it plays.
    #[must_use]
    pub fn duration(&self) -> AudioTime {
        self.count().time_at(self.rate)
    }
}

impl fmt::Debug for PcmChunk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PcmChunk({} samples at {})", self.samples.len(), self.rate)
    }
}

/// Sound as the client asked for it: the next bytes of an encoded stream.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct EncodedAudio(pub Vec<u8>);

impl fmt::Debug for EncodedAudio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EncodedAudio({} bytes)", self.0.len())
    }
}
