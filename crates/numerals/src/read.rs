//! Text → rules.
//!
//! A line `%name:` or `%%name:` begins a rule set; every other is `base[/radix][>…]: wording;`, with wordings in CLDR's
//! notation: `←←`, `→→`, `=%set=`, `←%set←`, `→%set→`, `→→→`, `[optional]`, `$(cardinal,one{…}other{…})$`, and ASCII `<` and `>`
//! for the arrows. Start with [`Numerals::read`].

use crate::Numerals;
use crate::plural::{PluralForms, Plurals};
use crate::rule::{Operand, Part, Rule, RuleSet, SetIndex, Visibility, Wording};

/// The line that is no rule, or that names a rule set which is not there. Counted from 1.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BadLine(pub(crate) usize);

impl Numerals {
    /// Reads the rules of a language.
    pub(crate) fn read(source: &'static str, plurals: Plurals) -> Result<Self, BadLine> {
        let names: Vec<_> = source.lines().filter_map(heading).map(|(name, _)| name).collect();
        let mut sets: Vec<RuleSet> = Vec::with_capacity(names.len());
        for (number, line) in source.lines().enumerate() {
            if let Some((name, visibility)) = heading(line) {
                sets.push(RuleSet { name, visibility, rules: Vec::new() });
            } else {
                let context = Context { names: &names, own: sets.len().wrapping_sub(1) };
                let rules = context.rules(line).ok_or(BadLine(number + 1))?;
                sets.last_mut().ok_or(BadLine(number + 1))?.rules.extend(rules);
            }
        }
        Ok(Self { plurals, sets })
    }
}

fn heading(line: &'static str) -> Option<(&'static str, Visibility)> {
    let name = line.strip_prefix('%')?.strip_suffix(':')?;
    Some(match name.strip_prefix('%') {
        Some(private) => (private, Visibility::Private),
        None => (name, Visibility::Public),
    })
}

/// What the wording of a rule can refer to.
struct Context<'a> {
    names: &'a [&'static str],
    own: usize,
}

impl Context<'_> {
    /// The rules of a line: two where there is optional text, the first for the base alone, without it.
    fn rules(&self, line: &'static str) -> Option<Vec<Rule>> {
        let (descriptor, text) = line.strip_suffix(';')?.split_once(": ")?;
        let (base, divisor) = base_and_divisor(descriptor)?;
        let text = text.strip_prefix('\'').unwrap_or(text);
        let rule = |base, stretches: &[&'static str]| {
            Some(Rule { base, divisor, wording: self.wording(stretches)? })
        };
        let Some((before, optional, after)) = split_optional(text) else {
            return Some(vec![rule(base, &[text])?]);
        };
        let with_all = [before, optional, after];
        if base == 0 || !base.is_multiple_of(divisor) {
            return Some(vec![rule(base, &with_all)?]);
        }
        Some(vec![rule(base, &[before, after])?, rule(base + 1, &with_all)?])
    }

    fn wording(&self, stretches: &[&'static str]) -> Option<Wording> {
        let mut parts = Vec::new();
        for stretch in stretches {
            let mut rest = *stretch;
            while !rest.is_empty() {
                let (token, after) = next_token(rest)?;
                rest = after;
                match token {
                    Token::Digits => return Some(Wording::Digits),
                    Token::Ready(part) => parts.push(part),
                    Token::Spelled(operand, set) => parts.push(Part::Spelled(operand, self.set(set)?)),
                }
            }
        }
        Some(Wording::Parts(parts))
    }

    fn set(&self, name: &str) -> Option<SetIndex> {
        let position = match name {
            "" => Some(self.own),
            _ => self.names.iter().position(|known| *known == name.trim_start_matches('%')),
        };
        position.map(SetIndex)
    }
}

fn base_and_divisor(descriptor: &str) -> Option<(u64, u64)> {
    let unshifted = descriptor.trim_end_matches('>');
    let shifts = u32::try_from(descriptor.len() - unshifted.len()).ok()?;
    let (base, radix) = unshifted.split_once('/').unwrap_or((unshifted, "10"));
    let (base, radix) = (base.parse::<u64>().ok()?, radix.parse::<u64>().ok()?);
    if radix < 2 {
        return None;
    }
    let exponent = base.checked_ilog(radix).unwrap_or(0).saturating_sub(shifts);
    Some((base, radix.checked_pow(exponent)?))
}

fn split_optional(text: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (before, rest) = text.split_once('[')?;
    let (optional, after) = rest.split_once(']')?;
    Some((before, optional, after))
}

enum Token {
    Ready(Part),
    /// A number by the rule set of this name, or by the same one if it is empty.
    Spelled(Operand, &'static str),
    Digits,
}

fn next_token(text: &'static str) -> Option<(Token, &'static str)> {
    let opens = |c| matches!(c, '=' | '←' | '<' | '→' | '>' | '$');
    match text.find(opens) {
        Some(0) => {}
        found => {
            let (literal, rest) = text.split_at(found.unwrap_or(text.len()));
            return Some((Token::Ready(Part::Literal(literal)), rest));
        }
    }
    for three in ["→→→", ">>>"] {
        if let Some(rest) = text.strip_prefix(three) {
            return Some((Token::Ready(Part::RemainderByPrevious), rest));
        }
    }
    if let Some(plural) = text.strip_prefix("$(cardinal,") {
        let (forms, rest) = plural.split_once(")$")?;
        return Some((Token::Ready(Part::Plural(PluralForms::read(forms)?)), rest));
    }
    substitution(text)
}

fn substitution(text: &'static str) -> Option<(Token, &'static str)> {
    let mark = text.chars().next()?;
    let operand = match mark {
        '=' => Operand::Whole,
        '←' | '<' => Operand::Quotient,
        '→' | '>' => Operand::Remainder,
        _ => return None,
    };
    let (inner, rest) = text[mark.len_utf8()..].split_once(mark)?;
    let token = match inner {
        "" if operand == Operand::Whole => return None,
        "" => Token::Spelled(operand, inner),
        name if name.starts_with('%') => Token::Spelled(operand, name),
        _ => Token::Digits,
    };
    Some((token, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(source: &'static str) -> Option<BadLine> {
        Numerals::read(source, Plurals::Unused).err()
    }

    #[test]
    fn a_bad_line_is_named() {
        assert_eq!(fault("%a:\n0: x;\n1: →%b→;\n"), Some(BadLine(3)), "no rule set b");
        assert_eq!(fault("0: x;\n"), Some(BadLine(1)), "a rule before any heading");
        assert_eq!(fault("%a:\nx: y;\n"), Some(BadLine(2)), "no base");
        assert_eq!(fault("%a:\n1/1: y;\n"), Some(BadLine(2)), "no radix");
        assert_eq!(fault("%a:\n1: →%a;\n"), Some(BadLine(2)), "an arrow that never closes");
        assert_eq!(fault("%a:\n1: $(cardinal,one{x})$;\n"), Some(BadLine(2)), "no other form");
        assert_eq!(fault("%a:\n1: ==;\n"), Some(BadLine(2)), "the same number by the same rules never ends");
        assert_eq!(fault("%a:\n0: x\n"), Some(BadLine(2)), "no semicolon");
        assert_eq!(fault("%a:\n0: x;\n"), None);
    }

    #[test]
    fn the_divisor_is_the_highest_power_within_the_base() {
        assert_eq!(base_and_divisor("0"), Some((0, 1)));
        assert_eq!(base_and_divisor("9"), Some((9, 1)));
        assert_eq!(base_and_divisor("10"), Some((10, 10)));
        assert_eq!(base_and_divisor("1999"), Some((1999, 1000)));
        assert_eq!(base_and_divisor("100000/1000"), Some((100_000, 1000)));
        assert_eq!(base_and_divisor("1100/100"), Some((1100, 100)));
        assert_eq!(base_and_divisor("1000>>"), Some((1000, 10)));
    }
}
