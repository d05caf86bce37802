//! Dates in figures, and decades: `31/12/2025`, `2024-02-29`, `15/04`, `'80`. Read [`DateWords`] first.

use crate::language::romance::grammar::Form;
use crate::language::romance::ordinals::Shape;
use crate::language::romance::tongue::Tongue;
use crate::parse::date::{self, Date, Year};
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;
use speech::DateOrder;

/// How dates are said.
#[derive(Debug)]
pub(crate) struct DateWords {
    pub(crate) months: [&'static str; 12],
    /// Between day and month, and between month and year; empty if nothing is said.
    pub(crate) of: &'static str,
    /// How the first of a month is said.
    pub(crate) first: First,
    /// Words that stand before a day and month, so that `5/6` is no fraction.
    pub(crate) heralds: &'static [&'static str],
}

/// The first day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum First {
    /// `premier`.
    Ordinal,
    /// `uno`.
    Cardinal,
}

/// A date, or a season over two years (`2024/25`).
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let order = tongue.customs.dates;
    let whole = date::year_first(rest).or_else(|| date::with_year(rest, &['/', '.', '-'], order));
    if let Some(date) = whole.filter(|_| place.begins_word()) {
        let words = if place.previous().is_some_and(is_apostrophe) { elided } else { words };
        return Some(Said::new(date.length, words(tongue, &date)?));
    }
    day_and_month(place, tongue).or_else(|| first_of_month(place, tongue)).or_else(|| season(place, tongue))
}

/// `1 maggio`: the first of a month whose name follows, where it is an ordinal.
fn first_of_month(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let (digits, length) = digits::run(rest)?;
    let behind = rest[length..].strip_prefix(' ')?;
    let behind = behind.strip_prefix(tongue.dates.of).unwrap_or(behind);
    let month = crate::place::first_word(behind).to_lowercase();
    let first = matches!(digits.as_str(), "1" | "01")
        && tongue.dates.first == First::Ordinal
        && place.begins_word()
        && !place.previous().is_some_and(is_apostrophe);
    let named = tongue.dates.months.contains(&month.as_str());
    (first && named).then(|| tongue.ordinal(1, Shape::MASCULINE))?.map(|words| Said::new(length, words))
}

/// A date whose parts stand in a known order.
pub(super) fn as_asked(text: &str, order: DateOrder, tongue: &Tongue) -> Option<String> {
    let date = date::year_first(text).or_else(|| date::with_year(text, &['/', '.', '-'], order))?;
    (date.length == text.len()).then(|| words(tongue, &date))?
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// A date behind `l'`, which shows that the first is said as a number.
fn elided(tongue: &Tongue, date: &Date) -> Option<String> {
    let day = tongue.cardinal(u64::from(date.day?), Form::Alone)?;
    join(tongue, day, date)
}

fn words(tongue: &Tongue, date: &Date) -> Option<String> {
    let day = match date.day? {
        1 if tongue.dates.first == First::Ordinal => tongue.ordinal(1, Shape::MASCULINE)?,
        day => tongue.cardinal(u64::from(day), Form::Alone)?,
    };
    join(tongue, day, date)
}

/// The words of a day with its month and year.
fn join(tongue: &Tongue, day: String, date: &Date) -> Option<String> {
    let month = tongue.dates.months[date.month as usize - 1];
    let mut words = vec![day, tongue.dates.of.to_owned(), month.to_owned()];
    if let Some(year) = date.year {
        words.extend([tongue.dates.of.to_owned(), tongue.cardinal(full(year), Form::Alone)?]);
    }
    words.retain(|word| !word.is_empty());
    Some(words.join(" "))
}

/// A year of which only two digits are written is taken for the nearer of two centuries.
fn full(year: Year) -> u64 {
    match (year.digits, u64::from(year.number)) {
        (2, number @ 0..50) => 2000 + number,
        (2, number) => 1900 + number,
        (_, number) => number,
    }
}

/// `15/04`: day and month alone, if a zero shows it or a word before it.
fn day_and_month(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let (day, length) = digits::run(rest)?;
    let (month, more) = digits::run(rest[length..].strip_prefix('/')?)?;
    let length = length + 1 + more;
    let ends = !rest[length..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '%'));
    let written = day.len() <= 2 && month.len() <= 2 && ends && place.previous().is_none_or(|c| c != '/');
    let day: u32 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    let half = rest.starts_with("1/2") && !rest[length..].trim_start().starts_with(char::is_numeric);
    let zero = month.starts_with('0') || rest.starts_with('0');
    let month: u32 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    let date = Date { year: None, month, day: Some(day), length };
    let say = if place.previous().is_some_and(is_apostrophe) { elided } else { words };
    let part = [
        " de ", " des ", " d'", " d’", " di ", " del ", " dei ", " della ", " delle ", " degli ", " do ",
        " da ", " dos ", " das ",
    ]
    .iter()
    .any(|of| rest[length..].starts_with(of));
    (written && (zero || (!part && !half && is_heralded(place, tongue))))
        .then(|| say(tongue, &date))?
        .map(|said| Said::new(length, said))
}

/// Whether a word stands before the place that only a date follows, a full stop allowed: `mar. 15/4`.
fn is_heralded(place: Place<'_>, tongue: &Tongue) -> bool {
    let before = place.before().trim_end().trim_end_matches(['.', '\'', '’']);
    let word = crate::place::last_word(before).to_lowercase();
    !word.is_empty() && tongue.dates.heralds.contains(&word.as_str())
}

/// `2024/25`: the stroke is not read.
fn season(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let (first, length) = digits::run(rest).filter(|(year, _)| year.len() == 4 && !year.starts_with('0'))?;
    let (second, more) = digits::run(rest[length..].strip_prefix('/')?)?;
    let first: u64 = first.parse().ok()?;
    let value: u64 = second.parse().ok()?;
    let follows = match second.len() {
        2 => value == (first + 1) % 100,
        4 => value == first + 1,
        _ => false,
    };
    let said = Said::new(length, tongue.cardinal(first, Form::Alone)?);
    follows.then(|| Some(said.then(length + 1 + more, &tongue.cardinal(value, Form::Alone)?)))?
}

/// `'80`, `’900`: a year without its first digits.
pub(super) fn decade(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let mark = rest.chars().next().filter(|c| matches!(c, '\'' | '’' | '‘'))?;
    let (year, length) = digits::run(&rest[mark.len_utf8()..])?;
    let length = mark.len_utf8() + length;
    let fits = place.begins_word() && (2..=3).contains(&year.len()) && place.may_end(length);
    let closed = rest[length..].starts_with(['\'', '’']);
    (fits && !closed).then(|| Some(Said::new(length, tongue.number_or_digits(&year, Form::Alone)?)))?
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn dates_have_months_and_some_a_first() {
        check(
            "fr",
            &[
                ("le 01/02/2020", "le premier février deux mille vingt"),
                ("sam. 5/6", "samedi cinq juin"),
                ("les 5/6", "les cinq sixièmes"),
            ],
        );
        check("es", &[("el 3-4-1998", "el tres de abril de mil novecientos noventa y ocho")]);
        check(
            "it",
            &[
                ("l'1/3/2001", "l'uno marzo duemilauno"),
                ("il 1 aprile", "il primo aprile"),
                ("nel '74", "nel settantaquattro"),
            ],
        );
        check("pt", &[("a safra 2018/19", "a safra dois mil e dezoito dezenove")]);
    }
}
