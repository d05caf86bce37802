//! Two numbers with something between: `4–7`, `2-1`, `21 × 30 cm`.

use crate::language::romance::grammar::Form;
use crate::language::romance::quantity::{self, space};
use crate::language::romance::tongue::Tongue;
use crate::language::romance::units;
use crate::parse::digits;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::Said;

/// The first number and what stands between; the second is read as what it is.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let first = number::unsigned(rest, tongue.customs)
        .filter(|_| rest.starts_with(|c| digits::value(c).is_some()))?;
    let (join, length) = join(&rest[first.length..], tongue)?;
    let length = first.length + length;
    let second = number::unsigned(&rest[length..], tongue.customs)?;
    let behind = &rest[length + second.length..];
    if !(place.begins_word() && may_join(place, &first, &second) && may_go_on(behind)) {
        return None;
    }
    let measured = units::find(tongue, &behind[space(behind)..]).is_some();
    let letter = rest[first.length..length].contains('x');
    let join = match join == tongue.numbers.by && !measured {
        true if letter => tongue.numbers.cross,
        true => tongue.numbers.multiplied,
        false => join,
    };
    let form = if rest[first.length..length].contains(['x', '×']) {
        Form::Alone
    } else {
        form(tongue, &first, behind)
    };
    let said = Said::new(first.length, quantity::words(tongue, &first, form)?);
    Some(if join.is_empty() { said_up_to(said, length) } else { said.then(length, join) })
}

fn said_up_to(said: Said, length: usize) -> Said {
    Said { length, ..said }
}

/// `3 m x 4 m`: the letter between two measures.
pub(super) fn by(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let next = place.rest().strip_prefix("x ")?;
    let before = place.before().strip_suffix(' ')?;
    let figures = before.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '²' | '³'));
    let measure = figures.trim_end().ends_with(|c| digits::value(c).is_some());
    (measure && digits::run(next).is_some()).then(|| Said::new(1, tongue.numbers.by))
}

/// What stands between two numbers, how it is read, and its length.
fn join(text: &str, tongue: &Tongue) -> Option<(&'static str, usize)> {
    let before = space(text);
    let mark = text[before..].chars().next()?;
    let behind = &text[before + mark.len_utf8()..];
    let after = space(behind);
    let words = match mark {
        '-' | '‑' if before == 0 && after == 0 => tongue.numbers.to,
        '–' | '—' if (before == 0) == (after == 0) => tongue.numbers.to,
        ':' if before == 0 && after == 0 => tongue.numbers.ratio,
        '×' => tongue.numbers.by,
        'x' if (before == 0) == (after == 0) => tongue.numbers.by,
        _ => return None,
    };
    digits::run(&behind[after..]).map(|_| (words, before + mark.len_utf8() + after))
}

/// Whether two numbers are the ends of a range and no code or telephone number.
fn may_join(place: Place<'_>, first: &Number, second: &Number) -> bool {
    let zeros = first.has_leading_zero() || second.has_leading_zero();
    let years = (first.whole.len(), second.whole.len()) == (4, 2);
    let falls = first.value() > second.value() && (first.whole.len() > 2 || is_number_of(place)) && !years;
    !zeros && !falls && second.whole.len() <= first.whole.len() + 2 && first.whole.len() <= 7
}

/// Whether the sign for "number" stands before: `n° 78-17` is a name.
fn is_number_of(place: Place<'_>) -> bool {
    place.before().trim_end().ends_with(['°', 'º'])
}

/// Whether no third number is joined to the two.
fn may_go_on(behind: &str) -> bool {
    let mut chars = behind.chars();
    !(chars.next().is_some_and(|c| matches!(c, '-' | '–' | '/' | '.' | ':'))
        && chars.next().is_some_and(|c| digits::value(c).is_some()))
}

/// The form of the first number is that of what both count.
fn form(tongue: &Tongue, first: &Number, behind: &str) -> Form {
    let Some(value) = first.value() else { return Form::Alone };
    match units::find(tongue, &behind[space(behind)..]) {
        Some((unit, _)) => Form::Before(unit.noun.gender),
        None => tongue.grammar.form_before(behind, value.max(2)),
    }
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn dashes_between_numbers_are_read() {
        check(
            "fr",
            &[
                ("5-6 pommes", "cinq à six pommes"),
                ("3 × 4", "trois fois quatre"),
                ("3 × 4 m", "trois sur quatre mètres"),
                ("le 747-400", "le sept cent quarante-sept-quatre cents"),
            ],
        );
        check(
            "es",
            &[("31–41 libras", "treinta y una a cuarenta y una libras"), ("16:9", "dieciséis a nueve")],
        );
        check("it", &[("3 m x 2 m", "tre metri per due metri")]);
    }
}
