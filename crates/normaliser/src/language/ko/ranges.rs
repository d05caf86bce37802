//! What stands between numbers: ranges and sums.

use crate::customs::Customs;
use crate::parse::{digits, range as parse};
use crate::place::Place;
use crate::rule::Said;

/// What an amount may end with.
const UNITS: &[char] = &[
    '년', '월', '일', '시', '분', '원', '살', '세', '명', '개', '회', '번', '도', '층', '만', '억', '쪽',
    '호',
];

/// What the signs of sums are called, between two numbers.
const SIGNS: &[(char, &str)] =
    &[('+', " 더하기"), ('=', "은"), ('×', " 곱하기"), ('÷', " 나누기"), ('<', " 작다"), ('>', " 크다")];

pub(super) fn range(place: Place<'_>, _: &Customs) -> Option<Said> {
    if let Some(length) = parse::mark(place, UNITS) {
        return Some(Said::new(length, "에서 "));
    }
    let (sign, said) = SIGNS.iter().find(|(sign, _)| place.rest().starts_with(*sign))?;
    let behind = &place.rest()[sign.len_utf8()..];
    let is_digit = |c: Option<char>| c.is_some_and(|c| digits::value(c).is_some());
    let between = is_digit(place.before().trim_end_matches(' ').chars().next_back())
        && is_digit(behind.trim_start_matches(' ').chars().next());
    between.then(|| Said::new(sign.len_utf8(), *said))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ko::CUSTOMS;

    #[test]
    fn a_range_is_said() {
        let read = |text: &str, at| range(Place::new(text, at, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("3~5일", 1).as_deref(), Some("에서 "));
        assert_eq!(read("9시-5시", 4).as_deref(), Some("에서 "));
        assert_eq!(read("A+", 1), None);
    }
}
