//! Number words in the languages that have rules of their own here: 21 → "twenty-one", "einundzwanzig", "двадцать один".
//!
//! The rules are CLDR's rule-based number formats, kept as text in `data/` and read once per language, when it is first
//! asked for. Each language has several *rule sets*, named as CLDR names them without the percent sign
//! (`spellout-numbering`, `spellout-cardinal-feminine`, `spellout-ordinal-masculine-genitive`, …). Start with
//! [`Numerals`]; `read.rs` turns the text into rules (`rule.rs`), and `speller.rs` applies them.
//!
//! ```
//! let german = numerals::Numerals::of("de").unwrap();
//! assert_eq!(german.spell("spellout-cardinal-masculine", 1821).unwrap(), "eintausendachthunderteinundzwanzig");
//! ```

mod language;
mod plural;
mod read;
mod rule;
mod speller;

use crate::plural::Plurals;
use crate::rule::{RuleSet, SetIndex, Visibility};
use crate::speller::Speller;

/// Under which terms the rules in `data/` may be passed on: the notice that must go with them, and whose it is.
pub const NOTICE: (&str, &str) =
    ("CLDR, the rules of number words: Unicode-3.0", include_str!("../data/LICENSE-UNICODE"));

/// The number words of one language.
#[derive(Debug)]
pub struct Numerals {
    plurals: Plurals,
    sets: Vec<RuleSet>,
}

impl Numerals {
    /// The rules of a language: a BCP 47 tag in any case, of which the region is looked at where CLDR has rules for it
    /// (`pt-PT`, `fr-BE`, `fr-CH`) and otherwise passed over (`en-GB` is `en`). `None` where there are no rules for the language.
    #[must_use]
    pub fn of(language: &str) -> Option<&'static Self> {
        language::find(language)
    }

    /// The words for `number` by the rule set of that name.
    ///
    /// `None` if the language has no such rule set, or if the rules would fall back on digits, which nearly all do from 10¹⁸
    /// on and some much earlier. The text has no soft
    /// hyphens; hyphens and spaces are CLDR's.
    #[must_use]
    pub fn spell(&self, rule_set: &str, number: u64) -> Option<String> {
        Speller::new(self).spell(self.public(rule_set)?, number)
    }

    /// The names of all rule sets, in the order of CLDR's data.
    pub fn rule_sets(&self) -> impl Iterator<Item = &'static str> {
        self.sets.iter().filter(|set| set.visibility == Visibility::Public).map(|set| set.name)
    }

    fn public(&self, name: &str) -> Option<SetIndex> {
        let position =
            self.sets.iter().position(|set| set.visibility == Visibility::Public && set.name == name)?;
        Some(SetIndex(position))
    }
}

/// The words for `number` in `language` by `rule_set`: [`Numerals::of`] and [`Numerals::spell`] in one.
#[must_use]
pub fn spell(language: &str, rule_set: &str, number: u64) -> Option<String> {
    Numerals::of(language)?.spell(rule_set, number)
}
