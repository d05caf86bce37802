//! Amounts with a unit or a per cent sign: `5 km`, `38,5 °C`, `1,72 m`, `80 %`. Read [`UnitWords`] first.

use crate::language::romance::fractions;
use crate::language::romance::grammar::{Form, Noun};
use crate::language::romance::numbers::may_be_signed;
use crate::language::romance::quantity;
use crate::language::romance::tongue::Tongue;
use crate::parse::digits;
use crate::parse::number::{self, Number};
use crate::parse::unit::{self, Names, Unit};
use crate::place::Place;
use crate::rule::Said;

/// What a language calls units.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UnitWords {
    /// Those that a region calls otherwise.
    pub(crate) regional: &'static [(Unit, Noun)],
    pub(crate) names: &'static Names<Noun>,
    /// Those that only this language writes so.
    pub(crate) own: &'static [(&'static str, Noun)],
}

impl UnitWords {
    fn get(&self, unit: Unit) -> Option<&'static Noun> {
        let regional = self.regional.iter().find(|(named, _)| *named == unit).map(|(_, noun)| noun);
        regional.or_else(|| self.names.get(unit))
    }
}

/// A unit as a language names it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    /// If it is one of all languages.
    unit: Option<Unit>,
    pub(super) noun: &'static Noun,
}

/// An amount with its unit.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    if !rest.starts_with(|c| digits::value(c).is_some()) && !may_be_signed(place) {
        return None;
    }
    let number = number::signed(rest, tongue.customs)?;
    let start = number.length + quantity::space(&rest[number.length..]);
    if let Some(said) = split_metres(tongue, &number, rest) {
        return Some(said);
    }
    if let Some((sign, words)) = per(tongue, &rest[start..]) {
        let number = quantity::words(tongue, &number, Form::Alone)?;
        return Some(Said::new(start + sign.len_utf8(), format!("{number} {words}")));
    }
    let (unit, length) = find(tongue, &rest[start..])?;
    if start == number.length && unit.unit == Some(Unit::Kelvin) {
        return None;
    }
    let end = start + length;
    if let Some(words) = with_hundredths(tongue, &number, unit) {
        return Some(Said::new(end, words));
    }
    let words = quantity::counted(tongue, &number, unit.noun)?;
    let (half, more) = fractions::half_behind(tongue, &rest[end..], unit.noun.gender);
    if start == number.length || more > 0 {
        return Some(Said::new(end + more, words + &half));
    }
    let name = quantity::name(tongue, &number, unit.noun);
    Some(match words.strip_suffix(name).map(str::trim_end).filter(|count| !count.ends_with('\'')) {
        Some(count) => Said::new(number.length, count).then(end, name),
        None => Said::new(end, words),
    })
}

fn per(tongue: &Tongue, text: &str) -> Option<(char, &'static str)> {
    match text.chars().next()? {
        '%' => Some(('%', tongue.numbers.percent)),
        '‰' => Some(('‰', tongue.numbers.permille)),
        _ => None,
    }
}

/// The unit with which `text` begins, and the length of how it is written.
pub(super) fn find(tongue: &Tongue, text: &str) -> Option<(Named, usize)> {
    let own = tongue.units.own.iter().filter(|(written, _)| text.starts_with(written));
    let own = own.map(|(written, noun)| (Named { unit: None, noun }, written.len()));
    let shared = unit::find(text)
        .and_then(|(unit, length)| Some((Named { unit: Some(unit), noun: tongue.units.get(unit)? }, length)));
    own.chain(shared).filter(|(_, length)| ends(text, *length)).max_by_key(|(_, length)| *length)
}

/// Whether a symbol may end there: neither a word nor an article's apostrophe (`3 l'anno`) goes on.
fn ends(text: &str, length: usize) -> bool {
    let behind = &text[length..];
    let letter = text[..length].ends_with(char::is_alphabetic);
    !behind.starts_with(|c: char| matches!(c, '²' | '³' | '\'' | '’') || letter && c.is_alphanumeric())
}

/// `1m72`: the same, written as it is said.
fn split_metres(tongue: &Tongue, number: &Number, rest: &str) -> Option<Said> {
    let (hundredths, length) = digits::run(rest[number.length..].strip_prefix('m')?)?;
    let end = number.length + 1 + length;
    let fits = hundredths.len() == 2 && !rest[end..].starts_with(char::is_alphanumeric);
    let metre = Named { unit: Some(Unit::Metre), noun: tongue.units.get(Unit::Metre).filter(|_| fits)? };
    let whole = Number { fraction: Some(hundredths), ..number.clone() };
    with_hundredths(tongue, &whole, metre).map(|words| Said::new(end, words))
}

/// `1,72 m`: metres and centimetres, as people say their height.
fn with_hundredths(tongue: &Tongue, number: &Number, unit: Named) -> Option<String> {
    let fraction =
        number.fraction.as_deref().filter(|digits| digits.len() == 2 && !digits.starts_with('0'))?;
    let whole = number
        .value()
        .filter(|whole| (1..=2).contains(whole) && !number.negative && unit.unit == Some(Unit::Metre))?;
    let metres = tongue.cardinal(whole, Form::Before(unit.noun.gender))?;
    let name = if whole == 1 { unit.noun.one } else { unit.noun.many };
    let hundredths = tongue.cardinal(fraction.parse().ok()?, Form::Alone)?;
    let and = if tongue.numbers.and.is_empty() { String::new() } else { format!(" {}", tongue.numbers.and) };
    Some(format!("{metres} {name}{and} {hundredths}"))
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn units_are_named_in_full() {
        check(
            "fr",
            &[
                ("1,5 l et 2 kg", "un virgule cinq litre et deux kilos"),
                ("1m65", "un mètre soixante-cinq"),
                ("3 l'an", "trois l'an"),
                ("21 %", "vingt-et-un pour cent"),
            ],
        );
        check("es", &[("21 m² y 21 t", "veintiún metros cuadrados y veintiuna toneladas")]);
        check("it", &[("1 h", "un'ora"), ("1,5 h", "uno virgola cinque ore")]);
        check("pt-pt", &[("2 km", "dois quilómetros")]);
    }
}
