//! What somebody asked to have spelled.

use crate::customs::Customs;
use crate::parse::{digits, phone};
use crate::place::Place;
use crate::rule::{Rule, Said};
use crate::shared::{phone as number, spell};
use speech::SayAs;

/// Reads `text` as what it was said to be, where that is the same in all languages: characters, digits, telephone.
pub(crate) fn say_as(text: &str, kind: SayAs, customs: &Customs) -> Option<String> {
    let said = match kind {
        SayAs::Characters => spell::characters(text, customs),
        SayAs::Digits => spell::one_by_one(text, customs),
        SayAs::Telephone => telephone(text.trim(), customs),
        _ => return None,
    };
    (!said.is_empty()).then_some(said)
}

/// Reads what begins at a place, as a rule does.
type Read = fn(Place<'_>, &Customs) -> Option<Said>;

/// How a language reads things of the kinds that are one rule's affair each.
pub(crate) struct Kinds {
    /// Digits one by one.
    pub(crate) digits: fn(&str) -> String,
    pub(crate) telephone: Read,
    pub(crate) cardinal: Read,
    pub(crate) fraction: Read,
    pub(crate) unit: Read,
    pub(crate) currency: Read,
    pub(crate) time: Read,
    pub(crate) date: Read,
}

impl Kinds {
    /// Reads `text` as what it was said to be; an ordinal is the language's own affair.
    pub(crate) fn say_as(&self, text: &str, kind: SayAs, customs: &Customs) -> Option<String> {
        let digits = || Some((self.digits)(&digits::all(text))).filter(|words| !words.is_empty());
        match kind {
            SayAs::Digits => digits(),
            SayAs::Telephone => by_rule(self.telephone, text, customs).or_else(digits),
            SayAs::Cardinal => by_rule(self.cardinal, text, customs),
            SayAs::Fraction => by_rule(self.fraction, text, customs),
            SayAs::Unit => by_rule(self.unit, text, customs),
            SayAs::Currency => by_rule(self.currency, text, customs),
            SayAs::Time => by_rule(self.time, text, customs),
            SayAs::Date(order) => by_rule(self.date, text, &Customs { dates: order, ..*customs }),
            SayAs::Characters => say_as(text, kind, customs),
            SayAs::Ordinal => None,
        }
    }
}

/// What the first of `rules` says that knows the whole of the text.
pub(crate) fn by_rules(rules: &[Rule], text: &str, customs: &Customs) -> Option<String> {
    rules.iter().find_map(|rule| by_rule(rule.read, text, customs))
}

/// What `rule` makes of the whole of `text`, for a language's own `say_as`.
pub(crate) fn by_rule(rule: Read, text: &str, customs: &Customs) -> Option<String> {
    let said = rule(Place::new(text, 0, text.len()), customs)?;
    (said.length == text.len()).then_some(said.words)
}

fn telephone(text: &str, customs: &Customs) -> String {
    match phone::phone(text).filter(|phone| phone.length == text.len()) {
        Some(phone) => {
            let plus = if phone.plus { customs.mark('+').unwrap_or_default() } else { "" };
            spell::join([plus, &number::groups(&phone.groups, customs)])
        }
        None => spell::one_by_one(text, customs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    #[test]
    fn it_is_spelled_as_asked() {
        let said = |text, kind| say_as(text, kind, &COMMA_GROUPS);
        assert_eq!(said("A1B2", SayAs::Characters).as_deref(), Some("a one b two"));
        assert_eq!(said("555-0123", SayAs::Telephone).as_deref(), Some("five five five, zero one two three"));
        assert_eq!(said("none", SayAs::Digits), None);
        assert_eq!(said("5", SayAs::Ordinal), None);
    }
}
