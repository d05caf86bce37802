//! German, of Germany, Austria and Switzerland.
//!
//! Numbers are written out, because `1` depends on the noun behind it and ordinals on the article before them; large ones
//! in several words, because voices say `zweihundert vier` better than `zweihundertvier`.

mod abbreviations;
mod customs;
mod dates;
mod digits;
mod fractions;
mod grammar;
mod money;
mod nouns;
mod numbers;
mod ordinals;
mod ranges;
mod roman;
mod say_as;
mod symbols;
mod times;
mod units;
mod years;

use crate::language::Rules;
use crate::rule::Rule;
use crate::shared;
use customs::CUSTOMS;

pub(super) static RULES: Rules =
    Rules { customs: &CUSTOMS, tables: TABLES, mathematics: symbols::MATHEMATICS };

/// From the particular to the plain.
const TABLES: &[&[Rule]] = &[
    abbreviations::SEVERAL_WORDS,
    dates::BEFORE_VERSIONS,
    shared::ADDRESSES,
    shared::EMOJI,
    dates::RULES,
    times::RULES,
    money::RULES,
    digits::RULES,
    shared::PHONES,
    ranges::RULES,
    fractions::RULES,
    units::RULES,
    years::RULES,
    roman::RULES,
    ordinals::RULES,
    symbols::RULES,
    abbreviations::RULES,
    shared::CODES,
    numbers::RULES,
];
