//! Telephone numbers: digit by digit, or as the numbers that their groups make. Read [`PhoneHabits`] first.

use crate::language::romance::grammar::Form;
use crate::language::romance::tongue::Tongue;
use crate::parse::digits;
use crate::parse::phone;
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

/// A pair or more than this make a telephone number in pairs.
const FEWEST_PAIRS: usize = 4;

/// A telephone number that can be nothing else.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let said = shared::phone::phone(place, tongue.customs)?;
    if tongue.phones == PhoneHabits::Digits {
        return Some(said);
    }
    let phone = phone::phone(place.rest())?;
    let groups: Option<Vec<String>> =
        phone.groups.iter().map(|group| tongue.number_or_digits(group, Form::Alone)).collect();
    let plus = if phone.plus { format!("{} ", tongue.numbers.plus) } else { String::new() };
    Some(Said::new(phone.length, plus + &groups?.join(", ")))
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
