//! Symbols between words: `&`, `→`, `§`.

use crate::customs::Customs;
use crate::place::Place;
use crate::rule::Said;

/// A symbol that the language has a word for; one with an empty word is silent.
pub(crate) fn symbol(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (written, said) = customs.symbols.iter().find(|(written, _)| rest.starts_with(written))?;
    Some(Said::new(written.len(), *said))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    #[test]
    fn the_first_that_fits_is_said() {
        let customs = Customs { symbols: &[("&&", "and also"), ("&", "and")], ..COMMA_GROUPS };
        assert_eq!(symbol(Place::new("&& x", 0, 4), &customs), Some(Said::new(2, "and also")));
        assert_eq!(symbol(Place::new("+ x", 0, 3), &customs), None);
    }
}
