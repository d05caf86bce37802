//! Polish: everything that counts is inflected, by the case of its preposition and the gender of its noun; men are counted
//! otherwise than things, and children otherwise than men.
//!
//! `tongue` is how the shared Slavic rules know Polish; `governors`, `counting` and `lexicon` find case, gender and life.

mod abbreviations;
mod arithmetic;
mod cardinal;
mod compounds;
mod counting;
mod dates;
mod fractions;
mod governors;
mod lexicon;
mod nouns;
mod ordinal;
mod ordinals;
mod say_as;
mod symbols;
mod times;
mod tongue;
mod years;

use crate::customs::Customs;
use crate::language::Rules;
use crate::language::pl::tongue::Polish;
use crate::language::slavic::{self, measure, money, number};
use crate::rule::{Rule, Starts};
use crate::shared;
use speech::DateOrder;

pub(super) static RULES: Rules =
    Rules { customs: &CUSTOMS, tables: TABLES, mathematics: arithmetic::MATHEMATICS };

/// From the particular to the plain.
const TABLES: &[&[Rule]] = &[
    DATES,
    shared::ADDRESSES,
    shared::EMOJI,
    shared::PHONES,
    NUMBERS,
    WORDS,
    shared::CODES,
    shared::SYMBOLS,
];

static CUSTOMS: Customs = Customs {
    tag: "pl",
    decimal: &[','],
    group: &[' ', '\u{A0}', '\u{202F}', '\u{2009}', '.'],
    dates: DateOrder::DayFirst,
    marks: &[
        ('.', "kropka"),
        ('/', "ukośnik"),
        ('@', "małpa"),
        ('-', "myślnik"),
        ('_', "podkreślnik"),
        (':', "dwukropek"),
        ('?', "znak zapytania"),
        ('=', "równa się"),
        ('&', "i"),
        ('#', "kratka"),
        ('~', "tylda"),
        ('+', "plus"),
        ('%', "procent"),
        ('*', "gwiazdka"),
        ('\\', "ukośnik wsteczny"),
        (',', "przecinek"),
    ],
    say_as: say_as::say_as,
    vowels: "AEIOUYĄĘÓ",
    version: "wersja",
    hashtag: "hasztag",
    symbols: &[("→", "strzałka"), ("°", "stopni"), ("%", "procent")],
    ..Customs::BARE
};

/// Figures that would else be taken for versions.
const DATES: &[Rule] = &[Rule { name: "date", starts: Starts::Digit, read: dates::numeric }];

const NUMBERS: &[Rule] = &[
    Rule { name: "date", starts: Starts::Digit, read: dates::day_and_month },
    Rule { name: "date", starts: Starts::Digit, read: dates::listed_day },
    Rule { name: "date", starts: Starts::Digit, read: dates::numeric_day },
    Rule { name: "time", starts: Starts::Digit, read: times::hours },
    Rule { name: "time", starts: Starts::Digit, read: times::time },
    Rule { name: "year", starts: Starts::Digit, read: years::year },
    Rule { name: "year", starts: Starts::Digit, read: years::behind_word },
    Rule { name: "code", starts: Starts::Digit, read: symbols::code },
    Rule { name: "money", starts: Starts::Any, read: money::money::<Polish> },
    Rule { name: "percent", starts: Starts::DigitOrMark, read: money::percent::<Polish> },
    Rule { name: "magnitude", starts: Starts::DigitOrMark, read: money::magnitudes::<Polish> },
    Rule { name: "measure", starts: Starts::DigitOrMark, read: measure::measure::<Polish> },
    Rule { name: "ordinal", starts: Starts::Digit, read: ordinals::figures },
    Rule { name: "compound", starts: Starts::Digit, read: compounds::compound },
    Rule { name: "time", starts: Starts::Digit, read: times::bare_hour },
    Rule { name: "date", starts: Starts::Digit, read: dates::bare_day },
    Rule { name: "year", starts: Starts::Digit, read: years::bare },
    Rule { name: "fraction", starts: Starts::Digit, read: slavic::fractions::fraction::<Polish> },
    Rule { name: "number", starts: Starts::DigitOrMark, read: number::number::<Polish> },
];

const WORDS: &[Rule] = &[
    Rule { name: "roman", starts: Starts::Letter, read: ordinals::roman_numeral },
    Rule { name: "abbreviation", starts: Starts::Letter, read: abbreviations::word },
    Rule { name: "abbreviation", starts: Starts::Letter, read: abbreviations::noun },
    Rule { name: "unit", starts: Starts::Letter, read: abbreviations::unit },
    Rule { name: "score", starts: Starts::Mark, read: |place, _| slavic::symbols::score(place) },
    Rule {
        name: "symbol",
        starts: Starts::Mark,
        read: |place, _| slavic::symbols::symbol(place, &symbols::NAMES),
    },
];
