//! What somebody asked to have read in a way of its own.

use crate::customs::Customs;
use crate::language::en::{dates, fractions, money, units, words};
use crate::parse::number;
use crate::place::Place;
use crate::shared::say_as as shared;
use speech::SayAs;

/// Reads `text` as what it was said to be; `None` if it is no such thing.
pub(super) fn say_as(text: &str, kind: SayAs, customs: &Customs) -> Option<String> {
    let bare = text.trim();
    match kind {
        SayAs::Cardinal => number::signed(bare, customs)
            .filter(|number| number.length == bare.len())
            .map(|number| words::number(&number, customs)),
        SayAs::Ordinal => dates::ordinal_as_asked(bare, customs),
        SayAs::Fraction => fractions::amount(bare, customs)
            .filter(|found| found.length == bare.len())
            .map(|found| found.words),
        SayAs::Unit => units::as_asked(bare, customs),
        SayAs::Currency => money::as_asked(bare, customs),
        SayAs::Date(order) => dates::as_asked(bare, order, customs),
        SayAs::Time => super::times::as_asked(Place::new(bare, 0, bare.len()), customs),
        SayAs::Characters | SayAs::Digits | SayAs::Telephone => shared::say_as(bare, kind, customs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::{GB, US};
    use speech::DateOrder;

    #[test]
    fn what_is_asked_for_is_said() {
        let said = |text, kind| say_as(text, kind, &US).unwrap_or_default();
        assert_eq!(said("1875", SayAs::Cardinal), "one thousand eight hundred seventy-five");
        assert_eq!(said("21", SayAs::Ordinal), "twenty-first");
        assert_eq!(said("4/5/2023", SayAs::Date(DateOrder::DayFirst)), "may fourth twenty twenty-three");
        assert_eq!(said("A1", SayAs::Characters), "a- one");
        assert_eq!(said("7:30pm", SayAs::Time), "seven thirty p m");
        assert_eq!(said("5 km", SayAs::Unit), "five kilometers");
        assert_eq!(say_as("x", SayAs::Cardinal, &GB), None);
    }
}
