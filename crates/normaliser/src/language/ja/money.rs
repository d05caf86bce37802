//! Amounts of money.

use crate::customs::Customs;
use crate::parse::money as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{amount, sign};

const NAMES: &[(&str, &str)] = &[
    ("JPY", "円"),
    ("USD", "ドル"),
    ("EUR", "ユーロ"),
    ("GBP", "ポンド"),
    ("CNY", "人民元"),
    ("KRW", "ウォン"),
    ("HKD", "香港ドル"),
    ("TWD", "台湾ドル"),
    ("INR", "ルピー"),
    ("RUB", "ルーブル"),
    ("CHF", "スイスフラン"),
    ("AUD", "オーストラリアドル"),
    ("CAD", "カナダドル"),
    ("NZD", "ニュージーランドドル"),
    ("SGD", "シンガポールドル"),
    ("THB", "バーツ"),
    ("VND", "ドン"),
    ("TRY", "リラ"),
    ("BRL", "レアル"),
    ("MXN", "ペソ"),
    ("PHP", "ペソ"),
    ("SEK", "クローナ"),
    ("NOK", "クローネ"),
    ("DKK", "クローネ"),
    ("PLN", "ズウォティ"),
    ("ZAR", "ランド"),
    ("AED", "ディルハム"),
    ("ILS", "シェケル"),
    ("BTC", "ビットコイン"),
];

/// What may follow the digits of an amount whose sign stands before it.
const MAGNITUDES: &[(&str, &str)] = &[
    ("千万", "千万"),
    ("百万", "百万"),
    ("万", "万"),
    ("億", "億"),
    ("兆", "兆"),
    ("千", "千"),
    ("K", "千"),
    ("k", "千"),
    ("M", "百万"),
    ("B", "十億"),
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
    let words = format!("{}{}{magnitude}{name}", sign(&money.amount), amount(&money.amount, customs));
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
    use crate::language::ja::CUSTOMS;

    #[test]
    fn the_currency_is_said_last() {
        let read = |text| money(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("￥8,800").as_deref(), Some("八千八百円"));
        assert_eq!(read("$3億").as_deref(), Some("三億ドル"));
        assert_eq!(read("20€。").as_deref(), Some("二十ユーロ"));
        assert_eq!(read("8円"), None);
    }
}
