//! What stands between the marks of an address, a path or a name of code: words, letters and figures.

use crate::customs::Customs;
use crate::shared::spell;

/// Spelled in addresses and names of code, though one could say them. In upper case.
const SPELLED: &[&str] = &[
    "API", "URL", "URI", "USB", "USA", "UI", "UX", "AI", "IO", "ID", "EU", "UK", "IP", "OS", "AWS", "CIA",
    "FBI", "IBM", "EXE", "AVI", "UTF", "SDK", "IOS",
];

/// Where in an address or file name a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Somewhere inside.
    Inner,
    /// Behind the last full stop: a country, a kind of file.
    Ending,
}

/// A border at which digits and letters part within a piece, and what the part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letters,
    Digits,
    Mark,
}

/// `text` with its words as words, its digits as figures and its marks by their names; a mark without one is silent.
/// What follows the last full stop is an ending if `role` says that `text` has one.
pub(crate) fn say(text: &str, role: Role, customs: &Customs) -> String {
    let ending = text.rfind('.').filter(|_| role == Role::Ending);
    let mut said = Vec::new();
    for (at, kind, run) in runs(text) {
        let role = if ending.is_some_and(|dot| at > dot) { Role::Ending } else { Role::Inner };
        said.push(match kind {
            Kind::Letters => word(run, role, customs),
            Kind::Digits => spell::figures(run, customs),
            Kind::Mark => run.chars().next().and_then(|c| customs.mark(c)).unwrap_or_default().to_owned(),
        });
    }
    spell::join(said)
}

/// A run of letters: spelled if nobody could say it, or if it is known to be.
pub(crate) fn word(letters: &str, role: Role, customs: &Customs) -> String {
    let capitals = letters.to_uppercase();
    match customs.name(&capitals) {
        Some("") => return letters.to_lowercase(),
        Some(said) => return said.to_owned(),
        None => {}
    }
    if is_spelled(letters, &capitals, role, customs) {
        return spell::characters(letters, customs);
    }
    if letters == capitals { letters.to_lowercase() } else { letters.to_owned() }
}

fn is_spelled(letters: &str, capitals: &str, role: Role, customs: &Customs) -> bool {
    let count = letters.chars().count();
    let short = count == 2 && role == Role::Ending;
    let is_latin = letters.is_ascii();
    let listed = SPELLED.contains(&capitals) || (letters == capitals && customs.spelled.contains(&capitals));
    let voiceless =
        !customs.vowels.is_empty() && !capitals.contains(|c| customs.vowels.contains(c) || c == 'Y');
    let known = customs.short.contains(&letters.to_lowercase().as_str());
    count == 1 || listed || (is_latin && (voiceless || short) && !known)
}

/// The runs of letters and of digits, and each mark, with the byte where it begins.
fn runs(text: &str) -> impl Iterator<Item = (usize, Kind, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let first = rest.chars().next()?;
        let kind = kind(first);
        let alike = rest.find(|c| self::kind(c) != kind).unwrap_or(rest.len());
        let length = if kind == Kind::Mark { first.len_utf8() } else { alike };
        let start = at;
        at += length;
        Some((start, kind, &rest[..length]))
    })
}

fn kind(c: char) -> Kind {
    match c {
        _ if c.is_ascii_digit() => Kind::Digits,
        _ if c.is_alphabetic() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36F}') => Kind::Letters,
        _ => Kind::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    const CUSTOMS: Customs = Customs {
        marks: &[('.', "dot"), ('/', "slash"), ('_', "underscore")],
        vowels: "AEIOU",
        names: &[("JPG", "jay peg")],
        short: &["me"],
        ..COMMA_GROUPS
    };

    #[test]
    fn words_are_said_and_the_rest_is_spelled() {
        assert_eq!(say("shop.example.uk", Role::Ending, &CUSTOMS), "shop dot example dot u k");
        assert_eq!(say("api/v2_x.jpg", Role::Inner, &CUSTOMS), "a p i slash v two underscore x dot jay peg");
        assert_eq!(say("t.me", Role::Ending, &CUSTOMS), "t dot me");
        assert_eq!(say("LIZ42", Role::Inner, &CUSTOMS), "liz forty-two");
    }
}
