//! Hindi.

use crate::customs::Customs;
use crate::language::Rules;
use speech::DateOrder;

pub(super) static RULES: Rules = Rules { customs: &CUSTOMS, tables: &[], mathematics: &[] };

static CUSTOMS: Customs = Customs {
    tag: "hi",
    decimal: &['.'],
    group: &[','],
    dates: DateOrder::DayFirst,
    marks: &[],
    say_as: |_, _, _| None,
    ..Customs::BARE
};
