//! Russian: everything that counts is inflected, by the case of its preposition and the gender of its noun.
//!
//! `tongue` is how the shared Slavic rules know Russian; `governors` and `counting` find case and gender.

mod abbreviations;
mod arithmetic;
mod cardinal;
mod counting;
mod dates;
mod durations;
mod fractions;
mod governors;
mod lexicon;
mod nouns;
mod ordinal;
mod places;
mod roman;
mod say_as;
mod suffixes;
mod symbols;
mod times;
mod tongue;
mod years;

use crate::customs::Customs;
use crate::language::Rules;
use crate::language::ru::tongue::Russian;
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
    tag: "ru",
    decimal: &[','],
    group: &[' ', '\u{A0}', '\u{202F}', '\u{2009}'],
    dates: DateOrder::DayFirst,
    marks: &[
        ('.', "точка"),
        ('/', "слэш"),
        ('@', "собака"),
        ('-', "дефис"),
        ('_', "нижнее подчёркивание"),
        (':', "двоеточие"),
        ('?', "вопросительный знак"),
        ('=', "равно"),
        ('&', "и"),
        ('#', "решётка"),
        ('~', "тильда"),
        ('+', "плюс"),
        ('%', "процент"),
        ('*', "звёздочка"),
        ('\\', "обратный слэш"),
        (',', "запятая"),
    ],
    say_as: say_as::say_as,
    vowels: "AEIOUАЕЁИОУЫЭЮЯ",
    version: "версия",
    hashtag: "хештег",
    symbols: &[("№", "номер"), ("→", "стрелка"), ("©", "копирайт"), ("°", "градусов"), ("%", "процентов")],
    ..Customs::BARE
};

/// Figures that would else be taken for versions.
const DATES: &[Rule] = &[
    Rule { name: "date", starts: Starts::Digit, read: dates::numeric },
    Rule { name: "phone", starts: Starts::Digit, read: symbols::telephone },
];

const NUMBERS: &[Rule] = &[
    Rule { name: "date", starts: Starts::Digit, read: dates::day_and_month },
    Rule { name: "date", starts: Starts::Digit, read: dates::listed_day },
    Rule { name: "date", starts: Starts::Digit, read: dates::numeric_day },
    Rule { name: "date", starts: Starts::Digit, read: dates::bare_day },
    Rule { name: "time", starts: Starts::Digit, read: times::time },
    Rule { name: "measure", starts: Starts::Digit, read: durations::years },
    Rule { name: "year", starts: Starts::Digit, read: years::year },
    Rule { name: "money", starts: Starts::Any, read: money::money::<Russian> },
    Rule { name: "percent", starts: Starts::DigitOrMark, read: money::percent::<Russian> },
    Rule { name: "magnitude", starts: Starts::DigitOrMark, read: money::magnitudes::<Russian> },
    Rule { name: "measure", starts: Starts::DigitOrMark, read: measure::measure::<Russian> },
    Rule { name: "ordinal", starts: Starts::Digit, read: suffixes::suffix },
    Rule { name: "compound", starts: Starts::Digit, read: suffixes::compounds },
    Rule { name: "ordinal", starts: Starts::Digit, read: places::numbered },
    Rule { name: "year", starts: Starts::Digit, read: years::bare },
    Rule { name: "fraction", starts: Starts::Digit, read: slavic::fractions::fraction::<Russian> },
    Rule { name: "code", starts: Starts::Digit, read: symbols::code },
    Rule { name: "number", starts: Starts::DigitOrMark, read: number::number::<Russian> },
];

const WORDS: &[Rule] = &[
    Rule { name: "year", starts: Starts::Letter, read: years::decade },
    Rule { name: "roman", starts: Starts::Letter, read: roman::numeral },
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
