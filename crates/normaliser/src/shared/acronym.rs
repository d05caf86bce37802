//! Words in capitals: spelled where nobody could say them or where they are known to be; and letters with full stops.

use crate::customs::Customs;
use crate::place::{Place, first_word, last_word};
use crate::rule::Said;
use crate::shared::spell;

/// Longer words in capitals than this are no acronyms.
const LONGEST: usize = 8;

/// Spelled in every language, though one could say them. In upper case.
const SPELLED: &[&str] = &[
    "USB", "USA", "API", "URL", "URI", "CIA", "FBI", "IBM", "IP", "UI", "AI", "IT", "EU", "UK", "IO", "ID",
    "UV",
];

/// A name that is said otherwise than it is written, with the mark of its plural or owner: `SQL`, `PhDs`, `GUI's`.
pub(crate) fn name(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '&')).unwrap_or(rest.len());
    let written = rest[..end].trim_end_matches('&');
    let (said, bare) = [written, written.strip_suffix('s').unwrap_or(written)]
        .into_iter()
        .find_map(|bare| Some((customs.name(bare)?, bare)))?;
    let plural = bare.len() < written.len();
    let letter = said.rsplit(' ').next().is_some_and(|last| last.trim_end_matches('-').chars().count() == 1);
    let words = match (plural, letter) {
        (true, true) => format!("{}'s", said.trim_end_matches('-')),
        (true, false) => format!("{said}s"),
        _ => said.to_owned(),
    };
    (place.begins_word() && !said.is_empty()).then(|| Said::new(written.len(), words))
}

/// A word in capitals that is spelled; a plural or owner's `s` stays with it.
pub(crate) fn acronym(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (capitals, length) = capitals(place)?;
    let listed = customs.spelled.contains(&capitals) || SPELLED.contains(&capitals);
    let voiceless =
        !customs.vowels.is_empty() && !capitals.contains(|c| customs.vowels.contains(c) || c == 'Y');
    let is_word = customs.name(capitals).is_some() || !capitals.is_ascii();
    let spell = (listed && !is_shouted(place, length, customs)) || voiceless;
    (spell && !is_word).then(|| Said::new(length, spelled(&place.rest()[..length], customs)))
}

/// The capitals at the place, and the length with a small `s` behind them; `None` if they are part of another word.
pub(crate) fn capitals(place: Place<'_>) -> Option<(&str, usize)> {
    let rest = place.rest();
    let end = rest.find(|c: char| !c.is_uppercase()).unwrap_or(rest.len());
    let behind = &rest[end..];
    let suffix = ["'s", "’s", "s"].into_iter().find(|suffix| {
        behind.strip_prefix(suffix).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    let length = end + suffix.map_or(0, str::len);
    let fits =
        (2..=LONGEST).contains(&rest[..end].chars().count()) && place.begins_word() && place.may_end(length);
    fits.then_some((&rest[..end], length))
}

/// Whether a word on either side is in capitals as well and no acronym, so that these mean nothing.
pub(crate) fn is_shouted(place: Place<'_>, length: usize, customs: &Customs) -> bool {
    let capitals = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let shouts = |word: &str| capitals(word) && !is_known(word, customs);
    let between = |c: char| c.is_whitespace() || matches!(c, '!' | '?');
    let behind = place.rest()[length..].trim_start_matches(between);
    let before = place.before().trim_end_matches(between);
    shouts(first_word(behind)) || shouts(last_word(before))
}

/// Whether a word in capitals is an acronym that is listed, or cannot be said.
fn is_known(word: &str, customs: &Customs) -> bool {
    let voiceless = !customs.vowels.is_empty() && !word.contains(|c| customs.vowels.contains(c) || c == 'Y');
    voiceless || customs.name(word).is_some() || customs.spelled.contains(&word) || SPELLED.contains(&word)
}

/// Letters one by one; a small `s` behind capitals belongs to the last, with an apostrophe.
pub(crate) fn spelled(written: &str, customs: &Customs) -> String {
    let bare = written.strip_suffix('s').unwrap_or(written);
    let suffix = if bare.len() < written.len() { "'s" } else { "" };
    let bare = bare.trim_end_matches(['\'', '’']);
    let said = spell::characters(bare, customs);
    let said = if suffix.is_empty() { said } else { said.trim_end_matches('-').to_owned() };
    said + suffix
}

/// Capitals with a full stop behind each: `U.S.`, `J.K.`, and one before a name: `T. Marlowe`. The last stop is left if
/// a sentence ends there.
pub(crate) fn dotted(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let mut letters = Vec::new();
    let mut length = 0;
    while let Some((letter, more)) = initial(&rest[length..]) {
        letters.push(spell::letter(letter, customs));
        length += more;
    }
    let last = rest[length..].chars().next().filter(|c| c.is_uppercase() && !letters.is_empty());
    if let Some(last) = last.filter(|last| place.may_end(length + last.len_utf8())) {
        letters.push(spell::letter(last, customs));
        length += last.len_utf8();
    }
    let behind = &rest[length..];
    let sound = letters.len() > 1 || (letters.len() == 1 && is_before_name(behind));
    if !sound || !place.begins_word() {
        return None;
    }
    let (suffix, more) = owner(behind);
    let ends = place.ends_sentence(length, customs.tag);
    let length = length - usize::from(ends);
    (letters.len() > 1 || !ends).then(|| {
        let said = spell::join(letters);
        let said = if suffix.is_empty() { said } else { said.trim_end_matches('-').to_owned() };
        Said::new(length + more, said + suffix)
    })
}

/// Whether a name begins behind a space, perhaps in quotation marks or brackets: `„Anna“ Schmidt`.
fn is_before_name(behind: &str) -> bool {
    let next = behind.strip_prefix(' ').unwrap_or_default();
    let name = next.trim_start_matches(['„', '“', '”', '"', '«', '»', '‹', '›', '‚', '‘', '(', '[']);
    name.starts_with(char::is_uppercase)
}

fn initial(text: &str) -> Option<(char, usize)> {
    let letter = text.chars().next().filter(|c| c.is_uppercase())?;
    text[letter.len_utf8()..].starts_with('.').then_some((letter, letter.len_utf8() + 1))
}

fn owner(behind: &str) -> (&'static str, usize) {
    let ends = |suffix: &&str| {
        behind.strip_prefix(*suffix).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    ["'s", "’s", "s"].into_iter().find(ends).map_or(("", 0), |suffix| ("'s", suffix.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    const CUSTOMS: Customs =
        Customs { vowels: "AEIOU", names: &[("SQL", "sequel"), ("OPEC", "")], ..COMMA_GROUPS };

    fn read(text: &str, part: &str) -> Option<Said> {
        let place = Place::new(text, text.find(part).unwrap(), text.len());
        [name, dotted, acronym].into_iter().find_map(|rule| rule(place, &CUSTOMS))
    }

    #[test]
    fn what_cannot_be_said_is_spelled() {
        assert_eq!(read("some PDFs here", "PDF"), Some(Said::new(4, "p d f's")));
        assert_eq!(read("the CIA’s men", "CIA"), Some(Said::new(7, "c i a's")));
        assert_eq!(read("two SQLs", "SQL"), Some(Said::new(4, "sequels")));
        for none in ["OPEC", "NATO", "Word", "A", "HTMLx"] {
            assert_eq!(read(none, none), None, "{none}");
        }
    }

    #[test]
    fn what_is_shouted_is_said() {
        assert_eq!(read("DO IT NOW", "IT"), None);
        assert_eq!(read("the IT team", "IT"), Some(Said::new(2, "i t")));
    }

    #[test]
    fn full_stops_behind_letters_are_silent() {
        assert_eq!(read("the U.S. base", "U"), Some(Said::new(4, "u s")));
        assert_eq!(read("in the U.S.", "U"), Some(Said::new(3, "u s")));
        assert_eq!(read("T. Marlowe", "T"), Some(Said::new(2, "t")));
        assert_eq!(read("plan B. then", "B"), None);
        assert_eq!(read("T. (Tom) Marlowe", "T"), Some(Said::new(2, "t")));
    }

    #[test]
    fn the_full_stop_of_a_sentence_stays() {
        for (tag, text, words) in [
            ("de", "Er lebt in den U.S. Dann kam er.", "u s"),
            ("fr", "Il vit aux U.S.A. Ensuite, il part.", "u s a"),
            ("es", "Vive en los U.S. Después vuelve.", "u s"),
            ("it", "Vive negli U.S.A. Poi torna.", "u s a"),
            ("nl", "Hij woont in de U.S. Daarna ging hij.", "u s"),
            ("pl", "Mieszka w U.S.A. Potem wraca.", "u s a"),
            ("tr", "A.B.D. Sonra döndü.", "a b d"),
        ] {
            let customs = Customs { tag, ..CUSTOMS };
            let start = text.find('.').unwrap() - 1;
            let said = dotted(Place::new(text, start, text.len()), &customs);
            assert_eq!(said, Some(Said::new(2 * words.split(' ').count() - 1, words)), "{tag}");
        }
        let single = "Wir nehmen Plan B. Dann gehen wir.";
        let customs = Customs { tag: "de", ..CUSTOMS };
        assert_eq!(dotted(Place::new(single, single.find("B.").unwrap(), single.len()), &customs), None);
    }
}
