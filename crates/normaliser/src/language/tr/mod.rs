//! Turkish. Number words hardly change, but endings are written behind figures (`5'te`) and belong to the last word.

mod abbreviations;
mod arithmetic;
mod dates;
mod numbers;
mod say_as;
mod units;
mod words;

use crate::customs::Customs;
use crate::language::Rules;
use crate::rule::Rule;
use crate::shared;
use speech::DateOrder;

pub(super) static RULES: Rules =
    Rules { customs: &CUSTOMS, tables: TABLES, mathematics: arithmetic::MATHEMATICS };

/// From the particular to the plain.
const TABLES: &[&[Rule]] = &[
    dates::DATES,
    units::RULES,
    numbers::GROUPED,
    shared::ADDRESSES,
    shared::EMOJI,
    shared::PHONES,
    dates::TIMES,
    numbers::RULES,
    abbreviations::RULES,
    shared::CODES,
    shared::SYMBOLS,
];

static CUSTOMS: Customs = Customs {
    tag: "tr",
    decimal: &[','],
    group: &['.', '\u{A0}', '\u{202F}'],
    dates: DateOrder::DayFirst,
    marks: &[
        ('.', "nokta"),
        ('/', "bölü"),
        ('@', "et"),
        ('-', "tire"),
        ('_', "alt çizgi"),
        (':', "iki nokta"),
        ('?', "soru işareti"),
        ('=', "eşittir"),
        ('&', "ve"),
        ('#', "diyez"),
        ('~', "tilde"),
        ('+', "artı"),
        ('%', "yüzde"),
        ('*', "yıldız"),
        ('\\', "ters bölü"),
        (',', "virgül"),
    ],
    say_as: say_as::say_as,
    vowels: "AEIİOÖUÜ",
    version: "sürüm",
    hashtag: "heştek",
    symbols: &[
        ("&", "ve"),
        ("№", "numara"),
        ("§", "madde"),
        ("±", "artı eksi"),
        ("≈", "yaklaşık"),
        ("×", "çarpı"),
        ("÷", "bölü"),
        ("= ", "eşittir"),
        ("+ ", "artı"),
        ("≤", "küçük eşit"),
        ("≥", "büyük eşit"),
        ("→", "ok"),
    ],
    ..Customs::BARE
};
