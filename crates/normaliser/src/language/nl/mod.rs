//! Dutch, of the Netherlands and Belgium.
//!
//! Numbers are written out, `1` as `één`, never as the article; large ones in several words, because voices say `tweehonderd
//! zeventien` better than `tweehonderdzeventien`.

mod abbreviations;
mod customs;
mod dates;
mod digits;
mod fractions;
mod money;
mod numbers;
mod ordinals;
mod ranges;
mod roman;
mod say_as;
mod scores;
mod symbols;
mod times;
mod units;
mod weekdays;
mod years;

use crate::language::Rules;
use crate::rule::Rule;
use crate::shared;
use customs::CUSTOMS;

pub(super) static RULES: Rules =
    Rules { customs: &CUSTOMS, tables: TABLES, mathematics: symbols::MATHEMATICS };

/// From the particular to the plain.
const TABLES: &[&[Rule]] = &[
    abbreviations::WITH_MARKS,
    shared::ADDRESSES,
    shared::EMOJI,
    dates::RULES,
    times::RULES,
    money::RULES,
    digits::RULES,
    shared::PHONES,
    scores::RULES,
    ranges::RULES,
    fractions::RULES,
    units::RULES,
    ordinals::RULES,
    years::RULES,
    roman::RULES,
    weekdays::RULES,
    abbreviations::RULES,
    symbols::RULES,
    shared::CODES,
    numbers::RULES,
];
