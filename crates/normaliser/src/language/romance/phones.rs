//! Telephone numbers: digit by digit, or as the numbers that their groups make. Read [`PhoneHabits`] first.

use crate::language::romance::grammar::Form;
use crate::language::romance::tongue::Tongue;
use crate::parse::digits;
use crate::parse::phone::{self, Phone};
use crate::place::Place;
use crate::rule::Said;
use crate::shared;

/// How people say telephone numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhoneHabits {
    /// Each digit by itself.
    Digits,
    /// Each pair as a number, as in France.
    Pairs,
}

/// Fewer digits than this are another number, whatever stands before.
const FEWEST_DIGITS: usize = 6;

/// A pair or more than this make a telephone number in pairs.
const FEWEST_PAIRS: usize = 4;

/// A telephone number that can be nothing else.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let mut phone = phone::phone(place.rest())?;
    if shared::phone::phone(place, tongue.customs).is_none() && !is_announced(place, tongue, &phone) {
        return None;
    }
    if let Some((last, length)) = last_group(&place.rest()[phone.length..]) {
        phone.groups.push(last);
        phone.length += length;
    }
    let say = |group: &String| match tongue.phones {
        PhoneHabits::Digits => tongue.digits(group),
        PhoneHabits::Pairs => tongue.number_or_digits(group, Form::Alone),
    };
    let groups: Option<Vec<String>> = phone.groups.iter().map(say).collect();
    let plus = if phone.plus { format!("{} ", tongue.numbers.plus) } else { String::new() };
    Some(Said::new(phone.length, plus + &groups?.join(", ")))
}

/// `-5678` behind groups with spaces between, as in `11 91234-5678`.
fn last_group(behind: &str) -> Option<(String, usize)> {
    let (digits, length) = digits::run(behind.strip_prefix('-')?)?;
    let ends = !behind[1 + length..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
    ((3..=4).contains(&digits.len()) && ends).then_some((digits, 1 + length))
}

/// Whether a word shortly before says that a telephone number follows.
fn is_announced(place: Place<'_>, tongue: &Tongue, phone: &Phone) -> bool {
    const REACH: usize = 5;
    let sentence = place.before().rsplit(['!', '?', ';']).next().unwrap_or_default().to_lowercase();
    let words = sentence.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(REACH);
    let announced =
        words.into_iter().any(|word| tongue.phone_heralds.iter().any(|stem| word.starts_with(stem)));
    let whole = phone.digits() >= FEWEST_DIGITS && place.begins_word() && place.may_end(phone.length);
    whole && announced && phone.mark.is_none_or(|mark| matches!(mark, ' ' | '-' | '.' | '\u{A0}'))
}

/// `01.99.00.71.80`, `01-99-00-71-80`: pairs of digits with the same mark between, where numbers are said in pairs.
pub(super) fn in_pairs(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    if tongue.phones != PhoneHabits::Pairs || !rest.starts_with('0') || !place.begins_word() {
        return None;
    }
    let (mut pairs, mut length, mut mark) = (Vec::new(), 0, None);
    while let Some((pair, more)) = digits::run(&rest[length..]).filter(|(digits, _)| digits.len() == 2) {
        pairs.push(tongue.number_or_digits(&pair, Form::Alone)?);
        length += more;
        let next =
            rest[length..].chars().next().filter(|c| matches!(c, '.' | '-' | ' ' | '\u{A0}' | '\u{202F}'));
        mark = mark.or(next);
        let goes_on = next.filter(|_| next == mark).map(|mark| &rest[length + mark.len_utf8()..]);
        match goes_on.filter(|behind| digits::run(behind).is_some()) {
            Some(behind) => length = rest.len() - behind.len(),
            None => break,
        }
    }
    (pairs.len() >= FEWEST_PAIRS && place.may_end(length)).then(|| Said::new(length, pairs.join(", ")))
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn telephone_numbers_go_by_the_habits_of_the_country() {
        check("fr", &[("01-42-00-10-20", "zéro un, quarante-deux, zéro zéro, dix, vingt")]);
        check(
            "es",
            &[
                ("llame al 600 700 800", "llame al seis cero cero, siete cero cero, ocho cero cero"),
                ("600 700 800 euros", "seiscientos millones setecientos mil ochocientos euros"),
            ],
        );
    }
}
