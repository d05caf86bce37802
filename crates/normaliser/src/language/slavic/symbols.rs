//! Symbols between numbers and names, where they are said: which they are is the same in both languages, their names are not.

use crate::place::Place;
use crate::rule::Said;

/// What a language calls symbols.
pub(crate) struct Names {
    /// Each by its sign.
    pub(crate) signs: &'static [(char, &'static str)],
    /// `§§`.
    pub(crate) sections: &'static str,
}

/// `№ 5`, `§ 3`, `2 + 2 = 4`, `x < 5`, `±3`, `A & B`.
pub(crate) fn symbol(place: Place<'_>, names: &Names) -> Option<Said> {
    let mark = place.rest().chars().next().filter(|mark| is_said(place, *mark))?;
    let length = mark.len_utf8();
    if place.rest().starts_with("§§") {
        return Some(Said::new(2 * length, names.sections));
    }
    let (_, name) = names.signs.iter().find(|(sign, _)| *sign == mark)?;
    Some(Said::new(length, *name))
}

/// Whether a sign is one that is said, by what stands around it.
fn is_said(place: Place<'_>, mark: char) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let behind = &place.rest()[mark.len_utf8()..];
    let apart = place.previous().is_none_or(char::is_whitespace);
    let spaced = apart && behind.starts_with(char::is_whitespace);
    let before = place.before().trim_end();
    let number = behind.trim_start().starts_with(digit);
    match mark {
        '№' | '§' | '&' | '±' | '≈' | '×' | '≤' | '≥' | '÷' => true,
        '~' => number,
        '+' => spaced && !before.is_empty() || apart && behind.starts_with(digit),
        '=' => !before.is_empty(),
        '−' | '–' => spaced && number && before.ends_with(digit) && behind.contains('='),
        '<' | '>' => spaced,
        _ => false,
    }
}

/// The colon of a score, `3:1`, is silent.
pub(crate) fn score(place: Place<'_>) -> Option<Said> {
    let behind = place.rest().strip_prefix(':')?;
    let digit = |c: char| c.is_ascii_digit();
    (place.previous().is_some_and(digit) && behind.starts_with(digit)).then(|| Said::new(1, ""))
}
