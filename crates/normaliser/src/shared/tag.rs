//! `#WordsLikeThis` and `@name`.

use crate::customs::Customs;
use crate::place::Place;
use crate::rule::Said;
use crate::shared::pieces::{self, Role};
use crate::shared::{identifier, spell};

/// Longer names than this are none.
const LONGEST: usize = 100;

/// `#summer`, `#SummerTime24`; `#1` is no tag.
pub(crate) fn hashtag(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let name = name(place, '#')?;
    let words = identifier::words(name).into_iter().map(|word| pieces::say(word, Role::Inner, customs));
    Some(Said::new(1 + name.len(), spell::join([customs.hashtag.to_owned(), spell::join(words)])))
}

/// `@jane_doe`.
pub(crate) fn handle(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let name = name(place, '@')?;
    let at = customs.mark('@')?;
    Some(Said::new(1 + name.len(), spell::join([at, pieces::say(name, Role::Inner, customs).as_str()])))
}

fn name(place: Place<'_>, mark: char) -> Option<&str> {
    let rest = place.rest().strip_prefix(mark).filter(|_| place.begins_word())?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let name = rest[..end].trim_end_matches('_');
    (name.starts_with(|c: char| c.is_alphabetic() || c == '_') && name.len() <= LONGEST).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    #[test]
    fn tags_fall_into_words() {
        let customs =
            Customs { hashtag: "hashtag", marks: &[('@', "at"), ('_', "underscore")], ..COMMA_GROUPS };
        let at = |text: &'static str| Place::new(text, 0, text.len());
        assert_eq!(hashtag(at("#OpenDay24!"), &customs).unwrap().words, "hashtag Open Day twenty-four");
        assert_eq!(handle(at("@jo_x: hi"), &customs).unwrap(), Said::new(5, "at jo underscore x"));
        assert_eq!(hashtag(at("#1"), &customs), None);
    }
}
