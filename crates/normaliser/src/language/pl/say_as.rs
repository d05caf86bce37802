//! Stretches of which somebody said what they are.

use crate::customs::Customs;
use crate::language::pl::ordinal::{self, ordinal};
use crate::language::pl::tongue::Polish;
use crate::language::pl::{DATES, NUMBERS};
use crate::language::slavic::grammar::{Case, Gender};
use crate::language::slavic::say_as::cardinal;
use crate::shared::say_as::{self as shared, by_rules};
use speech::SayAs;

/// Reads a stretch as what it was said to be.
pub(super) fn say_as(text: &str, kind: SayAs, customs: &Customs) -> Option<String> {
    match kind {
        SayAs::Cardinal => cardinal::<Polish>(text, customs),
        SayAs::Ordinal => {
            let number = text.trim().trim_end_matches('.').parse().ok()?;
            ordinal(number, ordinal::Place::new(Case::Nominative, Gender::Masculine))
        }
        SayAs::Date(dates) => by_rules(DATES, text.trim(), &Customs { dates, ..*customs }),
        SayAs::Fraction | SayAs::Unit | SayAs::Currency | SayAs::Time => {
            by_rules(NUMBERS, text.trim(), customs)
        }
        SayAs::Characters | SayAs::Digits | SayAs::Telephone => shared::say_as(text, kind, customs),
    }
}
