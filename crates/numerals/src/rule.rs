//! What the rules of a language are once they have been read. Start with [`RuleSet`].

use crate::plural::PluralForms;

/// The place of a rule set among those of its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SetIndex(pub(crate) usize);

/// Whether a caller may name a rule set (`%name` in CLDR) or only other rules may (`%%name`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visibility {
    Public,
    Private,
}

/// A named list of rules, by ascending base.
#[derive(Debug)]
pub(crate) struct RuleSet {
    pub(crate) name: &'static str,
    pub(crate) visibility: Visibility,
    pub(crate) rules: Vec<Rule>,
}

impl RuleSet {
    /// The rule for a number: the last whose base is not above it, but the one before that where this one would say a
    /// remainder of nothing ("two thousand zero"). `None` below the first base.
    pub(crate) fn rule_for(&self, number: u64) -> Option<usize> {
        let last = self.rules.partition_point(|rule| rule.base <= number).checked_sub(1)?;
        if self.rules[last].yields_to_previous(number) { last.checked_sub(1) } else { Some(last) }
    }
}

/// How the numbers from `base` up to the base of the next rule are worded.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) base: u64,
    /// What the number is divided by, for the quotient and the remainder that parts speak of. Never 0.
    pub(crate) divisor: u64,
    pub(crate) wording: Wording,
}

impl Rule {
    fn yields_to_previous(&self, number: u64) -> bool {
        number.is_multiple_of(self.divisor) && !self.base.is_multiple_of(self.divisor) && self.has_remainder()
    }

    fn has_remainder(&self) -> bool {
        match &self.wording {
            Wording::Parts(parts) => parts.iter().any(Part::is_remainder),
            Wording::Digits => false,
        }
    }
}

/// What a rule says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wording {
    /// These, one after the other.
    Parts(Vec<Part>),
    /// Digits, which are no words: the number is left to the caller.
    Digits,
}

/// A stretch of a wording.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The text as it stands.
    Literal(&'static str),
    /// A number spelled by a rule set.
    Spelled(Operand, SetIndex),
    /// The remainder, by the rule before this one whatever its base (`→→→`).
    RemainderByPrevious,
    /// A word in the form that goes with the quotient.
    Plural(PluralForms),
}

impl Part {
    fn is_remainder(&self) -> bool {
        matches!(self, Self::Spelled(Operand::Remainder, _) | Self::RemainderByPrevious)
    }
}

/// Which number a part spells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operand {
    /// The number itself (`=%set=`).
    Whole,
    /// The number divided by the rule's divisor (`←←`).
    Quotient,
    /// What is left over (`→→`).
    Remainder,
}

impl Operand {
    pub(crate) fn of(self, number: u64, divisor: u64) -> u64 {
        match self {
            Self::Whole => number,
            Self::Quotient => number / divisor,
            Self::Remainder => number % divisor,
        }
    }
}
