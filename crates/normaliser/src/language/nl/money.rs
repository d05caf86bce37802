//! Amounts of money: `€ 3,50`, `€12,-`, `-€ 35`, `€ 1,2 mln`.

use super::numbers::{self, cardinal, may_be_negative};
use super::units::magnitude;
use crate::customs::Customs;
use crate::parse::money::{self, Money};
use crate::parse::number::{self, Number};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "money", starts: Starts::Any, read: amount },
    Rule { name: "money", starts: Starts::Digit, read: small_change },
];

/// Currencies by their code: one, many, and the hundredth part if people say it.
const CURRENCIES: &[(&str, &str, &str, &str)] = &[
    ("EUR", "euro", "euro", "cent"),
    ("USD", "dollar", "dollar", "cent"),
    ("GBP", "pond", "pond", "pence"),
    ("CHF", "Zwitserse frank", "Zwitserse frank", "rappen"),
    ("JPY", "yen", "yen", ""),
    ("CNY", "yuan", "yuan", ""),
    ("RUB", "roebel", "roebel", "kopeken"),
    ("TRY", "lira", "lira", "kuruş"),
    ("PLN", "zloty", "zloty", "groszy"),
    ("INR", "roepie", "roepie", "paisa"),
    ("KRW", "won", "won", ""),
    ("CZK", "Tsjechische kroon", "Tsjechische kronen", ""),
    ("SEK", "Zweedse kroon", "Zweedse kronen", "öre"),
    ("NOK", "Noorse kroon", "Noorse kronen", "øre"),
    ("DKK", "Deense kroon", "Deense kronen", "øre"),
    ("HUF", "forint", "forint", ""),
    ("CAD", "Canadese dollar", "Canadese dollar", "cent"),
    ("AUD", "Australische dollar", "Australische dollar", "cent"),
    ("HKD", "Hongkongse dollar", "Hongkongse dollar", "cent"),
    ("ZAR", "rand", "rand", "cent"),
    ("BRL", "real", "real", "centavo"),
    ("ILS", "sjekel", "sjekel", ""),
    ("BTC", "bitcoin", "bitcoin", ""),
];

type Currency = (&'static str, &'static str, &'static str, &'static str);

fn currency(code: &str) -> Option<&'static Currency> {
    CURRENCIES.iter().find(|currency| currency.0 == code)
}

fn amount(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let money = money::money(rest, customs).or_else(|| dashed(rest, customs))?;
    let signed = rest.starts_with(['-', '−', '–']);
    if !place.begins_word() || signed && !may_be_negative(place) {
        return None;
    }
    let currency = currency(money.currency)?;
    let length = money.length + dashes(&rest[money.length..]);
    if let Some((word, more)) = magnitude(&rest[money.length..]) {
        let words = format!("{} {word} {}", numbers::said(&money.amount, customs), currency.2);
        return Some(Said::new(money.length + more, words));
    }
    Some(Said::new(length, said(&money.amount, currency, customs)))
}

/// `12,- €`: a dash for no cents.
fn dashed(text: &str, customs: &Customs) -> Option<Money> {
    let amount = number::unsigned(text, customs)?;
    let dash = dashes(&text[amount.length..]);
    let bare = text[amount.length + dash..].trim_start_matches([' ', '\u{A0}']);
    let (currency, more) = money::currency(bare).filter(|_| dash > 0)?;
    Some(Money { currency, amount, length: text.len() - bare.len() + more })
}

/// `,-`, `,--` and `,–` behind an amount.
fn dashes(behind: &str) -> usize {
    [",--", ",-", ",–", ",—", ".-", ".–"]
        .into_iter()
        .find(|dash| behind.starts_with(dash))
        .map_or(0, str::len)
}

/// `drie euro vijftig`, `vijfennegentig cent`, `min vijf euro`.
fn said(amount: &Number, currency: &Currency, customs: &Customs) -> String {
    let (_, one, many, part) = *currency;
    let sign = if amount.negative { "min " } else { "" };
    let whole = amount.value().unwrap_or(0);
    let name = if whole == 1 { one } else { many };
    let cents = amount.fraction.as_deref().map(|digits| (digits.len(), digits.parse().unwrap_or(0)));
    match cents {
        Some((1 | 3.., _)) => format!("{} {many}", numbers::said(amount, customs)),
        Some((_, cents @ 1..)) if whole == 0 && !part.is_empty() => {
            format!("{sign}{} {part}", cardinal(cents, customs))
        }
        Some((_, cents @ 1..)) => {
            format!("{sign}{} {name} {}", cardinal(whole, customs), cardinal(cents, customs))
        }
        Some(_) | None => format!("{sign}{} {name}", cardinal(whole, customs)),
    }
}

/// `80 ct`.
fn small_change(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let behind = &place.rest()[number.length..];
    let bare = behind.trim_start();
    let unit = first_word(bare);
    let length = number.length + behind.len() - bare.len() + unit.len();
    (unit == "ct").then(|| Said::new(number.length, numbers::said(&number, customs)).then(length, "cent"))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn amounts_are_said_as_people_do() {
        assert_eq!(read("Dat is € 4,75 of €1."), "Dat is vier euro vijfenzeventig of één euro.");
        assert_eq!(read("voor 0,85 €, niet $ 20,00"), "voor vijfentachtig cent, niet twintig dollar");
        assert_eq!(read("Saldo: -€ 15,-"), "Saldo: min vijftien euro");
        assert_eq!(read("een lening van € 2,5 mln."), "een lening van twee komma vijf miljoen euro.");
        assert_eq!(read("90 ct"), "negentig cent");
    }
}
