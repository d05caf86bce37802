//! German, of Germany, Austria and Switzerland.
//!
//! Small numbers are written out, because `1` depends on the noun behind it and ordinals on the article before them. Larger ones
//! stay in figures for the engine, which says `204` better than `zweihundertvier`.

mod abbreviations;
mod dates;
mod fractions;
mod grammar;
mod money;
mod nouns;
mod numbers;
mod ordinals;
mod ranges;
mod roman;
mod symbols;
mod times;
mod units;
mod years;

use crate::customs::Customs;
use crate::language::Rules;
use crate::rule::Rule;
use crate::shared;
use speech::DateOrder;

pub(super) static RULES: Rules = Rules { customs: &CUSTOMS, tables: TABLES, mathematics: &[] };

/// From the particular to the plain.
const TABLES: &[&[Rule]] = &[
    abbreviations::SEVERAL_WORDS,
    shared::ADDRESSES,
    shared::EMOJI,
    dates::RULES,
    times::RULES,
    money::RULES,
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

static CUSTOMS: Customs = Customs {
    tag: "de",
    decimal: &[','],
    group: &['.', ' ', '\u{A0}', '\u{202F}', '’', '\''],
    dates: DateOrder::DayFirst,
    marks: &[
        ('.', "Punkt"),
        ('/', "Slash"),
        ('@', "at"),
        ('-', "Minus"),
        ('_', "Unterstrich"),
        (':', "Doppelpunkt"),
        ('?', "Fragezeichen"),
        ('=', "gleich"),
        ('&', "und"),
        ('#', "Raute"),
        ('~', "Tilde"),
        ('+', "Plus"),
        ('%', "Prozent"),
        ('*', "Stern"),
        ('\\', "Backslash"),
    ],
    say_as: |_, _, _| None,
    ..Customs::BARE
};
