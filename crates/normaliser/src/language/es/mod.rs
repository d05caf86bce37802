//! Spanish.

use crate::customs::Customs;
use crate::language::Rules;
use speech::DateOrder;

pub(super) static RULES: Rules = Rules { customs: &CUSTOMS, tables: &[], mathematics: &[] };

static CUSTOMS: Customs = Customs {
    tag: "es",
    decimal: &[',', '.'],
    group: &['.', ' ', '\u{A0}', '\u{202F}'],
    dates: DateOrder::DayFirst,
    marks: &[],
    say_as: |_, _, _| None,
    ..Customs::BARE
};
