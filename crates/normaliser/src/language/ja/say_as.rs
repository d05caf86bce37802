//! What somebody asked to have read as a thing of a kind, and digits in names and addresses.

use crate::customs::Customs;
use crate::parse::digits;
use crate::shared::say_as::{by_rule, say_as as spelled};
use speech::SayAs;

use super::{codes, dates, fractions, money, numbers, times, units};

/// A run of digits in a name or an address: a number if it is short.
pub(super) fn figures(run: &str, customs: &Customs) -> String {
    match run.parse() {
        Ok(value) if run.len() <= 2 && !run.starts_with('0') => numbers::cardinal(value, customs),
        _ => numbers::figures(run),
    }
}

pub(super) fn say_as(text: &str, kind: SayAs, customs: &Customs) -> Option<String> {
    let text = text.trim();
    match kind {
        SayAs::Digits => Some(numbers::figures(&digits_of(text))).filter(|words| !words.is_empty()),
        SayAs::Telephone => {
            by_rule(codes::phone, text, customs).or_else(|| say_as(text, SayAs::Digits, customs))
        }
        SayAs::Cardinal => by_rule(numbers::number, text, customs),
        SayAs::Ordinal => by_rule(numbers::number, text, customs).map(|number| format!("{number}番目")),
        SayAs::Fraction => by_rule(fractions::fraction, text, customs),
        SayAs::Unit => by_rule(units::unit, text, customs),
        SayAs::Currency => by_rule(money::money, text, customs),
        SayAs::Time => by_rule(times::time, text, customs),
        SayAs::Date(order) => by_rule(dates::date, text, &Customs { dates: order, ..*customs }),
        SayAs::Characters => spelled(text, kind, customs),
    }
}

/// The digits of a text, as European ones.
fn digits_of(text: &str) -> String {
    text.chars().filter_map(digits::value).map(|value| char::from(b'0' + value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ja::CUSTOMS;

    #[test]
    fn it_is_read_as_asked() {
        let said = |text, kind| say_as(text, kind, &CUSTOMS);
        assert_eq!(said("120", SayAs::Cardinal).as_deref(), Some("百二十"));
        assert_eq!(said("1-2", SayAs::Digits).as_deref(), Some("一二"));
        assert_eq!(said("3", SayAs::Ordinal).as_deref(), Some("三番目"));
        assert_eq!(said("x", SayAs::Cardinal), None);
    }
}
