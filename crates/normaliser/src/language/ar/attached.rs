//! Numbers that are written together with a particle or the article: و5, بـ10, الـ21.

use crate::customs::Customs;
use crate::parse::digits;
use crate::place::{Place, last_word};
use crate::rule::{Said, Starts};

use super::NUMBERS;
use super::grammar::Gender;
use super::ordinals::ordinal;

/// And, so, with, for, as; and two of them.
const PARTICLES: &[&str] = &["وب", "ول", "و", "ف", "ب", "ل", "ك"];

/// A particle and what follows it as one word.
pub(super) fn with_particle(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let particle =
        PARTICLES.iter().find(|particle| begins_number(text, particle)).filter(|_| place.begins_word())?;
    let length = particle.len() + stretch(&text[particle.len()..]);
    let said = NUMBERS
        .iter()
        .filter(|rule| rule.starts != Starts::Mark)
        .find_map(|rule| (rule.read)(place.further(length), customs))?;
    Some(Said::new(length + said.length, format!("{particle}{}", said.words)))
}

/// `الـ21`, an ordinal of the gender of the noun before it.
pub(super) fn with_article(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let article = "ال";
    if !place.begins_word() || !begins_number(text, article) {
        return None;
    }
    let start = article.len() + stretch(&text[article.len()..]);
    let (number, length) = digits::run(&text[start..]).filter(|(digits, _)| digits.len() <= 4)?;
    let noun = last_word(place.before());
    let gender = if noun.ends_with('ة') { Gender::Feminine } else { Gender::Masculine };
    let number = number.parse().ok().filter(|number| *number > 0)?;
    let ends = !text[start + length..].starts_with(['.', '٫', '%', '٪']) || text[start + length..].len() == 1;
    ends.then(|| Said::new(start + length, ordinal(number, gender)))
}

/// Whether these letters and a number follow, perhaps with the stroke between that keeps them apart.
fn begins_number(text: &str, letters: &str) -> bool {
    let behind = text.strip_prefix(letters).map(|rest| &rest[stretch(rest)..]);
    behind.is_some_and(|rest| {
        rest.starts_with(|c| digits::value(c).is_some() || matches!(c, '$' | '€' | '£' | '%' | '٪'))
    })
}

/// The length of the stroke that lengthens a letter.
fn stretch(text: &str) -> usize {
    if text.starts_with('ـ') { 'ـ'.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    #[test]
    fn particles_stay_with_their_numbers() {
        let read = |text| with_particle(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("و5 كتب").as_deref(), Some("وخمسة"));
        assert_eq!(read("و$7").as_deref(), Some("وسبعة دولارات"));
        assert_eq!(read("بـ20 كتابًا").as_deref(), Some("بعشرين"));
        assert_eq!((read("وقال 5"), read("سو5")), (None, None));
    }

    #[test]
    fn the_article_makes_an_ordinal() {
        let text = "القرن الـ21";
        let said = with_article(Place::new(text, "القرن ".len(), text.len()), &CUSTOMS).unwrap();
        assert_eq!(said.words, "الحادي والعشرين");
    }
}
