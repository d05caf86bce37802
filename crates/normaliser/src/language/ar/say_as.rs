//! What somebody asked to have read as a thing of a kind, and digits in names and addresses.

use crate::customs::Customs;
use crate::shared::say_as::Kinds;
use speech::SayAs;

use super::grammar::{Agreement, Gender};
use super::{codes, dates, fractions, money, numbers, ordinals, times, units};

/// A run of digits in a name or an address: a number if it is short.
pub(super) fn figures(run: &str, _: &Customs) -> String {
    match run.parse() {
        Ok(value) if run.len() <= 2 && !run.starts_with('0') => numbers::cardinal(value, Agreement::ALONE),
        _ => numbers::figures(run),
    }
}

const KINDS: Kinds = Kinds {
    digits: numbers::figures,
    telephone: codes::phone,
    cardinal: numbers::number,
    fraction: fractions::fraction,
    unit: units::unit,
    currency: money::money,
    time: times::time,
    date: dates::date,
};

pub(super) fn say_as(text: &str, kind: SayAs, customs: &Customs) -> Option<String> {
    let text = text.trim();
    match kind {
        SayAs::Ordinal => text.parse().ok().map(|number| ordinals::ordinal(number, Gender::Masculine)),
        _ => KINDS.say_as(text, kind, customs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    #[test]
    fn it_is_read_as_asked() {
        let said = |text, kind| say_as(text, kind, &CUSTOMS);
        assert_eq!(said("120", SayAs::Cardinal).as_deref(), Some("مئة وعشرون"));
        assert_eq!(said("1-2", SayAs::Digits).as_deref(), Some("واحد اثنين"));
        assert_eq!(said("3", SayAs::Ordinal).as_deref(), Some("الثالث"));
        assert_eq!(said("x", SayAs::Cardinal), None);
    }
}
