//! Marks that are read as words where they mean something: `&`, `=`, `§ 5`, `±3`.

use crate::language::romance::tongue::{Tongue, Where};
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

/// A mark that has a name here.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let sign = tongue
        .signs
        .iter()
        .find(|sign| rest.strip_prefix(sign.mark).is_some_and(|behind| fits(sign.when, place, behind)))?;
    Some(Said::new(sign.mark.len(), sign.words))
}

fn fits(when: Where, place: Place<'_>, behind: &str) -> bool {
    let spaced_before = place.previous().is_none_or(char::is_whitespace);
    let spaced_behind = behind.chars().next().is_none_or(char::is_whitespace);
    let number = behind.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    match when {
        Where::Anywhere => true,
        Where::BeforeNumber => place.begins_word() && number.starts_with(|c| digits::value(c).is_some()),
        Where::Between => {
            let mark = place.rest().chars().next();
            spaced_before == spaced_behind
                && place.previous() != mark
                && behind.chars().next() != mark
                && !place.before().trim_end().is_empty()
                && !behind.trim_start().is_empty()
        }
        Where::BetweenLetters => {
            place.previous().is_some_and(char::is_alphabetic) && behind.starts_with(char::is_alphabetic)
        }
        Where::Alone => {
            spaced_before && (spaced_behind || behind.starts_with(['.', ',', ';', ':', '!', '?', ')']))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn marks_have_names_where_they_mean_something() {
        check("fr", &[("a < b", "a est inférieur à b"), ("±2", "plus ou moins deux"), ("et/ou", "et ou")]);
        check("es", &[("#4", "número cuatro"), ("pulse *", "pulse asterisco")]);
    }
}
