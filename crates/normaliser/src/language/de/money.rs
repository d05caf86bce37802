//! Amounts of money.

use super::grammar::{case_in_list, one};
use super::nouns::Gender;
use super::numbers::{self, cardinal, may_be_negative};
use crate::customs::Customs;
use crate::parse::money::{self, Money};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "money", starts: Starts::Any, read: amount },
    Rule { name: "money", starts: Starts::Digit, read: in_compound },
    Rule { name: "money", starts: Starts::Digit, read: small_change },
];

/// One currency, its gender, and its hundredth part if people say it.
struct Currency {
    code: &'static str,
    name: &'static str,
    many: &'static str,
    gender: Gender,
    part: &'static str,
}

const fn masculine(code: &'static str, name: &'static str, part: &'static str) -> Currency {
    Currency { code, name, many: name, gender: Gender::Masculine, part }
}

const CURRENCIES: &[Currency] = &[
    masculine("EUR", "Euro", "Cent"),
    masculine("USD", "Dollar", "Cent"),
    masculine("CHF", "Franken", "Rappen"),
    Currency { code: "GBP", name: "Pfund", many: "Pfund", gender: Gender::Neuter, part: "Pence" },
    masculine("JPY", "Yen", ""),
    masculine("CNY", "Yuan", ""),
    masculine("RUB", "Rubel", "Kopeken"),
    Currency { code: "TRY", name: "Lira", many: "Lira", gender: Gender::Feminine, part: "Kuruş" },
    masculine("PLN", "Złoty", "Groszy"),
    Currency { code: "INR", name: "Rupie", many: "Rupien", gender: Gender::Feminine, part: "Paise" },
    masculine("KRW", "Won", ""),
    Currency { code: "CZK", name: "Krone", many: "Kronen", gender: Gender::Feminine, part: "Heller" },
    Currency { code: "SEK", name: "Krone", many: "Kronen", gender: Gender::Feminine, part: "Öre" },
    Currency { code: "NOK", name: "Krone", many: "Kronen", gender: Gender::Feminine, part: "Öre" },
    Currency { code: "DKK", name: "Krone", many: "Kronen", gender: Gender::Feminine, part: "Öre" },
    masculine("HUF", "Forint", ""),
    masculine("CAD", "kanadische Dollar", "Cent"),
    masculine("AUD", "australische Dollar", "Cent"),
    masculine("BTC", "Bitcoin", ""),
    masculine("BRL", "Real", "Centavos"),
    masculine("ILS", "Schekel", ""),
];

/// Words of magnitude between a number and its currency, the longer first: how they are written, one of them, many.
pub(super) const MAGNITUDES: &[(&str, &str, &str)] = &[
    ("Millionen", "Million", "Millionen"),
    ("Million", "Million", "Millionen"),
    ("Milliarden", "Milliarde", "Milliarden"),
    ("Milliarde", "Milliarde", "Milliarden"),
    ("Mio.", "Million", "Millionen"),
    ("Mill.", "Million", "Millionen"),
    ("Mrd.", "Milliarde", "Milliarden"),
    ("Mio", "Million", "Millionen"),
    ("Mrd", "Milliarde", "Milliarden"),
    ("Bio.", "Billion", "Billionen"),
    ("Tsd.", "tausend", "tausend"),
    ("tsd.", "tausend", "tausend"),
    ("TEUR", "tausend Euro", "tausend Euro"),
];

fn currency(code: &str) -> Option<&'static Currency> {
    CURRENCIES.iter().find(|currency| currency.code == code)
}

fn amount(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if place.previous().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = place.rest();
    if let Some(said) = with_magnitude(place, customs) {
        return Some(said);
    }
    let money =
        franken(rest, customs).or_else(|| money::money(rest, customs)).or_else(|| dashed(rest, customs))?;
    if money.amount.negative && !may_be_negative(place)
        || place.rest()[..money.length].starts_with('-') && !may_be_negative(place)
    {
        return None;
    }
    let currency = currency(money.currency)?;
    let length = money.length + dashes(&rest[money.length..]);
    Some(Said::new(length, said(place, &money, currency, customs)))
}

/// `49,- €`: a dash for no cents.
fn dashed(text: &str, customs: &Customs) -> Option<Money> {
    let amount = crate::parse::number::unsigned(text, customs)?;
    let dash = dashes(&text[amount.length..]);
    let bare = text[amount.length + dash..].trim_start_matches([' ', '\u{A0}']);
    let (currency, more) = money::currency(bare).filter(|_| dash > 0)?;
    Some(Money { currency, amount, length: text.len() - bare.len() + more })
}

/// `,-` and `,–` behind an amount.
fn dashes(behind: &str) -> usize {
    [",-", ",–", ",—"].into_iter().find(|dash| behind.starts_with(dash)).map_or(0, str::len)
}

/// `CHF 4.80`: Swiss francs have a point before the centimes.
fn franken(text: &str, customs: &Customs) -> Option<Money> {
    let rest = text.strip_prefix("CHF").or_else(|| text.strip_prefix("Fr."))?;
    let point = Customs { decimal: &['.', ','], group: &['’', '\'', ' ', '\u{A0}'], ..*customs };
    let bare = rest.trim_start_matches([' ', '\u{A0}']);
    let amount = crate::parse::number::unsigned(bare, &point)?;
    let length = text.len() - bare.len() + amount.length;
    Some(Money { currency: "CHF", amount, length })
}

/// `27 Euro fünfzig`, `99 Cent`, `minus fünf Euro`.
fn said(place: Place<'_>, money: &Money, currency: &Currency, customs: &Customs) -> String {
    let amount = &money.amount;
    let sign = if amount.negative { "minus " } else { "" };
    let cents = amount.fraction.as_deref().map(|fraction| (fraction.len(), fraction.parse().unwrap_or(0)));
    let whole = amount.value().unwrap_or(0);
    match cents {
        Some((1 | 3.., _)) => format!("{sign}{} {}", numbers::said(&number(amount), customs), currency.many),
        Some((_, cents)) if cents > 0 && whole == 0 && !currency.part.is_empty() => {
            format!("{sign}{} {}", change(place, cents, customs), currency.part)
        }
        Some((_, cents)) if cents > 0 => {
            format!("{sign}{} {}", units(place, whole, currency, customs), cardinal(cents, customs))
        }
        Some(_) | None => format!("{sign}{}", units(place, whole, currency, customs)),
    }
}

fn number(amount: &crate::parse::number::Number) -> crate::parse::number::Number {
    crate::parse::number::Number { negative: false, ..amount.clone() }
}

fn units(place: Place<'_>, whole: u64, currency: &Currency, customs: &Customs) -> String {
    if whole == 1 {
        return format!("{} {}", one(currency.gender, case_in_list(place)), currency.name);
    }
    format!("{} {}", cardinal(whole, customs), currency.many)
}

fn change(place: Place<'_>, cents: u64, customs: &Customs) -> String {
    if cents == 1 { one(Gender::Masculine, case_in_list(place)).to_owned() } else { cardinal(cents, customs) }
}

/// `1,2 Mio. €`, `3 Mrd. Euro`, `$5 Millionen`.
fn with_magnitude(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (before, start) = money::currency(rest).map_or((None, 0), |(code, length)| {
        let bare = rest[length..].strip_prefix([' ', '\u{A0}', '\u{202F}']).unwrap_or(&rest[length..]);
        (Some(code), rest.len() - bare.len())
    });
    let number = crate::parse::number::signed(&rest[start..], customs)?;
    let end = start + number.length;
    let bare = rest[end..].trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let (written, single, many) = MAGNITUDES.iter().find(|(written, ..)| bare.starts_with(written))?;
    let mut length = rest.len() - bare.len() + written.len();
    let behind = rest[length..].trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let after = money::currency(behind).filter(|_| before.is_none());
    if let Some((_, more)) = after {
        length = rest.len() - behind.len() + more;
    } else if ends_text(written, &rest[length..]) {
        length -= 1;
    }
    let name = before
        .or(after.map(|(code, _)| code))
        .and_then(currency)
        .map(|currency| format!(" {}", currency.many))
        .unwrap_or_default();
    let is_one = number.count() == Some(1);
    let words = match (is_one, *single) {
        (true, "tausend") => "tausend".to_owned(),
        (true, single) => format!("{} {single}", one(Gender::Feminine, case_in_list(place))),
        (false, _) => format!("{} {many}", numbers::said(&number, customs)),
    };
    Some(Said::new(length, format!("{words}{name}")))
}

/// Whether the full stop of an abbreviation is that of the sentence too.
fn ends_text(written: &str, behind: &str) -> bool {
    written.ends_with('.') && behind.trim().is_empty()
}

/// `50-Euro-Schein`, `2-€-Stücke`: in a compound every number is as such.
fn in_compound(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let number = crate::parse::number::unsigned(rest, customs).filter(|_| place.begins_word())?;
    let behind = rest[number.length..].strip_prefix('-')?;
    let (code, length) = money::currency(behind)?;
    let end = number.length + 1 + length;
    let whole = number.count()?;
    let spoken = if whole == 1 { "ein".to_owned() } else { cardinal(whole, customs) };
    rest[end..]
        .starts_with('-')
        .then(|| Some(Said::new(end + 1, format!("{spoken} {}", currency(code)?.name))))?
}

/// `80 ct`.
fn small_change(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = crate::parse::number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let bare = place.rest()[number.length..].trim_start();
    let unit = crate::place::first_word(bare);
    if !matches!(unit, "ct" | "Ct" | "Rp") {
        return None;
    }
    let name = if unit == "Rp" { "Rappen" } else { "Cent" };
    let end = place.rest().len() - bare.len() + unit.len();
    let dot = bare
        .get(unit.len()..)
        .and_then(|rest| rest.strip_prefix('.'))
        .is_some_and(|rest| !rest.trim().is_empty());
    let dot = usize::from(dot);
    Some(Said::new(end + dot, format!("{} {name}", change(place, number.count()?, customs))))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn euros_and_cents() {
        assert_eq!(read("Er kostet 3,20 €."), "Er kostet drei Euro zwanzig.");
        assert_eq!(read("nur 0,45 €"), "nur fünfundvierzig Cent");
        assert_eq!(read("-12,00 EUR"), "minus zwölf Euro");
        assert_eq!(read("Für 1 € gibt es"), "Für einen Euro gibt es");
    }

    #[test]
    fn millions_and_francs() {
        assert_eq!(read("rund 2,5 Mrd. € mehr"), "rund zwei Komma fünf Milliarden Euro mehr");
        assert_eq!(read("$\u{202F}7 Mio. mehr"), "sieben Millionen Dollar mehr");
        assert!(read("€\u{202F}300 mehr").ends_with(" mehr"));
        assert_eq!(read("CHF 12.50"), "zwölf Franken fünfzig");
        assert_eq!(read("ein 20-€-Schein"), "ein zwanzig Euro Schein");
    }
}
