//! What one Romance language has of its own: words and habits, as data. Read [`Tongue`] first.

use crate::customs::Customs;
use crate::language::romance::abbreviations::Abbreviation;
use crate::language::romance::acronyms::Endings;
use crate::language::romance::dates::DateWords;
use crate::language::romance::fractions::FractionWords;
use crate::language::romance::grammar::{Form, Gender, Grammar, Noun};
use crate::language::romance::money::MoneyWords;
use crate::language::romance::ordinals::{OrdinalWords, Shape};
use crate::language::romance::phones::PhoneHabits;
use crate::language::romance::roman::RomanHabits;
use crate::language::romance::times::TimeWords;
use crate::language::romance::units::UnitWords;

/// A language of the family, or what is spoken in one region of it.
pub(crate) trait Speaks {
    const TONGUE: &'static Tongue;
}

/// The words and habits of a language.
#[derive(Debug)]
pub(crate) struct Tongue {
    pub(crate) customs: &'static Customs,
    pub(crate) grammar: Grammar,
    pub(crate) numbers: NumberWords,
    pub(crate) ordinals: OrdinalWords,
    pub(crate) fractions: FractionWords,
    pub(crate) money: MoneyWords,
    pub(crate) dates: DateWords,
    pub(crate) times: TimeWords,
    pub(crate) endings: Endings,
    pub(crate) phones: PhoneHabits,
    /// How words begin that announce a telephone number.
    pub(crate) phone_heralds: &'static [&'static str],
    pub(crate) roman: RomanHabits,
    /// Those of the region first.
    pub(crate) units: UnitWords,
    pub(crate) abbreviations: &'static [Abbreviation],
    /// How marks between words and numbers are read; the longer first where one begins with another.
    pub(crate) signs: &'static [Sign],
}

/// How numbers are spelled, and the words around them.
#[derive(Debug)]
pub(crate) struct NumberWords {
    /// A whole number.
    pub(crate) spell: fn(&Customs, u64, Form) -> Option<String>,
    /// The word for one before a noun, where the noun's first letters change it: `uno zaino`, `un'ora`.
    pub(crate) one_before: fn(&str, Gender) -> Option<&'static str>,
    /// An ordinal number.
    pub(crate) order: fn(&Customs, u64, Shape) -> Option<String>,
    /// Before the fraction: `virgule`.
    pub(crate) comma: &'static str,
    /// Between the parts of a version: `point`.
    pub(crate) point: &'static str,
    pub(crate) minus: &'static str,
    pub(crate) plus: &'static str,
    /// Between the ends of a range: `à`.
    pub(crate) to: &'static str,
    pub(crate) percent: &'static str,
    pub(crate) permille: &'static str,
    /// Between the sides of `21 × 30 cm`.
    pub(crate) by: &'static str,
    /// Between factors: `5 × 6`.
    pub(crate) multiplied: &'static str,
    /// Before an exponent: `2^8`.
    pub(crate) power: &'static str,
    /// Between numbers with an `x` between: `2 x 1`.
    pub(crate) cross: &'static str,
    /// Between the sides of `16:9`.
    pub(crate) ratio: &'static str,
    /// Behind a number with a small two or three: `3²`.
    pub(crate) powers: [&'static str; 2],
    /// Before what an amount is for one of: `5 €/kg`; between figures: `24/24`; and before the year of a law: `39/2015`.
    pub(crate) per: [&'static str; 3],
    /// Behind a number: `2× plus`.
    pub(crate) times: Noun,
    /// Between metres and centimetres in `1,72 m`; empty if nothing is said.
    pub(crate) and: &'static str,
    /// Words of which one stands shortly before a code that is read digit by digit.
    pub(crate) code_heralds: &'static [&'static str],
    /// Words of magnitude that may stand behind a number, the singular behind one.
    pub(crate) magnitudes: &'static [Magnitude],
}

/// A word of magnitude and how it may be written.
#[derive(Debug)]
pub(crate) struct Magnitude {
    pub(crate) written: &'static [&'static str],
    pub(crate) one: &'static str,
    pub(crate) many: &'static str,
}

/// A mark that is read as words where it stands as it must.
#[derive(Debug)]
pub(crate) struct Sign {
    pub(crate) mark: &'static str,
    pub(crate) words: &'static str,
    pub(crate) when: Where,
}

/// Where a mark has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    /// Anywhere.
    Anywhere,
    /// Before a digit, or a space and a digit.
    BeforeNumber,
    /// Between spaces, or between what has none: something on either side.
    Between,
    /// Directly between letters: `et/ou`.
    BetweenLetters,
    /// With spaces on both sides, or at an end of the text.
    Alone,
}

impl Tongue {
    /// The words of a whole number.
    pub(crate) fn cardinal(&self, number: u64, form: Form) -> Option<String> {
        (self.numbers.spell)(self.customs, number, form)
    }

    /// The words of an ordinal number.
    pub(crate) fn ordinal(&self, number: u64, shape: Shape) -> Option<String> {
        (self.numbers.order)(self.customs, number, shape)
    }

    /// One, with the noun that it counts.
    pub(crate) fn one(&self, noun: &Noun) -> Option<String> {
        match (self.numbers.one_before)(noun.one, noun.gender) {
            Some(one) if one.ends_with('\'') => Some(format!("{one}{}", noun.one)),
            Some(one) => Some(format!("{one} {}", noun.one)),
            None => Some(format!("{} {}", self.cardinal(1, Form::Before(noun.gender))?, noun.one)),
        }
    }

    /// European digits one by one.
    pub(crate) fn digits(&self, digits: &str) -> Option<String> {
        let words: Option<Vec<String>> =
            digits.chars().map(|digit| self.cardinal(u64::from(digit.to_digit(10)?), Form::Alone)).collect();
        Some(words?.join(" "))
    }

    /// The digits of a number, as one number unless a zero begins them or they are too many.
    pub(crate) fn number_or_digits(&self, digits: &str, form: Form) -> Option<String> {
        if (digits.len() > 1 && digits.starts_with('0')) || digits.len() > 15 {
            return self.digits(digits);
        }
        self.cardinal(digits.parse().ok()?, form)
    }

    /// The right one of two words for a counted thing.
    pub(crate) fn of_gender(gender: Gender, masculine: &'static str, feminine: &'static str) -> &'static str {
        if gender == Gender::Feminine { feminine } else { masculine }
    }
}
