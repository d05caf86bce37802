//! Symbols between words, emoji that stand for one, and formulas of chemistry.

use crate::customs::Customs;
use crate::language::en::context::follows_any;
use crate::language::en::words::{self, is_british};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

/// Emoji that are words.
pub(super) const HEARTS: &[Rule] = &[Rule { name: "emoji", starts: Starts::Mark, read: heart }];

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "formula", starts: Starts::Letter, read: formula },
    Rule { name: "grade", starts: Starts::Letter, read: grade },
    Rule { name: "key", starts: Starts::Mark, read: key },
    Rule { name: "slash", starts: Starts::Mark, read: slash },
    Rule { name: "joined", starts: Starts::Mark, read: joined },
];

/// Symbols with a word of their own, wherever they stand.
pub(super) const NAMES: &[(&str, &str)] = &[
    ("&amp;", "and"),
    ("&lt;", "less than"),
    ("&gt;", "greater than"),
    ("&&", "and"),
    ("||", "or"),
    ("&", "and"),
    ("@", "at"),
    ("→", "to"),
    ("➡", "to"),
    ("⇒", "implies"),
    ("←", "from"),
    ("↔", "to"),
    ("§§", "sections"),
    ("§", "section"),
    ("¶", "paragraph"),
    ("©", "copyright"),
    ("®", ""),
    ("™", ""),
    ("℠", ""),
    ("°", "degrees"),
    ("‰", "per mille"),
    ("%", "percent"),
    ("×", "times"),
    ("≈", "about"),
    ("✓", ""),
    ("•", ""),
    ("●", ""),
    ("▪", ""),
    ("■", ""),
    ("†", ""),
    ("‡", ""),
    ("★", "star"),
    ("☆", "star"),
    ("¹", ""),
    ("№", "number"),
    ("€", "euros"),
    ("£", "pounds"),
    ("¥", "yen"),
    ("¢", "cents"),
];

/// What the key `#` is called.
pub(super) fn pound(customs: &Customs) -> &'static str {
    if is_british(customs) { "hash" } else { "pound" }
}

/// A heart between a pronoun and what is loved.
fn heart(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let heart =
        rest.chars().next().filter(|c| matches!(c, '❤' | '♥' | '💙' | '💚' | '💛' | '🧡' | '💜' | '🖤'))?;
    let bare = rest[heart.len_utf8()..].trim_start_matches('\u{FE0F}');
    let lover = matches!(place.previous_word(), "I" | "i" | "we" | "We");
    let next = bare.strip_prefix(' ').map(first_word).unwrap_or_default();
    let loved =
        next.starts_with(char::is_lowercase) || (next.len() > 1 && next.chars().all(char::is_uppercase));
    (lover && loved).then(|| Said::new(rest.len() - bare.len(), "love"))
}

/// `CO₂`, `C₆H₁₂O₆`.
fn formula(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || is_low(c))).unwrap_or(rest.len());
    let written = &rest[..end];
    let sound = written.contains(is_low)
        && written.len() <= 40
        && place.begins_word()
        && written.starts_with(|c: char| c.is_ascii_uppercase());
    let mut said = Vec::new();
    let mut low = String::new();
    for c in written.chars().chain([' ']) {
        if let Some(value) = low_value(c) {
            low.push(char::from(b'0' + value));
            continue;
        }
        if !low.is_empty() {
            said.push(words::cardinal(low.parse().ok()?, customs));
            low.clear();
        }
        said.push(if c.is_alphabetic() { spell::letter(c, customs) } else { String::new() });
    }
    sound.then(|| Said::new(end, spell::join(said)))
}

fn is_low(c: char) -> bool {
    low_value(c).is_some()
}

fn low_value(c: char) -> Option<u8> {
    u32::from(c).checked_sub(u32::from('₀')).filter(|value| *value < 10).map(|value| value as u8)
}

/// `B+`, `D-`, `C#`, `C++`, `F#`: a letter and its signs.
fn grade(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let letter = rest.chars().next().filter(|c| c.is_ascii_uppercase() && place.begins_word())?;
    let end = rest[1..]
        .find(|c: char| {
            c.is_alphanumeric()
                || c.is_whitespace()
                || matches!(c, ',' | '.' | ';' | ')' | ':' | '?' | '!' | '"')
        })
        .map_or(rest.len(), |at| 1 + at);
    let said = match &rest[1..end] {
        "+" => "plus",
        "-" | "−" if !rest[end..].starts_with(char::is_alphanumeric) => "minus",
        "++" => "plus plus",
        "#" | "♯" => "sharp",
        "♭" => "flat",
        "*" => "star",
        _ => return None,
    };
    let ends = !rest[end..].starts_with(char::is_alphanumeric);
    ends.then(|| Said::new(end, format!("{} {said}", spell::letter(letter, customs))))
}

/// `#` and `*` where a key is pressed, and `+` between keys.
fn key(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let c = place.rest().chars().next()?;
    let told = follows_any(place, &["press", "dial", "hit", "push", "enter", "tap"]) && place.begins_word();
    let alone = !place.rest()[c.len_utf8()..].starts_with(|next: char| next.is_alphanumeric() || next == c);
    match c {
        '#' if place.rest().starts_with("# of ") => Some(Said::new(1, "number")),
        '#' if told && alone => Some(Said::new(1, pound(customs))),
        '*' if told && alone => Some(Said::new(1, "star")),
        '+' if is_joint(place) => {
            let keys =
                follows_any(place, &["ctrl", "alt", "shift", "cmd", "command", "control", "option", "win"]);
            Some(Said::new(1, if keys { "" } else { "plus" }))
        }
        _ => None,
    }
}

/// Whether letters or digits stand on both sides.
fn is_joint(place: Place<'_>) -> bool {
    let behind = place.rest().strip_prefix('+').unwrap_or_default();
    place.previous().is_some_and(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric)
}

/// A slash before a number behind capitals: `HTTP/2`; between words it is silent or `or`, as the engine reads it.
fn slash(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let behind = place.rest().strip_prefix('/')?;
    let before = place.previous().filter(|c| c.is_alphabetic())?;
    let after = behind.chars().next()?;
    let mut further = behind.chars().skip(1);
    let single = place.before().chars().rev().nth(1).is_none_or(|c| !c.is_alphanumeric())
        && !further.next().is_some_and(char::is_alphanumeric);
    let aperture = before == 'f' && after.is_ascii_digit() && place.previous_word() == "f";
    match (before.is_uppercase(), after) {
        _ if aperture => Some(Said::new(1, "")),
        (true, 'A'..='Z') if single => Some(Said::new(1, "")),
        (true, 'A'..='Z' | '0'..='9') => Some(Said::new(1, "slash")),
        _ if after.is_alphabetic() => Some(Said::new(1, "slash")),
        _ => None,
    }
}

/// Whether digits end here, perhaps with a letter of magnitude or a percent sign.
fn ends_amount(before: &str) -> bool {
    before.trim_end_matches(['k', 'K', 'M', 'B', '%', 'm']).ends_with(|c: char| c.is_ascii_digit())
}

/// Signs that are said wherever they are joined to something or stand between words: `~5`, `+$4`, `x = y`, `DEBUG=1`.
fn joined(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let sign = place.rest().chars().next()?;
    let behind = &place.rest()[sign.len_utf8()..];
    let amount = behind.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€'));
    let spaced = behind.starts_with(' ')
        && place.previous() == Some(' ')
        && !place.before().trim().is_empty()
        && !behind.trim().is_empty();
    let inside = place.previous().is_some_and(char::is_alphanumeric)
        && behind.starts_with(|c: char| c.is_alphanumeric());
    let alone = place.previous().is_none_or(char::is_whitespace);
    let behind_amount = ends_amount(place.before()) && !behind.starts_with(char::is_alphanumeric);
    match sign {
        '~' if amount => Some(Said::new(1, "about")),
        '≥' if amount && alone => Some(Said::new(sign.len_utf8(), "at least")),
        '≤' if amount && alone => Some(Said::new(sign.len_utf8(), "at most")),
        '+' if behind_amount => Some(Said::new(1, "plus")),
        '+' if (amount && alone) || spaced => Some(Said::new(1, "plus")),
        '=' if spaced || inside => Some(Said::new(1, "equals")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn symbols_have_words() {
        assert_eq!(american("salt & oil @ $2, §5"), "salt and oil at two dollars, section five");
        assert_eq!(
            american("C# and C++; an A- and a B+"),
            "c sharp and c plus plus; an a- minus and a b plus"
        );
        assert_eq!(british("press # or dial #4"), "press hash or dial hash four");
    }

    #[test]
    fn formulas_are_spelled() {
        assert_eq!(american("CO₂ and H₂SO₄"), "c o two and h two s o four");
        assert_eq!(american("I ❤️ tea 🎉"), "I love tea ");
    }
}
