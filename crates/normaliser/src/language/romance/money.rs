//! Amounts of money: `1,50 €`, `R$ 2,5 bilhões`, `5 M€`. Read [`MoneyWords`] first.

use crate::language::romance::grammar::{Form, Gender, Noun};
use crate::language::romance::numbers::may_be_signed;
use crate::language::romance::quantity::{self, space};
use crate::language::romance::tongue::{Magnitude, Tongue};
use crate::parse::number::{self, Number};
use crate::parse::{digits, money};
use crate::place::Place;
use crate::rule::Said;

/// How money is said.
#[derive(Debug)]
pub(crate) struct MoneyWords {
    /// What the currencies are called, those of the region first.
    pub(crate) currencies: &'static [&'static [Currency]],
    /// Between the whole and the hundredths; empty if nothing is said.
    pub(crate) and: &'static str,
    /// Whether the hundredths are named behind a whole amount: `un euro cinquante`.
    pub(crate) cents: Cents,
    /// Between a million and what it is of, before a consonant and before a vowel.
    pub(crate) of: [&'static str; 2],
}

/// Whether hundredths have their name behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cents {
    Named,
    Bare,
}

/// A currency.
#[derive(Debug)]
pub(crate) struct Currency {
    /// The ISO 4217 code, or `$` for what this sign alone means.
    pub(crate) code: &'static str,
    pub(crate) noun: Noun,
    /// Its hundredth, if prices have it.
    pub(crate) cent: Option<Noun>,
}

/// An amount as it is written.
struct Amount<'a> {
    number: Number,
    magnitude: Option<&'a Magnitude>,
    currency: &'a Currency,
    length: usize,
}

/// An amount of money.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let first = rest.chars().next()?;
    let fits = match first {
        _ if digits::value(first).is_some() => true,
        '-' | '−' | '–' => may_be_signed(place),
        _ => place.begins_word(),
    };
    let amount = fits.then(|| currency_first(rest, tongue).or_else(|| currency_last(rest, tongue)))??;
    Some(Said::new(amount.length, words(tongue, &amount)?))
}

fn currency_first<'a>(text: &str, tongue: &'a Tongue) -> Option<Amount<'a>> {
    let minus = text.chars().next().filter(|c| matches!(c, '-' | '−' | '–')).map_or(0, char::len_utf8);
    let (currency, length) = currency(&text[minus..], tongue)?;
    let start = minus + length + space(&text[minus + length..]);
    let mut number = number::signed(&text[start..], tongue.customs)?;
    number.negative |= minus > 0;
    let length = start + number.length;
    let (magnitude, more) = magnitude(&text[length..], tongue);
    Some(Amount { number, magnitude, currency, length: length + more })
}

fn currency_last<'a>(text: &str, tongue: &'a Tongue) -> Option<Amount<'a>> {
    let number = number::signed(text, tongue.customs)?;
    let (magnitude, more) = magnitude(&text[number.length..], tongue);
    let start = number.length + more + space(&text[number.length + more..]);
    let (currency, length) = currency(&text[start..], tongue)?;
    let length = start + length;
    let ends = !text[length..].starts_with(char::is_alphanumeric);
    ends.then_some(Amount { number, magnitude, currency, length })
}

/// The currency with which `text` begins, if it has a name here, and the length of its sign.
fn currency<'a>(text: &str, tongue: &'a Tongue) -> Option<(&'a Currency, usize)> {
    let (code, length) = money::currency(text)?;
    let code = if &text[..length] == "$" { "$" } else { code };
    let mut named = tongue.money.currencies.iter().flat_map(|table| table.iter());
    Some((named.find(|currency| currency.code == code)?, length))
}

/// The word of magnitude behind a number, if there is one, with all that stands before and in it.
pub(super) fn magnitude<'a>(text: &str, tongue: &'a Tongue) -> (Option<&'a Magnitude>, usize) {
    let start = space(text);
    let text = &text[start..];
    let fits = |written: &str| {
        text.strip_prefix(written).is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    };
    for magnitude in tongue.numbers.magnitudes {
        if let Some(written) = magnitude.written.iter().find(|written| fits(written)) {
            return (Some(magnitude), start + written.len());
        }
    }
    (None, 0)
}

fn words(tongue: &Tongue, amount: &Amount<'_>) -> Option<String> {
    let Amount { number, magnitude, currency, .. } = amount;
    if let Some(magnitude) = magnitude {
        return with_magnitude(tongue, number, magnitude, currency);
    }
    match (currency.cent, hundredths(number)) {
        (Some(cent), Some(hundredths)) => with_cents(tongue, number, currency, (cent, hundredths)),
        _ if is_round_million(number) => {
            let words = quantity::words(tongue, number, Form::Before(Gender::Masculine))?;
            Some(of(tongue, &words, currency.noun.many))
        }
        _ => quantity::counted(tongue, number, &currency.noun),
    }
}

fn with_magnitude(
    tongue: &Tongue,
    number: &Number,
    magnitude: &Magnitude,
    currency: &Currency,
) -> Option<String> {
    if magnitude.one == tongue.grammar.thousand {
        if let Some(whole) = thousands(number) {
            return quantity::counted(tongue, &whole, &currency.noun);
        }
        let words = quantity::words(tongue, number, Form::Before(currency.noun.gender))?;
        return Some(format!("{words} {} {}", magnitude.many, currency.noun.many));
    }
    let noun = Noun::masculine(magnitude.one, magnitude.many);
    Some(of(tongue, &quantity::counted(tongue, number, &noun)?, currency.noun.many))
}

/// `2,5` thousands as a number.
fn thousands(number: &Number) -> Option<Number> {
    let fraction = number.fraction.as_deref().unwrap_or_default();
    let whole =
        (fraction.len() <= 3).then(|| format!("{}{fraction:0<3}", number.whole.trim_start_matches('0')))?;
    Some(Number { whole, fraction: None, ..number.clone() })
}

/// The hundredths of an amount, if it is written with one or two digits of them.
fn hundredths(number: &Number) -> Option<u64> {
    let digits = number.fraction.as_deref()?;
    let value: u64 = digits.parse().ok()?;
    match digits.len() {
        1 => Some(value * 10),
        2 => Some(value),
        _ => None,
    }
}

fn with_cents(
    tongue: &Tongue,
    number: &Number,
    currency: &Currency,
    (cent, hundredths): (Noun, u64),
) -> Option<String> {
    let whole = Number { fraction: None, ..number.clone() };
    if hundredths == 0 && is_round_million(&whole) {
        let words = quantity::words(tongue, &whole, Form::Before(Gender::Masculine))?;
        return Some(of(tongue, &words, currency.noun.many));
    }
    let name = if hundredths == 1 { cent.one } else { cent.many };
    let cents = tongue.cardinal(hundredths, Form::Before(cent.gender))?;
    let minus = if number.negative { format!("{} ", tongue.numbers.minus) } else { String::new() };
    if whole.value() == Some(0) && hundredths > 0 {
        return Some(format!("{minus}{cents} {name}"));
    }
    let mut words = quantity::counted(tongue, &whole, &currency.noun)?;
    if hundredths > 0 {
        let named = tongue.money.cents == Cents::Named;
        for word in [tongue.money.and, &cents, if named { name } else { "" }] {
            words.extend((!word.is_empty()).then(|| format!(" {word}")));
        }
    }
    Some(words)
}

fn is_round_million(number: &Number) -> bool {
    number.fraction.is_none()
        && number.value().is_some_and(|value| value > 0 && value.is_multiple_of(1_000_000))
}

/// A million, and what it is of.
fn of(tongue: &Tongue, million: &str, noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{million} {}{noun}", tongue.money.of[usize::from(vowel)])
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn currencies_stand_between_whole_and_hundredths() {
        check(
            "fr",
            &[
                ("2,30 €", "deux euros trente"),
                ("0,80 €", "quatre-vingts centimes"),
                ("3 M€", "trois millions d'euros"),
                ("1,5 k€", "mille cinq cents euros"),
                ("-4 $", "moins quatre dollars"),
            ],
        );
        check(
            "es",
            &[("£41,01", "cuarenta y una libras con un penique"), ("2.000.000 $", "dos millones de dólares")],
        );
        check("it", &[("€ 1,10", "un euro e dieci centesimi")]);
        check("pt", &[("R$ 2 mil", "dois mil reais"), ("R$ 1,5 milhão", "um vírgula cinco milhão de reais")]);
        check("pt-pt", &[("1,50 €", "um euro e cinquenta cêntimos")]);
        check("es-mx", &[("$2,500.75", "dos mil quinientos pesos con setenta y cinco centavos")]);
    }
}
