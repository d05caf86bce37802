//! Applies the rules to a number. Start with [`Speller::spell`].

use crate::Numerals;
use crate::rule::{Operand, Part, SetIndex, Wording};

/// How deep rules may lead to other rules, so that a circle ends. ICU's bound is the same.
const DEEPEST: usize = 64;

/// Enough for most numbers below a million in most languages.
const USUAL_BYTES: usize = 64;

/// The words so far, and how deep in the rules we are.
pub(crate) struct Speller<'a> {
    numerals: &'a Numerals,
    spoken: String,
    depth: usize,
}

impl<'a> Speller<'a> {
    pub(crate) fn new(numerals: &'a Numerals) -> Self {
        Self { numerals, spoken: String::with_capacity(USUAL_BYTES), depth: 0 }
    }

    /// The words for `number`, or `None` where the rules want digits, do not reach, or go round in circles.
    pub(crate) fn spell(mut self, set: SetIndex, number: u64) -> Option<String> {
        self.by_set(set, number)?;
        Some(self.spoken)
    }

    fn by_set(&mut self, set: SetIndex, number: u64) -> Option<()> {
        let rule = self.numerals.sets[set.0].rule_for(number)?;
        self.by_rule(set, rule, number)
    }

    fn by_rule(&mut self, set: SetIndex, index: usize, number: u64) -> Option<()> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        let rule = &self.numerals.sets[set.0].rules[index];
        let Wording::Parts(parts) = &rule.wording else { return None };
        for part in parts {
            match part {
                Part::Literal(text) => self.push(text),
                Part::Plural(forms) => self.push(forms.form(self.numerals.plurals, number / rule.divisor)),
                Part::Spelled(operand, set) => self.by_set(*set, operand.of(number, rule.divisor))?,
                Part::RemainderByPrevious => {
                    self.by_rule(set, index.checked_sub(1)?, Operand::Remainder.of(number, rule.divisor))?;
                }
            }
        }
        self.depth -= 1;
        Some(())
    }

    /// Where two rules both give the space between them, as in some Arabic ordinals, it is said once.
    fn push(&mut self, text: &str) {
        let doubled = self.spoken.ends_with(' ') && text.starts_with(' ');
        self.spoken.push_str(&text[usize::from(doubled)..]);
    }
}

#[cfg(test)]
mod tests {
    use crate::Numerals;
    use crate::plural::Plurals;

    fn spell(rules: &'static str, number: u64) -> Option<String> {
        Numerals::read(rules, Plurals::Russian).unwrap().spell("main", number)
    }

    #[test]
    fn the_rule_with_the_highest_base_that_fits_speaks() {
        let rules = "%main:\n1: one;\n5: five or more;\n";
        assert_eq!(spell(rules, 1).unwrap(), "one");
        assert_eq!(spell(rules, 4).unwrap(), "one");
        assert_eq!(spell(rules, 5).unwrap(), "five or more");
        assert_eq!(spell(rules, 0), None, "below the first base there is nothing to say");
    }

    #[test]
    fn quotient_and_remainder_are_of_the_highest_power_of_the_radix_in_the_base() {
        let rules = "%main:\n0: =%n=;\n20: ←← score[ →→];\n60/20: ←←x20[+→→];\n%%n:\n0: .;\n1: i;\n2: ii;\n3: iii;\n4: n;\n";
        assert_eq!(spell(rules, 20).unwrap(), "ii score");
        assert_eq!(spell(rules, 23).unwrap(), "ii score iii");
        assert_eq!(spell(rules, 62).unwrap(), "iiix20+ii", "60 with radix 20 is divided by 20");
        assert_eq!(spell(rules, 60).unwrap(), "iiix20");
    }

    #[test]
    fn a_shift_takes_one_power_away() {
        let rules = "%main:\n0: .;\n1: i;\n10: x[+→→];\n100>: ←← tens →→;\n";
        assert_eq!(spell(rules, 100).unwrap(), "x tens .");
        assert_eq!(spell(rules, 113).unwrap(), "x+i tens i");
    }

    #[test]
    fn optional_text_is_left_out_where_nothing_remains() {
        let rules = "%main:\n0: o;\n1: i;\n1000: ←← thousand[ →→];\n";
        assert_eq!(spell(rules, 1000).unwrap(), "i thousand");
        assert_eq!(spell(rules, 2000).unwrap(), "i thousand");
        assert_eq!(spell(rules, 2001).unwrap(), "i thousand i");
    }

    #[test]
    fn arrows_may_be_ascii() {
        assert_eq!(spell("%main:\n0: o;\n1: i;\n10: <%main< ten[, >>];\n", 11).unwrap(), "i ten, i");
        assert_eq!(spell("%main:\n0: =%d=;\n10: <<>>>;\n%%d:\n0: o;\n1: i;\n", 10).unwrap(), "io");
    }

    #[test]
    fn three_arrows_stay_with_the_rule_before() {
        let rules = "%main:\n0: =%d=;\n10: ←←→→→;\n%%d:\n0: o;\n1: i;\n";
        assert_eq!(spell(rules, 10).unwrap(), "io");
        assert_eq!(spell("%main:\n0: →→→;\n", 3), None, "there is no rule before the first");
    }

    #[test]
    fn an_apostrophe_in_front_keeps_a_space_and_is_not_said() {
        assert_eq!(spell("%main:\n0: '  and;\n", 0).unwrap(), "  and");
    }

    #[test]
    fn a_space_that_two_rules_give_is_said_once() {
        assert_eq!(spell("%main:\n0: =%%own= b;\n%%own:\n0: a ;\n", 0).unwrap(), "a b");
    }

    #[test]
    fn plural_forms_go_with_the_quotient() {
        let rules = "%main:\n1: $(cardinal,one{раз}few{раза}other{раз})$;\n1000: $(cardinal,one{тысяча}few{тысячи}other{тысяч})$;\n";
        assert_eq!(spell(rules, 1999).unwrap(), "тысяча");
        assert_eq!(spell(rules, 2000).unwrap(), "тысячи");
        assert_eq!(spell(rules, 3).unwrap(), "раза");
    }

    #[test]
    fn digits_and_circles_spell_nothing() {
        assert_eq!(spell("%main:\n0: o;\n10: =#,##0=.;\n", 10), None);
        assert_eq!(spell("%main:\n0: =%main=;\n", 0), None);
    }

    #[test]
    fn private_rule_sets_cannot_be_named() {
        let numerals = Numerals::read("%main:\n0: o;\n%%own:\n0: o;\n", Plurals::Unused).unwrap();
        assert_eq!(numerals.spell("own", 0), None);
        assert_eq!(numerals.rule_sets().collect::<Vec<_>>(), ["main"]);
    }
}
