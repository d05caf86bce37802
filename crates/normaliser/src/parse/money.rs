//! Amounts of money: `$5`, `5 €`, `USD 1,200.50`, `-£3.20`, `$2.5M`.

use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::parse::{self, digits};

/// An amount as written, without the word of magnitude that may follow (`$5 million`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Money {
    /// The ISO 4217 code of the currency.
    pub(crate) currency: &'static str,
    pub(crate) amount: Number,
    /// In bytes, the currency included.
    pub(crate) length: usize,
}

/// Signs and codes, the longer ones first where one begins with another; `$` and `¥` are what most people mean by them.
const SIGNS: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("CA$", "CAD"),
    ("C$", "CAD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
    ("R$", "BRL"),
    ("MX$", "MXN"),
    ("NT$", "TWD"),
    ("S$", "SGD"),
    ("$", "USD"),
    ("＄", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("￡", "GBP"),
    ("¥", "JPY"),
    ("￥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₩", "KRW"),
    ("￦", "KRW"),
    ("₴", "UAH"),
    ("₪", "ILS"),
    ("₫", "VND"),
    ("฿", "THB"),
    ("₿", "BTC"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
];

const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "INR", "RUB", "TRY", "KRW", "PLN", "CZK", "SEK", "NOK", "DKK",
    "HUF", "AUD", "CAD", "NZD", "HKD", "SGD", "BRL", "MXN", "ZAR", "AED", "SAR", "EGP", "ILS", "UAH", "THB",
    "BTC",
];

/// The amount with which `text` begins, its currency before or behind it; a minus may stand before either.
pub(crate) fn money(text: &str, customs: &Customs) -> Option<Money> {
    currency_first(text, customs).or_else(|| currency_last(text, customs))
}

fn currency_first(text: &str, customs: &Customs) -> Option<Money> {
    let sign = text.chars().next().filter(|c| matches!(c, '-' | '−' | '–')).map_or(0, char::len_utf8);
    let (currency, length) = currency(&text[sign..])?;
    let start = sign + length + space(&text[sign + length..]);
    let mut amount = if sign > 0 { number::unsigned } else { number::signed }(&text[start..], customs)?;
    amount.negative |= sign > 0;
    let length = start + amount.length;
    Some(Money { currency, amount, length })
}

fn currency_last(text: &str, customs: &Customs) -> Option<Money> {
    let amount = number::signed(text, customs)?;
    let start = amount.length + space(&text[amount.length..]);
    let (currency, more) = currency(&text[start..])?;
    let length = start + more;
    // `5 $10` is no amount of five.
    let ends = !parse::goes_on(&text[length..]);
    ends.then_some(Money { currency, amount, length })
}

/// The currency with which `text` begins, and its length in bytes.
pub(crate) fn currency(text: &str) -> Option<(&'static str, usize)> {
    let sign = SIGNS.iter().find(|(sign, _)| text.starts_with(sign));
    let code = || CODES.iter().find(|code| text.starts_with(*code)).map(|code| (*code, code.len()));
    let (currency, length) = sign.map(|(sign, code)| (*code, sign.len())).or_else(code)?;
    let letters = text[..length].ends_with(char::is_alphabetic);
    let ends = !letters
        || !parse::goes_on(&text[length..])
        || text[length..].starts_with(|c| digits::value(c).is_some());
    ends.then_some((currency, length))
}

/// One space at the beginning of `text`, of any width.
fn space(text: &str) -> usize {
    text.chars()
        .next()
        .filter(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}'))
        .map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::{COMMA_GROUPS, DOT_GROUPS};

    fn found<'a>(text: &'a str, customs: &Customs) -> Option<(&'static str, String, bool, &'a str)> {
        let money = money(text, customs)?;
        let fraction = money.amount.fraction.map(|digits| format!(".{digits}")).unwrap_or_default();
        Some((
            money.currency,
            format!("{}{fraction}", money.amount.whole),
            money.amount.negative,
            &text[money.length..],
        ))
    }

    #[test]
    fn the_currency_stands_on_either_side() {
        assert_eq!(found("$1,200.50.", &COMMA_GROUPS), Some(("USD", "1200.50".into(), false, ".")));
        assert_eq!(found("3,50 € bar", &DOT_GROUPS), Some(("EUR", "3.50".into(), false, " bar")));
        assert_eq!(found("EUR 20", &DOT_GROUPS), Some(("EUR", "20".into(), false, "")));
        assert_eq!(found("-£5", &COMMA_GROUPS), Some(("GBP", "5".into(), true, "")));
        assert_eq!(found("£-5", &COMMA_GROUPS), Some(("GBP", "5".into(), true, "")));
    }

    #[test]
    fn a_word_is_no_currency() {
        assert_eq!(found("5 EUROPE", &COMMA_GROUPS), None);
        assert_eq!(found("5 $10", &COMMA_GROUPS), None);
        assert_eq!(found("USDA 5", &COMMA_GROUPS), None);
        assert_eq!(found("20 złotych", &COMMA_GROUPS), None);
    }
}
