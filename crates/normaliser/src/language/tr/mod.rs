//! Turkish.

use crate::customs::Customs;
use crate::language::Rules;
use crate::wish::DateOrder;

pub(super) static RULES: Rules = Rules { customs: &CUSTOMS, tables: &[] };

static CUSTOMS: Customs = Customs {
    tag: "tr",
    decimal: &[','],
    group: &['.'],
    dates: DateOrder::DayFirst,
    marks: &[],
    say_as: |_, _, _| None,
    ..Customs::BARE
};
