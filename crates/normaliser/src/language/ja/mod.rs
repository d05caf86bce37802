//! Japanese.

use crate::customs::Customs;
use crate::language::Rules;
use speech::DateOrder;

pub(super) static RULES: Rules = Rules { customs: &CUSTOMS, tables: &[], mathematics: &[] };

static CUSTOMS: Customs = Customs {
    tag: "ja",
    decimal: &['.'],
    group: &[',', '，'],
    dates: DateOrder::YearFirst,
    marks: &[],
    say_as: |_, _, _| None,
    ..Customs::BARE
};
