//! Amounts with a unit or a per cent sign: `5 km`, `38,5 °C`, `1,72 m`, `80 %`. Read [`Unit`] first.

use crate::language::romance::fractions;
use crate::language::romance::grammar::{Form, Noun};
use crate::language::romance::numbers::may_be_signed;
use crate::language::romance::quantity;
use crate::language::romance::tongue::Tongue;
use crate::parse::number::{self, Number};
use crate::parse::{digits, measure};
use crate::place::Place;
use crate::rule::Said;

/// A unit of measure.
#[derive(Debug)]
pub(crate) struct Unit {
    /// As it is written: a symbol of [`measure`], or one that only this language has.
    pub(crate) symbol: &'static str,
    pub(crate) noun: Noun,
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
    if start == number.length && unit.symbol == "K" {
        return None;
    }
    let end = start + length;
    if let Some(words) = with_hundredths(tongue, &number, unit) {
        return Some(Said::new(end, words));
    }
    let words = quantity::counted(tongue, &number, &unit.noun)?;
    let (half, more) = fractions::half_behind(tongue, &rest[end..], unit.noun.gender);
    if start == number.length || more > 0 {
        return Some(Said::new(end + more, words + &half));
    }
    let name = quantity::name(tongue, &number, &unit.noun);
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
pub(super) fn find<'a>(tongue: &'a Tongue, text: &str) -> Option<(&'a Unit, usize)> {
    let all = || tongue.units.iter().flat_map(|table| table.iter());
    let own = all().rev().filter(|unit| text.starts_with(unit.symbol) && ends(text, unit.symbol.len()));
    let own = own.map(|unit| (unit, unit.symbol.len())).max_by_key(|(_, length)| *length);
    let shared = || {
        let (symbol, length) = measure::unit(text)?;
        let unit = all().find(|unit| unit.symbol == symbol)?;
        ends(text, length).then_some((unit, length))
    };
    let shared = shared();
    [own, shared].into_iter().flatten().max_by_key(|(_, length)| *length)
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
    let metre = tongue
        .units
        .iter()
        .flat_map(|table| table.iter())
        .find(|unit| unit.symbol == "m")
        .filter(|_| fits)?;
    let whole = Number { fraction: Some(hundredths), ..number.clone() };
    with_hundredths(tongue, &whole, metre).map(|words| Said::new(end, words))
}

/// `1,72 m`: metres and centimetres, as people say their height.
fn with_hundredths(tongue: &Tongue, number: &Number, unit: &Unit) -> Option<String> {
    let fraction =
        number.fraction.as_deref().filter(|digits| digits.len() == 2 && !digits.starts_with('0'))?;
    let whole =
        number.value().filter(|whole| (1..=2).contains(whole) && !number.negative && unit.symbol == "m")?;
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
