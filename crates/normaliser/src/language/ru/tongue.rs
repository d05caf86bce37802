//! Russian, as the Slavic rules ask for it.

use crate::language::abbreviation;
use crate::language::ru::{cardinal, counting, fractions, governors, nouns};
use crate::language::slavic::grammar::{Agreement, Case, Form, Noun};
use crate::language::slavic::tongue::Tongue;
use crate::place::Place;

/// Russian.
pub(super) struct Russian;

impl Tongue for Russian {
    const MINUS: &'static str = "минус";
    const PER: &'static str = "за";
    const PERCENT: &'static Noun = &nouns::PERCENT;

    fn cardinal(number: u64, agreement: Agreement) -> Option<String> {
        cardinal::cardinal(number, agreement)
    }

    fn decimal(whole: u64, fraction: &str, agreement: Agreement) -> Option<String> {
        cardinal::decimal(whole, fraction, agreement)
    }

    fn parts(numerator: u64, denominator: u64, case: Case) -> Option<String> {
        fractions::parts(numerator, denominator, case)
    }

    fn mixed(whole: u64, numerator: u64, denominator: u64) -> Option<String> {
        fractions::mixed(whole, numerator, denominator)
    }

    fn form(number: u64, case: Case) -> Form {
        cardinal::form(number, case)
    }

    fn case_at(place: Place<'_>, length: usize) -> Case {
        governors::case_at(place, length)
    }

    fn counted(place: Place<'_>, length: usize, number: u64) -> Option<String> {
        cardinal::cardinal(number, counting::agreement(place, length, number))
    }

    fn currency(code: &str) -> Option<(&'static Noun, Option<&'static Noun>)> {
        nouns::currency(code)
    }

    fn short_currency(text: &str) -> Option<(&'static str, usize)> {
        abbreviation::find(text, nouns::SHORT_CURRENCIES)
    }

    fn unit(text: &str) -> Option<(&'static Noun, usize)> {
        nouns::unit(text)
    }

    fn magnitude(text: &str) -> Option<(&'static Noun, usize)> {
        nouns::magnitude(text)
    }
}
