//! Japanese.
//!
//! Number words are written in their characters, as people write them: 千二百円. An engine that reads no characters needs
//! them in kana.

mod arithmetic;
mod codes;
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
    Rule { name: "time", starts: Starts::Digit, read: times::time },
    Rule { name: "ratio", starts: Starts::Digit, read: times::ratio },
    Rule { name: "postcode", starts: Starts::Mark, read: codes::postcode },
    Rule { name: "phone number", starts: Starts::DigitOrMark, read: codes::phone },
    Rule { name: "code", starts: Starts::Digit, read: codes::code },
    Rule { name: "range", starts: Starts::Mark, read: ranges::range },
    Rule { name: "date", starts: Starts::Digit, read: dates::month_and_day },
    Rule { name: "fraction", starts: Starts::Digit, read: fractions::fraction },
    Rule { name: "percent", starts: Starts::DigitOrMark, read: percent::percent },
    Rule { name: "money", starts: Starts::Any, read: money::money },
    Rule { name: "unit", starts: Starts::DigitOrMark, read: units::unit },
    Rule { name: "number", starts: Starts::DigitOrMark, read: numbers::number },
];

static CUSTOMS: Customs = Customs {
    tag: "ja",
    decimal: &['.', '．'],
    group: &[',', '，'],
    dates: DateOrder::YearFirst,
    marks: &[
        ('.', "ドット"),
        ('/', "スラッシュ"),
        ('@', "アットマーク"),
        ('-', "ハイフン"),
        ('_', "アンダーバー"),
        (':', "コロン"),
        ('?', "クエスチョン"),
        ('=', "イコール"),
        ('&', "アンド"),
        ('#', "シャープ"),
        ('~', "チルダ"),
        ('+', "プラス"),
        ('%', "パーセント"),
        ('*', "アスタリスク"),
        ('\\', "バックスラッシュ"),
    ],
    figures: Some(say_as::figures),
    say_as: say_as::say_as,
    ..Customs::BARE
};
