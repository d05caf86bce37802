//! How long something lasts: `2 h 43 min 11 s`.

use crate::language::romance::quantity::space;
use crate::language::romance::tongue::Tongue;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

/// At least two of hours, minutes and seconds, in this order.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let (mut parts, mut length, mut next) = ([None; 3], 0, 0);
    while next < parts.len() {
        let start = length + space(&rest[length..]);
        let Some((unit, number, more)) = part(&rest[start..], next) else { break };
        parts[unit] = Some(number);
        (next, length) = (unit + 1, start + more);
    }
    let several = parts.iter().flatten().count() > 1;
    (several && place.begins_word())
        .then(|| tongue.times.lasting(tongue, parts))?
        .map(|words| Said::new(length, words))
}

/// A number with the sign of one of the units from `first` on: which it is, the number, and the length of both.
fn part(text: &str, first: usize) -> Option<(usize, u32, usize)> {
    let (number, length) = digits::run(text).filter(|(digits, _)| digits.len() <= 3)?;
    let start = length + space(&text[length..]);
    let signs: [&[&str]; 3] = [&["h"], &["min", "mn", "m", "′", "'"], &["seg", "sec", "s", "″", "\""]];
    let found = signs.iter().enumerate().skip(first).find_map(|(unit, signs)| {
        let sign = signs.iter().find(|sign| {
            text[start..].strip_prefix(**sign).is_some_and(|behind| !behind.starts_with(char::is_alphabetic))
        })?;
        Some((unit, sign.len()))
    });
    let (unit, sign) = found?;
    Some((unit, number.parse().ok()?, start + sign))
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn hours_minutes_and_seconds_make_one_duration() {
        check("fr", &[("en 1 h 5 min 2 s", "en une heure cinq minutes deux secondes")]);
        check("it", &[("in 1 h 20 min", "in un'ora e venti minuti")]);
        check("pt", &[("2h5min", "duas horas e cinco minutos")]);
    }
}
