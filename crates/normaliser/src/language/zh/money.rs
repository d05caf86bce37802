//! Amounts of money.

use crate::customs::Customs;
use crate::parse::money as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{Two, amount_of_money};

/// What currencies are called; the yen's sign is the yuan's here.
const NAMES: &[(&str, &str)] = &[
    ("CNY", "元"),
    ("USD", "美元"),
    ("EUR", "欧元"),
    ("GBP", "英镑"),
    ("HKD", "港元"),
    ("TWD", "新台币"),
    ("KRW", "韩元"),
    ("INR", "卢比"),
    ("RUB", "卢布"),
    ("CHF", "瑞士法郎"),
    ("AUD", "澳元"),
    ("CAD", "加元"),
    ("NZD", "新西兰元"),
    ("SGD", "新加坡元"),
    ("THB", "泰铢"),
    ("VND", "越南盾"),
    ("TRY", "里拉"),
    ("BRL", "雷亚尔"),
    ("MXN", "墨西哥比索"),
    ("PHP", "比索"),
    ("SEK", "瑞典克朗"),
    ("NOK", "挪威克朗"),
    ("DKK", "丹麦克朗"),
    ("PLN", "兹罗提"),
    ("ZAR", "兰特"),
    ("AED", "迪拉姆"),
    ("ILS", "谢克尔"),
    ("UAH", "格里夫纳"),
    ("BTC", "比特币"),
];

/// What may follow the digits of an amount whose sign stands before it.
const MAGNITUDES: &[(&str, &str)] = &[
    ("千万", "千万"),
    ("百万", "百万"),
    ("万亿", "万亿"),
    ("万", "万"),
    ("萬", "万"),
    ("亿", "亿"),
    ("億", "亿"),
    ("千", "千"),
    ("百", "百"),
    ("K", "千"),
    ("k", "千"),
    ("M", "百万"),
    ("B", "十亿"),
];

pub(super) fn money(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let money = parse::money(text, customs)?;
    let written = &text[..money.length];
    if (written.starts_with(|c: char| c.is_ascii_alphabetic()) && !place.begins_word())
        || (money.amount.negative && !place.begins_word())
    {
        return None;
    }
    let name = name(money.currency, written)?;
    let (magnitude, more) = magnitude(&text[money.length..]);
    let two = if magnitude.is_empty() { Two::Counts } else { Two::before(magnitude) };
    let amount = amount_of_money(&money.amount, two);
    let sign = if money.amount.negative { "负" } else { "" };
    Some(Said::new(money.length + more, format!("{sign}{amount}{magnitude}{name}")))
}

/// What the currency of an amount is called that is written so.
fn name(currency: &str, written: &str) -> Option<&'static str> {
    match currency {
        "JPY" if written.contains("JPY") => Some("日元"),
        "JPY" => Some("元"),
        _ => NAMES.iter().find(|(code, _)| *code == currency).map(|(_, name)| *name),
    }
}

/// The magnitude with which `text` begins, and its length as written.
fn magnitude(text: &str) -> (&'static str, usize) {
    let bare = text.strip_prefix(' ').unwrap_or(text);
    let fits = |written: &str| {
        let goes_on =
            |rest: &str| written.is_ascii() && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        bare.strip_prefix(written).is_some_and(|rest| !goes_on(rest))
    };
    let found = MAGNITUDES.iter().find(|(written, _)| fits(written));
    found.map_or(("", 0), |(written, said)| (*said, text.len() - bare.len() + written.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::zh::CUSTOMS;

    fn read(text: &str) -> Option<String> {
        money(Place::new(text, 0, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn the_currency_is_said_last() {
        assert_eq!(read("¥8.50").as_deref(), Some("八点五元"));
        assert_eq!(read("$2.").as_deref(), Some("两美元"));
        assert_eq!(read("€300万").as_deref(), Some("三百万欧元"));
        assert_eq!(read("$1.5M").as_deref(), Some("一点五百万美元"));
        assert_eq!(read("JPY 500").as_deref(), Some("五百日元"));
        assert_eq!(read("8元"), None);
    }
}
