//! What somebody asked to have spelled.

use crate::customs::Customs;
use crate::parse::phone;
use crate::place::Place;
use crate::rule::Said;
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

/// What `rule` makes of the whole of `text`, for a language's own `say_as`.
pub(crate) fn by_rule(
    rule: fn(Place<'_>, &Customs) -> Option<Said>,
    text: &str,
    customs: &Customs,
) -> Option<String> {
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
