//! Amounts of money: `$18.35`, `$5.6 billion`, `$85K`, `£42m`, `95p`, `50¢`, `40 USD`.

use crate::customs::Customs;
use crate::language::en::context::{is_adjective, is_function};
use crate::language::en::numbers::magnitude_at;
use crate::language::en::units;
use crate::language::en::words::{self, is_british};
use crate::parse::money::{self, Money};
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "money", starts: Starts::DigitOrMark, read: span },
    Rule { name: "money", starts: Starts::Any, read: money },
    Rule { name: "money", starts: Starts::Digit, read: cents },
];

/// What a currency and its hundredth are called: each in the singular and plural.
struct Currency {
    code: &'static str,
    one: &'static str,
    many: &'static str,
    cent: &'static str,
    cents: &'static str,
}

const fn currency(code: &'static str, names: [&'static str; 4]) -> Currency {
    Currency { code, one: names[0], many: names[1], cent: names[2], cents: names[3] }
}

const CURRENCIES: &[Currency] = &[
    currency("USD", ["dollar", "dollars", "cent", "cents"]),
    currency("EUR", ["euro", "euros", "cent", "cents"]),
    currency("GBP", ["pound", "pounds", "penny", "pence"]),
    currency("JPY", ["yen", "yen", "sen", "sen"]),
    currency("CNY", ["yuan", "yuan", "fen", "fen"]),
    currency("INR", ["rupee", "rupees", "paisa", "paise"]),
    currency("KRW", ["won", "won", "jeon", "jeon"]),
    currency("RUB", ["ruble", "rubles", "kopeck", "kopecks"]),
    currency("TRY", ["lira", "lira", "kurus", "kurus"]),
    currency("CHF", ["swiss franc", "swiss francs", "centime", "centimes"]),
    currency("CAD", ["canadian dollar", "canadian dollars", "cent", "cents"]),
    currency("AUD", ["australian dollar", "australian dollars", "cent", "cents"]),
    currency("NZD", ["new zealand dollar", "new zealand dollars", "cent", "cents"]),
    currency("HKD", ["hong kong dollar", "hong kong dollars", "cent", "cents"]),
    currency("SGD", ["singapore dollar", "singapore dollars", "cent", "cents"]),
    currency("TWD", ["taiwan dollar", "taiwan dollars", "cent", "cents"]),
    currency("MXN", ["mexican peso", "mexican pesos", "centavo", "centavos"]),
    currency("BRL", ["brazilian real", "brazilian reais", "centavo", "centavos"]),
    currency("PLN", ["zloty", "zlotys", "grosz", "groszy"]),
    currency("CZK", ["czech koruna", "czech korunas", "haler", "halers"]),
    currency("SEK", ["swedish krona", "swedish kronor", "öre", "öre"]),
    currency("NOK", ["norwegian krone", "norwegian kroner", "øre", "øre"]),
    currency("DKK", ["danish krone", "danish kroner", "øre", "øre"]),
    currency("HUF", ["forint", "forints", "filler", "fillers"]),
    currency("UAH", ["hryvnia", "hryvnias", "kopiyka", "kopiykas"]),
    currency("ILS", ["shekel", "shekels", "agora", "agorot"]),
    currency("VND", ["dong", "dong", "xu", "xu"]),
    currency("THB", ["baht", "baht", "satang", "satang"]),
    currency("NGN", ["naira", "naira", "kobo", "kobo"]),
    currency("PHP", ["philippine peso", "philippine pesos", "centavo", "centavos"]),
    currency("ZAR", ["rand", "rand", "cent", "cents"]),
    currency("AED", ["dirham", "dirhams", "fils", "fils"]),
    currency("SAR", ["riyal", "riyals", "halala", "halalas"]),
    currency("EGP", ["egyptian pound", "egyptian pounds", "piastre", "piastres"]),
    currency("BTC", ["bitcoin", "bitcoin", "cent", "cents"]),
];

/// Spellings that tell more than the sign alone.
const FULL: &[(&str, &str, &str)] =
    &[("US$", "u s dollar", "u s dollars"), ("USD", "u s dollar", "u s dollars")];

/// An amount, with the word or letter of magnitude behind it, and what it is per.
fn money(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let starts = place.begins_free(&['.', ',']);
    let money = money::money(rest, customs).filter(|_| starts && !rest.starts_with(char::is_whitespace))?;
    let currency = CURRENCIES.iter().find(|currency| currency.code == money.currency)?;
    if let Some(notes) = notes(rest, &money, customs) {
        return Some(notes);
    }
    let (length, magnitude) = with_magnitude(rest, money.length);
    let single = is_adjective(place, length) || (magnitude.is_empty() && words::is_one(&money.amount));
    let (one, many) = full_name(&rest[..money.length]).unwrap_or((currency.one, currency.many));
    if let Some(words) = with_cents(&money, currency, customs).filter(|_| magnitude.is_empty()) {
        return Some(per(rest, length, words, customs));
    }
    let name = if single { one } else { many };
    let name = if magnitude.is_empty() && is_note(place, length) { "" } else { name };
    let words = spell::join([words::number(&money.amount, customs).as_str(), magnitude, name]);
    Some(per(rest, length, words, customs))
}

/// The same with what it is per.
fn per(rest: &str, length: usize, words: String, customs: &Customs) -> Said {
    match units::per_unit(&rest[length..], customs) {
        Some((more, per)) => {
            let stop =
                rest[length + more..].strip_prefix('.').is_some_and(|behind| !behind.trim().is_empty());
            Said::new(length, words).then(length + more + usize::from(stop), &per)
        }
        None => Said::new(length, words),
    }
}

/// The magnitude behind an amount, and the length with it.
fn with_magnitude(rest: &str, length: usize) -> (usize, &'static str) {
    let behind = &rest[length..];
    if let Some((more, word)) = magnitude_at(behind).or_else(|| {
        (behind.starts_with('m') && !behind[1..].starts_with(char::is_alphanumeric)).then_some((1, "million"))
    }) {
        return (length + more, word);
    }
    const WORDS: [&str; 8] = ["thousand", "million", "billion", "trillion", "bn", "tn", "M", "B"];
    let bare = behind.strip_prefix([' ', '\u{A0}', '-']).unwrap_or(behind);
    let found = WORDS
        .into_iter()
        .find(|word| bare.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    match found.filter(|_| bare.len() < behind.len()) {
        Some(word) => (
            length + behind.len() - bare.len() + word.len(),
            match word {
                "bn" | "B" => "billion",
                "M" => "million",
                "tn" => "trillion",
                word => word,
            },
        ),
        None => (length, ""),
    }
}

fn full_name(written: &str) -> Option<(&'static str, &'static str)> {
    FULL.iter().find(|(spelling, ..)| written.contains(spelling)).map(|(_, one, many)| (*one, *many))
}

/// `eighteen dollars and thirty-five cents`, `five pounds eighty`; `None` if there are no hundredths.
fn with_cents(money: &Money, currency: &Currency, customs: &Customs) -> Option<String> {
    let fraction = money.amount.fraction.as_deref().filter(|fraction| fraction.len() == 2)?;
    let cents: u64 = fraction.parse().ok()?;
    let whole = Number { fraction: None, ..money.amount.clone() };
    let dollars = format!(
        "{} {}",
        words::number(&whole, customs),
        if words::is_one(&whole) { currency.one } else { currency.many }
    );
    let name = if cents == 1 { currency.cent } else { currency.cents };
    let small = format!("{} {name}", words::cardinal(cents, customs));
    Some(match (cents, whole.value()?) {
        (0, _) => dollars,
        (_, 0) if money.amount.negative => format!("minus {small}"),
        (_, 0) => small,
        (10.., _) if is_british(customs) => format!("{dollars} {}", words::cardinal(cents, customs)),
        _ => format!("{dollars} and {small}"),
    })
}

/// Banknotes: `$20s` are twenties.
fn notes(rest: &str, money: &Money, customs: &Customs) -> Option<Said> {
    let behind =
        rest[money.length..].strip_prefix('s').filter(|behind| !behind.starts_with(char::is_alphanumeric))?;
    let value = money.amount.count()?;
    Some(Said::new(rest.len() - behind.len(), words::plural(&words::cardinal(value, customs))))
}

/// Whether it is a single note, which a verb follows: `a $5 fell out`.
fn is_note(place: Place<'_>, length: usize) -> bool {
    let next = place.next_word(length);
    let article = matches!(place.previous_word(), "a" | "A");
    let verb = is_function(next) || next.ends_with("ed");
    article && verb && place.rest().starts_with('$')
}

/// `$5–7M`: the currency and magnitude belong to both numbers.
fn span(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let money = money::money(rest, customs)
        .filter(|_| place.begins_word() && !rest.starts_with(|c: char| c.is_ascii_digit()))?;
    let behind = rest[money.length..].strip_prefix(['-', '–', '—'])?;
    let start = rest.len() - behind.len();
    let second = number::unsigned(behind, customs)?;
    let currency = CURRENCIES.iter().find(|currency| currency.code == money.currency)?;
    let (length, magnitude) = with_magnitude(rest, start + second.length);
    let name = if is_adjective(place, length) { currency.one } else { currency.many };
    let words = [
        words::number(&money.amount, customs).as_str(),
        "to",
        &words::number(&second, customs),
        magnitude,
        name,
    ]
    .join(" ");
    let whole = money.amount.fraction.is_none() && second.fraction.is_none() || !magnitude.is_empty();
    (whole && place.may_end(length)).then(|| Said::new(length, words.replace("  ", " ")))
}

/// `50¢`, and in Britain `95p`.
fn cents(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let behind = &place.rest()[number.length..];
    let one = words::is_one(&number);
    let (sign, name) = [("¢", if one { "cent" } else { "cents" }), ("p", "p")]
        .into_iter()
        .find(|(sign, _)| behind.starts_with(sign) && (*sign == "¢" || is_british(customs)))?;
    let length = number.length + sign.len();
    place.may_end(length).then(|| Said::new(length, format!("{} {name}", words::unsigned(&number, customs))))
}

/// Reads `text` as money, as somebody asked.
pub(super) fn as_asked(text: &str, customs: &Customs) -> Option<String> {
    money(Place::new(text, 0, text.len()), customs)
        .filter(|said| said.length == text.len())
        .map(|said| said.words)
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn the_currency_is_said_behind_the_amount() {
        assert_eq!(
            american("$1, $12.05 and -$0.99"),
            "one dollar, twelve dollars and five cents and minus ninety-nine cents"
        );
        assert_eq!(
            british("£5.80, £12.05, 95p"),
            "five pounds eighty, twelve pounds and five pence, ninety-five p"
        );
        assert_eq!(american("US$300 or ¥500"), "three hundred u s dollars or five hundred yen");
    }

    #[test]
    fn millions_come_before_the_currency() {
        assert_eq!(
            american("a $3.2 billion deal, $5–7M, €4bn"),
            "a three point two billion dollar deal, five to seven million dollars, four billion euros"
        );
        assert_eq!(british("£42m"), "forty-two million pounds");
    }

    #[test]
    fn money_before_a_noun_is_singular() {
        assert_eq!(
            american("a $500-a-week job and two $10s"),
            "a five hundred dollar-a-week job and two tens"
        );
        assert_eq!(american("$40/mo. is fine"), "forty dollars per month is fine");
    }
}
