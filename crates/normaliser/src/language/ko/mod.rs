//! Korean.

mod arithmetic;
mod codes;
mod counters;
mod dates;
mod fractions;
mod money;
mod numbers;
mod percent;
mod ranges;
mod say_as;
mod times;
mod units;

use speech::DateOrder;

use crate::customs::Customs;
use crate::language::Rules;
use crate::rule::{Rule, Starts};
use crate::shared;

pub(super) static RULES: Rules = Rules {
    customs: &CUSTOMS,
    tables: &[shared::ADDRESSES, shared::EMOJI, TABLE],
    mathematics: arithmetic::MATHEMATICS,
};

const TABLE: &[Rule] = &[
    Rule { name: "date", starts: Starts::Digit, read: dates::date },
    Rule { name: "month", starts: Starts::Digit, read: dates::month },
    Rule { name: "time", starts: Starts::Digit, read: times::time },
    Rule { name: "ratio", starts: Starts::Digit, read: times::ratio },
    Rule { name: "phone number", starts: Starts::DigitOrMark, read: codes::phone },
    Rule { name: "day", starts: Starts::Digit, read: codes::known_day },
    Rule { name: "code", starts: Starts::Digit, read: codes::code },
    Rule { name: "range", starts: Starts::Mark, read: ranges::range },
    Rule { name: "fraction", starts: Starts::Digit, read: fractions::fraction },
    Rule { name: "percent", starts: Starts::DigitOrMark, read: percent::percent },
    Rule { name: "money", starts: Starts::Any, read: money::money },
    Rule { name: "unit", starts: Starts::DigitOrMark, read: units::unit },
    Rule { name: "number", starts: Starts::DigitOrMark, read: numbers::number },
];

static CUSTOMS: Customs = Customs {
    tag: "ko",
    decimal: &['.'],
    group: &[','],
    dates: DateOrder::YearFirst,
    marks: &[
        ('.', "점"),
        ('/', "슬래시"),
        ('@', "골뱅이"),
        ('-', "하이픈"),
        ('_', "밑줄"),
        (':', "콜론"),
        ('?', "물음표"),
        ('=', "는"),
        ('&', "앤드"),
        ('#', "샵"),
        ('~', "물결표"),
        ('+', "플러스"),
        ('%', "퍼센트"),
        ('*', "별표"),
        ('\\', "역슬래시"),
    ],
    figures: Some(say_as::figures),
    say_as: say_as::say_as,
    ..Customs::BARE
};
