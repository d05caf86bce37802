//! Codes that are read digit by digit: `PIN 0407`.

use crate::language::romance::tongue::Tongue;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

/// How many words back a code may be announced.
const REACH: usize = 3;

/// Three to twelve digits that a word shortly before them calls a code.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let (digits, length) =
        digits::run(place.rest()).filter(|(digits, _)| (3..=12).contains(&digits.len()))?;
    let goes_on = place.rest()[length..].starts_with(['.', ',', '/', ':'])
        && place.rest()[length + 1..].starts_with(|c| digits::value(c).is_some());
    let code = !goes_on && place.begins_word() && place.may_end(length) && is_announced(place, tongue);
    code.then(|| tongue.digits(&digits))?.map(|words| Said::new(length, words))
}

fn is_announced(place: Place<'_>, tongue: &Tongue) -> bool {
    let sentence = place.before().rsplit(['.', '!', '?', ';']).next().unwrap_or_default();
    sentence
        .rsplit(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(REACH)
        .any(|word| tongue.numbers.code_heralds.contains(&word.to_lowercase().as_str()))
}
