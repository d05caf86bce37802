//! The stroke behind an amount: `5 €/kg`, `30 €/mois`, `24 h/24`.

use crate::language::romance::tongue::Tongue;
use crate::language::romance::units;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

/// How far back the figures of the amount may stand, in bytes.
const REACH: usize = 12;

/// A stroke, with the unit behind it if there is one.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let behind = place.rest().strip_prefix('/')?;
    let [per, over, of_year] = tongue.numbers.per;
    if !is_behind_amount(place) {
        return None;
    }
    if let Some((unit, length)) = units::find(tongue, behind) {
        return Some(Said::new(1 + length, format!("{per} {}", unit.noun.one)));
    }
    match behind.chars().next()? {
        c if c.is_lowercase() => Some(Said::new(1, per)),
        c if digits::value(c).is_some() => {
            let (figures, _) = digits::run(behind)?;
            let words = match figures.as_bytes() {
                [b'1' | b'2', _, _, _] => of_year,
                [b'0', ..] | [_, _, _, _, ..] => tongue.customs.mark('/')?,
                _ => over,
            };
            Some(Said::new(1, words))
        }
        _ => None,
    }
}

/// Whether figures stand before, or a currency or the sign of a unit and figures.
fn is_behind_amount(place: Place<'_>) -> bool {
    let before = place.before();
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let mark = |c: char| digits::value(c).is_some() || matches!(c, '€' | '$' | '£' | '%');
    let sign = near.trim_end_matches(char::is_alphabetic);
    let letters = near.len() - sign.len();
    near.ends_with(mark) || ((1..=3).contains(&letters) && sign.trim_end().ends_with(mark))
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn strokes_are_read_behind_amounts() {
        check(
            "fr",
            &[
                ("4 €/kg", "quatre euros par kilo"),
                ("9 €/jour", "neuf euros par jour"),
                ("24 h/24", "vingt-quatre heures sur vingt-quatre"),
                ("oui/non", "oui non"),
            ],
        );
        check("it", &[("legge 12/1999", "legge dodici del millenovecentonovantanove")]);
    }
}
