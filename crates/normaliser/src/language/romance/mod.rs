//! What French, Italian, Portuguese and Spanish have in common: how numbers, amounts, dates and times are built, and how
//! a number agrees with what it counts. Each language fills a [`Tongue`] with its words; read that first.

mod abbreviations;
mod acronyms;
mod codes;
mod dates;
mod durations;
mod fractions;
mod grammar;
mod mathematics;
mod money;
mod names;
mod numbers;
mod ordinals;
mod per;
mod phones;
mod quantity;
mod ranges;
mod roman;
mod say_as;
mod signs;
mod times;
mod tongue;
mod units;

use std::marker::PhantomData;

use crate::rule::{Rule, Starts};
use crate::shared;

#[cfg(test)]
mod samples;

pub(super) use abbreviations::{Abbreviation, When};
pub(super) use acronyms::Endings;
pub(super) use dates::{DateWords, First};
pub(super) use fractions::FractionWords;
pub(super) use grammar::{Form, Gender, Grammar, Noun, Plural, Singular};
pub(super) use money::{Cents, Currency, MoneyWords};
pub(super) use names::figures;
pub(super) use ordinals::{Count, OrdinalWords, Shape, Suffix};
pub(super) use phones::PhoneHabits;
pub(super) use roman::{Label, Reading, RomanHabits};
pub(super) use say_as::say_as;
pub(super) use times::TimeWords;
pub(super) use tongue::{Magnitude, NumberWords, Sign, Speaks, Tongue, Where};
pub(super) use units::UnitWords;

/// The rules of a language of the family.
pub(super) struct Tables<L>(PhantomData<L>);

impl<L: Speaks> Tables<L> {
    /// All, from the particular to the plain.
    pub(super) const ALL: &'static [&'static [Rule]] = &[
        Self::DATES,
        shared::ADDRESSES,
        shared::EMOJI,
        Self::PHONES,
        Self::AMOUNTS,
        Self::WORDS,
        shared::CODES,
        Self::ACRONYMS,
        Self::NUMBERS,
        Self::SIGNS,
    ];

    /// Signs that are arithmetic because somebody said so.
    pub(super) const MATHEMATICS: &'static [Rule] = &[
        Rule {
            name: "mathematics",
            starts: Starts::Digit,
            read: |place, _| mathematics::term(place, L::TONGUE),
        },
        Rule {
            name: "mathematics",
            starts: Starts::Any,
            read: |place, _| mathematics::sign(place, L::TONGUE),
        },
    ];

    /// What would else be taken for an address or a version.
    const DATES: &'static [Rule] = &[
        Rule { name: "phone", starts: Starts::Digit, read: |place, _| phones::in_pairs(place, L::TONGUE) },
        Rule { name: "code", starts: Starts::Digit, read: |place, _| codes::document(place, L::TONGUE) },
        Rule { name: "date", starts: Starts::Digit, read: |place, _| dates::read(place, L::TONGUE) },
        Rule {
            name: "abbreviation",
            starts: Starts::Letter,
            read: |place, _| abbreviations::with_marks_inside(place, L::TONGUE),
        },
        Rule { name: "per", starts: Starts::Mark, read: |place, _| per::read(place, L::TONGUE) },
        Rule { name: "decade", starts: Starts::Mark, read: |place, _| dates::decade(place, L::TONGUE) },
    ];

    const PHONES: &'static [Rule] = &[
        Rule { name: "phone", starts: Starts::DigitOrMark, read: |place, _| phones::read(place, L::TONGUE) },
        Rule { name: "card", starts: Starts::Digit, read: shared::phone::card },
        Rule { name: "account", starts: Starts::Letter, read: shared::phone::account },
        Rule { name: "code", starts: Starts::Digit, read: |place, _| codes::read(place, L::TONGUE) },
    ];

    /// Figures that mean more than their number.
    const AMOUNTS: &'static [Rule] = &[
        Rule { name: "duration", starts: Starts::Digit, read: |place, _| durations::read(place, L::TONGUE) },
        Rule { name: "time", starts: Starts::Digit, read: |place, _| times::read(place, L::TONGUE) },
        Rule { name: "money", starts: Starts::Any, read: |place, _| money::read(place, L::TONGUE) },
        Rule { name: "range", starts: Starts::Digit, read: |place, _| ranges::read(place, L::TONGUE) },
        Rule { name: "range", starts: Starts::Letter, read: |place, _| ranges::by(place, L::TONGUE) },
        Rule { name: "ordinal", starts: Starts::Digit, read: |place, _| ordinals::read(place, L::TONGUE) },
        Rule { name: "fraction", starts: Starts::Digit, read: |place, _| fractions::read(place, L::TONGUE) },
        Rule { name: "unit", starts: Starts::DigitOrMark, read: |place, _| units::read(place, L::TONGUE) },
    ];

    /// Words that are written short, or in Roman numerals.
    const WORDS: &'static [Rule] = &[
        Rule { name: "flight", starts: Starts::Letter, read: |place, _| codes::letters(place, L::TONGUE) },
        Rule { name: "roman", starts: Starts::Letter, read: |place, _| roman::read(place, L::TONGUE) },
        Rule {
            name: "abbreviation",
            starts: Starts::Letter,
            read: |place, _| abbreviations::read(place, L::TONGUE),
        },
    ];

    const ACRONYMS: &'static [Rule] = &[Rule {
        name: "acronym",
        starts: Starts::Letter,
        read: |place, _| acronyms::read(place, L::TONGUE),
    }];

    const NUMBERS: &'static [Rule] = &[
        Rule { name: "version", starts: Starts::Digit, read: |place, _| numbers::dotted(place, L::TONGUE) },
        Rule {
            name: "number",
            starts: Starts::DigitOrMark,
            read: |place, _| numbers::read(place, L::TONGUE),
        },
    ];

    /// Marks between words and numbers.
    const SIGNS: &'static [Rule] =
        &[Rule { name: "sign", starts: Starts::DigitOrMark, read: |place, _| signs::read(place, L::TONGUE) }];
}
