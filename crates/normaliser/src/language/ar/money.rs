//! Amounts of money: the currency in the form that the number asks for.

use crate::customs::Customs;
use crate::parse::money as parse;
use crate::parse::number::{self, Number};
use crate::place::{Place, first_word};
use crate::rule::Said;

use super::grammar::{Agreement, Behind, Case};
use super::nouns::{BILLION, MILLION, Noun, THOUSAND, TRILLION};
use super::numbers::{amount, counted, sign};

/// A currency by its code, and its hundredth.
const CURRENCIES: &[(&str, Noun, Option<Noun>)] = &[
    ("USD", DOLLAR, Some(CENT)),
    ("EUR", Noun::fixed("يورو"), Some(CENT)),
    ("GBP", Noun::masculine("جنيه إسترليني", "جنيهًا إسترلينيًا", "جنيهات إسترلينية"), None),
    ("EGP", POUND, Some(Noun::masculine("قرش", "قرشًا", "قروش"))),
    ("SAR", RIYAL, Some(Noun::feminine("هللة", "هللات", "هللت"))),
    ("AED", DIRHAM, Some(FILS)),
    ("JPY", Noun::masculine("ين", "ينًا", "ينات"), None),
    ("CNY", Noun::masculine("يوان", "يوانًا", "يوانات"), None),
    ("INR", Noun::feminine("روبية", "روبيات", "روبيت"), None),
    ("TRY", LIRA, None),
    ("RUB", Noun::masculine("روبل", "روبلًا", "روبلات"), None),
    ("CHF", Noun::masculine("فرنك", "فرنكًا", "فرنكات"), None),
    ("KRW", Noun::fixed("وون"), None),
    ("ILS", Noun::masculine("شيكل", "شيكلًا", "شواكل"), None),
    ("CAD", Noun::masculine("دولار كندي", "دولارًا كنديًا", "دولارات كندية"), Some(CENT)),
    ("AUD", Noun::masculine("دولار أسترالي", "دولارًا أستراليًا", "دولارات أسترالية"), Some(CENT)),
    ("BTC", Noun::fixed("بيتكوين"), None),
    ("د.ك", DINAR, Some(FILS)),
];

/// Short forms behind the amount.
const SHORT: &[(&str, &str)] = &[
    ("ر.س", "SAR"),
    ("ر.ق", "SAR"),
    ("ر.ع", "SAR"),
    ("ر.ي", "SAR"),
    ("د.إ", "AED"),
    ("د.م", "AED"),
    ("ج.م", "EGP"),
    ("د.ك", "د.ك"),
    ("د.أ", "د.ك"),
    ("د.ع", "د.ك"),
    ("د.ب", "د.ك"),
    ("د.ل", "د.ك"),
    ("د.ت", "د.ك"),
    ("د.ج", "د.ك"),
    ("ل.س", "TRY"),
    ("ل.ل", "TRY"),
];

const DOLLAR: Noun = Noun::masculine("دولار", "دولارًا", "دولارات");
const CENT: Noun = Noun::masculine("سنت", "سنتًا", "سنتات");
const POUND: Noun = Noun::masculine("جنيه", "جنيهًا", "جنيهات");
const RIYAL: Noun = Noun::masculine("ريال", "ريالًا", "ريالات");
const DIRHAM: Noun = Noun::masculine("درهم", "درهمًا", "دراهم");
const DINAR: Noun = Noun::masculine("دينار", "دينارًا", "دنانير");
const FILS: Noun = Noun::masculine("فلس", "فلسًا", "فلوس");
const LIRA: Noun = Noun::feminine("ليرة", "ليرات", "ليرت");

/// What multiplies an amount, behind its digits.
const MAGNITUDES: &[(&str, Noun)] = &[
    ("ألف", THOUSAND),
    ("آلاف", THOUSAND),
    ("مليون", MILLION),
    ("ملايين", MILLION),
    ("مليار", BILLION),
    ("مليارات", BILLION),
    ("تريليون", TRILLION),
    ("تريليونات", TRILLION),
];

pub(super) fn money(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let (code, amount, length) = short(text, customs).or_else(|| {
        let money = parse::money(text, customs)?;
        Some((money.currency, money.amount, money.length))
    })?;
    let bare = !amount.negative && !text.starts_with(char::is_alphabetic);
    let (_, noun, hundredth) =
        CURRENCIES.iter().find(|(of, ..)| *of == code).filter(|_| bare || place.begins_word())?;
    let case = Agreement::of(0, place, length).case;
    let behind = &text[length..];
    let word = first_word(behind);
    let magnitude = MAGNITUDES.iter().find(|(magnitude, _)| *magnitude == word);
    let (words, more) = match magnitude {
        Some((_, scale)) => {
            (in_scale(&amount, scale, noun, case), behind.find(word).unwrap_or(0) + word.len())
        }
        None => (in_coins(&amount, noun, hundredth.as_ref(), case), 0),
    };
    Some(Said::new(length + more, format!("{}{words}", sign(&amount))))
}

/// `50 ر.س`.
fn short(text: &str, customs: &Customs) -> Option<(&'static str, Number, usize)> {
    let amount = number::signed(text, customs)?;
    let bare = text[amount.length..].trim_start_matches([' ', '\u{A0}']);
    let (written, code) = SHORT.iter().find(|(written, _)| bare.starts_with(written))?;
    let length = text.len() - bare.len() + written.len();
    Some((code, amount, length))
}

fn in_scale(number: &Number, scale: &Noun, noun: &Noun, case: Case) -> String {
    match number.count() {
        Some(count) => format!("{} {}", counted(count, scale, case, Behind::Noun), noun.singular),
        None => format!("{} {} {}", amount(number, Agreement::ALONE), scale.singular, noun.singular),
    }
}

fn in_coins(number: &Number, noun: &Noun, hundredth: Option<&Noun>, case: Case) -> String {
    let coins =
        number.fraction.as_deref().filter(|digits| digits.len() == 2).and_then(|digits| digits.parse().ok());
    let whole = number.value().map(|value| counted(value, noun, case, Behind::Nothing));
    match (whole, coins, hundredth) {
        (Some(whole), None, _) if number.fraction.is_none() => whole,
        (Some(whole), Some(0), _) => whole,
        (Some(whole), Some(coins), Some(hundredth)) => {
            format!("{whole} و{}", counted(coins, hundredth, case, Behind::Nothing))
        }
        _ => format!("{} {}", amount(number, Agreement::ALONE), noun.singular),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    #[test]
    fn the_currency_follows_the_number() {
        let read =
            |text: &str| money(Place::new(text, "دفع ".len(), text.len()), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("دفع $1").as_deref(), Some("دولار واحد"));
        assert_eq!(read("دفع $2").as_deref(), Some("دولارين"));
        assert_eq!(read("دفع 7$").as_deref(), Some("سبعة دولارات"));
        assert_eq!(read("دفع 15 ر.س").as_deref(), Some("خمسة عشر ريالًا"));
        assert_eq!(read("دفع $200").as_deref(), Some("مئتي دولار"));
        assert_eq!(read("دفع €3.50").as_deref(), Some("ثلاثة يورو وخمسين سنتًا"));
        assert_eq!(read("دفع $4 ملايين").as_deref(), Some("أربعة ملايين دولار"));
        assert_eq!(read("دفع 7 كتب"), None);
    }
}
