//! What somebody asked to have read as a thing of a kind.

use crate::language::romance::grammar::Form;
use crate::language::romance::ordinals::Shape;
use crate::language::romance::tongue::Tongue;
use crate::language::romance::{dates, fractions, money, quantity, times, units};
use crate::parse::number;
use crate::place::Place;
use crate::rule::Said;
use crate::shared;
use speech::SayAs;

/// The words for `text`, if it is such a thing.
pub(in crate::language) fn say_as(text: &str, kind: SayAs, tongue: &Tongue) -> Option<String> {
    let text = text.trim();
    let place = Place::new(text, 0, text.len());
    let whole = |said: Option<Said>| said.filter(|said| said.length == text.len()).map(|said| said.words);
    match kind {
        SayAs::Cardinal => {
            let number = number::signed(text, tongue.customs).filter(|number| number.length == text.len())?;
            quantity::words(tongue, &number, Form::Alone)
        }
        SayAs::Ordinal => {
            let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
            tongue.ordinal(digits.parse().ok()?, Shape::MASCULINE)
        }
        SayAs::Fraction => whole(fractions::read(place, tongue)),
        SayAs::Unit => whole(units::read(place, tongue)),
        SayAs::Currency => whole(money::read(place, tongue)),
        SayAs::Date(order) => dates::as_asked(text, order, tongue),
        SayAs::Time => whole(times::read(place, tongue)),
        _ => shared::say_as::say_as(text, kind, tongue.customs),
    }
}

#[cfg(test)]
mod tests {
    use speech::{ByteSpan, DateOrder, How, Language, SayAs, Wish};

    use crate::Normaliser;

    fn said(tag: &str, text: &str, kind: SayAs) -> String {
        let wish = Wish { span: ByteSpan::new(0, text.len()), how: How::As(kind) };
        Normaliser::new(&Language::new(tag)).read_with(text, &[wish]).text.as_str().to_owned()
    }

    #[test]
    fn what_is_asked_for_is_read_so() {
        assert_eq!(said("fr", "12", SayAs::Ordinal), "douzième");
        assert_eq!(said("es", "1,5", SayAs::Cardinal), "uno coma cinco");
        assert_eq!(said("it", "3/4/2001", SayAs::Date(DateOrder::MonthFirst)), "quattro marzo duemilauno");
        assert_eq!(said("pt", "404", SayAs::Digits), "quatro zero quatro");
        assert_eq!(said("fr", "3 €", SayAs::Currency), "trois euros");
    }
}
