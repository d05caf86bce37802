//! Stretches of which somebody said what they are.

use crate::customs::Customs;
use crate::language::tr::words;
use crate::language::tr::{dates, numbers, units};
use crate::parse::number;
use crate::place::Place;
use crate::rule::Rule;
use crate::shared::say_as as shared;
use speech::SayAs;

/// Reads a stretch as what it was said to be.
pub(super) fn say_as(text: &str, kind: SayAs, customs: &Customs) -> Option<String> {
    let text = text.trim();
    match kind {
        SayAs::Cardinal => {
            words::number(&number::signed(text, customs).filter(|number| number.length == text.len())?)
        }
        SayAs::Ordinal => words::ordinal(text.trim_end_matches('.').parse().ok()?),
        SayAs::Date(dates) => whole(text, dates::DATES, &Customs { dates, ..*customs }),
        SayAs::Time => whole(text, dates::TIMES, customs),
        SayAs::Fraction => whole(text, numbers::RULES, customs),
        SayAs::Unit | SayAs::Currency => whole(text, units::RULES, customs),
        SayAs::Characters | SayAs::Digits | SayAs::Telephone => shared::say_as(text, kind, customs),
    }
}

/// What the first of `rules` says that knows the whole of the text.
fn whole(text: &str, rules: &[Rule], customs: &Customs) -> Option<String> {
    let place = Place::new(text, 0, text.len());
    let mut said = rules.iter().filter_map(|rule| (rule.read)(place, customs));
    said.find(|said| said.length == text.len()).map(|said| said.words)
}
