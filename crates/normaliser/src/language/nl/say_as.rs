//! What somebody asked to have read as a thing of a kind.

use super::{dates, fractions, money, numbers, ordinals, times, units};
use crate::customs::Customs;
use crate::parse::date;
use crate::parse::number;
use crate::shared::say_as::{self as shared, by_rules};
use speech::SayAs;

/// The words for `text`, if it is such a thing.
pub(super) fn say_as(text: &str, kind: SayAs, customs: &Customs) -> Option<String> {
    let text = text.trim();
    match kind {
        SayAs::Cardinal => {
            let number = number::signed(text, customs).filter(|number| number.length == text.len())?;
            Some(numbers::said(&number, customs))
        }
        SayAs::Ordinal => {
            let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
            ordinals::said(number::unsigned(digits, customs)?.count()?, customs)
        }
        SayAs::Fraction => by_rules(fractions::RULES, text, customs),
        SayAs::Unit => by_rules(units::RULES, text, customs),
        SayAs::Currency => by_rules(money::RULES, text, customs),
        SayAs::Time => by_rules(times::RULES, text, customs),
        SayAs::Date(order) => {
            let date = date::year_first(text).or_else(|| date::with_year(text, &['-', '/', '.'], order));
            match date.filter(|date| date.length == text.len()) {
                Some(date) => dates::said(&date, customs),
                None => by_rules(dates::RULES, text, customs),
            }
        }
        _ => shared::say_as(text, kind, customs),
    }
}

#[cfg(test)]
mod tests {
    use speech::{ByteSpan, DateOrder, How, Language, SayAs, Wish};

    use crate::Normaliser;

    fn said(text: &str, kind: SayAs) -> String {
        let wish = Wish { span: ByteSpan::new(0, text.len()), how: How::As(kind) };
        Normaliser::new(&Language::new("nl")).read_with(text, &[wish]).text.as_str().to_owned()
    }

    #[test]
    fn what_is_asked_for_is_read_so() {
        assert_eq!(said("12", SayAs::Ordinal), "twaalfde");
        assert_eq!(said("1,5", SayAs::Cardinal), "één komma vijf");
        assert_eq!(said("3/4/2001", SayAs::Date(DateOrder::MonthFirst)), "vier maart tweeduizend één");
        assert_eq!(said("1/2", SayAs::Fraction), "een half");
        assert_eq!(said("401", SayAs::Digits), "vier nul één");
        assert_eq!(said("€ 3", SayAs::Currency), "drie euro");
        assert_eq!(said("A1", SayAs::Characters), "a één");
    }
}
