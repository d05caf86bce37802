//! Plain numbers, and those with points between: `1 234`, `-3,5`, `200 mil`, `2×`, `10.0.0.27`.

use crate::language::romance::grammar::{Form, Gender, Noun};
use crate::language::romance::money;
use crate::language::romance::quantity;
use crate::language::romance::tongue::Tongue;
use crate::language::romance::units;
use crate::parse::digits;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::Said;

/// A number, with its sign.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let number = number::signed(rest, tongue.customs)?;
    if begins_with_mark(rest) && !may_be_signed(place) {
        return None;
    }
    let special = times(tongue, &number, rest).or_else(|| power(tongue, &number, rest));
    if let Some(said) = special.or_else(|| of_magnitude(tongue, &number, rest)) {
        return Some(said);
    }
    let length = number.length;
    let form = number.value().map_or(Form::Alone, |value| form(place, tongue, length, value));
    if let Some(one) = one(tongue, &number, form, place.next_word(length)) {
        let elided = if one.ends_with('\'') { quantity::space(&rest[length..]) } else { 0 };
        return Some(Said::new(length + elided, one));
    }
    Some(Said::new(length, quantity::words(tongue, &number, form)?))
}

/// The form of a number by what it counts, which may have been said with the number before: `200 libras y 300`.
fn form(place: Place<'_>, tongue: &Tongue, length: usize, value: u64) -> Form {
    let previous = place.previous_word().to_lowercase();
    if tongue.dates.months.contains(&place.next_word(length).to_lowercase().as_str()) {
        return Form::Alone;
    }
    match tongue.grammar.form(place, length, value) {
        Form::Alone if tongue.grammar.joins.contains(&previous.as_str()) => {
            form_before(tongue, place.before())
        }
        Form::Alone if !tongue.grammar.is_label(&previous) => form_behind_join(place, tongue, length),
        form => form,
    }
}

/// The form of a number whose noun is said with the next one: `21 o 22 personas`, `de 1 à 3 semaines`. Before a masculine
/// noun it stays as it is alone.
fn form_behind_join(place: Place<'_>, tongue: &Tongue, length: usize) -> Form {
    const JOINS: &[&str] = &["o", "u", "y", "e", "a", "à", "ou", "et"];
    const FEMININE: Form = Form::Before(Gender::Feminine);
    let behind = &place.rest()[length..];
    let join = place.next_word(length);
    let next = behind
        .strip_prefix(' ')
        .and_then(|rest| rest.strip_prefix(join))
        .and_then(|rest| rest.strip_prefix(' '));
    let number =
        next.filter(|_| JOINS.contains(&join)).and_then(|next| number::unsigned(next, tongue.customs));
    let Some((next, number)) = next.zip(number) else { return Form::Alone };
    let counted = &next[number.length..];
    let form = match units::find(tongue, &counted[quantity::space(counted)..]) {
        Some((unit, _)) => Form::Before(unit.noun.gender),
        None => tongue.grammar.form_before(counted, 2),
    };
    if form == FEMININE { form } else { Form::Alone }
}

/// The form of the last number of a text, if it is in the same sentence as the text's end.
fn form_before(tongue: &Tongue, text: &str) -> Form {
    let Some(digit) = text.rfind(|c| digits::value(c).is_some()) else { return Form::Alone };
    let behind = &text[text.ceil_char_boundary(digit + 1)..];
    if behind.contains(['.', '!', '?', ';']) {
        return Form::Alone;
    }
    match units::find(tongue, &behind[quantity::space(behind)..]) {
        Some((unit, _)) => Form::Before(unit.noun.gender),
        None => tongue.grammar.form_before(behind.strip_prefix(" de").unwrap_or(behind), 2),
    }
}

/// The word for one, where it depends on how the noun begins.
fn one(tongue: &Tongue, number: &Number, form: Form, noun: &str) -> Option<&'static str> {
    let Form::Before(gender) = form else { return None };
    let is_noun = !tongue.grammar.no_nouns.contains(&noun.to_lowercase().as_str());
    (is_noun && number.count() == Some(1)).then(|| (tongue.numbers.one_before)(noun, gender))?
}

/// `2×`, `12x`: so many times.
fn times(tongue: &Tongue, number: &Number, rest: &str) -> Option<Said> {
    let behind = &rest[number.length..];
    let sign = behind.chars().next().filter(|c| matches!(c, '×' | 'x'))?;
    let after = &behind[sign.len_utf8()..];
    let said = !after.starts_with(char::is_alphanumeric);
    let words = quantity::counted(tongue, number, &tongue.numbers.times)?;
    said.then(|| Said::new(number.length + sign.len_utf8(), words))
}

/// `200 mille`, `15 mln`: thousands are one number with the word for them, and words of magnitude may be written short.
fn of_magnitude(tongue: &Tongue, number: &Number, rest: &str) -> Option<Said> {
    const SHORTEST: usize = 3;
    let behind = &rest[number.length..];
    let (magnitude, more) = money::magnitude(behind, tongue);
    let magnitude = magnitude.filter(|_| behind[..more].trim_start().len() >= SHORTEST)?;
    let length = number.length + more;
    if magnitude.one != tongue.grammar.thousand {
        let noun = Noun::masculine(magnitude.one, magnitude.many);
        let words = quantity::counted(tongue, number, &noun)?;
        let name = quantity::name(tongue, number, &noun);
        let count = words.strip_suffix(name)?.trim_end();
        return Some(Said::new(number.length, count).then(length, name));
    }
    let value = number.count().filter(|count| (1..1000).contains(count))? * 1000;
    let start = length + quantity::space(&rest[length..]);
    if let Some((unit, more)) = units::find(tongue, &rest[start..]) {
        let count = tongue.cardinal(value, Form::Before(unit.noun.gender))?;
        return Some(Said::new(length, count).then(start + more, unit.noun.many));
    }
    let form = tongue.grammar.form_before(&rest[length..], value);
    Some(Said::new(length, tongue.cardinal(value, form)?))
}

/// `3²`.
fn power(tongue: &Tongue, number: &Number, rest: &str) -> Option<Said> {
    let [square, cube] = tongue.numbers.powers;
    let sign = rest[number.length..].chars().next()?;
    let words = match sign {
        '²' => square,
        '³' => cube,
        _ => return None,
    };
    let number_words = quantity::words(tongue, number, Form::Alone)?;
    Some(Said::new(number.length + sign.len_utf8(), format!("{number_words} {words}")))
}

fn begins_with_mark(text: &str) -> bool {
    !text.starts_with(|c| digits::value(c).is_some())
}

/// Whether a dash at the place can be a minus: nothing that it could join stands before it.
pub(super) fn may_be_signed(place: Place<'_>) -> bool {
    place.previous().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '“' | '"' | '/' | '='))
}

/// Numbers with points between, as versions and network addresses have them.
pub(super) fn dotted(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let (length, words) = dotted_words(place.rest(), tongue)?;
    Some(Said::new(length, words))
}

/// The words of numbers with points between, with their length; `None` if it is one number.
pub(super) fn dotted_words(text: &str, tongue: &Tongue) -> Option<(usize, String)> {
    let (first, mut length) = digits::run(text)?;
    let mut words = vec![tongue.number_or_digits(&first, Form::Alone)?];
    while let Some((part, more)) = text[length..].strip_prefix('.').and_then(digits::run) {
        words.push(tongue.number_or_digits(&part, Form::Alone)?);
        length += 1 + more;
    }
    let one = number::unsigned(text, tongue.customs).is_some_and(|number| number.length >= length);
    let point = format!(" {} ", tongue.numbers.point);
    (words.len() > 1 && !one).then(|| (length, words.join(&point)))
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn numbers_have_signs_groups_and_fractions() {
        check(
            "fr",
            &[
                ("−1 250,05", "moins mille deux cent cinquante virgule zéro cinq"),
                ("3x plus", "trois fois plus"),
                ("7²", "sept au carré"),
            ],
        );
        check(
            "es",
            &[
                ("31.500 y 4.25", "treinta y un mil quinientos y cuatro punto veinticinco"),
                ("007", "cero cero siete"),
            ],
        );
        check("it", &[("300 mila", "trecentomila"), ("2 mln", "due milioni")]);
        check("fr-ch", &[("1'300", "mille trois cents"), ("92", "nonante-deux")]);
        check("pt-pt", &[("17", "dezassete")]);
    }
}
