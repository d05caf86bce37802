//! How a language and region write numbers, dates and the like: what parsers need to know. No words but the few that
//! shared rules say.

use numerals::Numerals;

use crate::wish::{DateOrder, SayAs};

/// What is written how. One for each language, and for each region that differs.
#[derive(Debug)]
pub(crate) struct Customs {
    /// The primary tag of the language, and the region after a `-` if it differs: `en`, `en-gb`.
    pub(crate) tag: &'static str,
    /// What stands before the fraction of a number, the usual mark first.
    pub(crate) decimal: &'static [char],
    /// What may stand between the thousands.
    pub(crate) group: &'static [char],
    /// The order of numeric dates that do not show it themselves.
    pub(crate) dates: DateOrder,
    /// What marks inside addresses, paths, versions and spelled words are called: `.` is `dot`.
    pub(crate) marks: &'static [(char, &'static str)],
    /// Reads a stretch as what somebody said that it is; `None` if it is no such thing.
    pub(crate) say_as: fn(&str, SayAs, &Customs) -> Option<String>,
}

impl Customs {
    /// The words of a number by one of CLDR's rule sets for the language, such as `spellout-cardinal-feminine`; `None` if
    /// there is no such set or the number is beyond it.
    pub(crate) fn spell(&self, rule_set: &str, number: u64) -> Option<String> {
        Numerals::of(self.tag)?.spell(rule_set, number)
    }

    /// What a mark is called, if it has a name.
    pub(crate) fn mark(&self, mark: char) -> Option<&'static str> {
        self.marks.iter().find(|(c, _)| *c == mark).map(|(_, name)| *name)
    }
}
