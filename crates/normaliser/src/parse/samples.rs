//! Customs to test parsers with.

use crate::customs::Customs;
use speech::DateOrder;

/// 1,234.5 and 5/3 for the third of May.
pub(crate) const COMMA_GROUPS: Customs = Customs {
    tag: "en",
    decimal: &['.'],
    group: &[','],
    dates: DateOrder::MonthFirst,
    marks: &[],
    say_as: |_, _, _| None,
    ..Customs::BARE
};

/// 1.234,5 and 5.3. for the fifth of March.
pub(crate) const DOT_GROUPS: Customs = Customs {
    tag: "de",
    decimal: &[','],
    group: &['.', '\u{A0}', '\u{202F}', '’'],
    dates: DateOrder::DayFirst,
    ..COMMA_GROUPS
};
