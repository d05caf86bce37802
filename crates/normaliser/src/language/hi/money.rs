//! Amounts of money: rupees and paise, other currencies, lakh and crore behind the digits.

use crate::customs::Customs;
use crate::parse::money as parse;
use crate::parse::number::{self, Number};
use crate::place::{Place, first_word};
use crate::rule::Said;

use super::numbers::{amount, cardinal, is_postposition, sign};

/// A currency, and its hundredth if people say it.
const NAMES: &[(&str, &str, &str)] = &[
    ("INR", "रुपये", "पैसे"),
    ("USD", "डॉलर", "सेंट"),
    ("EUR", "यूरो", "सेंट"),
    ("GBP", "पाउंड", "पेंस"),
    ("JPY", "येन", ""),
    ("CNY", "युआन", ""),
    ("RUB", "रूबल", ""),
    ("KRW", "वॉन", ""),
    ("CHF", "स्विस फ़्रैंक", ""),
    ("AUD", "ऑस्ट्रेलियाई डॉलर", "सेंट"),
    ("CAD", "कनाडाई डॉलर", "सेंट"),
    ("SGD", "सिंगापुर डॉलर", "सेंट"),
    ("HKD", "हांगकांग डॉलर", "सेंट"),
    ("NZD", "न्यूज़ीलैंड डॉलर", "सेंट"),
    ("AED", "दिरहम", ""),
    ("SAR", "रियाल", ""),
    ("THB", "बात", ""),
    ("BRL", "रियाल", ""),
    ("TRY", "लीरा", ""),
    ("BTC", "बिटकॉइन", ""),
];

/// What stands before an amount of rupees, besides the sign.
const RUPEES: &[&str] = &["रु.", "रू.", "रु", "रू", "Rs.", "Rs", "INR"];

/// Words behind the digits that multiply them.
const MAGNITUDES: &[&str] =
    &["सौ", "हज़ार", "हजार", "लाख", "करोड़", "अरब", "खरब", "मिलियन", "बिलियन", "ट्रिलियन"];

struct Found {
    currency: &'static str,
    amount: Number,
    length: usize,
}

pub(super) fn money(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let found = rupees(text, customs).or_else(|| signs(text, customs)).filter(|found| {
        let bare = !text.starts_with(char::is_alphabetic) && !found.amount.negative;
        bare || place.begins_word()
    })?;
    let (_, name, hundredth) = NAMES.iter().find(|(code, ..)| *code == found.currency)?;
    let behind = &text[found.length..];
    let word = first_word(behind);
    let magnitude = MAGNITUDES.iter().find(|magnitude| **magnitude == word);
    let mut written = behind.find(word).unwrap_or(0) + word.len();
    let (words, length) = match magnitude {
        Some(magnitude) => {
            let second = MAGNITUDES.iter().find(|magnitude| **magnitude == first_word(&behind[written..]));
            written += second.map_or(0, |second| behind[written..].find(second).unwrap_or(0) + second.len());
            let second = second.map(|second| format!(" {second}")).unwrap_or_default();
            (format!("{} {magnitude}{second} {name}", amount(&found.amount, customs)), found.length + written)
        }
        None => {
            let oblique = is_postposition(word);
            let slash = if behind.starts_with("/-") { 2 } else { 0 };
            (in_coins(&found.amount, (name, hundredth), Case::of(oblique), customs), found.length + slash)
        }
    };
    Some(Said::new(length, format!("{}{words}", sign(&found.amount))))
}

/// Whether a postposition follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Direct,
    Oblique,
}

impl Case {
    fn of(has_postposition: bool) -> Self {
        if has_postposition { Self::Oblique } else { Self::Direct }
    }
}

fn in_coins(number: &Number, (name, hundredth): (&str, &str), case: Case, customs: &Customs) -> String {
    let name = if name == "रुपये" && number.count() == Some(1) && case == Case::Direct {
        "रुपया"
    } else {
        name
    };
    let coins = number.fraction.as_deref().filter(|digits| digits.len() == 2 && !hundredth.is_empty());
    let Some(coins) = coins.and_then(|digits| digits.parse::<u64>().ok()) else {
        return format!("{} {name}", amount(number, customs));
    };
    let whole = amount(&Number { fraction: None, ..number.clone() }, customs);
    match coins {
        0 => format!("{whole} {name}"),
        _ => format!("{whole} {name} {} {hundredth}", cardinal(coins, customs)),
    }
}

fn rupees(text: &str, customs: &Customs) -> Option<Found> {
    let prefix = RUPEES.iter().find(|prefix| text.starts_with(**prefix))?;
    let bare = text[prefix.len()..].strip_prefix(' ').unwrap_or(&text[prefix.len()..]);
    let amount = number::unsigned(bare, customs)?;
    let length = text.len() - bare.len() + amount.length;
    Some(Found { currency: "INR", amount, length })
}

fn signs(text: &str, customs: &Customs) -> Option<Found> {
    let money = parse::money(text, customs)?;
    Some(Found { currency: money.currency, amount: money.amount, length: money.length })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    #[test]
    fn the_currency_is_said_behind() {
        let read = |text| money(Place::new(text, 0, 999), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("₹8.25").as_deref(), Some("आठ रुपये पच्चीस पैसे"));
        assert_eq!(read("₹5 लाख का").as_deref(), Some("पाँच लाख रुपये"));
        assert_eq!(read("₹2 लाख करोड़ का").as_deref(), Some("दो लाख करोड़ रुपये"));
        assert_eq!(read("Rs. 500/-").as_deref(), Some("पाँच सौ रुपये"));
        assert_eq!((read("₹1 में").as_deref(), read("₹1।").as_deref()), (Some("एक रुपये"), Some("एक रुपया")));
        assert_eq!(read("$1.5 मिलियन").as_deref(), Some("एक दशमलव पाँच मिलियन डॉलर"));
        assert_eq!(read("रुको"), None);
    }
}
