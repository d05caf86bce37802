//! English, as in the United States; [`GB`] where Britain differs.

use crate::customs::Customs;
use crate::language::Rules;
use crate::rule::Rule;
use speech::DateOrder;

pub(super) static RULES: Rules = Rules { customs: &US, tables: TABLES, mathematics: &[] };
pub(super) static GB_RULES: Rules = Rules { customs: &GB, tables: TABLES, mathematics: &[] };

const TABLES: &[&[Rule]] = &[];

static US: Customs = CUSTOMS;
static GB: Customs = Customs { tag: "en-gb", dates: DateOrder::DayFirst, ..CUSTOMS };

const CUSTOMS: Customs = Customs {
    tag: "en",
    decimal: &['.'],
    group: &[',', '\u{202F}'],
    dates: DateOrder::MonthFirst,
    marks: &[],
    say_as: |_, _, _| None,
    ..Customs::BARE
};
