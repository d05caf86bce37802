//! Amounts of money.

use crate::customs::Customs;
use crate::parse::money as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{amount, sign};

const NAMES: &[(&str, &str)] = &[
    ("KRW", "원"),
    ("USD", "달러"),
    ("EUR", "유로"),
    ("GBP", "파운드"),
    ("JPY", "엔"),
    ("CNY", "위안"),
    ("HKD", "홍콩 달러"),
    ("TWD", "대만 달러"),
    ("INR", "루피"),
    ("RUB", "루블"),
    ("CHF", "스위스 프랑"),
    ("AUD", "호주 달러"),
    ("CAD", "캐나다 달러"),
    ("NZD", "뉴질랜드 달러"),
    ("SGD", "싱가포르 달러"),
    ("THB", "밧"),
    ("VND", "동"),
    ("TRY", "리라"),
    ("BRL", "헤알"),
    ("MXN", "페소"),
    ("PHP", "페소"),
    ("SEK", "크로나"),
    ("NOK", "크로네"),
    ("DKK", "크로네"),
    ("PLN", "즈워티"),
    ("ZAR", "랜드"),
    ("AED", "디르함"),
    ("ILS", "셰켈"),
    ("BTC", "비트코인"),
];

/// What may follow the digits of an amount whose sign stands before it.
const MAGNITUDES: &[(&str, &str)] = &[
    ("천만", "천만"),
    ("백만", "백만"),
    ("만", "만"),
    ("억", "억"),
    ("조", "조"),
    ("천", "천"),
    ("K", "천"),
    ("k", "천"),
    ("M", "백만"),
    ("B", "십억"),
];

pub(super) fn money(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let money = parse::money(text, customs)?;
    let in_word = text.starts_with(|c: char| c.is_ascii_alphabetic()) && !place.begins_word();
    if in_word || (money.amount.negative && !place.begins_word()) {
        return None;
    }
    let (_, name) = NAMES.iter().find(|(code, _)| *code == money.currency)?;
    let (magnitude, more) = magnitude(&text[money.length..]);
    let words = format!("{}{}{magnitude} {name}", sign(&money.amount), amount(&money.amount, customs));
    Some(Said::new(money.length + more, words))
}

/// The magnitude with which `text` begins, and its length as written.
fn magnitude(text: &str) -> (&'static str, usize) {
    let fits = |written: &str| {
        let goes_on =
            |rest: &str| written.is_ascii() && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        text.strip_prefix(written).is_some_and(|rest| !goes_on(rest))
    };
    let found = MAGNITUDES.iter().find(|(written, _)| fits(written));
    found.map_or(("", 0), |(written, said)| (*said, written.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ko::CUSTOMS;

    #[test]
    fn the_currency_is_said_last() {
        let read = |text| money(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("₩8,800").as_deref(), Some("팔천팔백 원"));
        assert_eq!(read("$3억").as_deref(), Some("삼억 달러"));
        assert_eq!(read("20€에").as_deref(), Some("이십 유로"));
        assert_eq!(read("8원"), None);
    }
}
