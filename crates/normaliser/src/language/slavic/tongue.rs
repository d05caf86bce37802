//! What the rules ask of a Slavic language. Read [`Tongue`] first.

use crate::language::slavic::grammar::{Agreement, Case, Form, Noun, Plurality};
use crate::parse::number::Number;
use crate::place::Place;

/// A language that counts things in cases and genders.
pub(crate) trait Tongue {
    /// What a minus is called.
    const MINUS: &'static str;
    /// What is said before the unit that a price is for, which stands in the accusative.
    const PER: &'static str;
    /// What `%` is called.
    const PERCENT: &'static Noun;

    /// The words of a whole number; `None` if it is beyond all number words.
    fn cardinal(number: u64, agreement: Agreement) -> Option<String>;

    /// The words of a number with these digits behind the decimal mark, without its sign.
    fn decimal(whole: u64, fraction: &str, agreement: Agreement) -> Option<String>;

    /// So many parts of a whole that is cut into `denominator` of them.
    fn parts(numerator: u64, denominator: u64, case: Case) -> Option<String>;

    /// A whole number and parts of another, as they are counted.
    fn mixed(whole: u64, numerator: u64, denominator: u64) -> Option<String>;

    /// The form of what a whole number counts in this case.
    fn form(number: u64, case: Case) -> Form;

    /// In which case a noun stands that the rules say themselves, behind a number of `length` bytes with all its signs.
    fn case_at(place: Place<'_>, length: usize) -> Case;

    /// The words of a whole number of `length` bytes that counts what the text says behind it.
    fn counted(place: Place<'_>, length: usize, number: u64) -> Option<String>;

    /// The nouns for a currency and for its hundredths, by its ISO 4217 code.
    fn currency(code: &str) -> Option<(&'static Noun, Option<&'static Noun>)>;

    /// The currency whose short word begins the text (`руб.`, `gr`), with its length.
    fn short_currency(text: &str) -> Option<(&'static str, usize)>;

    /// The unit that begins the text, with its length.
    fn unit(text: &str) -> Option<(&'static Noun, usize)>;

    /// The thousand, million and so on that begins the text as a short word, with its length.
    fn magnitude(text: &str) -> Option<(&'static Noun, usize)>;
}

/// The words of a number, with its sign.
pub(crate) fn words<T: Tongue>(number: &Number, agreement: Agreement) -> Option<String> {
    let value = number.value()?;
    let said = match &number.fraction {
        Some(fraction) => T::decimal(value, fraction, agreement)?,
        None => T::cardinal(value, agreement)?,
    };
    Some(signed::<T>(number, said))
}

/// The words of a number's digits behind those of its sign.
pub(crate) fn signed<T: Tongue>(number: &Number, said: String) -> String {
    if number.negative { format!("{} {said}", T::MINUS) } else { said }
}

/// The form of what a number counts: behind a fraction always the genitive.
pub(crate) fn form<T: Tongue>(number: &Number, case: Case) -> Option<Form> {
    Some(match number.fraction {
        Some(_) => Form::both(Plurality::Singular, Case::Genitive),
        None => T::form(number.value()?, case),
    })
}

/// A number and what it counts, both in this case.
pub(crate) fn counted<T: Tongue>(number: &Number, noun: &Noun, case: Case) -> Option<(String, String)> {
    let number_words = words::<T>(number, Agreement::new(case, noun.gender))?;
    Some((number_words, noun.said(form::<T>(number, case)?)))
}
