//! What stands between numbers: ranges and sums.

use crate::customs::Customs;
use crate::parse::range as parse;
use crate::place::Place;
use crate::rule::Said;

/// What an amount may end with.
const UNITS: &[char] = &[
    '년', '월', '일', '시', '분', '원', '살', '세', '명', '개', '회', '번', '도', '층', '만', '억', '쪽',
    '호',
];

/// What the signs of sums are called, between two numbers.
const SIGNS: &[(char, &str)] = &[('+', " 더하기 "), ('=', "은 "), ('×', " 곱하기 "), ('÷', " 나누기 ")];

pub(super) fn range(place: Place<'_>, _: &Customs) -> Option<Said> {
    if let Some(length) = parse::mark(place, UNITS) {
        return Some(Said::new(length, between(place)));
    }
    parse::sign(place, SIGNS)
}

/// What is said between two numbers: from one to the other, one after the other, or against each other.
fn between(place: Place<'_>) -> &'static str {
    let near: String = place.rest().chars().take(8).collect();
    let score = ["스코어", "점수", "경기"].iter().any(|word| place.clause_before(12).contains(word))
        || ["로 이", "로 승", "로 졌", "로 패", "으로 이", "로 꺾"].iter().any(|word| near.contains(word));
    match () {
        () if score => " 대 ",
        () if parse::is_chain(place) => " 다시 ",
        () => "에서 ",
    }
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
        assert_eq!(read("2-1로 이겼다", 1).as_deref(), Some(" 대 "));
        assert_eq!(read("A+", 1), None);
    }
}
