//! English, as in the United States; [`GB`] where Britain differs.
//!
//! [`TABLES`] goes from the special to the plain: addresses before amounts, amounts before numbers, numbers before words
//! in capitals. [`words`] says numbers, [`context`] looks around them.

mod abbreviations;
mod acronyms;
mod asked;
mod calendar;
mod context;
mod dates;
mod fractions;
mod lengths;
mod math;
mod money;
mod names;
mod numbers;
mod phones;
mod ranges;
mod roman;
mod streets;
mod sums;
mod symbols;
#[cfg(test)]
mod testing;
mod times;
mod unit_names;
mod units;
mod words;
mod years;

use crate::customs::Customs;
use crate::language::Rules;
use crate::rule::Rule;
use crate::shared;
use speech::DateOrder;

pub(super) static RULES: Rules = Rules { customs: &US, tables: TABLES, mathematics: sums::TABLE };
pub(super) static GB_RULES: Rules = Rules { customs: &GB, tables: TABLES, mathematics: sums::TABLE };

const TABLES: &[&[Rule]] = &[
    shared::ADDRESSES,
    symbols::HEARTS,
    shared::EMOJI,
    fractions::RATIOS,
    dates::TABLE,
    times::TABLE,
    phones::TABLE,
    shared::PHONES,
    streets::TABLE,
    years::TABLE,
    money::TABLE,
    ranges::TABLE,
    lengths::TABLE,
    units::TABLE,
    numbers::HEXADECIMAL,
    math::TABLE,
    fractions::TABLE,
    calendar::TABLE,
    abbreviations::TABLE,
    roman::TABLE,
    numbers::ATTACHED,
    symbols::TABLE,
    acronyms::AT_END,
    shared::CODES,
    names::TABLE,
    numbers::TABLE,
    acronyms::TABLE,
    shared::SYMBOLS,
];

static US: Customs = CUSTOMS;
static GB: Customs = Customs { tag: "en-gb", dates: DateOrder::DayFirst, ..CUSTOMS };

const CUSTOMS: Customs = Customs {
    tag: "en",
    decimal: &['.'],
    group: &[',', '\u{202F}'],
    dates: DateOrder::MonthFirst,
    marks: &[
        ('.', "dot"),
        ('/', "slash"),
        ('\\', "backslash"),
        ('@', "at"),
        ('-', "dash"),
        ('_', "underscore"),
        (':', "colon"),
        ('?', "question mark"),
        ('=', "equals"),
        ('&', "and"),
        ('#', "hash"),
        ('+', "plus"),
        ('~', "tilde"),
        ('*', "star"),
        ('%', "percent"),
        (',', "comma"),
        (';', "semicolon"),
        ('!', "exclamation mark"),
        ('$', "dollar"),
        ('(', "open parenthesis"),
        (')', "close parenthesis"),
        ('\'', "apostrophe"),
    ],
    say_as: asked::say_as,
    letters: &[('a', "a-")],
    vowels: "AEIOU",
    spelled: acronyms::SPELLED,
    names: acronyms::NAMES,
    short: &["me", "co", "go", "so", "us"],
    symbols: symbols::NAMES,
    version: "version",
    point: "point",
    hashtag: "hashtag",
    figures: Some(words::figures),
    ..Customs::BARE
};
