//! What French, Italian, Portuguese and Spanish have in common: how numbers, amounts, dates and times are built, and how
//! a number agrees with what it counts. Each language fills a [`Tongue`] with its words; read that first.

mod abbreviations;
mod codes;
mod dates;
mod durations;
mod fractions;
mod grammar;
mod money;
mod names;
mod numbers;
mod ordinals;
mod quantity;
mod ranges;
mod roman;
mod signs;
mod times;
mod tongue;
mod units;

use std::marker::PhantomData;

use crate::rule::{Rule, Starts};

pub(super) use abbreviations::{Abbreviation, When};
pub(super) use dates::{DateWords, First};
pub(super) use fractions::FractionWords;
pub(super) use grammar::{Form, Gender, Grammar, Noun, Plural, Singular};
pub(super) use money::{Cents, Currency, MoneyWords};
pub(super) use ordinals::{Count, OrdinalWords, Shape, Suffix};
pub(super) use roman::{Label, Reading, RomanHabits};
pub(super) use times::TimeWords;
pub(super) use tongue::{Magnitude, NumberWords, Sign, Speaks, Tongue, Where};
pub(super) use units::Unit;

/// The rules of a language of the family.
pub(super) struct Tables<L>(PhantomData<L>);

impl<L: Speaks> Tables<L> {
    /// Things with figures in them, the special before the plain.
    pub(super) const FIGURES: &'static [Rule] = &[
        Rule { name: "code", starts: Starts::Digit, read: |place, _| codes::read(place, L::TONGUE) },
        Rule { name: "date", starts: Starts::Digit, read: |place, _| dates::read(place, L::TONGUE) },
        Rule { name: "decade", starts: Starts::Mark, read: |place, _| dates::decade(place, L::TONGUE) },
        Rule { name: "duration", starts: Starts::Digit, read: |place, _| durations::read(place, L::TONGUE) },
        Rule { name: "time", starts: Starts::Digit, read: |place, _| times::read(place, L::TONGUE) },
        Rule { name: "money", starts: Starts::Any, read: |place, _| money::read(place, L::TONGUE) },
        Rule { name: "range", starts: Starts::Any, read: |place, _| ranges::read(place, L::TONGUE) },
        Rule { name: "ordinal", starts: Starts::Digit, read: |place, _| ordinals::read(place, L::TONGUE) },
        Rule { name: "fraction", starts: Starts::Digit, read: |place, _| fractions::read(place, L::TONGUE) },
        Rule { name: "unit", starts: Starts::DigitOrMark, read: |place, _| units::read(place, L::TONGUE) },
        Rule { name: "name", starts: Starts::Digit, read: |place, _| names::figures_first(place, L::TONGUE) },
        Rule { name: "version", starts: Starts::Digit, read: |place, _| numbers::dotted(place, L::TONGUE) },
        Rule {
            name: "number",
            starts: Starts::DigitOrMark,
            read: |place, _| numbers::read(place, L::TONGUE),
        },
    ];

    /// Words that are written short, or in Roman numerals.
    pub(super) const WORDS: &'static [Rule] = &[
        Rule { name: "roman", starts: Starts::Letter, read: |place, _| roman::read(place, L::TONGUE) },
        Rule {
            name: "abbreviation",
            starts: Starts::Letter,
            read: |place, _| abbreviations::read(place, L::TONGUE),
        },
        Rule {
            name: "name",
            starts: Starts::Letter,
            read: |place, _| names::letters_first(place, L::TONGUE),
        },
    ];

    /// Marks between words and numbers.
    pub(super) const SIGNS: &'static [Rule] =
        &[Rule { name: "sign", starts: Starts::Mark, read: |place, _| signs::read(place, L::TONGUE) }];
}
