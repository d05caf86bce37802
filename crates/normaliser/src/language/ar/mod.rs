//! Arabic, as modern standard Arabic is read aloud: without case endings, but for the forms that are written differently.

mod abbreviations;
mod arithmetic;
mod attached;
mod codes;
mod dates;
mod fractions;
mod gender;
mod grammar;
mod money;
mod nouns;
mod numbers;
mod ordinals;
mod percent;
mod ranges;
mod say_as;
mod subject;
mod times;
mod units;

use speech::DateOrder;

use crate::customs::Customs;
use crate::language::Rules;
use crate::rule::{Rule, Starts};
use crate::shared;

pub(super) static RULES: Rules = Rules {
    customs: &CUSTOMS,
    tables: &[shared::ADDRESSES, shared::EMOJI, WORDS, NUMBERS],
    mathematics: arithmetic::MATHEMATICS,
};

const WORDS: &[Rule] = &[
    Rule { name: "abbreviation", starts: Starts::Letter, read: abbreviations::abbreviation },
    Rule { name: "ordinal", starts: Starts::Letter, read: attached::with_article },
    Rule { name: "number", starts: Starts::Letter, read: attached::with_particle },
];

/// What begins with a digit or a mark, or with a particle that is written together with a number.
const NUMBERS: &[Rule] = &[
    Rule { name: "date", starts: Starts::Digit, read: dates::date },
    Rule { name: "day", starts: Starts::Digit, read: dates::day },
    Rule { name: "time", starts: Starts::Digit, read: times::time },
    Rule { name: "time", starts: Starts::Digit, read: times::hour },
    Rule { name: "ratio", starts: Starts::Digit, read: times::ratio },
    Rule { name: "phone number", starts: Starts::DigitOrMark, read: codes::phone },
    Rule { name: "code", starts: Starts::Digit, read: codes::code },
    Rule { name: "range", starts: Starts::Mark, read: ranges::range },
    Rule { name: "fraction", starts: Starts::Digit, read: fractions::fraction },
    Rule { name: "percent", starts: Starts::DigitOrMark, read: percent::percent },
    Rule { name: "money", starts: Starts::Any, read: money::money },
    Rule { name: "unit", starts: Starts::DigitOrMark, read: units::unit },
    Rule { name: "ordinal", starts: Starts::Digit, read: ordinals::behind_a_noun },
    Rule { name: "year", starts: Starts::Digit, read: dates::year },
    Rule { name: "number", starts: Starts::DigitOrMark, read: numbers::number },
];

static CUSTOMS: Customs = Customs {
    tag: "ar",
    decimal: &['.', '٫'],
    group: &[',', '٬'],
    dates: DateOrder::DayFirst,
    marks: &[
        ('.', "نقطة"),
        ('/', "شرطة مائلة"),
        ('@', "آت"),
        ('-', "شرطة"),
        ('_', "شرطة سفلية"),
        (':', "نقطتان"),
        ('?', "علامة استفهام"),
        ('=', "يساوي"),
        ('&', "و"),
        ('#', "مربع"),
        ('~', "مدة"),
        ('+', "زائد"),
        ('%', "بالمئة"),
        ('*', "نجمة"),
        ('\\', "شرطة عكسية"),
    ],
    version: "الإصدار",
    figures: Some(say_as::figures),
    say_as: say_as::say_as,
    ..Customs::BARE
};
