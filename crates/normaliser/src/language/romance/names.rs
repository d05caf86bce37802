//! Names with figures in them: `A7`, `MP3`, `BR-101`, `4K`, `v2.4`.

use crate::language::romance::grammar::Form;
use crate::language::romance::numbers;
use crate::language::romance::tongue::Tongue;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

/// More letters than this before figures are a word.
const MOST_LETTERS: usize = 3;

/// Capitals and figures behind them, perhaps with a hyphen between; a `v` before the figures of a version.
pub(super) fn letters_first(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let letters = match rest.strip_prefix('v') {
        Some(_) => 1,
        None => capitals(rest),
    };
    if !(1..=MOST_LETTERS).contains(&letters) || !place.begins_word() {
        return None;
    }
    let hyphen = usize::from(rest[letters..].starts_with('-') && rest.as_bytes()[0] != b'v');
    let start = letters + hyphen;
    let (length, words) =
        numbers::dotted_words(&rest[start..], tongue).or_else(|| number(&rest[start..], tongue))?;
    let goes_on = rest[start + length..].chars().next().is_some_and(|c| c.is_alphanumeric() || c == '-');
    (!goes_on).then(|| Said::new(start + length, format!("{} {words}", spelled(&rest[..letters]))))
}

/// Figures and capitals behind them.
pub(super) fn figures_first(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let (length, words) = number(rest, tongue)?;
    let letters = capitals(&rest[length..]);
    let fits = (1..=2).contains(&letters) && place.begins_word() && place.may_end(length + letters);
    fits.then(|| Said::new(length + letters, format!("{words} {}", spelled(&rest[length..length + letters]))))
}

/// Figures that are no part of a longer number, and their length.
fn number(text: &str, tongue: &Tongue) -> Option<(usize, String)> {
    let (digits, length) = digits::run(text)?;
    Some((length, tongue.number_or_digits(&digits, Form::Alone)?))
}

/// How many capital letters of the Latin alphabet `text` begins with.
fn capitals(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_uppercase).count()
}

/// Letters with spaces between, so that each is read by its name.
fn spelled(letters: &str) -> String {
    letters.chars().map(String::from).collect::<Vec<_>>().join(" ")
}
