//! Stretches of which somebody said what they are.

use crate::customs::Customs;
use crate::language::tr::words;
use crate::language::tr::{dates, numbers, units};
use crate::parse::number;
use crate::shared::say_as::{self as shared, by_rules};
use speech::SayAs;

/// Reads a stretch as what it was said to be.
pub(super) fn say_as(text: &str, kind: SayAs, customs: &Customs) -> Option<String> {
    let text = text.trim();
    match kind {
        SayAs::Cardinal => {
            words::number(&number::signed(text, customs).filter(|number| number.length == text.len())?)
        }
        SayAs::Ordinal => words::ordinal(text.trim_end_matches('.').parse().ok()?),
        SayAs::Date(dates) => by_rules(dates::DATES, text, &Customs { dates, ..*customs }),
        SayAs::Time => by_rules(dates::TIMES, text, customs),
        SayAs::Fraction => by_rules(numbers::RULES, text, customs),
        SayAs::Unit | SayAs::Currency => by_rules(units::RULES, text, customs),
        SayAs::Characters | SayAs::Digits | SayAs::Telephone => shared::say_as(text, kind, customs),
    }
}
