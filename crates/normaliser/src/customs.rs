//! How a language and region write numbers, dates and the like: what parsers need to know. No words but the few that
//! shared rules say.

use numerals::Numerals;

use speech::{DateOrder, SayAs};

/// What is written how. One for each language, and for each region that differs.
#[derive(Debug, Clone, Copy)]
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
    /// CLDR's rule set for a number that counts nothing.
    pub(crate) numbering: &'static str,
    /// Reads a stretch as what somebody said that it is; `None` if it is no such thing.
    pub(crate) say_as: fn(&str, SayAs, &Customs) -> Option<String>,
    /// The letters that a voice does not name when it is given them alone, in lower case, and what it is to be given.
    pub(crate) letters: &'static [(char, &'static str)],
    /// The letters that make a word in capitals sayable, in upper case. Empty: nothing is spelled for want of them.
    pub(crate) vowels: &'static str,
    /// Words in capitals that are spelled although they could be said: `FBI`. In upper case.
    pub(crate) spelled: &'static [&'static str],
    /// Names and abbreviations without a full stop that are said otherwise than they are written: `SQL` is `sequel`; an
    /// empty second says that it is a word like any other: `NASA`. Looked up as written, inside addresses in upper case.
    pub(crate) names: &'static [(&'static str, &'static str)],
    /// Words of two letters, which as the last part of an address or file name are not spelled: `me`. In lower case.
    pub(crate) short: &'static [&'static str],
    /// Symbols between words, the longer first where one begins with another: `&` is `and`.
    pub(crate) symbols: &'static [(&'static str, &'static str)],
    /// What is said before the number of `v2`; empty if the letter is.
    pub(crate) version: &'static str,
    /// What is said between the numbers of a version; empty if it is what the full stop in an address is.
    pub(crate) point: &'static str,
    /// What `#` before a word is called; empty if it is not said.
    pub(crate) hashtag: &'static str,
    /// How a run of digits in a name, an address or a code is said, where that is not as
    /// [`shared::spell::figures`](crate::shared::spell::figures) does.
    pub(crate) figures: Option<fn(&str, &Customs) -> String>,
}

impl Customs {
    /// Nothing known: for a language to begin with.
    pub(crate) const BARE: Self = Self {
        tag: "und",
        decimal: &['.'],
        group: &[','],
        dates: DateOrder::DayFirst,
        marks: &[],
        numbering: "spellout-numbering",
        say_as: |_, _, _| None,
        letters: &[],
        vowels: "",
        spelled: &[],
        names: &[],
        short: &[],
        symbols: &[],
        version: "",
        point: "",
        hashtag: "",
        figures: None,
    };

    /// The words of a number by one of CLDR's rule sets for the language, such as `spellout-cardinal-feminine`; `None` if
    /// there is no such set or the number is beyond it.
    pub(crate) fn spell(&self, rule_set: &str, number: u64) -> Option<String> {
        Numerals::of(self.tag)?.spell(rule_set, number)
    }

    /// What a mark is called, if it has a name.
    pub(crate) fn mark(&self, mark: char) -> Option<&'static str> {
        self.marks.iter().find(|(c, _)| *c == mark).map(|(_, name)| *name)
    }

    /// How a name is said that is said otherwise than it is written; empty if it is a word like any other.
    pub(crate) fn name(&self, written: &str) -> Option<&'static str> {
        self.names.iter().find(|(name, _)| *name == written).map(|(_, said)| *said)
    }
}
