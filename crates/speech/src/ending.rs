//! Why a segment ends where it does.

use std::time::Duration;

/// What ends with a segment, which decides how long the voice rests after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// A sentence, a paragraph, a heading or an item of a list.
    Sentence,
    /// A part of a sentence that could stand by itself (`;`, `:`, a dash), or one that trails off (`…`).
    Part,
    /// What a comma ends.
    Clause,
    /// Nothing but a word: the rest of the sentence is in the next segment.
    Phrase,
    /// Not even a word: what comes next belongs to it without a gap.
    Cut,
    /// Nothing is said: the segment is a silence that somebody asked for.
    Break(Pause),
}

impl Ending {
    /// How long the voice rests after it at the usual pace. The first three are about what eSpeak NG leaves within a text, so
    /// that a pause at a border of two segments is as long as one inside of a segment.
    #[must_use]
    pub const fn rest(self) -> Duration {
        match self {
            Self::Sentence => Duration::from_millis(300),
            Self::Part => Duration::from_millis(225),
            Self::Clause => Duration::from_millis(150),
            Self::Phrase => Duration::from_millis(60),
            Self::Cut => Duration::ZERO,
            Self::Break(pause) => pause.length().saturating_sub(pause.rested()),
        }
    }
}

/// A silence that somebody asked for. Small, for it travels with every segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pause {
    /// In milliseconds.
    length: u16,
    /// In steps of [`Pause::STEP`].
    rested: u8,
}

impl Pause {
    /// Every rest is a multiple of it.
    const STEP: u8 = 5;

    /// Of `length` between the sounds before and after it, at most 65 seconds; the segment before it rests for `rested` of
    /// that anyway, at the usual pace.
    #[must_use]
    pub fn new(length: Duration, rested: Duration) -> Self {
        let length = u16::try_from(length.as_millis()).unwrap_or(u16::MAX);
        let steps = rested.as_millis() / u128::from(Self::STEP);
        Self { length, rested: u8::try_from(steps).unwrap_or(u8::MAX) }
    }

    /// How long it shall be between the sounds before and after it, at any pace.
    #[must_use]
    pub const fn length(self) -> Duration {
        Duration::from_millis(self.length as u64)
    }

    /// How much of that the segment before it rests anyway, at the usual pace.
    #[must_use]
    pub const fn rested(self) -> Duration {
        Duration::from_millis(self.rested as u64 * Self::STEP as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_keeps_what_every_ending_rests() {
        let all = [Ending::Sentence, Ending::Part, Ending::Clause, Ending::Phrase, Ending::Cut];
        for rested in all.map(Ending::rest) {
            assert_eq!(Pause::new(Duration::from_secs(1), rested).rested(), rested);
        }
        assert_eq!(Pause::new(Duration::from_secs(99), Duration::ZERO).length().as_millis(), 65_535);
    }
}
