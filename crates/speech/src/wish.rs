//! What somebody asked for about a stretch of text, by markup or in a dictionary. Read [`Wish`] first.

use crate::text::{ByteSpan, UserText};

/// A stretch of text that is to be read in a way of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Wish {
    /// The stretch, in bytes of the text that is read. Wishes do not overlap.
    pub span: ByteSpan,
    /// The way.
    pub how: How,
}

/// How a stretch of text is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum How {
    /// As if this stood there; it is itself read by the rules.
    Alias(UserText),
    /// With these sounds, in the International Phonetic Alphabet.
    Sounds(UserText),
    /// As a thing of this kind.
    As(SayAs),
    /// As written: no rule is asked.
    Plain,
}

/// The kinds of things that SSML's `say-as` names (W3C note "SSML 1.0 say-as attribute values", and what clouds added).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SayAs {
    /// Each letter, digit and mark by its name.
    Characters,
    /// Digits one by one.
    Digits,
    /// A number.
    Cardinal,
    /// A place in an order.
    Ordinal,
    /// `1/2`, `3 1/4`.
    Fraction,
    /// An amount with its unit.
    Unit,
    /// An amount of money.
    Currency,
    /// A date, its parts in this order.
    Date(DateOrder),
    /// A time of day.
    Time,
    /// A telephone number.
    Telephone,
}

/// In which order a numeric date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DateOrder {
    /// 5/3/2024 is the third of May.
    MonthFirst,
    /// 5/3/2024 is the fifth of March.
    #[default]
    DayFirst,
    /// 2024/3/5.
    YearFirst,
}
