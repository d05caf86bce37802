//! Hindi, in either kind of figures.

mod abbreviations;
mod arithmetic;
mod codes;
mod dates;
mod fractions;
mod money;
mod numbers;
mod ordinals;
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
    Rule { name: "abbreviation", starts: Starts::Letter, read: abbreviations::abbreviation },
    Rule { name: "date", starts: Starts::Digit, read: dates::date },
    Rule { name: "time", starts: Starts::Digit, read: times::time },
    Rule { name: "ordinal", starts: Starts::Digit, read: ordinals::ordinal },
    Rule { name: "phone number", starts: Starts::DigitOrMark, read: codes::phone },
    Rule { name: "code", starts: Starts::Digit, read: codes::code },
    Rule { name: "range", starts: Starts::Mark, read: ranges::range },
    Rule { name: "fraction", starts: Starts::Digit, read: fractions::fraction },
    Rule { name: "percent", starts: Starts::DigitOrMark, read: percent::percent },
    Rule { name: "money", starts: Starts::Any, read: money::money },
    Rule { name: "unit", starts: Starts::DigitOrMark, read: units::unit },
    Rule { name: "unit", starts: Starts::Letter, read: units::written_short },
    Rule { name: "year", starts: Starts::Digit, read: dates::year },
    Rule { name: "number", starts: Starts::DigitOrMark, read: numbers::number },
];

static CUSTOMS: Customs = Customs {
    tag: "hi",
    decimal: &['.'],
    group: &[','],
    dates: DateOrder::DayFirst,
    marks: &[
        ('.', "डॉट"),
        ('/', "स्लैश"),
        ('@', "ऐट"),
        ('-', "डैश"),
        ('_', "अंडरस्कोर"),
        (':', "कोलन"),
        ('?', "प्रश्नचिह्न"),
        ('=', "बराबर"),
        ('&', "ऐंड"),
        ('#', "हैश"),
        ('~', "टिल्ड"),
        ('+', "प्लस"),
        ('%', "प्रतिशत"),
        ('*', "स्टार"),
        ('\\', "बैकस्लैश"),
    ],
    version: "संस्करण",
    figures: Some(say_as::figures),
    say_as: say_as::say_as,
    ..Customs::BARE
};
